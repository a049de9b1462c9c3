"""Web and mail addresses: ``example.com`` is "example dot com"."""

from __future__ import annotations

import re

from subalign.spoken.numerals import Numeral
from subalign.spoken.rules.base import LETTER, PlacedWords, VerbalisationRule
from subalign.spoken.vocabulary import Vocabulary
from subalign.text.punctuation import CLAUSE_FINAL, CLOSING, COMMAS, SENTENCE_FINAL

_NO_ADDRESS_END = SENTENCE_FINAL + CLAUSE_FINAL + COMMAS + CLOSING
"""Marks after an address that belong to the sentence around it."""


def rules(vocabulary: Vocabulary) -> list[VerbalisationRule]:
    """Return the rules for addresses: letters as words, figures as codes, signs by name."""
    # Repetitions are bounded, so that the search in a long run of figures and points stays
    # linear.
    path = r"(?:/[^\s<>]{0,2000})?"
    mail = r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}"
    domain = rf"[a-zA-Z][\w-]{{0,62}}[a-zA-Z](?:\.[a-z][\w-]{{1,62}}){{1,8}}{path}"
    parts = re.compile(rf"{LETTER}+|[0-9]+|.")

    def verbalise(found: re.Match[str]) -> list[PlacedWords]:
        start = found.start("said")
        address = found["said"].rstrip(_NO_ADDRESS_END)
        return [(start + p.start(), _part(vocabulary, p[0])) for p in parts.finditer(address)]

    return [
        (r"(?:https?://|(?=www\.))(?P<said>[^\s<>]{1,2000})", verbalise),
        (rf"(?P<said>{mail})", verbalise),
        (rf"(?P<said>{domain})", verbalise),
    ]


def _part(vocabulary: Vocabulary, part: str) -> str:
    if part.isdecimal():
        return vocabulary.numerals.code(Numeral(part))
    if part.isalpha():
        return part
    return " ".join(vocabulary.lexicon.address.get(part, ()))
