"""Sinhala."""

from __future__ import annotations

from subalign.languages.base import Language

LANGUAGE = Language(
    code="si",
    name="Sinhala",
    ipa="c=tʃ ɟ=dʒ",
)
