"""Sound that no word of the transcript covers: music, announcements, what was left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from subalign.acoustics.pauses import find_pauses
from subalign.model import RATE

if TYPE_CHECKING:
    from subalign.model import Samples

LEAST = 1500
"""Less sound than this between two words is a breath, a laugh or a drawn-out word, ms."""


def find_untranscribed(
    samples: Samples, covered: Iterable[tuple[int, int]]
) -> tuple[tuple[int, int], ...]:
    """The stretches that no word covers and that hold at least ``LEAST`` ms of sound.

    Args:
        samples: the recording, int16 mono at ``RATE``, shape (n,).
        covered: starts and ends in ms of all words, read or not; a sound label such as
            ``[music]`` covers what it stands for.

    Returns:
        Starts and ends in ms, from the first to the last sound of each stretch.
    """
    duration = len(samples) * 1000 // RATE
    heard = sorted((start, end) for start, end in covered if end > start)
    pauses = find_pauses(samples)
    found = []
    for (_, low), (high, _) in pairwise([(0, 0), *heard, (duration, duration)]):
        if high - low < LEAST:
            continue
        sounds = _between(pauses.near(low, high), low, high)
        if sum(b - a for a, b in sounds) >= LEAST:
            found.append((sounds[0][0], sounds[-1][1]))
    return tuple(found)


def _between(pauses: Sequence[tuple[int, int]], low: int, high: int) -> list[tuple[int, int]]:
    edges = [low, *(min(max(t, low), high) for pause in pauses for t in pause), high]
    return [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if b > a]
