"""Turkish."""

from __future__ import annotations

from subalign.languages.base import Language
from subalign.languages.lexicon import Lexicon, Ordinal, table

LANGUAGE = Language(
    code="tr",
    name="Turkish",
    log_prior=3.0,
    ordinal_periods=True,
    lexicon=Lexicon(
        dot_ordinal=Ordinal(),
        minus="eksi",
        point="virgül",
        number="numara",
        percent=("yüzde",),
        currencies=table("""
            EUR = avro
            USD = dolar
            GBP = sterlin
        """),
        signs=table("""
            & = ve
            + = artı
            = = eşittir
            @ = et
            ° = derece
            % = yüzde
        """),
    ),
)
