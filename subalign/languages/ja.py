"""Japanese."""

from __future__ import annotations

from subalign.languages.base import Language
from subalign.languages.lexicon import Lexicon, table

LANGUAGE = Language(
    code="ja",
    name="Japanese",
    log_prior=3.0,
    phrase_models={"": "japanese"},
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
