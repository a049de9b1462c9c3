"""Polish."""

from __future__ import annotations

from subalign.languages.base import Abbreviations, Language, SoundWords
from subalign.languages.lexicon import Lexicon, Ordinal, table

LANGUAGE = Language(
    code="pl",
    name="Polish",
    log_prior=3.0,
    ordinal_periods=True,
    sounds=SoundWords(
        acts="brawa kaszle niewyraźnie oklaski śmiech śmieje westchnienie wzdycha",
        things="muzyka cisza",
    ),
    abbreviations=Abbreviations(
        inner="al inż mgr hab im np tzw tzn m.in tj pt por zob red ul św",
        number="str ust poz rys",
        either="itd itp tys mln mld zł gr godz",
        starts="""
            to ten ta te on ona ono oni my wy ja ty i a ale lub jeśli gdy kiedy jak co kto gdzie w
            na z do po od dla za przy nie tak potem więc tam tu mój jego jej ich
            """,
    ),
    lexicon=Lexicon(
        group_marks=" .",
        dot_ordinal=Ordinal(),
        to="do",
        minus="minus",
        point="przecinek",
        number="numer",
        percent=("procent",),
        currencies=table("""
            EUR = euro
            USD = dolar, dolary, dolarów
            GBP = funt, funty, funtów
        """),
        signs=table("""
            & = i
            + = plus
            = = równa się
            @ = małpa
            ° = stopni
            % = procent
        """),
    ),
)
