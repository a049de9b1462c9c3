"""A word that dictionaries write in one piece with "micro" is put together.

"Micro" before these nouns and verbs is a prefix, never an adjective (Merriam-Webster lists the
closed forms only).

PASS::

    We look at the micro level.

FAIL::

    I wouldn't call it micro management.
    => I wouldn't call it micromanagement.
"""

from __future__ import annotations

from collections.abc import Iterator

from subalign.cleaning.base import Edit, View

_AFTER_MICRO = frozenset(
    "manage manages managed managing management manager managers chip chips processor processors"
    " service services wave waves second seconds phone phones film economics biology organism"
    " organisms controller controllers scope scopes plastic plastics".split()
)
"""Nouns and verbs that are written in one piece with "micro"."""


def find(view: View) -> Iterator[Edit]:
    """Find "micro" in front of a word that it is a prefix of."""
    for j in range(len(view.words) - 1):
        word, following = view.words[j], view.words[j + 1]
        if word.key == "micro" and not word.tail and following.core in _AFTER_MICRO:
            yield view.fuse(range(j, j + 2), word.core + following.core)
