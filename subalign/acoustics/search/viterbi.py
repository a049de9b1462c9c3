"""Viterbi's search through a trellis: the likeliest path of each of its chunks."""

from __future__ import annotations

import numpy as np

from subalign.acoustics.arrays import Ints, Singles
from subalign.acoustics.search.trellis import LOWEST, Trellis


def best_paths(trellis: Trellis) -> list[Ints]:
    """Return the state of the likeliest path in each frame, for each chunk.

    Returns:
        For each chunk its states, from 0, and -1 in a gap; shape (its frames,).
    """
    return _Viterbi(trellis).run()


class _Viterbi:
    def __init__(self, trellis: Trellis) -> None:
        self.trellis = trellis
        self.stay = np.float32(trellis.transition_scale * np.log(trellis.gap_stay))
        self.move = np.float32(trellis.transition_scale * np.log(1 - trellis.gap_stay))
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
        # s(t): stay, or move on from the state before
        np.greater(now[:-1], now[1:], out=self.moved[t, 1:])
        np.maximum(now[:-1], now[1:], out=then[1:])
        # head(t): also from the gap before the word
        entry = gaps.take(trellis.before)
        entry += self.move
        head = then.take(trellis.heads)
        np.greater(entry, head, out=self.entered[t])
        then[trellis.heads] = np.maximum(entry, head, out=head)
        then += trellis.emissions[t]
        # g(t): the gap lasts, or the word before it is left out, or that word ends
        jump = gaps[:-1] + trellis.skips
        gaps += self.stay
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
