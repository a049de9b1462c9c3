"""Every cue shows some text.

An empty cue is a sign of lost text. FFmpeg drops empty cues, so the cues after an empty one
change their numbers.

PASS (netflix)::

    00:00:01.000 --> 00:00:02.000
    ♪

FAIL (netflix)::

    00:00:01.000 --> 00:00:02.000

    00:00:03.000 --> 00:00:05.000
    The one in front shows nothing.

    => cue 1: shows no text
"""

from __future__ import annotations

from collections.abc import Iterator

from subalign.checking.base import CaptionFile, Finding, define_rule
from subalign.measure import length
from subalign.model import Severity


@define_rule("empty", Severity.ERROR)
def rule(captions: CaptionFile) -> Iterator[Finding]:
    """Every cue shows some text."""
    for i, cue in enumerate(captions.cues):
        if not any(map(length, cue.text.split())):
            yield Finding(i, "shows no text")
