"""Second pass: phones to 10 ms, by a Viterbi search with triphones in chunks between pauses.

Each phone has three states, each three frames or so. A state may only lie near where the first pass
put its phone, so that likelihoods are computed for those frames alone. Chunks of like length are
searched side by side: their states stand in one vector.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from subalign.acoustics.arrays import Flags, Floats, Ints, Singles
from subalign.acoustics.emissions.base import Emissions, Score, Stretch
from subalign.acoustics.graph.network import Network
from subalign.acoustics.observing import Observer, Step, observe_nothing
from subalign.acoustics.options import SearchOptions
from subalign.acoustics.search.first_pass import Path
from subalign.acoustics.search.forward_backward import start_posteriors
from subalign.acoustics.search.penalties import Penalties
from subalign.acoustics.search.trellis import LOWEST, Trellis
from subalign.acoustics.search.viterbi import best_paths


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """Place of each phone in frames; -1 for phones of skipped words.

    Args:
        starts, stops: first frame, and last frame + 1, of each phone, shape (phones,).
        scores: mean log likelihood of its frames, relative to the best phone, shape (phones,).
        posteriors: probability of each word to start where it was placed, shape (words,).
    """

    starts: Ints
    stops: Ints
    scores: Floats
    posteriors: Floats

    def keep(self, network: Network, words: Flags) -> Placed:
        """Return a copy with some words of the network.

        Args:
            network: all words.
            words: True for each word that is kept, shape (words,).
        """
        phones = np.repeat(words, network.sizes)
        return Placed(
            self.starts[phones], self.stops[phones], self.scores[phones], self.posteriors[words]
        )

    def with_words(self, network: Network, words: Flags, fresh: Placed) -> Placed:
        """Return a copy in which some words have other places.

        Args:
            network: all words.
            words: True for each word that is replaced, shape (words,).
            fresh: the places of these words.
        """
        phones = np.repeat(words, network.sizes)
        starts, stops, scores = self.starts.copy(), self.stops.copy(), self.scores.copy()
        posteriors = self.posteriors.copy()
        starts[phones], stops[phones], scores[phones] = fresh.starts, fresh.stops, fresh.scores
        posteriors[words] = fresh.posteriors
        return Placed(starts, stops, scores, posteriors)


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Words that are searched together, and the frames in which they are searched."""

    words: Ints
    first: int
    stop: int


def second_pass(
    emissions: Emissions,
    network: Network,
    path: Path,
    penalties: Penalties,
    options: SearchOptions,
    *,
    observe: Observer = observe_nothing,
    step: Step = Step.SECOND_PASS,
) -> Placed:
    """Place the phones of a network more precisely than the first pass did.

    Args:
        emissions: of the recording.
        network: the text.
        path: its way through the recording by the first pass.
        penalties: of garbage and of skipped words.
        options: bands, chunks, pauses and transitions.
        observe: called with the trellis of each batch of chunks, and the share that is done.
        step: the step that this share belongs to.
    """
    rough = _Rough.of(network, path, emissions.decimation)
    sound = emissions.gaps < -options.sound_threshold
    chunks = _chunks(network, rough, sound, options)
    score = emissions.scorer(network, rough.apart(network, options.min_apart_frames))
    count = len(network.phones)
    placed = Placed(
        np.full(count, -1),
        np.full(count, -1),
        np.full(count, np.nan),
        np.zeros(len(network.words)),
    )
    batches = list(_batches(chunks, network, emissions.states))
    work = np.cumsum([0, *(_cells(batch, network) for batch in batches)])
    for i, batch in enumerate(batches):
        made = _Batch(emissions, score, network, rough, penalties, options, batch)
        observe(step, None, (work[i] + work[i + 1]) / 2 / work[-1])
        observe(Step.TRELLIS, made.place(placed, options))
        observe(step, None, work[i + 1] / work[-1])
    return placed


