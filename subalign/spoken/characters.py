"""Characters: normalisation of figures and signs, and tests for ordinary words."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

from subalign.text.punctuation import (
    APOSTROPHES,
    CLAUSE_FINAL,
    CLOSING,
    COMMAS,
    DASHES,
    HYPHENS,
    OPENING,
    SENTENCE_FINAL,
)
from subalign.text.sounds import NOTES

NBSP = "\u00a0"
"""No-break space, which stands for all fixed spaces after normalisation."""

SILENT_ENDS = (
    SENTENCE_FINAL
    + COMMAS
    + CLAUSE_FINAL
    + DASHES
    + HYPHENS
    + "".join(mark for mark in OPENING + CLOSING if mark not in APOSTROPHES)
    + NOTES
    + "`´*_|·•"
)
"""Signs around a word that are not read aloud."""

_WORD_JOINERS = APOSTROPHES + HYPHENS + "·‧"
"""Signs that may stand between the letters of a word."""

_PLAIN_FORMS = str.maketrans(
    {
        "\u2212": "-",
        "\u2010": "-",
        "\u2011": "-",
        "\u066b": ".",
        "\u066c": ",",
        "\u2044": "/",
        "\u202f": NBSP,
        "\u2007": NBSP,
        "\u2009": NBSP,
        "\ufe0f": None,
        "\u20e3": None,
    }
)
"""Plain forms of hyphens, the minus sign, Arabic decimal marks, the fraction slash and fixed
spaces; the parts of keycap emoji are dropped."""


def normalise(text: str) -> str:
    """Return ``text`` with ASCII figures and plain signs.

    Full-width, Arabic-Indic and other decimal figures become ASCII ones; letters stay.

    >>> normalise("５ｋｍ ٣ ५ 20℃ ½")
    '5km 3 5 20°C ½'
    """
    if text.isascii():
        return text
    return "".join(map(_normalise_char, text.translate(_PLAIN_FORMS)))


def _normalise_char(char: str) -> str:
    if char.isascii() or (char.isalpha() and char < "\u1100"):
        return char
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    made_of = unicodedata.decomposition(char)
    # "½", "m²" and "1º" mean more than the letters and figures that they are made of, and so
    # do "№" and "…".
    means_more = made_of.startswith(("<fraction>", "<super>", "<noBreak>")) or char in "№…"
    if not made_of.startswith("<") or means_more:
        return char
    return unicodedata.normalize("NFKC", char).translate(_PLAIN_FORMS)


def is_letter(char: str) -> bool:
    """Return True if ``char`` is a letter, or a mark or invisible joiner within a word."""
    return char.isalpha() or unicodedata.category(char) in ("Mn", "Mc", "Me", "Cf")


def is_word(core: str) -> bool:
    """Return True if a token is an ordinary word, said as it is written.

    Args:
        core: The token without its silent ends.
    """
    if core.isalpha():
        return True
    return any(map(str.isalpha, core)) and all(is_letter(c) or c in _WORD_JOINERS for c in core)


def word_end(text: str, start: int) -> int:
    """Return the offset after the word at ``start``; ``start`` itself where there is none."""
    at, length = start, len(text)
    while at < length and (
        is_letter(text[at])
        or (at > start and text[at] in _WORD_JOINERS and at + 1 < length and text[at + 1].isalpha())
    ):
        at += 1
    return at


def share(words: list[str], parts: int) -> list[list[str]]:
    """Distribute ``words`` in order over ``parts`` lists; where there are too few, cut words.

    >>> share(["one", "million"], 2), share(["zwanzigtausend"], 2)
    ([['one'], ['million']], [['zwanzig'], ['tausend']])
    """
    cuts = [1] * len(words)
    for _ in range(parts - len(words) if words else 0):
        longest = max(range(len(words)), key=lambda i: len(words[i]) / cuts[i])
        cuts[longest] += 1
    cut_words = [part for word, n in zip(words, cuts, strict=True) for part in _cut(word, n)]
    bounds = [len(cut_words) * i // parts for i in range(parts + 1)]
    return [cut_words[a:b] for a, b in pairwise(bounds)]


def _cut(word: str, parts: int) -> list[str]:
    """Cut a word into parts of about the same length, each beginning with a letter."""
    bounds = [-(-len(word) * i // parts) for i in range(parts + 1)]
    for i in range(1, parts):
        while bounds[i] < len(word) and not word[bounds[i]].isalpha():
            bounds[i] += 1
    return [word[a:b] for a, b in pairwise(bounds) if a < b]
