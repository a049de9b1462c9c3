"""The command line: each command parses, makes one call of the library, and prints.

Captions and data go to files or standard output; progress, warnings and summaries to
standard error. What the commands need is imported when they run, so that ``--help`` is fast.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from subalign import __version__, progress
from subalign.errors import PROBLEMS, InputError, UsageError
from subalign.styles import DEFAULT, LIMITS, STYLES, find_style
from subalign.times import clock, short

if TYPE_CHECKING:
    from subalign.model import Alignment, Problem
    from subalign.pipeline import Captioned

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

Style = Annotated[str, typer.Option("--style", help="Caption style; 'subalign styles' lists them.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print errors only.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Say more about each step.")]
Strict = Annotated[bool, typer.Option("--strict", help="Exit with 1 where a warning remains, too.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]

Level = Annotated[
    str,
    typer.Option(
        "--clean",
        help="verbatim: only spacing and casing faults; tidy: also broken sentences repaired and "
        "stutters hidden; clean: also fillers hidden.",
        metavar="LEVEL",
    ),
]
GlossaryFile = Annotated[
    str,
    typer.Option(
        "--glossary",
        help="File of preferred spellings, a line each: GPT-4 = GPD for, GPT four",
        metavar="FILE",
        show_default=False,
    ),
]
DecisionsFile = Annotated[
    str,
    typer.Option(
        "--decisions",
        help="File of what you accepted or refused, from 'subalign clean --review'.",
        metavar="FILE",
        show_default=False,
    ),
]
Language = Annotated[
    str,
    typer.Option(
        help="Language code such as en, en-GB or pt-BR. Without it, it is identified from the "
        "transcript.",
        show_default=False,
    ),
]

LEAST_CERTAIN = 0.5
"""Below this confidence a sentence is likelier to be wrong than right."""

SHOWN = 5
"""So many uncertain sentences and problems are printed; --verbose prints all."""


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


@app.command()
def align(
    audio: Annotated[Path, typer.Argument(help="Any audio or video file.", show_default=False)],
    transcript: Annotated[
        Path,
        typer.Argument(
            help="Its text: plain text, or an SRT or VTT file whose times are not to be trusted.",
            show_default=False,
        ),
    ],
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output",
            "-o",
            help="File to write; its suffix names the format, - is standard output. Repeat for "
            "several. Without it: .vtt and .srt in this folder.",
            show_default=False,
        ),
    ] = None,
    words: Annotated[
        Path | None,
        typer.Option(
            help="Also write the time of every word, as Whisper tools do.", metavar="OUT.json"
        ),
    ] = None,
    language: Language = "",
    engine: Annotated[
        str, typer.Option(help="How to align; 'subalign engines' lists the ways.")
    ] = "auto",
    style: Style = DEFAULT,
    level: Level = "tidy",
    glossary: GlossaryFile = "",
    decisions: DecisionsFile = "",
    track: Annotated[int, typer.Option(help="Which audio track of the file, from 1.")] = 1,
    form: Annotated[
        str, typer.Option("--format", help="Format of standard output.", metavar="NAME")
    ] = "",
    strict: Strict = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Align a transcript to its recording and write captions.

    subalign align talk.mp3 talk.txt

    subalign align film.mkv film.txt -o film.srt --style bbc --language de --track 2

    At the end it prints what it wrote, what breaks the style, and the sentences that it is
    least sure of. Exit code 0: done; 1: with --strict, the captions break the style; 2: usage;
    3: bad input; 4: something is not installed; 5: text and recording do not go together.
    """
    from subalign import pipeline

    targets = list(output or pipeline.default_outputs(audio))
    if words:
        targets.append(str(words))
    _check_writable(targets, [audio, transcript, glossary, decisions])
    stdout_format = _stdout_format(targets, form)
    with progress.bars(quiet) as report:
        made = pipeline.caption(
            audio,
            transcript,
            language=language,
            engine=engine,
            style=style,
            track=track,
            cleaning=pipeline.Cleaning(level, glossary, decisions),
            report=report,
        )
    for target in targets:
        if target == "-":
            typer.echo(made.render(stdout_format), nl=False)
        else:
            made.save(target)
    if not quiet:
        _say_what_was_made(made, targets, style, language, verbose)
    _exit_for(made.problems, strict, otherwise_fine=not strict)


