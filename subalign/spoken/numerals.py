"""Numerals, numbers written in figures: their values, and their words in one language."""

from __future__ import annotations

import re
from dataclasses import dataclass

from subalign.languages.lexicon import Forms, Lexicon, Ordinal
from subalign.spoken.characters import NBSP
from subalign.spoken.numbers import NumberWords

MAX_COUNTED_FIGURES = 7
"""Length of the longest run of figures that is counted. A longer one is a code or a telephone
number (subscriber numbers of E.164 have about 8 figures), unless it ends in three noughts."""

YEARS = range(1100, 2100)
"""Numbers of four figures that are a year rather than a count."""

DASH = "[-–—]"
"""Pattern of the dash between the numbers of a range."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """Number as written in ASCII figures.

    Args:
        whole: Figures before the decimal mark.
        fraction: Figures after it.
        grouped: Thousands were separated: ``20,000``.
    """

    whole: str
    fraction: str = ""
    grouped: bool = False

    @property
    def value(self) -> int:
        """The value of ``whole``, of which the last 15 figures suffice to choose a noun."""
        return int(self.whole[-15:])

    @property
    def is_year(self) -> bool:
        """True if the number has four figures in a row and is one of ``YEARS``."""
        bare = len(self.whole) == 4 and not self.fraction and not self.grouped
        return bare and self.value in YEARS


class NumeralVerbaliser:
    """Verbalises numerals in one language.

    Args:
        numbers: Number words of the language.
        lexicon: Words that stand around numbers.

    Attributes:
        pattern: Regular expression, without groups, that matches a numeral.
        point: Word for the decimal mark.
    """

    def __init__(self, numbers: NumberWords, lexicon: Lexicon) -> None:
        self._numbers, self._lexicon = numbers, lexicon
        marks = re.escape(lexicon.group_marks + NBSP)
        # A plain space may separate two numbers, so it groups noughts only: "20 000".
        grouped = rf"[0-9]{{1,3}}(?:(?:[{marks}][0-9]{{3}})+| 000(?: 000)*)(?![0-9])"
        # Groups as another language writes them: two leave no doubt, noughts hardly any.
        foreign = r"[0-9]{1,3}(?:(?:[.,][0-9]{3}){2,}|,000)(?![0-9])"
        fraction = rf"(?:{re.escape(lexicon.decimal_mark)}[0-9]+)?"
        self.pattern = (
            rf"(?:(?:{grouped}){fraction}|{foreign}"
            r"|[0-9]+(?:[.,][0-9]+)?(?![.,]?[0-9])|[0-9]+(?![0-9]))"
        )
        self.point = lexicon.point or numbers.point
        self._with_groups = re.compile(rf"({grouped}|{foreign})(.*)")

    def parse(self, text: str) -> Numeral:
        """Parse a match of ``pattern``."""
        found = self._with_groups.fullmatch(text)
        if found:
            whole, tail = found.groups()
            return Numeral(re.sub("[^0-9]", "", whole), tail[1:], True)
        whole, _, fraction = text.replace(",", ".").partition(".")
        return Numeral(whole, fraction)

    def amount(self, numeral: Numeral) -> str:
        """Return a quantity in words: "three point one four"."""
        whole = self._whole_words(numeral)
        if not numeral.fraction:
            return whole
        named = self._lexicon.fraction == "named" and self._numbers.decimal(
            f"{numeral.whole}.{numeral.fraction}"
        )
        return named or " ".join(f"{whole} {self._decimals(numeral.fraction)}".split())

    def year(self, numeral: Numeral) -> str:
        """Return a year in words."""
        if self._lexicon.years_in_hundreds:
            return self._numbers.year(numeral.value)
        return self.amount(numeral)

    def code(self, numeral: Numeral) -> str:
        """Return a number that is part of a name in words: "three twenty" for ``A320``."""
        size = len(numeral.whole)
        in_pairs = self._lexicon.pairs and size in (3, 4) and not numeral.fraction
        if not in_pairs or numeral.whole.startswith("0") or numeral.whole.endswith("00"):
            return self.year(numeral) if numeral.is_year else self.amount(numeral)
        first, last = numeral.whole[:-2], numeral.whole[-2:]
        return f"{self._cardinal(first)} {self._pair(last)}"

    def with_noun(self, numeral: Numeral, forms: Forms) -> tuple[str, str]:
        """Return a quantity in words, and the one of the noun's ``forms`` that follows it."""
        if numeral.fraction:
            return self.amount(numeral), forms[min(1, len(forms) - 1)]
        said = self.amount(numeral)
        if numeral.value == 1 and said == self._lexicon.one[0]:
            said = self._lexicon.one[1]  # "ein Meter", though one counts "eins"
        return said, self._numbers.noun_form(numeral.value, forms)

    def ordinal(self, figures: str, form: Ordinal) -> str:
        """Return ASCII ``figures`` as an ordinal."""
        if len(figures) > MAX_COUNTED_FIGURES:
            return self._numbers.digits(figures)
        return self._numbers.ordinal(int(figures), form)

    def day(self, figures: str) -> str:
        """Return the day of a month."""
        if self._lexicon.day is not None:
            return self.ordinal(figures, self._lexicon.day)
        if int(figures) == 1 and self._lexicon.first_day:
            return self._lexicon.first_day
        return self._cardinal(figures)

    def date(self, day: str, month: str, year: str) -> str:
        """Return a date in words.

        Args:
            day: Figures of the day.
            month: Figures of the month, 1 to 12.
            year: Figures of the year.
        """
        months = self._lexicon.months
        if not months:
            return " ".join(map(self._cardinal, (day, month, year)))
        form = self._lexicon.date_year
        said = self.year(Numeral(year)) if form is None else self.ordinal(year, form)
        return self._lexicon.date.format(day=self.day(day), month=months[int(month) - 1], year=said)

    def clock(self, hours: str, minutes: str, *, named: bool) -> str:
        """Return a time of day in words.

        Args:
            hours: Figures of the hour.
            minutes: Figures of the minute.
            named: A word such as "o'clock" or "p.m." follows, so none is added.
        """
        between, full = self._lexicon.clock
        if int(minutes) == 0:
            return " ".join(filter(None, (self._cardinal(hours), "" if named else full)))
        return " ".join(filter(None, (self._cardinal(hours), between, self._pair(minutes))))

    def fraction(self, over: int, under: int, *, after_whole: bool = False) -> str:
        """Return a fraction in words: "three quarters".

        Args:
            over: Numerator, at least 0.
            under: Denominator, at least 2.
            after_whole: A whole number stands in front: "one *and* a half".
        """
        forms = self._lexicon.fractions.get(under) or (self._cardinal(str(under)),)
        said = " ".join(self.with_noun(Numeral(str(over)), forms))
        joint = self._lexicon.signs.get("&", ("",))[0] if after_whole else ""
        return f"{joint} {said}".strip()

    def plural(self, said: str) -> str:
        """Return the plural of a number word: "nineties"."""
        for end, plural_end in self._lexicon.plurals:
            if said.endswith(end):
                return said[: len(said) - len(end)] + plural_end
        return said

    def digits(self, figures: str) -> str:
        """Return ASCII ``figures`` one by one."""
        return self._numbers.digits(figures)

    def _pair(self, figures: str) -> str:
        """Return two figures as in a code or a time: "oh five"."""
        nought = self._lexicon.pairs if figures[0] == "0" else ""
        return f"{nought} {self._cardinal(figures)}".strip()

    def _cardinal(self, figures: str) -> str:
        return self._whole_words(Numeral(str(int(figures))))

    def _whole_words(self, numeral: Numeral) -> str:
        figures = numeral.whole
        is_long = len(figures) > MAX_COUNTED_FIGURES
        is_code = is_long and not figures.endswith("000") and not numeral.grouped
        if is_code or (figures.startswith("0") and len(figures) > 1) or len(figures) > 15:
            return self._numbers.digits(figures)
        return self._numbers.cardinal(int(figures))

    def _decimals(self, figures: str) -> str:
        """Return the figures after the decimal mark in words, with the mark."""
        rest = figures.lstrip("0")
        if self._lexicon.fraction == "number" and 0 < len(rest) <= 3:
            noughts = self._numbers.digits(figures[: len(figures) - len(rest)])
            said = f"{noughts} {self._numbers.cardinal(int(rest))}"
        else:
            said = self._numbers.digits(figures)
        return f"{self.point} {said}"
