"""Arabic."""

from __future__ import annotations

from subalign.languages.base import Language, SoundWords
from subalign.languages.lexicon import Lexicon, table

LANGUAGE = Language(
    code="ar",
    name="Arabic",
    log_prior=3.0,
    writes_vowels=False,
    sounds=SoundWords(
        acts="ضحك تصفيق",
        things="موسيقى",
    ),
    lexicon=Lexicon(
        to="إلى",
        minus="ناقص",
        point="فاصلة",
        number="رقم",
        percent=("بالمئة",),
        currencies=table("""
            EUR = يورو
            USD = دولار
            GBP = جنيه
        """),
        signs=table("""
            & = و
            + = زائد
            = = يساوي
            @ = آت
            ° = درجة
            % = بالمئة
        """),
    ),
)
