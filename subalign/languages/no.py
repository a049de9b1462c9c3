"""Norwegian."""

from __future__ import annotations

from subalign.languages.base import Language, SoundWords
from subalign.languages.lexicon import Lexicon, Ordinal, table

LANGUAGE = Language(
    code="no",
    name="Norwegian",
    ipa="e=ɪ eɪ=eɪ",
    ordinal_periods=True,
    sounds=SoundWords(
        acts="latter",
    ),
    lexicon=Lexicon(
        group_marks=" .",
        dot_ordinal=Ordinal(),
        to="til",
        minus="minus",
        point="komma",
        number="nummer",
        percent=("prosent",),
        currencies=table("""
            EUR = euro
            USD = dollar
            GBP = pund
        """),
        signs=table("""
            & = og
            + = pluss
            = = er lik
            @ = krøllalfa
            ° = grader
            % = prosent
        """),
    ),
)
