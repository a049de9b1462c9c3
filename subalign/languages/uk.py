"""Ukrainian."""

from __future__ import annotations

from subalign.languages.base import Language
from subalign.languages.lexicon import Lexicon, table

LANGUAGE = Language(
    code="uk",
    name="Ukrainian",
    log_prior=3.0,
    lexicon=Lexicon(
        group_marks=" .",
        to="до",
        minus="мінус",
        point="кома",
        number="номер",
        percent=("відсоток", "відсотки", "відсотків"),
        currencies=table("""
            EUR = євро
            USD = долар, долари, доларів
            GBP = фунт, фунти, фунтів
        """),
        signs=table("""
            & = і
            + = плюс
            = = дорівнює
            @ = собака
            ° = градусів
            % = відсотків
        """),
    ),
)
