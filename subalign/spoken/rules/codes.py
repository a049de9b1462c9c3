"""Figures that name rather than count: ``+49 170 1234567``, ``MS-13``, ``#1``."""

from __future__ import annotations

import re

from subalign.spoken.rules.base import END, LETTER, SPACE, PlacedWords, VerbalisationRule
from subalign.spoken.vocabulary import Vocabulary


def rules(vocabulary: Vocabulary) -> list[VerbalisationRule]:
    """Return the rules for telephone numbers, names with figures, and the number sign."""
    numerals, lexicon = vocabulary.numerals, vocabulary.lexicon

    def figure_by_figure(found: re.Match[str]) -> list[PlacedWords]:
        """Verbalise each figure of a number by itself, and no sign between them."""
        start = found.start()
        runs = re.finditer("[0-9]+", found[0])
        return [(start + run.start(), numerals.digits(run[0])) for run in runs]

    def telephone(found: re.Match[str]) -> list[PlacedWords] | None:
        """Verbalise an international or national telephone number: "plus four nine one ..."."""
        runs = re.findall("[0-9]+", found[0])
        # "06 12 34 56 78" is said in pairs: the rules for plain numbers read it so.
        in_pairs = found[0].startswith("0") and len(runs[0]) < 3
        if in_pairs or sum(map(len, runs)) < 7:
            return None
        plus = [(found.start(), lexicon.signs["+"][0])] if "+" in lexicon.signs else []
        return (plus if found[0].startswith("+") else []) + figure_by_figure(found)

    def name(found: re.Match[str]) -> list[PlacedWords]:
        """Verbalise the figures of a name: the thirteen of ``MS-13``."""
        return [(found.start(), numerals.code(numerals.parse(found[0])))]

    def number_sign(found: re.Match[str]) -> list[PlacedWords] | None:
        """Verbalise ``#`` and ``№`` before a figure: "number"."""
        return [(found.start(), lexicon.number)] if lexicon.number else None

    north_american = r"(?:\([0-9]{3}\) ?|(?:[0-9][-.])?[0-9]{3}[-.])?[0-9]{3}-[0-9]{4}(?![0-9-])"
    # "mid-1990s" is a decade, not a name.
    not_plural = rf"(?![0-9]+['’]?s{END})" if lexicon.plurals else ""
    return [
        (rf"(?<!\w)(?:№|#|[nN][°º]){SPACE}?(?=[0-9])", number_sign),
        (r"(?:\+|0)[0-9][0-9 ()/-]{4,18}[0-9](?![0-9])", telephone),
        (north_american, figure_by_figure),
        (r"(?<![0-9])[0-9]{1,15}(?:-[0-9]{1,15}){3,9}", figure_by_figure),
        (rf"(?:(?<={LETTER})|(?<={LETTER}[-_])){not_plural}{numerals.pattern}", name),
    ]
