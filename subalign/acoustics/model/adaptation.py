"""Adaptation of the acoustic model to the speakers, room and language of a recording.

The acoustic model knows American voices in quiet rooms. The frames that a first search gave to
each phone train a Gaussian for each state of that phone. The frames between the phones train one
for silence, or for the music that plays in it (self-training). Later searches use both these
Gaussians and the model: the more frames a phone has in the recording, the more its own Gaussians
count.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from subalign.acoustics.activity.energy import covered
from subalign.acoustics.arrays import Flags, Floats, Ints, Singles
from subalign.acoustics.model.gmm import by_phone
from subalign.acoustics.model.sphinx import STATES, projections
from subalign.acoustics.options import DEFAULT_ADAPTATION, AdaptationOptions


@dataclass(frozen=True, slots=True, eq=False)
class OwnGaussians:
    """Gaussians of the states of phones, trained on a recording.

    Args:
        projections: shape (phones, 2 * width + 1, STATES): what the squares of a vector, the
            vector, and 1 are multiplied with to give log densities.
        shares: what part of each phone's likelihood they are, 0..1, shape (phones,).
        best: log density of the best state in each frame, shape (frames,).
        options: bounds of the log likelihoods.
    """

    projections: Singles
    shares: Singles
    best: Singles
    options: AdaptationOptions

    def blend(
        self, vectors: Singles, stretches: Sequence[tuple[int, int, int]], scores: Sequence[Singles]
    ) -> None:
        """Mix the log densities of the Gaussians into the log likelihoods of a model.

        Args:
            vectors: of all frames, shape (frames, width).
            stretches: index of a phone, and its first and last frame + 1.
            scores: of each, log likelihoods relative to the best, shape (its frames, STATES);
                they are overwritten.
        """
        for phone, rows, places in by_phone(stretches):
            share = self.shares[phone]
            if not share:
                continue
            own = _expand(vectors[rows]) @ self.projections[phone] - self.best[rows, None]
            np.maximum(own, np.float32(self.options.min_log_likelihood), out=own)
            own *= share
            for i, at in places:
                scores[i] *= 1 - share
                scores[i] += own[at : at + len(scores[i])]

    def blend_gaps(self, vectors: Singles, silence: int, scores: Singles) -> Singles:
        """Mix the log density of the Gaussian of the gaps into the log likelihoods of gaps.

        Args:
            vectors: of all frames, shape (frames, width).
            silence: index of the phone that the gaps were given to.
            scores: log likelihoods relative to the best, shape (frames,).
        """
        share = self.shares[silence]
        least = np.float32(self.options.min_log_likelihood)
        own = np.maximum(_best(vectors, self.projections[silence].T) - self.best, least)
        floor = np.float32(self.options.min_gap_log_likelihood)
        return np.asarray((1 - share) * np.maximum(scores, floor) + share * own, np.float32)


def train(
    vectors: Singles, labels: Ints, phones: int, options: AdaptationOptions = DEFAULT_ADAPTATION
) -> OwnGaussians:
    """Train Gaussians on the frames of each state.

    Args:
        vectors: of all frames, shape (frames, width).
        labels: the state of each frame, ``phone * STATES + state``; -1 for none; shape (frames,).
        phones: number of phones.
        options: weight of the prior, bounds, and weight of the result.
    """
    known = labels >= 0
    seen, owners = vectors[known].astype(np.float64), labels[known]
    counts = np.bincount(owners, minlength=phones * STATES).astype(np.float64)
    sums, squares = (_sum(values, owners, len(counts)) for values in (seen, np.square(seen)))
    mean, variance = seen.mean(axis=0), seen.var(axis=0)
    least, prior = options.min_variance * variance, options.prior_frames
    of_phones = [v.reshape(phones, STATES, -1).sum(axis=1) for v in (counts, sums, squares)]
    means, variances = _shrink(of_phones, mean, variance, least, prior)
    means, variances = np.repeat(means, STATES, axis=0), np.repeat(variances, STATES, axis=0)
    means, variances = _shrink([counts[:, None], sums, squares], means, variances, least, prior)
    rows = projections(means, variances).astype(np.float32)
    frames = of_phones[0][:, 0]
    return OwnGaussians(
        rows.reshape(phones, STATES, -1).transpose(0, 2, 1),
        (options.max_share * frames / (frames + options.half_share_frames)).astype(np.float32),
        _best(vectors, rows[counts > 0]),
        options,
    )


def label(
    count: int,
    phones: Ints,
    starts: Ints,
    stops: Ints,
    options: AdaptationOptions = DEFAULT_ADAPTATION,
) -> Ints:
    """Return the state of each frame: phones have their thirds as states.

    Args:
        count: frames in all.
        phones, starts, stops: index, first frame and last frame + 1 of each, shape (n,).
        options: ``max_phone_frames`` is used.

    Returns:
        ``phone * STATES + state`` of each frame, -1 for none; shape (count,).
    """
    labels = np.full(count, -1)
    kept = stops - starts <= options.max_phone_frames
    phones, starts, sizes = phones[kept], starts[kept], (stops - starts)[kept]
    inside = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    states = inside * STATES // np.repeat(sizes, sizes)
    labels[np.repeat(starts, sizes) + inside] = np.repeat(phones, sizes) * STATES + states
    return labels


def find_gaps(count: int, starts: Ints, stops: Ints, max_gap_frames: int = 500) -> Flags:
    """Mark the frames between phones that are not too far apart.

    Args:
        count: frames in all.
        starts, stops: first frame and last frame + 1 of each phone, in order; shape (n,).
        max_gap_frames: longest gap that is marked.

    Returns:
        Shape (count,).
    """
    apart = starts[1:] - stops[:-1]
    near = (apart > 0) & (apart <= max_gap_frames)
    return covered(stops[:-1][near], starts[1:][near], count)


def _sum(values: Floats, owners: Ints, count: int) -> Floats:
    return np.stack([np.bincount(owners, column, count) for column in values.T], axis=1)


def _shrink(
    statistics: Sequence[Floats], mean: Floats, variance: Floats, least: Floats, weight: float
) -> tuple[Floats, Floats]:
    """Return means and variances, drawn to a prior mean and variance (MAP estimate).

    Args:
        statistics: number of vectors of each, their sum, and the sum of their squares.
        mean, variance: of the prior.
        least: lower bound of the variances.
        weight: of the prior, in vectors.
    """
    counts, sums, squares = statistics
    means = (sums + weight * mean) / (counts + weight)
    spread = squares - 2 * means * sums + counts * np.square(means)
    prior = weight * (variance + np.square(mean - means))
    return means, np.maximum((spread + prior) / (counts + weight), least)


def _expand(vectors: Singles) -> Singles:
    ones = np.ones((len(vectors), 1), np.float32)
    return np.concatenate((np.square(vectors), vectors, ones), axis=1)


def _best(vectors: Singles, rows: Singles) -> Singles:
    """Return the log density of the best Gaussian in each frame."""
    best = np.empty(len(vectors), np.float32)
    step = 4096  # frames at a time, so that memory stays flat
    for first in range(0, len(vectors), step):
        block = slice(first, first + step)
        best[block] = (_expand(vectors[block]) @ rows.T).max(axis=1)
    return best
