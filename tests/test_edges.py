"""Edges of words, moved to those of the sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from subalign.acoustics.activity.boundaries import refine_boundaries
from subalign.acoustics.activity.energy import measure_energy
from subalign.model import RATE

if TYPE_CHECKING:
    from subalign.model import Samples

WORDS = [(1040, 1900), (2560, 3950)]
"""Where a search may have put words that sound from 1,000 to 2,000 and from 2,500 to 4,000 ms."""


def _recording(noise: float) -> Samples:
    """Two sounds of 1000 in noise of some loudness."""
    rng = np.random.default_rng(0)
    samples = rng.normal(0, noise, 6 * RATE)
    for first, stop in ((1.0, 2.0), (2.5, 4.0)):
        samples[int(first * RATE) : int(stop * RATE)] += rng.normal(
            0, 1000, int((stop - first) * RATE)
        )
    return samples.astype(np.int16)


def refine(words: list[tuple[int, int]], samples: Samples) -> list[tuple[int, int]]:
    return refine_boundaries(words, samples, measure_energy(samples))


def test_in_a_quiet_room_edges_are_those_of_the_sound() -> None:
    for (start, end), (first, stop) in zip(
        refine(WORDS, _recording(3)), ((1000, 2000), (2500, 4000)), strict=True
    ):
        assert start == pytest.approx(first, abs=10)
        assert end == pytest.approx(stop, abs=10)


def test_in_a_loud_one_starts_stay_and_ends_come_no_earlier() -> None:
    for (start, end), (first, stop) in zip(refine(WORDS, _recording(100)), WORDS, strict=True):
        assert start == first
        assert end >= stop


def test_without_sound_nothing_moves() -> None:
    assert refine([(0, 0)], np.zeros(0, np.int16)) == [(0, 0)]
