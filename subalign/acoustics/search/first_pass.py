"""First pass: the path through a whole recording, in frames of 30 ms.

A Viterbi search (the recurrence is in the docstring of the package) with one state for each phone.
A gap is silence, noise, or *garbage*: sound that fits other phones better than those of the text.
Each step works on all states of a wide beam at once; the beam follows the best path.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from subalign.acoustics.arrays import Flags, Ints, Singles
from subalign.acoustics.emissions.base import Emissions
from subalign.acoustics.graph.network import Network
from subalign.acoustics.options import GMM_SEARCH, SearchOptions
from subalign.acoustics.search.penalties import Penalties
from subalign.acoustics.search.trellis import LOWEST

Bits = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Path:
    """Place of each phone in rough frames; -1 for phones of skipped words.

    Args:
        starts, stops: first frame, and last frame + 1, of each phone, shape (phones,).
        touched: True where the path came near an edge of the beam, so that a wider beam might
            find a better one.
    """

    starts: Ints
    stops: Ints
    touched: bool

    def keep(self, network: Network, words: Flags) -> Path:
        """Return the path of some words of the network that it goes through.

        Args:
            network: all words.
            words: True for each word that is kept, shape (words,).
        """
        phones = np.repeat(words, network.sizes)
        return Path(self.starts[phones], self.stops[phones], self.touched)


def first_pass(
    emissions: Emissions,
    network: Network,
    penalties: Penalties,
    options: SearchOptions,
    frames: slice = slice(None),
    report: Callable[[float], None] = lambda share: None,
) -> Path:
    """Find the likeliest path of a text through a recording, or through some frames of it.

    Args:
        emissions: of the recording.
        network: the text; not empty.
        penalties: of garbage and of skipped words.
        options: beam, pauses and transitions.
        frames: rough frames that are searched.
        report: called with the share that is done, 0..1.

    Returns:
        The path; frames are counted from the first of ``frames``.
    """
    each = emissions.decimation
    quiet = emissions.rough_gaps[frames]
    gaps = np.maximum(quiet, -penalties.garbage) * each
    inner = np.maximum(quiet, -penalties.inner_garbage) * each - gaps
    phones = emissions.phones[frames] * each
    beam = options.beam_phones
    while True:
        path = find_path(
            network, phones, gaps, inner, penalties.skip, beam, options=options, report=report
        )
        if not path.touched:
            return path
        beam *= 2


def find_path(
    network: Network,
    phones: Singles,
    gaps: Singles,
    inner: Singles,
    skip: float,
    beam: int = GMM_SEARCH.beam_phones,
    *,
    options: SearchOptions = GMM_SEARCH,
    report: Callable[[float], None] = lambda share: None,
) -> Path:
    """Find the likeliest path inside a beam.

    Args:
        network: the text.
        phones: log likelihoods by rough frame and phone of the model, shape (frames, phones).
        gaps: log likelihoods of a gap, shape (frames,).
        inner: additional log likelihoods of a gap where no mark allows a pause, at most 0, shape
            (frames,).
        skip: penalty of leaving out a word of two phones; four more cost as much again.
        beam: phones on each side of the best path that are searched.
        options: pauses and transitions.
        report: called with the share that is done, 0..1.
    """
    return _Search(network, phones, gaps, inner, skip, beam, options).run(report)


@dataclass(slots=True)
class _Block:
    """Choices of the recurrence in a block of frames, as packed bits by frame.

    Args:
        words: first word in the beam, and last one + 1.
        moved: a state was reached from the one before it.
        entered: the head of a word was reached from the gap before it.
        left: a gap was reached from the tail of the word before it.
        skipped: a gap was reached from the gap before it, without the word between.
    """

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
        beam: int,
        options: SearchOptions,
    ) -> None:
        self.network, self.beam = network, beam
        scale = options.transition_scale
        # phones stay and move on with equal chances
        move_on = np.float32(scale * np.log(0.5))
        self.move = np.float32(scale * np.log(1 - options.first_pass_stay))
        stay = np.float32(scale * np.log(options.first_pass_stay))
        self.phones = phones + move_on
        self.gaps, self.inner = gaps, inner
        n, words = len(network.phones), len(network.words)
        # state 0 stands before the first phone and is never reached
        self.now = np.full(n + 1, LOWEST, np.float32)
        self.then = self.now.copy()
        self.between = np.full(words + 1, LOWEST, np.float32)
        self.stays = (stay - options.first_pass_pause_frame * network.pauses).astype(np.float32)
        self.exits = (move_on - options.first_pass_pause * network.pauses).astype(np.float32)
        costs = skip * (network.sizes / 4 + 0.5)
        self.costs = np.concatenate(([0.0], np.cumsum(costs)))
        self.word_of = network.word_of
        self.blocks: list[_Block] = []

    def run(self, report: Callable[[float], None]) -> Path:
        words = (0, 0)
        best, step = 0, 64  # frames between two moves of the beam
        for first in range(0, len(self.gaps), step):
            words = self._beam(best, words)
            stop = min(first + step, len(self.gaps))
            self._block(words, first, stop)
            best = self._normalise(words)
            report(stop / len(self.gaps))
        return self._trace()

    def _beam(self, best: int, words: tuple[int, int]) -> tuple[int, int]:
        """Return the words to search; the beam never moves back."""
        last = len(self.word_of) - 1
        low = int(self.word_of[max(best - self.beam, 0)])
        high = int(self.word_of[min(best + self.beam, last)]) + 1
        low, high = max(low, words[0]), max(high, words[1])
        outside = self.network.firsts[low]
        self.now[: outside + 1] = self.then[: outside + 1] = LOWEST
        return low, high

    def _normalise(self, words: tuple[int, int]) -> int:
        """Take the best score off all scores; return the phone where the best path is."""
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
            # s(t): stay, or move on from the state before
            np.greater(now[:-1], now[1:], out=moved[i])
            np.maximum(now[:-1], now[1:], out=then[1:])
            inner = then[1:]
            # head(t): also from the gap before the word
            entry = gaps[:-1] + self.move
            head = inner.take(heads)
            np.greater(entry, head, out=entered[i])
            inner[heads] = np.maximum(entry, head, out=head)
            inner += self.phones[begin + i].take(indices)
            # g(t): the gap lasts, or the word before it ends
            gaps += stays
            leaving = now.take(tails)
            leaving += exits
            np.greater(leaving, gaps[1:], out=left[i])
            np.maximum(gaps[1:], leaving, out=gaps[1:])
            # ... or words are left out: with the penalties up to each gap added, a running maximum
            # finds the best gap to come from, however many words lie between
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
        """Follow the path back from a frame, and the gap or phone (-1 in a gap) after it."""
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
        """Return True for a phone that lies where the beam cuts into the text."""
        low, high = words
        first, stop = self.network.firsts[low], self.network.firsts[high]
        margin = self.beam // 16
        before = low > 0 and phone - first < margin
        behind = high < len(self.network.words) and stop - phone < margin
        return bool(before or behind)
