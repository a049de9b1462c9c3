"""Repair the times of cues: keep a style, and change as little as possible.

Each step repairs a cue fully or not at all, and no later step undoes it, so that a second repair
finds nothing to do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from subalign.checking import CaptionFile
from subalign.checking import frames as frames_rule
from subalign.checking.base import Tolerances
from subalign.measure import length
from subalign.model import Cue
from subalign.styles import Style
from subalign.timing import Frames, Leeway


class _Times:
    """The times of the cues of a file, which the steps of a repair change, in ms or frames.

    Args:
        cues: the cues in the order of their starts.
        style: the limits.
        late: longest time that a cue may come later than before, for the sake of another.
        early: longest time that a cue may come earlier than before, beside ``lead_in``.
    """

    def __init__(self, cues: Sequence[Cue], style: Style, late: int, early: int) -> None:
        self.style, self.late, self.early = style, late, style.lead_in + early
        self.start = [cue.start for cue in cues]
        self.end = [max(cue.end, cue.start + 1) for cue in cues]
        self.letters = [length(cue.text) for cue in cues]

    def __len__(self) -> int:
        return len(self.start)

    def wanted(self, i: int) -> int:
        """Return the shortest duration in which a cue can be seen and read."""
        readable = ceil(self.letters[i] * 1000 / self.style.max_cps)
        return min(max(self.style.min_duration, readable), self.style.max_duration)

    @property
    def least_gap(self) -> int:
        """The gap between two cues that are too near for ``min_gap``."""
        return min(self.style.min_gap, self.late)

    def latest(self, i: int) -> int:
        """Return the latest end of a cue before the next one.

        The gap between them takes no time that the cue needs for ``min_duration``.
        """
        if i + 1 == len(self):
            return 1 << 40  # after any recording
        latest = self.start[i + 1] - self.style.min_gap
        enough = latest - self.start[i] >= self.style.min_duration
        return latest if enough else self.start[i + 1] - self.least_gap

    def duration(self, i: int) -> int:
        """Return the duration of a cue."""
        return self.end[i] - self.start[i]


def repair_times(cues: Sequence[Cue], style: Style) -> tuple[Cue, ...]:
    """Give cues times that keep a style, as far as there is room.

    Args:
        cues: the cues in the order of their starts; they may overlap or end before they start.
        style: the limits; with ``fps``, cues come and go with frames.

    Returns:
        The same cues in order, none longer than ``max_duration``. They are at least ``min_gap``
        apart, except where the first of two would then be shorter than ``min_duration``.
    """
    if not style.fps:
        return _repaired(_Times(cues, style, Leeway().late, Tolerances().early_ms), cues)
    frames = Frames(style)
    rate = frames.rate
    counted = [
        replace(cue, start=rate.nearest(cue.start), end=rate.nearest(cue.end)) for cue in cues
    ]
    late, early = rate.last_until(Leeway().late), rate.last_until(Tolerances().early_ms)
    made = _repaired(_Times(counted, frames.limits(), late, early), counted)
    same = all((a.start, a.end) == (b.start, b.end) for a, b in zip(made, counted, strict=True))
    beside = list(frames_rule.rule.find(CaptionFile(cues, style)))
    return tuple(cues) if same and not beside else frames.as_times(made)


def _repaired(times: _Times, cues: Sequence[Cue]) -> tuple[Cue, ...]:
    style = times.style
    for i in range(1, len(times)):
        _separate(times, i)
    for i in range(len(times)):
        times.end[i] = min(times.end[i], times.start[i] + style.max_duration)
        _lengthen(times, i)
    for step in (_start_earlier, _close_gap, _push_next, _close_gap, _extend_into_gap):
        for i in range(len(times)):
            step(times, i)
    return tuple(
        replace(cue, start=start, end=end)
        for cue, start, end in zip(cues, times.start, times.end, strict=True)
    )


def _separate(times: _Times, i: int) -> None:
    """Keep a cue and the one before it from overlapping, and from being too near."""
    start, end, style = times.start, times.end, times.style
    before = i - 1
    if start[i] >= end[before] + style.min_gap:
        return
    gap = times.least_gap  # a cue does not come later than its speech for the sake of a longer gap
    enough = start[before] + style.min_duration + gap
    if start[i] < min(enough, end[before]):
        # Both cues come at once: they share their time by the length of their texts.
        shared = max(end[i], end[before]) - start[before] - gap
        letters = max(1, times.letters[before] + times.letters[i])
        fair = start[before] + shared * times.letters[before] // letters + gap
        latest = end[i] - style.min_duration
        start[i] = max(start[i], min(max(fair, enough), latest), start[before] + 1 + gap)
    end[before] = max(min(end[before], times.latest(before)), start[before] + 1)
    end[i] = max(end[i], start[i] + 1)


def _lengthen(times: _Times, i: int) -> None:
    """Let a cue that is too short to be seen or read stay longer."""
    seen = max(times.end[i], times.start[i] + times.style.min_duration)
    read = times.start[i] + times.wanted(i)
    wanted = read if read - seen <= times.style.linger else seen
    times.end[i] = max(times.end[i], min(max(wanted, seen), times.latest(i)))


def _start_earlier(times: _Times, i: int) -> None:
    """Let a cue that is still too short come earlier, if that makes it long enough."""
    missing = times.style.min_duration - times.duration(i)
    free = times.end[i - 1] + times.style.min_gap if i else 0
    if 0 < missing <= times.early and times.start[i] - missing >= free:
        times.start[i] -= missing


def _push_next(times: _Times, i: int) -> None:
    """Let the next cue come later, if that makes this one long enough."""
    missing = times.style.min_duration - times.duration(i)
    if not 0 < missing <= times.late or i + 1 == len(times):
        return
    if times.duration(i + 1) - missing >= times.wanted(i + 1):
        times.end[i] += missing
        times.start[i + 1] = max(times.start[i + 1], times.end[i] + times.least_gap)


def _close_gap(times: _Times, i: int) -> None:
    """Let a cue stay until the next one, if the screen would be empty for a moment only."""
    if i + 1 == len(times):
        return
    closed = times.latest(i)
    short = times.style.min_gap < times.start[i + 1] - times.end[i] < times.style.chain
    if short and closed - times.start[i] <= times.style.max_duration:
        times.end[i] = closed


def _extend_into_gap(times: _Times, i: int) -> None:
    """Let a cue that is too short use the gap after it, or up to a third of its room."""
    if i + 1 < len(times) and times.duration(i) < times.style.min_duration:
        room = times.start[i + 1] - times.start[i]
        lasts = times.style.min_duration if times.style.min_duration <= room else room // 3
        times.end[i] = max(times.end[i], times.start[i] + lasts)
