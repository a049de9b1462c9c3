"""Numbers with a sign between them: ``3/4/2021``, ``10:30``, ``16:9``, ``3/4``, ``5'10"``."""

from __future__ import annotations

import re

from subalign.spoken.numerals import Numeral
from subalign.spoken.rules.base import (
    END,
    PlacedWords,
    VerbalisationRule,
    any_of,
    words_after,
)
from subalign.spoken.vocabulary import Vocabulary


def rules(vocabulary: Vocabulary) -> list[VerbalisationRule]:
    """Return the rules for dates, times of day, ratios, versions, fractions and heights."""
    verbaliser = _DateVerbaliser(vocabulary)
    clock = r"([0-9]{1,2}) ?[:h] ?([0-5][0-9])(?::([0-5][0-9]))?(?![0-9])"
    clock_word = any_of(vocabulary.lexicon.clock[:1])
    return [
        (
            r"([0-9]{1,4})([./-])([0-9]{1,2})\2([0-9]{2,4})(?![0-9]|[./-][0-9])",
            verbaliser.date,
        ),
        (rf"{clock} (?P<word>{clock_word}){END}", verbaliser.clock_with_word),
        (clock, verbaliser.clock),
        (r"([0-9]+):([0-9]+)", verbaliser.ratio),
        (r"[0-9]{1,15}(?:\.[0-9]{1,15}){2,9}", verbaliser.version),
        (r"([0-9]{1,3})/([0-9]{1,3})(?![0-9/])", verbaliser.fraction),
        (r"([0-9])['′’]([0-9]{1,2})(?:[\"″”]|'')?(?![0-9])", verbaliser.height),
    ]


class _DateVerbaliser:
    """Verbalises numbers with a sign between them in one language."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._numerals, self._lexicon = vocabulary.numerals, vocabulary.lexicon

    def date(self, found: re.Match[str]) -> list[PlacedWords] | None:
        """Verbalise a date in figures, in the order of day and month that the language has."""
        first, _, second, last = found.groups()
        if len(first) == 4:  # ISO 8601: 2021-03-04
            day, month, year = last, second, first
        elif self._lexicon.month_first and int(first) <= 12:
            day, month, year = second, first, last
        else:
            day, month, year = first, second, last
        if len(day) > 2 or not (1 <= int(month) <= 12 and 1 <= int(day) <= 31):
            return None
        return [(found.start(), self._numerals.date(day, month, year))]

    def clock(self, found: re.Match[str]) -> list[PlacedWords] | None:
        """Verbalise a time of day; hours above 24 are left to the rule for ratios."""
        hours, minutes, seconds = found.groups()
        if int(hours) > 24:
            return None
        named = any(word in self._lexicon.clock_words for word in words_after(found))
        said = self._numerals.clock(hours, minutes, named=named)
        return [(found.start(), f"{said} {self._count(seconds)}" if seconds else said)]

    def clock_with_word(self, found: re.Match[str]) -> list[PlacedWords] | None:
        """Verbalise a time with its word between hours and minutes, as in German.

        ``10:30 Uhr`` is "zehn" and "Uhr dreißig".
        """
        hours, minutes = found[1], found[2]
        if int(hours) > 24:
            return None
        last = self._count(minutes) if int(minutes) else ""
        word = (found.start("word"), f"{found['word']} {last}".strip())
        return [(found.start(), self._count(hours)), word]

    def ratio(self, found: re.Match[str]) -> list[PlacedWords]:
        """Verbalise ``16:9`` and scores: "two to one"."""
        first = f"{self._count(found[1])} {self._lexicon.versus}".strip()
        return [(found.start(1), first), (found.start(2), self._count(found[2]))]

    def version(self, found: re.Match[str]) -> list[PlacedWords] | None:
        """Verbalise a version: "one point two point three" for ``1.2.3``."""
        if self._numerals.parse(found[0]).grouped:  # "1.000.000" counts
            return None
        parts = (self._numerals.amount(Numeral(part)) for part in found[0].split("."))
        return [(found.start(), f" {self._numerals.point} ".join(parts))]

    def fraction(self, found: re.Match[str]) -> list[PlacedWords]:
        """Verbalise ``3/4``: "three quarters"."""
        over, under = int(found[1]), int(found[2])
        if 0 < over < under and under in self._lexicon.fractions:
            before = found.string[max(0, found.start() - 6) : found.start()]
            # The 1 of "1 1/2", but not the end of "0.1 1/2".
            after_whole = re.search(r"(?:^|[^0-9/.,:])[0-9]{1,3} $", before) is not None
            said = self._numerals.fraction(over, under, after_whole=after_whole)
            return [(found.start(), said)]
        # "24/7", "9/11" and "50/50" are not fractions.
        return [(found.start(group), self._count(found[group])) for group in (1, 2)]

    def height(self, found: re.Match[str]) -> list[PlacedWords]:
        """Verbalise feet and inches: "five foot ten"."""
        foot = self._lexicon.units.get("ft", ("",))[0]
        said = (self._count(found[1]), foot, self._count(found[2]))
        return [(found.start(), " ".join(filter(None, said)))]

    def _count(self, figures: str) -> str:
        return self._numerals.amount(Numeral(figures.lstrip("0") or "0"))
