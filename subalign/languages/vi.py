"""Vietnamese."""

from __future__ import annotations

from subalign.languages.base import Language
from subalign.languages.lexicon import Lexicon, table

LANGUAGE = Language(
    code="vi",
    name="Vietnamese",
    ipa="ɜ= y=ɨ",
    lexicon=Lexicon(
        to="đến",
        minus="âm",
        point="phẩy",
        number="số",
        percent=("phần trăm",),
        currencies=table("""
            EUR = euro
            USD = đô la
            GBP = bảng
        """),
        signs=table("""
            & = và
            + = cộng
            = = bằng
            @ = a còng
            ° = độ
            % = phần trăm
        """),
    ),
)
