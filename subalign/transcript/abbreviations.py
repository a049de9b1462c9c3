"""Abbreviations of a language and those in use everywhere, as sets."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from subalign.languages import find_language
from subalign.languages.base import Abbreviations, words


@dataclass(frozen=True, slots=True)
class AbbreviationSets:
    """Abbreviations by what a period after them means; see `Abbreviations` for each field."""

    inner: frozenset[str]
    number: frozenset[str]
    either: frozenset[str]
    starts: frozenset[str]
    words: frozenset[str]


@cache
def abbreviations(language: str) -> AbbreviationSets:
    """Return the abbreviations of a language (BCP 47), with those in use everywhere.

    >>> "bzw" in abbreviations("de-AT").inner, "bzw" in abbreviations("en").inner
    (True, False)
    """
    everywhere = Abbreviations(
        inner="mr mrs ms mme dr prof st cf vs e.g i.e resp",
        number="no nr vol fig pp",
        either="etc jr sr inc ltd co corp bros tel",
    )
    own = find_language(language).abbreviations
    return AbbreviationSets(
        inner=words(f"{everywhere.inner} {own.inner}"),
        number=words(f"{everywhere.number} {own.number}"),
        either=words(f"{everywhere.either} {own.either}"),
        starts=words(own.starts),
        words=words(own.words),
    )
