"""Abbreviations: "Mister" for ``Mr.``; and initials, which are said as they stand."""

from __future__ import annotations

import re

from subalign.languages.lexicon import Lexicon, Table
from subalign.spoken.rules.base import (
    END,
    LETTER,
    SPACE,
    PlacedWords,
    VerbalisationRule,
    any_of,
)
from subalign.spoken.vocabulary import Vocabulary


def first_words(lexicon: Lexicon) -> frozenset[str]:
    """Return the first word of each abbreviation, in lower case."""
    tables = (lexicon.abbreviations, lexicon.before_number, lexicon.before_name)
    return frozenset(short.split()[0].lower() for table in tables for short in table)


def rules(vocabulary: Vocabulary) -> list[VerbalisationRule]:
    """Return the rules for abbreviations.

    Before a figure or a name some mean something else ("No. 5", "St. Paul"), so these places
    come first.
    """
    lexicon = vocabulary.lexicon
    places = (
        (lexicon.before_number, rf"(?={SPACE}?[0-9])"),
        (lexicon.before_name, rf"(?={SPACE}(?![a-zà-ÿа-я]){LETTER})"),
        (lexicon.abbreviations, ""),
    )
    return [
        *(_rule(table, place) for table, place in places if table),
        (rf"(?:{LETTER}\.)+{LETTER}{END}", lambda found: [(found.start(), found[0])]),
    ]


def _rule(table: Table, place: str) -> VerbalisationRule:
    """Return the rule for the abbreviations of ``table`` where ``place`` matches after them."""
    words = {short[0].upper() + short[1:]: forms[0] for short, forms in table.items()}
    words |= {short: forms[0] for short, forms in table.items()}

    def verbalise(found: re.Match[str]) -> list[PlacedWords]:
        return [(found.start(), words[found[0]])]

    return rf"(?<![\w.])(?:{any_of(words)})(?!{LETTER}){place}", verbalise
