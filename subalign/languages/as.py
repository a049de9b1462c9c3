"""Assamese."""

from __future__ import annotations

from subalign.languages.base import Language

LANGUAGE = Language(
    code="as",
    name="Assamese",
    ipa="c=tʃ ɟ=dʒ",
)
