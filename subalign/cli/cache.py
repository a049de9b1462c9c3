"""``subalign cache``: what is kept between runs, and how to get rid of it."""

from __future__ import annotations

import json

import typer

from subalign import cache
from subalign.cli.options import Json

app = typer.Typer(
    help="Show or empty the cache of earlier alignments.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@app.command()
def info(as_json: Json = False) -> None:
    """Say where the cache is, and how much is in it.

    SUBALIGN_CACHE names another folder. The cache holds times, no text and no sound, and forgets
    what was used least recently.
    """
    found = cache.info()
    if as_json:
        row = {"folder": str(found.folder), "entries": found.entries, "bytes": found.size}
        typer.echo(json.dumps(row, indent=1))
        return
    typer.echo(f"{found.folder}: {_amount(found)} of at most {_megabytes(cache.MAX_BYTES)}")


@app.command()
def clear() -> None:
    """Remove all that is kept; it is made again when it is needed."""
    removed = cache.clear()
    typer.echo(f"{removed.folder}: removed {_amount(removed)}")


def _amount(found: cache.Info) -> str:
    entries = "entry" if found.entries == 1 else "entries"
    return f"{found.entries} {entries}, {_megabytes(found.size)}"


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB"
