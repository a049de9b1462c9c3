"""Where something is heard: what lies between the pauses of a recording."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from subalign.acoustics.pauses import STEP, find_pauses, loudness
from subalign.model import RATE, SpeechActivity

if TYPE_CHECKING:
    from subalign.acoustics.kernels import Floats, Ints
    from subalign.model import Samples

_LEAST_PAUSE = 120
"""A shorter pause is rather the closure of a stop consonant, ms."""

_LIVELY = 0.6
"""Share of the recording's median from which a stretch goes up and down as speech does.

Measured over 2 s on eight recordings: read speech is above 0.67 of the median, chords, noise
and music on hold are below 0.47.
"""


def find_voice(samples: Samples) -> SpeechActivity:
    """Where the recording has voice, and whether it moves as speech does.

    Most of what is heard is taken to be speech: the median of the recording is the measure.

    Args:
        samples: int16 mono at ``RATE``, shape (n,).
    """
    duration = len(samples) * 1000 // RATE
    pauses = find_pauses(samples)
    long = pauses.ends - pauses.starts >= _LEAST_PAUSE
    starts = np.concatenate(([0], pauses.ends[long]))
    ends = np.concatenate((pauses.starts[long], [duration]))
    heard = ends - starts >= STEP
    starts, ends = starts[heard], ends[heard]
    changes = np.concatenate(([0.0], np.cumsum(np.abs(np.diff(loudness(samples))))))
    first, last = (np.minimum(edge // STEP, len(changes) - 1) for edge in (starts, ends))
    moves = (changes[last] - changes[first]) / np.maximum(last - first, 1)
    lively = moves >= _LIVELY * _weighted_median(moves, last - first)
    return SpeechActivity(
        tuple(starts.tolist()), tuple(ends.tolist()), tuple(lively.tolist()), duration
    )


def _weighted_median(values: Floats, weights: Ints) -> float:
    if not len(values):
        return 0.0
    order = np.argsort(values)
    half = np.searchsorted(np.cumsum(weights[order]), weights.sum() / 2)
    return float(values[order][min(half, len(values) - 1)])
