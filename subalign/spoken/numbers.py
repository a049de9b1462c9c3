"""Number words of num2words, for every language that it knows.

num2words raises a dozen kinds of errors for numbers and forms that a language lacks. None of
them leaves this module: it always gives an answer, if need be in figures.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from subalign.languages.lexicon import Forms, Ordinal

MIN_SPELLED_NUMBER = 10**15
"""Smallest number whose figures are read one by one: nobody says quadrillions."""

# num2words 0.5.14 has another name for this code of BCP 47.
_ALIASES = {"kk": "kz"}
# Its Amharic fails for most numbers above 1,100 and never returns for some (1,234,567).
_BROKEN = frozenset({"am"})
# espeak-ng reads Japanese by its kana only.
_OPTIONS: Mapping[str, Mapping[str, Any]] = {"ja": {"reading": True}}


class NumberWords:
    """Number words of one language; in an unknown language figures stay figures.

    Numbers are never negative.

    Args:
        language: Primary language subtag of BCP 47, in lower case.
        region: Region subtag in capitals; may be empty.
    """

    def __init__(self, language: str, region: str = "") -> None:
        # Imported here because the import takes 60 ms, and ``subalign --help`` needs no numbers.
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
        """True if num2words knows the language."""
        return self._converter is not None

    @property
    def point(self) -> str:
        """The word of num2words for the decimal mark; empty where it has none."""
        word = getattr(self._converter, "pointword", "")
        if isinstance(word, tuple):
            word = word[-1]
        return _words(word) if isinstance(word, str) else ""

    @property
    def minus(self) -> str:
        """The word of num2words before a negative number; empty where it has none."""
        word = getattr(self._converter, "negword", "")
        return _words(word) if isinstance(word, str) else ""

    def cardinal(self, number: int) -> str:
        """Return ``number`` as it is counted."""
        if number < MIN_SPELLED_NUMBER:
            said = self._say("cardinal", number, self._options)
            if said:
                return said
        is_figure = number < 10 or not self.known
        return str(number) if is_figure else self.digits(str(number))

    def ordinal(self, number: int, form: Ordinal) -> str:
        """Return ``number`` as an ordinal, or as a cardinal where num2words has no ordinal.

        Args:
            number: Number, at least 0.
            form: Changes from the form that num2words gives to the form that is said.
        """
        said = self._say("ordinal", number, dict(form.options)) if number else ""
        if not said:
            return self.cardinal(number)
        cut = len(form.old)
        return " ".join(
            w[: len(w) - cut] + form.new if w.endswith(form.old) else w for w in said.split()
        )

    def year(self, number: int) -> str:
        """Return ``number`` as a year."""
        return self._say("year", number, {}) or self.cardinal(number)

    def decimal(self, text: str) -> str:
        """Return a number with its fraction named, as "hundredths".

        Args:
            text: Number with a decimal point: ``12.34``.

        Returns:
            Its words; empty where num2words has none, or for more than 15 characters.
        """
        return self._say("cardinal", Decimal(text), {}) if len(text) < 16 else ""

    def digits(self, figures: str) -> str:
        """Return ASCII ``figures`` one by one."""
        return " ".join(self.cardinal(int(figure)) for figure in figures)

    def noun_form(self, number: int, forms: Forms) -> str:
        """Return the one of a noun's ``forms`` that stands after ``number``."""
        if len(forms) < 3:
            return forms[0] if number == 1 else forms[-1]
        try:
            return str(self._converter.pluralize(number, forms))
        except Exception:
            return forms[-1]

    def currency(self, code: str) -> Forms:
        """Return the forms of a currency in num2words, an empty tuple where it has none.

        Args:
            code: ISO 4217 code: ``EUR``.
        """
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
    """Return ``text`` without the commas and brackets that num2words sets between words."""
    kept = (c if unicodedata.category(c)[0] in "LM" or c in "-'’" else " " for c in text)
    return " ".join(part for part in "".join(kept).split() if part != "-")
