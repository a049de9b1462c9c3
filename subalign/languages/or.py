"""Odia."""

from __future__ import annotations

from subalign.languages.base import Language

LANGUAGE = Language(
    code="or",
    name="Odia",
    ipa="c=tʃ ɟ=dʒ",
)
