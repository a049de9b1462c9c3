"""Where the recording is quiet: the edges that speech is snapped to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from subalign.model import RATE

if TYPE_CHECKING:
    from subalign.acoustics.kernels import Floats, Ints
    from subalign.model import Samples

STEP = 10
"""Resolution of pauses, ms."""

SHORTEST = 80
"""The closure of a stop consonant lasts less than this, a pause between phrases more, ms."""

_WINDOW = 20  # ms of sound that a frame's energy is taken from
_SPAN = 15_000  # ms on each side in which the levels of noise and speech are taken
_QUIET = 1 / 3  # of the way from noise to speech, in dB
_BLOCK = 10_000  # frames at a time, so that memory stays flat
_DYNAMICS = 32.0  # dB below the level of speech that still count as speech in a clean recording


@dataclass(frozen=True, slots=True, eq=False)
class Pauses:
    """The pauses of a recording in order: ``starts`` and ``ends`` in ms, shape (n,)."""

    starts: Ints
    ends: Ints

    def near(self, low: float, high: float) -> list[tuple[int, int]]:
        """The pauses that touch the time from ``low`` to ``high`` ms."""
        first = int(np.searchsorted(self.ends, low, "left"))
        stop = int(np.searchsorted(self.starts, high, "right"))
        return list(
            zip(self.starts[first:stop].tolist(), self.ends[first:stop].tolist(), strict=True)
        )

    def quiet_frames(self, count: int) -> npt.NDArray[np.bool_]:
        """Which of ``count`` frames of ``STEP`` ms lie in a pause."""
        first, stop = (np.minimum(times // STEP, count) for times in (self.starts, self.ends))
        return covered(first, stop, count)


def covered(starts: Ints, stops: Ints, count: int) -> npt.NDArray[np.bool_]:
    """Which of ``count`` frames lie in a run that begins at one of ``starts`` and ends before
    the stop of the same index; runs may overlap.
    """
    change = np.zeros(count + 1, np.int64)
    np.add.at(change, starts, 1)
    np.add.at(change, stops, -1)
    return np.asarray(np.cumsum(change[:-1]) > 0)


def find_pauses(samples: Samples) -> Pauses:
    """The stretches of at least ``SHORTEST`` ms whose energy is nearer to the noise.

    The threshold follows the recording: a third of the way (in dB) from the level of the
    noise to that of the speech, both taken within 15 s, because rooms, speakers and music
    change.

    Args:
        samples: int16 mono at ``RATE``, shape (n,).
    """
    energy = loudness(samples)
    if not len(energy):
        return Pauses(np.zeros(0, np.int64), np.zeros(0, np.int64))
    noise, speech = find_levels(energy)
    quiet = np.maximum(noise + _QUIET * (speech - noise), speech - _DYNAMICS)
    edges = np.diff(np.concatenate(([0], (energy < quiet).astype(np.int8), [0])))
    starts, ends = np.flatnonzero(edges == 1) * STEP, np.flatnonzero(edges == -1) * STEP
    long = ends - starts >= SHORTEST
    return Pauses(starts[long], ends[long])


def loudness(samples: Samples) -> Floats:
    """Energy of each frame of ``STEP`` ms in dB below full scale, smoothed over three frames.

    Args:
        samples: int16 mono at ``RATE``, shape (n,).
    """
    hop, window = RATE * STEP // 1000, RATE * _WINDOW // 1000
    count = len(samples) // hop
    if not count:
        return np.zeros(0)
    power = np.zeros(count + 2)
    frames = samples[: count * hop].reshape(count, hop)
    for i in range(0, count, _BLOCK):
        block = frames[i : i + _BLOCK].astype(np.float32) / 32768
        power[i + 1 : i + 1 + len(block)] = np.einsum("ij,ij->i", block, block)
    power[0], power[-1] = power[1], power[-2]
    centred = (power[:-2] / 2 + power[1:-1] + power[2:] / 2) / window
    decibels = 10 * np.log10(centred + 1e-10)
    return np.convolve(np.pad(decibels, 1, mode="edge"), np.full(3, 1 / 3), "valid")


def find_levels(energy: Floats) -> tuple[Floats, Floats]:
    """Levels of the noise and of the speech around each frame, dB.

    Args:
        energy: as ``loudness`` gives it; not empty.
    """
    span = _SPAN // STEP
    centres = np.arange(0, len(energy), span // 4)
    around = [energy[max(0, c - span) : c + span] for c in centres]
    low, high = np.array([np.percentile(a, (5, 95)) for a in around]).T
    frames = np.arange(len(energy))
    noise, speech = np.interp(frames, centres, low), np.interp(frames, centres, high)
    return noise, np.maximum(speech, np.percentile(energy, 95) - 10)
