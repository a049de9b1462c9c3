"""Cues come and go with the frames of the video, where the frame rate is known.

Needs the frame rate: ``--fps``, or a style that has one. A time between two frames takes effect
at the next frame, so a gap of two frames becomes one or three. The rule also finds captions of
another frame rate: captions made at 25 and played at 24 frames per second are soon out of sync.
A difference of 1 ms is accepted, because files hold milliseconds. Netflix (General Requirements,
Subtitle Timing Guidelines) counts durations and gaps in frames; with a frame rate, so do
``min-duration`` and ``min-gap``.

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

from subalign.checking.base import CaptionFile, Finding, define_rule
from subalign.model import Severity
from subalign.times import frame_rate


@define_rule("frames", Severity.WARNING)
def rule(captions: CaptionFile) -> Iterator[Finding]:
    """Cues come and go with the frames of the video."""
    if not captions.style.fps:
        return
    rate = frame_rate(captions.style.fps)
    most = captions.tolerances.frame_ms
    for i, cue in enumerate(captions.cues):
        for does, ms in ("starts", cue.start), ("ends", cue.end):
            beside = abs(ms - rate.time(rate.nearest(ms)))
            if beside > most:
                yield Finding(i, f"{does} {beside} ms beside a frame, at most {most} ms")
