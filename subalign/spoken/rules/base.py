"""Building blocks of the rules: types, patterns, and the words next to a match."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from subalign.spoken.characters import NBSP
from subalign.text.punctuation import OPENING

PlacedWords = tuple[int, str]
"""Words, and the offset in the text of the numeral or sign that they are said for."""

Verbalise = Callable[["re.Match[str]"], "list[PlacedWords] | None"]
"""Function from a match to its words in the order of speech; None leaves the match to the next
rule."""

VerbalisationRule = tuple[str, Verbalise]
"""A regular expression, and the function that verbalises its matches."""

LETTER = r"[^\W\d_]"
"""Pattern of one letter of any script."""

SPACE = f"[ {NBSP}]"
"""Pattern of one space that may stand between a number and its noun."""

END = rf"(?!{LETTER}|[0-9])"
"""Pattern of the end of a word: neither a letter nor a figure follows."""


def any_of(texts: Iterable[str]) -> str:
    """Return a regular expression that matches one of ``texts``, the longest first.

    Without texts it matches nowhere.

    >>> any_of(["m", "km", "m²"])
    'km|m²|m'
    """
    return "|".join(map(re.escape, sorted(texts, key=len, reverse=True))) or "(?!)"


def word_before(found: re.Match[str]) -> str:
    """Return the word before a match; empty where none ends within 40 characters."""
    at = found.start()
    near = found.string[max(0, at - 40) : at].rsplit("\n", 1)[-1].split()
    word = near[-1].lstrip(OPENING).rstrip(".") if near else ""
    return word if word.isalpha() else ""


def words_after(found: re.Match[str]) -> tuple[str, str]:
    """Return the word after a match, as written (``г.``, ``p.m.``) and without its last period.

    Both are empty where no word follows.
    """
    word = re.compile(rf"{SPACE}?({LETTER}+(?:\.{LETTER}+)*\.?)")
    after = word.match(found.string, found.end())
    return (after[1], after[1].rstrip(".")) if after else ("", "")
