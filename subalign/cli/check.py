"""``subalign check``."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from subalign.cli.options import Json, Quiet, Strict, Style, Verbose
from subalign.cli.output import count_problems, exit_for, note
from subalign.errors import InputError
from subalign.styles import DEFAULT, find_style
from subalign.times import clock


def check(
    captions: Annotated[Path, typer.Argument(help="A caption file from any tool.")],
    style: Style = DEFAULT,
    as_json: Json = False,
    strict: Strict = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Say what in a caption file breaks a style.

    subalign check talk.srt --style bbc

    Prints a line for each problem, FILE:CUE:TIME: RULE: MESSAGE, and counts them by rule.
    Errors are what a player shows wrongly or the style forbids; warnings are what the speech
    itself may break, such as reading speed. Exit code 1: there are errors (with --strict, or
    warnings).
    """
    from subalign import checking, formats

    cues = formats.read_captions(captions).cues
    if not cues:
        raise InputError(
            "holds words, not captions",
            where=str(captions),
            hint="make captions of it: subalign convert",
        )
    problems = checking.check(cues, find_style(style))
    if as_json:
        typer.echo(json.dumps([asdict(p) for p in problems], ensure_ascii=False, indent=1))
    elif not quiet:
        for p in problems:
            typer.echo(f"{captions}:{p.cue}:{clock(p.time)}: {p.rule}: {p.message}")
    if not quiet:
        note(f"{captions}: {len(cues)} cues, {style}: {count_problems(problems)}")
        if verbose:
            note(f"rules: {', '.join(r.name for r in checking.RULES)}")
    exit_for(problems, strict)
