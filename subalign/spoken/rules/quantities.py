"""Numbers and what they count: money, units, magnitudes, ranges, years."""

from __future__ import annotations

import re

from subalign.languages.lexicon import Forms
from subalign.spoken.characters import NBSP
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
from subalign.text.punctuation import APOSTROPHES

_PRICE_MAGNITUDES = {
    "k": "k",
    "K": "k",
    "m": "M",
    "M": "M",
    "b": "bn",
    "B": "bn",
    "t": "tn",
    "T": "tn",
}
"""Letters that are magnitudes after a price only (``$5m``; ``5m`` are metres), and their keys in
``Lexicon.magnitudes``."""


def rules(vocabulary: Vocabulary) -> list[VerbalisationRule]:
    """Return the rules for numbers, alone or with what they count."""
    verbaliser, lexicon = _QuantityVerbaliser(vocabulary), vocabulary.lexicon
    numeral = vocabulary.numerals.pattern
    # "a" is the only number, or the first of a range; "b" is the last of a range.
    span = rf"(?P<a>{numeral})(?:(?:{DASH}| {DASH} )(?P<b>{numeral}))?"
    magnitude, currency = any_of(lexicon.magnitudes), any_of(CURRENCIES)
    loose = any_of({"%", *lexicon.units, *CURRENCIES} - {*lexicon.bound})
    noun = (
        rf"(?:[ {NBSP}-]?(?P<noun>{loose})|(?P<bound>{any_of(lexicon.bound)}))"
        rf"(?!{LETTER}|[0-9{APOSTROPHES}])"
    )
    price = (
        rf"(?P<noun>{currency}){SPACE}?{span}"
        rf"(?:{SPACE}?(?P<magnitude>{magnitude}|{any_of(_PRICE_MAGNITUDES)}){END})?"
    )
    return [
        (price, verbaliser.price),
        (rf"(?P<a>{numeral})[x×](?P<b>{numeral}){END}", verbaliser.product),
        (rf"{span}(?:{SPACE}?(?P<magnitude>{magnitude}){END})?{noun}", verbaliser.quantity),
        (rf"{span}(?:(?P<magnitude>{magnitude}){END})?", verbaliser.number),
    ]


