"""Bosnian."""

from __future__ import annotations

from subalign.languages.base import Language

LANGUAGE = Language(
    code="bs",
    name="Bosnian",
    ordinal_periods=True,
)
