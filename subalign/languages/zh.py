"""Chinese."""

from __future__ import annotations

from subalign.languages.base import Language, SoundWords

LANGUAGE = Language(
    code="zh",
    name="Chinese",
    log_prior=3.0,
    voice="cmn",
    voice_reads_han=True,
    ipa="""
        ph=p th=t kh=k tsh=ts tɕh=tʃ ts.h=tʃ p=b t=d k=ɡ ts=dz tɕ=dʒ ts.=dʒ s.=ʃ nɡ=ŋ o-=ɤ i.=ɚ i̪=ɪ
        ər=ɚ ai=aɪ ɑu=aʊ ou=oʊ ei=eɪ ɜ= ɕ=s y=i
        """,
    phrase_models={
        "": "simplified_chinese",
        **dict.fromkeys(("hant", "tw", "hk", "mo"), "traditional_chinese"),
    },
    sounds=SoundWords(
        acts="笑 笑声 大笑 掌声 鼓掌 叹气",
        things="音乐 音樂 沉默",
    ),
)
