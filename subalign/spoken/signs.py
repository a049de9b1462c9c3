"""Signs that stand alone: their words, and what a dash means between figures."""

from __future__ import annotations

import unicodedata

from subalign.spoken.vocabulary import Vocabulary

_SIGNS = (
    "$ USD US$ USD € EUR £ GBP ¥ JPY ₽ RUB руб RUB руб. RUB ₹ INR R$ BRL C$ CAD CA$ CAD A$ AUD"
    " AU$ AUD NZ$ NZD ₩ KRW ₺ TRY ₪ ILS ₴ UAH грн UAH ₿ BTC zł PLN Kč CZK kr SEK Ft HUF Fr. CHF ¢ ¢"
)
_CODES = (
    "USD EUR GBP JPY CNY RUB INR CHF CAD AUD NZD BRL PLN CZK SEK NOK DKK HUF TRY ILS UAH KRW BTC"
)
CURRENCIES = {
    **dict(zip(_SIGNS.split()[::2], _SIGNS.split()[1::2], strict=True)),
    **{code: code for code in _CODES.split()},
}
"""Signs and codes of currencies, and the ISO 4217 code by which a lexicon names them."""

_VOICED = frozenset("%&+=@#$€£¥°§")
"""Signs that espeak-ng reads aloud by itself in most languages (1.52, tried in 41)."""


class Signs:
    """The words of single signs in one language."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def words(self, text: str, at: int) -> str:
        """What the sign at ``at`` says in ``text``; empty where it is silent."""
        sign, lexicon = text[at], self._vocabulary.lexicon
        if sign in "-–":
            return self._dash(text, at)
        if sign in lexicon.signs:
            return lexicon.signs[sign][0]
        if sign in CURRENCIES and (forms := self._vocabulary.numbers.currency(CURRENCIES[sign])):
            return forms[-1]
        if sign in _VOICED and not lexicon.signs:
            return sign
        return self._number(text, at)

    def _dash(self, text: str, at: int) -> str:
        before, after = text[max(0, at - 1) : at], text[at + 1 : at + 2]
        if not (after.isdecimal() or after in CURRENCIES):
            return ""
        if before.isdecimal() or before in CURRENCIES or before in ("%", "°"):
            return self._vocabulary.lexicon.to
        if before.isalpha():
            return ""
        return self._vocabulary.lexicon.minus or self._vocabulary.numbers.minus

    def _number(self, text: str, at: int) -> str:
        """½, ², and the figures of scripts that do not count by tens."""
        value = unicodedata.numeric(text[at], -1.0)
        if value < 0:
            return ""
        over, under = _ratio(value)
        if under == 1:
            return self._vocabulary.numbers.cardinal(over)
        if not self._vocabulary.numbers.known:
            return f"{over}/{under}"
        after_whole = text[max(0, at - 1) : at].isdecimal()
        return self._vocabulary.numerals.part(over, under, after_whole=after_whole)


def _ratio(value: float) -> tuple[int, int]:
    for under in range(1, 321):  # 1/320 is the smallest that Unicode has a sign for
        over = value * under
        if abs(over - round(over)) < 1e-9:
            return round(over), under
    return round(value), 1
