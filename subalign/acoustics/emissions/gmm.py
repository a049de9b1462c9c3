"""All that the aligner hears in a recording: likelihoods and energy, worked out once.

The searches know nothing of the model that listened: it says how many frames of 10 ms the
coarse search may take together, how many states a phone has, and how well states fit frames.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from subalign.acoustics.activity.energy import covered, measure_energy
from subalign.acoustics.activity.reverberation import find_reverberation
from subalign.acoustics.activity.speech import speech_evidence
from subalign.acoustics.arrays import Flags, Ints, Singles
from subalign.acoustics.features.mfcc import CENTRE, features
from subalign.acoustics.graph.network import Network, context_senones
from subalign.acoustics.model.adaptation import Voices, find_gaps, label, train
from subalign.acoustics.model.gmm import phone_likelihoods, plain_likelihoods, senone_likelihoods
from subalign.acoustics.model.sphinx import NOISES, SILENCE, STATES, AcousticModel

if TYPE_CHECKING:
    from subalign.model import Samples

DECIMATION = 3
"""Frames of the features to one of the coarse search."""

Stretch = tuple[int, int, int]
"""A phone's place in the network, the first frame that it may lie in, and the last one + 1."""


Score = Callable[[Sequence[Stretch]], "list[Singles]"]
"""Gives log likelihoods of the states of phones, each at a stretch of frames; shape (its
frames, states)."""

_MARGIN = 0.22
"""Texts of other recordings fitted up to 0.16 better than their words shuffled; right ones, clean,
0.7 to 1.9, in white noise at 10 dB 0.3 to 0.9 (but a few sentences alone in such noise from 0.04).
"""

_NOISE = 1.0  # how much less likely a gap is noise than silence, logs a frame
_EVIDENCE = (2.0, 4.0)
"""What clear speech costs a gap, logs a frame, in the coarse and in the fine search."""

_ECHO = (0.5, 2.0)
"""How much less likely than the best phone at most a gap is in the echo of a room, logs a frame,
in the coarse and in the fine search.
"""

_HELD = 3.0  # how much less likely phones are while a sound is held, logs a frame


@dataclass(frozen=True, slots=True, eq=False)
class Heard:
    """A recording as the searches see it. Log likelihoods are per frame of 10 ms and relative
    to that of the best phone.

    Args:
        phones: of each phone in the frames of the coarse search, shape (coarse, phones); at
            most 0.
        coarse_gaps: of silence or noise, shape (coarse,).
        gaps: of silence or noise, shape (frames,).
        decimation: frames to one of the coarse search.
        states: of each phone in the fine search.
        parts: so many phones in a row of the network are judged together.
        margin: how much better a doubtful text has to fit than its words shuffled.
        centre: how far the boundary in front of the first frame lies behind time 0, ms.
        scorer: gives the likelihoods of the states of a network; told for each of its gaps
            whether there is a pause, so that the words do not sound together.
        learn: from the indices of phones, and the first frame and the last + 1 of each, to the
            recording heard by one who also knows how these phones sound in it; None where that
            is not so simple.
    """

    phones: Singles
    coarse_gaps: Singles
    gaps: Singles
    decimation: int
    states: int
    parts: int
    margin: float
    centre: int
    scorer: Callable[[Network, Flags], Score]
    learn: Callable[[Ints, Ints, Ints], Heard] | None = None


def listen(model: AcousticModel, samples: Samples) -> Heard:
    """Work out what the searches need, by the phones of a model.

    Args:
        samples: int16 mono at ``RATE``, shape (n,).
    """
    vectors = features(samples)
    count = len(vectors)
    phones = phone_likelihoods(model, vectors[DECIMATION // 2 :: DECIMATION])
    best = phones.max(axis=1)
    phones -= best[:, None]
    silence = model.phones.index(SILENCE)
    noises = [model.phones.index(n) for n in NOISES]
    held = find_held(np.delete(phones, [silence, *noises], axis=1))
    best[held] += _HELD
    phones[held] -= _HELD
    noise = phones[:, noises].max(axis=1) - _NOISE
    level = _repeat(best, count)
    energy = measure_energy(samples)
    evidence, echoes = speech_evidence(energy, count), find_reverberation(energy.levels)
    echoes = np.pad(echoes, (0, max(0, count - len(echoes))))[:count]
    still = plain_likelihoods(model, vectors, silence) - level
    fine_gaps = np.maximum(still, _repeat(noise, count)) - _EVIDENCE[1] * evidence
    coarse_gaps = np.maximum(phones[:, silence], noise) - _EVIDENCE[0] * _coarse(
        evidence, len(best)
    )
    _allow(coarse_gaps, held, echoes[DECIMATION // 2 :: DECIMATION], _ECHO[0])

    def heard(voices: Voices | None = None) -> Heard:
        def scorer(network: Network, apart: Flags) -> Score:
            senones = context_senones(model, network, apart)

            def score(stretches: Sequence[Stretch]) -> list[Singles]:
                states = [(int(network.phones[p]), senones[p], a, b) for p, a, b in stretches]
                found = senone_likelihoods(model, vectors, states)
                found = [f - level[a:b, None] for f, (*_, a, b) in zip(found, states, strict=True)]
                if voices:
                    voices.blend(vectors, [(p, a, b) for p, _, a, b in states], found)
                return found

            return score

        gaps = voices.blend_gaps(vectors, silence, fine_gaps) if voices else fine_gaps.copy()
        _allow(gaps, _repeat(held, count), echoes, _ECHO[1])
        return Heard(
            phones, coarse_gaps, gaps, DECIMATION, STATES, 1, _MARGIN, CENTRE, scorer, learn
        )

    def learn(said: Ints, starts: Ints, stops: Ints) -> Heard:
        labels = label(count, said, starts, stops)
        labels[find_gaps(count, starts, stops) & (evidence <= 0)] = silence * STATES
        return heard(train(vectors, labels, len(model.phones)))

    return heard()


def _allow(gaps: Singles, held: Flags, echoes: Flags, cost: float) -> None:
    """Make gaps likely where a sound is held, or is the echo of another; they are overwritten."""
    gaps[held] = 0
    gaps[echoes] = np.maximum(gaps[echoes], -cost)


def _coarse(values: Singles, count: int) -> Singles:
    """The mean of the frames that lie in each of ``count`` coarse ones."""
    values = values[: count * DECIMATION]
    whole = np.pad(values, (0, count * DECIMATION - len(values)), mode="edge")
    return np.asarray(whole.reshape(count, DECIMATION).mean(axis=1))


def _repeat(values: npt.NDArray[Any], count: int) -> npt.NDArray[Any]:
    repeated = np.repeat(values, DECIMATION)[:count]
    return np.pad(repeated, (0, count - len(repeated)), mode="edge")


_LONGEST, _FITS = 33, -0.7


def find_held(phones: Singles) -> npt.NDArray[np.bool_]:
    """Which frames belong to a sound that one phone fits for longer than a voice holds any.

    Chords and signal tones fit a vowel as well as speech does, for as long as they last.

    Args:
        phones: log likelihoods of coarse frames less that of the best, shape (frames, phones).
    """
    count = len(phones) - _LONGEST + 1
    if count <= 0:
        return np.zeros(len(phones), np.bool_)
    best = np.full(count, -np.inf)
    for column in phones.T:
        sums = np.cumsum(np.pad(column, (1, 0)), dtype=np.float64)
        np.maximum(best, sums[_LONGEST:] - sums[:-_LONGEST], out=best)
    begins = np.flatnonzero(best > _FITS * _LONGEST)
    return covered(begins, begins + _LONGEST, len(phones))
