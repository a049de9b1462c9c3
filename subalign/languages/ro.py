"""Romanian."""

from __future__ import annotations

from subalign.languages.base import Language
from subalign.languages.lexicon import Lexicon, table

LANGUAGE = Language(
    code="ro",
    name="Romanian",
    lexicon=Lexicon(
        to="până la",
        minus="minus",
        point="virgulă",
        number="numărul",
        percent=("la sută",),
        currencies=table("""
            EUR = euro
            USD = dolar, dolari
            GBP = liră, lire
        """),
        signs=table("""
            & = și
            + = plus
            = = egal
            @ = arond
            ° = grade
            % = la sută
        """),
    ),
)
