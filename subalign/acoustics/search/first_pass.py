"""The path through a whole recording: which words are said, and about when.

A Viterbi search on frames of 30 ms with one state for each phone. Between words there may be
a gap, which is silence, noise, or *garbage*: sound that fits other phones better than those
of the text. Words may be skipped at a cost. Each step works on all states of a wide window
at once; the window follows the best path.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from subalign.acoustics.arrays import Flags, Ints, Singles
from subalign.acoustics.graph.network import Network

Bits = npt.NDArray[np.uint8]

WINDOW = 1024
"""Phones on each side of the best path that are searched: about a minute and a half of speech.
Where the path comes near the edge it is searched again with twice as many.
"""

_BLOCK = 64  # frames between two moves of the window
_LOWEST = np.float32(-1e9)

_STAY, _MOVE = np.log(0.99), np.log(0.01)
"""Of gaps; phones stay and move on with equal chances."""
_PHONE = np.log(0.5)
_PAUSE, _LASTING = 3.0, 0.3
"""What a pause costs where there is no mark, and each frame of it, in logs."""


@dataclass(frozen=True, slots=True)
class Path:
    """Where the search placed each phone, in coarse frames; -1 for those it skipped.

    Args:
        starts, stops: shape (phones,).
        touched: whether the path came near an edge of the window.
    """

    starts: Ints
    stops: Ints
    touched: bool

    def keep(self, network: Network, words: Flags) -> Path:
        """The path of some words of the network that it goes through, shape (words,)."""
        phones = np.repeat(words, network.sizes)
        return Path(self.starts[phones], self.stops[phones], self.touched)


def find_path(
    network: Network,
    phones: Singles,
    gaps: Singles,
    inner: Singles,
    skip: float,
    window: int = WINDOW,
) -> Path:
    """The likeliest path.

    Args:
        phones: log likelihoods by coarse frame and phone of the model, shape (t, phones).
        gaps: log likelihoods of a gap, shape (t,).
        inner: what is added to them where no mark allows a pause, at most 0, shape (t,).
        skip: what it costs to leave out a word of two phones, logs; four more cost as much
            again.
        window: phones on each side.
    """
    return _Search(network, phones, gaps, inner, skip, window).run()


@dataclass(slots=True)
class _Block:
    """What was decided in a block of frames: each a matrix of packed bits by frame."""

    words: tuple[int, int]
    moved: Bits
    entered: Bits
    left: Bits
    skipped: Bits


class _Search:
    def __init__(
        self,
        network: Network,
        phones: Singles,
        gaps: Singles,
        inner: Singles,
        skip: float,
        window: int,
    ) -> None:
        self.network, self.window = network, window
        self.phones = phones + np.float32(_PHONE)
        self.gaps, self.inner = gaps, inner
        n, words = len(network.phones), len(network.words)
        # state 0 stands before the first phone and is never reached
        self.now = np.full(n + 1, _LOWEST, np.float32)
        self.then = self.now.copy()
        self.between = np.full(words + 1, _LOWEST, np.float32)
        self.stays = (np.float32(_STAY) - _LASTING * network.pauses).astype(np.float32)
        self.exits = (np.float32(_PHONE) - _PAUSE * network.pauses).astype(np.float32)
        costs = skip * (network.sizes / 4 + 0.5)
        self.costs = np.concatenate(([0.0], np.cumsum(costs)))
        self.word_of = network.word_of
        self.blocks: list[_Block] = []

    def run(self) -> Path:
        words = (0, 0)
        best = 0
        for first in range(0, len(self.gaps), _BLOCK):
            words = self._window(best, words)
            stop = min(first + _BLOCK, len(self.gaps))
            self._block(words, first, stop)
            best = self._normalise(words)
        return self._trace()

    def _window(self, best: int, words: tuple[int, int]) -> tuple[int, int]:
        """The words to search; the window never moves back."""
        last = len(self.word_of) - 1
        low = int(self.word_of[max(best - self.window, 0)])
        high = int(self.word_of[min(best + self.window, last)]) + 1
        low, high = max(low, words[0]), max(high, words[1])
        outside = self.network.firsts[low]
        self.now[: outside + 1] = self.then[: outside + 1] = _LOWEST
        return low, high

    def _normalise(self, words: tuple[int, int]) -> int:
        """Keep scores small; return the phone where the best path is."""
        low, high = words
        first, stop = self.network.firsts[low], self.network.firsts[high]
        phones = self.now[first + 1 : stop + 1]
        gaps = self.between[low : high + 1]
        phone, gap = int(phones.argmax()), int(gaps.argmax())
        top = max(phones[phone], gaps[gap])
        in_gap = gaps[gap] == top
        phones -= top
        gaps -= top
        if in_gap:
            return int(self.network.firsts[low + gap])
        return int(first) + phone

    def _block(self, words: tuple[int, int], begin: int, end: int) -> None:
        low, high = words
        firsts = self.network.firsts
        first, stop = int(firsts[low]), int(firsts[high])
        count, states = end - begin, stop - first
        moved = np.empty((count, states), np.bool_)
        entered = np.empty((count, high - low), np.bool_)
        left = np.empty((count, high - low), np.bool_)
        skipped = np.empty((count, high - low + 1), np.bool_)
        indices = self.network.phones[first:stop]
        heads = firsts[low:high] - first
        tails = firsts[low + 1 : high + 1] - first
        costs = (self.costs[low : high + 1] - self.costs[low]).astype(np.float32)
        exits = self.exits[low + 1 : high + 1]
        stays = self.stays[low : high + 1]
        pauses = self.network.pauses[low : high + 1]
        gaps = self.between[low : high + 1]
        reached = np.empty_like(gaps)
        now, then = self.now[first : stop + 1], self.then[first : stop + 1]
        if begin == 0:
            self._start(now, gaps, costs, skipped)
        for i in range(1 if begin == 0 else 0, count):
            np.greater(now[:-1], now[1:], out=moved[i])
            np.maximum(now[:-1], now[1:], out=then[1:])
            inner = then[1:]
            entry = gaps[:-1] + np.float32(_MOVE)
            head = inner.take(heads)
            np.greater(entry, head, out=entered[i])
            inner[heads] = np.maximum(entry, head, out=head)
            inner += self.phones[begin + i].take(indices)
            gaps += stays
            leaving = now.take(tails)
            leaving += exits
            np.greater(leaving, gaps[1:], out=left[i])
            np.maximum(gaps[1:], leaving, out=gaps[1:])
            gaps += costs
            np.maximum.accumulate(gaps, out=reached)
            np.greater(reached, gaps, out=skipped[i])
            np.subtract(reached, costs, out=gaps)
            gaps += self.gaps[begin + i]
            gaps += self.inner[begin + i] * pauses
            now, then = then, now
        if (count - (begin == 0)) % 2:
            self.now, self.then = self.then, self.now
        pack = np.packbits
        self.blocks.append(
            _Block(words, pack(moved, 1), pack(entered, 1), pack(left, 1), pack(skipped, 1))
        )

    def _start(self, now: Singles, gaps: Singles, costs: Singles, skipped: Flags) -> None:
        gaps[:] = self.gaps[0] - costs
        skipped[0] = True
        skipped[0, 0] = False
        now[1] = self.phones[0, self.network.phones[0]]

    def _trace(self) -> Path:
        network = self.network
        starts = np.full(len(network.phones), -1, np.int64)
        stops = starts.copy()
        low, high = self.blocks[-1].words
        gaps = self.between[low : high + 1] + (self.costs[low : high + 1] - self.costs[-1])
        gap, phone = low + int(gaps.argmax()), -1
        if high == len(network.words) and self.now[-1] > gaps.max():
            phone = len(network.phones) - 1
        touched = False
        t = len(self.gaps)
        if phone >= 0:
            stops[phone] = t
        for block in reversed(self.blocks):
            t, gap, phone = self._trace_block(block, (t, gap, phone), starts, stops)
            at = phone if phone >= 0 else int(network.firsts[gap])
            touched |= self._near_edge(at, block.words)
        return Path(starts, stops, touched)

    def _trace_block(
        self, block: _Block, at: tuple[int, int, int], starts: Ints, stops: Ints
    ) -> tuple[int, int, int]:
        """Follow the path back from a frame, and the gap or phone (-1 in a gap) behind it."""
        t, gap, phone = at
        low = block.words[0]
        firsts = self.network.firsts
        first = int(firsts[low])
        moved, entered, left, skipped = (
            np.unpackbits(bits, axis=1)
            for bits in (block.moved, block.entered, block.left, block.skipped)
        )
        for i in range(len(moved) - 1, -1, -1):
            t -= 1
            if phone < 0:
                while skipped[i, gap - low]:
                    gap -= 1
                if t and gap > low and left[i, gap - low - 1]:
                    phone = int(firsts[gap]) - 1
                    stops[phone] = t
            elif t == 0:
                starts[phone] = 0
            elif entered[i, self.word_of[phone] - low] and phone == firsts[self.word_of[phone]]:
                starts[phone] = t
                gap, phone = int(self.word_of[phone]), -1
            elif moved[i, phone - first]:
                starts[phone] = t
                phone -= 1
                stops[phone] = t
        return t, gap, phone

    def _near_edge(self, phone: int, words: tuple[int, int]) -> bool:
        """Whether a phone lies where the window cuts into the text."""
        low, high = words
        first, stop = self.network.firsts[low], self.network.firsts[high]
        margin = self.window // 16
        before = low > 0 and phone - first < margin
        behind = high < len(self.network.words) and stop - phone < margin
        return bool(before or behind)
