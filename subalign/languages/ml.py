"""Malayalam."""

from __future__ import annotations

from subalign.languages.base import Language

LANGUAGE = Language(
    code="ml",
    name="Malayalam",
    ipa="c=tʃ ɟ=dʒ",
)
