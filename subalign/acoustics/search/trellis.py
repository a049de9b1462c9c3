"""States by frames of several chunks side by side, and the likeliest path through each.

Each phone has three states, which stay or move on with equal chances; before, between and
after words there are gaps. The states of all chunks stand in one vector, so that a step in
time is a few operations on all of them, and in front of each chunk's stands one that is never
reached. The likeliest path is Viterbi's; `posteriors` sums over all paths.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from subalign.acoustics.arrays import Ints, Singles

LOWEST = np.float32(-1e9)
"""The log likelihood of what cannot be."""

STAY, MOVE = np.log(0.97), np.log(0.03)
"""What gaps do, logs."""


@dataclass(frozen=True, eq=False)
class Trellis:
    """Chunks side by side; all likelihoods are logs.

    Args:
        lengths: frames of each chunk, shape (chunks,).
        offsets: where the states of each chunk begin, and where the last ones end.
        gap_offsets: the same of their gaps; a chunk of n words has n + 1.
        emissions: of each state in each frame, shape (frames, states).
        gap_emissions: shape (frames, gaps).
        heads, tails: first and last state of each word, shape (words,).
        before: the gap in front of each word, shape (words,); the one behind it comes next.
        exits: what going from each word into the gap behind it adds, shape (words,).
        skips: what going from each gap to the next without the word between adds; shape
            (gaps - 1,).
    """

    lengths: Ints
    offsets: Ints
    gap_offsets: Ints
    emissions: Singles
    gap_emissions: Singles
    heads: Ints
    tails: Ints
    before: Ints
    exits: Singles
    skips: Singles

    @cached_property
    def ends(self) -> Mapping[int, Sequence[int]]:
        """The chunks whose last frame is a frame."""
        ends: dict[int, list[int]] = {}
        for chunk, length in enumerate(self.lengths.tolist()):
            ends.setdefault(length - 1, []).append(chunk)
        return ends

    def words(self, chunk: int) -> slice:
        """The words of a chunk."""
        first = int(self.gap_offsets[chunk]) - chunk
        return slice(first, int(self.gap_offsets[chunk + 1]) - chunk - 1)


def best_paths(trellis: Trellis) -> list[Ints]:
    """For each frame of each chunk the state of the likeliest path, from 0; -1 in a gap."""
    return _Viterbi(trellis).run()


class _Viterbi:
    def __init__(self, trellis: Trellis) -> None:
        self.trellis = trellis
        frames, states = trellis.emissions.shape
        words = len(trellis.heads)
        self.moved = np.zeros((frames, states), np.bool_)
        self.entered = np.zeros((frames, words), np.bool_)
        self.left = np.zeros((frames, words), np.bool_)
        self.skipped = np.zeros((frames, trellis.gap_offsets[-1]), np.bool_)

    def run(self) -> list[Ints]:
        trellis = self.trellis
        now = np.full(trellis.offsets[-1], LOWEST, np.float32)
        then = now.copy()
        gaps = np.full(trellis.gap_offsets[-1], LOWEST, np.float32)
        gaps[trellis.gap_offsets[:-1]] = trellis.gap_emissions[0, trellis.gap_offsets[:-1]]
        now[trellis.offsets[:-1] + 1] = trellis.emissions[0, trellis.offsets[:-1] + 1]
        in_gap = np.zeros(len(trellis.lengths), np.bool_)
        for t in range(len(trellis.emissions)):
            if t:
                self._step(t, now, then, gaps)
                now, then = then, now
                then[0] = now[0] = LOWEST
            for c in trellis.ends.get(t, ()):
                last_gap, last = trellis.gap_offsets[c + 1] - 1, trellis.offsets[c + 1] - 1
                in_gap[c] = gaps[last_gap] >= now[last]
        return [self._trace(c, bool(in_gap[c])) for c in range(len(trellis.lengths))]

    def _step(self, t: int, now: Singles, then: Singles, gaps: Singles) -> None:
        trellis = self.trellis
        np.greater(now[:-1], now[1:], out=self.moved[t, 1:])
        np.maximum(now[:-1], now[1:], out=then[1:])
        entry = gaps.take(trellis.before)
        entry += np.float32(MOVE)
        head = then.take(trellis.heads)
        np.greater(entry, head, out=self.entered[t])
        then[trellis.heads] = np.maximum(entry, head, out=head)
        then += trellis.emissions[t]
        jump = gaps[:-1] + trellis.skips
        gaps += np.float32(STAY)
        np.greater(jump, gaps[1:], out=self.skipped[t, 1:])
        np.maximum(gaps[1:], jump, out=gaps[1:])
        leaving = now.take(trellis.tails)
        leaving += trellis.exits
        after = trellis.before + 1
        target = gaps.take(after)
        np.greater(leaving, target, out=self.left[t])
        gaps[after] = np.maximum(leaving, target, out=target)
        gaps += trellis.gap_emissions[t]

    def _trace(self, c: int, in_gap: bool) -> Ints:
        trellis = self.trellis
        first = int(trellis.offsets[c]) + 1
        words = trellis.words(c)
        moved = self.moved[:, first : trellis.offsets[c + 1]]
        entered, left = self.entered[:, words], self.left[:, words]
        skipped = self.skipped[:, trellis.gap_offsets[c] : trellis.gap_offsets[c + 1]]
        word_of_head = {head - first: w for w, head in enumerate(trellis.heads[words].tolist())}
        tails = (trellis.tails[words] - first).tolist()
        state = -1 if in_gap else tails[-1]
        gap = len(tails)
        path = np.full(trellis.lengths[c], -1, np.int64)
        for t in range(len(path) - 1, -1, -1):
            path[t] = state
            if state < 0:
                if gap and left[t, gap - 1]:
                    state = tails[gap - 1]
                elif skipped[t, gap]:
                    gap -= 1
            elif state in word_of_head and entered[t, word_of_head[state]]:
                gap, state = word_of_head[state], -1
            elif moved[t, state]:
                state -= 1
        return path
