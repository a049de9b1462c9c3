"""Lexicon of a language: the words around numbers, and the words of signs.

num2words knows the numbers; a lexicon knows what stands around them. A lexicon is data only:
the rules (``numerals`` and ``rules``) are the same for all languages and look words up in it. A
language without a lexicon is verbalised too: its numbers by num2words, while its signs are left
to the speech synthesiser, which knows the common ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Forms = tuple[str, ...]
"""A noun after a number: the same for all, or one and many, or one, few and many."""

Table = Mapping[str, Forms]


class Ordinal(NamedTuple):
    """How an ordinal of num2words becomes the form that is said.

    Args:
        old, new: in each word that ends in ``old`` this end becomes ``new``.
        options: what num2words takes in this language, such as a case.
    """

    old: str = ""
    new: str = ""
    options: tuple[tuple[str, str | bool], ...] = ()


class Regnal(NamedTuple):
    """How the Roman numeral after a name is read: ``Louis XIV``.

    Args:
        ordinal: the ordinal's form.
        article: the word before it.
        limit: the highest number that is an ordinal; above it a cardinal is said.
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
    """The words around the numbers of one language; a field that is empty is not said.

    Args:
        decimal_mark: ``.`` or ``,``: what parts the whole from the fraction.
        group_marks: signs that part thousands; a no-break space does so everywhere.
        point: the word for ``decimal_mark``; empty for num2words' own.
        fraction: how ``,14`` is read: by "digits", as a "number", or "named" by num2words
            ("fourteen hundredths").
        minus, to: the words of ``-5`` and of ``3-5``.
        one: num2words' word for 1 and the one that stands before a noun.
        years_in_hundreds: ``1984`` is "nineteen eighty-four".
        pairs: the nought of ``A305``, "three oh five", where figures are read in pairs.
        noun_ends, no_nouns: how nouns end that four figures count, and words that end so.
        dating: words before a year even if such a noun follows: "in 2024 people said".
        plurals: ends of a number word and of its plural, first match first: ``1990s``.
        glued: what is written at the figures and is one word with the number: ``90er``.
        ordinals: suffixes of ordinals, ``1st``.
        dot_ordinal: the form that ``3.`` stands for before a word, where it does.
        ordinal_before: nouns after which a year or a Roman numeral is an ordinal.
        months: names, January first, as they stand in a date.
        day: the ordinal of a day in a date; without it a cardinal is said.
        first_day: the word for the first of a month, where the others are cardinals.
        of_month: the word between a day and its month.
        month_first: ``3/4/2021`` is in March.
        date: template for such a date.
        date_year: the ordinal of its year; without it the year is read as elsewhere.
        clock: the words between hours and minutes and after a full hour.
        clock_words: words after a time that make those of ``clock`` needless.
        versus: the word of ``2:1``.
        fractions: denominators, one and many.
        units: signs after a number; ``bound`` are those only read when glued to it.
        percent: the forms of ``%``.
        currencies: by their ISO 4217 code; num2words' own fill the gaps.
        cents: what a hundredth of each is called.
        cents_joint: the word of "three euros *and* fifty".
        thousand: the word of ``k`` in ``$50k``.
        magnitudes: what may stand between number and unit; as written where without forms.
        of: the word between a magnitude and a currency: "millions *of* euros".
        times: the word of ``3x4``.
        number: the word of ``#1`` and ``No. 1``.
        signs: words of other signs.
        address: words of signs in web addresses.
        abbreviations: read so everywhere.
        before_number, before_name: read so only before a figure or a capital letter.
        counted: nouns before Roman numerals that are cardinals: ``Chapter IV``.
        regnal: how the numeral after a name is read.
        no_numerals: capitals that after a name are something else: ``I``.
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
