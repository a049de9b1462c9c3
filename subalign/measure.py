"""Measure text as readers see it: its characters, its width, and its reading speed.

Captions are made, timed and checked by the same measures.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from subalign.text.scripts import is_wide


def length(text: str) -> int:
    """Count the characters that a reader reads.

    Spaces count; combining marks and invisible characters do not. Netflix and libse, the library
    of Subtitle Edit, count every visible character and space for the reading speed.

    >>> length("It's 5 €."), length("nai\\u0308f")
    (9, 4)
    """
    if text.isascii():
        return len(text)
    return sum(unicodedata.category(c) not in ("Mn", "Me", "Cf", "Cc") for c in text)


def width(text: str) -> int:
    """Count the columns that text takes on the screen.

    Full-width characters take two columns (Unicode Standard Annex 11).

    >>> width("Hi there"), width("こんにちは")
    (8, 10)
    """
    if text.isascii():
        return len(text)
    return length(text) + sum(map(is_wide, text))


def reading_speed(lines: Sequence[str], duration: int) -> float:
    """Return the reading speed of a caption, in characters per second.

    A line break counts as the space that it stands for.

    Args:
        lines: the lines of the caption.
        duration: time on the screen, ms.

    Raises:
        ValueError: the duration is not above 0.

    >>> reading_speed(["Twenty characters is", "forty with this one."], 2050)
    20.0
    """
    if duration <= 0:
        raise ValueError(f"no time to read in: {duration} ms")
    return length(" ".join(lines)) * 1000 / duration
