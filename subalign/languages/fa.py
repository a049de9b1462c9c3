"""Persian."""

from __future__ import annotations

from subalign.languages.base import Language
from subalign.languages.lexicon import Lexicon, table

LANGUAGE = Language(
    code="fa",
    name="Persian",
    lexicon=Lexicon(
        decimal_mark=".",
        group_marks=",",
        to="تا",
        minus="منفی",
        point="ممیز",
        number="شماره",
        percent=("درصد",),
        currencies=table("""
            EUR = یورو
            USD = دلار
            GBP = پوند
        """),
        signs=table("""
            & = و
            + = به علاوه
            = = مساوی
            @ = ات
            ° = درجه
            % = درصد
        """),
    ),
)
