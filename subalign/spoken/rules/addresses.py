"""Web and mail addresses: ``example.com`` is "example dot com"."""

from __future__ import annotations

import re

from subalign.spoken.numerals import Numeral
from subalign.spoken.rules.base import LETTER, PlacedWords, VerbalisationRule
from subalign.spoken.vocabulary import Vocabulary

# All repetitions are bounded, so that a long run of figures and points stays linear.
_PATH = r"(?:/[^\s<>]{0,2000})?"
_MAIL = r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}"
_DOMAIN = rf"[a-zA-Z][\w-]{{0,62}}[a-zA-Z](?:\.[a-z][\w-]{{1,62}}){{1,8}}{_PATH}"
_PARTS = re.compile(rf"{LETTER}+|[0-9]+|.")


def rules(vocabulary: Vocabulary) -> list[VerbalisationRule]:
    """Those for addresses."""

    def say(found: re.Match[str]) -> list[PlacedWords]:
        start = found.start("said")
        pieces = []
        for part in _PARTS.finditer(found["said"].rstrip(".,;:!?)]\"'»”")):
            if part[0].isdecimal():
                words = vocabulary.numerals.code(Numeral(part[0]))
            elif part[0].isalpha():
                words = part[0]
            else:
                words = " ".join(vocabulary.lexicon.address.get(part[0], ()))
            pieces.append((start + part.start(), words))
        return pieces

    return [
        (r"(?:https?://|(?=www\.))(?P<said>[^\s<>]{1,2000})", say),
        (rf"(?P<said>{_MAIL})", say),
        (rf"(?P<said>{_DOMAIN})", say),
    ]
