"""The language of a text, where the user does not say."""

from __future__ import annotations

from subalign.acoustics.espeak import voices

_ENOUGH = 20_000
"""Characters that settle it; more only cost time."""

_RENAMED = {"zh", "no"}
"""Codes that the voices stand under other names for."""


_TOO_SHORT = 200
"""Characters below which a text proves nothing against what is claimed. Ours."""

_PLAINLY = 1.2
"""So many times less likely, by the logarithm, is a claim that is plainly wrong. Ours: near
languages such as Spanish and Catalan differ by up to 1.15, English and French by 1.25 or more."""


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
    from py3langid import rank

    scores = {str(code): float(score) for code, score in rank(text[:_ENOUGH])}
    own = scores.get(claimed.lower().replace("_", "-").split("-")[0])
    if own is None:
        return identify(text)
    stands = len(text) < _TOO_SHORT or own / max(scores.values()) < _PLAINLY
    return claimed if stands else identify(text)


def identify(text: str) -> str:
    """BCP 47 code of the language that ``text`` is most likely in.

    Only languages that can be synthesised are considered. A small naive Bayes model that
    comes with ``py3langid`` decides, offline.
    """
    from py3langid import rank

    spoken = {code.split("-")[0] for code in voices()}
    return next(str(code) for code, _ in rank(text[:_ENOUGH]) if code in spoken | _RENAMED)
