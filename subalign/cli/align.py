"""``subalign align``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from subalign.cli import bars, configured
from subalign.cli.options import (
    DecisionsFile,
    Format,
    Fps,
    GlossaryFile,
    Language,
    Level,
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
    list_some,
    note,
    refuse_unwritable,
    save,
    say_cues,
    stdout_format,
)
from subalign.errors import counted
from subalign.styles import DEFAULT
from subalign.times import short

if TYPE_CHECKING:
    from subalign.result import Result


def align(
    ctx: typer.Context,
    audio: Annotated[Path, typer.Argument(help="Any audio or video file.", show_default=False)],
    transcript: Annotated[
        Path,
        typer.Argument(
            help="Its text: plain text, or an SRT or VTT file, whose times are ignored.",
            show_default=False,
        ),
    ],
    output: Outputs = None,
    words: Annotated[
        str,
        typer.Option(
            help="Also write the time of every word, as Whisper tools do.",
            metavar="OUT.json",
            show_default=False,
        ),
    ] = "",
    language: Language = "",
    engine: Annotated[
        str, typer.Option(help="Engine that aligns; 'subalign engines' lists them.")
    ] = "auto",
    model: Annotated[
        str,
        typer.Option(
            help="Folder of the model that the engine ctc runs; see docs/ctc.md.",
            metavar="DIR",
            show_default=False,
        ),
    ] = "",
    style: Style = DEFAULT,
    level: Level = "tidy",
    glossary: GlossaryFile = "",
    decisions: DecisionsFile = "",
    track: Annotated[int, typer.Option(help="Which audio track of the file, from 1.")] = 1,
    fps: Fps = 0.0,
    shots: Shots = "",
    form: Format = "",
    strict: Strict = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Align a transcript to its recording and write captions.

    subalign align talk.mp3 talk.txt

    subalign align film.mkv film.txt -o film.srt --style bbc --language de --track 2

    At the end it prints the files that it wrote, what in them breaks the style, and the sentences
    with the least certain times. Exit code 0: done; 1: with --strict, the captions break the
    style; 2: wrong usage; 3: bad input; 4: something is not installed; 5: text and recording do
    not belong together.
    """
    from subalign import api

    targets = list(output or default_outputs(audio))
    if words:
        targets.append(words)
    refuse_unwritable(targets, [audio, transcript, glossary, decisions, shots])
    stdout_form = stdout_format(targets, form)
    with bars.shown_bars(quiet) as told:
        made = api.caption(
            audio,
            transcript,
            language=language,
            engine=engine,
            model=model,
            style=style,
            track=track,
            cleaning=level,
            glossary=configured.glossary(ctx, glossary),
            decisions=decisions,
            fps=fps,
            shots=shots,
            progress=told,
        )
    save(made, targets, stdout_form)
    if not quiet:
        _say_what_was_made(made, targets, style, language, verbose)
    if strict:
        exit_for(made.problems, strict)


def _say_what_was_made(
    made: Result, targets: Sequence[str], style: str, language: str, verbose: bool
) -> None:
    identified = "" if language else " (identified from the transcript)"
    note(f"language: {made.alignment.language}{identified}, engine: {made.alignment.engine}")
    for warning in made.warnings:
        note(f"warning: {warning}")
    say_cues(made, targets, style, verbose)
    _say_what_differs(made, verbose)
    _say_what_is_uncertain(made, verbose)


def _say_what_differs(made: Result, verbose: bool) -> None:
    alignment = made.alignment
    if missing := made.absent:
        whole = counted(len(alignment.sentences()), "sentence")
        note(f"not in the recording, {len(missing)} of {whole}:")
        list_some((f"line {s.words[0].line}: {_shortened(s.text)}" for s in missing), verbose)
    if alignment.untranscribed:
        total = sum(b - a for a, b in alignment.untranscribed)
        note(f"not in the transcript, {short(total)} of sound:")
        list_some((f"{short(a)} to {short(b)}" for a, b in alignment.untranscribed), verbose)


def _say_what_is_uncertain(made: Result, verbose: bool) -> None:
    doubtful = made.uncertain
    spoken = [s for s in made.alignment.sentences() if s.spoken]
    if not doubtful:
        note("all sentences that were heard fit the recording")
        return
    note(f"least certain, {len(doubtful)} of {counted(len(spoken), 'sentence')}:")
    lines = (
        f"{short(s.start)} ({s.confidence:.2f}) line {s.words[0].line}: {_shortened(s.text)}"
        for s in doubtful
    )
    list_some(lines, verbose)


def _shortened(text: str) -> str:
    return text if len(text) <= 50 else text[:49] + "…"
