"""Nepali."""

from __future__ import annotations

from subalign.languages.base import Language

LANGUAGE = Language(
    code="ne",
    name="Nepali",
    ipa="c=tʃ ɟ=dʒ",
)
