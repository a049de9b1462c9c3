"""``subalign eval``."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from subalign.cli.options import Json, Quiet, Style, Verbose
from subalign.cli.output import note, refuse_unwritable
from subalign.errors import ExitCode, UsageError
from subalign.styles import DEFAULT, find_style
from subalign.times import short

if TYPE_CHECKING:
    from subalign.evaluating import Report
    from subalign.evaluating.comparing import Comparison
    from subalign.evaluating.confidence import Reliability

WORST = 10
"""Number of the largest errors that the JSON has and --verbose prints."""

_BY_WORDS = "phrases by words"

_LABEL = 26
"""Columns for a label."""

Row = tuple[str, str]
"""A label and a value."""


@dataclass(frozen=True, slots=True)
class _Judged:
    """A report, and how often the captions break each rule of the style, by severity."""

    report: Report
    problems: dict[str, Counter[str]]


def evaluate_files(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="HYPOTHESIS... REFERENCE",
            help="Files of word or caption times; the last one is the reference.",
            show_default=False,
        ),
    ],
    least: Annotated[
        list[str] | None,
        typer.Option(
            "--min",
            help="Least value that passes, such as starts100=99. Repeat for several.",
            metavar="NAME=VALUE",
            show_default=False,
        ),
    ] = None,
    as_json: Json = False,
    plot: Annotated[
        str,
        typer.Option(
            help="Draw errors and confidences as a picture (needs subalign[plot]).",
            metavar="OUT.png",
            show_default=False,
        ),
    ] = "",
    style: Style = DEFAULT,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Compare times with a reference, and captions with those of a person.

    subalign eval talk.json talk.TextGrid

    subalign eval ours.srt theirs.srt person.srt --style bbc     side by side

    subalign eval talk.json truth.json --min starts100=99 --min words.starts50=95

    Reads words JSON, SRT, VTT, TextGrid, CTM and Audacity labels. Words are matched by the order
    of the text, so the files may be broken into phrases in different ways.

    --min NAME=VALUE is for phrases if the files have some, and otherwise for words; --min
    UNIT.NAME=VALUE is for the unit words, phrases, phrases-by-words or phrases-on-words. Shares in
    percent are starts20, starts50, starts100, starts200 and starts500 (within so many ms), the
    same of ends, start-coverage, end-coverage, matched, and sure (of the items with a confidence
    of 0.99 or more, those within 200 ms). Captions have sigma, break-f1, line-break-f1,
    cue-break-f1 and narrow-lines. For the values of which less is better, VALUE is the most that
    passes: start-median, start-bias, end-median, end-bias (ms), absent-placed (a count),
    extra-covered, silence-covered, calibration-error, suber. Exit code 1: a file does not pass.
    """
    from subalign import evaluating, formats
    from subalign.evaluating import plotting

    if len(files) < 2:
        raise UsageError("give at least two files", hint="first what is judged, last the reference")
    if plot and Path(plot).suffix.lower() != ".png":
        raise UsageError("the picture is a PNG", where=plot, hint="name it .png")
    refuse_unwritable([plot] if plot else [], files, any_suffix=True)
    wanted = [evaluating.parse_wanted(text) for text in least or ()]
    judged = _judge(files[:-1], files[-1], style)
    names = _distinct(files[:-1])
    if plot:
        reports = [j.report for j in judged]
        formats.write_bytes(plot, plotting.draw(reports, names, files[-1].name))
    if as_json:
        document = {"reference": str(files[-1]), "files": [_file(j) for j in judged]}
        typer.echo(json.dumps(document, ensure_ascii=False, indent=1))
    elif not quiet:
        for line in _table(judged, names, style):
            typer.echo(line)
    if verbose:
        _say_the_worst(judged)
    _exit_for_shortfalls(judged, wanted)


def _judge(paths: Sequence[Path], reference: Path, style: str) -> list[_Judged]:
    from subalign import inputs
    from subalign.checking import check
    from subalign.evaluating import evaluate

    limits = find_style(style)
    truth = inputs.as_timed(reference, trusted=True)
    judged = []
    for path in paths:
        hypothesis = inputs.as_timed(path)
        problems: dict[str, Counter[str]] = {}
        for problem in check(hypothesis.cues, limits):
            problems.setdefault(problem.severity.value, Counter())[problem.rule] += 1
        judged.append(_Judged(evaluate(hypothesis, truth, limits.line_width), problems))
    return judged


def _exit_for_shortfalls(judged: Sequence[_Judged], wanted: Sequence[Any]) -> None:
    short_of = [(j.report, w.shortfall(j.report)) for j in judged for w in wanted]
    for report, shortfall in short_of:
        if shortfall:
            note(f"{report.name}: {shortfall}")
    if any(shortfall for _, shortfall in short_of):
        raise typer.Exit(ExitCode.PROBLEMS)


# --- a table for people ----------------------------------------------------------------------


def _table(judged: Sequence[_Judged], names: Sequence[str], style: str) -> Iterator[str]:
    files = [dict(_sections(j, style)) for j in judged]
    values = [value for own in files for rows in own.values() for _, value in rows]
    width = max(map(len, [*names, *values])) + 2
    yield " " * (_LABEL + 2) + "".join(f"{name:>{width}}" for name in names)
    for title in dict.fromkeys(title for own in files for title in own):
        columns = [dict(own.get(title, ())) for own in files]
        # By words it is the same again, where no first or last word was filled in.
        if title == _BY_WORDS and all(
            own.get(title) in (None, own.get("phrases")) for own in files
        ):
            continue
        yield title
        for label in dict.fromkeys(label for column in columns for label in column):
            cells = [column.get(label, "") for column in columns]
            if any(cells):
                yield f"  {label:{_LABEL}}" + "".join(f"{cell or '-':>{width}}" for cell in cells)


