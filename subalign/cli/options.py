"""Options that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

Style = Annotated[str, typer.Option("--style", help="Caption style; 'subalign styles' lists them.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print errors only.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Say more about each step.")]
Strict = Annotated[bool, typer.Option("--strict", help="Exit with 1 for warnings, too.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]

Outputs = Annotated[
    list[str] | None,
    typer.Option(
        "--output",
        "-o",
        help="File to write; its suffix names the format, - is standard output. Repeat for "
        "several. Without it: .vtt and .srt in this folder.",
        show_default=False,
    ),
]
Level = Annotated[
    str,
    typer.Option(
        "--clean",
        help="verbatim: repair spacing and quotes, and hide sentences in a loop; tidy: also "
        "repair broken sentences and hide stutters; clean: also hide fillers.",
        metavar="LEVEL",
    ),
]
GlossaryFile = Annotated[
    str,
    typer.Option(
        "--glossary",
        help="File with a line for each preferred spelling and its variants: "
        "GPT-4 = GPD for, GPT four",
        metavar="FILE",
        show_default=False,
    ),
]
DecisionsFile = Annotated[
    str,
    typer.Option(
        "--decisions",
        help="File of changes that you accepted or refused; 'subalign clean --review' writes it.",
        metavar="FILE",
        show_default=False,
    ),
]
Language = Annotated[
    str,
    typer.Option(
        help="Language code such as en, en-GB or pt-BR. Without it, the language is identified "
        "from the transcript.",
        show_default=False,
    ),
]
Format = Annotated[str, typer.Option("--format", help="Format of standard output.", metavar="NAME")]
Fps = Annotated[
    float,
    typer.Option(
        help="Frames per second of the video, for captions that come and go with its frames: "
        "23.976, 24, 25, 29.97, 30, 50 or 59.94.",
        show_default=False,
    ),
]
Shots = Annotated[
    str,
    typer.Option(
        help="The video, for captions that come and go with its cuts.",
        metavar="VIDEO",
        show_default=False,
    ),
]
