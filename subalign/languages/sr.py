"""Serbian."""

from __future__ import annotations

from subalign.languages.base import Language
from subalign.languages.lexicon import Lexicon, table

LANGUAGE = Language(
    code="sr",
    name="Serbian",
    ordinal_periods=True,
    lexicon=Lexicon(
        to="do",
        minus="minus",
        point="zapeta",
        number="broj",
        percent=("posto",),
        currencies=table("""
            EUR = evro, evra
            USD = dolar, dolara
            GBP = funta, funti
        """),
        signs=table("""
            & = i
            + = plus
            = = jednako
            @ = et
            ° = stepeni
            % = posto
        """),
    ),
)
