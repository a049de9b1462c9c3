"""Bishnupriya Manipuri."""

from __future__ import annotations

from subalign.languages.base import Language

LANGUAGE = Language(
    code="bpy",
    name="Bishnupriya Manipuri",
    ipa="c=tʃ ɟ=dʒ",
)
