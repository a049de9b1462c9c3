"""NumberWords in words, by num2words, for every language that it knows.

Whatever it is asked, the answer is words: it raises a dozen kinds of errors for numbers and
forms that a language lacks, and none of them gets out of here.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from subalign.spoken.lexicon import Forms, Ordinal

LARGEST = 10**15
"""From here on figures are read one by one: nobody says quadrillions."""

# num2words 0.5.14 has other names for these codes of BCP 47.
_ALIASES = {"nb": "no", "nn": "no", "kk": "kz", "iw": "he", "in": "id"}
# Its Amharic fails for most numbers above 1,100 and never returns for some (1,234,567).
_BROKEN = frozenset({"am"})
# espeak-ng reads Japanese by its kana only.
_OPTIONS: Mapping[str, Mapping[str, Any]] = {"ja": {"reading": True}}


class NumberWords:
    """The number words of ``language``; without a known language figures stay figures.

    Args:
        language, region: codes of BCP 47; ``region`` may be empty.
    """

    def __init__(self, language: str, region: str = "") -> None:
        # Imported here because it takes 60 ms, which ``subalign --help`` need not pay.
        from num2words import CONVERTER_CLASSES

        code = _ALIASES.get(language, language)
        names = [n for n in (f"{code}_{region}", code) if n in CONVERTER_CLASSES]
        self._converter: Any = (
            CONVERTER_CLASSES[names[0]] if names and code not in _BROKEN else None
        )
        self._options = _OPTIONS.get(code, {})
        self._said: dict[tuple[object, ...], str] = {}

    @property
    def known(self) -> bool:
        """Are there number words for this language?"""
        return self._converter is not None

    @property
    def point(self) -> str:
        """num2words' own word for the decimal mark; empty where it has none to lend."""
        word = getattr(self._converter, "pointword", "")
        if isinstance(word, tuple):
            word = word[-1]
        return _words(word) if isinstance(word, str) else ""

    @property
    def minus(self) -> str:
        """num2words' own word before a negative number."""
        word = getattr(self._converter, "negword", "")
        return _words(word) if isinstance(word, str) else ""

    def cardinal(self, number: int) -> str:
        """``number`` (>= 0) as it is counted."""
        if number < LARGEST:
            said = self._say("cardinal", number, self._options)
            if said:
                return said
        is_figure = number < 10 or not self.known
        return str(number) if is_figure else self.digits(str(number))

    def ordinal(self, number: int, form: Ordinal) -> str:
        """``number`` (>= 0) as a place in a row; the cardinal where there is none."""
        said = self._say("ordinal", number, dict(form.options)) if number else ""
        if not said:
            return self.cardinal(number)
        cut = len(form.old)
        return " ".join(
            w[: len(w) - cut] + form.new if w.endswith(form.old) else w for w in said.split()
        )

    def year(self, number: int) -> str:
        """``number`` as a year."""
        return self._say("year", number, {}) or self.cardinal(number)

    def decimal(self, text: str) -> str:
        """``12.34`` with its fraction named ("hundredths"); empty where that is not known."""
        return self._say("cardinal", Decimal(text), {}) if len(text) < 16 else ""

    def digits(self, figures: str) -> str:
        """Each of the ASCII ``figures`` on its own."""
        return " ".join(self.cardinal(int(figure)) for figure in figures)

    def form(self, number: int, forms: Forms) -> str:
        """The one of ``forms`` that stands after ``number``."""
        if len(forms) < 3:
            return forms[0] if number == 1 else forms[-1]
        try:
            return str(self._converter.pluralize(number, forms))
        except Exception:
            return forms[-1]

    def currency(self, code: str) -> Forms:
        """num2words' forms of the currency with this ISO 4217 code; none if it has none."""
        known = getattr(self._converter, "CURRENCY_FORMS", {})
        forms = known.get(code, ((),))[0]
        flat = isinstance(forms, tuple) and all(isinstance(form, str) for form in forms)
        return tuple(_words(form) for form in forms) if flat else ()

    def _say(self, kind: str, number: int | Decimal, options: Mapping[str, Any]) -> str:
        key = (kind, number, *options.items())
        if key not in self._said:
            self._said[key] = self._convert(kind, number, options)
        return self._said[key]

    def _convert(self, kind: str, number: int | Decimal, options: Mapping[str, Any]) -> str:
        # Seen: ArithmeticError, AttributeError, LookupError, NotImplementedError, TypeError,
        # ValueError. Another converter may bring another, and a number is never worth failing.
        try:
            return _words(str(getattr(self._converter, f"to_{kind}")(number, **options)))
        except Exception:
            return ""


def _words(text: str) -> str:
    """``text`` without the commas and brackets that num2words sets between words."""
    kept = (c if unicodedata.category(c)[0] in "LM" or c in "-'’" else " " for c in text)
    return " ".join(part for part in "".join(kept).split() if part != "-")
