"""A cue stays while its words are heard.

Needs the recording: the cue goes while the voice speaks on, and nothing comes in its place.
The out-time is at the end of the sound or after it (Netflix, BBC); a gap of the style between
two cues is allowed, and 150 ms for the fading of the last sound, of which the pause detector
takes a part for voice. More than 2 s is reported as ``uncaptioned``. Where the text is aligned with
the recording, surely begins in the cue and ends in it, the sound after it is none of its words.

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

from subalign.checking.base import LATEST, Finding, Rule, Subject, is_spoken
from subalign.model import Severity

TOLERANCE = 150
"""The fading of a last sound, ms. Ours."""


def _find(subject: Subject) -> Iterator[Finding]:
    voice, most = subject.voice, max(TOLERANCE, subject.style.min_gap)
    if voice is None:
        return
    for gap in subject.unshown:
        heard = voice.between(gap.start, gap.end)
        if gap.before is None or not heard or voice.starts[heard[0]] >= gap.start:
            continue
        own = subject.heard(gap.before)
        if own and subject.cues[gap.before].start - most <= own.start and own.end <= gap.start:
            continue
        rest = min(voice.ends[heard[0]], gap.end) - gap.start
        if most < rest <= LATEST and is_spoken(subject.cues[gap.before]):
            yield Finding(gap.before, f"goes {rest} ms before its voice ends, at most {most} ms")


RULE = Rule("cut-off", Severity.WARNING, "a cue stays while its words are heard", _find, heard=True)
