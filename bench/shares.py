"""Pictures of errors and confidences over all recordings with reference times."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from bench.accuracy import POOLED, STOCK, engine, report, script_of, sentences_of, stock
from bench.calibration import CONDITIONS, Rated, held_out, rated
from bench.data import BUILD, items
from bench.drawing import BAD, OTHER, OURS, QUIET, new_figure, save
from subalign.audio import decode
from subalign.engines import AUTO
from subalign.evaluating.confidence import CALIBRATION

_REACH = 300  # ms; larger errors stand in the outermost bars
_FEWEST = 5
"""Fewer sentences than this say nothing of a share."""


def draw(folder: Path) -> None:
    """Draw both; says so where the recordings are not there."""
    if not items():
        print("errors.png, reliability.png: left as they are, no recordings with reference times")
        return
    _draw_errors(folder / "errors.png")
    _draw_reliability(rated(), folder / "reliability.png")


def _draw_errors(path: Path) -> None:
    errors: dict[tuple[str, str], list[int]] = {}
    for item in items():
        if item.kind != POOLED:
            continue
        audio, script = decode(item.audio), script_of(item)
        for way, aligned in ((STOCK, stock), (AUTO, engine(AUTO))):
            made = BUILD / way.replace(" ", "-") / f"{item.name}.json"
            made.parent.mkdir(parents=True, exist_ok=True)
            aligned(audio, script, item.language, made)
            found = sentences_of(report(made, item))
            for pair in found.pairs if found else ():
                for edge, error in (("start", pair.start_error), ("end", pair.end_error)):
                    if error is not None:
                        errors.setdefault((way, edge), []).append(error)
    figure = new_figure(9, 4.4)
    for axes, edge in zip(figure.subplots(2, 1, sharex=True), ("start", "end"), strict=True):
        for way, colour in ((STOCK, OTHER), (AUTO, OURS)):
            own = np.clip(errors[way, edge], -_REACH, _REACH - 1)
            axes.hist(
                own,
                bins=np.arange(-_REACH, _REACH + 1, 10),
                weights=np.full(len(own), 100 / len(own)),
                color=colour,
                alpha=0.6,
                label=f"{way} ({len(own)})",
            )
        axes.set_ylabel(f"% of {edge}s")
        axes.set_xlim(-_REACH, _REACH)
    figure.axes[0].legend(fontsize="small")
    figure.axes[1].set_xlabel("error, ms: early < 0 < late; the outermost bars hold all beyond")
    save(figure, path)


def _draw_reliability(rows: Sequence[Rated], path: Path) -> None:
    sure = held_out(rows)
    right = np.array([abs(row.error) <= CALIBRATION.correct_ms for row in rows])
    figure = new_figure(6.4, 5)
    axes = figure.subplots()
    axes.plot((0, 1), (0, 100), color=QUIET, linestyle=":", label="as promised")
    for condition, colour, mark in zip(CONDITIONS, (OURS, OTHER, BAD), "osD", strict=True):
        own = np.array([row.condition == condition for row in rows])
        means, shares, counts = [], [], []
        in_bin = np.minimum((sure * CALIBRATION.bins).astype(int), CALIBRATION.bins - 1)
        for k in range(CALIBRATION.bins):
            within = own & (in_bin == k)
            if within.sum() >= _FEWEST:
                means.append(sure[within].mean())
                shares.append(100 * right[within].mean())
                counts.append(int(within.sum()))
        axes.plot(means, shares, marker=mark, color=colour, label=f"{condition} ({own.sum()})")
        for mean, share, count in zip(means, shares, counts, strict=True):
            axes.annotate(str(count), (mean, share), (5, -9), textcoords="offset points",
                          fontsize=7, color=colour)  # fmt: skip
    axes.set_xlim(0, 1.04)
    axes.set_ylim(0, 104)
    axes.set_xlabel("confidence by what was fitted on the other recordings")
    axes.set_ylabel(f"% of starts within {CALIBRATION.correct_ms} ms")
    axes.legend(fontsize="small", loc="upper left")
    save(figure, path)
