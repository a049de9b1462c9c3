"""The review offers to hide a start that the speaker replaces by other words.

In "both will life or life on earth will die" the speaker says the same thing twice, and only a
person can tell which words to hide. The review offers to hide the words up to the second attempt.

PASS::

    He worked more and more, day by day, and side by side.

OFFER::

    It just needs to be just need to build.
    => It just need to build.
"""

from __future__ import annotations

from collections.abc import Iterator

from subalign.cleaning.base import Edit, Level, View, define_rule
from subalign.cleaning.english import SUBJECTS


@define_rule("self-repairs", Level.TIDY, languages=("en",), offers=True)
def rule(view: View) -> Iterator[Edit]:
    """Offer to hide what is said a second time in other words."""
    for sentence in view.sentences:
        keys = [_without_s(key) for key in view.keys(sentence)]
        done = 0
        for i in range(len(keys) - 2):
            again = _second_attempt(view, keys, i)
            if i >= done and again:
                words = range(sentence.start + i, sentence.start + again)
                yield view.hide(words, sure=False)
                done = again


def _second_attempt(view: View, keys: list[str], i: int) -> int:
    """Return where the words at ``i`` are said a second time, 0 if they are not."""
    closed = view.context.language.closed
    if keys[i] not in keys[i + 2 : i + 10]:  # a second attempt comes soon
        return 0
    if keys[i : i + 1] == keys[i + 2 : i + 3] and keys[i + 1] == "or" and keys[i]:
        return i + 2  # "life or life"
    if not keys[i] or i + 1 >= len(keys):
        return 0
    for j in range(i + 2, min(i + 10, len(keys) - 1)):
        if keys[j : j + 2] == keys[i : i + 2] and keys[j - 1] not in ("and", "or"):
            talk = {"you", "know", "i", "mean", "sort", "kind", "matter", "think"}
            if not set(keys[i : i + 2]) <= closed | talk:
                return j
        near = keys[j] == keys[i] and keys[i] not in closed and j - i <= 3
        if near and set(keys[i + 1 : j]) & SUBJECTS:
            return j
    return 0


def _without_s(key: str) -> str:
    return key[:-1] if key.endswith("s") and len(key) > 3 else key
