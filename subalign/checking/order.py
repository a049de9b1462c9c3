"""No cue starts earlier than the one before it.

WebVTT requires cues in the order of their start times (W3C WebVTT, section 4.1). A browser sorts
them; a tool that reads a file from start to end does not, and shows the cue late or never.

PASS (netflix)::

    00:00:01.000 --> 00:00:02.000
    First,

    00:00:03.000 --> 00:00:04.000
    then second.

FAIL (netflix)::

    00:00:03.000 --> 00:00:04.000
    The second one

    00:00:01.000 --> 00:00:02.000
    before the first.

    => cue 2: starts 2000 ms before the cue in front of it
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from subalign.checking.base import CaptionFile, Finding, define_rule
from subalign.model import Severity


@define_rule("order", Severity.ERROR)
def rule(captions: CaptionFile) -> Iterator[Finding]:
    """Cues stand in the order of their start times."""
    for i, (before, cue) in enumerate(pairwise(captions.cues), 1):
        if cue.start < before.start:
            yield Finding(i, f"starts {before.start - cue.start} ms before the cue in front of it")
