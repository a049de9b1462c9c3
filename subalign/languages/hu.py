"""Hungarian."""

from __future__ import annotations

from subalign.languages.base import Language
from subalign.languages.lexicon import Lexicon, Ordinal, table

LANGUAGE = Language(
    code="hu",
    name="Hungarian",
    ipa="c=tj ɟ=dj",
    ordinal_periods=True,
    lexicon=Lexicon(
        group_marks=" .",
        dot_ordinal=Ordinal(),
        minus="mínusz",
        point="egész",
        number="szám",
        percent=("százalék",),
        currencies=table("""
            EUR = euró
            USD = dollár
            GBP = font
        """),
        signs=table("""
            & = és
            + = plusz
            = = egyenlő
            @ = kukac
            ° = fok
            % = százalék
        """),
    ),
)
