"""When captions come and go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, product
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subalign.checking import check
from subalign.measure import length
from subalign.model import Cue
from subalign.styles import STYLES, Style, on_frames
from subalign.times import frame_rate
from subalign.timing import Leeway, schedule

NETFLIX, BBC = STYLES["netflix"], STYLES["bbc"]


def times(
    *voices: tuple[int, int], style: Style = NETFLIX, text: str = "Yes.", duration: int = 100_000
) -> list[tuple[int, int]]:
    cues = [Cue(start, end, (text,)) for start, end in voices]
    return [(cue.start, cue.end) for cue in schedule(cues, style, duration)]


@pytest.mark.parametrize(
    ("why", "voices", "expected"),
    [
        ("it stays for lead-out", [(1000, 3000)], [(1000, 3500)]),
        ("it stays for min_duration", [(1000, 1200)], [(1000, 1833)]),
        ("a gap of 500 ms is a pause", [(1000, 2000), (3000, 4000)], [(1000, 2500), (3000, 4500)]),
        ("a gap of 499 ms is closed", [(1000, 2000), (2999, 4000)], [(1000, 2916), (2999, 4500)]),
        ("there is always a gap", [(1000, 2000), (2000, 3000)], [(1000, 1917), (2000, 3500)]),
        ("voices overlap, cues do not", [(1000, 2900), (2000, 3000)], [(1000, 1917), (2000, 3500)]),
        ("max_duration cuts it off", [(1000, 9000)], [(1000, 8000)]),
        (
            "a gap that cannot be closed within max_duration is opened",
            [(1000, 7400), (8150, 9000)],
            [(1000, 7650), (8150, 9500)],
        ),
        (
            "a cue too short takes two frames from the next",
            [(1000, 1200), (1850, 4000)],
            [(1000, 1833), (1916, 4500)],
        ),
        (
            "but no more than two frames",
            [(1000, 1200), (1830, 4000)],
            [(1000, 1747), (1830, 4500)],
        ),
        (
            "which may come later as well",
            [(1000, 1200), (1850, 2000), (2790, 4000)],
            [(1000, 1833), (1916, 2749), (2832, 4500)],
        ),
        (
            "but not where the next would be too short",
            [(1000, 1200), (1850, 2000), (2740, 4000)],
            [(1000, 1767), (1850, 2683), (2766, 4500)],
        ),
    ],
)
def test_netflix(why: str, voices: list[tuple[int, int]], expected: list[tuple[int, int]]) -> None:
    assert times(*voices) == expected, why


def test_a_cue_is_lengthened_until_it_can_be_read() -> None:
    forty = "x" * 40
    assert times((0, 1000), text=forty) == [(0, 2000)]
    assert times((0, 1000), (1700, 3700), text=forty)[0] == (0, 1617)
    assert times((0, 100), text=forty) == [(0, 100 + NETFLIX.linger)]


def test_the_label_takes_time_to_read() -> None:
    cue = Cue(0, 1000, ("x" * 34,), "Anna", "Anna:")
    assert schedule([cue], NETFLIX, 9000)[0].end == 2000


def test_a_cue_does_not_outlive_its_voice_only_to_close_a_gap() -> None:
    """Lead-out would leave 900 ms, which is no pause for the BBC; closing it is too long."""
    style = replace(BBC, linger=1000)
    assert times((0, 2000), (3200, 4200), style=style) == [(0, 2200), (3200, 4500)]
    assert times((0, 2000), (2990, 4200), style=style) == [(0, 2990), (2990, 4500)]


def test_a_short_word_before_a_pause_that_cannot_be_opened_stays_to_its_end() -> None:
    assert times((0, 150), (1660, 3000), style=BBC)[0] == (0, 1660)


def test_a_cue_comes_early_only_into_silence() -> None:
    style = replace(NETFLIX, lead_in=200)
    assert times((1000, 3000), (3100, 5000), (6000, 7000), style=style) == [
        (800, 3000),
        (3083, 5717),
        (5800, 7500),
    ]
    assert times((100, 3000), style=style)[0] == (0, 3500)


@pytest.mark.parametrize(
    ("voice", "duration", "end"),
    [
        ((8000, 9900), 10_000, 10_000),
        ((9500, 9900), 10_000, 10_333),
        ((12_000, 12_100), 10_000, 12_833),
    ],
)
def test_the_last_cue_ends_with_the_recording_unless_it_is_too_short(
    voice: tuple[int, int], duration: int, end: int
) -> None:
    assert times(voice, duration=duration)[0][1] == end


def test_no_cues_need_no_times() -> None:
    assert schedule([], NETFLIX, 0) == ()


@st.composite
def voices(draw: st.DrawFn) -> list[Cue]:
    cues, at = [], draw(st.integers(0, 500))
    for _ in range(draw(st.integers(1, 12))):
        spoken = draw(st.sampled_from([0, 1, 150, 500, 800, 2000, 6900, 7000, 9000]))
        cues.append(Cue(at, at + spoken, ("x" * draw(st.integers(1, 84)),)))
        silence = st.one_of(st.sampled_from([-300, 0, 0, 1, 400]), st.integers(0, 3000))
        at = max(at, at + spoken + draw(silence))
    return cues


@st.composite
def limits(draw: st.DrawFn) -> Style:
    style = draw(st.sampled_from(list(STYLES.values())))
    return replace(style, lead_in=draw(st.sampled_from([0, 0, 80, 250])))


@given(voices(), limits(), st.integers(0, 60_000))
def test_what_holds_for_all_cues(cues: list[Cue], style: Style, duration: int) -> None:
    made = schedule(cues, style, duration)
    assert [cue.lines for cue in made] == [cue.lines for cue in cues]
    for was, cue in zip(cues, made, strict=True):
        assert 0 <= cue.start < cue.end
        assert cue.duration <= style.max_duration
        assert cue.start >= was.start - style.lead_in
    for a, b in pairwise(made):
        assert b.start - a.end >= style.min_gap


@given(voices(), limits())
def test_what_holds_where_there_is_time(cues: list[Cue], style: Style) -> None:
    """Each cue of these could be shown for long enough."""
    room = style.min_duration + style.min_gap
    shift, apart = 0, []
    for before, cue in pairwise([cues[0], *cues]):
        if before is not cue:
            shift += max(0, room - (cue.start - before.start))
        apart.append(replace(cue, start=cue.start + shift, end=cue.end + shift))
    made = schedule(apart, style, apart[-1].end + 10_000)
    kept = {problem.rule for problem in check(made, style)}
    assert kept <= {"reading-speed", "line-length", "orphan"}
    for was, cue in zip(apart, made, strict=True):
        assert was.start - style.lead_in <= cue.start <= was.start + Leeway().late
        least = cue.start + style.min_duration
        assert cue.end <= max(was.end + style.linger, least + style.chain)


@given(voices(), limits())
def test_a_cue_comes_late_only_for_the_cue_in_front(cues: list[Cue], style: Style) -> None:
    made = schedule(cues, style, 10**9)
    for (a, b), was in zip(pairwise(made), cues[1:], strict=True):
        late = b.start - was.start
        crowded = late == a.start + style.min_gap + 1 - was.start
        assert late <= Leeway().late or crowded
        if late > 0 and not crowded:
            read = ceil(length(" ".join(a.labelled)) * 1000 / style.max_cps)
            assert a.duration == max(read, style.min_duration) or a.duration == style.min_duration


# --- a cue is too fast only where it must be ----------------------------------------------------


def legal(cues: Sequence[Cue], ends: Sequence[int], starts: Sequence[int], style: Style) -> bool:
    """Whether no limit but the reading speed is broken."""
    for i, (cue, start, end) in enumerate(zip(cues, starts, ends, strict=True)):
        latest = max(cue.end + style.linger, start + style.min_duration)
        if not (style.min_duration <= end - start <= style.max_duration and end <= latest):
            return False
        gap = starts[i + 1] - end if i + 1 < len(cues) else style.chain
        if gap != style.min_gap and gap < style.chain:
            return False
    return True


def fewest_too_fast(cues: Sequence[Cue], style: Style) -> int | None:
    """Of all legal times, by trying them all: the fewest cues that are too fast to read.

    Times that matter are those at which something begins or ends to hold, so a cue comes with
    its voice, as late as allowed, or as soon as one in front has been read; and it goes as late
    as it may.
    """
    least = [max(style.min_duration, read_in(cue, style)) for cue in cues]
    comes = []
    for i, cue in enumerate(cues):
        after = {cue.start, cue.start + Leeway().late}
        for first in range(i):
            for start in (cues[first].start, cues[first].start + Leeway().late):
                for lasts in product(*((style.min_duration, time) for time in least[first:i])):
                    after.add(start + sum(lasts) + style.min_gap * (i - first))
        comes.append(sorted(at for at in after if cue.start <= at <= cue.start + Leeway().late))
    counts = []
    for starts in product(*comes):
        goes = []
        for i, (cue, start) in enumerate(zip(cues, starts, strict=True)):
            kindest = max(cue.end + style.linger, start + style.min_duration)
            kindest = min(kindest, start + style.max_duration)
            following = starts[i + 1] if i + 1 < len(cues) else 10**9
            goes.append({kindest, following - style.min_gap, following - style.chain})
        for ends in product(*goes):
            if legal(cues, ends, starts, style):
                shown = zip(cues, starts, ends, strict=True)
                counts.append(sum(b - a < read_in(cue, style) for cue, a, b in shown))
    return min(counts, default=None)


def read_in(cue: Cue, style: Style) -> int:
    return ceil(length(" ".join(cue.labelled)) * 1000 / style.max_cps)


@st.composite
def passages(draw: st.DrawFn) -> list[Cue]:
    """Up to four cues at about the speed that can just be read."""
    cues, at = [], 1000
    for _ in range(draw(st.integers(1, 4))):
        letters = draw(st.integers(10, 40))
        lasts = 50 * letters + draw(st.integers(-300, 150))
        cues.append(Cue(at, at + lasts, ("x" * letters,)))
        at += lasts + draw(st.sampled_from([0, 0, 40, 90, 200, 700, 3000]))
    return cues


@given(passages(), st.sampled_from([NETFLIX, BBC, STYLES["ted"]]))
def test_a_cue_is_too_fast_only_where_no_legal_time_helps(cues: list[Cue], style: Style) -> None:
    fewest = fewest_too_fast(cues, style)
    made = schedule(cues, style, 10**9)
    if fewest is not None:
        assert legal(cues, [cue.end for cue in made], [cue.start for cue in made], style)
        assert sum(cue.duration < read_in(cue, style) for cue in made) == fewest


def fewest_of_all(
    cues: Sequence[Cue], style: Style, moments: Sequence[int], late: int
) -> int | None:
    """The fewest cues that are too fast with any starts and ends among ``moments`` (ms).

    It knows the limits and nothing of how `timing` works: all starts and ends of a cue are tried
    with all ends of the one in front.
    """
    best: dict[int, int] = {-(10**9): 0}  # where the cue in front ends, and the fewest up to it
    for i, cue in enumerate(cues):
        found: dict[int, int] = {}
        following = cues[i + 1].start if i + 1 < len(cues) else 10**9
        for start in (m for m in moments if cue.start <= m <= cue.start + late):
            in_front = [
                count
                for end, count in best.items()
                if start - end == style.min_gap or start - end >= max(style.chain, style.min_gap)
            ]
            if not in_front:
                continue
            for end in (m for m in moments if start < m <= following + late - style.min_gap):
                lasts = end - start
                stays = end <= max(cue.end + style.linger, start + style.min_duration)
                if style.min_duration <= lasts <= style.max_duration and stays:
                    fast = length(cue.text) * 1000 > style.max_cps * lasts
                    found[end] = min(found.get(end, 99), min(in_front) + fast)
        best = found
    return min(best.values(), default=None)


STEP = 40
"""ms between the moments of the search: one frame at 25 per second."""


@pytest.mark.parametrize("name", STYLES)
@given(passage=passages())
def test_no_times_at_all_would_leave_fewer_cues_too_fast(name: str, passage: list[Cue]) -> None:
    """At 25 frames per second, where every moment that there is can be tried."""
    style = replace(on_frames(STYLES[name], 25), max_cps=20.0)
    style = replace(style, chain=-(-style.chain // STEP) * STEP, linger=1480)
    cues = [
        replace(cue, start=cue.start // STEP * STEP, end=cue.end // STEP * STEP) for cue in passage
    ]
    moments = range(0, cues[-1].end + 4000, STEP)
    late = (Leeway().late // STEP - 1) * STEP
    fewest = fewest_of_all(cues, style, moments, late)
    made = schedule(cues, style, 10**9)
    too_fast = sum(length(c.text) * 1000 > style.max_cps * c.duration for c in made)
    assert fewest is None or too_fast == fewest


def test_a_cue_comes_two_frames_late_for_one_that_is_read_no_sooner() -> None:
    """50 ms are missing to read the first, and the second has time to spare."""
    first, second = Cue(0, 1900, ("x" * 40,)), Cue(2033, 4000, ("Yes.",))
    made = schedule([first, second], NETFLIX, 10_000)
    assert [(cue.start, cue.end) for cue in made] == [(0, 2000), (2083, 4500)]
    dense = replace(second, end=3900, lines=("x" * 38,))
    three = schedule([first, dense, Cue(4016, 6000, ("No.",))], NETFLIX, 10_000)
    assert [cue.start for cue in three] == [0, 2083, 4066]
    denser = replace(second, end=3900, lines=("x" * 39,))
    tight = schedule([first, denser, Cue(4016, 6000, ("No.",))], NETFLIX, 10_000)
    assert [cue.duration >= read_in(cue, NETFLIX) for cue in tight] == [True, False, True]
    assert [cue.start for cue in tight] == [0, 2083, 4016]


# --- frames and cuts ----------------------------------------------------------------------------

RATES = [23.976, 24, 25, 29.97, 30, 50, 59.94]


@pytest.mark.parametrize("fps", RATES)
@given(voices())
def test_cues_come_and_go_with_frames(fps: float, cues: list[Cue]) -> None:
    style = on_frames(NETFLIX, fps)
    rate = frame_rate(fps)
    made = schedule(cues, style, 10**9)
    for was, cue in zip(cues, made, strict=True):
        for time in (cue.start, cue.end):
            assert abs(rate.time(rate.nearest(time)) - time) < 2
        # never before the voice, but for what times are rounded by
        assert cue.start >= was.start - 0.1 * rate.ms / rate.frames - 1
        assert cue.duration <= style.max_duration
    for a, b in pairwise(made):
        assert b.start - a.end >= style.min_gap


@pytest.mark.parametrize("fps", RATES)
def test_limits_hold_at_every_frame_rate(fps: float) -> None:
    style = on_frames(NETFLIX, fps)
    frame_ms = 1000 / fps
    cues, at = [], 0.0
    for n in range(300):
        lasts = 900 + 37 * (n % 80)
        cues.append(Cue(round(at), round(at + lasts), ("Yes.",)))
        at += lasts + (0, 30, 90, 300, 480, 520, 900)[n % 7] + 3 * frame_ms * (n % 2)
    assert check(schedule(cues, style, 10**9), style) == []


@pytest.mark.parametrize(
    ("why", "shots", "expected"),
    [
        ("no cut", [], [(1000, 3500), (5000, 7500)]),
        ("it comes with a cut half a second before", [4500], [(1000, 3500), (4500, 7500)]),
        ("not with one further off", [4499], [(1000, 3500), (5000, 7500)]),
        ("nor with one while another speaks", [2999], [(1000, 3500), (5000, 7500)]),
        ("with a cut two frames after", [5083], [(1000, 3500), (5083, 7500)]),
        ("it goes before a cut that is near", [3300], [(1000, 3217), (5000, 7500)]),
        ("or stays until one", [3900], [(1000, 3817), (5000, 7500)]),
        ("but not while its voice goes on", [3080], [(1000, 3500), (5000, 7500)]),
        ("a cut between the two serves both", [4600, 3900], [(1000, 3817), (4600, 7500)]),
    ],
)
def test_cues_come_and_go_with_cuts(
    why: str, shots: list[int], expected: list[tuple[int, int]]
) -> None:
    cues = [Cue(1000, 3000, ("Yes.",)), Cue(5000, 7000, ("No.",))]
    made = schedule(cues, NETFLIX, 100_000, sorted(shots))
    assert [(cue.start, cue.end) for cue in made] == expected, why


@given(voices(), limits(), st.lists(st.integers(0, 20_000), max_size=8).map(sorted))
def test_cuts_break_no_limit(cues: list[Cue], style: Style, shots: list[int]) -> None:
    without = {p.rule for p in check(schedule(cues, style, 10**9), style)}
    made = schedule(cues, style, 10**9, shots)
    assert {p.rule for p in check(made, style)} <= without | {"reading-speed"}
    for was, cue in zip(cues, made, strict=True):
        assert cue.start >= was.start - max(style.lead_in, Leeway().shot)
        assert cue.end <= max(was.end + style.linger, cue.start + style.min_duration + style.chain)
