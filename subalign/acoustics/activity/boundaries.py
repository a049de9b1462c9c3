"""Edges of words beside a pause, moved to where the sound rises and falls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from subalign.acoustics.activity.energy import FRAME_MS, Energy, covered, frame_powers, runs
from subalign.acoustics.activity.reverberation import find_reverberation
from subalign.acoustics.arrays import Flags, Ints
from subalign.acoustics.options import DEFAULT_ACTIVITY, ActivityOptions
from subalign.model import RATE

if TYPE_CHECKING:
    from subalign.model import Samples

EDGE_MS = 5
"""Resolution of edges, ms. Energy is taken over two steps, a period of the lowest voices: longer
windows would see a sound before it begins.
"""


def refine_boundaries(
    words: Sequence[tuple[int, int]],
    samples: Samples,
    energy: Energy,
    options: ActivityOptions = DEFAULT_ACTIVITY,
) -> list[tuple[int, int]]:
    """Move the edges of words beside a pause to those of the sound.

    In loud noise, starts stay, and ends move only to later times.

    Args:
        words: start and end of each word in order, ms.
        samples: the recording, int16 mono at ``RATE``, shape (n,).
        energy: of the same recording.
        options: its fields from ``snap_ms`` on are used.

    Returns:
        Start and end of each word, ms.
    """
    if not len(energy.levels):
        return list(words)
    edges = _Edges.of(samples, energy, options)
    clear = energy.speech - energy.noise >= options.min_clear_db
    moved = [list(w) for w in words]
    ends = [-options.min_gap_ms, *(w[1] for w in words)]
    starts = [*(w[0] for w in words), energy.duration + options.min_gap_ms]
    for i, (end, start) in enumerate(zip(ends, starts, strict=True)):
        if start - end < options.min_gap_ms:
            continue
        quiet_room = clear[min(max(end, 0) // FRAME_MS, len(clear) - 1)]
        if i:
            fall = edges.end_of_sound(end, moved[i - 1][0], start)
            moved[i - 1][1] = fall if quiet_room else max(fall, end)
        if i < len(words) and quiet_room:
            moved[i][0] = edges.start_of_sound(start, max(end, 0), words[i][1])
            if i:
                moved[i][0] = max(moved[i][0], moved[i - 1][1])
    return [(a, b) for a, b in moved]


@dataclass(frozen=True, slots=True, eq=False)
class _Edges:
    """Times at which the sound of a recording begins and ends.

    Args:
        falls: when silence begins, ms, shape (n,).
        rises: when it ends, ms, shape (n,).
        reverberation: for each frame of 10 ms, True where it is an echo.
    """

    falls: Ints
    rises: Ints
    reverberation: Flags
    options: ActivityOptions

    @classmethod
    def of(cls, samples: Samples, energy: Energy, options: ActivityOptions) -> _Edges:
        loud = _loud(samples, energy)
        # a click does not count as sound, nor the closure of a stop as silence
        for value, least in ((True, options.max_click_ms), (False, options.max_closure_ms)):
            starts, stops = runs(loud == value)
            short = (stops - starts) * EDGE_MS < least
            loud[covered(starts[short], stops[short], len(loud))] = not value
        starts, stops = runs(~loud)
        reverberation = find_reverberation(energy.levels, options)
        return cls(starts * EDGE_MS, stops * EDGE_MS, reverberation, options)

    def end_of_sound(self, end: int, low: int, high: int) -> int:
        """Return where the sound around ``end`` ends, echo included, between two times."""
        at = int(np.searchsorted(self.falls, end))
        behind = int(np.searchsorted(self.rises, end, "right"))
        sounding = at < len(self.falls) and (
            behind == len(self.rises) or self.falls[at] < self.rises[behind]
        )
        if sounding and self.falls[at] <= high:
            # a sound that goes on for long belongs to the word only where it is its echo
            faded = (end + self.options.fade_ms) // FRAME_MS
            rest = self.reverberation[faded : self.falls[at] // FRAME_MS]
            if not len(rest) or rest.mean() >= self.options.echo_share:
                return int(self.falls[at])
        return self._nearest(self.falls, end, low, high)

    def start_of_sound(self, start: int, low: int, high: int) -> int:
        """Return where the sound around ``start`` begins, between two times."""
        at = int(np.searchsorted(self.rises, start, "right")) - 1
        before = int(np.searchsorted(self.falls, start)) - 1
        sounding = at >= 0 and (before < 0 or self.rises[at] > self.falls[before])
        if sounding and self.rises[at] >= max(start - self.options.rise_ms, low):
            return int(self.rises[at])
        return self._nearest(self.rises, start, low, high)

    def _nearest(self, edges: Ints, time: int, low: int, high: int) -> int:
        """Return the edge nearest to a time and within reach; the time itself if there is none."""
        reach = self.options.snap_ms
        first = int(np.searchsorted(edges, max(time - reach, low)))
        stop = int(np.searchsorted(edges, min(time + reach, high), "right"))
        if first >= stop:
            return time
        return int(edges[first + np.abs(edges[first:stop] - time).argmin()])


def _loud(samples: Samples, energy: Energy) -> Flags:
    """Mark the steps of ``EDGE_MS`` ms above the threshold."""
    hop = RATE * EDGE_MS // 1000
    powers = frame_powers(samples, hop)
    powers = (np.pad(powers, (1, 0), mode="edge")[:-1] + powers) / (2 * hop)
    frames = np.arange(len(energy.threshold)) * FRAME_MS
    threshold = np.interp(np.arange(len(powers)) * EDGE_MS, frames, energy.threshold)
    return np.asarray(10 * np.log10(powers + 1e-10) >= threshold)
