"""Cuts of a video, and captions that come and go with them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from subalign import cache
from subalign.errors import AudioError
from subalign.events import Event
from subalign.shots import find_shots

SONNET = Path(__file__).parents[1] / "fixtures" / "sonnet" / "audio.opus"


def film(path: Path, frames: Sequence[int], rate: Fraction) -> Path:
    """A video of so many frames a shot: each a picture of squares that drifts and flickers."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("mpeg4", rate=rate)
        stream.width, stream.height, stream.pix_fmt = 320, 180, "yuv420p"
        for shot, count in enumerate(frames):
            chance = np.random.default_rng(shot)
            squares = chance.integers(0, 245, (9, 16, 3), dtype=np.uint8)
            picture = squares.repeat(20, 0).repeat(20, 1)
            for n in range(count):
                lit = np.roll(picture, 2 * n, 1) + np.uint8(n % 3 * 5)
                frame = av.VideoFrame.from_ndarray(lit, format="rgb24")
                container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


@pytest.mark.parametrize("rate", [Fraction(25), Fraction(24000, 1001), Fraction(60)])
def test_a_cut_is_found_to_the_frame_and_movement_is_none(tmp_path: Path, rate: Fraction) -> None:
    shots = [40, 33, 70]
    found = find_shots(film(tmp_path / "film.mp4", shots, rate))
    assert found == tuple(round(n * 1000 / rate) for n in (40, 73))


def test_one_shot_has_no_cut(tmp_path: Path) -> None:
    told: list[Event] = []
    assert find_shots(film(tmp_path / "film.mp4", [50], Fraction(25)), told.append) == ()
    shares = [event.done for event in told]
    assert shares == sorted(shares)
    assert 0.9 < shares[-1] <= 1


def test_a_recording_without_pictures_is_refused() -> None:
    with pytest.raises(AudioError, match="no picture in it"):
        find_shots(SONNET)
    with pytest.raises(AudioError, match="no such file"):
        find_shots("nothing.mp4")


def test_a_second_run_does_not_look_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    video = film(tmp_path / "film.mp4", [40, 33], Fraction(25))
    once = find_shots(video)
    told: list[Event] = []
    moved = video.rename(tmp_path / "moved.mp4")
    assert find_shots(moved, told.append) == once == (1600,)
    assert told == []
    monkeypatch.setenv(cache.FOLDER_VARIABLE, str(tmp_path / "elsewhere"))
    assert find_shots(moved, told.append) == once
    assert told


def test_another_film_under_the_same_name_is_looked_at(tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    assert find_shots(film(path, [40, 33], Fraction(25))) == (1600,)
    assert find_shots(film(path, [20, 33], Fraction(25))) == (800,)
