"""A short gap is closed, or long enough to be seen as a pause.

A screen that is empty for a moment looks like a fault. A gap therefore lasts either as short as
the style allows, or long enough to be seen as a pause; it may stay open where the cue in front
would otherwise stay longer than the style allows. Where the frame rate is known, a difference of
1 ms is accepted, because files hold milliseconds. Source of each number: ``chain`` in the style.

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

from subalign.checking.base import CaptionFile, Finding, define_rule
from subalign.model import Severity


@define_rule("chain", Severity.WARNING)
def rule(captions: CaptionFile) -> Iterator[Finding]:
    """A short gap between two cues is closed."""
    style = captions.style
    rounded = captions.tolerances.frame_ms if style.fps else 0
    for before, i, gap in captions.gaps:
        closed = captions.cues[i].start - style.min_gap - captions.cues[before].start
        if style.min_gap + rounded < gap < style.chain - rounded and closed <= style.max_duration:
            limits = f"at least {style.chain} ms or just {style.min_gap} ms"
            yield Finding(i, f"comes {gap} ms after cue {before + 1}, {limits}")
