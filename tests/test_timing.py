"""When captions come and go."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subalign.checking import check
from subalign.model import Cue
from subalign.styles import STYLES, Style
from subalign.timing import LATE, retime

NETFLIX, BBC = STYLES["netflix"], STYLES["bbc"]


def times(
    *voices: tuple[int, int], style: Style = NETFLIX, text: str = "Yes.", duration: int = 100_000
) -> list[tuple[int, int]]:
    cues = [Cue(start, end, (text,)) for start, end in voices]
    return [(cue.start, cue.end) for cue in retime(cues, style, duration)]


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
            "and not where the next would be too short",
            [(1000, 1200), (1850, 2000), (2790, 4000)],
            [(1000, 1767), (1850, 2707), (2790, 4500)],
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
    assert retime([cue], NETFLIX, 9000)[0].end == 2000


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
    assert retime([], NETFLIX, 0) == ()


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
    made = retime(cues, style, duration)
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
    made = retime(apart, style, apart[-1].end + 10_000)
    kept = {problem.rule for problem in check(made, style)}
    assert kept <= {"reading-speed", "line-length", "orphan"}
    for was, cue in zip(apart, made, strict=True):
        assert was.start - style.lead_in <= cue.start <= was.start
        least = cue.start + style.min_duration
        assert cue.end <= max(was.end + style.linger, least + style.chain)


@given(voices(), limits())
def test_a_cue_comes_late_only_for_the_cue_in_front(cues: list[Cue], style: Style) -> None:
    made = retime(cues, style, 10**9)
    for (a, b), was in zip(pairwise(made), cues[1:], strict=True):
        late = b.start - was.start
        crowded = late == a.start + style.min_gap + 1 - was.start
        assert late <= LATE or crowded
        if late > 0 and not crowded:
            assert a.duration == style.min_duration
            assert b.duration >= style.min_duration
