"""Belarusian."""

from __future__ import annotations

from subalign.languages.base import Language
from subalign.languages.lexicon import Lexicon, table

LANGUAGE = Language(
    code="be",
    name="Belarusian",
    lexicon=Lexicon(
        group_marks=" .",
        to="да",
        minus="мінус",
        point="коска",
        number="нумар",
        percent=("працэнт", "працэнты", "працэнтаў"),
        currencies=table("""
            EUR = еўра
            USD = долар, долары, долараў
            GBP = фунт, фунты, фунтаў
        """),
        signs=table("""
            & = і
            + = плюс
            = = роўна
            @ = сабака
            ° = градусаў
            % = працэнтаў
        """),
    ),
)
