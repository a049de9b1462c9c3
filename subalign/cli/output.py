"""Messages of commands to people, and checks before they write."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from subalign.errors import ExitCode, UsageError, counted, printable

if TYPE_CHECKING:
    from subalign.model import Problem
    from subalign.result import Result

SHOWN = 5
"""Lines of each kind that are printed; --verbose prints all."""


def default_outputs(given: Path) -> list[str]:
    """Name what is written without ``-o``: VTT and SRT in the working folder."""
    return [f"{given.stem}{suffix}" for suffix in (".vtt", ".srt")]


def note(text: str) -> None:
    """Say something to a person: a line on standard error."""
    typer.echo(printable(text), err=True)


def refuse_unwritable(
    targets: Sequence[str], inputs: Sequence[Path | str], *, any_suffix: bool = False
) -> None:
    """Refuse, before the work, targets that cannot be written or would overwrite an input.

    Files that are not captions may have ``any_suffix``.
    """
    from subalign.formats import check_writable

    taken = {Path(given).resolve(): "is what was given to read" for given in inputs if given}
    for target in targets:
        if target == "-":
            if targets.count("-") > 1:
                raise UsageError("standard output is named twice", where="-o -")
            continue
        if why := taken.get(Path(target).resolve()):
            raise UsageError(f"{why}; it would be overwritten", where=target, hint="name another")
        taken[Path(target).resolve()] = "is named twice"
        check_writable(target, any_suffix=any_suffix)


def stdout_format(targets: Sequence[str], form: str) -> str:
    """Return the name of the format of standard output; empty where nothing is written there.

    Raises:
        UsageError: ``--format`` is missing, or stands where nothing goes to standard output.
    """
    from subalign.formats import named_format

    if "-" not in targets:
        if form:
            raise UsageError("--format is for standard output", hint="use -o -, or a suffix")
        return ""
    if not form:
        raise UsageError("-o - needs --format", hint="for example --format srt")
    return named_format(form).name


def save(made: Result, targets: Sequence[str], stdout_form: str) -> None:
    """Write captions to each target; ``-`` is standard output, in ``stdout_form``."""
    for target in targets:
        if target == "-":
            typer.echo(made.to_string(stdout_form), nl=False)
        else:
            made.save(target)


def say_cues(made: Result, targets: Sequence[str], style: str, verbose: bool) -> None:
    """Say how many cues each file got, and what in them breaks the style."""
    for target in targets:
        if target != "-":
            note(f"{target}: {counted(len(made.captions), 'cue')}")
    note(f"{style}: {count_problems(made.problems)}")
    list_some(map(str, made.problems), verbose)


def list_some(lines: Iterable[str], verbose: bool) -> None:
    """Print the first ``SHOWN`` lines, and how many more there are; all if ``verbose``."""
    rows = list(lines)
    shown = rows if verbose else rows[:SHOWN]
    for row in shown:
        note(f"  {row}")
    if len(rows) > len(shown):
        note(f"  and {len(rows) - len(shown)} more (--verbose)")


def count_problems(problems: Sequence[Problem]) -> str:
    """Count how often each rule is broken, the most frequent first."""
    if not problems:
        return "no problems"
    counts = Counter(p.rule for p in problems)
    return ", ".join(f"{n} {rule}" for rule, n in counts.most_common())


def exit_for(problems: Sequence[Problem], strict: bool) -> None:
    """Exit with 1 where there is an error or, with ``strict``, any problem.

    Raises:
        Exit: with the code `ExitCode.PROBLEMS`.
    """
    if any(strict or p.severity.value == "error" for p in problems):
        raise typer.Exit(ExitCode.PROBLEMS)