@app.command()
def clean(
    transcript: Annotated[Path, typer.Argument(help="The text as it came.", show_default=False)],
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
        bool, typer.Option("--diff", help="Show what changes and why, and count it by rule.")
    ] = False,
    review: Annotated[
        bool,
        typer.Option(
            "--review",
            help="Write each change and each suggestion to the --decisions file, to answer with "
            "yes or no in a text editor.",
        ),
    ] = False,
    glossary: GlossaryFile = "",
    decisions: DecisionsFile = "",
    language: Language = "",
) -> None:
    """Make a raw transcript readable.

    subalign clean talk.txt --diff                 shows what would change

    subalign clean talk.txt -o clean.txt --clean clean

    subalign clean talk.txt --review               writes talk.decisions.txt; answer in it,

    subalign align talk.mp3 talk.txt --decisions talk.decisions.txt     and use the answers

    The clean text is for reading. To align, give the text as it came: what was said must be
    there, and align cleans what is shown by itself.
    """
    from subalign import cleaning, formats, pipeline

    if review and (diff or output):
        raise UsageError("--review goes alone", hint="run it, answer, then run again")
    target = decisions or f"{transcript.stem}.decisions.txt"
    known = "" if review and not Path(target).exists() else target if review else decisions
    script = pipeline.load_transcript(
        transcript, language, pipeline.Cleaning(level, glossary, known)
    )
    if review:
        found = cleaning.review(
            script.parsed, script.level, script.language, script.glossary, script.decisions
        )
        formats.write_text(target, cleaning.render_decisions(found))
        still_open = sum(d.answer is cleaning.Answer.OPEN for d in found)
        _note(f"{target}: {len(found)} places, {still_open} to decide")
        return
    cleaned = script.cleaned()
    if diff:
        _show_diff(cleaning.render_diff(script.parsed, cleaned))
    if output:
        formats.write_text(output, cleaning.readable(cleaned))
        _note(f"{output}: {len(cleaning.changes(script.parsed, cleaned))} changes")
    elif not diff:
        typer.echo(cleaning.readable(cleaned), nl=False)


@app.command()
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
        _note(f"{captions}: {len(cues)} cues, {style}: {_count_problems(problems)}")
        if verbose:
            _note(f"rules: {', '.join(r.name for r in checking.RULES)}")
    _exit_for(problems, strict)


@app.command()
def convert(
    source: Annotated[Path, typer.Argument(metavar="IN", help="A caption or words file.")],
    target: Annotated[
        str,
        typer.Argument(metavar="OUT", help="Its suffix names the format; - is standard output."),
    ],
    style: Annotated[
        str,
        typer.Option(
            help="How to break words into captions, where IN is a words file.", show_default=False
        ),
    ] = "",
    shift: Annotated[int, typer.Option(help="Move all times by so many ms; may be negative.")] = 0,
    fps_from: Annotated[
        float, typer.Option(help="Frame rate that IN was made for.", show_default=False)
    ] = 0.0,
    fps_to: Annotated[
        float, typer.Option(help="Frame rate that OUT is for.", show_default=False)
    ] = 0.0,
    form: Annotated[
        str, typer.Option("--format", help="Format of standard output.", metavar="NAME")
    ] = "",
    quiet: Quiet = False,
) -> None:
    """Write a caption or words file in another format, shifted or at another speed.

    subalign convert talk.srt talk.vtt --shift -250

    subalign convert film.srt film-pal.srt --fps-from 23.976 --fps-to 25

    subalign convert talk.json talk.srt --style bbc     breaks a words file into captions
    """
    from subalign import formats, pipeline

    if (fps_from > 0) != (fps_to > 0) or min(fps_from, fps_to) < 0:
        raise UsageError("give both --fps-from and --fps-to, above 0", hint="or neither")
    form_name = _stdout_format([target], form)
    _check_writable([target], [])
    read = formats.read_captions(source)
    if style and read.cues:
        raise UsageError(
            "holds captions, not words", where=str(source), hint="--style is for words files"
        )
    made = pipeline.convert(
        read, style=style or DEFAULT, shift=shift, speed=fps_from / fps_to if fps_to else 1.0
    )
    if target == "-":
        typer.echo(formats.render(made, formats.find_format(form_name)), nl=False)
        return
    formats.write_captions(target, made)
    if not quiet:
        _note(f"{target}: {len(made.cues)} cues")


@app.command()
def engines(as_json: Json = False) -> None:
    """List the ways to align, what each needs and how to get it."""
    from subalign.engines import ENGINES, installed

    rows = [(e.name, e.summary, "" if installed(e) else e.install) for e in ENGINES.values()]
    if as_json:
        names = ("name", "summary", "install")
        typer.echo(json.dumps([dict(zip(names, row, strict=True)) for row in rows], indent=1))
        return
    typer.echo("auto      the first of these that is installed (the default)")
    for name, summary, install in rows:
        typer.echo(
            f"{name:9} {summary}" + (f"\n          not installed: {install}" if install else "")
        )


