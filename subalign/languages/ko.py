"""Korean."""

from __future__ import annotations

from subalign.languages.base import Language, SoundWords
from subalign.languages.lexicon import Lexicon, table

LANGUAGE = Language(
    code="ko",
    name="Korean",
    log_prior=3.0,
    ipa="ph=p th=t kh=k tʃh=tʃ q-=k q=ɡ tɕ=t tʃ=t dʑ=d ɫ=ɪ ɐ=æ ɯ=ɪ",
    sounds=SoundWords(
        acts="웃음 박수 웃음소리",
        things="음악",
    ),
    lexicon=Lexicon(
        decimal_mark=".",
        group_marks=",",
        to="에서",
        minus="마이너스",
        point="점",
        number="넘버",
        percent=("퍼센트",),
        currencies=table("""
            EUR = 유로
            USD = 달러
            GBP = 파운드
        """),
        signs=table("""
            & = 앤드
            + = 플러스
            = = 이퀄
            @ = 골뱅이
            ° = 도
            % = 퍼센트
        """),
    ),
)
