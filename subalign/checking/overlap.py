"""No two cues are on the screen at once.

A browser then moves one out of the way of the other (W3C WebVTT, section 7), so text jumps while
it is read. No style of ours allows it: the least gap is 0 ms. A copy of another cue is reported
as ``copy`` alone.

PASS (netflix)::

    00:00:01.000 --> 00:00:02.000
    One goes,

    00:00:02.083 --> 00:00:04.000
    the next comes.

FAIL (netflix)::

    00:00:01.000 --> 00:00:03.000
    One stays,

    00:00:02.700 --> 00:00:04.000
    the next is there.

    => cue 2: starts 300 ms before cue 1 ends
"""

from __future__ import annotations

from collections.abc import Iterator

from subalign.checking.base import Finding, Rule, Subject
from subalign.model import Severity


def _find(subject: Subject) -> Iterator[Finding]:
    for before, i, gap in subject.gaps:
        if gap < 0 and i not in subject.copies:
            yield Finding(i, f"starts {-gap} ms before cue {before + 1} ends")


RULE = Rule("overlap", Severity.ERROR, "no two cues are on the screen at once", _find)
