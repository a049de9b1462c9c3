"""A name that the same transcript also writes in one piece is put together.

The evidence is the transcript's own: a word with a capital or figure inside (``SpaceX``, ``AI``)
stands somewhere else. The pieces must look like pieces: one of them is a single letter or in
capitals. The word "a" in front of capitals counts as a piece, because English has no "a I".

PASS::

    I have a GI in the family. Space exploration is fun. They gave a PR talk about PR.

FAIL::

    SpaceX is big. In the case of space X, it is clear.
    => SpaceX is big. In the case of SpaceX, it is clear.

FAIL::

    What is AI? The safety of a I just now. When do we see AGI? How do you define a GI.
    => What is AI? The safety of AI just now. When do we see AGI? How do you define AGI?
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from subalign.cleaning.base import Edit, View
from subalign.cleaning.tokens import WordParts

_MAX_ACRONYM_LETTERS = 5
"""Longer words in capitals are a heading."""


def find(view: View) -> Iterator[Edit]:
    """Find two to five words whose letters together are a name of the transcript."""
    names = view.context.evidence.mixed_case
    if not names:
        return
    independent = _without_article(view)
    starts = {name[:end] for name in names for end in range(1, len(name))}
    for j in range(len(view.words) - 1):
        if view.words[j].key not in starts:
            continue
        for n in range(_MAX_ACRONYM_LETTERS, 1, -1):
            name = _name(view, range(j, j + n), independent)
            if name:
                yield view.fuse(range(j, j + n), name)
                break


def _name(view: View, words: range, independent: set[str]) -> str:
    """Return the name that some words are the pieces of; empty if they are not."""
    parts = view.words[words.start : words.stop]
    if len(parts) < len(words) or any(w.tail for w in parts[:-1]) or any(w.lead for w in parts[1:]):
        return ""
    names = view.context.evidence.mixed_case
    letters, ending = "".join(w.key for w in parts), ""
    name = names.get(letters)
    if not name and letters.endswith("'s"):
        ending = parts[-1].core[-2:]
        name = names.get(letters[:-2])
    numeral = re.fullmatch(r"[ivxlc]+", letters)
    if not name or numeral or not _are_pieces(parts, independent):
        return ""
    return name + ending if view.same_speaker(words.start, words.stop - 1) else ""


def _are_pieces(parts: Sequence[WordParts], independent: set[str]) -> bool:
    first, *rest = parts
    if first.core in ("a", "A"):
        return all(w.core.isupper() and w.core not in independent for w in rest)
    if any(len(w.core) == 1 and w.core.isupper() for w in parts):
        return True
    if first.core in ("i", "e") and parts[1].core[:1].isupper() and len(parts) == 2:
        return True  # "i Phone"
    letters = sum(len(w.core) for w in parts)
    return all(w.core.isupper() for w in parts) and letters <= _MAX_ACRONYM_LETTERS


def _without_article(view: View) -> set[str]:
    """Return the words in capitals that stand somewhere without "a" in front, so that "a" is an
    article of theirs and no piece."""
    return {
        word.core
        for j, word in enumerate(view.words)
        if word.core.isupper() and len(word.core) > 1 and (not j or view.words[j - 1].key != "a")
    }
