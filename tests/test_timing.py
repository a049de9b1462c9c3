"""When captions come and go, whatever the speech is like."""

from __future__ import annotations

from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subalign.checking import check
from subalign.model import Cue
from subalign.styles import STYLES, Style
from subalign.timing import LATE, retime

NETFLIX = STYLES["netflix"]
styles = st.sampled_from(list(STYLES.values()))


def cue(start: int, end: int, text: str = "Some words") -> Cue:
    return Cue(start, end, (text,))


def test_a_short_gap_is_closed_to_the_least() -> None:
    first, _ = retime([cue(0, 1500), cue(1800, 3500)], NETFLIX, 10_000)
    assert (first.start, first.end) == (0, 1800 - NETFLIX.min_gap)


def test_a_long_pause_stays_a_pause() -> None:
    first, second = retime([cue(0, 1500), cue(9000, 10_500)], NETFLIX, 60_000)
    assert first.end == 1500 + NETFLIX.lead_out
    assert second.start == 9000


def test_a_cue_stays_until_it_is_read() -> None:
    slow = cue(0, 1000, "Thirty-nine letters to be read slowly..")
    (timed,) = retime([slow], NETFLIX, 60_000)
    assert timed.end == pytest.approx(39 * 1000 / NETFLIX.max_cps, abs=1)


def test_a_short_word_stays_for_the_least_time() -> None:
    (timed,) = retime([cue(5000, 5100, "No.")], NETFLIX, 60_000)
    assert timed.duration == NETFLIX.min_duration


def test_a_word_that_never_ends_leaves_at_the_longest_time() -> None:
    (timed,) = retime([cue(0, 60_000)], NETFLIX, 60_000)
    assert timed.duration == NETFLIX.max_duration


voices = st.lists(st.tuples(st.integers(1, 9000), st.integers(0, 4000)), min_size=1, max_size=12)


@given(voices, styles)
def test_cues_never_overlap_nor_lose_their_order(
    spans: list[tuple[int, int]], style: Style
) -> None:
    edges = list(accumulate(ms for span in spans for ms in span))
    spoken = [cue(a, b) for a, b in zip([0, *edges[1::2]], edges[::2], strict=False)]
    timed = retime(spoken, style, edges[-1])
    assert [c.lines for c in timed] == [c.lines for c in spoken]
    for before, after in pairwise(timed):
        assert before.end + style.min_gap <= after.start or before.duration <= style.min_duration
        assert before.end <= after.start
    for heard, shown in zip(spoken, timed, strict=True):
        assert -style.lead_in <= shown.start - heard.start <= LATE
        assert 0 < shown.duration <= style.max_duration
        assert shown.end <= max(heard.end + style.linger, shown.start + style.min_duration)


@given(voices, styles)
def test_only_dense_speech_leaves_a_problem(spans: list[tuple[int, int]], style: Style) -> None:
    roomy = [(max(voice, 1200), pause) for voice, pause in spans]
    edges = list(accumulate(ms for span in roomy for ms in span))
    spoken = [cue(a, min(b, a + 6000)) for a, b in zip([0, *edges[1::2]], edges[::2], strict=False)]
    timed = retime(spoken, style, edges[-1] + 2000)
    assert [p.rule for p in check(timed, style) if p.rule != "reading-speed"] == []
