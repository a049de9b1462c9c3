"""Names of speakers, by their form alone."""

from __future__ import annotations

import re
from functools import cache

from subalign.languages import find_language, list_languages
from subalign.transcript.masking import listed

_PARTICLES = listed(
    "al and bin da das de del della den der di dos du e et la le o of und van von y & и"
)
_NUMBERED = re.compile(r"[^\W\d_]{1,12}[ _-]?\d{1,3}")
_WORD = re.compile(r"#?\w[\w.'’&/-]*")


def is_name(text: str) -> bool:
    """Return True if a text has the form of a name.

    A name has one to four words with capitals, or a word with a number. In scripts without
    capitals up to three short words are a name.

    >>> is_name("Anna"), is_name("DR. SMITH"), is_name("Speaker 1"), is_name("Vincent van Gogh")
    (True, True, True, True)
    >>> is_name("Then he said"), is_name("10"), is_name("Chapter 3"), is_name("Note")
    (False, False, False, False)
    """
    words = text.split()
    if not words or len(text) > 40 or words[0].lower().strip(".") in _headings():
        return False
    if _NUMBERED.fullmatch(text):
        return True
    counted = [w for w in words if w.lower() not in _PARTICLES]
    if not 1 <= len(counted) <= 4 or not words[0][0].isalpha():
        return False
    if not all(_WORD.fullmatch(w) for w in words if w not in _PARTICLES):
        return False
    letters = [next((c for c in w if c.isalpha()), "") for w in counted]
    if not any(c.lower() != c.upper() for c in letters):
        return len(words) <= 3 and len(text) <= 20
    return all(not c or c != c.lower() or c == c.upper() for c in letters)


def is_distinct(name: str) -> bool:
    """Return True if the form of ``name`` makes it more than a capitalised word before a colon.

    >>> is_distinct("ANNA"), is_distinct("Anna Smith"), is_distinct("Speaker 1")
    (True, True, True)
    >>> is_distinct("Anna"), is_distinct("Look")
    (False, False)
    """
    return name.isupper() or " " in name or any(c.isdigit() for c in name)


@cache
def _headings() -> frozenset[str]:
    """Return the words before a colon that name no speaker, in all languages."""
    known = map(find_language, list_languages())
    return frozenset(word for language in known for word in language.headings.split())
