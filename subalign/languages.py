"""The language of a text, where the user does not say."""

from __future__ import annotations

from subalign.acoustics.espeak import voices

_ENOUGH = 20_000
"""Characters that settle it; more only cost time."""

_RENAMED = {"zh", "no"}
"""Codes that the voices stand under other names for."""


def identify(text: str) -> str:
    """BCP 47 code of the language that ``text`` is most likely in.

    Only languages that can be synthesised are considered. A small naive Bayes model that
    comes with ``py3langid`` decides, offline.
    """
    from py3langid import rank

    spoken = {code.split("-")[0] for code in voices()}
    return next(str(code) for code, _ in rank(text[:_ENOUGH]) if code in spoken | _RENAMED)
