"""Hindi."""

from __future__ import annotations

from subalign.languages.base import Language, SoundWords

LANGUAGE = Language(
    code="hi",
    name="Hindi",
    log_prior=3.0,
    ipa="c=tʃ ɟ=dʒ",
    sounds=SoundWords(
        acts="हँसी तालियाँ",
        things="संगीत",
    ),
)
