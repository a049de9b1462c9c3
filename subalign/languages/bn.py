"""Bengali."""

from __future__ import annotations

from subalign.languages.base import Language
from subalign.languages.lexicon import Lexicon, table

LANGUAGE = Language(
    code="bn",
    name="Bengali",
    ipa="c=tʃ ɟ=dʒ",
    lexicon=Lexicon(
        decimal_mark=".",
        group_marks=",",
        to="থেকে",
        minus="মাইনাস",
        point="দশমিক",
        number="নম্বর",
        percent=("শতাংশ",),
        currencies=table("""
            EUR = ইউরো
            USD = ডলার
            GBP = পাউন্ড
        """),
        signs=table("""
            & = এবং
            + = যোগ
            = = সমান
            @ = অ্যাট
            ° = ডিগ্রি
            % = শতাংশ
        """),
    ),
)
