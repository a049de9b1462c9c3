"""A cue is on the screen when its words begin.

Needs the recording. The rule finds speech that begins while nothing is on the screen, and
continues until the cue comes. Netflix: in-time within 1-2 frames (83 ms) of the first sound;
150 ms are allowed, because the speech detector is mostly right within 50 ms. A cue that is more
than 2 s late counts as missing, and is reported as ``uncaptioned``. Where the aligner is sure
that the text is spoken from the start of the cue on, the sound before it belongs to other words,
and is not a problem.

PASS (netflix)::

    NOTE voice 00:00:01.000 to 00:00:03.000

    00:00:01.150 --> 00:00:03.500
    Here I am.

PASS (netflix)::

    NOTE voice 00:00:01.000 to 00:00:03.000
    NOTE said 00:00:01.400 to 00:00:02.900 (0.95)

    00:00:01.400 --> 00:00:03.500
    Here I am.

FAIL (netflix)::

    NOTE voice 00:00:01.000 to 00:00:03.000

    00:00:01.400 --> 00:00:03.500
    Here I am.

    => cue 1: comes 400 ms after its voice began, at most 150 ms
"""

from __future__ import annotations

from collections.abc import Iterator

from subalign.checking.base import CaptionFile, Finding, define_rule
from subalign.model import Severity


@define_rule("late", Severity.WARNING, needs_speech=True)
def rule(captions: CaptionFile) -> Iterator[Finding]:
    """A cue is there when its words begin."""
    speech, most = captions.speech, captions.tolerances.late_ms
    if speech is None:
        return
    for gap in captions.empty_screen:
        heard = speech.between(gap.start, gap.end)
        if gap.after is None or not heard or speech.ends[heard[-1]] <= gap.end:
            continue
        late = gap.end - speech.starts[heard[-1]]
        # Sound before the text of this cue belongs to other words.
        own = captions.reliable_span(gap.after)
        if own and abs(own.start - gap.end) <= most:
            continue
        if most < late <= min(captions.tolerances.missing_ms, gap.end - gap.start):
            yield Finding(gap.after, f"comes {late} ms after its voice began, at most {most} ms")
