"""Tamil."""

from __future__ import annotations

from subalign.languages.base import Language

LANGUAGE = Language(
    code="ta",
    name="Tamil",
    ipa="c=tʃ ɟ=dʒ",
)
