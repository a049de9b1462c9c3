"""Icelandic."""

from __future__ import annotations

from subalign.languages.base import Language
from subalign.languages.lexicon import Lexicon, table

LANGUAGE = Language(
    code="is",
    name="Icelandic",
    ordinal_periods=True,
    lexicon=Lexicon(
        to="til",
        minus="mínus",
        point="komma",
        number="númer",
        percent=("prósent",),
        currencies=table("""
            EUR = evra, evrur
            USD = dalur, dalir
            GBP = pund
        """),
        signs=table("""
            & = og
            + = plús
            = = jafnt og
            @ = at
            ° = gráður
            % = prósent
        """),
    ),
)
