"""The language of a text, where the user does not say, or says another."""

from __future__ import annotations

from subalign.acoustics.espeak import voices

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
