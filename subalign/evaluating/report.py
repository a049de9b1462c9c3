"""The report of an evaluation: all measures of one file against another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from subalign.errors import InputError
from subalign.evaluating.breaks import Breaks, compare_breaks
from subalign.evaluating.comparing import (
    Comparison,
    Pair,
    between,
    compare,
    intervals,
    length,
    percent,
    shared,
    union,
)
from subalign.evaluating.confidence import Reliability, reliability
from subalign.evaluating.edit_rate import is_installed, suber
from subalign.evaluating.items import Interval, Timed, Unit


@dataclass(frozen=True, slots=True)
class Covered:
    """Time in which no word of the text is said, and how much of it the hypothesis covers; ms."""

    total: int
    covered: int

    @property
    def share(self) -> float:
        """Share of the time that the hypothesis covers, percent."""
        return percent(self.covered, self.total)


@dataclass(frozen=True, slots=True)
class Report:
    """A hypothesis against a reference.

    Args:
        name: of the hypothesis.
        comparisons: of words, phrases, and phrases by words, as far as both sides have them.
        reliabilities: by unit, for those whose hypothesis gives confidences.
        extra: speech that the text does not have; None where the reference names none.
        silence: time without an item of the reference; None where some items have no time.
        breaks, suber: for two caption files; ``suber`` is None also where it is not installed.
    """

    name: str
    comparisons: tuple[Comparison, ...]
    reliabilities: dict[Unit, Reliability] = field(hash=False)
    extra: Covered | None
    silence: Covered | None
    breaks: Breaks | None
    suber: float | None


def evaluate(hypothesis: Timed, reference: Timed, line_width: int) -> Report:
    """Compare a file of times with a reference, by the order of their texts.

    Args:
        hypothesis, reference: the times to be judged, and those that are taken as true.
        line_width: most columns of a line, for captions.

    Raises:
        InputError: the reference has no times, or the texts have too little in common.
    """
    if not any(item.start is not None for item in (*reference.words, *reference.phrases)):
        raise InputError("a reference needs times, and this has none", where=reference.name)
    comparisons = tuple(_comparisons(hypothesis, reference))
    _refuse_strangers(comparisons, hypothesis, reference)
    captions = bool(hypothesis.cues and reference.cues)
    rated = {c.unit: reliability(c) for c in comparisons if c.unit in (Unit.WORDS, Unit.PHRASES)}
    return Report(
        hypothesis.name,
        comparisons,
        {unit: found for unit, found in rated.items() if found},
        _covered(union(reference.extra), hypothesis) if reference.extra else None,
        _silence(hypothesis, reference),
        compare_breaks(reference.cues, hypothesis.cues, line_width) if captions else None,
        suber(reference.cues, hypothesis.cues) if captions and is_installed() else None,
    )


def _comparisons(hypothesis: Timed, reference: Timed) -> Iterator[Comparison]:
    if reference.phrases and hypothesis.phrases:
        yield compare(reference.phrases, hypothesis.phrases, Unit.PHRASES)
    if reference.phrases and hypothesis.words:
        yield compare(reference.phrases, hypothesis.words, Unit.PHRASES_BY_WORDS)
    if reference.words and hypothesis.words:
        yield compare(reference.words, hypothesis.words, Unit.WORDS)
    elif reference.words:
        yield _turned(compare(hypothesis.phrases, reference.words, Unit.PHRASES_ON_WORDS))


def _turned(found: Comparison) -> Comparison:
    """Return the comparison turned round, with the phrases of the hypothesis as reference."""
    return replace(found, pairs=tuple(map(_turned_pair, found.pairs)))


def _turned_pair(pair: Pair) -> Pair:
    start, end = pair.start_error, pair.end_error
    return replace(
        pair,
        start=pair.start + (start or 0),
        end=None if pair.end is None else pair.end + (end or 0),
        start_error=None if start is None else -start,
        end_error=None if end is None else -end,
    )


def _refuse_strangers(found: Sequence[Comparison], hypothesis: Timed, reference: Timed) -> None:
    # Unrelated texts of one language have about 20 % of their tokens in common in the same order,
    # a recogniser's poor text more than 50 %. The limit is our choice.
    if max(c.common for c in found) < 30:
        raise InputError(
            f"only {max(c.common for c in found):.0f} % of its words stand in {reference.name} "
            "in the same order",
            where=hypothesis.name,
            hint="is it the same text, in the same language?",
        )


def _silence(hypothesis: Timed, reference: Timed) -> Covered | None:
    items = reference.coarse
    if any(item.spoken and (item.start is None or item.end is None) for item in items):
        return None
    spoken = union(intervals(items))
    own = [end for _, end in intervals(hypothesis.coarse)]
    return _covered(between(spoken, max(reference.duration, spoken[-1][1], *own)), hypothesis)


def _covered(wanted: Sequence[Interval], hypothesis: Timed) -> Covered:
    return Covered(length(wanted), shared(wanted, intervals(hypothesis.coarse)))
