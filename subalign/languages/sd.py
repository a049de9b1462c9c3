"""Sindhi."""

from __future__ import annotations

from subalign.languages.base import Language

LANGUAGE = Language(
    code="sd",
    name="Sindhi",
    ipa="c=tʃ ɟ=dʒ",
)
