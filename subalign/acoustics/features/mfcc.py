"""Feature vectors for the acoustic model: cepstra and their differences, noise taken out.

The numbers are those of pocketsphinx's front end with the settings that come with its model
(``feat.params``): 25 mel filters from 130 to 6800 Hz, 13 cepstra, liftered, mean taken off,
and differences over four and three frames on each side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from subalign.acoustics.arrays import Singles
from subalign.model import RATE

if TYPE_CHECKING:
    from subalign.model import Samples


STREAMS, WIDTH = 3, 13
"""Streams of a feature vector, numbers in a stream."""

HOP, REACH = 160, 410
"""Distance and length of the frames, samples."""

STEP = HOP * 1000 // RATE
"""Distance of the frames, ms."""

CENTRE = round((REACH - HOP) / 2 * 1000 / RATE)
"""The boundary in front of frame n lies at n * STEP + CENTRE ms: midway between the centres."""

_FFT, _FILTERS, _LOWER, _UPPER, _LIFTER, _EMPHASIS = 512, 25, 130.0, 6800.0, 22, 0.97
_BLOCK = 4096  # frames

_SEGMENT, _WARM = 3000, 1000  # frames

# the tracker of pocketsphinx's noise subtraction (fe_noise.c): how slowly the smoothed power
# and the floors rise and fall, how peaks mask what follows, and the bounds of the gain
_POWER, _RISE, _FALL = 0.7, 0.995, 0.5
_MASK, _MASKED = 0.85, 0.2
_STRONGEST, _WEAKEST = 20.0, 0.05
_SMOOTH = 4


def features(samples: Samples) -> Singles:
    """A vector every ``STEP`` ms.

    Args:
        samples: int16 mono at ``RATE``, shape (n,).

    Returns:
        Shape (frames, STREAMS * WIDTH); none where there is less sound than a frame.
    """
    powers = _mel_powers(samples)
    if not len(powers):
        return np.zeros((0, 3 * WIDTH), np.float32)
    powers *= _noise_gains(powers)
    cepstra = np.log(powers + np.float32(1e-4)) @ _cosines()
    cepstra -= cepstra.mean(axis=0)
    padded = np.pad(cepstra, ((3, 3), (0, 0)), mode="edge")
    n = len(cepstra)
    first = padded[5 : n + 5] - padded[1 : n + 1]
    second = (padded[6 : n + 6] - padded[2 : n + 2]) - (padded[4 : n + 4] - padded[0:n])
    return np.concatenate((cepstra, first, second), axis=1)


def _mel_powers(samples: Samples) -> Singles:
    count = max(0, (len(samples) - REACH) // HOP + 1)
    powers = np.empty((count, _FILTERS), np.float32)
    window = np.hamming(REACH).astype(np.float32)
    filters = _mel_filters()
    for first in range(0, count, _BLOCK):
        stop = min(first + _BLOCK, count)
        before = 1 if first else 0
        block = samples[first * HOP - before : (stop - 1) * HOP + REACH].astype(np.float32)
        sharp = block.copy()
        sharp[1:] -= np.float32(_EMPHASIS) * block[:-1]
        frames = np.lib.stride_tricks.sliding_window_view(sharp[before:], REACH)[::HOP]
        spectrum = np.fft.rfft(frames * window, _FFT, axis=1)
        power = np.square(spectrum.real) + np.square(spectrum.imag)
        powers[first:stop] = power.astype(np.float32, copy=False) @ filters
    return powers


def _mel_filters() -> Singles:
    """Triangles of unit area between points that are equally far apart in mel."""
    low, high = (2595 * np.log10(1 + f / 700) for f in (_LOWER, _UPPER))
    width = RATE / _FFT
    points = 700 * (10 ** (np.linspace(low, high, _FILTERS + 2) / 2595) - 1)
    points = np.floor(points / width + 0.5) * width
    left, centre, right = points[:-2], points[1:-1], points[2:]
    hertz = np.arange(_FFT // 2 + 1)[:, None] * width
    sides = np.minimum((hertz - left) / (centre - left), (right - hertz) / (right - centre))
    return np.asarray(np.maximum(sides, 0) * 2 / (right - left), np.float32)


def _cosines() -> Singles:
    """The discrete cosine transform and the lifter in one matrix."""
    k, n = np.arange(WIDTH), np.arange(_FILTERS)[:, None]
    matrix = np.cos(np.pi * k * (n + 0.5) / _FILTERS) * np.sqrt(2 / _FILTERS)
    matrix[:, 0] /= np.sqrt(2)
    return np.asarray(matrix * (1 + _LIFTER / 2 * np.sin(np.pi * k / _LIFTER)), np.float32)


def _noise_gains(powers: Singles) -> Singles:
    """What each filter's power is multiplied by to take the steady noise out.

    The tracker runs from frame to frame; stretches of half a minute run side by side, each
    warmed up on the ten seconds before it, which its floors forget in two.
    """
    starts = np.arange(0, len(powers), _SEGMENT)
    firsts = np.maximum(starts - _WARM, 0)
    last = len(powers) - 1
    gains = np.empty_like(powers)
    tracker = _NoiseTracker(powers[firsts])
    for step in range(min(_SEGMENT + _WARM, len(powers))):
        at = firsts + step
        gain = tracker.follow(powers[np.minimum(at, last)])
        due = (at >= starts) & (at < starts + _SEGMENT) & (at <= last)
        gains[at[due]] = gain[due]
    sums = np.cumsum(np.pad(gains, ((0, 0), (1, 0))), axis=1, dtype=np.float64)
    bands = np.arange(_FILTERS)
    low, high = np.maximum(bands - _SMOOTH, 0), np.minimum(bands + _SMOOTH, _FILTERS - 1) + 1
    return np.asarray((sums[:, high] - sums[:, low]) / (high - low), np.float32)


class _NoiseTracker:
    def __init__(self, powers: Singles) -> None:
        self._power = powers.copy()
        self._noise = powers * np.float32(0.05)
        self._floor = self._noise.copy()
        self._peak = np.zeros_like(powers)

    def follow(self, powers: Singles) -> Singles:
        self._power = np.float32(_POWER) * self._power + np.float32(1 - _POWER) * powers
        self._noise = _track(self._noise, self._power)
        signal = np.maximum(self._power - self._noise, 1)
        self._floor = _track(self._floor, signal)
        self._peak *= _MASK
        masked = np.where(signal < _MASK * self._peak, self._peak * _MASKED, signal)
        self._peak = np.maximum(self._peak, signal)
        masked = np.maximum(masked, self._floor)
        return np.clip(masked / np.maximum(self._power, 1e-3), _WEAKEST, _STRONGEST)


def _track(floor: Singles, power: Singles) -> Singles:
    share = np.where(power >= floor, np.float32(_RISE), np.float32(_FALL))
    return np.asarray(share * floor + (1 - share) * power, np.float32)
