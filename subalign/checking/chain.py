"""A short gap is closed, or it is a real pause.

A screen that is empty for a blink looks like a fault. So a gap is the least that the style
allows, or long enough to be seen as a pause; unless the cue in front would stay longer than
the style allows. Where the frame rate is known, 1 ms beside either does not count, because files
hold milliseconds. Source of each number: ``chain`` in the style.

PASS (netflix)::

    00:00:01.000 --> 00:00:02.000
    One goes,

    00:00:02.500 --> 00:00:04.500
    half a second later the next comes.

PASS (netflix at 24 fps)::

    00:00:01.000 --> 00:00:02.000
    One goes,

    00:00:02.084 --> 00:00:04.000
    two frames later the next comes.

PASS (netflix)::

    00:00:01.000 --> 00:00:07.900
    This one cannot stay any longer.

    00:00:08.200 --> 00:00:10.000
    So the gap stays open.

FAIL (netflix)::

    00:00:01.000 --> 00:00:02.000
    One goes,

    00:00:02.499 --> 00:00:04.500
    and the next comes a little later.

    => cue 2: comes 499 ms after cue 1, at least 500 ms or just 83 ms
"""

from __future__ import annotations

from collections.abc import Iterator

from subalign.checking.base import Finding, Rule, Subject
from subalign.checking.frames import TOLERANCE
from subalign.model import Severity


def _find(subject: Subject) -> Iterator[Finding]:
    style = subject.style
    rounded = TOLERANCE if style.fps else 0
    for before, i, gap in subject.gaps:
        closed = subject.cues[i].start - style.min_gap - subject.cues[before].start
        if style.min_gap + rounded < gap < style.chain - rounded and closed <= style.max_duration:
            limits = f"at least {style.chain} ms or just {style.min_gap} ms"
            yield Finding(i, f"comes {gap} ms after cue {before + 1}, {limits}")


RULE = Rule("chain", Severity.WARNING, "a short gap between two cues is closed", _find)
