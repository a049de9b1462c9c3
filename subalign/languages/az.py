"""Azerbaijani."""

from __future__ import annotations

from subalign.languages.base import Language
from subalign.languages.lexicon import Lexicon, table

LANGUAGE = Language(
    code="az",
    name="Azerbaijani",
    lexicon=Lexicon(
        minus="mənfi",
        point="nöqtə",
        number="nömrə",
        percent=("faiz",),
        currencies=table("""
            EUR = avro
            USD = dollar
            GBP = funt
        """),
        signs=table("""
            & = və
            + = üstəgəl
            = = bərabərdir
            @ = ət
            ° = dərəcə
            % = faiz
        """),
    ),
)
