"""``subalign segment``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from subalign.cli import bars, configured
from subalign.cli.options import (
    DecisionsFile,
    Format,
    Fps,
    GlossaryFile,
    Outputs,
    Quiet,
    Shots,
    Strict,
    Style,
    Verbose,
)
from subalign.cli.output import (
    default_outputs,
    exit_for,
    note,
    refuse_unwritable,
    save,
    say_cues,
    stdout_format,
)
from subalign.errors import UsageError
from subalign.styles import DEFAULT


def segment(
    ctx: typer.Context,
    words: Annotated[
        Path,
        typer.Argument(
            metavar="WORDS.json",
            help="Words with their times, from any recogniser that docs/formats.md names.",
            show_default=False,
        ),
    ],
    output: Outputs = None,
    style: Style = DEFAULT,
    level: Annotated[
        str,
        typer.Option(
            "--clean",
            help="Clean the words first, at the level verbatim, tidy or clean. Without it they "
            "stay as they are.",
            metavar="LEVEL",
            show_default=False,
        ),
    ] = "",
    glossary: GlossaryFile = "",
    decisions: DecisionsFile = "",
    language: Annotated[
        str,
        typer.Option(
            help="Language code such as en, en-GB or pt-BR. Without it, that of the file, "
            "unless its text is clearly in another language.",
            show_default=False,
        ),
    ] = "",
    fps: Fps = 0.0,
    shots: Shots = "",
    form: Format = "",
    strict: Strict = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Make captions of words that have their times, from any tool.

    subalign segment talk.json

    subalign segment talk.json -o talk.srt --style bbc --clean clean

    Does what align does after it has aligned. Words without a time get one from their
    neighbours. Exit code 1: with --strict, the captions break the style.
    """
    from subalign import api

    if (glossary or decisions) and not level:
        raise UsageError("--glossary and --decisions need --clean", hint="for example --clean tidy")
    targets = list(output or default_outputs(words))
    refuse_unwritable(targets, [words, glossary, decisions, shots])
    stdout_form = stdout_format(targets, form)
    with bars.shown_bars(quiet or not shots) as told:
        made = api.segment(
            words,
            language=language,
            style=style,
            cleaning=level,
            glossary=configured.glossary(ctx, glossary),
            decisions=decisions,
            fps=fps,
            shots=shots,
            progress=told,
        )
    save(made, targets, stdout_form)
    if not quiet:
        note(f"language: {made.alignment.language}")
        say_cues(made, targets, style, verbose)
    if strict:
        exit_for(made.problems, strict)
