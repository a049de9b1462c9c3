"""Punjabi."""

from __future__ import annotations

from subalign.languages.base import Language

LANGUAGE = Language(
    code="pa",
    name="Punjabi",
    ipa="c=tʃ ɟ=dʒ",
)
