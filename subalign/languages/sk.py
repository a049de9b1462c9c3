"""Slovak."""

from __future__ import annotations

from subalign.languages.base import Language
from subalign.languages.lexicon import Lexicon, table

LANGUAGE = Language(
    code="sk",
    name="Slovak",
    ipa="c=tj ɟ=dj",
    ordinal_periods=True,
    lexicon=Lexicon(
        group_marks=" .",
        to="až",
        minus="mínus",
        point="celých",
        number="číslo",
        percent=("percento", "percentá", "percent"),
        currencies=table("""
            EUR = euro, eurá, eur
            USD = dolár, doláre, dolárov
            GBP = libra, libry, libier
        """),
        signs=table("""
            & = a
            + = plus
            = = rovná sa
            @ = zavináč
            ° = stupňov
            % = percent
        """),
    ),
)
