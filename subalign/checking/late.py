"""A cue is there when its words begin.

Needs the recording: a voice begins while nothing is on the screen, and goes on until the cue
comes. Netflix: in-time within 1-2 frames of the first sound, 83 ms; the rest of the 150 ms is
for the pause detector, which is mostly within 50 ms. More than 2 s late counts as missing, and
is reported as ``uncaptioned``. Where the text is aligned with the recording, and surely begins
where the cue comes, the sound before it is none of its words.

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

from subalign.checking.base import LATEST, Finding, Rule, Subject
from subalign.model import Severity

TOLERANCE = 150
"""Two frames at 24 frames per second, and what the pause detector is mostly within, ms."""


def _find(subject: Subject) -> Iterator[Finding]:
    voice = subject.voice
    if voice is None:
        return
    for gap in subject.unshown:
        heard = voice.between(gap.start, gap.end)
        if gap.after is None or not heard or voice.ends[heard[-1]] <= gap.end:
            continue
        late = gap.end - voice.starts[heard[-1]]
        own = subject.heard(gap.after)
        if own and abs(own.start - gap.end) <= TOLERANCE:
            continue
        if TOLERANCE < late <= min(LATEST, gap.end - gap.start):
            message = f"comes {late} ms after its voice began, at most {TOLERANCE} ms"
            yield Finding(gap.after, message)


RULE = Rule("late", Severity.WARNING, "a cue is there when its words begin", _find, heard=True)
