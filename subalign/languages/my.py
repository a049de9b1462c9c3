"""Burmese."""

from __future__ import annotations

from subalign.languages.base import Language

LANGUAGE = Language(
    code="my",
    name="Burmese",
    spaceless_voice=True,
)
