"""A picture of an evaluation: how errors spread, and whether confidences are calibrated."""

from __future__ import annotations

import io
from collections.abc import Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from subalign.errors import InputError, SetupError
from subalign.evaluating.confidence import CALIBRATION
from subalign.evaluating.items import Unit
from subalign.evaluating.report import Report

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def draw(reports: Sequence[Report], names: Sequence[str], reference: str) -> bytes:
    """Draw the errors of one or more files against the same reference, as a PNG.

    Left: start errors, above, and end errors, below, of the first unit that all have. Right,
    where confidences are given: the share of correct starts against the confidence;
    the number of items beside each point.

    Args:
        reports: of the files, all against the same reference.
        names: what to call the files.
        reference: what to call the reference.

    Raises:
        SetupError: matplotlib is not installed.
        InputError: the files have no unit in common.
    """
    if find_spec("matplotlib") is None:
        raise SetupError(
            "matplotlib is not installed", where="plot", hint="pip install 'subalign[plot]'"
        )
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    shared = [
        c.unit
        for c in reports[0].comparisons
        if all(c.unit in {d.unit for d in r.comparisons} for r in reports)
    ]
    if not shared:
        raise InputError("these files have no kind of times in common", where="plot")
    unit = shared[0]
    rated = any(r.reliabilities for r in reports)
    figure = Figure(figsize=(11 if rated else 7, 5.5), layout="constrained")
    FigureCanvasAgg(figure)
    places = figure.subplot_mosaic([["starts", "trust"], ["ends", "trust"]] if rated else
                                   [["starts"], ["ends"]])  # fmt: skip
    for edge in ("start", "end"):
        errors = [_errors(report, unit, edge) for report in reports]
        _histogram(places[f"{edge}s"], errors, names, edge)
    places["starts"].set_title(
        f"{unit.value.replace('-', ' ')} against {reference}", fontsize="medium"
    )
    if rated:
        _reliability(places["trust"], reports, names)
    made = io.BytesIO()
    figure.savefig(made, format="png", dpi=120)
    return made.getvalue()


def _errors(report: Report, unit: Unit, edge: str) -> list[int]:
    pairs = next(c for c in report.comparisons if c.unit == unit).pairs
    found = (p.start_error if edge == "start" else p.end_error for p in pairs)
    return [error for error in found if error is not None]


def _histogram(
    axes: Axes, errors: Sequence[Sequence[int]], names: Sequence[str], edge: str
) -> None:
    # Bars of 10 ms, the step of most aligners; larger errors than 300 ms, three times what counts
    # as correct, stand in the outermost bars.
    reach = 300
    edges = [*range(-reach, reach + 1, 10)]
    for own, name in zip(errors, names, strict=True):
        shown = [max(edges[0], min(error, edges[-1] - 1)) for error in own]
        weights = [100 / len(own) for _ in own]
        style: dict[str, Any] = {"histtype": "stepfilled", "alpha": 0.45}
        beyond = sum(abs(error) > reach for error in own)
        label = f"{name} ({len(own)}; {beyond} beyond ±{reach} ms)"
        axes.hist(shown, bins=edges, weights=weights, label=label, **style)
    axes.axvline(0, color="black", linewidth=0.8)
    axes.set_xlim(edges[0], edges[-1])
    axes.set_xlabel(f"{edge} error, ms (early - | + late)")
    axes.set_ylabel("% of items")
    axes.legend(fontsize="x-small")


def _reliability(axes: Axes, reports: Sequence[Report], names: Sequence[str]) -> None:
    axes.plot([0, 1], [0, 100], color="grey", linestyle=":", label="as promised")
    for report, name in zip(reports, names, strict=True):
        for unit, found in report.reliabilities.items():
            means = [b.mean for b in found.bins]
            shares = [b.right for b in found.bins]
            label = f"{name}, {unit}: ECE {found.calibration_error:.1f} %"
            axes.plot(means, shares, marker="o", label=label)
            for b in found.bins:
                axes.annotate(str(b.n), (b.mean, b.right), (4, -9), textcoords="offset points",
                              fontsize="x-small")  # fmt: skip
    axes.set_xlim(0, 1.02)
    axes.set_ylim(0, 102)
    axes.set_xlabel("confidence")
    axes.set_ylabel(f"% of starts within {CALIBRATION.correct_ms} ms")
    axes.legend(fontsize="x-small", loc="lower right")
