"""Estonian."""

from __future__ import annotations

from subalign.languages.base import Language

LANGUAGE = Language(
    code="et",
    name="Estonian",
    ordinal_periods=True,
)
