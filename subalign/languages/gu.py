"""Gujarati."""

from __future__ import annotations

from subalign.languages.base import Language

LANGUAGE = Language(
    code="gu",
    name="Gujarati",
    ipa="c=tʃ ɟ=dʒ",
)
