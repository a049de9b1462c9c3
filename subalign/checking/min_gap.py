"""Between two cues the screen is empty for as long as the style requires.

Without a gap a reader does not see that the text has changed. Cues that overlap are reported only
as ``overlap``. Source of each number: ``min_gap`` in the style.

PASS (netflix)::

    00:00:01.000 --> 00:00:02.000
    One goes,

    00:00:02.083 --> 00:00:04.000
    the next comes.

PASS (bbc)::

    00:00:01.000 --> 00:00:02.000
    One goes,

    00:00:02.000 --> 00:00:04.000
    the next comes at once.

FAIL (netflix)::

    00:00:01.000 --> 00:00:02.000
    One goes,

    00:00:02.082 --> 00:00:04.000
    the next comes.

    => cue 2: comes 82 ms after cue 1, at least 83 ms
"""

from __future__ import annotations

from collections.abc import Iterator

from subalign.checking.base import CaptionFile, Finding, define_rule
from subalign.model import Severity


@define_rule("min-gap", Severity.ERROR)
def rule(captions: CaptionFile) -> Iterator[Finding]:
    """Two cues are as far apart as the style wants."""
    style = captions.style
    for before, i, gap in captions.gaps:
        if 0 <= gap < style.min_gap:
            yield Finding(i, f"comes {gap} ms after cue {before + 1}, at least {style.min_gap} ms")
