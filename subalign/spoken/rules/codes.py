"""Figures that name rather than count: ``+49 170 1234567``, ``MS-13``, ``#1``."""

from __future__ import annotations

import re

from subalign.spoken.rules.base import END, LETTER, SPACE, PlacedWords, VerbalisationRule
from subalign.spoken.vocabulary import Vocabulary

_NORTH_AMERICAN = r"(?:\([0-9]{3}\) ?|(?:[0-9][-.])?[0-9]{3}[-.])?[0-9]{3}-[0-9]{4}(?![0-9-])"
_FIGURES = re.compile("[0-9]+")


def rules(vocabulary: Vocabulary) -> list[VerbalisationRule]:
    """Those for telephone numbers, names with figures, and the number sign."""
    figures, lexicon = vocabulary.numerals, vocabulary.lexicon

    def by_figure(found: re.Match[str]) -> list[PlacedWords]:
        start = found.start()
        runs = _FIGURES.finditer(found[0])
        return [(start + run.start(), figures.digits(run[0])) for run in runs]

    def telephone(found: re.Match[str]) -> list[PlacedWords] | None:
        runs = _FIGURES.findall(found[0])
        # "06 12 34 56 78" is said in pairs, as its parts are read without this rule.
        in_pairs = found[0].startswith("0") and len(runs[0]) < 3
        if in_pairs or sum(map(len, runs)) < 7:
            return None
        plus = [(found.start(), lexicon.signs["+"][0])] if "+" in lexicon.signs else []
        return (plus if found[0].startswith("+") else []) + by_figure(found)

    def name(found: re.Match[str]) -> list[PlacedWords]:
        return [(found.start(), figures.code(figures.parse(found[0])))]

    def sign(found: re.Match[str]) -> list[PlacedWords] | None:
        return [(found.start(), lexicon.number)] if lexicon.number else None

    not_plural = rf"(?![0-9]+['’]?s{END})" if lexicon.plurals else ""
    return [
        (rf"(?<!\w)(?:№|#|[nN][°º]){SPACE}?(?=[0-9])", sign),
        (r"(?:\+|0)[0-9][0-9 ()/-]{4,18}[0-9](?![0-9])", telephone),
        (_NORTH_AMERICAN, by_figure),
        (r"(?<![0-9])[0-9]{1,15}(?:-[0-9]{1,15}){3,9}", by_figure),
        (rf"(?:(?<={LETTER})|(?<={LETTER}[-_])){not_plural}{figures.pattern}", name),
    ]
