"""Welsh."""

from __future__ import annotations

from subalign.languages.base import Language
from subalign.languages.lexicon import Lexicon, table

LANGUAGE = Language(
    code="cy",
    name="Welsh",
    lexicon=Lexicon(
        decimal_mark=".",
        group_marks=",",
        to="i",
        minus="meinws",
        point="pwynt",
        number="rhif",
        percent=("y cant",),
        currencies=table("""
            EUR = ewro
            USD = doler
            GBP = punt
        """),
        signs=table("""
            & = a
            + = plws
            = = hafal
            @ = at
            ° = gradd
            % = y cant
        """),
    ),
)
