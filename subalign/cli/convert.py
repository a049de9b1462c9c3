"""``subalign convert``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from subalign.cli.configured import was_given
from subalign.cli.options import Format, Quiet
from subalign.cli.output import note, refuse_unwritable, stdout_format
from subalign.errors import UsageError, counted
from subalign.styles import DEFAULT, refuse_rate


def convert(
    ctx: typer.Context,
    source: Annotated[Path, typer.Argument(metavar="IN", help="A caption or words file.")],
    target: Annotated[
        str,
        typer.Argument(
            metavar="OUT", help="File to write; its suffix names the format, - is standard output."
        ),
    ],
    style: Annotated[
        str,
        typer.Option(help="Caption style for the captions of a words file.", show_default=False),
    ] = "",
    shift: Annotated[int, typer.Option(help="Time to add to all times, ms; may be negative.")] = 0,
    fps_from: Annotated[
        float, typer.Option(help="Frame rate that IN was made for.", show_default=False)
    ] = 0.0,
    fps_to: Annotated[
        float, typer.Option(help="Frame rate that OUT is for.", show_default=False)
    ] = 0.0,
    form: Format = "",
    quiet: Quiet = False,
) -> None:
    """Write a caption or words file in another format, shifted or at another speed.

    subalign convert talk.srt talk.vtt --shift -250

    subalign convert film.srt film-pal.srt --fps-from 23.976 --fps-to 25

    subalign convert talk.json talk.srt --style bbc     breaks a words file into captions
    """
    from subalign import formats
    from subalign.result import complete

    if bool(fps_from) is not bool(fps_to):
        raise UsageError("give both --fps-from and --fps-to", hint="or neither")
    if fps_to:
        refuse_rate(fps_from, "--fps-from")
        refuse_rate(fps_to, "--fps-to")
    form_name = stdout_format([target], form)
    refuse_unwritable([target], [])
    read = formats.read_captions(source)
    if read.cues and was_given(ctx, "style"):
        raise UsageError(
            "holds captions, not words", where=str(source), hint="--style is for words files"
        )
    made = complete(read, style or DEFAULT)
    if fps_to:
        made = made.scale(fps_from / fps_to)
    made = made.shift(shift)
    if target == "-":
        typer.echo(formats.named_format(form_name).write(made), nl=False)
        return
    formats.write_captions(target, made)
    if not quiet:
        note(f"{target}: {counted(len(made), 'cue')}")
