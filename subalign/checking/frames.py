"""Where the frame rate of the video is known, cues come and go with its frames.

Needs the frame rate: ``--fps``, or a style that has one. A time between two frames is shown at
the next one, so that a gap of two frames becomes one or three; and captions of another frame
rate are found: cut at 25 and played at 24, they are soon out of sync. Files hold milliseconds,
so 1 ms beside a frame is on it. Netflix (General Requirements, Subtitle Timing Guidelines)
counts durations and gaps in frames; with a frame rate, so do ``min-duration`` and ``min-gap``.

PASS (netflix at 25 fps)::

    00:00:01.000 --> 00:00:02.000
    One goes,

    00:00:02.080 --> 00:00:04.000
    two frames later the next comes.

FAIL (netflix at 24 fps)::

    00:00:01.000 --> 00:00:02.000
    One goes,

    00:00:02.083 --> 00:00:04.020
    the next comes.

    => cue 2: ends 20 ms beside a frame, at most 1 ms
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from subalign.checking.base import Finding, Rule, Subject
from subalign.model import Severity
from subalign.times import exact_rate

TOLERANCE = 1
"""What rounding to whole milliseconds may do, ms."""


def _find(subject: Subject) -> Iterator[Finding]:
    if not subject.style.fps:
        return
    rate = exact_rate(subject.style.fps) / 1000
    for i, cue in enumerate(subject.cues):
        for does, ms in ("starts", cue.start), ("ends", cue.end):
            beside = abs(ms - _nearest(ms, rate))
            if beside > TOLERANCE:
                limit = f"at most {TOLERANCE} ms"
                yield Finding(i, f"{does} {beside} ms beside a frame, {limit}")


def _nearest(ms: int, rate: Fraction) -> int:
    return round(round(ms * rate) / rate)


RULE = Rule("frames", Severity.WARNING, "cues come and go with the frames of the video", _find)
