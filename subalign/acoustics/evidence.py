"""Whether there is speech in a frame, as far as its energy tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from subalign.acoustics.pauses import covered, find_levels, loudness

if TYPE_CHECKING:
    import numpy.typing as npt

    from subalign.acoustics.acoustic_model import Singles
    from subalign.model import Samples

_EVEN = 1 / 3  # of the way from the noise to the speech, in dB, speech is as likely as not
_STEEP = 6.0
_LONGEST, _FITS = 33, -0.7
"""For how many coarse frames (1 s) a phone fits a held sound nearly as well as the best phone
does, logs a frame. In 50 minutes of speech the most was -1.4, in chords -0.1.
"""

_LEAST = 17.0  # dB between noise and speech, where a recording has less


def speech_evidence(samples: Samples, count: int) -> npt.NDArray[np.float32]:
    """From -1, surely none, to 1, surely speech, for ``count`` frames of 10 ms."""
    energy = loudness(samples)
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
