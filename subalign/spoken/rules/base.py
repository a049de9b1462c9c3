"""Building blocks of the rules: types, patterns, and the words next to a match."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from subalign.spoken.characters import NBSP

PlacedWords = tuple[int, str]
"""Words, and the offset in the text of the sign or numeral that they are said for."""

Verbalise = Callable[["re.Match[str]"], "list[PlacedWords] | None"]
"""Function from a match to its words in the order of speech; None leaves the match to the next
rule."""

VerbalisationRule = tuple[str, Verbalise]
"""A regular expression, and the function that verbalises a match of it."""

LETTER = r"[^\W\d_]"
"""Pattern of one letter of any script."""

SPACE = f"[ {NBSP}]"
"""Pattern of one space between a number and what it counts."""

END = rf"(?!{LETTER}|[0-9])"
"""Pattern of an end of word: no letter or figure follows."""

_AFTER = re.compile(rf"{SPACE}?({LETTER}+(?:\.{LETTER}+)*\.?)")
_NEAR = 40


def any_of(texts: Iterable[str]) -> str:
    """Return a regular expression that matches one of ``texts``, the longest first.

    Without texts it matches nothing.
    """
    return "|".join(map(re.escape, sorted(texts, key=len, reverse=True))) or "(?!)"


def word_before(found: re.Match[str]) -> str:
    """The word before a match; empty where none is near."""
    at = found.start()
    near = found.string[max(0, at - _NEAR) : at].rsplit("\n", 1)[-1].split()
    word = near[-1].lstrip("([{\"“„«‘'").rstrip(".") if near else ""
    return word if word.isalpha() else ""


def words_after(found: re.Match[str]) -> tuple[str, str]:
    """The word after a match as it stands (``г.``, ``p.m.``), and without its last period."""
    after = _AFTER.match(found.string, found.end())
    return (after[1], after[1].rstrip(".")) if after else ("", "")
