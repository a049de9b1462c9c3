"""Phones to 10 ms: a Viterbi search with triphones in chunks between pauses.

Each phone has three states, each three frames or so. A state may only lie near where the
coarse search put its phone, so that likelihoods are worked out for those frames alone.
Chunks of like length are searched side by side: their states stand in one vector.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from subalign.acoustics.arrays import Flags, Floats, Ints, Singles
from subalign.acoustics.emissions.gmm import Heard, Score, Stretch
from subalign.acoustics.graph.network import Network
from subalign.acoustics.search.forward_backward import start_posteriors
from subalign.acoustics.search.trellis import LOWEST, Trellis, best_paths

NEIGHBOURS, BAND = 4, 10
"""A phone may lie where the coarse search put one of so many phones before and behind it, and
so many frames further off.
"""

_CELLS = 6_000_000
"""States times frames that are searched side by side: 24 MB of likelihoods."""

_CUT = 20  # the least gap at which a chunk may end, frames
_CHUNK, _LONGEST, _MOST = 300, 1500, 3000
"""How long a chunk is at least where it ends with a sentence, and where it ends elsewhere; and
from when on it ends even without a gap, because time and memory grow with its square.
"""
_SOUND, _WORD, _REACH = 1.0, 8, 500
"""A gap of up to 500 frames that holds 8 of sound may hold a word that the coarse search put
on the wrong side of it; frames are sound where a gap is less likely than this, in logs.
"""
_MARGIN = 60  # frames around a chunk, at most

_PAUSE, _LASTING = 16.0, 0.1
"""What a pause costs where there is no mark, and each frame of it, in logs."""
_INSIDE = 1.0
"""How much costlier sound that is not in the text is where no mark allows a pause: few people
say more inside a sentence than is written, and then little.
"""
_SKIPPED = 3  # words in a row that the coarse search may have skipped wrongly


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """Where each phone lies, in frames; -1 where its word was skipped.

    Args:
        starts, stops: shape (phones,).
        scores: mean log likelihood of its frames less that of ``best``, shape (phones,).
        posteriors: of the start of each word, as `start_posteriors` has it, shape (words,).
    """

    starts: Ints
    stops: Ints
    scores: Floats
    posteriors: Floats

    def keep(self, network: Network, words: Flags) -> Placed:
        """A copy of what was placed of some words of the network, shape (words,)."""
        phones = np.repeat(words, network.sizes)
        return Placed(
            self.starts[phones], self.stops[phones], self.scores[phones], self.posteriors[words]
        )


@dataclass(frozen=True, slots=True)
class _Chunk:
    words: Ints
    first: int
    stop: int


def place_phones(
    heard: Heard, network: Network, near: tuple[Ints, Ints], garbage: float, skip: float
) -> Placed:
    """Place the phones of a network more exactly.

    Args:
        near: first frame, and last frame + 1, of each phone; -1 for words that were skipped.
        garbage: how much less likely than the best a gap is of any sound, a frame.
        skip: what it costs to leave out a word, logs.
    """
    chunks = _chunks(network, near, heard.gaps < -_SOUND)
    score = heard.scorer(network, _pauses(network, near))
    count = len(network.phones)
    placed = Placed(
        np.full(count, -1),
        np.full(count, -1),
        np.full(count, np.nan),
        np.zeros(len(network.words)),
    )
    for batch in _batches(chunks, network, heard.states):
        _Batch(heard, score, network, near, garbage, skip, batch).place(placed)
    return placed


def _word_times(network: Network, near: tuple[Ints, Ints]) -> tuple[Ints, Ints]:
    return near[0][network.firsts[:-1]], near[1][network.firsts[1:] - 1]


def _pauses(network: Network, near: tuple[Ints, Ints]) -> Flags:
    """Which gaps hold a pause that keeps their words from sounding together."""
    starts, stops = _word_times(network, near)
    apart = np.ones(len(network.words) + 1, np.bool_)
    apart[1:-1] = (starts[1:] - stops[:-1] > 6) | (network.pauses[1:-1] == 0)
    return apart


def _chunks(network: Network, near: tuple[Ints, Ints], sound: Flags) -> list[_Chunk]:
    """Args: ``sound`` tells of each frame whether it is unlikely to lie in a gap."""
    starts, stops = _word_times(network, near)
    sounding = np.concatenate(([0], np.cumsum(sound)))
    frames = len(sound)
    heard = np.flatnonzero(starts >= 0)
    if not len(heard):
        return []
    groups: list[list[int]] = [[int(heard[0])]]
    for word in heard[1:].tolist():
        before = groups[-1][-1]
        skipped = range(before + 1, word)
        if len(skipped) > _SKIPPED:
            groups.append([word])
            continue
        gap = starts[word] - stops[before]
        length = stops[before] - starts[groups[-1][0]]
        left = sounding[starts[word]] - sounding[stops[before]]
        ends = [w for w in range(before, word) if network.pauses[w + 1] == 0]
        cut = gap >= _CUT and length >= (_CHUNK if ends else _LONGEST) and left < _WORD
        if cut or gap > _REACH or length >= _MOST:
            first = ends[0] + 1 if ends else before + 1
            groups[-1] += range(before + 1, first)
            groups.append([*range(first, word + 1)])
        else:
            groups[-1] += range(before + 1, word + 1)
    chunks: list[_Chunk] = []
    known = [[w for w in group if starts[w] >= 0] for group in groups]
    bounds = [(int(starts[g[0]]), int(stops[g[-1]])) for g in known]
    for i, group in enumerate(groups):
        before = bounds[i - 1][1] if i else 0
        after = bounds[i + 1][0] if i + 1 < len(groups) else frames
        first = max(bounds[i][0] - _MARGIN, (before + bounds[i][0]) // 2)
        stop = min(bounds[i][1] + _MARGIN, (bounds[i][1] + after) // 2)
        chunks.append(_Chunk(np.array(group), max(first, 0), min(stop, frames)))
    return chunks


def _batches(chunks: Sequence[_Chunk], network: Network, each: int) -> Iterator[list[_Chunk]]:
    batch: list[_Chunk] = []
    states = 0
    for chunk in sorted(chunks, key=lambda c: c.stop - c.first):
        size = int(network.sizes[chunk.words].sum()) * each
        if batch and (states + size) * (chunk.stop - chunk.first) > _CELLS:
            yield batch
            batch, states = [], 0
        batch.append(chunk)
        states += size
    if batch:
        yield batch


class _Batch:
    """Chunks that are searched side by side."""

    def __init__(
        self,
        heard: Heard,
        score: Score,
        network: Network,
        near: tuple[Ints, Ints],
        garbage: float,
        skip: float,
        chunks: list[_Chunk],
    ) -> None:
        self.network, self.chunks, self.states = network, chunks, heard.states
        self.phones = [self._phones_of(c) for c in chunks]
        offsets = _ends(len(p) * self.states + 1 for p in self.phones)
        gap_offsets = _ends(len(c.words) + 1 for c in chunks)
        words = np.concatenate([c.words for c in chunks])
        behind = np.concatenate([np.append(c.words, c.words[-1] + 1) for c in chunks])
        heads, tails = self._heads_and_tails(offsets)
        skips = np.full(gap_offsets[-1], -skip, np.float32)
        skips[gap_offsets[1:] - 1] = LOWEST
        lengths = np.array([c.stop - c.first for c in chunks])
        self.trellis = Trellis(
            lengths,
            offsets,
            gap_offsets,
            self._emissions(score, near, offsets),
            self._gap_emissions(heard.gaps, garbage, network.pauses[behind], gap_offsets),
            heads,
            tails,
            np.arange(len(words))
            + np.repeat(np.arange(len(chunks)), [len(c.words) for c in chunks]),
            (-_PAUSE * network.pauses[words + 1]).astype(np.float32),
            skips[:-1],
        )

    def _phones_of(self, chunk: _Chunk) -> Ints:
        firsts = self.network.firsts
        return np.arange(firsts[chunk.words[0]], firsts[chunk.words[-1] + 1])

    def _heads_and_tails(self, offsets: Ints) -> tuple[Ints, Ints]:
        firsts = self.network.firsts
        heads, tails = [], []
        for chunk, offset in zip(self.chunks, offsets.tolist(), strict=False):
            base = firsts[chunk.words[0]]
            heads.append((firsts[chunk.words] - base) * self.states + 1 + offset)
            tails.append((firsts[chunk.words + 1] - base) * self.states + offset)
        return np.concatenate(heads), np.concatenate(tails)

    def _gap_emissions(
        self, gaps: Singles, garbage: float, pauses: Singles, offsets: Ints
    ) -> Singles:
        time = max(c.stop - c.first for c in self.chunks)
        emissions = np.zeros((time, int(offsets[-1])), np.float32)
        for c, chunk in enumerate(self.chunks):
            columns = slice(offsets[c], offsets[c + 1])
            inside = gaps[chunk.first : chunk.stop]
            floors = -garbage * (1 + _INSIDE * pauses[columns])
            emissions[: len(inside), columns] = (
                np.maximum(inside[:, None], floors) - _LASTING * pauses[columns]
            )
        return emissions

    def _emissions(self, score: Score, near: tuple[Ints, Ints], offsets: Ints) -> Singles:
        time = max(c.stop - c.first for c in self.chunks)
        emissions = np.full((time, int(offsets[-1])), LOWEST, np.float32)
        stretches: list[Stretch] = []
        places: list[tuple[int, int]] = []
        for c, chunk in enumerate(self.chunks):
            phones = self.phones[c]
            lows, highs = _bands(near[0][phones], near[1][phones])
            for k, phone in enumerate(phones.tolist()):
                low = max(int(lows[max(k - NEIGHBOURS, 0)]) - BAND, chunk.first)
                high = min(int(highs[min(k + NEIGHBOURS, len(lows) - 1)]) + BAND, chunk.stop)
                stretches.append((phone, low, high))
                places.append((low - chunk.first, int(offsets[c]) + 1 + k * self.states))
        for (row, column), scores in zip(places, score(stretches), strict=True):
            emissions[row : row + len(scores), column : column + self.states] = scores
        return emissions

    def place(self, placed: Placed) -> None:
        """Search, and write down what is found."""
        for c, path in enumerate(best_paths(self.trellis)):
            self._record(c, path, placed)
        words = np.concatenate([chunk.words for chunk in self.chunks])
        begins = np.repeat([c.first for c in self.chunks], [len(c.words) for c in self.chunks])
        starts = placed.starts[self.network.firsts[words]]
        placed.posteriors[words] = start_posteriors(
            self.trellis, np.where(starts >= 0, starts - begins, -1)
        )

    def _record(self, c: int, path: Ints, placed: Placed) -> None:
        chunk, phones = self.chunks[c], self.phones[c]
        times = np.flatnonzero(path >= 0)
        if not len(times):
            return
        columns = path[times] + self.trellis.offsets[c] + 1
        scores = self.trellis.emissions[times, columns].astype(np.float64)
        owner = path[times] // self.states
        edges = np.flatnonzero(np.diff(owner)) + 1
        firsts = np.concatenate(([0], edges))
        stops = np.concatenate((edges, [len(owner)]))
        which = phones[owner[firsts]]
        placed.starts[which] = times[firsts] + chunk.first
        placed.stops[which] = times[stops - 1] + chunk.first + 1
        placed.scores[which] = np.add.reduceat(scores, firsts) / (stops - firsts)


def _ends(sizes: Iterable[int]) -> Ints:
    return np.concatenate(([0], np.cumsum(list(sizes))))


def _bands(starts: Ints, stops: Ints) -> tuple[Ints, Ints]:
    """The frames of each phone; for one that was skipped those between its neighbours."""
    known = starts >= 0
    filled_stops = np.maximum.accumulate(np.where(known, stops, 0))
    filled_starts = np.minimum.accumulate(np.where(known, starts, np.iinfo(np.int64).max)[::-1])
    return (
        np.where(known, starts, filled_stops),
        np.where(known, stops, filled_starts[::-1]),
    )
