"""Decides when each caption comes and goes.

A caption comes with its first word. It goes a moment after its last, or later where it takes
longer to read and there is silence to read it in. Between two captions the screen is empty for
the least time that the style allows, or long enough to be seen as a pause.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from subalign.measure import length
from subalign.model import Cue
from subalign.styles import Style

LATE = 83
"""How much later than its first word a cue may come at most, ms: 2 frames at 24 frames per
second (Netflix Subtitle Timing Guidelines: in-time within 1-2 frames of the first sound)."""


def retime(cues: Sequence[Cue], style: Style, duration: int) -> tuple[Cue, ...]:
    """Give each cue its time on screen.

    In order of weight: cues neither overlap nor lose their order; ``min_gap``;
    ``max_duration``; ``min_duration``; a gap shorter than ``chain`` is closed; a cue goes at
    most ``linger`` after its voice; it stays for ``lead_out`` and until it can be read at
    ``max_cps``. What gives way does so no further than it must:

    - A cue comes at most ``lead_in`` before its voice, and never while another one speaks. It
      comes later than its voice, by ``LATE`` at most, only where the cue in front would
      otherwise be too short and both are long enough then.
    - Where speech is too dense even for that, a cue stays too short, and `checking` says so.
    - The last cue ends with the recording, but rather after it than too early for
      ``min_duration``; a player cuts it off in any case.

    Args:
        cues: in order; ``start`` and ``end`` are where the voice starts and ends, ms.
        style: the limits.
        duration: of the recording, ms.

    Returns:
        The same cues with other times. Each lasts at least 1 ms.
    """
    starts = _starts(cues, style)
    return tuple(
        replace(cue, start=start, end=_end(cue, start, following, style, duration))
        for cue, start, following in zip(cues, starts, [*starts, None][1:], strict=True)
    )


def _starts(cues: Sequence[Cue], style: Style) -> list[int]:
    starts: list[int] = []
    for i, cue in enumerate(cues):
        silent = cues[i - 1].end + style.min_gap if i else 0
        start = min(cue.start, max(silent, cue.start - style.lead_in))
        if i:
            start = max(start, starts[-1] + style.min_gap + 1)
            needed = starts[-1] + style.min_duration + style.min_gap
            enough = i + 1 == len(cues) or (
                cues[i + 1].start - style.min_gap - needed >= style.min_duration
            )
            if start < needed <= cue.start + (LATE if enough else 0):
                start = needed
        starts.append(start)
    return starts


def _end(cue: Cue, start: int, following: int | None, style: Style, duration: int) -> int:
    least, most = start + style.min_duration, start + style.max_duration
    letters = length(" ".join(cue.labelled))
    readable = start + ceil(letters * 1000 / style.max_cps)
    kindest = max(cue.end + style.linger, least)
    end = min(max(cue.end + style.lead_out, min(readable, kindest), least), most)
    if following is None:
        return min(end, max(duration, least))
    closed, opened = following - style.min_gap, following - max(style.chain, style.min_gap)
    if end <= opened:
        return end
    if opened < max(cue.end, least):
        return closed if closed <= most else end
    return closed if closed <= min(kindest, most) else opened
