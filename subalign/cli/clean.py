"""``subalign clean``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from subalign.cli import configured
from subalign.cli.options import DecisionsFile, GlossaryFile, Language, Level
from subalign.cli.output import note, refuse_unwritable
from subalign.errors import UsageError, counted


def clean(
    ctx: typer.Context,
    transcript: Annotated[Path, typer.Argument(help="The raw transcript.", show_default=False)],
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            help="File for the clean text; without it, standard output.",
            show_default=False,
        ),
    ] = "",
    level: Level = "tidy",
    diff: Annotated[
        bool,
        typer.Option(
            "--diff", help="Show each change with its rule, and count the changes by rule."
        ),
    ] = False,
    review: Annotated[
        bool,
        typer.Option(
            "--review",
            help="Write each change and each suggestion to the --decisions file, in which you "
            "answer with yes or no.",
        ),
    ] = False,
    glossary: GlossaryFile = "",
    decisions: DecisionsFile = "",
    language: Language = "",
) -> None:
    """Make a raw transcript readable.

    subalign clean talk.txt --diff                 shows what changes

    subalign clean talk.txt -o clean.txt --clean clean

    subalign clean talk.txt --review               writes talk.decisions.txt; answer in it,

    subalign align talk.mp3 talk.txt --decisions talk.decisions.txt     and use the answers

    The clean text is for reading. Give align the raw transcript, because it needs all words that
    were said; align itself cleans what it shows.
    """
    from subalign import api, cleaning, formats, inputs

    if review and (diff or output):
        raise UsageError("--review takes no --diff or -o", hint="answer first, then run again")
    if output:
        refuse_unwritable([output], [transcript, glossary, decisions], any_suffix=True)
    target = decisions or f"{transcript.stem}.decisions.txt"
    known = "" if review and not Path(target).exists() else target if review else decisions
    names, answers = configured.glossary(ctx, glossary), inputs.as_decisions(known)
    parsed = inputs.load_transcript(transcript, language=language)
    if lost := api.lost_decisions(answers, parsed):
        note(f"warning: {lost}")
    if review:
        found = api.review(parsed, level=level, glossary=names, decisions=answers.all)
        formats.write_text(target, cleaning.render_decisions(found))
        still_open = sum(d.answer is cleaning.Answer.OPEN for d in found)
        note(f"{target}: {counted(len(found), 'place')}, {still_open} to decide")
        return
    cleaned = api.clean(parsed, level=level, glossary=names, decisions=answers.all)
    if diff:
        _show_diff(cleaning.render_diff(parsed, cleaned))
    if output and output != "-":
        formats.write_text(output, cleaning.readable(cleaned))
        note(f"{output}: {counted(len(cleaning.changes(parsed, cleaned)), 'change')}")
    elif output or not diff:
        typer.echo(cleaning.readable(cleaned), nl=False)


def _show_diff(lines: Iterable[Sequence[tuple[str, str]]]) -> None:
    from rich.console import Console
    from rich.text import Text

    colours = {"place": "dim", "rule": "cyan", "hidden": "red", "new": "green", "count": "bold"}
    console = Console(highlight=False, soft_wrap=True)
    for line in lines:
        console.print(Text.assemble(*((text, colours.get(style, "")) for style, text in line)))
