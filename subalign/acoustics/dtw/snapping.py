"""Boundaries between sentences, moved to the pauses of the recording.

DTW against synthetic speech gives one boundary between two sentences and puts the whole
pause on one side. Here every boundary becomes a pause with two edges: where the voice ends
and where it begins again.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import numpy as np

from subalign.acoustics.activity.pauses import Pauses

REACH = 1000
"""How far a boundary may move, ms. aeneas places 95 % of sentences within this."""

_LONG = 800  # a longer pause is no likelier to be the one, ms
_INSIDE = 150  # what it is worth, in ms of pause, that the boundary lies in the pause already
_PACE = 250  # what a sentence e times as long as its text says costs, in ms of pause
_LEFT_OUT = 600  # what it costs to leave out sound at an end, in ms of pause
_CLICK = 100  # less sound than this is no word, ms
_LEAST = 30  # the shortest sentence, ms

_Choice = tuple[int, int, float]  # end of the voice before, start of the voice after, worth


def snap(
    boundaries: Sequence[float], lengths: Sequence[float], pauses: Pauses
) -> list[tuple[int, int]]:
    """Choose a pause, or none, for all boundaries together.

    A dynamic programme weighs the length of each pause, its distance from the boundary, and
    how well the sentences between the pauses keep the pace of their synthetic speech. The
    first sentence may begin after any pause before its end, and the last may end before any
    after its start: music and announcements around the speech are left out so.

    Args:
        boundaries: the n + 1 boundaries of n sentences, ms.
        lengths: of the n sentences in synthetic speech, ms.
        pauses: of the recording.

    Returns:
        When the voice begins and ends in each sentence, ms; in order, without overlap.
    """
    choices = [_choices(boundaries, k, pauses) for k in range(len(boundaries))]
    pace = (boundaries[-1] - boundaries[0]) / max(sum(lengths), 1)
    for _ in range(2):  # the second time with the pace of the speech itself
        chosen = _best(choices, lengths, pace)
        spans = _in_order((a[1], b[0]) for a, b in pairwise(chosen))
        pace = float(
            np.median([(e - s) / max(n, 1) for (s, e), n in zip(spans, lengths, strict=True)])
        )
    return spans


def _in_order(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where there are more sentences than room, the last of them get no time."""
    out: list[tuple[int, int]] = []
    at = 0
    for start, end in spans:
        first = max(start, at)
        at = max(end, first)
        out.append((first, at))
    return out


def _choices(boundaries: Sequence[float], k: int, pauses: Pauses) -> list[_Choice]:
    at, last = boundaries[k], len(boundaries) - 1
    stay: _Choice = (round(at), round(at), 0.0)
    if k == 0:
        edge = [p for p in pauses.near(0, boundaries[1]) if p[1] < boundaries[1]]
        return [stay, *_ends(round(at), edge)]
    if k == last:
        edge = [p for p in pauses.near(boundaries[-2], at) if p[0] > boundaries[-2]]
        return [stay, *_ends(round(at), reversed(edge))]
    near = pauses.near(at - REACH, at + REACH)
    return [stay, *((p, q, _worth(p, q, at)) for p, q in near)]


def _ends(edge: int, pauses: Iterable[tuple[int, int]]) -> Iterator[_Choice]:
    """The pauses from an edge of the recording inwards; sound beyond the pause is left out."""
    before = (edge, edge)
    sound = 0
    for start, end in pauses:
        sound += max(start - before[1], before[0] - end, 0)
        yield start, end, _worth(start, end, start) - (_LEFT_OUT if sound > _CLICK else 0)
        before = (start, end)


def _worth(start: int, end: int, at: float) -> float:
    size = min(end - start, _LONG)
    if start <= at <= end:
        return size + _INSIDE
    # a pause that lies further off must be longer by as much
    return size - min(abs(start - at), abs(end - at))


def _best(choices: list[list[_Choice]], lengths: Sequence[float], pace: float) -> list[_Choice]:
    totals = [[c[2] for c in choices[0]]]
    origins: list[list[int]] = []
    for here, there, size in zip(choices, choices[1:], lengths, strict=False):
        ways = [
            max(
                (total + _fit(b[0] - a[1], size * pace), -i)
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


def _fit(length: float, expected: float) -> float:
    if length < _LEAST:
        return -1e6
    return -_PACE * math.log(length / max(expected, 1.0)) ** 2
