"""A sentence that breaks off and is begun again is hidden.

Both sentences begin with the same three or more words. The first one has at most three more words,
all of them function words or common adverbs, and the second one goes on. If the first sentence has
any other word, the change is only offered.

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

from subalign.cleaning.base import Edit, Level, View, define_rule


@define_rule("restated-fragments", Level.TIDY, languages=("en",))
def rule(view: View) -> Iterator[Edit]:
    """Hide a broken sentence that is begun again."""
    done = -1
    for first, second in pairwise(view.sentences):
        if first.start <= done or len(second) <= 3 or view.words[first.start].lead:
            continue
        broken, whole = view.keys(first), view.keys(second)
        if broken[0] != whole[0] or "" in broken or "" in whole:
            continue
        if view.words[first.stop - 1].tail[:1] != ".":
            continue
        if not view.same_speaker(first.start, second.start):
            continue
        sure = _is_restated(view, broken, whole)
        if sure is not None:
            yield view.hide(first, bool(view.confident(sure)))
            done = first.start


def _is_restated(view: View, broken: list[str], whole: list[str]) -> bool | None:
    """Return True if one sentence surely restates another, False if maybe, None if not."""
    language = view.context.language
    adverbs = {"just", "really", "actually", "probably", "only", "even", "still", "very", "quite"}
    same = _common(broken, whole)
    rest = broken[same:]
    if 3 <= same < len(whole) and 1 <= len(rest) <= 3 and set(rest) <= language.closed | adverbs:
        return rest[-1] in language.unfinished or rest[-1] in adverbs
    long, full = _without_contractions(broken), _without_contractions(whole)
    same = _common(long, full)
    restated = 3 < same < len(full) and len(long) - same <= 1
    return False if restated and long != broken else None


def _common(a: list[str], b: list[str]) -> int:
    """Count the words in front that two sentences share."""
    same = 0
    while same < min(len(a), len(b)) and a[same] == b[same]:
        same += 1
    return same


def _without_contractions(keys: list[str]) -> list[str]:
    """Write ``haven't`` as ``have not``."""
    return [part for key in keys for part in key.replace("n't", " not").split()]
