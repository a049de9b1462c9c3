"""Reads a text aloud from a given place: the rules in their order, then words, then signs."""

from __future__ import annotations

import re

from subalign.spoken import characters as ch
from subalign.spoken.rules import abbreviations, all_rules, romans
from subalign.spoken.rules.base import END, PlacedWords, VerbalisationRule
from subalign.spoken.signs import Signs
from subalign.spoken.vocabulary import Vocabulary

# How an unknown language parts its thousands the synthesiser's own rules know better.
_AS_WRITTEN: list[VerbalisationRule] = [
    # Chinese says the figures of a year one by one
    (r"[0-9]{4}(?=年)", lambda found: [(found.start(), " ".join(found[0]))]),
    (r"[0-9]{1,64}(?:[.,:/][0-9]{1,64}){0,64}", lambda found: [(found.start(), found[0])]),
]

_SILENT = frozenset(ch.SILENT_ENDS) - frozenset("(*_|-–")
"""Signs that no rule begins with."""

_POSSESSIVE = re.compile(rf"[{ch.APOSTROPHES}]s{END}")


class Verbaliser:
    """Reads the texts of one language."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        rules = all_rules(vocabulary) if vocabulary.numbers.known else _AS_WRITTEN
        self._rules = [(re.compile(pattern), say) for pattern, say in rules]
        self._signs = Signs(vocabulary)
        self._heads = abbreviations.heads(vocabulary.lexicon) | romans.nouns(vocabulary.lexicon)
        self._single_numerals = romans.singles(vocabulary.lexicon)

    def as_written(self, text: str) -> str | None:
        """``text`` without its punctuation if it is said as it is written, None if not."""
        core = text.strip(ch.SILENT_ENDS)
        if len(core) > 2 and core[0] in ch.APOSTROPHES and core[-1] in ch.APOSTROPHES:
            core = core[1:-1]
        if not ch.is_word(core) or core in self._single_numerals or romans.is_numeral(core):
            return None
        key = core.lower()
        if key in self._heads:
            return None
        return None if f"{key}." in self._heads and f"{core}." in text else core

    def verbalise(self, text: str, at: int) -> tuple[int, list[PlacedWords]]:
        """Read on from ``at``: where this reading ends (> ``at``), and what it says."""
        if text[at].isspace() or text[at] in _SILENT:
            return at + 1, []
        for pattern, say in self._rules:
            found = pattern.match(text, at)
            pieces = say(found) if found else None
            if found and pieces is not None:
                return self._with_possessive(text, found.end(), pieces)
        end = ch.word_end(text, at)
        if end > at:
            word = text[at:end]
            return end, [(at, word)] if any(map(str.isalpha, word)) else []
        said = self._signs.words(text, at)
        return at + 1, [(at, said)] if said else []

    def _with_possessive(
        self, text: str, end: int, pieces: list[PlacedWords]
    ) -> tuple[int, list[PlacedWords]]:
        """The ``'s`` of ``GPT-4's`` is no word of its own."""
        found = _POSSESSIVE.match(text, end)
        if not found or not pieces:
            return end, pieces
        at, last = pieces[-1]
        return found.end(), [*pieces[:-1], (at, last + found[0])]
