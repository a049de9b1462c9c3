"""What a character, a line's width and a reading speed are: one answer for all that ask."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from subalign.text.scripts import is_wide


def length(text: str) -> int:
    """Characters that a reader reads: spaces count, marks and invisible signs do not.

    Netflix and libse count every visible character and space for reading speed.

    >>> length("It's 5 €."), length("nai\\u0308f")
    (9, 4)
    """
    if text.isascii():
        return len(text)
    return sum(not _unseen(c) for c in text)


def width(text: str) -> int:
    """Columns on the screen: full-width characters take two (Unicode TR 11).

    >>> width("Hi there"), width("こんにちは")
    (8, 10)
    """
    if text.isascii():
        return len(text)
    wide = sum(is_wide(c) for c in text)
    return length(text) + wide


def reading_speed(lines: Sequence[str], duration: int) -> float:
    """Characters per second (cps) of ``lines`` shown for ``duration`` ms (> 0).

    A line break counts as the space that it stands for.

    >>> reading_speed(["Twenty characters is", "forty with this one."], 2050)
    20.0
    """
    if duration <= 0:
        raise ValueError(f"no time to read in: {duration} ms")
    return length(" ".join(lines)) * 1000 / duration


def _unseen(char: str) -> bool:
    return unicodedata.category(char) in ("Mn", "Me", "Cf", "Cc")
