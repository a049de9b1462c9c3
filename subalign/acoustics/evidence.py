"""Whether there is speech in a frame, as far as its energy tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from subalign.acoustics.pauses import _energy, _levels

if TYPE_CHECKING:
    import numpy.typing as npt

    from subalign.model import Samples

_EVEN = 1 / 3  # of the way from the noise to the speech, in dB, speech is as likely as not
_STEEP = 6.0
_LEAST = 17.0  # dB between noise and speech, where a recording has less


def speech_evidence(samples: Samples, count: int) -> npt.NDArray[np.float32]:
    """From -1, surely none, to 1, surely speech, for ``count`` frames of 10 ms."""
    energy = _energy(samples)
    if not len(energy):
        return np.zeros(count, np.float32)
    noise, speech = _levels(energy)
    place = (energy - noise) / np.maximum(speech - noise, _LEAST)
    evidence = np.clip((place - _EVEN) * _STEEP, -1, 1).astype(np.float32)
    return np.pad(evidence, (0, max(0, count - len(evidence))), mode="edge")[:count]
