"""How words stand in a source: what its own use says about names and casing.

It is read from the source alone, not from what cleaning has made of it, so that cleaning again
finds the same evidence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from subalign.cleaning.languages import Language
from subalign.model import Token
from subalign.text.punctuation import QUESTION_MARKS, ends_sentence, final_mark

_CORE = re.compile(r"[^\W_](?:[\w.’'&-]*[^\W_])?")
_TELLING = 500
"""Words; of the podcast of CLEANING.md 6 in 1,000 are a slip, so hardly any 500 hold none."""
_RARE = 2000
"""Words for one slip in fluent text (eight novels in four languages: 100,000 for each)."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words of a source by how they are written.

    Args:
        small: words that stand somewhere in small letters; never names by themselves.
        names: words that have a capital inside a sentence, small, each with its spelling.
        shaped: words with a capital or digit after the first letter (``SpaceX``, ``AI``),
            small and without hyphens, each with its spelling.
        asks: the source has a question mark.
        fluent: the source is long, and no one stutters in it: it was edited, so what only may
            be a slip is meant.
    """

    small: frozenset[str]
    names: dict[str, str]
    shaped: dict[str, str]
    asks: bool
    fluent: bool


def gather(tokens: Sequence[Token], language: Language) -> Evidence:
    """Read the evidence of a transcript's source."""
    small: set[str] = set()
    names: dict[str, str] = {}
    shaped: dict[str, str] = {}
    counted: dict[str, int] = {}
    opening, asks = True, False
    raws = " ".join(t.raw for t in tokens if t.spoken or t.why).split()
    for raw in raws:
        for found in _CORE.finditer(raw):
            word = found.group()
            counted[word] = counted.get(word, 0) + 1
            if word.islower():
                small.add(word)
            elif word[:1].isupper() and not opening:
                names.setdefault(word.lower(), word)
            opening = False
        opening = ends_sentence(raw) or final_mark(raw) == ":"
        asks = asks or any(mark in raw for mark in QUESTION_MARKS)
    for word in counted if small else ():
        if len(word) > 1 and any(c.isupper() for c in word[1:]) and word[-2:] not in ("'S", "’S"):
            shaped.setdefault(word.replace("-", "").lower(), word)
    fluent = len(raws) >= _TELLING and _slips(raws, language) * _RARE < len(raws)
    return Evidence(frozenset(small), names, shaped, asks, fluent)


def _slips(raws: Sequence[str], language: Language) -> int:
    """Function words that stand twice, or in front of a period, where none can."""
    twice = language.closed - language.doubled - language.either
    last = language.unfinished - language.openers
    slips = 0
    for raw, following in pairwise(raws):
        word = raw.rstrip(",.").lower()
        if raw.lower() == word:
            slips += word in twice and following.rstrip(",.").lower() == word
        elif raw[-1] == ".":
            slips += word in last and raw[0].islower() and following[0].isupper()
        elif word in last:
            slips += following.lower() == word
    return slips