def _distinct(paths: Sequence[Path]) -> list[str]:
    """Return the paths without the folders that they have in common."""
    shared = 0
    while all(len(p.parts) > shared + 1 for p in paths) and (
        len({p.parts[: shared + 1] for p in paths}) == 1
    ):
        shared += 1
    return [Path(*p.parts[shared:]).as_posix() for p in paths]


def _sections(judged: _Judged, style: str) -> Iterator[tuple[str, list[Row]]]:
    report = judged.report
    for compared in report.comparisons:
        yield compared.unit.replace("-", " "), list(_unit_rows(compared))
        rated = report.reliabilities.get(compared.unit)
        if rated:
            title = f"confidence of {compared.unit}: n, mean, within 100 and 200 ms"
            yield title, list(_trust_rows(rated))
    covered = list(_covered_rows(report))
    if covered:
        yield "time covered without text", covered
    if report.breaks:
        yield "breaks", list(_break_rows(report, style))
        rows = {k: sum(judged.problems.get(k, Counter()).values()) for k in ("error", "warning")}
        yield f"limits of {style}", [(f"{kind}s", str(n)) for kind, n in rows.items()]


def _covered_rows(report: Report) -> Iterator[Row]:
    if report.extra:
        yield "speech not in the text", f"{report.extra.share:.1f} %"
    if report.silence:
        yield "no speech", f"{report.silence.share:.1f} %"


def _unit_rows(found: Comparison) -> Iterator[Row]:
    yield "n", str(len(found.pairs))
    yield "text matched", f"{found.matched_share:.1f} %"
    if found.surplus:
        yield "words not in reference", str(found.surplus)
    if found.absent:
        yield "absent placed", f"{len(found.placed)} of {found.absent}"
    coverage = (("start", found.start_coverage), ("end", found.end_coverage))
    for (edge, share), errors in zip(coverage, (found.starts, found.ends), strict=True):
        yield f"{edge}s covered", f"{share:.1f} %"
        if errors:
            yield f"{edge} median |error|", f"{errors.median:.0f} ms"
            yield f"{edge} bias", f"{errors.bias:+.0f} ms"
            for ms, part in errors.within.items():
                yield f"{edge}s within {ms} ms", f"{part:.1f} %"


def _trust_rows(found: Reliability) -> Iterator[Row]:
    from subalign.evaluating.confidence import CALIBRATION

    filled = {b.low: b for b in found.bins}
    n = CALIBRATION.bins
    rows = [(f"{k / n:g} to {(k + 1) / n:g}", filled.get(k / n)) for k in range(n)]
    for label, b in [*rows, (f"{CALIBRATION.high_confidence:g} and more", found.sure)]:
        # Empty bins keep their place, in case another file fills them.
        yield label, f"{b.n:5} {b.mean:.3f} {b.right:5.1f} % {b.lenient:5.1f} %" if b else ""
    yield "calibration error (ECE)", f"{found.calibration_error:.1f} %"


def _break_rows(report: Report, style: str) -> Iterator[Row]:
    assert report.breaks
    yield "Sigma", f"{report.breaks.sigma:.1f}"
    yield "F1 of all breaks", f"{report.breaks.f1:.1f} %"
    yield "F1 of line breaks", f"{report.breaks.line_f1:.1f} %"
    yield "F1 of cue breaks", f"{report.breaks.cue_f1:.1f} %"
    yield f"lines fit {style}", f"{report.breaks.narrow:.1f} %"
    yield "SubER", "not installed" if report.suber is None else f"{report.suber:.1f}"


def _say_the_worst(judged: Sequence[_Judged]) -> None:
    for report in (j.report for j in judged):
        for found in report.comparisons:
            note(f"{report.name}: worst {found.unit}")
            for pair in found.worst(WORST):
                errors = f"start {_signed(pair.start_error)}, end {_signed(pair.end_error)}"
                note(f"  {short(pair.start)} {errors}: {pair.text[:60]}")


def _signed(error: int | None) -> str:
    return "-" if error is None else f"{error:+} ms"


# --- JSON for programs -----------------------------------------------------------------------


def _file(judged: _Judged) -> dict[str, object]:
    from subalign.evaluating import measures_of_file, measures_of_unit

    report = judged.report
    units: dict[str, object] = {}
    for found in report.comparisons:
        rated = report.reliabilities.get(found.unit)
        units[found.unit] = {
            "n": len(found.pairs),
            "absent": found.absent,
            "surplus": found.surplus,
            **_rounded(measures_of_unit(found, rated)),
            "reliability": asdict(rated)["bins"] if rated else [],
            "worst": [asdict(pair) for pair in found.worst(WORST)],
        }
    return {
        "name": report.name,
        "units": units,
        **_rounded(measures_of_file(report)),
        "problems": {rule: n for kind in judged.problems.values() for rule, n in kind.items()},
    }


def _rounded(measures: Iterator[tuple[str, float]]) -> dict[str, float]:
    return {name: round(value, 3) for name, value in measures}
