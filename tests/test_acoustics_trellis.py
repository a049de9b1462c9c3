"""The searches against every path there is on small inputs, and against a plain recurrence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from subalign.acoustics.graph.network import Network
from subalign.acoustics.options import GMM_SEARCH
from subalign.acoustics.search.first_pass import find_path
from subalign.acoustics.search.forward_backward import start_posteriors
from subalign.acoustics.search.trellis import LOWEST, Trellis
from subalign.acoustics.search.viterbi import best_paths

STAY = np.log(GMM_SEARCH.second_pass_stay)
MOVE = np.log(1 - GMM_SEARCH.second_pass_stay)

GAP = -1
"""A position of a path: ("gap", n) is GAP - n, a state its number from 0."""


def make(seed: int, words: tuple[int, ...], frames: int) -> Trellis:
    """One chunk of words with so many states each, and random likelihoods."""
    random = np.random.default_rng(seed)
    ends = np.cumsum([0, *words])
    gaps = len(words) + 1
    emissions = random.normal(0, 3, (frames, ends[-1] + 1)).astype(np.float32)
    emissions[:, 0] = LOWEST
    skips = np.full(gaps, -4, np.float32)
    skips[-1] = LOWEST
    return Trellis(
        lengths=np.array([frames]),
        offsets=np.array([0, ends[-1] + 1]),
        gap_offsets=np.array([0, gaps]),
        emissions=emissions,
        gap_emissions=random.normal(-1, 2, (frames, gaps)).astype(np.float32),
        heads=ends[:-1] + 1,
        tails=ends[1:],
        before=np.arange(len(words)),
        exits=random.normal(-1, 1, len(words)).astype(np.float32),
        skips=skips[:-1],
    )


class Paths:
    """Every path, and the log likelihoods of its emissions and moves, in turn."""

    def __init__(self, trellis: Trellis) -> None:
        self.trellis = trellis
        self.states = int(trellis.offsets[-1]) - 1
        self.heads = (trellis.heads - 1).tolist()
        self.tails = (trellis.tails - 1).tolist()

    def __iter__(self) -> Iterator[tuple[list[int], list[float]]]:
        for start in (GAP, 0):
            yield from self._walk([start], [self._emission(0, start)])

    def _emission(self, t: int, at: int) -> float:
        if at <= GAP:
            return float(self.trellis.gap_emissions[t, GAP - at])
        return float(self.trellis.emissions[t, at + 1])

    def _moves(self, at: int) -> Iterator[tuple[int, float]]:
        if at <= GAP:
            gap = GAP - at
            yield at, STAY
            if gap < len(self.heads):
                yield self.heads[gap], MOVE
                yield at - 1, float(self.trellis.skips[gap])
            return
        yield at, 0.0
        if at + 1 < self.states:
            yield at + 1, 0.0
        if at in self.tails:
            word = self.tails.index(at)
            yield GAP - (word + 1), float(self.trellis.exits[word])

    def _walk(
        self, path: list[int], scores: list[float]
    ) -> Iterator[tuple[list[int], list[float]]]:
        if len(path) == self.trellis.lengths[0]:
            if path[-1] in (self.states - 1, GAP - len(self.heads)):
                yield path, scores
            return
        for there, cost in self._moves(path[-1]):
            emission = self._emission(len(path), there)
            yield from self._walk([*path, there], [*scores, cost, emission])


shapes = st.tuples(st.integers(0, 10_000), st.sampled_from([(1,), (2,), (1, 1), (2, 1), (1, 1, 2)]))


@given(shapes, st.integers(4, 7))
def test_the_path_is_the_likeliest_of_all(shape: tuple[int, tuple[int, ...]], frames: int) -> None:
    trellis = make(*shape, frames)
    every = list(Paths(trellis))
    best = max(sum(scores) for _, scores in every)
    (found,) = best_paths(trellis)
    # the path says in which gap it is only by the states around it
    likeliest = [p for p, scores in every if sum(scores) > best - 1e-3]
    assert [s if s >= 0 else -1 for s in found] in [[max(s, -1) for s in p] for p in likeliest]


@given(shapes, st.integers(4, 7), st.integers(0, 6))
def test_the_posterior_is_the_share_of_the_paths_that_start_there(
    shape: tuple[int, tuple[int, ...]], frames: int, at: int
) -> None:
    trellis = make(*shape, frames)
    starts = np.full(len(trellis.heads), min(at, frames - 1))
    scale = 0.05
    found = start_posteriors(trellis, starts, scale=scale, window=1)
    total, entered = 0.0, np.zeros(len(starts))
    for path, scores in Paths(trellis):
        # what moving on costs is no likelihood of a frame, and is not scaled
        weight = np.exp(sum(_scaled(trellis, path, scores, scale)))
        total += weight
        for word, head in enumerate((trellis.heads - 1).tolist()):
            begins = [
                t for t, s in enumerate(path) if s == head and (t == 0 or path[t - 1] != head)
            ]
            if begins and abs(begins[0] - starts[word]) <= 1:
                entered[word] += weight
    assert found == pytest.approx(entered / total, abs=0.03)


def _scaled(
    trellis: Trellis, path: list[int], scores: list[float], scale: float
) -> Iterator[float]:
    yield scores[0] * scale
    for before, there, cost, emission in zip(
        path, path[1:], scores[1::2], scores[2::2], strict=False
    ):
        stays_in_gap = before <= GAP and there == before
        enters = before <= GAP and there >= 0
        yield cost if stays_in_gap or enters else cost * scale
        yield emission * scale


def test_skipped_words_have_no_posterior() -> None:
    assert start_posteriors(make(1, (1, 1), 5), np.array([-1, 2]))[0] == 0


def test_chunks_side_by_side_are_as_alone() -> None:
    one, two = make(3, (2, 1), 6), make(4, (1, 2), 6)
    both = Trellis(
        np.array([6, 6]),
        np.array([0, 4, 8]),
        np.array([0, 3, 6]),
        np.hstack([one.emissions, two.emissions]),
        np.hstack([one.gap_emissions, two.gap_emissions]),
        np.concatenate([one.heads, two.heads + 4]),
        np.concatenate([one.tails, two.tails + 4]),
        np.array([0, 1, 3, 4]),
        np.concatenate([one.exits, two.exits]),
        np.concatenate([one.skips, np.array([LOWEST]), two.skips]),
    )
    for together, alone in zip(best_paths(both), (one, two), strict=True):
        assert np.array_equal(together, best_paths(alone)[0])
    starts = np.array([1, 3, 2, 4])
    apart = [start_posteriors(t, starts[i : i + 2]) for t, i in ((one, 0), (two, 2))]
    assert start_posteriors(both, starts) == pytest.approx(np.concatenate(apart), abs=1e-5)


# --- the recurrence -----------------------------------------------------------------------------


@dataclass(frozen=True)
class Graph:
    """The recurrence of `subalign.acoustics.search`, all numbers of it, in logs.

    Args:
        sizes: states of each word.
        states: emissions, shape (frames, states).
        gaps: emissions, shape (frames, words + 1).
        stays: of each gap to last.
        move: from a gap into the word behind it.
        exits: from each word into the gap behind it.
        skips: from each gap to the next, without the word between.
        at_once: True where several words can be left out in one frame.
    """

    sizes: tuple[int, ...]
    states: npt.NDArray[Any]
    gaps: npt.NDArray[Any]
    stays: npt.NDArray[Any]
    move: float
    exits: npt.NDArray[Any]
    skips: npt.NDArray[Any]
    at_once: bool

    def total(self, plus: Callable[[float, float], float]) -> float:
        """The best path by ``max``, the sum of all paths by ``np.logaddexp``."""
        tails = np.cumsum(self.sizes) - 1
        heads = tails - self.sizes + 1
        words = range(len(self.sizes))
        state, gap = np.full(tails[-1] + 1, -np.inf), np.full(len(words) + 1, -np.inf)
        state[0], gap[0] = self.states[0, 0], self.gaps[0, 0]
        for w in words if self.at_once else ():
            gap[w + 1] = gap[w] + self.skips[w]
        for t in range(1, len(self.states)):
            state_before, gap_before = state.copy(), gap.copy()
            for i in range(1, len(state)):
                state[i] = plus(state_before[i], state_before[i - 1])
            for w in words:
                state[heads[w]] = plus(state[heads[w]], gap_before[w] + self.move)
            gap = gap_before + self.stays
            for w in words:
                gap[w + 1] = plus(gap[w + 1], state_before[tails[w]] + self.exits[w])
                skipped = gap[w] if self.at_once else gap_before[w]
                gap[w + 1] = plus(gap[w + 1], skipped + self.skips[w])
            state += self.states[t]
            gap += self.gaps[t]
        return plus(state[-1], gap[-1])

    def along(self, path: npt.NDArray[Any]) -> float:
        """The best path that is in these states, -1 for any gap."""
        states, gaps = np.full_like(self.states, -np.inf), np.full_like(self.gaps, -np.inf)
        for t, at in enumerate(path.tolist()):
            if at < 0:
                gaps[t] = self.gaps[t]
            else:
                states[t, at] = self.states[t, at]
        return replace(self, states=states, gaps=gaps).total(max)


def graph_of(trellis: Trellis, scale: float = 1.0) -> Graph:
    """The graph of a trellis of one chunk, its likelihoods raised to a power."""
    return Graph(
        sizes=tuple((trellis.tails - trellis.heads + 1).tolist()),
        states=trellis.emissions[:, 1:] * scale,
        gaps=trellis.gap_emissions * scale,
        stays=np.full(len(trellis.heads) + 1, STAY),
        move=MOVE,
        exits=trellis.exits * scale,
        skips=trellis.skips * scale,
        at_once=False,
    )


graphs = st.tuples(
    st.integers(0, 10_000), st.lists(st.integers(1, 4), min_size=1, max_size=6).map(tuple)
)


@given(graphs, st.integers(1, 40))
def test_the_second_pass_finds_the_best_path_of_the_recurrence(
    shape: tuple[int, tuple[int, ...]], frames: int
) -> None:
    trellis = make(*shape, frames)
    graph = graph_of(trellis)
    (path,) = best_paths(trellis)
    best = graph.total(max)
    if best > LOWEST / 2:  # else there are fewer frames than any path needs
        assert graph.along(path) == pytest.approx(best, abs=1e-3)


@given(graphs, st.integers(8, 40), st.integers(0, 40), st.integers(0, 5), st.integers(0, 5))
def test_the_posterior_is_the_ratio_of_two_sums_of_the_recurrence(
    shape: tuple[int, tuple[int, ...]], frames: int, at: int, window: int, word: int
) -> None:
    trellis = make(*shape, frames)
    graph, word, at = graph_of(trellis, 0.05), word % len(shape[1]), at % frames
    starts = np.full(len(trellis.heads), -1)
    starts[word] = at
    found = start_posteriors(trellis, starts, scale=0.05, window=window)[word]

    def not_before(t: int) -> float:
        """All paths that begin the word in frame ``t`` or later, or never."""
        states = graph.states.copy()
        states[: max(t, 0), trellis.heads[word] - 1] = -np.inf
        return replace(graph, states=states).total(np.logaddexp)

    every = graph.total(np.logaddexp)
    expected = np.exp(not_before(at - window) - every) - np.exp(not_before(at + window + 1) - every)
    # `exponential` is exact to 3 %; with an exact one the difference is below 1e-6
    assert found == pytest.approx(expected, abs=0.03)


@given(graphs, st.integers(1, 40))
def test_the_first_pass_finds_the_best_path_of_the_recurrence(
    shape: tuple[int, tuple[int, ...]], frames: int
) -> None:
    seed, sizes = shape
    random = np.random.default_rng(seed)
    network = text(*(tuple(random.integers(0, 5, size)) for size in sizes))
    network.pauses[1:-1] = random.choice([0.0, 0.3, 1.0], len(sizes) - 1)
    phones = random.normal(-2, 3, (frames, 5)).astype(np.float32)
    gaps = random.normal(-2, 2, frames).astype(np.float32)
    inner = -random.uniform(0, 1, frames).astype(np.float32)
    path = find_path(network, phones, gaps, inner, skip=8.0)
    options, pauses = GMM_SEARCH, network.pauses
    graph = Graph(
        sizes=sizes,
        states=phones[:, network.phones] + np.log(0.5),
        gaps=gaps[:, None] + inner[:, None] * pauses,
        stays=np.log(options.first_pass_stay) - options.first_pass_pause_frame * pauses,
        move=np.log(1 - options.first_pass_stay),
        exits=np.log(0.5) - options.first_pass_pause * pauses[1:],
        skips=-8.0 * (np.array(sizes) / 4 + 0.5),
        at_once=True,
    )
    states = np.full(frames, -1)
    for phone, (start, stop) in enumerate(zip(path.starts, path.stops, strict=True)):
        states[max(start, 0) : max(stop, 0)] = phone
    assert graph.along(states) == pytest.approx(graph.total(max), abs=1e-3)


# --- the whole recording ----------------------------------------------------------------------


def text(*words: tuple[int, ...]) -> Network:
    """Words of phones, each a sentence of its own."""
    sizes = [len(w) for w in words]
    return Network(
        np.array([p for w in words for p in w]),
        np.cumsum([0, *sizes]),
        np.array([(i, 0) for i in range(len(words))]),
        np.zeros(len(words) + 1, np.float32),
    )


Sounds = tuple[npt.NDArray[Any], npt.NDArray[Any], npt.NDArray[Any]]


def sounding(*sounds: tuple[int, int], phones: int = 8, inner: float = 0) -> Sounds:
    """Likelihoods of phones and gaps, where each sound (a phone, or -1) lasts so many frames.

    Args:
        inner: what sound costs besides in a gap without a mark.
    """
    frames = [phone for phone, count in sounds for _ in range(count)]
    likelihoods = np.full((len(frames), phones), -9, np.float32)
    gaps = np.full(len(frames), -4, np.float32)
    for t, phone in enumerate(frames):
        if phone < 0:
            gaps[t] = 0
        else:
            likelihoods[t, phone] = 0
    return likelihoods, gaps, np.where(gaps < 0, np.float32(-inner), np.float32(0))


def spans(
    network: Network, *sounds: tuple[int, int], beam: int = GMM_SEARCH.beam_phones
) -> list[object]:
    path = find_path(network, *sounding(*sounds), skip=20, beam=beam)
    return [None if a < 0 else (a, b) for a, b in zip(path.starts, path.stops, strict=True)]


def test_phones_lie_where_they_sound() -> None:
    found = spans(text((1, 2), (3,)), (-1, 5), (1, 4), (2, 6), (-1, 7), (3, 3), (-1, 2))
    assert found == [(5, 9), (9, 15), (22, 25)]


def test_words_that_are_not_there_are_skipped() -> None:
    found = spans(text((1, 2), (5, 6, 7), (3,)), (1, 4), (2, 6), (-1, 7), (3, 5))
    assert found == [(0, 4), (4, 10), None, None, None, (17, 22)]


def test_sound_that_is_not_in_the_text_is_left_out() -> None:
    found = spans(text((1, 2), (3,)), (6, 20), (1, 4), (2, 6), (7, 9), (5, 9), (3, 5), (6, 8))
    assert found == [(20, 24), (24, 30), (48, 53)]


@pytest.mark.parametrize(("inner", "place"), [(0, 0), (1, 12)])
def test_a_word_lies_apart_from_its_sentence_where_sound_between_is_cheap(
    inner: float, place: int
) -> None:
    sentence = text((1,), (2,))
    sentence.pauses[1] = 1
    sounds = sounding((1, 6), (5, 6), (1, 4), (2, 4), inner=inner)
    assert find_path(sentence, *sounds, skip=20).starts[0] == place


def test_a_path_at_the_edge_of_the_window_is_told() -> None:
    rng = np.random.default_rng(0)
    words = [tuple(rng.integers(0, 8, 4)) for _ in range(60)]
    sounds = [(int(p), 3) for w in words for p in w]
    whole = text(*words)
    assert not find_path(whole, *sounding(*sounds), skip=20, beam=64).touched
    # the path must run ahead of the window to find the rest of the text
    late = sounding(*sounds[16:])
    assert find_path(whole, *late, skip=1, beam=16).touched
    wide = find_path(whole, *late, skip=1, beam=256)
    assert not wide.touched
    assert (wide.starts[16:] >= 0).all()
