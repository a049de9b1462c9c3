"""Calibration of confidences: of 100 items at 0.9, about 90 should be right."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from subalign.evaluating.comparing import Comparison, percent


@dataclass(frozen=True, slots=True)
class CalibrationOptions:
    """Options of the comparison of confidences with errors.

    Args:
        correct_ms: error up to which a start is correct, ms: what the confidence of a sentence
            is about.
        usable_ms: error up to which a start still serves captions, ms (BBC Subtitle Guidelines:
            in step with speech).
        high_confidence: confidence from which a start may be relied on unseen, 0..1.
    Our choice.
        bins: number of bins of equal width (10 is usual: Guo et al., "On Calibration of Modern
            Neural Networks", ICML 2017).
    """

    correct_ms: int = 100
    usable_ms: int = 200
    high_confidence: float = 0.99
    bins: int = 10


CALIBRATION = CalibrationOptions()
"""The options of every evaluation, so that all reports can be compared."""


@dataclass(frozen=True, slots=True)
class Bin:
    """A bin of items, whose confidence lies from ``low`` to below ``high`` (the last bin: to 1).

    Args:
        low, high: of the confidence, 0..1.
        n: how many there are.
        mean: of their confidence, 0..1.
        right, lenient: share of them whose start is within ``correct_ms`` and ``usable_ms`` of
            `CalibrationOptions`, percent.
    """

    low: float
    high: float
    n: int
    mean: float
    right: float
    lenient: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """Reliability diagram of confidences, and its calibration error.

    Args:
        bins: those that hold items, rising.
        sure: the items of high confidence; None where there are none.
        calibration_error: expected calibration error (ECE) of being correct, percent: how far
            confidence and share lie apart, over the bins by their size.
    """

    bins: tuple[Bin, ...]
    sure: Bin | None
    calibration_error: float


def reliability(found: Comparison) -> Reliability | None:
    """Compare confidences with start errors; return None where no item has both.

    An item that is not in the recording but has a time counts as wrong.
    """
    rated = [
        (pair.confidence, float(abs(pair.start_error)))
        for pair in found.pairs
        if pair.confidence is not None and pair.start_error is not None
    ]
    rated += [(confidence, math.inf) for confidence in found.placed if confidence is not None]
    if not rated:
        return None
    number, high = CALIBRATION.bins, CALIBRATION.high_confidence
    sorted_in: list[list[tuple[float, float]]] = [[] for _ in range(number)]
    for confidence, error in rated:
        sorted_in[min(int(confidence * number), number - 1)].append((confidence, error))
    bins = [_bin(k / number, (k + 1) / number, rows) for k, rows in enumerate(sorted_in) if rows]
    sure = [row for row in rated if row[0] >= high]
    return Reliability(
        tuple(bins),
        _bin(high, 1.0, sure) if sure else None,
        sum(b.n * abs(100 * b.mean - b.right) for b in bins) / len(rated),
    )


def _bin(low: float, high: float, rows: Sequence[tuple[float, float]]) -> Bin:
    n = len(rows)
    return Bin(
        low,
        high,
        n,
        sum(confidence for confidence, _ in rows) / n,
        percent(sum(error <= CALIBRATION.correct_ms for _, error in rows), n),
        percent(sum(error <= CALIBRATION.usable_ms for _, error in rows), n),
    )
