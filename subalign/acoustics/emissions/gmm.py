"""Emissions by the Gaussian mixture model of phones that comes with pocketsphinx."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from subalign.acoustics.activity.energy import Energy, covered
from subalign.acoustics.activity.reverberation import find_reverberation
from subalign.acoustics.activity.speech import speech_evidence
from subalign.acoustics.arrays import Flags, Ints, Singles
from subalign.acoustics.emissions.base import Emissions, Score, Stretch
from subalign.acoustics.features.mfcc import ORIGIN_MS, features
from subalign.acoustics.graph.network import Network
from subalign.acoustics.model.adaptation import OwnGaussians, find_gaps, label, train
from subalign.acoustics.model.gmm import (
    gap_likelihoods,
    phone_likelihoods,
    senone_likelihoods,
)
from subalign.acoustics.model.sphinx import NOISES, SILENCE, STATES, AcousticModel
from subalign.acoustics.observing import Observer, Step, observe_nothing, sharing
from subalign.acoustics.options import (
    DEFAULT_ACTIVITY,
    DEFAULT_ADAPTATION,
    ActivityOptions,
    AdaptationOptions,
)

if TYPE_CHECKING:
    from subalign.model import Samples

DECIMATION = 3
"""Frames of the features to one of the first pass."""


@dataclass(frozen=True, slots=True, eq=False)
class GmmEmissions(Emissions):
    """Emissions of `AcousticModel`.

    Args:
        model: the model.
        vectors: feature vectors, shape (frames, width).
        best: log likelihood of the best phone in each frame, shape (frames,).
        plain_gaps: as ``gaps``, before adaptation and without ``sustained`` and ``echoes``.
        evidence: speech by energy, -1..1, shape (frames,).
        sustained: True in sounds that one phone fits for longer than a voice holds any.
        echoes: True in reverberation.
        own: Gaussians that were trained on the recording; None before adaptation.
        activity: weights of the energy.
        adaptation: how much the recording's own Gaussians count.
    """

    model: AcousticModel
    vectors: Singles
    best: Singles
    plain_gaps: Singles
    evidence: Singles
    sustained: Flags
    echoes: Flags
    own: OwnGaussians | None
    activity: ActivityOptions
    adaptation: AdaptationOptions

    @property
    def adaptable(self) -> bool:
        """True: Gaussians can be trained on any recording."""
        return True

    def scorer(self, network: Network, apart: Flags) -> Score:
        """Return the function that scores the senones of a network in their context."""
        senones = context_senones(self.model, network, apart)

        def score(stretches: Sequence[Stretch]) -> list[Singles]:
            states = [(int(network.phones[p]), senones[p], a, b) for p, a, b in stretches]
            scores = senone_likelihoods(self.model, self.vectors, states)
            scores = [
                score - self.best[first:stop, None]
                for score, (*_, first, stop) in zip(scores, states, strict=True)
            ]
            if self.own:
                self.own.blend(self.vectors, [(p, a, b) for p, _, a, b in states], scores)
            return scores

        return score

    def adapt(self, phones: Ints, starts: Ints, stops: Ints) -> Emissions:
        """Train Gaussians on segments of phones, and on the gaps between them."""
        count, silence = len(self.vectors), self.model.phones.index(SILENCE)
        labels = label(count, phones, starts, stops, self.adaptation)
        quiet = self.evidence <= 0
        gap = find_gaps(count, starts, stops, self.adaptation.max_gap_frames)
        labels[gap & quiet] = silence * STATES
        own = train(self.vectors, labels, len(self.model.phones), self.adaptation)
        gaps = own.blend_gaps(self.vectors, silence, self.plain_gaps)
        _allow_gaps(gaps, self.sustained, self.echoes, self.activity.second_pass_echo)
        return replace(self, own=own, gaps=gaps)


def compute_gmm_emissions(
    model: AcousticModel,
    samples: Samples,
    energy: Energy,
    *,
    activity: ActivityOptions = DEFAULT_ACTIVITY,
    adaptation: AdaptationOptions = DEFAULT_ADAPTATION,
    observe: Observer = observe_nothing,
) -> GmmEmissions:
    """Compute the emissions of a recording.

    Args:
        model: Gaussians of phones.
        samples: int16 mono at ``RATE``, shape (n,).
        energy: of the same recording.
        activity: weights of the energy beside the model.
        adaptation: how much the recording's own Gaussians will count.
        observe: called with the steps ``FEATURES`` and ``EMISSIONS`` and their values.
    """
    vectors = features(samples, sharing(observe, Step.FEATURES))
    observe(Step.FEATURES, vectors)
    count = len(vectors)
    rough = vectors[DECIMATION // 2 :: DECIMATION]
    phones = phone_likelihoods(model, rough, sharing(observe, Step.EMISSIONS, 0.0, 0.95))
    best = phones.max(axis=1)
    phones -= best[:, None]
    silence = model.phones.index(SILENCE)
    noises = [model.phones.index(n) for n in NOISES]
    sustained = find_sustained(np.delete(phones, [silence, *noises], axis=1), activity)
    best[sustained] += activity.sustained_penalty
    phones[sustained] -= activity.sustained_penalty
    noise = phones[:, noises].max(axis=1) - activity.noise_penalty
    level = _repeat(best, count)
    evidence = speech_evidence(energy, count, activity)
    echoes = find_reverberation(energy.levels, activity)
    echoes = np.pad(echoes, (0, max(0, count - len(echoes))))[:count]
    still = gap_likelihoods(model, vectors, silence) - level
    plain_gaps = np.maximum(still, _repeat(noise, count)) - activity.second_pass_evidence * evidence
    rough_evidence = _mean_of_frames(evidence, len(best))
    rough_gaps = (
        np.maximum(phones[:, silence], noise) - activity.first_pass_evidence * rough_evidence
    )
    rough_echoes = echoes[DECIMATION // 2 :: DECIMATION]
    _allow_gaps(rough_gaps, sustained, rough_echoes, activity.first_pass_echo)
    sustained = _repeat(sustained, count)
    gaps = plain_gaps.copy()
    _allow_gaps(gaps, sustained, echoes, activity.second_pass_echo)
    return GmmEmissions(
        phones=phones,
        rough_gaps=rough_gaps,
        gaps=gaps,
        decimation=DECIMATION,
        states=STATES,
        unit=1,
        origin_ms=ORIGIN_MS,
        model=model,
        vectors=vectors,
        best=level,
        plain_gaps=plain_gaps,
        evidence=evidence,
        sustained=sustained,
        echoes=echoes,
        own=None,
        activity=activity,
        adaptation=adaptation,
    )


def find_sustained(phones: Singles, options: ActivityOptions = DEFAULT_ACTIVITY) -> Flags:
    """Mark the frames of a sound that one phone fits for longer than a voice holds any.

    Chords and signal tones fit a vowel as well as speech does, for as long as they last.

    Args:
        phones: log likelihoods in rough frames less that of the best, shape (frames, phones).
        options: ``sustained_frames`` and ``sustained_fit`` are used.

    Returns:
        Shape (frames,).
    """
    length = options.sustained_frames
    count = len(phones) - length + 1
    if count <= 0:
        return np.zeros(len(phones), np.bool_)
    best = np.full(count, -np.inf)
    for column in phones.T:
        sums = np.cumsum(np.pad(column, (1, 0)), dtype=np.float64)
        np.maximum(best, sums[length:] - sums[:-length], out=best)
    begins = np.flatnonzero(best > options.sustained_fit * length)
    return covered(begins, begins + length, len(phones))


def context_senones(model: AcousticModel, network: Network, apart: Flags) -> list[tuple[int, ...]]:
    """Return the senones of each phone between its neighbours (triphones).

    Args:
        model: knows the senones.
        network: the text.
        apart: for each gap, True where a pause keeps the words from sounding together.
    """
    silence = model.phones.index(SILENCE)
    phones = network.phones.tolist()
    known: dict[tuple[int, int, int, bool, bool], tuple[int, ...]] = {}
    found = []
    for word in range(len(network.words)):
        first, stop = int(network.firsts[word]), int(network.firsts[word + 1])
        for at in range(first, stop):
            begins, ends = at == first, at == stop - 1
            left = phones[at - 1] if at and not (begins and apart[word]) else silence
            silent_behind = ends and (apart[word + 1] or stop == len(phones))
            right = silence if silent_behind else phones[at + 1]
            context = (left, phones[at], right, begins, ends)
            if context not in known:
                known[context] = tuple(model.triphone(*context))
            found.append(known[context])
    return found


def _allow_gaps(gaps: Singles, sustained: Flags, echoes: Flags, echo_cost: float) -> None:
    """Make gaps likely in sustained sounds and in reverberation; ``gaps`` is overwritten."""
    gaps[sustained] = 0
    gaps[echoes] = np.maximum(gaps[echoes], -echo_cost)


def _mean_of_frames(values: Singles, count: int) -> Singles:
    """Average the frames that lie in each of ``count`` rough frames."""
    values = values[: count * DECIMATION]
    whole = np.pad(values, (0, count * DECIMATION - len(values)), mode="edge")
    return np.asarray(whole.reshape(count, DECIMATION).mean(axis=1))


def _repeat(values: npt.NDArray[Any], count: int) -> npt.NDArray[Any]:
    repeated = np.repeat(values, DECIMATION)[:count]
    return np.pad(repeated, (0, count - len(repeated)), mode="edge")
