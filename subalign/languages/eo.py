"""Esperanto."""

from __future__ import annotations

from subalign.languages.base import Language
from subalign.languages.lexicon import Lexicon, table

LANGUAGE = Language(
    code="eo",
    name="Esperanto",
    lexicon=Lexicon(
        group_marks=" .",
        to="ĝis",
        minus="minus",
        point="komo",
        number="numero",
        percent=("procento", "procentoj"),
        currencies=table("""
            EUR = eŭro, eŭroj
            USD = dolaro, dolaroj
            GBP = pundo, pundoj
        """),
        signs=table("""
            & = kaj
            + = plus
            = = egalas
            @ = ĉe
            ° = gradoj
            % = procentoj
        """),
    ),
)
