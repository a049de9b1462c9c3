"""Lexicon of a language: words around numbers, and words of signs.

num2words knows the number words; a lexicon has what stands around them. It is data only: the rules
of ``spoken`` are the same for all languages and look words up here. A language without a lexicon
is verbalised too: its numbers by num2words, while its signs are left to the speech synthesiser,
which knows the common ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Forms = tuple[str, ...]
"""Forms of a noun after a number: the same for all, or one and many, or one, few and many."""

Table = Mapping[str, Forms]
"""Forms of a noun by the sign or abbreviation that stands for it."""


class Ordinal(NamedTuple):
    """Change that makes of an ordinal of num2words the form that is said.

    Args:
        old: End of a word that is replaced, in each word that has it.
        new: End that replaces it.
        options: Arguments of num2words in this language, such as a case.
    """

    old: str = ""
    new: str = ""
    options: tuple[tuple[str, str | bool], ...] = ()


class Regnal(NamedTuple):
    """Reading of the Roman numeral after a name: ``Louis XIV``.

    Args:
        ordinal: Form of the ordinal.
        article: Word before it.
        limit: Highest number that is an ordinal; above it a cardinal is said.
    """

    ordinal: Ordinal = Ordinal()
    article: str = ""
    limit: int = 99


def table(text: str) -> dict[str, Forms]:
    """Read lines of ``sign = form, form``.

    >>> table("km = mile, miles")
    {'km': ('mile', 'miles')}
    """
    lines = (line.strip().partition(" =") for line in text.strip().splitlines())
    return {key: tuple(form.strip() for form in forms.split(",")) for key, _, forms in lines}


def _none() -> dict[str, Forms]:
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Words around the numbers of one language. What is left out is not said.

    Args:
        decimal_mark: Mark between the whole and the fraction: ``.`` or ``,``.
        group_marks: Marks between thousands; a no-break space is one everywhere.
        point: Word for ``decimal_mark``; without it the one of num2words.
        fraction: How ``,14`` is read: by its "digits", as a "number", or "named" by num2words
            ("fourteen hundredths").
        minus: Word before a negative number: ``-5``.
        to: Word between the numbers of a range: ``3-5``.
        one: The word of num2words for 1, and the one before a noun.
        years_in_hundreds: True if ``1984`` is "nineteen eighty-four".
        pairs: Word for the nought of ``A305``, "three oh five", where figures are read in pairs.
        noun_ends: Ends of nouns that four figures in front count, so that these are no year.
        no_nouns: Words that end so and are no such nouns.
        dating: Words before a year even if such a noun follows: "in 2024 people said".
        plurals: Ends of a number word and of its plural, first match first: ``1990s``.
        glued: Endings that are written at the figures and are one word with them: ``90er``.
        ordinals: Suffixes of ordinals, such as ``st`` of ``1st``, and the form that is said.
        dot_ordinal: Form that ``3.`` stands for before a word, where it is an ordinal.
        ordinal_before: Nouns before which a year or a Roman numeral is an ordinal.
        months: Names of the months, January first, as they stand in a date.
        day: Form of the day in a date; without it a cardinal is said.
        first_day: Word for the first of a month, where the other days are cardinals.
        of_month: Word between a day and its month.
        month_first: True if ``3/4/2021`` is in March.
        date: Template for such a date.
        date_year: Form of its year; without it the year is read as elsewhere.
        clock: Words between hours and minutes, and after a full hour.
        clock_words: Words after a time that make those of ``clock`` needless.
        versus: Word of the colon in ``2:1``.
        fractions: Denominators with their forms, one and many: ``½``, ``3/4``.
        units: Signs of units after a number.
        bound: Those of ``units`` that are only read when they touch the number.
        percent: Forms of ``%``.
        currencies: Forms of currencies by their ISO 4217 code; num2words has others.
        cents: Forms of the hundredth of each currency.
        cents_joint: Word of "three euros *and* fifty".
        thousand: Word of ``k`` in ``$50k``.
        magnitudes: Words that may stand between a number and its unit, with the forms of
            abbreviations; those without forms are read as they are written.
        of: Word between a magnitude and a currency: "millions *of* euros".
        times: Word of ``x`` in ``3x4``.
        number: Word of ``#1`` and ``No. 1``.
        signs: Words of other signs.
        address: Words of the signs in web and mail addresses.
        abbreviations: Abbreviations that are read so everywhere.
        before_number: Abbreviations that are read so before a figure only.
        before_name: Abbreviations that are read so before a capital letter only.
        counted: Nouns before Roman numerals that are cardinals: ``Chapter IV``.
        regnal: Reading of the Roman numeral after a name.
        no_numerals: Capitals that are not Roman numerals after a name: ``I``.
    """

    decimal_mark: str = ","
    group_marks: str = "."
    point: str = ""
    fraction: Literal["digits", "number", "named"] = "digits"
    minus: str = ""
    to: str = ""
    one: tuple[str, str] = ("", "")
    years_in_hundreds: bool = False
    pairs: str = ""
    noun_ends: tuple[str, ...] = ()
    no_nouns: tuple[str, ...] = ()
    dating: tuple[str, ...] = ()
    plurals: tuple[tuple[str, str], ...] = ()
    glued: tuple[str, ...] = ()
    ordinals: Mapping[str, Ordinal] = field(default_factory=dict)
    dot_ordinal: Ordinal | None = None
    ordinal_before: Mapping[str, Ordinal] = field(default_factory=dict)
    months: tuple[str, ...] = ()
    day: Ordinal | None = None
    first_day: str = ""
    of_month: str = ""
    month_first: bool = False
    date: str = "{day} {month} {year}"
    date_year: Ordinal | None = None
    clock: tuple[str, str] = ("", "")
    clock_words: tuple[str, ...] = ()
    versus: str = ""
    fractions: Mapping[int, Forms] = field(default_factory=dict)
    units: Table = field(default_factory=_none)
    bound: tuple[str, ...] = ()
    percent: Forms = ()
    currencies: Table = field(default_factory=_none)
    cents: Table = field(default_factory=_none)
    cents_joint: str = ""
    thousand: str = ""
    magnitudes: Table = field(default_factory=_none)
    of: str = ""
    times: str = ""
    number: str = ""
    signs: Mapping[str, Forms] = field(default_factory=_none)
    address: Mapping[str, Forms] = field(default_factory=_none)
    abbreviations: Table = field(default_factory=_none)
    before_number: Table = field(default_factory=_none)
    before_name: Table = field(default_factory=_none)
    counted: tuple[str, ...] = ()
    regnal: Regnal = field(default_factory=Regnal)
    no_numerals: tuple[str, ...] = ()
