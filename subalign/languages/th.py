"""Thai."""

from __future__ import annotations

from subalign.languages.base import Language
from subalign.languages.lexicon import Lexicon, table

LANGUAGE = Language(
    code="th",
    name="Thai",
    spaceless_voice=True,
    ipa="ph=p th=t kh=k ch=tʃ nɡ=ŋ ɜ=",
    phrase_models={"": "thai"},
    lexicon=Lexicon(
        decimal_mark=".",
        group_marks=",",
        to="ถึง",
        minus="ลบ",
        point="จุด",
        number="หมายเลข",
        percent=("เปอร์เซ็นต์",),
        currencies=table("""
            EUR = ยูโร
            USD = ดอลลาร์
            GBP = ปอนด์
        """),
        signs=table("""
            & = และ
            + = บวก
            = = เท่ากับ
            @ = แอท
            ° = องศา
            % = เปอร์เซ็นต์
        """),
    ),
)
