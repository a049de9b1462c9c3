"""Styles: each number has a source, and own styles are checked like all that is given."""

from __future__ import annotations

import copy
import json
import pickle
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, replace
from multiprocessing import get_context
from typing import Any

import pytest

from subalign.errors import UsageError
from subalign.styles import LIMITS, STYLES, Style, extend_style, find_style, on_frames
from subalign.times import frame_rate


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_every_number_has_a_source_and_fits_the_others(style: Style) -> None:
    assert {limit for limit, _ in style.sources} == set(LIMITS)
    assert all(map(style.source, LIMITS))
    assert style.min_gap <= style.chain
    assert style.lead_out <= style.linger
    # what no style of ours may ask for, an own style may not either
    assert extend_style(style, style.name, {limit: getattr(style, limit) for limit in LIMITS})


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_a_style_is_copied_hashed_compared_and_turned_into_a_dict(style: Style) -> None:
    for same in (
        pickle.loads(pickle.dumps(style)),
        copy.deepcopy(style),
        copy.copy(style),
        Style(**asdict(style)),
    ):
        assert (same, hash(same), same.sources) == (style, hash(style), style.sources)
    other = replace(style, line_width=style.line_width + 1)
    assert other != style
    assert len({style, other, copy.copy(style)}) == 2
    assert json.loads(json.dumps(asdict(style)))["line_width"] == style.line_width


def test_where_a_number_comes_from_is_no_part_of_equality() -> None:
    bbc = STYLES["bbc"]
    unsourced = replace(bbc, sources=())
    assert unsourced == bbc
    assert hash(unsourced) == hash(bbc)
    assert unsourced.source("line_width") == ""


def test_styles_go_to_another_process_and_come_back() -> None:
    styles = list(STYLES.values())
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        assert list(pool.map(find_style, styles, [25] * len(styles))) == [
            on_frames(style, 25) for style in styles
        ]


def test_an_own_style_changes_what_it_names_and_keeps_the_rest() -> None:
    bbc = find_style("bbc")
    own = extend_style(bbc, "house", {"line_width": 30, "max_cps": 15, "dashes": True, "fps": 25})
    assert (own.name, own.line_width, own.max_cps, own.dashes) == ("house", 30, 15.0, True)
    assert isinstance(own.max_cps, float)
    assert own.source("line_width") == "style 'house'"
    assert own.source("max_lines") == bbc.source("max_lines")
    assert own.summary == "bbc, changed"
    assert (own.min_duration, own.chain) == (bbc.min_duration, bbc.chain)
    assert extend_style(own, "hers", {"summary": "Hers"}).summary == "Hers"
    assert STYLES["bbc"].line_width == 37


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"line_widht": 30}, "no limit is called 'line_widht' (did you mean line_width?)"),
        ({"colour": "red"}, "(one of: chain, dashes,"),
        ({"name": "x"}, "no limit is called 'name'"),
        ({"line_width": "30"}, "line_width is '30' (it must be a whole number)"),
        ({"line_width": 30.5}, "it must be a whole number"),
        ({"line_width": True}, "it must be a whole number"),
        ({"max_cps": "fast"}, "max_cps is 'fast' (it must be a number)"),
        ({"dashes": 1}, "dashes is 1 (it must be true or false)"),
        ({"summary": 3}, "it must be a text"),
        ({"max_duration": 7}, "min_duration is 700, more than max_duration, 7"),
        ({"line_width": 3}, "line_width is 3 (it must lie between 10 and 200)"),
        ({"max_lines": 0}, "between 1 and 4"),
        ({"min_gap": -1}, "between 0 and 10000"),
        ({"max_cps": float("nan")}, "between 1 and 100"),
    ],
)
def test_what_is_wrong_in_an_own_style_is_said(changes: dict[str, Any], says: str) -> None:
    with pytest.raises(UsageError) as error:
        extend_style(find_style("bbc"), "house", changes)
    assert says in str(error.value)
    assert str(error.value).startswith("style 'house': ")


@pytest.mark.parametrize(
    ("fps", "exact"),
    [(23.976, 24), (23.98, 24), (29.97, 30), (59.94, 60), (119.88, 120)],
)
def test_rates_of_american_television_are_what_they_stand_for(fps: float, exact: int) -> None:
    rate = frame_rate(fps)
    assert rate.frames * 1001 == exact * rate.ms


@pytest.mark.parametrize("fps", [24, 25, 30, 48, 50, 60, 12.5, 15])
def test_other_rates_are_themselves(fps: float) -> None:
    rate = frame_rate(fps)
    assert rate.frames * 1000 == fps * rate.ms


@pytest.mark.parametrize(
    ("fps", "gap", "least"),
    [(24, 83, 833), (25, 80, 840), (23.976, 83, 834), (29.97, 66, 834), (50, 40, 840)],
)
def test_two_frames_are_two_frames_at_every_rate(fps: float, gap: int, least: int) -> None:
    style = on_frames(find_style("netflix"), fps)
    assert (style.min_gap, style.min_duration) == (gap, least)


@pytest.mark.parametrize("fps", [0.5, -24, 1000, float("nan")])
def test_no_video_has_such_a_rate(fps: float) -> None:
    with pytest.raises(UsageError, match="frames per second"):
        on_frames(find_style("netflix"), fps)
