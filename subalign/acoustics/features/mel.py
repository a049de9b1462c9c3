"""Mel filter banks."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from subalign.acoustics.arrays import Floats


@lru_cache(maxsize=4)
def mel_filters(rate: int, fft_size: int, filters: int, low_hz: float, high_hz: float) -> Floats:
    """Return triangles of unit area between points that are equally far apart in mel.

    The points are rounded to bins of the Fourier transform, as in sphinxbase (``fe_sigproc.c``).

    Args:
        rate: samples per second, Hz.
        fft_size: points of the Fourier transform.
        filters: number of triangles.
        low_hz, high_hz: where the first begins and where the last ends.

    Returns:
        Weights of the bins in each filter, shape (fft_size // 2 + 1, filters).

    >>> mel_filters(16_000, 512, 25, 130.0, 6800.0).shape
    (257, 25)
    """
    low, high = (2595 * np.log10(1 + f / 700) for f in (low_hz, high_hz))
    width = rate / fft_size
    points = 700 * (10 ** (np.linspace(low, high, filters + 2) / 2595) - 1)
    points = np.floor(points / width + 0.5) * width
    left, centre, right = points[:-2], points[1:-1], points[2:]
    hertz = np.arange(fft_size // 2 + 1)[:, None] * width
    sides = np.minimum((hertz - left) / (centre - left), (right - hertz) / (right - centre))
    return np.asarray(np.maximum(sides, 0) * 2 / (right - left))
