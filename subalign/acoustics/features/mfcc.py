"""Feature vectors of pocketsphinx: cepstra and their differences, with steady noise removed.

The numbers are those of pocketsphinx's front end with the settings that come with its model
(``feat.params``): 25 mel filters from 130 to 6800 Hz, 13 cepstra, liftered, mean taken off,
and differences over four and three frames on each side.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from subalign.acoustics.arrays import Singles
from subalign.acoustics.features.mel import mel_filters
from subalign.model import RATE

if TYPE_CHECKING:
    from subalign.model import Samples

STREAMS = 3
"""Streams of a feature vector: cepstra, their first and their second differences."""

WIDTH = 13
"""Numbers in a stream."""

HOP = 160
"""Distance of the frames, samples."""

WINDOW = 410
"""Length of a frame, samples."""

ORIGIN_MS = round((WINDOW - HOP) / 2 * 1000 / RATE)
"""Time of the boundary before the first frame: midway between the centres of frames."""

_FFT_SIZE = 512
_FILTERS = 25


def features(samples: Samples, report: Callable[[float], None] = lambda share: None) -> Singles:
    """Return a feature vector every 10 ms.

    Args:
        samples: int16 mono at ``RATE``, shape (n,).
        report: called with the share that is done, 0..1.

    Returns:
        Shape (frames, STREAMS * WIDTH); no frames where there is less sound than one.
    """
    powers = _mel_powers(samples, lambda share: report(share / 2))
    if not len(powers):
        return np.zeros((0, STREAMS * WIDTH), np.float32)
    powers *= _noise_gains(powers, lambda share: report(0.5 + share / 2))
    cepstra = np.log(powers + np.float32(1e-4)) @ _cosines()
    cepstra -= cepstra.mean(axis=0)
    padded = np.pad(cepstra, ((3, 3), (0, 0)), mode="edge")
    n = len(cepstra)
    first = padded[5 : n + 5] - padded[1 : n + 1]
    second = (padded[6 : n + 6] - padded[2 : n + 2]) - (padded[4 : n + 4] - padded[0:n])
    return np.concatenate((cepstra, first, second), axis=1)


def _mel_powers(samples: Samples, report: Callable[[float], None]) -> Singles:
    count = max(0, (len(samples) - WINDOW) // HOP + 1)
    powers = np.empty((count, _FILTERS), np.float32)
    window = np.hamming(WINDOW).astype(np.float32)
    filters = mel_filters(RATE, _FFT_SIZE, _FILTERS, 130.0, 6800.0).astype(np.float32)
    emphasis = np.float32(0.97)
    step = 4096  # frames at a time, so that memory stays flat
    for first in range(0, count, step):
        stop = min(first + step, count)
        before = 1 if first else 0
        block = samples[first * HOP - before : (stop - 1) * HOP + WINDOW].astype(np.float32)
        sharp = block.copy()
        sharp[1:] -= emphasis * block[:-1]
        frames = np.lib.stride_tricks.sliding_window_view(sharp[before:], WINDOW)[::HOP]
        spectrum = np.fft.rfft(frames * window, _FFT_SIZE, axis=1)
        power = np.square(spectrum.real) + np.square(spectrum.imag)
        powers[first:stop] = power.astype(np.float32, copy=False) @ filters
        report(stop / count)
    return powers


def _cosines() -> Singles:
    """Return the discrete cosine transform and the lifter in one matrix."""
    lifter = 22
    k, n = np.arange(WIDTH), np.arange(_FILTERS)[:, None]
    matrix = np.cos(np.pi * k * (n + 0.5) / _FILTERS) * np.sqrt(2 / _FILTERS)
    matrix[:, 0] /= np.sqrt(2)
    return np.asarray(matrix * (1 + lifter / 2 * np.sin(np.pi * k / lifter)), np.float32)


def _noise_gains(powers: Singles, report: Callable[[float], None]) -> Singles:
    """Return the factor of each filter's power that takes the steady noise out.

    The tracker runs from frame to frame; stretches of half a minute run side by side, each
    is warmed up on the ten seconds before it; the noise floors forget their start in two seconds.
    """
    segment, warm_up = 3000, 1000  # frames
    starts = np.arange(0, len(powers), segment)
    firsts = np.maximum(starts - warm_up, 0)
    last = len(powers) - 1
    gains = np.empty_like(powers)
    tracker = _NoiseTracker(powers[firsts])
    steps = min(segment + warm_up, len(powers))
    for step in range(steps):
        at = firsts + step
        gain = tracker.follow(powers[np.minimum(at, last)])
        due = (at >= starts) & (at < starts + segment) & (at <= last)
        gains[at[due]] = gain[due]
        if step % 100 == 0:
            report(step / steps)
    smoothing = 4  # filters on each side
    sums = np.cumsum(np.pad(gains, ((0, 0), (1, 0))), axis=1, dtype=np.float64)
    bands = np.arange(_FILTERS)
    low = np.maximum(bands - smoothing, 0)
    high = np.minimum(bands + smoothing, _FILTERS - 1) + 1
    return np.asarray((sums[:, high] - sums[:, low]) / (high - low), np.float32)


class _NoiseTracker:
    """The tracker of pocketsphinx's noise subtraction, with its numbers (``fe_noise.c``)."""

    def __init__(self, powers: Singles) -> None:
        self._power = powers.copy()
        self._noise = powers * np.float32(0.05)
        self._floor = self._noise.copy()
        self._peak = np.zeros_like(powers)

    def follow(self, powers: Singles) -> Singles:
        """Return the gains of one more frame."""
        smoothing, masking = np.float32(0.7), 0.85
        self._power = smoothing * self._power + np.float32(1 - 0.7) * powers
        self._noise = _track(self._noise, self._power)
        signal = np.maximum(self._power - self._noise, 1)
        self._floor = _track(self._floor, signal)
        # a peak masks what follows it
        self._peak *= masking
        masked = np.where(signal < masking * self._peak, self._peak * 0.2, signal)
        self._peak = np.maximum(self._peak, signal)
        masked = np.maximum(masked, self._floor)
        gain: Singles = np.clip(masked / np.maximum(self._power, 1e-3), 0.05, 20.0)
        return gain


def _track(floor: Singles, power: Singles) -> Singles:
    """Let a floor rise slowly to a power above it and fall fast to one below."""
    share = np.where(power >= floor, np.float32(0.995), np.float32(0.5))
    return np.asarray(share * floor + (1 - share) * power, np.float32)
