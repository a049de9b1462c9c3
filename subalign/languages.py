"""The language of a text, where the user does not say, or says another."""

from __future__ import annotations

import re

from subalign.acoustics.tts.espeak import voices
from subalign.errors import UsageError

_ENOUGH = 20_000
"""Characters that settle it; more only cost time."""

_RENAMED = {"zh", "no"}
"""Codes that the voices stand under other names for."""

_ALIASES = {"cmn": "zh", "nb": "no", "nn": "no", "iw": "he"}
"""Other codes for languages that the model has."""

_TOO_SHORT = 200
"""Characters below which a text proves nothing against what is claimed. Ours."""

_PLAINLY = 1.2
"""So many times less likely, by the logarithm, is a claim that is plainly wrong. Ours: near
languages such as Spanish and Catalan differ by up to 1.15, English and French by 1.25 or more."""

_LIKELIER = {
    "en": 5.0,
    **dict.fromkeys("ar cs de es fr hi it ja ko nl pl pt ru sv tr uk zh".split(), 3.0),
}
"""Logarithm of how much likelier these are before a letter is read. Ours: it decides between
neighbours for a word or two ("Hello." is no Breton), and a sentence outweighs it by far."""


_TWO_LETTERS = frozenset(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da
    de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz
    ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln
    lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi
    pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th
    ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    """.split()
)
"""ISO 639-1, and the older code iw is among `_ALIASES`. Other languages have three letters; of
them those are known that have a voice."""


_FORM = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*")
"""RFC 5646, section 2.1, and the underscore that systems write for the hyphen."""


def check_code(code: str) -> None:
    """Refuse a language that there is not; a region may follow it, and empty is none.

    Raises:
        UsageError: no language has this code.
    """
    main = code.strip().lower().replace("_", "-").split("-")[0]
    known = main in _TWO_LETTERS or main in _ALIASES or main in voices()
    if code and not (known and _FORM.fullmatch(code.strip())):
        near = [two for two in (main[:2],) if len(main) > 2 and two in _TWO_LETTERS]
        hint = f"did you mean {near[0]}?" if near else "such as en, en-GB or pt-BR"
        raise UsageError(f"no language has the code {code!r}", where="language", hint=hint)


def settle(text: str, claimed: str) -> str:
    """The language that a file says its text is in, unless the text is plainly in another.

    Recognisers write the language that they were told, or a name in the place of a code
    (``english``). A claim stands where the text is short, or in a language near to it.

    Args:
        text: what is in the file.
        claimed: BCP 47 code; empty where the file does not say.

    Returns:
        ``claimed``, with its region, or what ``identify`` finds.
    """
    if _main(claimed) not in _scores(text):
        return identify(text)
    return contradicts(text, claimed) or claimed


def contradicts(text: str, claimed: str) -> str:
    """The language that ``text`` is plainly in although another is claimed; empty if it is not.

    Nothing is said of texts below 200 characters, or of languages that the model lacks.

    Args:
        text: what is in the file.
        claimed: BCP 47 code.
    """
    scores = _scores(text)
    own = scores.get(_main(claimed))
    if own is None or len(text) < _TOO_SHORT or own / max(scores.values()) < _PLAINLY:
        return ""
    return identify(text)


def identify(text: str) -> str:
    """BCP 47 code of the language that ``text`` is most likely in.

    Only languages that can be synthesised are considered. A small naive Bayes model that
    comes with ``py3langid`` decides, offline.
    """
    spoken = {code.split("-")[0] for code in voices()} | _RENAMED
    scores = {code: score for code, score in _scores(text).items() if code in spoken}

    def likelihood(code: str) -> tuple[float, float]:
        prior = _LIKELIER.get(code, 0.0)
        return scores[code] + prior, prior

    return max(scores, key=likelihood)


def _scores(text: str) -> dict[str, float]:
    from py3langid import rank

    return {str(code): float(score) for code, score in rank(text[:_ENOUGH])}


def _main(code: str) -> str:
    main = code.lower().replace("_", "-").split("-")[0]
    return _ALIASES.get(main, main)
