"""No cue stays longer than the style allows.

A reader who has finished a cue that is still there reads it again. Source of each number:
``max_duration`` in the style.

PASS (netflix)::

    00:00:01.000 --> 00:00:08.000
    Seven seconds are the most.

FAIL (netflix)::

    00:00:01.000 --> 00:00:08.001
    Seven seconds are the most.

    => cue 1: shown for 7001 ms, at most 7000 ms
"""

from __future__ import annotations

from collections.abc import Iterator

from subalign.checking.base import CaptionFile, Finding, define_rule
from subalign.model import Severity


@define_rule("max-duration", Severity.ERROR)
def rule(captions: CaptionFile) -> Iterator[Finding]:
    """No cue stays longer than the style allows."""
    style = captions.style
    for i, cue in enumerate(captions.cues):
        if cue.duration > style.max_duration:
            yield Finding(i, f"shown for {cue.duration} ms, at most {style.max_duration} ms")
