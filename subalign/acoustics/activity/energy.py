"""Energy of a recording, and the levels of noise and speech around each moment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from subalign.acoustics.arrays import Flags, Floats, Ints
from subalign.acoustics.options import DEFAULT_ACTIVITY, ActivityOptions
from subalign.model import RATE

if TYPE_CHECKING:
    from subalign.model import Samples


FRAME_MS = 10
"""Distance from one frame to the next, ms: of energy, features and emissions."""


@dataclass(frozen=True, slots=True, eq=False)
class Energy:
    """Energy of a recording in frames of ``FRAME_MS`` ms; all levels in dB below full scale.

    Args:
        levels: energy of each frame, smoothed over three; shape (frames,).
        noise: level of the noise around each frame, shape (frames,).
        speech: level of the speech around each frame, shape (frames,).
        threshold: level below which a frame is quiet, shape (frames,).
        duration: of the recording, ms.
    """

    levels: Floats
    noise: Floats
    speech: Floats
    threshold: Floats
    duration: int

    @property
    def quiet(self) -> Flags:
        """True for each frame below its threshold, shape (frames,)."""
        return np.asarray(self.levels < self.threshold)


def measure_energy(samples: Samples, options: ActivityOptions = DEFAULT_ACTIVITY) -> Energy:
    """Measure the energy of a recording.

    The threshold follows the recording: it lies a share of the way (in dB) from the level of the
    noise to that of the speech, both taken from the sound near by.

    Args:
        samples: int16 mono at ``RATE``, shape (n,).
        options: ``level_span_ms``, ``threshold_share`` and ``speech_range_db`` are used.
    """
    duration = len(samples) * 1000 // RATE
    levels = _smooth(_decibels(samples))
    if not len(levels):
        return Energy(levels, levels, levels, levels, duration)
    noise, speech = _levels(levels, options.level_span_ms // FRAME_MS)
    threshold = np.maximum(
        noise + options.threshold_share * (speech - noise), speech - options.speech_range_db
    )
    return Energy(levels, noise, speech, threshold, duration)


def frame_powers(samples: Samples, hop: int) -> Floats:
    """Return the sum of the squared samples of each whole hop; full scale is 1.

    Args:
        samples: int16 mono, shape (n,).
        hop: samples in a hop.

    Returns:
        Shape (n // hop,).
    """
    count = len(samples) // hop
    powers = np.empty(count)
    frames = samples[: count * hop].reshape(count, hop)
    block = 10_000  # hops at a time, so that memory stays flat
    for i in range(0, count, block):
        sound = frames[i : i + block].astype(np.float32) / 32768
        powers[i : i + block] = np.einsum("ij,ij->i", sound, sound)
    return powers


def covered(starts: Ints, stops: Ints, count: int) -> Flags:
    """Mark the frames that lie in any of some runs, which may overlap.

    Args:
        starts, stops: first frame and last frame + 1 of each run, shape (n,).
        count: frames in all.

    >>> covered(np.array([1, 2]), np.array([3, 4]), 6)
    array([False,  True,  True,  True, False, False])
    """
    change = np.zeros(count + 1, np.int64)
    np.add.at(change, starts, 1)
    np.add.at(change, stops, -1)
    return np.asarray(np.cumsum(change[:-1]) > 0)


def runs(flags: Flags) -> tuple[Ints, Ints]:
    """Find the runs of True: first frame and last frame + 1 of each.

    >>> runs(np.array([True, True, False, True]))
    (array([0, 3]), array([2, 4]))
    """
    edges = np.diff(np.concatenate(([0], flags.astype(np.int8), [0])))
    return np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)


def _decibels(samples: Samples) -> Floats:
    """Return the energy of a window of 20 ms around each frame, dB."""
    powers = frame_powers(samples, RATE * FRAME_MS // 1000)
    if not len(powers):
        return powers
    padded = np.pad(powers, 1, mode="edge")
    window = 2 * RATE * FRAME_MS // 1000
    centred = (padded[:-2] / 2 + padded[1:-1] + padded[2:] / 2) / window
    return np.asarray(10 * np.log10(centred + 1e-10))


def _smooth(decibels: Floats) -> Floats:
    if not len(decibels):
        return decibels
    return np.convolve(np.pad(decibels, 1, mode="edge"), np.full(3, 1 / 3), "valid")


def _levels(levels: Floats, span: int) -> tuple[Floats, Floats]:
    """Return the levels of noise and speech, from ``span`` frames on each side of each frame."""
    centres = np.arange(0, len(levels), span // 4)
    around = [levels[max(0, c - span) : c + span] for c in centres]
    low, high = np.array([np.percentile(a, (5, 95)) for a in around]).T
    frames = np.arange(len(levels))
    noise, speech = np.interp(frames, centres, low), np.interp(frames, centres, high)
    # a stretch without speech has no speech level, so 10 dB below that of the recording are a floor
    return noise, np.maximum(speech, np.percentile(levels, 95) - 10)
