"""Konkani."""

from __future__ import annotations

from subalign.languages.base import Language

LANGUAGE = Language(
    code="kok",
    name="Konkani",
    ipa="c=tʃ ɟ=dʒ",
)
