"""Indonesian."""

from __future__ import annotations

from subalign.languages.base import Language
from subalign.languages.lexicon import Lexicon, table

LANGUAGE = Language(
    code="id",
    name="Indonesian",
    lexicon=Lexicon(
        to="sampai",
        minus="minus",
        point="koma",
        number="nomor",
        percent=("persen",),
        currencies=table("""
            EUR = euro
            USD = dolar
            GBP = pound
        """),
        signs=table("""
            & = dan
            + = tambah
            = = sama dengan
            @ = at
            ° = derajat
            % = persen
        """),
    ),
)
