"""Differences between the times of one list of items and those of another.

An item of the reference has a start to compare where its first token is the first token of an
item of the hypothesis, and an end where its last is the last of one. So phrases can be
compared with words, and captions with captions that break elsewhere.
"""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field

from subalign.evaluating.items import Interval, Item, Unit, tokenize
from subalign.evaluating.matching import UNMATCHED, match

TOLERANCES_MS = (20, 50, 100, 200, 500)
"""Errors up to which items are counted, ms: those that the literature on alignment gives."""


@dataclass(frozen=True, slots=True)
class Pair:
    """An item of the reference, and its times in the hypothesis, ms.

    Args:
        text: of the reference.
        start, end: by the reference.
        start_error, end_error: hypothesis less reference, ms; None where it gives no such time.
        confidence: of the hypothesis in its start, 0..1; None where it does not say.
    """

    text: str
    start: int
    end: int | None
    start_error: int | None
    end_error: int | None
    confidence: float | None

    @property
    def largest(self) -> int:
        """The size of the larger error, ms; 0 where there is none."""
        return max(abs(self.start_error or 0), abs(self.end_error or 0))


@dataclass(frozen=True, slots=True)
class Errors:
    """Errors of starts or of ends; ms, shares in percent (0..100).

    Args:
        n: how many there are, at least 1.
        median, mean, largest: of the sizes of the errors.
        bias: the median with its sign; below 0 is early.
        within: share of the errors of at most so many ms, for each of `TOLERANCES_MS`.
    """

    n: int
    median: float
    mean: float
    largest: float
    bias: float
    within: dict[int, float] = field(hash=False)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Items of a hypothesis against those of a reference.

    Args:
        unit: what was compared.
        pairs: the items of the reference that have a time, in its order.
        tokens, matched: of the reference, and how many of them the hypothesis has.
        others, surplus: tokens of the hypothesis, and how many of them have a time and are not
            in the reference.
        absent: how many items are not in the recording.
        placed: for each of them that has times in the hypothesis, for more than half of its
            tokens, the confidence in that; None where the hypothesis does not say.
    """

    unit: Unit
    pairs: tuple[Pair, ...]
    tokens: int
    matched: int
    others: int
    surplus: int
    absent: int
    placed: tuple[float | None, ...]

    @property
    def starts(self) -> Errors | None:
        """Errors of starts; None where none can be compared."""
        return measure([p.start_error for p in self.pairs if p.start_error is not None])

    @property
    def ends(self) -> Errors | None:
        """Errors of ends; None where none can be compared."""
        return measure([p.end_error for p in self.pairs if p.end_error is not None])

    @property
    def start_coverage(self) -> float:
        """Share of the items whose start has a time in the hypothesis, percent."""
        return percent(sum(p.start_error is not None for p in self.pairs), len(self.pairs))

    @property
    def end_coverage(self) -> float:
        """Share of the items whose end has a time in the hypothesis, percent."""
        return percent(sum(p.end_error is not None for p in self.pairs), len(self.pairs))

    @property
    def matched_share(self) -> float:
        """Share of the tokens of the reference that the hypothesis has, percent."""
        return percent(self.matched, self.tokens)

    def worst(self, n: int) -> list[Pair]:
        """Return the ``n`` pairs with the largest errors, the largest first."""
        return sorted(self.pairs, key=lambda pair: -pair.largest)[:n]

    @property
    def common(self) -> float:
        """Share of the tokens of the shorter text that both texts have, percent."""
        return percent(self.matched, min(self.tokens, self.others))


def percent(part: float, whole: float) -> float:
    """Return ``part`` of ``whole`` in percent; 0 where there is no whole."""
    return 100 * part / whole if whole else 0.0


def measure(errors: Sequence[int]) -> Errors | None:
    """Return statistics of signed errors in ms; None where there are none.

    >>> found = measure([-30, 10, 20, 400])
    >>> found.median, found.bias, found.within[50]
    (25.0, 15.0, 75.0)
    """
    if not errors:
        return None
    sizes = sorted(map(abs, errors))
    return Errors(
        n=len(sizes),
        median=statistics.median(sizes),
        mean=statistics.fmean(sizes),
        largest=sizes[-1],
        bias=statistics.median(errors),
        within={ms: percent(sum(size <= ms for size in sizes), len(sizes)) for ms in TOLERANCES_MS},
    )


def compare(reference: Sequence[Item], hypothesis: Sequence[Item], unit: Unit) -> Comparison:
    """Match two lists of items by their text and compare their times."""
    ref, hyp = tokenize(reference), tokenize(hypothesis)
    found = match(ref.texts, hyp.texts)
    starts, ends = _edges(hyp.spans, hypothesis)
    timed = [hypothesis[owner].start is not None for owner in hyp.owners]
    pairs: list[Pair] = []
    absent = 0
    placed: list[float | None] = []
    for item, span in zip(reference, ref.spans, strict=True):
        if span is None:
            continue
        first, last = span
        if not item.spoken:
            absent += 1
            hits = [j for j in found.same[first : last + 1] if j != UNMATCHED and timed[j]]
            if 2 * len(hits) > last + 1 - first:
                placed.append(hypothesis[hyp.owners[hits[0]]].confidence)
        elif item.start is not None:
            at = found.starts[first]
            owner = hypothesis[hyp.owners[at]] if at in starts else None
            pairs.append(
                Pair(
                    item.text,
                    item.start,
                    item.end,
                    _difference(starts.get(at), item.start),
                    _difference(ends.get(found.ends[last]), item.end),
                    owner.confidence if owner else None,
                )
            )
    surplus = sum(timed) - sum(j != UNMATCHED and timed[j] for j in found.same)
    return Comparison(
        unit,
        tuple(pairs),
        tokens=len(ref.texts),
        matched=found.count,
        others=len(timed),
        surplus=surplus,
        absent=absent,
        placed=tuple(placed),
    )


def _edges(
    spans: Sequence[tuple[int, int] | None], items: Sequence[Item]
) -> tuple[dict[int, int], dict[int, int]]:
    """Return the start of each token that begins an item, and the end of each that closes one."""
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    for span, item in zip(spans, items, strict=True):
        if span and item.start is not None:
            starts[span[0]] = item.start
        if span and item.end is not None:
            ends[span[1]] = item.end
    return starts, ends


def _difference(found: int | None, wanted: int | None) -> int | None:
    return None if found is None or wanted is None else found - wanted


def intervals(items: Sequence[Item]) -> list[Interval]:
    """Return when each item with a time begins and ends, ms."""
    return [(i.start, i.end) for i in items if i.start is not None and i.end is not None]


def union(found: Sequence[Interval]) -> list[Interval]:
    """Return the union of intervals, as intervals that do not touch, in order, ms.

    >>> union([(4, 6), (0, 3), (2, 4)])
    [(0, 6)]
    """
    joined: list[Interval] = []
    for start, end in sorted(found):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        elif end > start:
            joined.append((start, end))
    return joined


def length(found: Sequence[Interval]) -> int:
    """Return the total length of the union of intervals, ms."""
    return sum(end - start for start, end in union(found))


def shared(one: Sequence[Interval], other: Sequence[Interval]) -> int:
    """Return how much time lies in both lists of intervals, ms.

    >>> shared([(0, 5), (8, 10)], [(4, 9)])
    2
    """
    return length(one) + length(other) - length([*one, *other])


def between(intervals: Sequence[Interval], until: int) -> list[Interval]:
    """Return the gaps that ``intervals``, in order and apart, leave from 0 to ``until``, ms.

    >>> between([(0, 5), (8, 10)], 12)
    [(5, 8), (10, 12)]
    """
    edges = [0, *(edge for interval in intervals for edge in interval), until]
    return [(edges[i], edges[i + 1]) for i in range(0, len(edges), 2) if edges[i] < edges[i + 1]]
