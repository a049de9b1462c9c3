"""Ordinals (``21st``, ``3. Mai``), decades (``1990s``), suffixes glued to figures (``90er``)."""

from __future__ import annotations

import re

from subalign.spoken.numerals import Numeral
from subalign.spoken.rules.base import (
    END,
    LETTER,
    SPACE,
    PlacedWords,
    VerbalisationRule,
    any_of,
)
from subalign.spoken.vocabulary import Vocabulary


def rules(vocabulary: Vocabulary) -> list[VerbalisationRule]:
    """Return the rules for ordinals, decades and glued suffixes."""
    verbaliser, lexicon = _OrdinalVerbaliser(vocabulary), vocabulary.lexicon
    noun = any_of(lexicon.ordinal_before)
    return [
        (rf"([0-9]+)({any_of(lexicon.ordinals)}){END}", verbaliser.suffixed),
        (rf"([0-9]{{4}})(?={SPACE}({noun})(?!{LETTER}))", verbaliser.before_noun),
        (rf"([0-9]{{1,3}})\.(?={SPACE}({LETTER}+))", verbaliser.dotted),
        (rf"([0-9]+)['’]?s{END}", verbaliser.plural),
        (rf"([0-9]+)({any_of(lexicon.glued)}){END}", verbaliser.glued),
    ]


class _OrdinalVerbaliser:
    """Verbalises ordinals, decades and glued suffixes in one language."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._numerals, self._lexicon = vocabulary.numerals, vocabulary.lexicon

    def suffixed(self, found: re.Match[str]) -> list[PlacedWords]:
        """Verbalise figures with the suffix of an ordinal: ``21st``."""
        form = self._lexicon.ordinals[found[2]]
        return [(found.start(), self._numerals.ordinal(found[1], form))]

    def before_noun(self, found: re.Match[str]) -> list[PlacedWords]:
        """Verbalise a year before a noun that makes it an ordinal: ``1984 год``."""
        form = self._lexicon.ordinal_before[found[2]]
        return [(found.start(), self._numerals.ordinal(found[1], form))]

    def dotted(self, found: re.Match[str]) -> list[PlacedWords] | None:
        """Verbalise an ordinal that is written with a period: ``3. Mai``."""
        form = self._lexicon.dot_ordinal
        if form is None:
            return None
        if found[2] in self._lexicon.months:
            return [(found.start(), self._numerals.day(found[1]))]
        form = self._lexicon.ordinal_before.get(found[2], form)
        return [(found.start(), self._numerals.ordinal(found[1], form))]

    def plural(self, found: re.Match[str]) -> list[PlacedWords] | None:
        """Verbalise a decade or another plural of a number: ``1990s``."""
        figures, start = found[1], found.start()
        after_letter = found.string[max(0, start - 1) : start].isalpha()
        # "10s" are decades or tens; "5s" are five seconds, and "MP3s" neither.
        is_round = figures.endswith("0") or len(figures) > 2
        if not self._lexicon.plurals or not (is_round or after_letter):
            return None
        said = self._year_or_amount(figures)
        if figures.strip("0") == "1":  # "100s" are "hundreds", not "one hundreds"
            said = said.partition(" ")[2] or said
        return [(start, self._numerals.plural(said))]

    def glued(self, found: re.Match[str]) -> list[PlacedWords]:
        """Verbalise figures that are one word with their suffix: ``90er``."""
        return [(found.start(), self._year_or_amount(found[1]) + found[2])]

    def _year_or_amount(self, figures: str) -> str:
        numeral = Numeral(figures)
        return self._numerals.year(numeral) if numeral.is_year else self._numerals.amount(numeral)
