"""Every cue stays long enough to be seen.

Text that flashes by is noticed but not read. A cue that ends before it starts is never shown.
Source of each number: ``min_duration`` in the style.

PASS (netflix)::

    00:00:01.000 --> 00:00:01.833
    Yes.

FAIL (netflix)::

    00:00:01.000 --> 00:00:01.832
    Yes.

    => cue 1: shown for 832 ms, at least 833 ms
"""

from __future__ import annotations

from collections.abc import Iterator

from subalign.checking.base import CaptionFile, Finding, define_rule
from subalign.model import Severity


@define_rule("min-duration", Severity.ERROR)
def rule(captions: CaptionFile) -> Iterator[Finding]:
    """Every cue stays long enough to be seen."""
    style = captions.style
    for i, cue in enumerate(captions.cues):
        if cue.duration < style.min_duration:
            yield Finding(i, f"shown for {cue.duration} ms, at least {style.min_duration} ms")
