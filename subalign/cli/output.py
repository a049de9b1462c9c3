"""What commands say to people, and what they check before they write."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from subalign.errors import PROBLEMS, UsageError

if TYPE_CHECKING:
    from subalign.model import Problem


def note(text: str) -> None:
    """Say something to a person: a line on standard error."""
    typer.echo(text, err=True)


def refuse_unwritable(
    targets: Sequence[str], inputs: Sequence[Path | str], *, any_suffix: bool = False
) -> None:
    """Refuse before the work what cannot be written, or would destroy what was given.

    Files that are no captions may have ``any_suffix``.
    """
    from subalign.formats import check_writable

    taken = {Path(given).resolve(): "is what was given to read" for given in inputs if given}
    for target in targets:
        if target == "-":
            continue
        if why := taken.get(Path(target).resolve()):
            raise UsageError(f"{why}; it would be overwritten", where=target, hint="name another")
        taken[Path(target).resolve()] = "is named twice"
        check_writable(target, any_suffix=any_suffix)


def stdout_format(targets: Sequence[str], form: str) -> str:
    """Name of the format of standard output; empty where nothing goes there.

    Raises:
        UsageError: ``--format`` is missing, or stands where nothing goes to standard output.
    """
    from subalign.formats import find_format

    if "-" not in targets:
        if form:
            raise UsageError("--format is for standard output", hint="use -o -, or a suffix")
        return ""
    if not form:
        raise UsageError("-o - needs --format", hint="for example --format srt")
    return find_format(form).name


def count_problems(problems: Sequence[Problem]) -> str:
    """How often each rule is broken, the most often first."""
    if not problems:
        return "no problems"
    counts = Counter(p.rule for p in problems)
    return ", ".join(f"{n} {rule}" for rule, n in counts.most_common())


def exit_for(problems: Sequence[Problem], strict: bool) -> None:
    """Exit with 1 where there is an error or, with ``strict``, any problem.

    Raises:
        Exit: with the code `PROBLEMS`.
    """
    if any(strict or p.severity.value == "error" for p in problems):
        raise typer.Exit(PROBLEMS)