@app.command()
def styles(
    name: Annotated[
        str,
        typer.Argument(help="Show one style, with the source of each number.", show_default=False),
    ] = "",
    as_json: Json = False,
) -> None:
    """List the caption styles and their limits.

    subalign styles bbc     says where each number of a style comes from
    """
    chosen = [find_style(name)] if name else list(STYLES.values())
    if as_json:
        rows = [{f: getattr(s, f) for f in ("name", "summary", *LIMITS)} for s in chosen]
        typer.echo(json.dumps(rows, indent=1))
    elif name:
        typer.echo(chosen[0].summary)
        for limit in LIMITS:
            typer.echo(f"{limit:13} {getattr(chosen[0], limit)!s:>6}  {chosen[0].sources[limit]}")
    else:
        for s in chosen:
            typer.echo(
                f"{s.name:9} {s.max_lines} x {s.line_width} characters, {s.max_cps:g} cps, "
                f"{s.min_duration}-{s.max_duration} ms: {s.summary}"
            )


@app.command()
def formats(as_json: Json = False) -> None:
    """List the file formats that are read and written."""
    from subalign.formats import FORMATS

    rows = [(f.name, f.suffixes, f.summary) for f in FORMATS.values()]
    if as_json:
        names = ("name", "suffixes", "summary")
        typer.echo(json.dumps([dict(zip(names, row, strict=True)) for row in rows], indent=1))
        return
    for name, suffixes, summary in rows:
        typer.echo(f"{name:6} {' '.join(suffixes):12} {summary}")


def _show_diff(lines: Iterable[Sequence[tuple[str, str]]]) -> None:
    from rich.console import Console
    from rich.text import Text

    colours = {"place": "dim", "rule": "cyan", "hidden": "red", "new": "green", "count": "bold"}
    console = Console(highlight=False, soft_wrap=True)
    for line in lines:
        console.print(Text.assemble(*((text, colours.get(style, "")) for style, text in line)))


def _note(text: str) -> None:
    typer.echo(text, err=True)


def _check_writable(targets: Sequence[str], inputs: Sequence[Path | str]) -> None:
    """Refuse before the work what cannot be written, or would destroy what was given."""
    from subalign.formats import check_writable

    taken = {Path(given).resolve(): "is what was given to read" for given in inputs if given}
    for target in targets:
        if target == "-":
            continue
        if why := taken.get(Path(target).resolve()):
            raise UsageError(f"{why}; it would be overwritten", where=target, hint="name another")
        taken[Path(target).resolve()] = "is named twice"
        check_writable(target)


def _stdout_format(targets: Sequence[str], form: str) -> str:
    from subalign.formats import find_format

    if "-" not in targets:
        if form:
            raise UsageError("--format is for standard output", hint="use -o -, or a suffix")
        return ""
    if not form:
        raise UsageError("-o - needs --format", hint="for example --format srt")
    return find_format(form).name


def _count_problems(problems: Sequence[Problem]) -> str:
    if not problems:
        return "no problems"
    counts = Counter(p.rule for p in problems)
    return ", ".join(f"{n} {rule}" for rule, n in counts.most_common())


def _say_what_was_made(
    made: Captioned, targets: Sequence[str], style: str, language: str, verbose: bool
) -> None:
    identified = "" if language else " (identified from the transcript)"
    _note(f"language: {made.alignment.language}{identified}, engine: {made.alignment.engine}")
    for target in targets:
        if target != "-":
            _note(f"{target}: {len(made.cues)} cues")
    _note(f"{style}: {_count_problems(made.problems)}")
    shown = len(made.problems) if verbose else SHOWN
    for p in made.problems[:shown]:
        _note(f"  {p}")
    if len(made.problems) > shown:
        _note(f"  and {len(made.problems) - shown} more (--verbose)")
    _say_what_is_uncertain(made.alignment, verbose)


def _say_what_is_uncertain(alignment: Alignment, verbose: bool) -> None:
    doubtful = [s for s in alignment.sentences() if s.confidence < LEAST_CERTAIN]
    doubtful.sort(key=lambda s: s.confidence)
    if not doubtful:
        _note("all sentences fit the recording")
        return
    _note(f"least certain, {len(doubtful)} of {len(alignment.sentences())} sentences:")
    for s in doubtful if verbose else doubtful[:SHOWN]:
        text = s.text if len(s.text) <= 50 else s.text[:49] + "…"
        _note(f"  {short(s.start)} ({s.confidence:.2f}) line {s.words[0].line}: {text}")


def _exit_for(problems: Sequence[Problem], strict: bool, otherwise_fine: bool = False) -> None:
    hard = [p for p in problems if strict or p.severity.value == "error"]
    if hard and not otherwise_fine:
        raise typer.Exit(PROBLEMS)
