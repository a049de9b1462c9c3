"""Cepstra as aeneas defines them, computed in blocks so that memory stays flat."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from subalign.acoustics.arrays import Floats
from subalign.acoustics.features.mel import mel_filters
from subalign.model import RATE

if TYPE_CHECKING:
    from subalign.model import Samples


def aeneas_cepstra(samples: Samples, window: float, shift: float, *, block_s: int = 60) -> Floats:
    """Compute the cepstra of a recording, by aeneas' extension or its stand-in.

    The settings are aeneas' defaults (``RuntimeConfiguration``). The extensions have to be prepared
    (`extensions.prepare`).

    Args:
        samples: int16 mono at ``RATE``, shape (n,).
        window, shift: length and distance of the frames, s; ``shift`` is a whole number of
            samples.
        block_s: length of sound that is worked on at a time, s.

    Returns:
        Shape (frames, 13), the energy first; a frame for each whole ``shift``, none for an empty
        sound.
    """
    compute = importlib.import_module("aeneas.cmfcc.cmfcc").compute_from_data
    filters, size, fft_size, low_hz, high_hz, emphasis = 40, 13, 512, 133.3333, 6855.4976, 0.97
    hop = round(shift * RATE)
    reach = max(round(window * RATE), fft_size)
    block = block_s * RATE // hop * hop
    parts = [np.zeros((0, size))]
    for first in range(0, len(samples), block):
        # a frame more in front, for the pre-emphasis, and what the last frame reaches into
        before = hop if first else 0
        data = samples[first - before : first + block + reach].astype(np.float64) / 32768
        count = min(block, len(samples) - first) // hop
        if len(data) >= hop:
            frames = compute(
                data, RATE, filters, size, fft_size, low_hz, high_hz, emphasis, window, shift
            )[0]
            parts.append(frames[before // hop :][:count])
    return np.concatenate(parts)


def compute_from_data(
    data: npt.NDArray[Any],
    sample_rate: int,
    filters: int,
    size: int,
    fft_order: int,
    lower: float,
    upper: float,
    emphasis: float,
    window: float,
    shift: float,
) -> tuple[Floats, int, int]:
    """Compute mel-frequency cepstral coefficients as aeneas defines them.

    Args:
        data: mono samples in -1..1, shape (n,).
        sample_rate: Hz.
        filters: number of mel filters.
        size: number of coefficients.
        fft_order: points of the Fourier transform.
        lower, upper: edges of the filter bank, Hz.
        emphasis: factor of the pre-emphasis, 0..1.
        window, shift: length and distance of the frames, s.

    Returns:
        The coefficients, shape (frames, size), the number of samples and their rate.
    """
    frame = max(int(float(window) * sample_rate), fft_order)
    hop = int(float(shift) * sample_rate)
    count = len(data) // hop
    emphasised = np.zeros(count * hop + frame)
    emphasised[: len(data)] = data
    emphasised[1 : len(data)] -= emphasis * data[:-1]
    bank = mel_filters(sample_rate, fft_order, filters, float(lower), float(upper))
    transform = np.cos(np.pi / filters * np.outer(np.arange(filters) + 0.5, np.arange(size)))
    transform[0] *= 0.5
    hamming = np.hamming(frame)
    frames = np.lib.stride_tricks.sliding_window_view(emphasised, frame)[::hop][:count]
    out = np.empty((count, size))
    step = 128  # frames at a time, so that memory stays flat
    for i in range(0, count, step):
        power = np.abs(np.fft.rfft(frames[i : i + step] * hamming, fft_order)) ** 2
        out[i : i + step] = np.log(np.maximum(power @ bank, 1e-5)) @ transform / filters
    return out, len(data), sample_rate
