"""Words inside a sentence: a second, finer comparison with the synthetic speech.

The frames of the recording and of the synthetic sentence are compared every 10 ms, pauses
left out on both sides; the times at which espeak-ng begins and ends each word are carried
over along the path, and edges that fall near a pause move to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from subalign.acoustics.features import cepstra, normalise
from subalign.acoustics.kernels import compute_best_path
from subalign.acoustics.pauses import STEP, Pauses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from subalign.acoustics.espeak import Speech
    from subalign.acoustics.kernels import Floats, Ints
    from subalign.model import Samples, Span

WINDOW, SHIFT = 0.025, STEP / 1000
"""Length and distance of the frames, s: what speech recognisers use."""

_LEAST = 3  # frames on each side, below which there is nothing to compare
_REACH = 150  # how far the edge of a word may move to a pause, ms
_SHORTEST = 10  # the least that a word lasts, ms

Edges = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Placed:
    """Start and end of each word of a sentence, ms, and how unlike the two sides are.

    ``distance`` is the mean cosine distance along the path, 0..2; 2 where there was too
    little sound to compare.
    """

    words: Edges
    distance: float


def place_words(
    samples: Samples, pauses: Pauses, speeches: Sequence[Speech], spans: Sequence[tuple[int, int]]
) -> Iterator[Placed]:
    """Find the words of each sentence inside its span of the recording.

    Args:
        samples: the recording, int16 mono at ``RATE``.
        pauses: of the recording.
        speeches: the sentences as espeak-ng says them.
        spans: where the voice begins and ends in each sentence, ms.
    """
    (recording,) = normalise([cepstra(samples, WINDOW, SHIFT)])
    synthetic = normalise([cepstra(s.samples, WINDOW, SHIFT) for s in speeches])
    quiet = pauses.quiet_frames(len(recording))
    for speech, frames, (start, end) in zip(speeches, synthetic, spans, strict=True):
        rows = np.arange(start // STEP, min(-(-end // STEP), len(recording)))
        rows = rows[~quiet[rows]]
        if min(len(rows), len(frames)) < _LEAST:
            yield Placed(_share(speech.words, start, end), 2.0)
            continue
        columns, word_of = _voiced(speech.words, len(frames))
        placed = _place(recording[rows].T, frames[columns].T, word_of, len(speech.words))
        edges = [(int(rows[a]) * STEP, (int(rows[b]) + 1) * STEP) for a, b in placed.words]
        edges = _to_pauses(edges, pauses.near(start + 1, end - 1))
        yield Placed(_in_order(edges, start, end), placed.distance)


def _voiced(words: Sequence[Span], count: int) -> tuple[Ints, Ints]:
    """The frames inside words, and the word of each."""
    frames: list[int] = []
    owners: list[int] = []
    for i, word in enumerate(words):
        first = min(max(round(word.start / STEP), frames[-1] + 1 if frames else 0), count - 1)
        stop = min(max(round(word.end / STEP), first + 1), count)
        frames += range(first, stop)
        owners += [i] * (stop - first)
    return np.array(frames, np.int64), np.array(owners, np.int64)


def _place(recording: Floats, synthetic: Floats, word_of: Ints, count: int) -> Placed:
    path = np.array(compute_best_path(recording, synthetic, synthetic.shape[1]))
    rows, columns = path.T
    a, b = recording[:, rows], synthetic[:, columns]
    norms = np.linalg.norm(a, axis=0) * np.linalg.norm(b, axis=0)
    distance = float(np.mean(1 - (a * b).sum(axis=0) / norms))
    words = np.arange(count)
    owners = word_of[columns]
    first = np.searchsorted(owners, words, "left").clip(max=len(rows) - 1)
    last = (np.searchsorted(owners, words, "right") - 1).clip(min=0)
    return Placed(list(zip(rows[first].tolist(), rows[last].tolist(), strict=True)), distance)


def _share(words: Sequence[Span], start: int, end: int) -> Edges:
    """Words at the pace of the synthetic speech, stretched to the span."""
    scale = (end - start) / max(words[-1].end, 1)
    return [(start + int(w.start * scale), start + int(w.end * scale)) for w in words]


def _to_pauses(words: Edges, pauses: list[tuple[int, int]]) -> Edges:
    """Give each pause, the longest first, to the nearest gap between words in its reach."""
    taken: dict[int, tuple[int, int]] = {}
    for start, end in sorted(pauses, key=lambda p: p[0] - p[1]):
        low = max((k for k, p in taken.items() if p[0] < start), default=0) + 1
        high = min((k for k, p in taken.items() if p[0] > start), default=len(words))
        gaps = [(_away(words[k - 1][1], words[k][0], start, end), k) for k in range(low, high)]
        away, gap = min(gaps, default=(_REACH + end, 0))
        if away <= _REACH + (end - start) / 2:
            taken[gap] = (start, end)
    moved = [list(w) for w in words]
    for gap, (start, end) in taken.items():
        moved[gap - 1][1], moved[gap][0] = start, end
    return [(a, b) for a, b in moved]


def _away(end: int, start: int, pause_start: int, pause_end: int) -> float:
    middle = (end + start) / 2
    return max(pause_start - middle, middle - pause_end, 0.0)


def _in_order(words: Edges, start: int, end: int) -> Edges:
    """Words that follow each other inside the span, none shorter than it can be."""
    out: Edges = []
    at = start
    for k, (a, b) in enumerate(words):
        room = end - (len(words) - k - 1) * _SHORTEST
        first = min(max(a, at), max(room - _SHORTEST, at))
        at = min(max(b, first + _SHORTEST), max(room, first))
        out.append((first, at))
    return out
