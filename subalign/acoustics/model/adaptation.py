"""What a recording teaches about its own voices, room and language: self-training.

The acoustic model knows American voices in quiet rooms. The frames that a first search gave to
each phone make a Gaussian for each of its states, and those that it gave to none make that of
silence, or of the music that plays in it. Later searches go by both: the more of a phone was
heard, the more the recording's own counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from subalign.acoustics.activity.energy import covered
from subalign.acoustics.arrays import Floats, Ints, Singles
from subalign.acoustics.model.gmm import by_phone
from subalign.acoustics.model.sphinx import STATES, projections

_SHARE, _HALF = 0.6, 300
"""How much of a phone's likelihood the recording's own Gaussians are at most, and after how many
frames of that phone half of it. Measured on words with human labels: clean, 0.4 and 0.6 do alike,
and so do 300 and 600 frames; in noise or music 0.6 does better. With a share from the first
frame on, half a minute of speech does harm.
"""

_FAR = 500
"""A gap of more frames may hold anything: those of an advertisement are no silence."""

_PRIOR = 20.0
"""So many frames are taken for granted: for a phone those of all sounds, for a state those of
its phone.
"""

_NARROWEST = 0.1  # the least variance, as a part of that of all frames
_LONGEST = 40  # a phone of more frames is none, or not alone
_LEAST = np.float32(-6)
"""So unlikely at most is a frame, in logs. One Gaussian is sharp: a creaking vowel, which it has
seldom heard, must not be less likely than any sound that is not in the text.
"""
_FLOOR = np.float32(-12)  # and so unlikely at most is a gap, by the model alone
_BLOCK = 4096  # frames worked on together


@dataclass(frozen=True, slots=True, eq=False)
class Voices:
    """Gaussians of the states of phones, as a recording has them.

    Args:
        projections: shape (phones, 2 * width + 1, STATES): what the squares of a vector, the
            vector, and 1 are multiplied with to give log densities.
        shares: what part of each phone's likelihood they are, 0..1, shape (phones,).
        best: log density of the best state in each frame, shape (frames,).
    """

    projections: Singles
    shares: Singles
    best: Singles

    def blend(
        self, vectors: Singles, stretches: Sequence[tuple[int, int, int]], scores: list[Singles]
    ) -> None:
        """Mix what the Gaussians say into the likelihoods of a model.

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
            np.maximum(own, _LEAST, out=own)
            own *= share
            for i, at in places:
                scores[i] *= 1 - share
                scores[i] += own[at : at + len(scores[i])]

    def blend_gaps(self, vectors: Singles, silence: int, scores: Singles) -> Singles:
        """Mix what the Gaussian of the gaps says into how likely gaps are.

        Args:
            vectors: of all frames, shape (frames, width).
            silence: index of the phone that the gaps were given to.
            scores: log likelihoods relative to the best, shape (frames,).
        """
        share = self.shares[silence]
        own = np.maximum(_best(vectors, self.projections[silence].T) - self.best, _LEAST)
        return np.asarray((1 - share) * np.maximum(scores, _FLOOR) + share * own, np.float32)


def train(vectors: Singles, labels: Ints, phones: int) -> Voices:
    """Gaussians of the states that frames were given to.

    Args:
        vectors: of all frames, shape (frames, width).
        labels: the state of each frame, ``phone * STATES + state``; -1 for none; shape (frames,).
        phones: how many there are.
    """
    known = labels >= 0
    heard, owners = vectors[known].astype(np.float64), labels[known]
    counts = np.bincount(owners, minlength=phones * STATES).astype(np.float64)
    sums, squares = (_sum(values, owners, len(counts)) for values in (heard, np.square(heard)))
    mean, variance = heard.mean(axis=0), heard.var(axis=0)
    least = _NARROWEST * variance
    of_phones = [v.reshape(phones, STATES, -1).sum(axis=1) for v in (counts, sums, squares)]
    means, variances = _shrink(of_phones, mean, variance, least)
    means, variances = np.repeat(means, STATES, axis=0), np.repeat(variances, STATES, axis=0)
    means, variances = _shrink([counts[:, None], sums, squares], means, variances, least)
    rows = projections(means, variances).astype(np.float32)
    frames = of_phones[0][:, 0]
    return Voices(
        rows.reshape(phones, STATES, -1).transpose(0, 2, 1),
        (_SHARE * frames / (frames + _HALF)).astype(np.float32),
        _best(vectors, rows[counts > 0]),
    )


def label(count: int, phones: Ints, starts: Ints, stops: Ints) -> Ints:
    """The state of each of ``count`` frames: thirds of the phones that lie there.

    Args:
        phones, starts, stops: index, first frame and last frame + 1 of each, shape (n,).
    """
    labels = np.full(count, -1)
    kept = stops - starts <= _LONGEST
    phones, starts, sizes = phones[kept], starts[kept], (stops - starts)[kept]
    inside = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    states = inside * STATES // np.repeat(sizes, sizes)
    labels[np.repeat(starts, sizes) + inside] = np.repeat(phones, sizes) * STATES + states
    return labels


def find_gaps(count: int, starts: Ints, stops: Ints) -> npt.NDArray[np.bool_]:
    """Which of ``count`` frames lie between phones that are not too far apart.

    Args:
        starts, stops: first frame and last frame + 1 of each phone, in order; shape (n,).
    """
    apart = starts[1:] - stops[:-1]
    near = (apart > 0) & (apart <= _FAR)
    return covered(stops[:-1][near], starts[1:][near], count)


def _sum(values: Floats, owners: Ints, count: int) -> Floats:
    return np.stack([np.bincount(owners, column, count) for column in values.T], axis=1)


def _shrink(
    heard: Sequence[Floats], mean: Floats, variance: Floats, least: Floats
) -> tuple[Floats, Floats]:
    """Means and variances, drawn to a prior mean and variance by ``_PRIOR`` frames of it.

    Args:
        heard: how many vectors there are of each, their sum, and that of their squares.
    """
    counts, sums, squares = heard
    means = (sums + _PRIOR * mean) / (counts + _PRIOR)
    spread = squares - 2 * means * sums + counts * np.square(means)
    prior = _PRIOR * (variance + np.square(mean - means))
    return means, np.maximum((spread + prior) / (counts + _PRIOR), least)


def _expand(vectors: Singles) -> Singles:
    ones = np.ones((len(vectors), 1), np.float32)
    return np.concatenate((np.square(vectors), vectors, ones), axis=1)


def _best(vectors: Singles, rows: Singles) -> Singles:
    best = np.empty(len(vectors), np.float32)
    for first in range(0, len(vectors), _BLOCK):
        block = slice(first, first + _BLOCK)
        best[block] = (_expand(vectors[block]) @ rows.T).max(axis=1)
    return best
