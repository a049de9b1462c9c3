"""A start that is given up at once is hidden, if nothing of it is lost.

Five kinds are sure:

- an article or possessive before a filler, after which a new clause begins: "So the, you
  know, you can";
- two or more words that are said again after a filler: "like you can't. You know, you can't get
  it";
- two or more words that are said again after an article or another word that ends no sentence:
  "we met with a, we met with your chair";
- a preposition or "and" with an article, of which the first is said again: "an engine to a to
  Starship";
- two or more words that are said again after a piece of a word: "How important are the pea, how
  important is research and PhDs", where the piece has at most three letters and a later word
  begins with the same letter.

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

from subalign.cleaning.base import Edit, Level, View, define_rule
from subalign.cleaning.english import (
    ARTICLES,
    CONTRACTIONS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBJECTS,
)
from subalign.cleaning.phrases import skip_fillers

_MAX_WORDS = 5
"""Words of the longest start that is looked for a second time."""


@define_rule("false-starts", Level.TIDY, languages=("en",))
def rule(view: View) -> Iterator[Edit]:
    """Hide a start that is given up at once."""
    done = 0
    for j, word in enumerate(view.words):
        if word.tail in (",", ".") and word.key:
            found = _left_hanging(view, j) or _said_after_filler(view, j) or _said_again(view, j)
        else:
            found = _with_missing_noun(view, j)
        if found and found.start >= done and view.same_speaker(found.start, found.stop):
            done = found.stop
            yield view.hide(found, bool(view.confident(True)))


def _left_hanging(view: View, j: int) -> range | None:
    """Return the article at ``j`` and the filler after it, before a new clause."""
    word = view.words[j]
    article = word.key in ARTICLES or word.key in POSSESSIVES
    if word.tail != "," or not article or view.starts_sentence(j):
        return None
    stop = skip_fillers(view, j + 1)
    goes_on = j + 1 < stop < len(view.words) and _starts_clause(view.words[stop].key)
    return range(j, stop) if goes_on else None


def _starts_clause(key: str) -> bool:
    question = key in ("what's", "who's", "where's", "how's")
    return key in SUBJECTS or key == "there" or (key in CONTRACTIONS and not question)


def _with_missing_noun(view: View, j: int) -> range | None:
    """Return a preposition and the article at ``j`` before the same preposition, as in ``to a
    to Starship``: the noun of the article is missing."""
    if view.words[j].key not in ARTICLES or not 0 < j < len(view.words) - 1:
        return None
    before, after = view.words[j - 1], view.words[j + 1]
    plain = not (before.tail or view.words[j].tail or after.tail or after.lead)
    # Some prepositions are the first part of a noun: "the in crowd", "the near future".
    nominal = after.key in ("in", "on", "by", "over", "through", "near")
    links = after.key in ("and", "or") or (after.key in PREPOSITIONS and not nominal)
    same = before.key == after.key and after.core.islower() and links
    return range(j - 1, j + 1) if plain and same and not view.breaks[j] else None


def _said_after_filler(view: View, j: int) -> range | None:
    """Return the words up to ``j`` that are said again after a filler, and the filler."""
    stop = skip_fillers(view, j + 1)
    if stop == j + 1:
        return None
    for n in range(_MAX_WORDS, 1, -1):
        start, again = j + 1 - n, stop + n
        if start < 0 or again >= len(view.words) or view.breaks[again - 1]:
            continue
        if view.keys(range(start, j + 1)) == view.keys(range(stop, again)):
            first, second = view.words[start:j], view.words[stop:again]
            if not any(w.tail or w.lead for w in (*first, *second)):
                return range(start, stop)
    return None


def _said_again(view: View, j: int) -> range | None:
    """Return the words that are said again after the word at ``j`` and its comma, up to ``j``."""
    last, language = view.words[j].key, view.context.language
    hangs = last in ARTICLES or last in POSSESSIVES or last in language.unfinished
    fragment = len(last) <= view.context.options.max_fragment_letters
    if view.words[j].tail != "," or not (hangs or fragment):
        return None
    if not hangs and last in language.common:
        return None
    for n in range(_MAX_WORDS, 1, -1):
        for between in range(3):
            start, again = j - between - n, j + 1 + n
            if start < 0 or again >= len(view.words) or any(view.breaks[start:again]):
                continue
            if view.keys(range(start, start + n)) != view.keys(range(j + 1, again)):
                continue
            rest = view.keys(range(start + n, j))
            later = view.keys(range(again, min(again + 8, len(view.words))))
            small = set(rest) <= language.closed
            if small and (hangs or _is_piece(last, later)):
                return range(start, j + 1)
    return None


def _is_piece(piece: str, later: list[str]) -> bool:
    """Return True if a later word may be the one that was broken off."""
    return any(w[0] == piece[0] and w != piece and len(w) > 2 for w in later if w)
