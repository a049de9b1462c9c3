"""How sure the start of each word is: forward-backward over all paths, not the best alone."""

from __future__ import annotations

import numpy as np

from subalign.acoustics.arrays import Floats, Ints, Singles
from subalign.acoustics.model.gmm import exponential
from subalign.acoustics.search.trellis import MOVE, STAY, Trellis

WINDOW = 10
"""A word that starts up to so many frames (of 10 ms) earlier or later starts as placed."""

_SCALE = np.float32(0.05)
"""Likelihoods of neighbouring frames are raised to this: they say nearly the same, and
multiplied as if they were independent they would make every path certain.
"""

_MOVE, _STAY = np.float32(np.exp(MOVE)), np.float32(np.exp(STAY))
_MOST = 80.0  # logs, beyond which sums are of paths that cannot be

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
        self.states = exponential(trellis.emissions * _SCALE)
        self.states[:, trellis.offsets[:-1]] = 0
        self.gaps = exponential(trellis.gap_emissions * _SCALE)
        self.exits = np.exp(trellis.exits * _SCALE)
        self.skips = np.exp(trellis.skips * _SCALE)
        self.after = trellis.before + 1
        self.leads = trellis.heads - 1
        self.chunk_of = np.repeat(np.arange(len(trellis.lengths)), np.diff(trellis.gap_offsets) - 1)

    def near(self, starts: Ints) -> Floats:
        """What enters each word within ``WINDOW`` frames of its start, of all."""
        entries, before, totals = self._forward()
        rests, behind = self._backward()
        logs = before + behind - totals
        words = np.arange(len(starts))
        found = np.zeros(len(starts))
        for shift in range(-WINDOW, WINDOW + 1):
            at = starts + shift
            inside = (starts >= 0) & (at >= 0) & (at < self.trellis.lengths[self.chunk_of])
            t, w = at[inside], words[inside]
            scale = np.exp(np.minimum(logs[t, self.chunk_of[w]], _MOST))
            found[w] += entries[t, w] * rests[t, w] * scale
        return np.minimum(found, 1.0)

    def _forward(self) -> tuple[Singles, Floats, Floats]:
        """What enters each word in each frame, its scale, and the log of all of a chunk."""
        trellis = self.trellis
        frames, states = trellis.emissions.shape
        firsts, gap_firsts = trellis.offsets[:-1], trellis.gap_offsets[:-1]
        now = np.zeros(states, np.float32)
        gaps = np.zeros(int(trellis.gap_offsets[-1]), np.float32)
        then = now.copy()
        now[firsts + 1] = self.states[0, firsts + 1]
        gaps[gap_firsts] = self.gaps[0, gap_firsts]
        entries = np.zeros((frames, len(trellis.heads)), np.float32)
        entries[0] = now[trellis.heads]
        logs = np.zeros((frames, len(firsts)))
        totals = np.full(len(firsts), -np.inf)
        log = np.zeros(len(firsts))
        for t in range(frames):
            if t:
                self._step(t, now, then, gaps, entries)
                now, then = then, now
            logs[t] = log
            for c in trellis.ends.get(t, ()):
                mass = now[trellis.offsets[c + 1] - 1] + gaps[trellis.gap_offsets[c + 1] - 1]
                totals[c] = np.log(mass) + log[c] if mass > 0 else -np.inf
            if t % _RESCALED == 0:
                log = log + self._rescale(now, gaps)
        return entries, logs, totals

    def _step(self, t: int, now: Singles, then: Singles, gaps: Singles, entries: Singles) -> None:
        leaving = now.take(self.trellis.tails)
        leaving *= self.exits
        entry = gaps.take(self.trellis.before)
        entry *= _MOVE
        np.add(now[:-1], now[1:], out=then[1:])
        then[self.trellis.heads] += entry
        then *= self.states[t]
        entry += now.take(self.leads)
        np.multiply(entry, self.states[t].take(self.trellis.heads), out=entries[t])
        jump = gaps[:-1] * self.skips
        gaps *= _STAY
        gaps[1:] += jump
        gaps[self.after] += leaving
        gaps *= self.gaps[t]

    def _rescale(self, states: Singles, gaps: Singles) -> Floats:
        """Bring the sum of each chunk to 1; return the logs of what they were divided by."""
        trellis = self.trellis
        sums = np.add.reduceat(states, trellis.offsets[:-1])
        sums += np.add.reduceat(gaps, trellis.gap_offsets[:-1])
        sums[sums <= 0] = 1.0
        states /= np.repeat(sums, np.diff(trellis.offsets))
        gaps /= np.repeat(sums, np.diff(trellis.gap_offsets))
        return np.log(sums, dtype=np.float64)

    def _backward(self) -> tuple[Singles, Floats]:
        """What leads from the start of each word to the end in each frame, and its scale."""
        trellis = self.trellis
        frames, states = trellis.emissions.shape
        now = np.zeros(states, np.float32)
        then, gaps = now.copy(), np.zeros(int(trellis.gap_offsets[-1]), np.float32)
        rests = np.zeros((frames, len(trellis.heads)), np.float32)
        logs, log = np.zeros((frames, len(trellis.lengths))), np.zeros(len(trellis.lengths))
        for t in range(frames - 1, -1, -1):
            for c in trellis.ends.get(t, ()):
                now[trellis.offsets[c + 1] - 1] = gaps[trellis.gap_offsets[c + 1] - 1] = 1.0
            now.take(trellis.heads, out=rests[t])
            logs[t] = log
            self._step_back(t, now, then, gaps)
            now, then = then, now
            if t % _RESCALED == 0:
                log = log + self._rescale(now, gaps)
        return rests, logs

    def _step_back(self, t: int, now: Singles, then: Singles, gaps: Singles) -> None:
        now *= self.states[t]
        gaps *= self.gaps[t]
        into = now.take(self.trellis.heads)
        into *= _MOVE
        out = gaps.take(self.after)
        out *= self.exits
        jump = gaps[1:] * self.skips
        np.add(now[:-1], now[1:], out=then[:-1])
        then[-1] = now[-1]
        then[self.trellis.tails] += out
        gaps *= _STAY
        gaps[:-1] += jump
        gaps[self.trellis.before] += into
