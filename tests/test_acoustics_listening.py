"""Emissions: sounds that no voice makes, and speech without pauses."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from subalign.acoustics.activity.energy import measure_energy
from subalign.acoustics.activity.reverberation import find_reverberation
from subalign.acoustics.arrays import Flags, Singles
from subalign.acoustics.emissions.base import Emissions, Score, Stretch
from subalign.acoustics.emissions.gmm import DECIMATION, compute_gmm_emissions, find_sustained
from subalign.acoustics.graph.network import Network
from subalign.acoustics.model.sphinx import load_model
from subalign.acoustics.observing import Step
from subalign.acoustics.options import GMM_SEARCH
from subalign.acoustics.search.first_pass import Path as Rough
from subalign.acoustics.search.penalties import Penalties
from subalign.acoustics.search.second_pass import second_pass
from subalign.audio import decode
from subalign.model import RATE

SONNET = Path(__file__).parents[1] / "fixtures" / "sonnet" / "audio.opus"


def sounds(*lengths: int) -> npt.NDArray[Any]:
    """Likelihoods of two phones that sound by turns, for so many coarse frames each."""
    turns = np.repeat(np.arange(len(lengths)) % 2, lengths)
    return np.where(turns[:, None] == np.arange(2), 0, -5).astype(np.float32)


@pytest.mark.parametrize(
    ("lengths", "sustained"), [((20, 20, 20), 0), ((10, 60, 10), 60), ((5,), 0), ((80,), 80)]
)
def test_a_sound_that_lasts_for_a_second_is_sustained(
    lengths: tuple[int, ...], sustained: int
) -> None:
    found = find_sustained(sounds(*lengths)).sum()
    assert found == pytest.approx(sustained, abs=8 if sustained else 0)


def test_an_organ_is_a_gap_and_a_voice_is_none() -> None:
    voice = decode(SONNET).samples
    t = np.arange(4 * RATE) / RATE
    tones = [np.sin(2 * np.pi * 110 * n * t) / n for n in range(1, 7)]
    organ = (2000 * np.sum(tones, axis=0)).astype(np.int16)
    samples = np.concatenate((voice, organ))
    emissions = compute_gmm_emissions(load_model(), samples, measure_energy(samples))
    frames = len(voice) * 100 // RATE // DECIMATION
    assert (emissions.rough_gaps[frames + 10 : -10] == 0).all()
    assert emissions.rough_gaps[: frames - 40].mean() < -2


class Anything(Emissions):
    """Emissions that fit every phone in every frame."""

    def scorer(self, network: Network, apart: Flags) -> Score:
        def score(stretches: Sequence[Stretch]) -> list[Singles]:
            return [np.zeros((b - a, self.states), np.float32) for _, a, b in stretches]

        return score


def test_speech_without_pauses_is_searched_in_chunks() -> None:
    """Three minutes: the time and memory of a chunk grow with the square of its length."""
    words, each = 600, 30
    frames = words * each
    network = Network(
        np.zeros(words, np.int64),
        np.arange(words + 1),
        np.array([(0, w) for w in range(words)]),
        np.ones(words + 1, np.float32),
    )
    emissions = Anything(
        phones=np.zeros((frames // DECIMATION, 1), np.float32),
        rough_gaps=np.full(frames // DECIMATION, -9, np.float32),
        gaps=np.full(frames, -9, np.float32),
        decimation=DECIMATION,
        states=3,
        unit=1,
        origin_ms=0,
    )
    longest: list[int] = []

    def watch(step: Step, value: object = None, done: float = 1.0) -> None:
        if step is Step.TRELLIS:
            assert isinstance(value, tuple)
            longest.append(len(value[0].emissions))

    starts = np.arange(0, frames, each)
    path = Rough(starts // DECIMATION, (starts + each) // DECIMATION, touched=False)
    penalties = Penalties(9, 9, 90, second_garbage=9, second_skip=90)
    placed = second_pass(emissions, network, path, penalties, GMM_SEARCH, observe=watch)
    assert max(longest) < 3200
    assert (placed.starts >= 0).all()
    assert np.abs(placed.starts - starts).max() <= 5 * each


def test_an_echo_is_no_speech() -> None:
    """Syllables, then a room that fades at 40 dB/s, beating as strings of a voice do."""
    t = np.arange(100)
    syllables = -20 - 10 * np.cos(t * 2 * np.pi / 20)
    room = -20 - 0.4 * t + np.sin(t)
    echoes = find_reverberation(np.concatenate((syllables, room)))
    assert not echoes[:100].any()
    assert echoes[130:].mean() > 0.9


def test_the_end_of_a_vowel_is_no_echo() -> None:
    """It fades for 200 ms, and then there is silence."""
    fading = np.concatenate((np.full(50, -20.0), -20 - 1.5 * np.arange(20), np.full(80, -70.0)))
    assert not find_reverberation(fading)[:70].any()


@pytest.mark.parametrize("length", [0, 1, 49, 50])
def test_every_frame_is_judged_however_few_there_are(length: int) -> None:
    assert len(find_reverberation(np.zeros(length))) == length
