"""Mel-frequency cepstral coefficients, worked out in blocks so that memory stays flat."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import numpy as np

from subalign.acoustics.arrays import Floats
from subalign.acoustics.dtw.extensions import prepare
from subalign.model import RATE

if TYPE_CHECKING:
    from subalign.model import Samples

COEFFICIENTS = 13
"""The first is the energy, the others the shape of the spectrum: aeneas' default."""

_FILTERS, _FFT, _LOWER, _UPPER, _EMPHASIS = 40, 512, 133.3333, 6855.4976, 0.97
"""aeneas' defaults (``RuntimeConfiguration``), Hz where they are frequencies."""

_BLOCK = 60 * RATE


def cepstra(samples: Samples, window: float, shift: float) -> Floats:
    """The cepstral frames of ``samples``, by aeneas' extension or its stand-in.

    Args:
        samples: int16 mono at ``RATE``, shape (n,).
        window, shift: length and distance of the frames, s; ``shift`` is a whole number of
            samples.

    Returns:
        Shape (frames, COEFFICIENTS); a frame for each whole ``shift``, none for an empty
        sound.
    """
    prepare()
    compute = sys.modules["aeneas.cmfcc.cmfcc"].compute_from_data
    hop = round(shift * RATE)
    reach = max(round(window * RATE), _FFT)
    block = _BLOCK // hop * hop
    parts = [np.zeros((0, COEFFICIENTS))]
    for first in range(0, len(samples), block):
        # a frame more in front, for the pre-emphasis, and what the last frame reaches into
        before = hop if first else 0
        data = samples[first - before : first + block + reach].astype(np.float64) / 32768
        count = min(block, len(samples) - first) // hop
        if len(data) >= hop:
            frames = compute(
                data, RATE, _FILTERS, COEFFICIENTS, _FFT, _LOWER, _UPPER, _EMPHASIS, window, shift
            )[0]
            parts.append(frames[before // hop :][:count])
    return np.concatenate(parts)
