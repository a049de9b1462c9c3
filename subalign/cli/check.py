"""``subalign check``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from subalign import __version__
from subalign.cli import bars
from subalign.cli.options import Json, Quiet, Strict, Style, Verbose
from subalign.cli.output import exit_for, note, refuse_unwritable
from subalign.errors import InputError, OutputError, SubalignError, UsageError, counted, printable
from subalign.styles import DEFAULT, find_style
from subalign.times import clock

if TYPE_CHECKING:
    from subalign.fixing import Fixed
    from subalign.reporting import Checked


def check(
    captions: Annotated[
        list[Path], typer.Argument(help="Caption files from any tool.", show_default=False)
    ],
    style: Style = DEFAULT,
    fps: Annotated[
        float,
        typer.Option(
            help="Frames per second of the video, by which times and gaps are checked.",
            show_default=False,
        ),
    ] = 0.0,
    audio: Annotated[
        Path | None,
        typer.Option(
            help="Recording of the captions: also check them against it.", metavar="AUDIO"
        ),
    ] = None,
    language: Annotated[
        str,
        typer.Option(
            help="Language code such as en. Without it, the language is identified by its "
            "function words.",
            show_default=False,
        ),
    ] = "",
    as_json: Json = False,
    sarif: Annotated[
        str,
        typer.Option(
            help="Also write a SARIF file, for code hosts.",
            metavar="OUT.sarif",
            show_default=False,
        ),
    ] = "",
    junit: Annotated[
        str,
        typer.Option(
            help="Also write a JUnit file, for build servers.",
            metavar="OUT.xml",
            show_default=False,
        ),
    ] = "",
    fix: Annotated[
        bool,
        typer.Option(
            "--fix",
            help="Repair times and line breaks and split cues that hold too much, but change no "
            "words; then say what remains. Needs -o or --in-place.",
        ),
    ] = False,
    output: Annotated[
        str,
        typer.Option("--output", "-o", help="File for the repaired captions.", show_default=False),
    ] = "",
    in_place: Annotated[
        bool, typer.Option("--in-place", help="Repair the files themselves.")
    ] = False,
    strict: Strict = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Find what in caption files breaks a style.

    subalign check talk.srt --style bbc

    subalign check talk.srt talk.de.srt --audio talk.mp3     also finds what is out of sync

    subalign check talk.srt --fix -o fixed.srt               repairs what it can

    Prints a line for each problem, FILE:CUE:TIME: RULE: MESSAGE, and the number of problems of each
    rule. Errors are what a player shows wrongly or the style forbids. Warnings are what fast speech
    may make unavoidable, such as reading speed, and what is judged from words or sound. With
    --audio the text is also aligned with the recording; if that is refused, a line says why, and
    the other checks are still made. If a file cannot be read, the others are still checked. Exit
    code 1: there are errors (with --strict, or warnings); 3: a file cannot be read.
    """
    from subalign import fixing, languages, proofing

    find_style(style, fps)
    languages.check_language(language)
    _refuse_what_cannot_be_meant(captions, fix, in_place, output)
    reports = [path for path in (sarif, junit) if path]
    refuse_unwritable(reports, [*captions, audio or ""], any_suffix=True)
    with bars.shown_bars(quiet) as told:
        soundtrack = proofing.listen(audio, progress=told) if audio else None

        def look(path: Path) -> Checked:
            if not fix:
                return proofing.check_file(
                    path, style, fps=fps, language=language, soundtrack=soundtrack, progress=told
                )
            fixed = fixing.fix_file(
                path, style, fps=fps, language=language, soundtrack=soundtrack, progress=told
            )
            return _write_fixed(fixed, output or str(path), quiet)

        checked, unread = _look_at_all(captions, look)
    for one in checked:
        if one.refused:
            note(f"{one.path}: not aligned with the recording: {one.refused}")
    _print_problems(checked, as_json, quiet)
    _write_reports(checked, sarif, junit, strict)
    if not quiet:
        _summarise(checked, verbose)
    for error in unread:
        note(f"subalign: {error}")
    if unread:
        raise typer.Exit(unread[0].exit_code)
    exit_for([p for c in checked for p in c.problems], strict)


def _refuse_what_cannot_be_meant(
    captions: Sequence[Path], fix: bool, in_place: bool, output: str
) -> None:
    if fix and in_place is bool(output):
        what = "-o and --in-place exclude each other" if output else "--fix needs an output"
        raise UsageError(what, hint="-o OUT for a new file, or --in-place")
    if (in_place or output) and not fix:
        raise UsageError("-o and --in-place are for --fix")
    if output and len(captions) > 1:
        raise UsageError("-o takes one file", hint="repair several with --in-place")
    if output:
        refuse_unwritable([output], [])


def _look_at_all(
    captions: Sequence[Path], look: Callable[[Path], Checked]
) -> tuple[list[Checked], list[SubalignError]]:
    """Return the checked files, and the errors of those that could not be checked."""
    checked: list[Checked] = []
    unread: list[SubalignError] = []
    for path in captions:
        try:
            checked.append(look(path))
        except (InputError, OutputError) as error:
            unread.append(error)
    return checked, unread


def _write_fixed(fixed: Fixed, target: str, quiet: bool) -> Checked:
    """Write the repaired file, say what was repaired, and return what remains."""
    from subalign.fixing import write_fixed

    after = write_fixed(fixed, target)
    if not quiet:
        _say_what_was_repaired(fixed, target)
    return after


def _say_what_was_repaired(fixed: Fixed, target: str) -> None:
    before, after = (Counter(p.rule for p in c.problems) for c in (fixed.before, fixed.after))
    gone = [f"{before[rule] - after[rule]} {rule}" for rule in before if before[rule] > after[rule]]
    come = [f"{after[rule] - before[rule]} {rule}" for rule in after if after[rule] > before[rule]]
    note(f"{target}: repaired {', '.join(gone) or 'nothing'}")
    if come:
        note(f"  which makes {', '.join(come)}")


def _print_problems(checked: Sequence[Checked], as_json: bool, quiet: bool) -> None:
    from subalign import reporting

    if as_json:
        typer.echo(reporting.to_json(checked))
    elif not quiet:
        lines = (
            printable(f"{c.path}:{p.cue}:{clock(max(p.time, 0))}: {p.rule}: {p.message}") + "\n"
            for c in checked
            for p in c.problems
        )
        typer.echo("".join(lines), nl=False)


def _write_reports(checked: Sequence[Checked], sarif: str, junit: str, strict: bool) -> None:
    from subalign import formats
    from subalign.reporting.junit import to_junit
    from subalign.reporting.sarif import to_sarif

    if sarif:
        formats.write_text(sarif, to_sarif(checked, __version__))
    if junit:
        formats.write_text(junit, to_junit(checked, strict))


def _summarise(checked: Sequence[Checked], verbose: bool) -> None:
    from subalign.checking import all_rules

    for c in checked:
        counts = Counter(p.severity.value for p in c.problems)
        found = [counted(counts[s], s) for s in ("error", "warning") if counts[s]]
        language = f", {c.language}" if c.language else ""
        cues = counted(len(c.cues), "cue")
        note(f"{c.path}: {cues}, {c.style}{language}: {', '.join(found) or 'no problems'}")
    total = Counter(p.rule for c in checked for p in c.problems)
    for rule in sorted(all_rules(), key=lambda rule: -total[rule.name]):
        if total[rule.name] or verbose:
            note(f"{total[rule.name]:7} {rule.name:13} {rule.severity.value:7} {rule.summary}")
