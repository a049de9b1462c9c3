"""Tests of a place in a sentence, for several rules."""

from __future__ import annotations

from collections.abc import Collection

from subalign.cleaning.base import View
from subalign.cleaning.english import (
    ADVERBS,
    ASKING,
    CONTRACTIONS,
    DEMONSTRATIVES,
    SUBJECTS,
)

_DESCRIBING = frozenset("ok okay right sure sorry now then".split())
"""Openers that an adverb belongs to: "perhaps OK at first"."""


def skip_fillers(view: View, j: int) -> int:
    """Return the first word from ``j`` on that is not a filler parted by a comma."""
    while end := _filler_end(view, j):
        j = end
    return j


def _filler_end(view: View, j: int) -> int:
    """Return the word after the filler at word ``j`` and its comma; 0 if there is none."""
    for filler in view.context.language.fillers_by_word.get(view.key(j), ()):
        end = j + len(filler)
        if end < len(view.words) and tuple(view.word_keys[j:end]) == filler:
            return end if view.words[end - 1].tail == "," else 0
    return 0


def stop_mark(view: View, j: int) -> str:
    """Return what stands for the period after word ``j`` when it goes: a comma before a filler."""
    return "," if skip_fillers(view, j + 1) > j + 1 else ""


def begins_clause(view: View, j: int) -> bool:
    """Return True if a clause of its own begins at word ``j``: it does not go on with what is in
    front."""
    word = view.words[j]
    following = view.words[j + 1].key if j + 1 < len(view.words) else ""
    if word.key in DEMONSTRATIVES:
        return following in ASKING or following in CONTRACTIONS or bool(word.tail)
    if word.key in ADVERBS or word.key.endswith("ly"):
        if following in _DESCRIBING or j + 1 == len(view.words):
            return word.tail == ","
        return word.tail == "," or begins_clause(view, j + 1)
    if word.key in ("do", "have", "are", "were") and following in ("he", "she", "it"):
        return False  # "easier to. Do it at night"
    if word.key in ASKING:
        return following in SUBJECTS | {"there"} | DEMONSTRATIVES
    return word.key in view.context.language.openers


def last_word(view: View, sentence: range, small: Collection[str]) -> int:
    """Return the last word of a sentence that has punctuation in front or is none of ``small``."""
    j = sentence.stop - 1
    while j > sentence.start and view.words[j].key in small and not view.words[j - 1].tail:
        j -= 1
    return j
