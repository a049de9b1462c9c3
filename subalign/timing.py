"""Decides when each caption comes and goes.

A caption comes with its first word. It goes a moment after its last, or later where it takes
longer to read and there is silence to read it in. Between two captions the screen is empty for
the least time that the style allows, or long enough to be seen as a pause. Where the frame rate
of a video is known, captions come and go with its frames; where its cuts are known, with those
that are near.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest
from math import ceil, floor
from typing import NamedTuple

from subalign.measure import length
from subalign.model import Cue
from subalign.styles import Style
from subalign.times import SLACK, exact_rate

LATE = 83
"""How much later than its first word a cue may come at most, ms: 2 frames at 24 frames per
second (Netflix Subtitle Timing Guidelines: in-time within 1-2 frames of the first sound)."""

NEAR = 500
"""How near to a cut a cue comes or goes that had better do so with the cut, ms: half a second,
12 frames at 24 frames per second (Netflix Subtitle Timing Guidelines, timing to shot changes)."""


_NEVER = 1 << 40
"""A time after any recording, ms or frames."""


@dataclass(frozen=True, slots=True)
class _Unit:
    """What times are counted in, ms or frames, and `LATE` and `NEAR` in it."""

    late: int
    near: int
    shots: Sequence[int]


def retime(
    cues: Sequence[Cue], style: Style, duration: int, shots: Sequence[int] = ()
) -> tuple[Cue, ...]:
    """Give each cue its time on screen.

    In order of weight: cues neither overlap nor lose their order; ``min_gap``;
    ``max_duration``; ``min_duration``; a gap shorter than ``chain`` is closed; a cue goes at
    most ``linger`` after its voice; it stays for ``lead_out`` and until it can be read at
    ``max_cps``. What gives way does so no further than it must:

    - A cue comes at most ``lead_in`` before its voice, and never while another one speaks. It
      comes later than its voice, by ``LATE`` at most, only where fewer cues of the episode are
      too short then, or else too short to be read.
    - Where speech is too dense even for that, a cue stays too short, and `checking` says so.
    - The last cue ends with the recording, but rather after it than too early for
      ``min_duration``; a player cuts it off in any case.
    - A cue whose voice begins within ``NEAR`` after a cut comes with the cut, and one that would
      go within ``NEAR`` of a cut goes ``min_gap`` before it, where all this allows it.
    - With ``fps``, a cue comes with the first frame that is not before its voice.

    Args:
        cues: in order; ``start`` and ``end`` are where the voice starts and ends, ms.
        style: the limits.
        duration: of the recording, ms.
        shots: when the cuts of the video are, ms, in order.

    Returns:
        The same cues with other times. Each lasts at least 1 ms, or a frame.
    """
    if not style.fps:
        return _timed(cues, style, duration, _Unit(LATE, NEAR, shots))
    frames = Frames(style)
    # Coming with the next frame is already late by up to one.
    cuts = [frames.nearest(shot) for shot in shots]
    unit = _Unit(frames.most(LATE) - 1, frames.most(NEAR), cuts)
    counted = [
        replace(cue, start=frames.least(cue.start), end=frames.least(cue.end)) for cue in cues
    ]
    return frames.as_times(_timed(counted, frames.limits(), frames.most(duration), unit))


class Frames:
    """Times counted in the frames of a video.

    Args:
        style: the limits, in ms; its ``fps`` is not 0.
    """

    def __init__(self, style: Style) -> None:
        self.style = style
        self.rate = exact_rate(style.fps) / 1000  # frames in a millisecond

    def least(self, ms: int) -> int:
        """The first frame that is not before ``ms``; frames that last for at least ``ms``."""
        return ceil(ms * self.rate - SLACK)

    def most(self, ms: int) -> int:
        """The last frame that is not after ``ms``; frames that last for at most ``ms``."""
        return floor(ms * self.rate + SLACK)

    def nearest(self, ms: int) -> int:
        """The frame that is nearest to ``ms``."""
        return round(ms * self.rate)

    def limits(self) -> Style:
        """The style with its times in frames."""
        style = self.style
        return replace(
            style,
            max_cps=style.max_cps / float(self.rate),
            min_duration=self.least(style.min_duration),
            max_duration=self.most(style.max_duration),
            min_gap=self.least(style.min_gap),
            chain=self.least(style.chain),
            lead_in=self.most(style.lead_in),
            lead_out=self.most(style.lead_out),
            linger=self.most(style.linger),
        )

    def as_times(self, cues: Sequence[Cue]) -> tuple[Cue, ...]:
        """Cues in order, whose times are frames, with times in ms."""
        gap = self.limits().min_gap
        made: list[Cue] = []
        for cue, following in zip_longest(cues, cues[1:]):
            end = round(cue.end / self.rate)
            if following and following.start - cue.end == gap:
                # A gap of so many frames is one of so many ms, wherever rounding puts its ends.
                end = round(following.start / self.rate) - self.style.min_gap
            start = round(cue.start / self.rate)
            made.append(replace(cue, start=start, end=min(end, start + self.style.max_duration)))
        return tuple(made)


def _timed(cues: Sequence[Cue], style: Style, duration: int, unit: _Unit) -> tuple[Cue, ...]:
    starts = _starts(cues, style, duration, unit)
    return tuple(
        replace(cue, start=start, end=_end(cue, start, following, style, duration, unit))
        for cue, start, following in zip(cues, starts, [*starts, None][1:], strict=True)
    )


class _Way(NamedTuple):
    """Starts of the cues up to one, the last first: the fewer too short, too fast and late, the
    better."""

    short: int
    fast: int
    late: int
    start: int
    before: _Way | None


def _starts(cues: Sequence[Cue], style: Style, duration: int, unit: _Unit) -> list[int]:
    """The best starts of all: whether it helps to come later is only known from what follows."""
    if not cues:
        return []
    ways = [_Way(0, 0, 0, _earliest(cues[0], None, -_NEVER, style, unit), None)]
    for before, cue in pairwise(cues):
        read = _reading_time(before, style)
        found: list[_Way] = []
        for way in ways:
            for start in _choices(before, cue, way.start, read, style, unit):
                lasts = _end(before, way.start, start, style, duration, unit) - way.start
                short, fast = way.short + (lasts < style.min_duration), way.fast + (lasts < read)
                found.append(_Way(short, fast, way.late + max(0, start - cue.start), start, way))
        ways = _worth_following(found)
    last = cues[-1]

    def cost(way: _Way) -> tuple[int, int, int]:
        lasts = _end(last, way.start, None, style, duration, unit) - way.start
        fast = way.fast + (lasts < _reading_time(last, style))
        return way.short + (lasts < style.min_duration), fast, way.late

    starts: list[int] = []
    step: _Way | None = min(ways, key=cost)
    while step:
        starts.append(step.start)
        step = step.before
    return starts[::-1]


def _worth_following(ways: Sequence[_Way]) -> list[_Way]:
    """Those that begin sooner than all that are as good."""
    kept: list[_Way] = []
    for way in sorted(ways, key=lambda way: (way.start, way[:3])):
        if not kept or way[:3] < min(other[:3] for other in kept):
            kept.append(way)
    return kept


def _choices(
    before: Cue, cue: Cue, previous: int, read: int, style: Style, unit: _Unit
) -> set[int]:
    """When the cue may come: as soon as it can, or when the one in front has been seen or read."""
    soonest = _earliest(cue, before, previous, style, unit)
    seen = previous + style.min_duration + style.min_gap
    done = previous + max(read, style.min_duration) + style.min_gap
    return {soonest, *(at for at in (seen, done) if soonest < at <= cue.start + unit.late)}


def _earliest(cue: Cue, before: Cue | None, previous: int, style: Style, unit: _Unit) -> int:
    """When the cue comes where nothing is gained by a later time."""
    silent = before.end + style.min_gap if before else 0
    start = min(cue.start, max(silent, cue.start - style.lead_in))
    free = max(silent, previous + style.min_duration + style.min_gap) if before else 0
    start = _cut_before(cue, free, style, unit) or start
    return max(start, previous + style.min_gap + 1)


def _reading_time(cue: Cue, style: Style) -> int:
    return ceil(length(" ".join(cue.labelled)) * 1000 / style.max_cps)


def _cut_before(cue: Cue, free: int, style: Style, unit: _Unit) -> int:
    """The cut that the cue had better come with; 0 where there is none from ``free`` on."""
    at = bisect_right(unit.shots, cue.start + unit.late) - 1
    if at < 0 or unit.shots[at] < max(free, cue.start - unit.near, cue.end - style.max_duration):
        return 0
    return unit.shots[at]


def _end(
    cue: Cue, start: int, following: int | None, style: Style, duration: int, unit: _Unit
) -> int:
    least, most = start + style.min_duration, start + style.max_duration
    readable = start + _reading_time(cue, style)
    kindest = max(cue.end + style.linger, least)
    end = min(max(cue.end + style.lead_out, min(readable, kindest), least), most)
    if following is None:
        last = max(duration, least)
        return min(_cut_after(end, max(cue.end, least), min(kindest, most), style, unit), last)
    closed, opened = following - style.min_gap, following - max(style.chain, style.min_gap)
    if end <= opened:
        return _cut_after(end, max(cue.end, least), min(kindest, most, opened), style, unit)
    if opened < max(cue.end, least):
        return closed if closed <= most else end
    return closed if closed <= min(kindest, most) else opened


def _cut_after(end: int, least: int, most: int, style: Style, unit: _Unit) -> int:
    """``end``, or the time before a cut that is near it and lies between the other two."""
    near = unit.shots[
        bisect_left(unit.shots, end - unit.near) : bisect_right(unit.shots, end + unit.near)
    ]
    before = [shot - style.min_gap for shot in near if least <= shot - style.min_gap <= most]
    return min(before, key=lambda shot: abs(shot - end), default=end)
