"""Urdu."""

from __future__ import annotations

from subalign.languages.base import Language

LANGUAGE = Language(
    code="ur",
    name="Urdu",
    ipa="c=tʃ ɟ=dʒ",
)
