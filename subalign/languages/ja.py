"""Japanese."""

from __future__ import annotations

from subalign.languages.base import Language, SoundWords
from subalign.languages.lexicon import Lexicon, table

LANGUAGE = Language(
    code="ja",
    name="Japanese",
    log_prior=3.0,
    phrase_models={"": "japanese"},
    sounds=SoundWords(
        acts="笑 笑い 大笑 拍手",
        things="音楽 沈黙",
    ),
    lexicon=Lexicon(
        decimal_mark=".",
        group_marks=",",
        to="から",
        minus="マイナス",
        point="てん",
        number="ナンバー",
        percent=("パーセント",),
        currencies=table("""
            EUR = ユーロ
            USD = ドル
            GBP = ポンド
        """),
        signs=table("""
            & = アンド
            + = プラス
            = = イコール
            @ = アット
            ° = ど
            % = パーセント
        """),
    ),
)
