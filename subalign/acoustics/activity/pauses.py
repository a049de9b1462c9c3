"""Pauses of a recording, and the sound between them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from subalign.acoustics.activity.energy import FRAME_MS, Energy, covered, runs
from subalign.acoustics.arrays import Flags, Ints


@dataclass(frozen=True, slots=True, eq=False)
class Pauses:
    """Pauses in order, without overlap.

    Args:
        starts, ends: ms, shape (n,).
    """

    starts: Ints
    ends: Ints

    def near(self, low: float, high: float) -> list[tuple[int, int]]:
        """Return the pauses that touch the time from ``low`` to ``high`` ms."""
        first = int(np.searchsorted(self.ends, low, "left"))
        stop = int(np.searchsorted(self.starts, high, "right"))
        return list(
            zip(self.starts[first:stop].tolist(), self.ends[first:stop].tolist(), strict=True)
        )

    def quiet_frames(self, count: int) -> Flags:
        """Mark the frames of ``FRAME_MS`` ms that lie in a pause, shape (count,)."""
        first, stop = (np.minimum(times // FRAME_MS, count) for times in (self.starts, self.ends))
        return covered(first, stop, count)


def find_pauses(energy: Energy, min_pause_ms: int = 80) -> Pauses:
    """Find the stretches below the threshold of a recording.

    Args:
        energy: of the recording.
        min_pause_ms: shortest pause (see `ActivityOptions.min_pause_ms`).
    """
    first, stop = runs(energy.quiet)
    starts, ends = first * FRAME_MS, stop * FRAME_MS
    long = ends - starts >= min_pause_ms
    return Pauses(starts[long], ends[long])


def sounding_segments(energy: Energy, min_pause_ms: int = 80) -> tuple[tuple[int, int], ...]:
    """Return what lies between the pauses of a recording: starts and ends, ms, in order.

    Args:
        energy: of the recording, as `measure_energy` gives it.
        min_pause_ms: shortest pause; two sounds with less between them are one segment.
    """
    pauses = find_pauses(energy, min_pause_ms)
    starts = [0, *pauses.ends.tolist()]
    ends = [*pauses.starts.tolist(), energy.duration]
    return tuple((a, b) for a, b in zip(starts, ends, strict=True) if a < b)
