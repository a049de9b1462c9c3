"""Places in a row, decades, and what else is one word with its figures."""

from __future__ import annotations

import re

from subalign.spoken.numerals import Numeral
from subalign.spoken.rules.base import END, LETTER, SPACE, PlacedWords, VerbalisationRule, any_of
from subalign.spoken.vocabulary import Vocabulary


def rules(vocabulary: Vocabulary) -> list[VerbalisationRule]:
    """Those for ``21st``, ``3. Mai``, ``1990s`` and ``90er``."""
    said, lexicon = _Ordinals(vocabulary), vocabulary.lexicon
    noun = any_of(lexicon.ordinal_before)
    return [
        (rf"([0-9]+)({any_of(lexicon.ordinals)}){END}", said.suffixed),
        (rf"([0-9]{{4}})(?={SPACE}({noun})(?!{LETTER}))", said.before_noun),
        (rf"([0-9]{{1,3}})\.(?={SPACE}({LETTER}+))", said.dotted),
        (rf"([0-9]+)['’]?s{END}", said.plural),
        (rf"([0-9]+)({any_of(lexicon.glued)}){END}", said.glued),
    ]


class _Ordinals:
    def __init__(self, vocabulary: Vocabulary) -> None:
        self._numerals, self._lexicon = vocabulary.numerals, vocabulary.lexicon

    def suffixed(self, found: re.Match[str]) -> list[PlacedWords]:
        form = self._lexicon.ordinals[found[2]]
        return [(found.start(), self._numerals.ordinal(found[1], form))]

    def before_noun(self, found: re.Match[str]) -> list[PlacedWords]:
        form = self._lexicon.ordinal_before[found[2]]
        return [(found.start(), self._numerals.ordinal(found[1], form))]

    def dotted(self, found: re.Match[str]) -> list[PlacedWords] | None:
        form = self._lexicon.dot_ordinal
        if form is None:
            return None
        if found[2] in self._lexicon.months:
            return [(found.start(), self._numerals.day(found[1]))]
        form = self._lexicon.ordinal_before.get(found[2], form)
        return [(found.start(), self._numerals.ordinal(found[1], form))]

    def plural(self, found: re.Match[str]) -> list[PlacedWords] | None:
        text, start = found[1], found.start()
        after_letter = found.string[max(0, start - 1) : start].isalpha()
        # "10s" are decades or tens, "5s" five seconds, and "MP3s" neither.
        is_round = text.endswith("0") or len(text) > 2
        if not self._lexicon.plurals or not (is_round or after_letter):
            return None
        said = self._year_or_amount(text)
        if text.strip("0") == "1":
            said = said.partition(" ")[2] or said
        return [(start, self._numerals.plural(said))]

    def glued(self, found: re.Match[str]) -> list[PlacedWords]:
        return [(found.start(), self._year_or_amount(found[1]) + found[2])]

    def _year_or_amount(self, text: str) -> str:
        figure = Numeral(text)
        return self._numerals.year(figure) if figure.is_year else self._numerals.amount(figure)
