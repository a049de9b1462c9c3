"""Boundaries between sentences, moved to the pauses of the recording.

DTW against synthetic speech gives one boundary between two sentences and puts the whole
pause on one side. Here every boundary becomes a pause with two edges: where the voice ends
and where it begins again.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from subalign.acoustics.activity.pauses import Pauses


@dataclass(frozen=True, slots=True)
class SnapOptions:
    """Weights of the choice of pauses, in ms of pause.

    Args:
        reach_ms: distance that a boundary may move. aeneas places 95 % of sentences within 1 s.
        max_pause_ms: length beyond which a longer pause is no likelier to be the right one.
        inside_bonus_ms: additional worth of a pause in which the boundary already lies.
        pace_cost_ms: cost of a sentence whose length is e (2.718) times the expected one, or 1/e
            of it; the cost grows with the square of the logarithm of this ratio.
        left_out_cost_ms: cost of leaving out sound at an end of the recording.
        min_sound_ms: shortest sound that may be a word; leaving out less costs nothing.
        min_sentence_ms: shortest sentence.
    """

    reach_ms: int = 1000
    max_pause_ms: int = 800
    inside_bonus_ms: int = 150
    pace_cost_ms: int = 250
    left_out_cost_ms: int = 600
    min_sound_ms: int = 100
    min_sentence_ms: int = 30


_DEFAULT = SnapOptions()

_Choice = tuple[int, int, float]
"""End of the voice before a boundary, start of the voice after it, and the worth of that."""


def snap(
    boundaries: Sequence[float],
    lengths: Sequence[float],
    pauses: Pauses,
    options: SnapOptions = _DEFAULT,
) -> list[tuple[int, int]]:
    """Choose a pause, or none, for all boundaries together.

    A dynamic programme weighs the length of each pause, its distance from the boundary, and
    how well the sentences between the pauses keep the pace of their synthetic speech. The
    first sentence may begin after any pause before its end, and the last may end before any
    after its start: so music and announcements around the speech are left out.

    Args:
        boundaries: the n + 1 boundaries of n sentences, ms.
        lengths: of the n sentences in synthetic speech, ms.
        pauses: of the recording.
        options: weights.

    Returns:
        Start and end of the voice in each sentence, ms; in order, without overlap.
    """
    choices = [_choices(boundaries, k, pauses, options) for k in range(len(boundaries))]
    pace = (boundaries[-1] - boundaries[0]) / max(sum(lengths), 1)
    for _ in range(2):  # the second time with the pace of the speech itself
        chosen = _best(choices, lengths, pace, options)
        spans = _in_order((a[1], b[0]) for a, b in pairwise(chosen))
        pace = float(
            np.median([(e - s) / max(n, 1) for (s, e), n in zip(spans, lengths, strict=True)])
        )
    return spans


def _in_order(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Keep spans from overlapping; where there is no room, the last of them get no time."""
    out: list[tuple[int, int]] = []
    at = 0
    for start, end in spans:
        first = max(start, at)
        at = max(end, first)
        out.append((first, at))
    return out


def _choices(
    boundaries: Sequence[float], k: int, pauses: Pauses, options: SnapOptions
) -> list[_Choice]:
    at, last = boundaries[k], len(boundaries) - 1
    stay: _Choice = (round(at), round(at), 0.0)
    if k == 0:
        edge = [p for p in pauses.near(0, boundaries[1]) if p[1] < boundaries[1]]
        return [stay, *_ends(round(at), edge, options)]
    if k == last:
        edge = [p for p in pauses.near(boundaries[-2], at) if p[0] > boundaries[-2]]
        return [stay, *_ends(round(at), reversed(edge), options)]
    near = pauses.near(at - options.reach_ms, at + options.reach_ms)
    return [stay, *((p, q, _worth(p, q, at, options)) for p, q in near)]


def _ends(edge: int, pauses: Iterable[tuple[int, int]], options: SnapOptions) -> Iterator[_Choice]:
    """Yield the pauses from an edge of the recording inwards; sound beyond one is left out."""
    before = (edge, edge)
    sound = 0
    for start, end in pauses:
        sound += max(start - before[1], before[0] - end, 0)
        cost = options.left_out_cost_ms if sound > options.min_sound_ms else 0
        yield start, end, _worth(start, end, start, options) - cost
        before = (start, end)


def _worth(start: int, end: int, at: float, options: SnapOptions) -> float:
    """Return the worth of a pause for a boundary at a time, in ms of pause."""
    size = min(end - start, options.max_pause_ms)
    if start <= at <= end:
        return size + options.inside_bonus_ms
    # a pause that lies further off must be longer by as much
    return size - min(abs(start - at), abs(end - at))


def _best(
    choices: list[list[_Choice]], lengths: Sequence[float], pace: float, options: SnapOptions
) -> list[_Choice]:
    """Return the choice for each boundary that is worth most, all together."""
    totals = [[c[2] for c in choices[0]]]
    origins: list[list[int]] = []
    for here, there, size in zip(choices, choices[1:], lengths, strict=False):
        ways = [
            max(
                (total + _fit(b[0] - a[1], size * pace, options), -i)
                for i, (total, a) in enumerate(zip(totals[-1], here, strict=True))
            )
            for b in there
        ]
        origins.append([-i for _, i in ways])
        totals.append([total + b[2] for (total, _), b in zip(ways, there, strict=True)])
    k = max(range(len(totals[-1])), key=totals[-1].__getitem__)
    chosen = [choices[-1][k]]
    for origin, here in zip(reversed(origins), reversed(choices[:-1]), strict=True):
        k = origin[k]
        chosen.append(here[k])
    return chosen[::-1]


def _fit(length: float, expected: float, options: SnapOptions) -> float:
    """Return the worth of the length of a sentence, at most 0, in ms of pause."""
    if length < options.min_sentence_ms:
        return -1e6
    return -options.pace_cost_ms * math.log(length / max(expected, 1.0)) ** 2
