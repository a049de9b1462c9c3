"""Numbers and what they count: money, units, magnitudes, ranges, years."""

from __future__ import annotations

import re

from subalign.spoken.characters import APOSTROPHES, NBSP
from subalign.spoken.lexicon import Forms
from subalign.spoken.numerals import DASH, Numeral
from subalign.spoken.rules.base import (
    END,
    LETTER,
    SPACE,
    PlacedWords,
    VerbalisationRule,
    any_of,
    word_before,
    words_after,
)
from subalign.spoken.signs import CURRENCIES
from subalign.spoken.vocabulary import Vocabulary

_IN_PRICES = {"k": "k", "K": "k", "m": "M", "b": "bn", "B": "bn", "t": "tn", "T": "tn", "M": "M"}
"""Letters that are magnitudes after a price, and their keys in a lexicon."""


def rules(vocabulary: Vocabulary) -> list[VerbalisationRule]:
    """Those for numbers, alone or with all that belongs to them."""
    return _Quantities(vocabulary).rules()


class _Quantities:
    def __init__(self, vocabulary: Vocabulary) -> None:
        self._numerals, self._lexicon, self._numbers = (
            vocabulary.numerals,
            vocabulary.lexicon,
            vocabulary.numbers,
        )

    def rules(self) -> list[VerbalisationRule]:
        lexicon, figure = self._lexicon, self._numerals.pattern
        span = rf"(?P<a>{figure})(?:(?:{DASH}| {DASH} )(?P<b>{figure}))?"
        large, money = any_of(lexicon.magnitudes), any_of(CURRENCIES)
        loose = any_of({"%", *lexicon.units, *CURRENCIES} - {*lexicon.bound})
        noun = (
            rf"(?:[ {NBSP}-]?(?P<noun>{loose})|(?P<bound>{any_of(lexicon.bound)}))"
            rf"(?!{LETTER}|[0-9{APOSTROPHES}])"
        )
        return [
            (
                rf"(?P<noun>{money}){SPACE}?{span}"
                rf"(?:{SPACE}?(?P<large>{large}|{any_of(_IN_PRICES)}){END})?",
                self._price,
            ),
            (rf"(?P<a>{figure})[x×](?P<b>{figure}){END}", self._product),
            (rf"{span}(?:{SPACE}?(?P<large>{large}){END})?{noun}", self._quantity),
            (rf"{span}(?:(?P<large>{large}){END})?", self._number),
        ]

    def _price(self, found: re.Match[str]) -> list[PlacedWords]:
        last = next(group for group in ("large", "b", "a") if found[group])
        return self._amounts(found, found["noun"], found.start(last))

    def _quantity(self, found: re.Match[str]) -> list[PlacedWords]:
        group = "noun" if found["noun"] else "bound"
        return self._amounts(found, found[group], found.start(group))

    def _number(self, found: re.Match[str]) -> list[PlacedWords]:
        first = self._numerals.parse(found["a"])
        if found["large"]:
            return self._amounts(found, "", found.start("large"))
        if not found["b"]:
            return [(found.start(), self._alone(found, first))]
        second = self._numerals.parse(found["b"])
        years = first.is_year and (second.is_year or len(second.whole) == 2)
        say = self._numerals.year if years else self._numerals.amount
        said = f"{say(first)} {self._lexicon.to}".strip()
        return [(found.start("a"), said), (found.start("b"), say(second))]

    def _product(self, found: re.Match[str]) -> list[PlacedWords]:
        first, second = (self._numerals.code(self._numerals.parse(found[g])) for g in "ab")
        said = f"{first} {self._lexicon.times}".strip()
        return [(found.start("a"), said), (found.start("b"), second)]

    def _amounts(self, found: re.Match[str], noun: str, at: int) -> list[PlacedWords]:
        """One number or two, a magnitude, and the words of ``noun`` at ``at``."""
        last = "b" if found["b"] else "a"
        figure = self._numerals.parse(found[last])
        forms, code = self._forms(noun)
        large = found.groupdict().get("large")
        pieces: list[PlacedWords] = []
        if last == "b":
            first = self._numerals.amount(self._numerals.parse(found["a"]))
            pieces.append((found.start("a"), f"{first} {self._lexicon.to}".strip()))
        if large:
            said, magnitude = self._numerals.counted(figure, self._large(large))
            pieces += [(found.start(last), said), (found.start("large"), magnitude)]
            after = f"{self._of(large) if code else ''} {forms[-1]}".strip()
        elif price := self._price_with_cents(figure, code, forms):
            return [*pieces, (found.start(last), price)]
        else:
            said, after = self._numerals.counted(figure, forms)
            pieces.append((found.start(last), said))
        return [*pieces, (at, after)]

    def _forms(self, noun: str) -> tuple[Forms, str]:
        """The forms of a unit or currency, and the currency's code."""
        if noun == "%":
            return self._lexicon.percent or (noun,), ""
        if noun in self._lexicon.units or not noun:
            return self._lexicon.units.get(noun, ("",)), ""
        code = CURRENCIES[noun]
        forms = self._lexicon.currencies.get(code) or self._numbers.currency(code)
        return forms or (noun,), code

    def _price_with_cents(self, figure: Numeral, code: str, forms: Forms) -> str:
        """A price with two decimals, "three dollars fifty"; empty if it is none."""
        cents = self._lexicon.cents.get(code)
        if cents is None or len(figure.fraction) != 2:
            return ""
        small = Numeral(str(int(figure.fraction)))
        if not figure.value:
            return " ".join(self._numerals.counted(small, cents))
        whole = self._numerals.counted(Numeral(figure.whole, grouped=figure.grouped), forms)
        if not small.value:
            return " ".join(whole)
        said = (*whole, self._lexicon.cents_joint, self._numerals.amount(small))
        return " ".join(filter(None, said))

    def _large(self, written: str) -> Forms:
        if written in ("k", "K"):
            return (self._lexicon.thousand or written,)
        key = written if written in self._lexicon.magnitudes else _IN_PRICES[written]
        forms = self._lexicon.magnitudes.get(key, ())
        return forms if any(forms) else (written,)

    def _of(self, written: str) -> str:
        is_thousand = written in ("k", "K", self._lexicon.thousand)
        return "" if is_thousand else self._lexicon.of

    def _alone(self, found: re.Match[str], figure: Numeral) -> str:
        """A number with nothing of its own around it: a day, a year or a count."""
        before, (_, after) = word_before(found), words_after(found)
        if 0 < figure.value <= 31 and not figure.fraction and figure.whole[0] != "0":
            if after in self._lexicon.months:
                return f"{self._numerals.day(figure.whole)} {self._lexicon.of_month}".strip()
            if before in self._lexicon.months and self._lexicon.day is not None:
                return self._numerals.day(figure.whole)
        if figure.is_year and not self._counts(before, after):
            return self._numerals.year(figure)
        return self._numerals.amount(figure)

    def _counts(self, before: str, after: str) -> bool:
        """Does a four-figure number between these words count rather than date?"""
        lexicon = self._lexicon
        is_noun = after.islower() and after.endswith(lexicon.noun_ends)
        return is_noun and after not in lexicon.no_nouns and before.lower() not in lexicon.dating