class _QuantityVerbaliser:
    """Verbalises numbers and what they count in one language."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._numerals, self._lexicon = vocabulary.numerals, vocabulary.lexicon
        self._numbers = vocabulary.numbers

    def price(self, found: re.Match[str]) -> list[PlacedWords]:
        """Verbalise a number after its currency: "$5" is "five dollars"."""
        last = next(group for group in ("magnitude", "b", "a") if found[group])
        return self._with_noun(found, found["noun"], found.start(last))

    def quantity(self, found: re.Match[str]) -> list[PlacedWords]:
        """Verbalise a number before its unit or currency."""
        group = "noun" if found["noun"] else "bound"
        return self._with_noun(found, found[group], found.start(group))

    def number(self, found: re.Match[str]) -> list[PlacedWords]:
        """Verbalise a number or a range without a unit."""
        first = self._numerals.parse(found["a"])
        if found["magnitude"]:
            return self._with_noun(found, "", found.start("magnitude"))
        if not found["b"]:
            return [(found.start(), self._alone(found, first))]
        second = self._numerals.parse(found["b"])
        # "1984-85" is a range of years too.
        are_years = first.is_year and (second.is_year or len(second.whole) == 2)
        say = self._numerals.year if are_years else self._numerals.amount
        said = f"{say(first)} {self._lexicon.to}".strip()
        return [(found.start("a"), said), (found.start("b"), say(second))]

    def product(self, found: re.Match[str]) -> list[PlacedWords]:
        """Verbalise "4x4"."""
        first, second = (self._numerals.code(self._numerals.parse(found[g])) for g in "ab")
        said = f"{first} {self._lexicon.times}".strip()
        return [(found.start("a"), said), (found.start("b"), second)]

    def _with_noun(self, found: re.Match[str], noun: str, at: int) -> list[PlacedWords]:
        """Verbalise a number or a range, its magnitude, and its noun.

        Args:
            found: Match with the groups ``a``, ``b`` and ``magnitude``.
            noun: Unit or currency as written; may be empty.
            at: Offset to which the words of ``noun`` belong.
        """
        last = "b" if found["b"] else "a"
        numeral = self._numerals.parse(found[last])
        forms, currency = self._noun_forms(noun)
        written = found.groupdict().get("magnitude")
        words: list[PlacedWords] = []
        if last == "b":
            first = self._numerals.amount(self._numerals.parse(found["a"]))
            words.append((found.start("a"), f"{first} {self._lexicon.to}".strip()))
        if written:
            said, magnitude = self._numerals.with_noun(numeral, self._magnitude_forms(written))
            words += [(found.start(last), said), (found.start("magnitude"), magnitude)]
            after = f"{self._joint(written) if currency else ''} {forms[-1]}".strip()
        elif price := self._price_with_cents(numeral, currency, forms):
            return [*words, (found.start(last), price)]
        else:
            said, after = self._numerals.with_noun(numeral, forms)
            words.append((found.start(last), said))
        return [*words, (at, after)]

    def _noun_forms(self, noun: str) -> tuple[Forms, str]:
        """Return the forms of a unit or currency, and the ISO 4217 code of a currency."""
        if noun == "%":
            return self._lexicon.percent or (noun,), ""
        if noun in self._lexicon.units or not noun:
            return self._lexicon.units.get(noun, ("",)), ""
        currency = CURRENCIES[noun]
        forms = self._lexicon.currencies.get(currency) or self._numbers.currency(currency)
        return forms or (noun,), currency

    def _price_with_cents(self, numeral: Numeral, currency: str, forms: Forms) -> str:
        """Return a price with two decimals, "three dollars fifty"; empty if it is none."""
        cents = self._lexicon.cents.get(currency)
        if cents is None or len(numeral.fraction) != 2:
            return ""
        small = Numeral(str(int(numeral.fraction)))
        if not numeral.value:
            return " ".join(self._numerals.with_noun(small, cents))
        whole = Numeral(numeral.whole, grouped=numeral.grouped)
        words = self._numerals.with_noun(whole, forms)
        if not small.value:
            return " ".join(words)
        said = (*words, self._lexicon.cents_joint, self._numerals.amount(small))
        return " ".join(filter(None, said))

    def _magnitude_forms(self, written: str) -> Forms:
        if written in ("k", "K"):
            return (self._lexicon.thousand or written,)
        is_word = written in self._lexicon.magnitudes
        key = written if is_word else _PRICE_MAGNITUDES[written]
        forms = self._lexicon.magnitudes.get(key, ())
        return forms if any(forms) else (written,)

    def _joint(self, written: str) -> str:
        """Return the word between a magnitude and a currency: "millions *of* euros"."""
        is_thousand = written in ("k", "K", self._lexicon.thousand)
        return "" if is_thousand else self._lexicon.of

    def _alone(self, found: re.Match[str], numeral: Numeral) -> str:
        """Verbalise a number with nothing of its own around it: a day, a year or a count."""
        before, (_, after) = word_before(found), words_after(found)
        if 0 < numeral.value <= 31 and not numeral.fraction and numeral.whole[0] != "0":
            if after in self._lexicon.months:
                return f"{self._numerals.day(numeral.whole)} {self._lexicon.of_month}".strip()
            if before in self._lexicon.months and self._lexicon.day is not None:
                return self._numerals.day(numeral.whole)
        if numeral.is_year and not self._is_count(before, after):
            return self._numerals.year(numeral)
        return self._numerals.amount(numeral)

    def _is_count(self, before: str, after: str) -> bool:
        """Return True if a four-figure number between these words counts rather than dates."""
        lexicon = self._lexicon
        is_noun = after.islower() and after.endswith(lexicon.noun_ends)
        return is_noun and after not in lexicon.no_nouns and before.lower() not in lexicon.dating
