"""Greek."""

from __future__ import annotations

from subalign.languages.base import Language

LANGUAGE = Language(
    code="el",
    name="Greek",
    asks_by_semicolon=True,
)
