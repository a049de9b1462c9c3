"""Reverberation: sound that is only the echo of the sound before it."""

from __future__ import annotations

import numpy as np

from subalign.acoustics.activity.energy import covered
from subalign.acoustics.arrays import Flags, Floats
from subalign.acoustics.options import DEFAULT_ACTIVITY, ActivityOptions


def find_reverberation(levels: Floats, options: ActivityOptions = DEFAULT_ACTIVITY) -> Flags:
    """Mark the frames of reverberation, in which energy falls steadily.

    The energy of a voice rises and falls several times a second; that of an echo only falls.

    Args:
        levels: energy of each frame of 10 ms, dB; shape (n,).
        options: its fields from ``reverb_frames`` to ``smoothing_frames`` are used.

    Returns:
        Shape (n,).
    """
    length = options.reverb_frames
    count = len(levels) - length + 1
    if count <= 0:
        return np.zeros(len(levels), np.bool_)
    size = options.smoothing_frames
    smooth = np.convolve(np.pad(levels, size // 2, mode="edge"), np.full(size, 1 / size), "valid")
    windows = np.lib.stride_tricks.sliding_window_view(smooth, length)
    falls = np.empty(count, np.bool_)
    step = 10_000  # windows at a time, so that memory stays flat
    for first in range(0, count, step):
        block = windows[first : first + step]
        rebound = (block - np.minimum.accumulate(block, axis=1)).max(axis=1)
        halves = block[:, [0, length // 2]] - block[:, [length // 2, -1]]
        steady = (halves >= options.min_decay_db) & (halves <= options.max_decay_db)
        falls[first : first + step] = steady.all(axis=1) & (rebound <= options.max_rebound_db)
    begins = np.flatnonzero(falls)
    # the first frames of the fall may be the end of a vowel
    return covered(begins + options.direct_frames, begins + length, len(levels))
