"""What a recording teaches about its own voices."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from subalign.acoustics.activity.energy import measure_energy
from subalign.acoustics.aligner import Aligner
from subalign.acoustics.emissions.base import Emissions
from subalign.acoustics.emissions.gmm import DECIMATION, compute_gmm_emissions
from subalign.acoustics.graph.network import Network
from subalign.acoustics.model.adaptation import OwnGaussians, find_gaps, label, train
from subalign.acoustics.model.sphinx import STATES, load_model
from subalign.audio import decode

SONNET = Path(__file__).parents[1] / "fixtures" / "sonnet"
PHONES, EACH, WIDTH = 3, 900, 4

Lesson = tuple[npt.NDArray[Any], OwnGaussians]


@pytest.fixture(scope="module")
def lesson() -> Lesson:
    """Vectors of two phones that sound by turns, and what is learned; a third is never heard."""
    noise = np.random.default_rng(0).normal(size=(2 * EACH, WIDTH)).astype(np.float32)
    said = np.repeat([0, 1], EACH)
    noise[:, 0] += np.where(said, 3, -3)
    return noise, train(noise, said * STATES, PHONES)


def test_a_phone_has_its_thirds_for_states() -> None:
    labels = label(20, np.array([0, 2]), np.array([3, 9]), np.array([9, 12]))
    assert labels.tolist() == [-1] * 3 + [0, 0, 1, 1, 2, 2, 6, 7, 8] + [-1] * 8


def test_a_phone_that_never_ends_teaches_nothing() -> None:
    assert (label(100, np.array([0]), np.array([0]), np.array([90])) == -1).all()


def test_gaps_lie_between_phones_but_not_far_from_any() -> None:
    starts, stops = np.array([2, 5, 9, 900]), np.array([5, 6, 12, 910])
    assert np.flatnonzero(find_gaps(1000, starts, stops)).tolist() == [6, 7, 8]


def test_what_plays_in_the_gaps_is_known_again(
    lesson: Lesson,
) -> None:
    vectors, voices = lesson
    music, speech = np.split(voices.blend_gaps(vectors, 0, np.full(2 * EACH, -8, np.float32)), 2)
    assert music.mean() > -5
    assert speech.mean() < music.mean() - 2


def test_what_was_heard_is_known_again(lesson: Lesson) -> None:
    vectors, voices = lesson
    scores = [np.full((EACH, STATES), -2, np.float32) for _ in range(2)]
    voices.blend(vectors, [(0, 0, EACH), (1, 0, EACH)], scores)
    right, wrong = (s[:, 0].mean() for s in scores)
    assert right > -2 > wrong
    assert max(s.max() for s in scores) <= 1e-3


def test_little_heard_counts_for_little(lesson: Lesson) -> None:
    vectors, voices = lesson
    few = train(vectors, np.where(np.arange(len(vectors)) % 30, -1, 0), PHONES)
    assert 0 < few.shares[0] < voices.shares[0] / 4


def test_a_phone_that_was_not_heard_stays_as_it_is(
    lesson: Lesson,
) -> None:
    vectors, voices = lesson
    scores = [np.full((9, STATES), -2, np.float32)]
    voices.blend(vectors, [(2, 0, 9)], scores)
    assert (scores[0] == -2).all()


def test_stretches_get_their_own_frames(lesson: Lesson) -> None:
    """Whatever other stretches of the phone are worked out with them."""
    vectors, voices = lesson
    stretches = [(0, 500, 540), (1, 700, 720), (0, 20, 60), (0, 40, 90)]

    def blended(some: list[tuple[int, int, int]]) -> Sequence[npt.NDArray[Any]]:
        scores = [np.zeros((stop - first, STATES), np.float32) for _, first, stop in some]
        voices.blend(vectors, some, scores)
        return scores

    for stretch, together in zip(stretches, blended(stretches), strict=True):
        np.testing.assert_allclose(together, blended([stretch])[0], atol=1e-4)


def test_a_voice_is_told_from_others_better_than_before() -> None:
    """The phones of a poem from those of the same poem shuffled, in the voice that reads it."""
    audio = decode(SONNET / "audio.opus")
    lines = (SONNET / "transcript.txt").read_text("utf-8").splitlines()
    aligner = Aligner.by_phones(audio, [line.split() for line in lines if line.strip()], "en")
    path, network = aligner.first_pass().path, aligner.network
    starts, stops = DECIMATION * path.starts, DECIMATION * path.stops
    known = np.flatnonzero(path.starts >= 0)
    taught, asked = known[: len(known) // 2], known[len(known) // 2 :]
    energy = measure_energy(audio.samples)
    plain = compute_gmm_emissions(load_model(), audio.samples, energy)
    learned = plain.adapt(network.phones[taught], starts[taught], stops[taught])
    others = np.random.default_rng(0).permutation(network.phones)

    def told_apart(emissions: Emissions) -> float:
        fits = []
        for phones in (network.phones, others):
            said = Network(phones, network.firsts, network.words, network.pauses)
            score = emissions.scorer(said, np.zeros(len(network.words) + 1, np.bool_))
            found = score([(p, starts[p], stops[p]) for p in asked.tolist()])
            fits.append(np.array([f.max(axis=1).mean() for f in found]))
        apart = fits[0] - fits[1]
        return float(apart.mean() / apart.std())

    assert told_apart(learned) > told_apart(plain)
