"""Faroese."""

from __future__ import annotations

from subalign.languages.base import Language

LANGUAGE = Language(
    code="fo",
    name="Faroese",
    ordinal_periods=True,
)
