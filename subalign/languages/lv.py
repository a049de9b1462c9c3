"""Latvian."""

from __future__ import annotations

from subalign.languages.base import Language
from subalign.languages.lexicon import Lexicon, table

LANGUAGE = Language(
    code="lv",
    name="Latvian",
    ipa="c=tj ɟ=dj",
    ordinal_periods=True,
    lexicon=Lexicon(
        group_marks=" .",
        to="līdz",
        minus="mīnus",
        point="komats",
        number="numurs",
        percent=("procents", "procenti"),
        currencies=table("""
            EUR = eiro
            USD = dolārs, dolāri
            GBP = mārciņa, mārciņas
        """),
        signs=table("""
            & = un
            + = plus
            = = ir vienāds ar
            @ = at
            ° = grādi
            % = procenti
        """),
    ),
)
