"""How words stand in a source: what its own use says about names and casing.

It is read from the source alone, not from what cleaning has made of it, so that cleaning again
finds the same evidence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from subalign.model import Token

_CORE = re.compile(r"[^\W_](?:[\w.’'&-]*[^\W_])?")
_TELLING = 20
"""Sentences; one in thirty of talk is a question (the corpus of CLEANING.md: one in ten)."""

_STOP = re.compile(r"[.!?…:。！？](?:[\"'”’»)\]]*)$")


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words of a source by how they are written.

    Args:
        small: words that stand somewhere in small letters; never names by themselves.
        names: words that have a capital inside a sentence, small, each with its spelling.
        shaped: words with a capital or digit after the first letter (``SpaceX``, ``AI``),
            small and without hyphens, each with its spelling.
        asks: the source marks questions, or is too short to tell.
    """

    small: frozenset[str]
    names: dict[str, str]
    shaped: dict[str, str]
    asks: bool


def gather(tokens: Sequence[Token]) -> Evidence:
    """Read the evidence of a transcript's source."""
    small: set[str] = set()
    names: dict[str, str] = {}
    shaped: dict[str, str] = {}
    counted: dict[str, int] = {}
    opening, asks, stops = True, False, 0
    for raw in " ".join(t.raw for t in tokens if t.spoken or t.why).split():
        for found in _CORE.finditer(raw):
            word = found.group()
            counted[word] = counted.get(word, 0) + 1
            if word.islower():
                small.add(word)
            elif word[:1].isupper() and not opening:
                names.setdefault(word.lower(), word)
            opening = False
        opening = bool(_STOP.search(raw))
        asks = asks or "?" in raw
        stops += opening
    for word in counted if small else ():
        if len(word) > 1 and any(c.isupper() for c in word[1:]) and word[-2:] not in ("'S", "’S"):
            shaped.setdefault(word.replace("-", "").lower(), word)
    return Evidence(frozenset(small), names, shaped, asks or stops < _TELLING)
