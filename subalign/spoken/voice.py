"""All that is known of one language, and what the rules share to look around in a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache

from subalign.spoken.characters import NBSP
from subalign.spoken.figures import Figures
from subalign.spoken.lexicons import find_lexicon
from subalign.spoken.numbers import Numbers

Piece = tuple[int, str]
"""Words, and the place in the text that they belong to."""

Say = Callable[["re.Match[str]"], "list[Piece] | None"]
"""What a match says, in the order of speech; None leaves it to the next rule."""

Rule = tuple[str, Say]
"""A pattern and what it says."""

LETTER = r"[^\W\d_]"
SPACE = f"[ {NBSP}]"
END = rf"(?!{LETTER}|[0-9])"
"""No letter or figure follows."""

_AFTER = re.compile(rf"{SPACE}?({LETTER}+(?:\.{LETTER}+)*\.?)")
_NEAR = 40
"""Characters in which the word before is looked for."""


class Voice:
    """The words of one language.

    Args:
        language, region: codes of BCP 47; ``region`` may be empty.
    """

    def __init__(self, language: str, region: str = "") -> None:
        self.numbers = Numbers(language, region)
        self.lexicon = find_lexicon(language, region)
        self.figures = Figures(self.numbers, self.lexicon)


@cache
def voice_for(code: str) -> Voice:
    """The voice for a BCP 47 ``code``; a language that nobody knows has one as well."""
    language, *rest = code.replace("_", "-").lower().split("-")
    region = next((part.upper() for part in rest if len(part) == 2), "")
    return Voice(language, region)


def any_of(texts: Iterable[str]) -> str:
    """A regular expression for one of ``texts``, the longest first; for none, no match."""
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