@dataclass(frozen=True, slots=True, eq=False)
class _Rough:
    """Place of each phone by the first pass, in frames of 10 ms; -1 for skipped words."""

    starts: Ints
    stops: Ints
    word_starts: Ints
    word_stops: Ints

    @classmethod
    def of(cls, network: Network, path: Path, decimation: int) -> _Rough:
        starts, stops = (np.where(at >= 0, at * decimation, -1) for at in (path.starts, path.stops))
        return cls(starts, stops, starts[network.firsts[:-1]], stops[network.firsts[1:] - 1])

    def apart(self, network: Network, min_frames: int) -> Flags:
        """Mark the gaps whose pause keeps their words from sounding together."""
        apart = np.ones(len(network.words) + 1, np.bool_)
        long = self.word_starts[1:] - self.word_stops[:-1] > min_frames
        apart[1:-1] = long | (network.pauses[1:-1] == 0)
        return apart


def _chunks(network: Network, rough: _Rough, sound: Flags, options: SearchOptions) -> list[_Chunk]:
    """Cut the text at pauses.

    Args:
        sound: True for each frame that is unlikely to lie in a gap.
    """
    starts, stops = rough.word_starts, rough.word_stops
    frames = len(sound)
    aligned = np.flatnonzero(starts >= 0)
    if not len(aligned):
        return []
    groups = _groups(network, rough, sound, aligned.tolist(), options)
    chunks: list[_Chunk] = []
    known = [[w for w in group if starts[w] >= 0] for group in groups]
    bounds = [(int(starts[g[0]]), int(stops[g[-1]])) for g in known]
    margin = options.margin_frames
    for i, group in enumerate(groups):
        before = bounds[i - 1][1] if i else 0
        after = bounds[i + 1][0] if i + 1 < len(groups) else frames
        first = max(bounds[i][0] - margin, (before + bounds[i][0]) // 2)
        stop = min(bounds[i][1] + margin, (bounds[i][1] + after) // 2)
        chunks.append(_Chunk(np.array(group), max(first, 0), min(stop, frames)))
    return chunks


def _groups(
    network: Network, rough: _Rough, sound: Flags, aligned: list[int], options: SearchOptions
) -> list[list[int]]:
    """Return the words of each chunk; ``aligned`` are those that the first pass has placed."""
    starts, stops = rough.word_starts, rough.word_stops
    sounding = np.concatenate(([0], np.cumsum(sound)))
    groups: list[list[int]] = [[aligned[0]]]
    for word in aligned[1:]:
        before = groups[-1][-1]
        if word - before - 1 > options.max_skipped_words:
            groups.append([word])
            continue
        gap = starts[word] - stops[before]
        length = stops[before] - starts[groups[-1][0]]
        sound_in_gap = sounding[starts[word]] - sounding[stops[before]]
        ends = [w for w in range(before, word) if network.pauses[w + 1] == 0]
        least = options.min_chunk_frames if ends else options.min_inner_chunk_frames
        # a long gap with sound in it may hold a word that the first pass put on its other side
        quiet = sound_in_gap < options.max_quiet_sound_frames
        cut = gap >= options.min_cut_frames and length >= least and quiet
        if cut or gap > options.max_joined_gap_frames or length >= options.max_chunk_frames:
            first = ends[0] + 1 if ends else before + 1
            groups[-1] += range(before + 1, first)
            groups.append([*range(first, word + 1)])
        else:
            groups[-1] += range(before + 1, word + 1)
    return groups


def _batches(chunks: Sequence[_Chunk], network: Network, each: int) -> Iterator[list[_Chunk]]:
    """Bring chunks of like length together; ``each`` is the number of states of a phone."""
    most = 6_000_000  # states times frames: 24 MB of likelihoods
    batch: list[_Chunk] = []
    states = 0
    for chunk in sorted(chunks, key=lambda c: c.stop - c.first):
        size = int(network.sizes[chunk.words].sum()) * each
        if batch and (states + size) * (chunk.stop - chunk.first) > most:
            yield batch
            batch, states = [], 0
        batch.append(chunk)
        states += size
    if batch:
        yield batch


def _cells(batch: Sequence[_Chunk], network: Network) -> int:
    """Return the phones of a batch times its frames, a measure of its work."""
    phones = sum(int(network.sizes[chunk.words].sum()) for chunk in batch)
    return phones * max(chunk.stop - chunk.first for chunk in batch)


class _Batch:
    """Chunks that are searched side by side."""

    def __init__(
        self,
        emissions: Emissions,
        score: Score,
        network: Network,
        rough: _Rough,
        penalties: Penalties,
        options: SearchOptions,
        chunks: list[_Chunk],
    ) -> None:
        self.network, self.chunks, self.states = network, chunks, emissions.states
        self.phones = [self._phones_of(c) for c in chunks]
        offsets = _ends(len(p) * self.states + 1 for p in self.phones)
        gap_offsets = _ends(len(c.words) + 1 for c in chunks)
        words = np.concatenate([c.words for c in chunks])
        behind = np.concatenate([np.append(c.words, c.words[-1] + 1) for c in chunks])
        heads, tails = self._heads_and_tails(offsets)
        skips = np.full(gap_offsets[-1], -penalties.second_skip, np.float32)
        skips[gap_offsets[1:] - 1] = LOWEST
        lengths = np.array([c.stop - c.first for c in chunks])
        self.trellis = Trellis(
            lengths,
            offsets,
            gap_offsets,
            self._emissions(score, rough, offsets, options),
            self._gap_emissions(
                emissions.gaps,
                penalties.second_garbage,
                network.pauses[behind],
                gap_offsets,
                options,
            ),
            heads,
            tails,
            np.arange(len(words))
            + np.repeat(np.arange(len(chunks)), [len(c.words) for c in chunks]),
            (-options.second_pass_pause * network.pauses[words + 1]).astype(np.float32),
            skips[:-1],
            options.second_pass_stay,
            options.transition_scale,
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
        self,
        gaps: Singles,
        garbage: float,
        pauses: Singles,
        offsets: Ints,
        options: SearchOptions,
    ) -> Singles:
        time = max(c.stop - c.first for c in self.chunks)
        emissions = np.zeros((time, int(offsets[-1])), np.float32)
        for c, chunk in enumerate(self.chunks):
            columns = slice(offsets[c], offsets[c + 1])
            inside = gaps[chunk.first : chunk.stop]
            floors = -garbage * (1 + options.inner_second_garbage * pauses[columns])
            emissions[: len(inside), columns] = (
                np.maximum(inside[:, None], floors)
                - options.second_pass_pause_frame * pauses[columns]
            )
        return emissions

    def _emissions(
        self, score: Score, rough: _Rough, offsets: Ints, options: SearchOptions
    ) -> Singles:
        time = max(c.stop - c.first for c in self.chunks)
        emissions = np.full((time, int(offsets[-1])), LOWEST, np.float32)
        reach = options.neighbours
        stretches: list[Stretch] = []
        places: list[tuple[int, int]] = []
        for c, chunk in enumerate(self.chunks):
            phones = self.phones[c]
            lows, highs = _bands(rough.starts[phones], rough.stops[phones])
            for k, phone in enumerate(phones.tolist()):
                before, behind = max(k - reach, 0), min(k + reach, len(lows) - 1)
                low = max(int(lows[before]) - options.band_frames, chunk.first)
                high = min(int(highs[behind]) + options.band_frames, chunk.stop)
                stretches.append((phone, low, high))
                places.append((low - chunk.first, int(offsets[c]) + 1 + k * self.states))
        for (row, column), scores in zip(places, score(stretches), strict=True):
            emissions[row : row + len(scores), column : column + self.states] = scores
        return emissions

    def place(self, placed: Placed, options: SearchOptions) -> tuple[Trellis, Ints]:
        """Search, and write the result into ``placed``; return the trellis and the first frame
        of each of its words.
        """
        for c, path in enumerate(best_paths(self.trellis)):
            self._record(c, path, placed)
        words = np.concatenate([chunk.words for chunk in self.chunks])
        begins = np.repeat([c.first for c in self.chunks], [len(c.words) for c in self.chunks])
        starts = placed.starts[self.network.firsts[words]]
        inside = np.where(starts >= 0, starts - begins, -1)
        placed.posteriors[words] = start_posteriors(
            self.trellis,
            inside,
            scale=options.acoustic_scale,
            window=options.start_window_frames,
        )
        return self.trellis, inside

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
    """Return the frames of each phone; for a skipped one those between its neighbours."""
    known = starts >= 0
    filled_stops = np.maximum.accumulate(np.where(known, stops, 0))
    filled_starts = np.minimum.accumulate(np.where(known, starts, np.iinfo(np.int64).max)[::-1])
    return (
        np.where(known, starts, filled_stops),
        np.where(known, stops, filled_starts[::-1]),
    )
