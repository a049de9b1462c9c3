"""The measures of an evaluation: numbers with names, and the least that each has to reach."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from subalign.errors import UsageError, nearest
from subalign.evaluating import edit_rate
from subalign.evaluating.comparing import TOLERANCES_MS, Comparison
from subalign.evaluating.confidence import Reliability
from subalign.evaluating.items import Unit
from subalign.evaluating.report import Report

UNIT_MEASURES = (
    *(f"{edge}s{ms}" for edge in ("start", "end") for ms in TOLERANCES_MS),
    *(f"{edge}-{what}" for edge in ("start", "end") for what in ("median", "bias", "coverage")),
    *("matched", "absent-placed", "calibration-error", "sure"),
)
"""Names of the measures of a `Unit`: words, phrases, or phrases by words."""

FILE_MEASURES = (
    *("extra-covered", "silence-covered"),
    *("sigma", "break-f1", "line-break-f1", "cue-break-f1", "narrow-lines", "suber"),
)
"""Names of the measures of a file."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A measure and the value from which it is good enough.

    Args:
        unit: a `Unit`; empty for the first that was compared, and for measures of files.
        name: one of `UNIT_MEASURES` or `FILE_MEASURES`.
        value: the least that passes; where less is better, the most.
    """

    unit: str
    name: str
    value: float

    def __str__(self) -> str:
        return f"{self.unit}.{self.name}" if self.unit else self.name

    def shortfall(self, report: Report) -> str:
        """Return in one line what is wrong with a report; empty where it is good enough.

        Raises:
            SetupError: the package that computes the measure is not installed.
        """
        if self.name == "suber":
            edit_rate.refuse_missing(where="min")
        found = self._find(report)
        if found is None:
            return f"{self} is not measured on these files"
        less = self.name in (
            "start-median start-bias end-median end-bias absent-placed calibration-error "
            "extra-covered silence-covered suber"
        ).split(" ")
        if (abs(found) <= self.value) if less else (found >= self.value):
            return ""
        side = "at most" if less else "at least"
        return f"{self} is {found:.6g}; {side} {self.value:g} is wanted"

    def _find(self, report: Report) -> float | None:
        if self.name in FILE_MEASURES:
            return dict(measures_of_file(report)).get(self.name)
        units = [Unit(self.unit)] if self.unit else list(Unit)
        compared = {c.unit: c for c in report.comparisons}
        unit = next((unit for unit in units if unit in compared), None)
        if unit is None:
            return None
        return dict(measures_of_unit(compared[unit], report.reliabilities.get(unit))).get(self.name)


def parse_wanted(text: str) -> Wanted:
    """Read ``NAME=VALUE`` or ``UNIT.NAME=VALUE``, such as ``starts100=99``.

    Raises:
        UsageError: the text has another form, or there is no such measure.
    """
    name, sign, value = text.partition("=")
    unit, _, name = name.strip().lower().rpartition(".")
    known = UNIT_MEASURES if unit else UNIT_MEASURES + FILE_MEASURES
    if not sign or name not in known:
        what = f"no measure {name!r}" if sign else f"{text!r} has no value"
        hint = nearest(name, known) if sign else "write it as starts100=99"
        raise UsageError(what, where="min", hint=hint)
    units = [known.value for known in Unit]
    if unit and unit not in units:
        raise UsageError(f"no unit {unit!r}", where="min", hint=nearest(unit, units))
    try:
        number = float(value)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise UsageError(f"{value!r} is no number", where="min", hint="such as starts100=99")
    return Wanted(unit, name, number)


def measures_of_unit(found: Comparison, rated: Reliability | None) -> Iterator[tuple[str, float]]:
    """Yield the `UNIT_MEASURES` that were measured.

    Medians and biases are in ms, ``absent-placed`` is a count, all else percent (0..100).
    """
    yield "matched", found.matched_share
    coverage = (("start", found.start_coverage), ("end", found.end_coverage))
    for (edge, share), errors in zip(coverage, (found.starts, found.ends), strict=True):
        yield f"{edge}-coverage", share
        if errors:
            yield f"{edge}-median", errors.median
            yield f"{edge}-bias", errors.bias
            yield from ((f"{edge}s{ms}", part) for ms, part in errors.within.items())
    if found.absent:
        yield "absent-placed", len(found.placed)
    if rated:
        yield "calibration-error", rated.calibration_error
        if rated.sure:
            yield "sure", rated.sure.lenient


def measures_of_file(report: Report) -> Iterator[tuple[str, float]]:
    """Yield the `FILE_MEASURES` that were measured, percent."""
    if report.extra:
        yield "extra-covered", report.extra.share
    if report.silence:
        yield "silence-covered", report.silence.share
    if report.breaks:
        yield "sigma", report.breaks.sigma
        yield "break-f1", report.breaks.f1
        yield "line-break-f1", report.breaks.line_f1
        yield "cue-break-f1", report.breaks.cue_f1
        yield "narrow-lines", report.breaks.narrow
    if report.suber is not None:
        yield "suber", report.suber
