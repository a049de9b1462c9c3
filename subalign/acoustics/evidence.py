"""Whether there is speech in a frame, as far as its energy tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from subalign.acoustics.pauses import covered, find_levels

if TYPE_CHECKING:
    import numpy.typing as npt

    from subalign.acoustics.acoustic_model import Singles
    from subalign.acoustics.kernels import Floats

_EVEN = 1 / 3  # of the way from the noise to the speech, in dB, speech is as likely as not
_STEEP = 6.0
_LONGEST, _FITS = 33, -0.7
"""For how many coarse frames (1 s) a phone fits a held sound nearly as well as the best phone
does, logs a frame. In 50 minutes of speech the most was -1.4, in chords -0.1.
"""

_FALLING, _RISE, _FALL, _OWN = 50, 3.0, (3.0, 15.0), 20
"""A room is heard where energy falls for so many frames, without rising by so many dB, and in
either half of them by so many: 60 dB take one to five seconds. The first frames may be the end
of a vowel.
"""

_SMOOTH = 11  # frames; the strings of a voice beat in its echo
_BLOCK = 10_000  # frames worked on together
_LEAST = 17.0  # dB between noise and speech, where a recording has less


def speech_evidence(energy: Floats, count: int) -> npt.NDArray[np.float32]:
    """From -1, surely none, to 1, surely speech, for ``count`` frames of 10 ms.

    Args:
        energy: of each frame of 10 ms, dB, as ``loudness`` gives it; shape (n,).
    """
    if not len(energy):
        return np.zeros(count, np.float32)
    noise, speech = find_levels(energy)
    place = (energy - noise) / np.maximum(speech - noise, _LEAST)
    evidence = np.clip((place - _EVEN) * _STEEP, -1, 1).astype(np.float32)
    return np.pad(evidence, (0, max(0, count - len(evidence))), mode="edge")[:count]


def find_held(phones: Singles) -> npt.NDArray[np.bool_]:
    """Which frames belong to a sound that one phone fits for longer than a voice holds any.

    Chords and signal tones fit a vowel as well as speech does, for as long as they last.

    Args:
        phones: log likelihoods of coarse frames less that of the best, shape (frames, phones).
    """
    count = len(phones) - _LONGEST + 1
    if count <= 0:
        return np.zeros(len(phones), np.bool_)
    best = np.full(count, -np.inf)
    for column in phones.T:
        sums = np.cumsum(np.pad(column, (1, 0)), dtype=np.float64)
        np.maximum(best, sums[_LONGEST:] - sums[:-_LONGEST], out=best)
    begins = np.flatnonzero(best > _FITS * _LONGEST)
    return covered(begins, begins + _LONGEST, len(phones))


def find_echoes(energy: Floats) -> npt.NDArray[np.bool_]:
    """Which frames are no more than the echo of sounds before them.

    Voices rise and fall several times a second; what falls for longer without rising is a room.

    Args:
        energy: of each frame of 10 ms, dB, as ``loudness`` gives it; shape (n,).
    """
    count = len(energy) - _FALLING + 1
    if count <= 0:
        return np.zeros(len(energy), np.bool_)
    padded = np.pad(energy, _SMOOTH // 2, mode="edge")
    smooth = np.convolve(padded, np.full(_SMOOTH, 1 / _SMOOTH), "valid")
    windows = np.lib.stride_tricks.sliding_window_view(smooth, _FALLING)
    falls = np.empty(count, np.bool_)
    for first in range(0, count, _BLOCK):
        block = windows[first : first + _BLOCK]
        rise = (block - np.minimum.accumulate(block, axis=1)).max(axis=1)
        fall = block[:, [0, _FALLING // 2]] - block[:, [_FALLING // 2, -1]]
        steady = ((fall >= _FALL[0]) & (fall <= _FALL[1])).all(axis=1)
        falls[first : first + _BLOCK] = steady & (rise <= _RISE)
    begins = np.flatnonzero(falls)
    return covered(begins + _OWN, begins + _FALLING, len(energy))
