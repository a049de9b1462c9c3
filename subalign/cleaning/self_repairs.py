"""A repair in other words is offered, never made.

"Both will life or life on earth will die": what the speaker meant to say stands there twice, but
only a person can tell what goes. The review offers to hide up to the second attempt.

PASS::

    He worked more and more, day by day, and side by side.

OFFER::

    It just needs to be just need to build.
    => It just need to build.
"""

from __future__ import annotations

from collections.abc import Iterator

from subalign.cleaning.base import Edit, Level, Rule, View
from subalign.cleaning.english import SUBJECTS

_REACH = 8
"""Words between two attempts."""


_TALK = frozenset("you know i mean sort kind matter think".split())


def _find(view: View) -> Iterator[Edit]:
    for sentence in view.sentences:
        keys = [_stem(key) for key in view.keys(sentence)]
        done = 0
        for i in range(len(keys) - 2):
            again = _again(view, keys, i)
            if i >= done and again:
                words = range(sentence.start + i, sentence.start + again)
                yield view.hide(words, sure=False)
                done = again


def _again(view: View, keys: list[str], i: int) -> int:
    """Where the words at ``i`` are said a second time, 0 if they are not."""
    closed = view.context.language.closed
    if keys[i : i + 1] == keys[i + 2 : i + 3] and keys[i + 1] == "or" and keys[i]:
        return i + 2
    if not keys[i] or i + 1 >= len(keys):
        return 0
    for j in range(i + 2, min(i + 2 + _REACH, len(keys) - 1)):
        pair = keys[i : i + 2]
        listed = keys[j - 1] in ("and", "or")
        if keys[j : j + 2] == pair and not set(pair) <= closed | _TALK and not listed:
            return j
        near = keys[j] == keys[i] and keys[i] not in closed and j - i <= 3
        if near and set(keys[i + 1 : j]) & SUBJECTS:
            return j
    return 0


def _stem(key: str) -> str:
    return key[:-1] if key.endswith("s") and len(key) > 3 else key


RULE = Rule("self-repairs", Level.TIDY, "a second attempt is offered", _find, ("en",), offers=True)
