"""Catalan."""

from __future__ import annotations

from subalign.languages.base import Language
from subalign.languages.lexicon import Lexicon, table

LANGUAGE = Language(
    code="ca",
    name="Catalan",
    lexicon=Lexicon(
        to="a",
        minus="menys",
        point="coma",
        number="número",
        percent=("per cent",),
        currencies=table("""
            EUR = euro, euros
            USD = dòlar, dòlars
            GBP = lliura, lliures
        """),
        signs=table("""
            & = i
            + = més
            = = igual a
            @ = arrova
            ° = graus
            % = per cent
        """),
    ),
)
