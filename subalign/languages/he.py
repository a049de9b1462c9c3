"""Hebrew."""

from __future__ import annotations

from subalign.languages.base import Language, SoundWords
from subalign.languages.lexicon import Lexicon, table

LANGUAGE = Language(
    code="he",
    name="Hebrew",
    writes_vowels=False,
    sounds=SoundWords(
        acts="צחוק",
        things="מוזיקה",
    ),
    lexicon=Lexicon(
        decimal_mark=".",
        group_marks=",",
        to="עד",
        minus="מינוס",
        point="נקודה",
        number="מספר",
        percent=("אחוז",),
        currencies=table("""
            EUR = אירו
            USD = דולר
            GBP = פאונד
        """),
        signs=table("""
            & = ו
            + = פלוס
            = = שווה
            @ = שטרודל
            ° = מעלות
            % = אחוז
        """),
    ),
)
