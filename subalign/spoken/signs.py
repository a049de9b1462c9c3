"""Signs that stand alone: their words, and the meaning of a dash between figures."""

from __future__ import annotations

import unicodedata

from subalign.spoken.vocabulary import Vocabulary


def _currencies() -> dict[str, str]:
    signs = (
        "$ USD US$ USD € EUR £ GBP ¥ JPY ₽ RUB руб RUB руб. RUB ₹ INR R$ BRL C$ CAD CA$ CAD A$ AUD"
        " AU$ AUD NZ$ NZD ₩ KRW ₺ TRY ₪ ILS ₴ UAH грн UAH ₿ BTC zł PLN Kč CZK kr SEK Ft HUF Fr. CHF"
        " ¢ ¢"
    ).split()
    codes = (
        "USD EUR GBP JPY CNY RUB INR CHF CAD AUD NZD BRL PLN CZK SEK NOK DKK HUF TRY ILS UAH KRW"
        " BTC"
    ).split()
    return {**dict(zip(signs[::2], signs[1::2], strict=True)), **{code: code for code in codes}}


CURRENCIES = _currencies()
"""ISO 4217 codes of currencies, by the signs and codes that are written for them.

``¢`` has no code, so it stands for itself here and in the lexicons."""


class SignVerbaliser:
    """Verbalises single signs in one language.

    Args:
        vocabulary: Words of the language.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def words(self, text: str, at: int) -> str:
        """Return the words of the sign at offset ``at``; empty where it is silent."""
        sign, lexicon = text[at], self._vocabulary.lexicon
        if sign in "-–":
            return self._dash(text, at)
        if sign in lexicon.signs:
            return lexicon.signs[sign][0]
        currency = CURRENCIES.get(sign)
        if currency and (forms := self._vocabulary.numbers.currency(currency)):
            return forms[-1]
        # Signs that espeak-ng 1.52 reads aloud by itself in most languages (tried in 41).
        if sign in "%&+=@#$€£¥°§" and not lexicon.signs:
            return sign
        return self._numeric_sign(text, at)

    def _dash(self, text: str, at: int) -> str:
        """Return "to" between figures, "minus" before a figure, else nothing."""
        before, after = text[max(0, at - 1) : at], text[at + 1 : at + 2]
        if not (after.isdecimal() or after in CURRENCIES):
            return ""
        if before.isdecimal() or before in CURRENCIES or before in ("%", "°"):
            return self._vocabulary.lexicon.to
        if before.isalpha():
            return ""
        return self._vocabulary.lexicon.minus or self._vocabulary.numbers.minus

    def _numeric_sign(self, text: str, at: int) -> str:
        """Return the words of ½, ², and figures of scripts without a place value."""
        value = unicodedata.numeric(text[at], -1.0)
        if value < 0:
            return ""
        over, under = _as_ratio(value)
        if under == 1:
            return self._vocabulary.numbers.cardinal(over)
        if not self._vocabulary.numbers.known:
            return f"{over}/{under}"
        after_whole = text[max(0, at - 1) : at].isdecimal()
        return self._vocabulary.numerals.fraction(over, under, after_whole=after_whole)


def _as_ratio(value: float) -> tuple[int, int]:
    """Return the numerator and denominator of the value of a character."""
    for under in range(1, 321):  # 1/320 is the smallest fraction that Unicode has a sign for
        over = value * under
        if abs(over - round(over)) < 1e-9:
            return round(over), under
    return round(value), 1
