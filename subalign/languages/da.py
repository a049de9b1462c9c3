"""Danish."""

from __future__ import annotations

from subalign.languages.base import Language
from subalign.languages.lexicon import Lexicon, Ordinal, table

LANGUAGE = Language(
    code="da",
    name="Danish",
    ipa="e=ɪ eɪ=eɪ",
    ordinal_periods=True,
    lexicon=Lexicon(
        dot_ordinal=Ordinal(),
        to="til",
        minus="minus",
        point="komma",
        number="nummer",
        percent=("procent",),
        currencies=table("""
            EUR = euro
            USD = dollar
            GBP = pund
        """),
        signs=table("""
            & = og
            + = plus
            = = er lig med
            @ = snabel-a
            ° = grader
            % = procent
        """),
    ),
)
