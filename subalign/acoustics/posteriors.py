"""How sure the start of each word is: forward-backward over all paths, not the best alone."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from subalign.acoustics.network import Ints
from subalign.acoustics.trellis import MOVE, STAY, Trellis

Floats = npt.NDArray[np.float64]

WINDOW = 10
"""A word that starts up to so many frames (of 10 ms) earlier or later starts as placed."""

_SCALE = 0.05
"""Likelihoods of neighbouring frames are raised to this: they say nearly the same, and
multiplied as if they were independent they would make every path certain.
"""

_RESCALED = 8  # frames after which the sums are brought back to 1


def start_posteriors(trellis: Trellis, starts: Ints) -> Floats:
    """The probability of each word to start within ``WINDOW`` frames of where it was placed.

    Args:
        starts: first frame of each word in its chunk, shape (words,); -1 where it was skipped.

    Returns:
        Shape (words,), 0..1; 0 for skipped words.
    """
    return _Sums(trellis).near(starts)


class _Sums:
    """Sums over paths. Chunks are scaled apart from each other: ``log`` holds by how much."""

    def __init__(self, trellis: Trellis) -> None:
        self.trellis = trellis
        self.states = np.exp(trellis.emissions * np.float32(_SCALE))
        self.gaps = np.exp(trellis.gap_emissions * np.float32(_SCALE))
        self.exits = np.exp(trellis.exits.astype(np.float64) * _SCALE)
        self.skips = np.exp(trellis.skips.astype(np.float64) * _SCALE)
        self.after = trellis.before + 1
        self.chunk_of = np.repeat(np.arange(len(trellis.lengths)), np.diff(trellis.gap_offsets) - 1)

    def near(self, starts: Ints) -> Floats:
        entries, logs, totals = self._forward()
        return self._backward(entries, logs, totals, starts)

    def _forward(self) -> tuple[Floats, Floats, Floats]:
        """What enters each word in each frame, its scale, and the log of all of a chunk."""
        trellis = self.trellis
        frames, states = trellis.emissions.shape
        firsts, gap_firsts = trellis.offsets[:-1], trellis.gap_offsets[:-1]
        now, gaps = np.zeros(states), np.zeros(int(trellis.gap_offsets[-1]))
        now[firsts + 1] = self.states[0, firsts + 1]
        gaps[gap_firsts] = self.gaps[0, gap_firsts]
        entries = np.zeros((frames, len(trellis.heads)))
        entries[0] = now[trellis.heads]
        logs = np.zeros((frames, len(firsts)))
        totals = np.full(len(firsts), -np.inf)
        log = np.zeros(len(firsts))
        for t in range(frames):
            if t:
                leaving = now[trellis.tails] * self.exits
                jump = gaps[:-1] * self.skips
                entry = now[trellis.heads - 1] + gaps[trellis.before] * np.exp(MOVE)
                now[1:] += now[:-1]
                now[trellis.heads] += gaps[trellis.before] * np.exp(MOVE)
                now *= self.states[t]
                entries[t] = entry * self.states[t, trellis.heads]
                gaps *= np.exp(STAY)
                gaps[1:] += jump
                gaps[self.after] += leaving
                gaps *= self.gaps[t]
            logs[t] = log
            for c in np.flatnonzero(trellis.lengths == t + 1):
                mass = now[trellis.offsets[c + 1] - 1] + gaps[trellis.gap_offsets[c + 1] - 1]
                totals[c] = np.log(mass) + log[c] if mass > 0 else -np.inf
            if t % _RESCALED == 0:
                log = log + self._rescale(now, gaps)
        return entries, logs, totals

    def _rescale(self, states: Floats, gaps: Floats) -> Floats:
        """Bring the sum of each chunk to 1; return the logs of what they were divided by."""
        trellis = self.trellis
        sums = np.add.reduceat(states, trellis.offsets[:-1])
        sums += np.add.reduceat(gaps, trellis.gap_offsets[:-1])
        sums[sums <= 0] = 1.0
        states /= np.repeat(sums, np.diff(trellis.offsets))
        gaps /= np.repeat(sums, np.diff(trellis.gap_offsets))
        return np.log(sums)

    def _backward(self, entries: Floats, logs: Floats, totals: Floats, starts: Ints) -> Floats:
        trellis = self.trellis
        now, gaps = np.zeros(trellis.emissions.shape[1]), np.zeros(int(trellis.gap_offsets[-1]))
        found = np.zeros(len(trellis.heads))
        log = np.zeros(len(totals))
        for t in range(len(trellis.emissions) - 1, -1, -1):
            for c in np.flatnonzero(trellis.lengths == t + 1):
                now[trellis.offsets[c + 1] - 1] = gaps[trellis.gap_offsets[c + 1] - 1] = 1.0
            close = np.flatnonzero((starts >= 0) & (np.abs(starts - t) <= WINDOW))
            chunks = self.chunk_of[close]
            shift = np.exp(np.minimum(logs[t] + log - totals, 700.0))[chunks]
            found[close] += entries[t, close] * now[trellis.heads[close]] * shift
            now *= self.states[t]
            gaps *= self.gaps[t]
            into = now[trellis.heads] * np.exp(MOVE)
            out = gaps[self.after] * self.exits
            jump = gaps[1:] * self.skips
            now[:-1] += now[1:]
            now[trellis.tails] += out
            gaps *= np.exp(STAY)
            gaps[:-1] += jump
            gaps[trellis.before] += into
            if t % _RESCALED == 0:
                log = log + self._rescale(now, gaps)
        return np.minimum(found, 1.0)
