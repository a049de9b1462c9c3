"""Slovenian."""

from __future__ import annotations

from subalign.languages.base import Language
from subalign.languages.lexicon import Lexicon, Ordinal, table

LANGUAGE = Language(
    code="sl",
    name="Slovenian",
    ordinal_periods=True,
    lexicon=Lexicon(
        dot_ordinal=Ordinal(),
        to="do",
        minus="minus",
        point="celih",
        number="številka",
        percent=("odstotek", "odstotkov"),
        currencies=table("""
            EUR = evro, evrov
            USD = dolar, dolarjev
            GBP = funt, funtov
        """),
        signs=table("""
            & = in
            + = plus
            = = je enako
            @ = afna
            ° = stopinj
            % = odstotkov
        """),
    ),
)
