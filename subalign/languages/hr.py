"""Croatian."""

from __future__ import annotations

from subalign.languages.base import Language

LANGUAGE = Language(
    code="hr",
    name="Croatian",
    ordinal_periods=True,
)
