"""A start that is given up at once is hidden, when nothing of it is lost.

Five kinds are sure:

- an article or possessive that hangs in the air before a filler, after which a new clause
  begins: "So the, you know, you can";
- two or more words that are taken up again after a filler: "like you can't. You know, you can't
  get it";
- two or more words that are said again after an article or another word that ends nothing: "we
  met with a, we met with your chair";
- a preposition or "and" with an article that is said anew: "an engine to a to Starship";
- the same after a broken-off bit of a word: "How important are the pea, how important is
  research and PhDs", where the bit has at most three letters and a later word begins like it.

PASS::

    So the, you know, famous one came. How important are the seas, how important is the land?

PASS::

    He talks about, you know, you. It was good, you know, it was. I would say, I would stay.

FAIL::

    So the, you know, you can fit all books.
    => So you can fit all books.

FAIL::

    That's a. You know, that's a helpful frame, but you can't. You know, you can't get it.
    => That's a helpful frame, but you can't get it.

FAIL::

    We met with a, we met with your chair last month.
    => We met with your chair last month.

FAIL::

    They went from an engine to a to Starship and the and a rocket.
    => They went from an engine to Starship and a rocket.

FAIL::

    How important are the pea, how important is research and PhDs.
    => How important is research and PhDs?
"""

from __future__ import annotations

from collections.abc import Iterator

from subalign.cleaning.base import Edit, View
from subalign.cleaning.english import (
    ARTICLES,
    CONTRACTIONS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBJECTS,
)
from subalign.cleaning.phrases import skip_fillers

_HANGING = ARTICLES | POSSESSIVES
_CLAUSE = SUBJECTS | (CONTRACTIONS - {"what's", "who's", "where's", "how's"}) | {"there"}
_LINKS = PREPOSITIONS - {"in", "on", "by", "over", "through", "near"} | {"and", "or"}
"""Without those that are the first part of nouns ("the in crowd", "the near future")."""
_FRAGMENT = 3
"""Letters: more than that may be a word (the table of CLEANING.md's pairs)."""
_LONGEST = 5
_AHEAD = 8
"""Words in which the word that was broken off has to come."""


def find(view: View) -> Iterator[Edit]:
    """Find words that are given up and said anew, or left hanging."""
    done = 0
    for j, word in enumerate(view.words):
        if word.tail in (",", ".") and word.key:
            found = _hanging(view, j) or _resumed(view, j) or _said_again(view, j)
        else:
            found = _said_anew(view, j)
        if found and found.start >= done and view.same_speaker(found.start, found.stop):
            done = found.stop
            yield view.hide(found, bool(view.confident(True)))


def _hanging(view: View, j: int) -> range | None:
    if view.words[j].tail != "," or view.words[j].key not in _HANGING or view.starts_sentence(j):
        return None
    end = skip_fillers(view, j + 1)
    goes_on = j + 1 < end < len(view.words) and view.words[end].key in _CLAUSE
    return range(j, end) if goes_on else None


def _said_anew(view: View, j: int) -> range | None:
    """``to a to Starship``: between article and preposition a noun is missing."""
    if view.words[j].key not in ARTICLES or not 0 < j < len(view.words) - 1:
        return None
    before, after = view.words[j - 1], view.words[j + 1]
    plain = not (before.tail or view.words[j].tail or after.tail or after.lead)
    same = before.key == after.key and after.core.islower() and after.key in _LINKS
    return range(j - 1, j + 1) if plain and same and not view.breaks[j] else None


def _resumed(view: View, j: int) -> range | None:
    """What stands before the filler behind word ``j`` is said again after it."""
    end = skip_fillers(view, j + 1)
    if end == j + 1:
        return None
    for n in range(_LONGEST, 1, -1):
        start, again = j + 1 - n, end + n
        if start < 0 or again >= len(view.words) or view.breaks[again - 1]:
            continue
        if view.keys(range(start, j + 1)) == view.keys(range(end, again)):
            first, second = view.words[start:j], view.words[end:again]
            if not any(w.tail or w.lead for w in (*first, *second)):
                return range(start, end)
    return None


def _said_again(view: View, j: int) -> range | None:
    """The words before word ``j`` with its comma are said again behind it."""
    bit = view.words[j].key
    hangs = bit in _HANGING or bit in view.context.language.unfinished
    if view.words[j].tail != "," or (not hangs and len(bit) > _FRAGMENT):
        return None
    if not hangs and bit in view.context.language.common:
        return None
    for n in range(_LONGEST, 1, -1):
        for between in range(3):
            start, again = j - between - n, j + 1 + n
            if start < 0 or again >= len(view.words) or any(view.breaks[start:again]):
                continue
            if view.keys(range(start, start + n)) != view.keys(range(j + 1, again)):
                continue
            rest = view.keys(range(start + n, j))
            later = view.keys(range(again, min(again + _AHEAD, len(view.words))))
            small = set(rest) <= view.context.language.closed
            if small and (hangs or _is_bit(bit, later)):
                return range(start, j + 1)
    return None


def _is_bit(bit: str, later: list[str]) -> bool:
    return any(w[0] == bit[0] and w != bit and len(w) > 2 for w in later if w)
