"""A sentence that breaks off and is begun again is hidden.

Both sentences begin with the same three or more words, the first then has at most three words
more, all of them function words or small adverbs, and the second says it in full. When the
broken one has any other word, a person decides.

PASS::

    If you have time, come. If you have time on Monday, come then.

FAIL::

    If you have 100, it's really. If you have 100 tons per flight, you need more.
    => If you have 100 tons per flight, you need more.

OFFER::

    I haven't written it. I have not written in one lately.
    => I have not written in one lately.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from subalign.cleaning.base import Edit, Level, Rule, View

_SAME = 3
_REST = 3
"""Words (pair 28 of the corpus has four and two)."""

_SMALL = frozenset("just really actually probably only even still very quite".split())


def _find(view: View) -> Iterator[Edit]:
    done = -1
    for first, second in pairwise(view.sentences):
        if first.start <= done or len(second) <= _SAME or view.words[first.start].lead:
            continue
        a, b = view.keys(first), view.keys(second)
        if a[0] != b[0] or "" in a or "" in b or not view.one_voice(first.start, second.start):
            continue
        if view.words[first.stop - 1].tail[:1] != ".":
            continue
        sure = _is_fragment(view, a, b)
        if sure is not None:
            yield view.hide(first, bool(view.slips(sure)))
            done = first.start


def _is_fragment(view: View, a: list[str], b: list[str]) -> bool | None:
    language = view.context.language
    same = _common(a, b)
    rest = a[same:]
    small = language.closed | _SMALL
    if same >= _SAME and same < len(b) and rest and len(rest) <= _REST and set(rest) <= small:
        return rest[-1] in language.unfinished | _SMALL
    long, full = _spelt_out(a), _spelt_out(b)
    same = _common(long, full)
    short = len(long) - same <= 1 and same < len(full)
    return False if same > _SAME and short and long != a else None


def _common(a: list[str], b: list[str]) -> int:
    same = 0
    while same < min(len(a), len(b)) and a[same] == b[same]:
        same += 1
    return same


def _spelt_out(keys: list[str]) -> list[str]:
    """``haven't`` as ``have not``."""
    return [part for key in keys for part in key.replace("n't", " not").split()]


RULE = Rule(
    "restated-fragments", Level.TIDY, "a broken sentence begun again is hidden", _find, ("en",)
)
