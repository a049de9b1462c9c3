"""Marathi."""

from __future__ import annotations

from subalign.languages.base import Language

LANGUAGE = Language(
    code="mr",
    name="Marathi",
    ipa="c=tʃ ɟ=dʒ",
)
