"""The command line: each command parses, makes one call of the library, and prints.

Captions and data go to files or standard output; progress, warnings and summaries to
standard error. What the commands need is imported when they run, so that ``--help`` is fast.
"""

from __future__ import annotations

from typing import Annotated

import typer

from subalign import __version__
from subalign.cli.align import align
from subalign.cli.cache import app as cache
from subalign.cli.check import check
from subalign.cli.clean import clean
from subalign.cli.configured import Configured
from subalign.cli.convert import convert
from subalign.cli.eval import evaluate_files
from subalign.cli.lists import engines, formats, styles
from subalign.cli.segment import segment

app = typer.Typer(
    name="subalign",
    help="Turn a recording and its transcript into captions that a player shows well.\n\n"
    "subalign align talk.mp3 talk.txt     writes talk.vtt and talk.srt\n\n"
    "Nothing leaves this machine. 'subalign COMMAND --help' explains each command.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"subalign {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    pass


for _command in (align, clean, segment, check, convert, engines, styles, formats):
    app.command(cls=Configured)(_command)
app.command("eval", cls=Configured)(evaluate_files)
app.add_typer(cache, name="cache")
