"""Hindi."""

from __future__ import annotations

from subalign.languages.base import Language

LANGUAGE = Language(
    code="hi",
    name="Hindi",
    log_prior=3.0,
    ipa="c=tʃ ɟ=dʒ",
)
