""" "Micro" and the word after it become one word where dictionaries write them so.

Before these nouns and verbs "micro" is a prefix and no adjective: Merriam-Webster has only
the forms in one word ("micromanage").

PASS::

    We look at the micro level.

FAIL::

    I wouldn't call it micro management.
    => I wouldn't call it micromanagement.
"""

from __future__ import annotations

from collections.abc import Iterator

from subalign.cleaning.base import Edit, Level, View, define_rule

_AFTER_MICRO = frozenset(
    "manage manages managed managing management manager managers chip chips processor processors"
    " service services wave waves second seconds phone phones film economics biology organism"
    " organisms controller controllers scope scopes plastic plastics".split()
)
"""Nouns and verbs that are written in one piece with "micro"."""


@define_rule("split-prefixes", Level.TIDY, languages=("en",))
def rule(view: View) -> Iterator[Edit]:
    """Write "micro" and its word as one."""
    for j in range(len(view.words) - 1):
        word, following = view.words[j], view.words[j + 1]
        if word.key == "micro" and not word.tail and following.core in _AFTER_MICRO:
            yield view.fuse(range(j, j + 2), word.core + following.core)
