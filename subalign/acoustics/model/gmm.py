"""Log likelihoods of frames by mixtures of Gaussians."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from subalign.acoustics.arrays import Singles
from subalign.acoustics.features.mfcc import STREAMS, WIDTH
from subalign.acoustics.model.sphinx import AcousticModel

BLOCK = 512
"""Frames worked on together: their densities stay in the cache of a core."""


def expand(features: Singles) -> Singles:
    """Return the squares of each stream's numbers, the numbers, and 1.

    Args:
        features: shape (n, STREAMS * WIDTH).

    Returns:
        Shape (STREAMS, n, 2 * WIDTH + 1), to be multiplied with a model's projections.
    """
    n = len(features)
    parts = features.reshape(n, STREAMS, WIDTH).transpose(1, 0, 2)
    return np.concatenate((np.square(parts), parts, np.ones((STREAMS, n, 1), np.float32)), axis=2)


def phone_likelihoods(
    model: AcousticModel,
    features: Singles,
    report: Callable[[float], None] = lambda share: None,
) -> Singles:
    """Return the log likelihood of the best state of each phone, without context.

    Args:
        model: Gaussians of phones.
        features: shape (n, STREAMS * WIDTH).
        report: called with the share that is done, 0..1.

    Returns:
        Shape (n, phones).
    """
    scores = np.empty((len(features), len(model.phones)), np.float32)
    weights = [model.weights[:, :, senones] for senones in model.senones]
    for first in range(0, len(features), BLOCK):
        frames = expand(features[first : first + BLOCK])
        for phone, mixtures in enumerate(weights):
            densities = Densities.of(frames, model.projections[phone])
            states = densities.mix(0, frames.shape[1], mixtures)
            scores[first : first + BLOCK, phone] = states.max(axis=1)
            report((first + BLOCK * phone / len(weights)) / len(features))
    return scores


def gap_likelihoods(model: AcousticModel, features: Singles, silence: int) -> Singles:
    """Return the log likelihood of the best state of silence.

    Args:
        model: Gaussians of phones.
        features: shape (n, STREAMS * WIDTH).
        silence: index of that phone.

    Returns:
        Shape (n,).
    """
    weights = model.weights[:, :, model.senones[silence]]
    scores = np.empty(len(features), np.float32)
    for first in range(0, len(features), BLOCK):
        frames = expand(features[first : first + BLOCK])
        densities = Densities.of(frames, model.projections[silence])
        scores[first : first + BLOCK] = densities.mix(0, frames.shape[1], weights).max(axis=1)
    return scores


@dataclass(frozen=True, slots=True, eq=False)
class Densities:
    """Densities of the Gaussians of a phone at some frames.

    Args:
        streams: for each stream the densities, of which the greatest of a frame is 1; shape
            (frames, gaussians).
        scale: log of what they were divided by, all streams together; shape (frames, 1).
    """

    streams: Sequence[Singles]
    scale: Singles

    @classmethod
    def of(cls, frames: Singles, projections: Singles) -> Densities:
        """Evaluate the Gaussians of a phone.

        Args:
            frames: as `expand` gives them.
            projections: the phone's part of a model.
        """
        scale = np.zeros((frames.shape[1], 1), np.float32)
        streams = []
        for stream in range(STREAMS):
            logs = frames[stream] @ projections[stream]
            greatest = logs.max(axis=1, keepdims=True)
            logs -= greatest
            scale += greatest
            streams.append(exponential(logs))
        return cls(streams, scale)

    def mix(self, first: int, stop: int, weights: Singles) -> Singles:
        """Return the log likelihoods of senones at the frames from ``first`` to ``stop``.

        Args:
            weights: of their mixtures, shape (STREAMS, gaussians, senones).

        Returns:
            Shape (stop - first, senones).
        """
        product: Singles = self.streams[0][first:stop] @ weights[0]
        for stream in range(1, STREAMS):
            product *= self.streams[stream][first:stop] @ weights[stream]
        product += np.float32(1e-36)  # keeps the logarithm finite
        np.log(product, out=product)
        product += self.scale[first:stop]
        return product


def exponential(logs: Singles) -> Singles:
    """Return e to the power of numbers that are at most 0, within 3 %; ``logs`` is overwritten.

    A float32 holds its exponent above its mantissa, so that a scaled number, read as an
    integer, is nearly its own power (Schraudolph 1999, Neural Computation 11:853). NumPy's
    own function is several times slower on processors for which it has no vector code.
    """
    octave = 2**23  # a doubling, in the bits of a float32
    balance = 366_393  # centres the error around 0
    # much smaller numbers count for nothing, and are slow
    np.maximum(logs, np.float32(-30), out=logs)
    logs *= np.float32(octave / np.log(2))
    logs += np.float32(127 * octave - balance)
    powers: Singles = logs.astype(np.int32).view(np.float32)
    return powers


def senone_likelihoods(
    model: AcousticModel,
    features: Singles,
    states: Sequence[tuple[int, Sequence[int], int, int]],
) -> list[Singles]:
    """Return the log likelihoods of the senones of phones, each at a stretch of frames.

    Args:
        model: Gaussians of phones.
        features: shape (n, STREAMS * WIDTH).
        states: for each phone its index, its senones, and its first and last frame + 1.

    Returns:
        For each phone shape (its frames, its senones).
    """
    found: list[Singles] = [np.empty((0, 0), np.float32)] * len(states)
    stretches = [(phone, first, stop) for phone, _, first, stop in states]
    for phone, rows, places in by_phone(stretches):
        densities = Densities.of(expand(features[rows]), model.projections[phone])
        weights: dict[tuple[int, ...], npt.NDArray[np.float32]] = {}
        for i, at in places:
            _, senones, first, stop = states[i]
            key = tuple(senones)
            if key not in weights:
                weights[key] = np.ascontiguousarray(model.weights[:, :, key])
            found[i] = densities.mix(at, at + stop - first, weights[key])
    return found


def by_phone(
    stretches: Sequence[tuple[int, int, int]],
) -> Iterator[tuple[int, npt.NDArray[np.int64], list[tuple[int, int]]]]:
    """Bring the stretches of a phone together, phone by phone.

    Args:
        stretches: index of a phone, and its first frame and last frame + 1.

    Yields:
        The phone; the frames that any of its stretches has, each once and in order; and for
        each stretch its index and where among the frames it begins.
    """
    owners: dict[int, list[int]] = {}
    for i, (phone, *_) in enumerate(stretches):
        owners.setdefault(phone, []).append(i)
    for phone, members in owners.items():
        rows, places = _together([stretches[i][1:] for i in members])
        yield phone, rows, list(zip(members, places, strict=True))


def _together(stretches: Sequence[tuple[int, int]]) -> tuple[npt.NDArray[np.int64], list[int]]:
    """Merge stretches that may overlap: frames, each once and in order, and the place among them
    at which each stretch begins.

    Args:
        stretches: first frame and last frame + 1 of each.
    """
    firsts, stops = np.array(stretches).T
    order = np.argsort(firsts, kind="stable")
    reach = np.maximum.accumulate(stops[order])
    apart = np.flatnonzero(firsts[order][1:] > reach[:-1]) + 1
    begins = firsts[order][np.concatenate(([0], apart))]
    sizes = reach[np.concatenate((apart - 1, [-1]))] - begins
    offsets = np.cumsum(sizes) - sizes
    rows = np.arange(sizes.sum()) + np.repeat(begins - offsets, sizes)
    group = np.searchsorted(begins, firsts, side="right") - 1
    return rows, (offsets[group] + firsts - begins[group]).tolist()
