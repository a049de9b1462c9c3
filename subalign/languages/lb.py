"""Luxembourgish."""

from __future__ import annotations

from subalign.languages.base import Language

LANGUAGE = Language(
    code="lb",
    name="Luxembourgish",
    ordinal_periods=True,
)
