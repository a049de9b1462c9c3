"""Characters: one way to write each figure and sign, and which texts are ordinary words."""

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

_JOINERS = APOSTROPHES + HYPHENS + "·‧"
_SPELLED = str.maketrans(
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
# "№", "½", "m²" and "1º" mean more than the letters and figures that they are made of.
_KEPT = ("<fraction>", "<super>", "<noBreak>")


def normalise(text: str) -> str:
    """``text`` with ASCII figures and plain signs: full-width, Arabic-Indic and so on.

    >>> normalise("５ｋｍ ٣ ५ 20℃ ½")
    '5km 3 5 20°C ½'
    """
    if text.isascii():
        return text
    return "".join(map(_simple, text.translate(_SPELLED)))


def _simple(char: str) -> str:
    if char.isascii() or (char.isalpha() and char < "\u1100"):
        return char
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    made_of = unicodedata.decomposition(char)
    if not made_of.startswith("<") or made_of.startswith(_KEPT) or char in "№…":
        return char
    return unicodedata.normalize("NFKC", char).translate(_SPELLED)


def is_letter(char: str) -> bool:
    """Is ``char`` part of a word: a letter, or a mark or joiner within one?"""
    return char.isalpha() or unicodedata.category(char) in ("Mn", "Mc", "Me", "Cf")


def is_word(core: str) -> bool:
    """Is ``core`` (without its silent ends) an ordinary word, said as it is written?"""
    if core.isalpha():
        return True
    return any(map(str.isalpha, core)) and all(is_letter(c) or c in _JOINERS for c in core)


def word_end(text: str, start: int) -> int:
    """Where the word ends that starts at ``start``; ``start`` itself where there is none."""
    at, length = start, len(text)
    while at < length and (
        is_letter(text[at])
        or (at > start and text[at] in _JOINERS and at + 1 < length and text[at + 1].isalpha())
    ):
        at += 1
    return at


def share(words: list[str], parts: int) -> list[list[str]]:
    """``words`` in order in ``parts`` lists; where there are too few, words are cut.

    >>> share(["one", "million"], 2), share(["zwanzigtausend"], 2)
    ([['one'], ['million']], [['zwanzig'], ['tausend']])
    """
    cuts = [1] * len(words)
    for _ in range(parts - len(words) if words else 0):
        longest = max(range(len(words)), key=lambda i: len(words[i]) / cuts[i])
        cuts[longest] += 1
    pieces = [piece for word, n in zip(words, cuts, strict=True) for piece in _cut(word, n)]
    bounds = [len(pieces) * i // parts for i in range(parts + 1)]
    return [pieces[a:b] for a, b in pairwise(bounds)]


def _cut(word: str, parts: int) -> list[str]:
    bounds = [-(-len(word) * i // parts) for i in range(parts + 1)]
    for i in range(1, parts):
        while bounds[i] < len(word) and not word[bounds[i]].isalpha():
            bounds[i] += 1
    return [word[a:b] for a, b in pairwise(bounds) if a < b]
