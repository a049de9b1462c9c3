"""Czech."""

from __future__ import annotations

from subalign.languages.base import Abbreviations, Language, SoundWords
from subalign.languages.lexicon import Lexicon, table

LANGUAGE = Language(
    code="cs",
    name="Czech",
    log_prior=3.0,
    ipa="c=tj ɟ=dj",
    ordinal_periods=True,
    sounds=SoundWords(
        acts="smích potlesk",
        things="hudba",
    ),
    abbreviations=Abbreviations(
        inner="pí ing mgr mudr judr phdr bc doc ul nám tzv např tj mj sv",
        number="str čl odst",
        either="atd apod aj tis mil mld kč",
        starts="""
            to ten ta ti on ona ono oni my vy já ty a ale nebo když jak co kdo kde v na z do po od
            pro za při ne ano pak tam tady můj jeho její jejich
            """,
    ),
    lexicon=Lexicon(
        group_marks=" .",
        to="až",
        minus="mínus",
        point="celá",
        number="číslo",
        percent=("procento", "procenta", "procent"),
        currencies=table("""
            EUR = euro, eura, eur
            USD = dolar, dolary, dolarů
            GBP = libra, libry, liber
        """),
        signs=table("""
            & = a
            + = plus
            = = rovná se
            @ = zavináč
            ° = stupňů
            % = procent
        """),
    ),
)
