"""Finnish."""

from __future__ import annotations

from subalign.languages.base import Language
from subalign.languages.lexicon import Lexicon, Ordinal, table

LANGUAGE = Language(
    code="fi",
    name="Finnish",
    ordinal_periods=True,
    lexicon=Lexicon(
        group_marks=" .",
        dot_ordinal=Ordinal(),
        to="viiva",
        minus="miinus",
        point="pilkku",
        number="numero",
        percent=("prosentti", "prosenttia"),
        currencies=table("""
            EUR = euro, euroa
            USD = dollari, dollaria
            GBP = punta, puntaa
        """),
        signs=table("""
            & = ja
            + = plus
            = = on
            @ = ät
            ° = astetta
            % = prosenttia
        """),
    ),
)
