"""Telugu."""

from __future__ import annotations

from subalign.languages.base import Language
from subalign.languages.lexicon import Lexicon

LANGUAGE = Language(
    code="te",
    name="Telugu",
    ipa="c=tʃ ɟ=dʒ",
    lexicon=Lexicon(
        decimal_mark=".",
        group_marks=",",
    ),
)
