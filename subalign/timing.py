"""Schedule captions: decide when each one comes and goes.

A caption comes with its first word. It goes a moment after its last word, or later where it
takes longer to read and there is silence to read it in. Between two captions the screen is empty
for the shortest time that the style allows, or long enough to be seen as a pause. Where the frame
rate of a video is known, captions come and go with its frames; where its shot changes are known,
captions come and go with those that are near.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest
from math import ceil
from typing import NamedTuple

from subalign.measure import length
from subalign.model import Cue
from subalign.styles import Style
from subalign.times import frame_rate


@dataclass(frozen=True, slots=True)
class Leeway:
    """Deviations from the time of speech that scheduling allows, in ms or in frames.

    Args:
        late: longest time that a cue may come after its first word: 2 frames at 24 frames per
            second (Netflix Subtitle Timing Guidelines: in-time within 1-2 frames of the first
            sound).
        shot: distance within which a cue should come or go with a shot change: 12 frames at
            24 frames per second (Netflix Subtitle Timing Guidelines, timing to shot changes).
    """

    late: int = 83
    shot: int = 500


@dataclass(frozen=True, slots=True)
class _Constraints:
    """Constraints on the times of the cues of an episode, in ms or in frames.

    Args:
        style: the limits.
        duration: duration of the recording.
        shots: times of the shot changes, in order.
        leeway: the deviations.
    """

    style: Style
    duration: int
    shots: Sequence[int]
    leeway: Leeway


def schedule(
    cues: Sequence[Cue], style: Style, duration: int, shots: Sequence[int] = ()
) -> tuple[Cue, ...]:
    """Give each cue its time on the screen.

    In order of weight: cues neither overlap nor lose their order; ``min_gap``;
    ``max_duration``; ``min_duration``; a gap shorter than ``chain`` is closed; a cue goes at
    most ``linger`` after its speech; a cue stays for ``lead_out`` and until it can be read at
    ``max_cps``. A limit of less weight gives way no further than it must:

    - A cue comes at most ``lead_in`` before its speech, and never during the speech of the cue
      before. It comes later than its speech, by 83 ms at most, only if fewer cues of the
      episode are then too short, or too short to be read.
    - Where speech is too dense even for that, a cue stays too short, and `checking` reports it.
    - The last cue ends with the recording at the latest, unless it would then be shorter than
      ``min_duration``; a player cuts the cue off in any case.
    - A cue whose speech starts up to 500 ms after a shot change comes with the shot change, and
      a cue that would go within 500 ms of a shot change goes ``min_gap`` before it, where the
      other limits allow it.
    - With ``fps``, a cue comes with the first frame that is not before its speech.

    Args:
        cues: in order; ``start`` and ``end`` are the times of their speech, ms.
        style: the limits.
        duration: duration of the recording, ms.
        shots: times of the shot changes of the video, ms, in order.

    Returns:
        The same cues with other times. Each lasts at least 1 ms, or one frame.

    >>> from subalign.styles import find_style
    >>> cue = Cue(1000, 1400, ("Here I am.",))
    >>> [(made.start, made.end) for made in schedule([cue], find_style("netflix"), 10_000)]
    [(1000, 1900)]
    """
    leeway = Leeway()
    if not style.fps:
        return _timed(cues, _Constraints(style, duration, shots, leeway))
    frames = Frames(style)
    constraints = _Constraints(
        frames.limits(),
        frames.rate.last_until(duration),
        [frames.rate.nearest(shot) for shot in shots],
        # Coming with the next frame is already late by up to one frame.
        Leeway(frames.rate.last_until(leeway.late) - 1, frames.rate.last_until(leeway.shot)),
    )
    first = frames.rate.first_from
    counted = [replace(cue, start=first(cue.start), end=first(cue.end)) for cue in cues]
    return frames.as_times(_timed(counted, constraints))


class Frames:
    """Conversion of a style and of cues to the frames of a video, and back.

    Args:
        style: the limits, in ms; its ``fps`` is not 0.
    """

    def __init__(self, style: Style) -> None:
        self.style, self.rate = style, frame_rate(style.fps)

    def limits(self) -> Style:
        """Return the style with its times in frames."""
        style, first, last = self.style, self.rate.first_from, self.rate.last_until
        return replace(
            style,
            max_cps=style.max_cps / (self.rate.frames / self.rate.ms),
            min_duration=first(style.min_duration),
            max_duration=last(style.max_duration),
            min_gap=first(style.min_gap),
            chain=first(style.chain),
            lead_in=last(style.lead_in),
            lead_out=last(style.lead_out),
            linger=last(style.linger),
        )

    def as_times(self, cues: Sequence[Cue]) -> tuple[Cue, ...]:
        """Convert the times of cues, which are in order, from frames to ms."""
        gap, time = self.limits().min_gap, self.rate.time
        made: list[Cue] = []
        for cue, following in zip_longest(cues, cues[1:]):
            end = time(cue.end)
            if following and following.start - cue.end == gap:
                # The shortest gap lasts exactly min_gap, wherever rounding puts both its ends.
                end = time(following.start) - self.style.min_gap
            start = time(cue.start)
            made.append(replace(cue, start=start, end=min(end, start + self.style.max_duration)))
        return tuple(made)


def _timed(cues: Sequence[Cue], constraints: _Constraints) -> tuple[Cue, ...]:
    starts = _starts(cues, constraints)
    return tuple(
        replace(cue, start=start, end=_end(cue, start, following, constraints))
        for cue, start, following in zip(cues, starts, [*starts, None][1:], strict=True)
    )


class _Hypothesis(NamedTuple):
    """Starts of the cues up to one of them, as a linked list, and their cost.

    Hypotheses compare by their cost: cues that are too short, cues that are too fast to read,
    and the time by which cues come after their speech.
    """

    short: int
    fast: int
    late: int
    start: int
    before: _Hypothesis | None


def _starts(cues: Sequence[Cue], constraints: _Constraints) -> list[int]:
    """Find the best starts of all cues together.

    Whether it helps that a cue comes later is only known from the cues that follow.
    """
    if not cues:
        return []
    hypotheses = [_Hypothesis(0, 0, 0, _earliest(cues[0], None, 0, constraints), None)]
    for before, cue in pairwise(cues):
        read = _reading_time(before, constraints.style)
        found: list[_Hypothesis] = []
        for kept in hypotheses:
            for start in _choices(before, cue, kept.start, read, constraints):
                short, fast = _shortcomings(before, kept.start, start, read, constraints)
                late = kept.late + max(0, start - cue.start)
                found.append(_Hypothesis(kept.short + short, kept.fast + fast, late, start, kept))
        hypotheses = _worth_following(found)
    last, read = cues[-1], _reading_time(cues[-1], constraints.style)

    def cost(whole: _Hypothesis) -> tuple[int, int, int]:
        short, fast = _shortcomings(last, whole.start, None, read, constraints)
        return whole.short + short, whole.fast + fast, whole.late

    starts: list[int] = []
    step: _Hypothesis | None = min(hypotheses, key=cost)
    while step:
        starts.append(step.start)
        step = step.before
    return starts[::-1]


def _shortcomings(
    cue: Cue, start: int, following: int | None, read: int, constraints: _Constraints
) -> tuple[bool, bool]:
    """Return whether a cue is too short, and whether it is too short to be read."""
    duration = _end(cue, start, following, constraints) - start
    return duration < constraints.style.min_duration, duration < read


def _worth_following(hypotheses: Sequence[_Hypothesis]) -> list[_Hypothesis]:
    """Return the hypotheses that start sooner than all others of the same or a lower cost."""
    kept: list[_Hypothesis] = []
    for one in sorted(hypotheses, key=lambda one: (one.start, one[:3])):
        if not kept or one[:3] < min(other[:3] for other in kept):
            kept.append(one)
    return kept


def _choices(
    before: Cue, cue: Cue, previous: int, read: int, constraints: _Constraints
) -> set[int]:
    """Return the starts that may be best for a cue.

    A cue starts as soon as possible, or when the cue before it has been seen, or has been read.

    Args:
        before: the cue before.
        cue: the cue.
        previous: start of the cue before.
        read: time that the cue before takes to read.
        constraints: what times depend on.
    """
    style = constraints.style
    soonest = _earliest(cue, before, previous, constraints)
    seen = previous + style.min_duration + style.min_gap
    done = previous + max(read, style.min_duration) + style.min_gap
    latest = cue.start + constraints.leeway.late
    return {soonest, *(at for at in (seen, done) if soonest < at <= latest)}


def _earliest(cue: Cue, before: Cue | None, previous: int, constraints: _Constraints) -> int:
    """Return the start of a cue where nothing is gained by a later one."""
    style = constraints.style
    silent = before.end + style.min_gap if before else 0
    start = min(cue.start, max(silent, cue.start - style.lead_in))
    free = max(silent, previous + style.min_duration + style.min_gap) if before else 0
    start = _shot_before(cue, free, constraints) or start
    return max(start, previous + style.min_gap + 1) if before else start


def _reading_time(cue: Cue, style: Style) -> int:
    return ceil(length(" ".join(cue.labelled)) * 1000 / style.max_cps)


def _shot_before(cue: Cue, free: int, constraints: _Constraints) -> int:
    """Return the shot change that a cue should come with, from ``free`` on; 0 for none."""
    shots, leeway = constraints.shots, constraints.leeway
    at = bisect_right(shots, cue.start + leeway.late) - 1
    earliest = max(free, cue.start - leeway.shot, cue.end - constraints.style.max_duration)
    return shots[at] if at >= 0 and shots[at] >= earliest else 0


def _end(cue: Cue, start: int, following: int | None, constraints: _Constraints) -> int:
    """Return the end of a cue, given its start and that of the following cue."""
    style = constraints.style
    shortest, longest = start + style.min_duration, start + style.max_duration
    spoken = max(cue.end, shortest)
    lingering = max(cue.end + style.linger, shortest)
    readable = start + _reading_time(cue, style)
    wanted = max(cue.end + style.lead_out, min(readable, lingering), shortest)
    end, latest = min(wanted, longest), min(lingering, longest)
    if following is None:
        last = max(constraints.duration, shortest)
        return min(_shot_after(end, spoken, latest, constraints), last)
    closed, opened = following - style.min_gap, following - max(style.chain, style.min_gap)
    if end <= opened:
        return _shot_after(end, spoken, min(latest, opened), constraints)
    # The gap would be too short to be seen as a pause: it is closed, or else made long enough.
    if opened < spoken:
        return closed if closed <= longest else end
    return closed if closed <= latest else opened


def _shot_after(end: int, earliest: int, latest: int, constraints: _Constraints) -> int:
    """Return the end of a cue, moved to ``min_gap`` before a near shot change if one allows it."""
    shots, reach = constraints.shots, constraints.leeway.shot
    near = shots[bisect_left(shots, end - reach) : bisect_right(shots, end + reach)]
    ends = [shot - constraints.style.min_gap for shot in near]
    allowed = [at for at in ends if earliest <= at <= latest]
    return min(allowed, key=lambda at: abs(at - end), default=end)
