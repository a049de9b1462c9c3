"""Forward-backward: the probability of each word to start where it was placed.

The likeliest path does not show whether the second best is nearly as good. Sums over all paths do.
"""

from __future__ import annotations

import numpy as np

from subalign.acoustics.arrays import Floats, Ints, Singles
from subalign.acoustics.model.gmm import exponential
from subalign.acoustics.options import GMM_SEARCH
from subalign.acoustics.search.trellis import Trellis


def start_posteriors(
    trellis: Trellis,
    starts: Ints,
    *,
    scale: float = GMM_SEARCH.acoustic_scale,
    window: int = GMM_SEARCH.start_window_frames,
) -> Floats:
    """Return the probability of each word to start near where it was placed.

    Args:
        trellis: chunks of a recording.
        starts: first frame of each word in its chunk, shape (words,); -1 for skipped words.
        scale: exponent of the likelihoods (see `SearchOptions.acoustic_scale`).
        window: frames by which a start may be earlier or later.

    Returns:
        Shape (words,), 0..1; 0 for skipped words.
    """
    return _Sums(trellis, scale).near(starts, window)


class _Sums:
    """Sums of the likelihoods of all paths.

    So that no sum overflows, each chunk is divided by its sum every few frames; ``logs`` hold the
    logarithms of these divisors.
    """

    def __init__(self, trellis: Trellis, scale: float) -> None:
        self.trellis = trellis
        exponent = np.float32(scale)
        self.stay, self.move = np.float32(trellis.gap_stay), np.float32(1 - trellis.gap_stay)
        self.rescaled = 8  # frames from one division to the next
        self.states = exponential(trellis.emissions * exponent)
        self.states[:, trellis.offsets[:-1]] = 0
        self.gaps = exponential(trellis.gap_emissions * exponent)
        self.exits = np.exp(trellis.exits * exponent)
        self.skips = np.exp(trellis.skips * exponent)
        self.after = trellis.before + 1
        self.leads = trellis.heads - 1
        self.chunk_of = np.repeat(np.arange(len(trellis.lengths)), np.diff(trellis.gap_offsets) - 1)

    def near(self, starts: Ints, window: int) -> Floats:
        """Return the sum of the start posteriors of each word around its start."""
        entries, before, totals = self._forward()
        rests, behind = self._backward()
        logs = before + behind - totals
        words = np.arange(len(starts))
        found = np.zeros(len(starts))
        for shift in range(-window, window + 1):
            at = starts + shift
            inside = (starts >= 0) & (at >= 0) & (at < self.trellis.lengths[self.chunk_of])
            t, w = at[inside], words[inside]
            # only sums of impossible paths exceed e to the power of 80
            scale = np.exp(np.minimum(logs[t, self.chunk_of[w]], 80.0))
            found[w] += entries[t, w] * rests[t, w] * scale
        return np.minimum(found, 1.0)

    def _forward(self) -> tuple[Singles, Floats, Floats]:
        """Return forward probabilities at the head of each word, the log scale of each frame, and
        the log of the sum of all paths of each chunk."""
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
        log: Floats = np.zeros(len(firsts))
        for t in range(frames):
            if t:
                self._step(t, now, then, gaps, entries)
                now, then = then, now
            logs[t] = log
            for c in trellis.ends.get(t, ()):
                mass = now[trellis.offsets[c + 1] - 1] + gaps[trellis.gap_offsets[c + 1] - 1]
                totals[c] = np.log(mass) + log[c] if mass > 0 else -np.inf
            if t % self.rescaled == 0:
                log = log + self._rescale(now, gaps)
        return entries, logs, totals

    def _step(self, t: int, now: Singles, then: Singles, gaps: Singles, entries: Singles) -> None:
        leaving = now.take(self.trellis.tails)
        leaving *= self.exits
        entry = gaps.take(self.trellis.before)
        entry *= self.move
        np.add(now[:-1], now[1:], out=then[1:])
        then[self.trellis.heads] += entry
        then *= self.states[t]
        entry += now.take(self.leads)
        np.multiply(entry, self.states[t].take(self.trellis.heads), out=entries[t])
        jump = gaps[:-1] * self.skips
        gaps *= self.stay
        gaps[1:] += jump
        gaps[self.after] += leaving
        gaps *= self.gaps[t]

    def _rescale(self, states: Singles, gaps: Singles) -> Floats:
        """Bring the sum of each chunk to 1; return the logarithms of the divisors."""
        trellis = self.trellis
        sums = np.add.reduceat(states, trellis.offsets[:-1])
        sums += np.add.reduceat(gaps, trellis.gap_offsets[:-1])
        sums[sums <= 0] = 1.0
        states /= np.repeat(sums, np.diff(trellis.offsets))
        gaps /= np.repeat(sums, np.diff(trellis.gap_offsets))
        logs: Floats = np.log(sums, dtype=np.float64)
        return logs

    def _backward(self) -> tuple[Singles, Floats]:
        """Return backward probabilities at the head of each word, and their log scales."""
        trellis = self.trellis
        frames, states = trellis.emissions.shape
        now = np.zeros(states, np.float32)
        then, gaps = now.copy(), np.zeros(int(trellis.gap_offsets[-1]), np.float32)
        rests = np.zeros((frames, len(trellis.heads)), np.float32)
        logs = np.zeros((frames, len(trellis.lengths)))
        log: Floats = np.zeros(len(trellis.lengths))
        for t in range(frames - 1, -1, -1):
            for c in trellis.ends.get(t, ()):
                now[trellis.offsets[c + 1] - 1] = gaps[trellis.gap_offsets[c + 1] - 1] = 1.0
            now.take(trellis.heads, out=rests[t])
            logs[t] = log
            self._step_back(t, now, then, gaps)
            now, then = then, now
            if t % self.rescaled == 0:
                log = log + self._rescale(now, gaps)
        return rests, logs

    def _step_back(self, t: int, now: Singles, then: Singles, gaps: Singles) -> None:
        now *= self.states[t]
        gaps *= self.gaps[t]
        into = now.take(self.trellis.heads)
        into *= self.move
        out = gaps.take(self.after)
        out *= self.exits
        jump = gaps[1:] * self.skips
        np.add(now[:-1], now[1:], out=then[:-1])
        then[-1] = now[-1]
        then[self.trellis.tails] += out
        gaps *= self.stay
        gaps[:-1] += jump
        gaps[self.trellis.before] += into
