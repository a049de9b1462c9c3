"""Cantonese."""

from __future__ import annotations

from subalign.languages.base import Language

LANGUAGE = Language(
    code="yue",
    name="Cantonese",
    voice_reads_han=True,
    ipa="""
        nɡ=ŋ aai=aɪ ai=aɪ aau=aʊ au=aʊ ou=oʊ ei=eɪ oi=ɔɪ eoi=ɵɪ aa=ɑ a=ɐ yu=y oe=œ eo=ɵ z=dz c=ts ɜ=
        """,
    phrase_models={"": "traditional_chinese"},
)
