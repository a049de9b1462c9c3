"""Identification of the language of a text, where the user does not name it, or names another.

Answers are kept in the cache: the model and the voices of espeak-ng take half a second to load.
"""

from __future__ import annotations

from collections.abc import Callable

from subalign import __version__, cache
from subalign.languages import find_language

_MAX_CHARACTERS = 20_000
"""Characters of a text that are read, from its beginning; more cost time and change nothing."""

_MIN_CHARACTERS = 200
"""Length below which a text proves nothing against the claimed language, characters. Our choice."""

_WRONG_RATIO = 1.2
"""Ratio of the log-likelihood of the claimed language to that of the best one above which the claim
is wrong. Our choice: close languages such as Spanish and Catalan differ by up to 1.15, English and
French by 1.25 or more."""


def confirm_language(text: str, claimed: str) -> str:
    """Return the language that a file says its text is in, unless the text is plainly in another.

    Recognisers write the language that they were told, or a name in the place of a code
    (``english``). A claim stands where the text is short, or in a language near to it.

    Args:
        text: Text of the file.
        claimed: BCP 47 code; empty where the file does not say.

    Returns:
        ``claimed``, with its region, or the language that ``identify`` finds.
    """

    def decide() -> str:
        if find_language(claimed).code not in _scores(text):
            return identify(text)
        return contradicts(text, claimed) or claimed

    return _kept(decide, "confirm", text, claimed)


def contradicts(text: str, claimed: str) -> str:
    """Return the language that ``text`` is plainly in although another is claimed.

    Args:
        text: Text of the file.
        claimed: BCP 47 code.

    Returns:
        Its code; empty where the text may be in the language that is claimed, has fewer than 200
        characters, or the model lacks that language.
    """

    def decide() -> str:
        scores = _scores(text)
        own = scores.get(find_language(claimed).code)
        if own is None or len(text) < _MIN_CHARACTERS or own / max(scores.values()) < _WRONG_RATIO:
            return ""
        return identify(text)

    return _kept(decide, "contradicts", text, claimed)


def identify(text: str) -> str:
    """Return the BCP 47 code of the language that a text is most likely in.

    Only languages that espeak-ng speaks are considered. A small naive Bayes model that comes with
    ``py3langid`` decides, offline.
    """
    return _kept(lambda: _most_likely(text), "identify", text)


def _most_likely(text: str) -> str:
    from subalign.acoustics.tts.espeak import voices

    spoken = {code for tag in voices() for code in (tag.split("-")[0], find_language(tag).code)}
    scores = {code: score for code, score in _scores(text).items() if code in spoken}

    def likelihood(code: str) -> tuple[float, float]:
        prior = find_language(code).log_prior
        return scores[code] + prior, prior

    return max(scores, key=likelihood)


def _kept(decide: Callable[[], str], question: str, text: str, claimed: str = "") -> str:
    """Return an answer from the cache, or decide and keep the answer."""
    key = cache.digest(__version__, question, claimed, text)
    return cache.cached("language", key, cache.as_text, decide)


def _scores(text: str) -> dict[str, float]:
    from py3langid import rank

    return {str(code): float(score) for code, score in rank(text[:_MAX_CHARACTERS])}
