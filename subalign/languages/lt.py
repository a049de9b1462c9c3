"""Lithuanian."""

from __future__ import annotations

from subalign.languages.base import Language
from subalign.languages.lexicon import Lexicon, table

LANGUAGE = Language(
    code="lt",
    name="Lithuanian",
    ordinal_periods=True,
    lexicon=Lexicon(
        group_marks=" .",
        to="iki",
        minus="minus",
        point="kablelis",
        number="numeris",
        percent=("procentas", "procentai", "procentų"),
        currencies=table("""
            EUR = euras, eurai, eurų
            USD = doleris, doleriai, dolerių
            GBP = svaras, svarai, svarų
        """),
        signs=table("""
            & = ir
            + = plius
            = = lygu
            @ = eta
            ° = laipsnių
            % = procentų
        """),
    ),
)
