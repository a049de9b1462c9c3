"""Whether a confidence keeps what it promises: of 100 at 0.9, about 90 are right."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from subalign.evaluating.comparing import Comparison, percent

RIGHT = 100
"""ms within which a start is right: what the confidence of a sentence is about."""

LENIENT = 200
"""ms within which a start still serves captions (BBC Subtitle Guidelines: in step with speech)."""

SURE = 0.99
"""From this confidence a start may be relied on unseen."""

BINS = 10
"""Bins of equal width, as usual for the expected calibration error (Guo et al., ICML 2017)."""


@dataclass(frozen=True, slots=True)
class Bin:
    """The items whose confidence lies from ``low`` to below ``high`` (the last bin: to 1).

    Args:
        low, high: of the confidence, 0..1.
        n: how many there are.
        mean: of their confidence, 0..1.
        right, lenient: share of them whose start is within `RIGHT` and `LENIENT`, percent.
    """

    low: float
    high: float
    n: int
    mean: float
    right: float
    lenient: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """How confidence and errors go together.

    Args:
        bins: those of `BINS` equal ones that hold items, rising.
        sure: the items from `SURE` on; None where there are none.
        calibration_error: expected calibration error (ECE) of being within `RIGHT`, percent:
            how far confidence and share lie apart, over the bins by their size.
    """

    bins: tuple[Bin, ...]
    sure: Bin | None
    calibration_error: float


def reliability(found: Comparison) -> Reliability | None:
    """Hold confidence against start errors; None where no item has both.

    What is not in the recording and was placed all the same is wrong by any measure.
    """
    rated = [
        (pair.confidence, float(abs(pair.start_error)))
        for pair in found.pairs
        if pair.confidence is not None and pair.start_error is not None
    ]
    rated += [(confidence, math.inf) for confidence in found.placed if confidence is not None]
    if not rated:
        return None
    sorted_in: list[list[tuple[float, float]]] = [[] for _ in range(BINS)]
    for confidence, error in rated:
        sorted_in[min(int(confidence * BINS), BINS - 1)].append((confidence, error))
    bins = [_bin(k / BINS, (k + 1) / BINS, rows) for k, rows in enumerate(sorted_in) if rows]
    sure = [row for row in rated if row[0] >= SURE]
    return Reliability(
        tuple(bins),
        _bin(SURE, 1.0, sure) if sure else None,
        sum(b.n * abs(100 * b.mean - b.right) for b in bins) / len(rated),
    )


def _bin(low: float, high: float, rows: Sequence[tuple[float, float]]) -> Bin:
    n = len(rows)
    return Bin(
        low,
        high,
        n,
        sum(confidence for confidence, _ in rows) / n,
        percent(sum(error <= RIGHT for _, error in rows), n),
        percent(sum(error <= LENIENT for _, error in rows), n),
    )
