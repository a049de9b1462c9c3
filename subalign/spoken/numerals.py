"""How a written figure is read: its value, and the words for it in one language."""

from __future__ import annotations

import re
from dataclasses import dataclass

from subalign.spoken.characters import NBSP
from subalign.spoken.lexicon import Forms, Lexicon, Ordinal
from subalign.spoken.numbers import NumberWords

LONGEST = 7
"""Figures in a row that are still counted; more are a code or a telephone number (E.164
subscriber numbers have up to 8), unless they end in noughts."""

YEARS = range(1100, 2100)
"""Four figures that are rather a year than a count."""

DASH = "[-–—]"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written: the figures of its whole and of its fraction."""

    whole: str
    fraction: str = ""
    grouped: bool = False

    @property
    def value(self) -> int:
        """The whole, cut off where no noun looks any more."""
        return int(self.whole[-15:])

    @property
    def is_year(self) -> bool:
        """Four figures in a row that may be a year?"""
        bare = len(self.whole) == 4 and not self.fraction and not self.grouped
        return bare and self.value in YEARS


class NumeralVerbaliser:
    """Reads figures aloud in one language.

    Args:
        numbers: its number words.
        lexicon: what stands around them.
    """

    def __init__(self, numbers: NumberWords, lexicon: Lexicon) -> None:
        self._numbers, self._lexicon = numbers, lexicon
        groups = re.escape(lexicon.group_marks + NBSP)
        self._grouped = rf"[0-9]{{1,3}}(?:(?:[{groups}][0-9]{{3}})+| 000(?: 000)*)(?![0-9])"
        # Thousands as another language parts them: two groups leave no doubt, noughts hardly.
        self._foreign = r"[0-9]{1,3}(?:(?:[.,][0-9]{3}){2,}|,000)(?![0-9])"
        tail = rf"(?:{re.escape(lexicon.decimal_mark)}[0-9]+)?"
        self.pattern = (
            rf"(?:(?:{self._grouped}){tail}|{self._foreign}"
            r"|[0-9]+(?:[.,][0-9]+)?(?![.,]?[0-9])|[0-9]+(?![0-9]))"
        )
        """A regular expression, without groups, for a figure."""
        self.point = lexicon.point or numbers.point
        """The word for the decimal mark."""
        self._whole = re.compile(rf"({self._grouped}|{self._foreign})(.*)")

    def parse(self, text: str) -> Numeral:
        """The figure that ``text``, a match of ``pattern``, stands for."""
        found = self._whole.fullmatch(text)
        if found:
            whole, tail = found.groups()
            return Numeral(re.sub("[^0-9]", "", whole), tail[1:], True)
        whole, _, fraction = text.replace(",", ".").partition(".")
        return Numeral(whole, fraction)

    def amount(self, figure: Numeral) -> str:
        """``figure`` as a quantity."""
        whole = self._whole_words(figure)
        if not figure.fraction:
            return whole
        named = self._lexicon.fraction == "named" and self._numbers.decimal(
            f"{figure.whole}.{figure.fraction}"
        )
        return named or " ".join(f"{whole} {self._fraction(figure.fraction)}".split())

    def year(self, figure: Numeral) -> str:
        """``figure`` as a year."""
        if self._lexicon.years_in_hundreds:
            return self._numbers.year(figure.value)
        return self.amount(figure)

    def code(self, figure: Numeral) -> str:
        """``figure`` as part of a name: ``A320``."""
        size = len(figure.whole)
        in_pairs = self._lexicon.pairs and size in (3, 4) and not figure.fraction
        if not in_pairs or figure.whole.startswith("0") or figure.whole.endswith("00"):
            return self.year(figure) if figure.is_year else self.amount(figure)
        first, last = figure.whole[:-2], figure.whole[-2:]
        return f"{self._cardinal(first)} {self._pair(last)}"

    def counted(self, figure: Numeral, forms: Forms) -> tuple[str, str]:
        """``figure`` and the one of ``forms`` that stands after it."""
        if figure.fraction:
            return self.amount(figure), forms[min(1, len(forms) - 1)]
        said = self.amount(figure)
        if figure.value == 1 and said == self._lexicon.one[0]:
            said = self._lexicon.one[1]
        return said, self._numbers.form(figure.value, forms)

    def ordinal(self, figures: str, form: Ordinal) -> str:
        """ASCII ``figures`` as a place in a row."""
        if len(figures) > LONGEST:
            return self._numbers.digits(figures)
        return self._numbers.ordinal(int(figures), form)

    def day(self, figures: str) -> str:
        """A day of a month."""
        if self._lexicon.day is not None:
            return self.ordinal(figures, self._lexicon.day)
        if int(figures) == 1 and self._lexicon.first_day:
            return self._lexicon.first_day
        return self._cardinal(figures)

    def date(self, day: str, month: str, year: str) -> str:
        """A date in figures; ``month`` in 1..12."""
        months = self._lexicon.months
        if not months:
            return " ".join(map(self._cardinal, (day, month, year)))
        form = self._lexicon.date_year
        figure = Numeral(year)
        said = self.year(figure) if form is None else self.ordinal(year, form)
        return self._lexicon.date.format(day=self.day(day), month=months[int(month) - 1], year=said)

    def clock(self, hours: str, minutes: str, *, named: bool) -> str:
        """A time of day; ``named`` if the word for it follows."""
        between, full = self._lexicon.clock
        if int(minutes) == 0:
            return " ".join(filter(None, (self._cardinal(hours), "" if named else full)))
        return " ".join(filter(None, (self._cardinal(hours), between, self._pair(minutes))))

    def part(self, over: int, under: int, *, after_whole: bool = False) -> str:
        """A fraction, ``over`` >= 0 and ``under`` > 1: "three quarters"."""
        forms = self._lexicon.fractions.get(under) or (self._cardinal(str(under)),)
        said = " ".join(self.counted(Numeral(str(over)), forms))
        joint = self._lexicon.signs.get("&", ("",))[0] if after_whole else ""
        return f"{joint} {said}".strip()

    def plural(self, said: str) -> str:
        """The plural of a number word: "nineties"."""
        for end, ends in self._lexicon.plurals:
            if said.endswith(end):
                return said[: len(said) - len(end)] + ends
        return said

    def digits(self, figures: str) -> str:
        """ASCII ``figures`` one by one."""
        return self._numbers.digits(figures)

    def _pair(self, figures: str) -> str:
        nought = self._lexicon.pairs if figures[0] == "0" else ""
        return f"{nought} {self._cardinal(figures)}".strip()

    def _cardinal(self, figures: str) -> str:
        return self._whole_words(Numeral(str(int(figures))))

    def _whole_words(self, figure: Numeral) -> str:
        text = figure.whole
        is_code = len(text) > LONGEST and not text.endswith("000") and not figure.grouped
        if is_code or (text.startswith("0") and len(text) > 1) or len(text) > 15:
            return self._numbers.digits(text)
        return self._numbers.cardinal(int(text))

    def _fraction(self, figures: str) -> str:
        rest = figures.lstrip("0")
        if self._lexicon.fraction == "number" and 0 < len(rest) <= 3:
            noughts = self._numbers.digits(figures[: len(figures) - len(rest)])
            said = f"{noughts} {self._numbers.cardinal(int(rest))}"
        else:
            said = self._numbers.digits(figures)
        return f"{self.point} {said}"
