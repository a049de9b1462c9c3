"""A cue stays while its words are spoken.

Needs the recording. The rule finds a cue that goes while speech continues, with no cue in its
place. A cue goes when the sound ends or later (Netflix, BBC); ``min_gap`` of the style is
allowed, and 150 ms in any case, because the speech detector counts part of a fading sound as
speech. Speech that continues for more than 2 s is reported as ``uncaptioned``. Where the aligner
is sure that the text of the cue is spoken within the cue, the sound after it belongs to other
words, and is not a problem.

PASS (netflix)::

    NOTE voice 00:00:01.000 to 00:00:05.000

    00:00:01.000 --> 00:00:03.000
    The voice speaks on

    00:00:03.083 --> 00:00:04.850
    and the text goes with it.

PASS (netflix)::

    NOTE voice 00:00:01.000 to 00:00:03.000
    NOTE said 00:00:01.000 to 00:00:02.500 (0.95)

    00:00:01.000 --> 00:00:02.700
    The voice speaks on.

FAIL (netflix)::

    NOTE voice 00:00:01.000 to 00:00:03.000

    00:00:01.000 --> 00:00:02.700
    The voice speaks on.

    => cue 1: goes 300 ms before its voice ends, at most 150 ms
"""

from __future__ import annotations

from collections.abc import Iterator

from subalign.checking.base import CaptionFile, Finding, define_rule, is_spoken
from subalign.model import Severity


@define_rule("cut-off", Severity.WARNING, needs_speech=True)
def rule(captions: CaptionFile) -> Iterator[Finding]:
    """A cue stays while its words are heard."""
    speech, allowed = captions.speech, captions.tolerances
    if speech is None:
        return
    most = max(allowed.cut_off_ms, captions.style.min_gap)
    for gap in captions.empty_screen:
        heard = speech.between(gap.start, gap.end)
        if gap.before is None or not heard or speech.starts[heard[0]] >= gap.start:
            continue
        # Sound after the text of this cue belongs to other words.
        own = captions.reliable_span(gap.before)
        if own and captions.cues[gap.before].start - most <= own.start and own.end <= gap.start:
            continue
        rest = min(speech.ends[heard[0]], gap.end) - gap.start
        if most < rest <= allowed.missing_ms and is_spoken(captions.cues[gap.before]):
            yield Finding(gap.before, f"goes {rest} ms before its voice ends, at most {most} ms")
