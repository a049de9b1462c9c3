"""The commands that list the engines, styles and formats."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from subalign.cli.options import Json
from subalign.errors import printable
from subalign.styles import LIMITS, look_up


def engines(as_json: Json = False) -> None:
    """List the engines, which are the ways to align, and how to install what is missing."""
    from subalign.engines import is_installed, list_engines

    rows = [(e.name, e.summary, "" if is_installed(e) else e.install) for e in list_engines()]
    if as_json:
        names = ("name", "summary", "install")
        typer.echo(json.dumps([dict(zip(names, row, strict=True)) for row in rows], indent=1))
        return
    for name, summary, install in rows:
        typer.echo(
            f"{name:9} {summary}" + (f"\n          not installed: {install}" if install else "")
        )


def styles(
    ctx: typer.Context,
    name: Annotated[
        str,
        typer.Argument(help="Show one style, with the source of each number.", show_default=False),
    ] = "",
    as_json: Json = False,
) -> None:
    """List the caption styles and their limits, also those of the settings files.

    subalign styles bbc     says where each number of a style comes from
    """
    known = ctx.obj.styles()
    chosen = [look_up(name, known)] if name else list(known.values())
    if as_json:
        rows = [{f: getattr(s, f) for f in ("name", "summary", *LIMITS)} for s in chosen]
        typer.echo(json.dumps(rows, indent=1))
    elif name:
        typer.echo(chosen[0].summary)
        for limit in LIMITS:
            typer.echo(f"{limit:13} {getattr(chosen[0], limit)!s:>6}  {chosen[0].source(limit)}")
    else:
        for s in chosen:
            line = (
                f"{s.name:16} {s.max_lines} x {s.line_width} characters, {s.max_cps:g} cps, "
                f"{s.min_duration}-{s.max_duration} ms: {s.summary}"
            )
            typer.echo(printable(line))


def formats(as_json: Json = False) -> None:
    """List the file formats that are read and written."""
    from subalign.formats import list_formats

    rows = [(f.name, f.suffixes, f.summary) for f in list_formats()]
    if as_json:
        names = ("name", "suffixes", "summary")
        typer.echo(json.dumps([dict(zip(names, row, strict=True)) for row in rows], indent=1))
        return
    for name, suffixes, summary in rows:
        typer.echo(f"{name:6} {' '.join(suffixes):12} {summary}")
