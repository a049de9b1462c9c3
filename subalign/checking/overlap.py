"""No two cues are on the screen at once.

A browser moves one of two such cues away (W3C WebVTT, section 7), so text jumps while it is read.
No built-in style allows an overlap: the shortest gap is 0 ms. A copy of another cue is reported
only as ``copy``.

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

from subalign.checking.base import CaptionFile, Finding, define_rule
from subalign.model import Severity


@define_rule("overlap", Severity.ERROR)
def rule(captions: CaptionFile) -> Iterator[Finding]:
    """No two cues are on the screen at once."""
    for before, i, gap in captions.gaps:
        if gap < 0 and i not in captions.copies:
            yield Finding(i, f"starts {-gap} ms before cue {before + 1} ends")
