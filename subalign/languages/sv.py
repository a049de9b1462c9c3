"""Swedish."""

from __future__ import annotations

from subalign.languages.base import Abbreviations, Language, SoundWords
from subalign.languages.lexicon import Lexicon, table

LANGUAGE = Language(
    code="sv",
    name="Swedish",
    log_prior=3.0,
    ipa="sx=ʃ e=ɪ eɪ=eɪ",
    sounds=SoundWords(
        acts="applåder skratt skrattar suckar",
    ),
    abbreviations=Abbreviations(
        inner="hr fr t.ex bl.a d.v.s s.k f.d ca jfr ev inkl",
        number="kap",
        either="osv o.s.v m.m m.fl kl",
        starts="""
            det den de en ett han hon vi ni jag du men och så då när om hur vad vem var i på med av
            för till från efter sedan nu här där inte ja nej min din sin vår
            """,
    ),
    lexicon=Lexicon(
        group_marks=" .",
        to="till",
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
            & = och
            + = plus
            = = är lika med
            @ = snabel-a
            ° = grader
            % = procent
        """),
    ),
)
