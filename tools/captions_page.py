"""What stands in ``docs/captions.md``: how captions are made, each weight, and before and after."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from inspect import cleandoc, getsource
from itertools import pairwise
from pathlib import Path

from subalign import segmenting, timing
from subalign.cleaning import clean
from subalign.measure import width
from subalign.model import Alignment, Break, Word
from subalign.segmenting import search
from subalign.segmenting import weights as w
from subalign.styles import find_style
from subalign.transcript import parse_transcript

SEED = Path(__file__).parents[1] / "fixtures" / "podcast" / "transcript.txt"
GERMAN = (
    "Die Würde des Menschen ist unantastbar. Sie zu achten und zu schützen ist Verpflichtung"
    " aller staatlichen Gewalt. Das Deutsche Volk bekennt sich darum zu unverletzlichen und"
    " unveräußerlichen Menschenrechten als Grundlage jeder menschlichen Gemeinschaft, des"
    " Friedens und der Gerechtigkeit in der Welt."
)
FRENCH = (
    "La liberté consiste à pouvoir faire tout ce qui ne nuit pas à autrui : ainsi, l'exercice"
    " des droits naturels de chaque homme n'a de bornes que celles qui assurent aux autres"
    " membres de la société la jouissance de ces mêmes droits. Ces bornes ne peuvent être"
    " déterminées que par la loi."
)
PASSAGES = (
    ("The podcast of the fixtures, cleaned", "en", SEED.read_text("utf-8").split("\n")[0]),
    ("Article 1 of the German constitution", "de", GERMAN),
    ("Article 4 of the French declaration of 1789", "fr", FRENCH),
)
A_LETTER, A_REST, A_LONG_PAUSE = 65, 350, 3000
"""Times that the passages get, and after which Whisper starts a new caption, ms."""


def page() -> Iterator[str]:
    """The page, block by block."""
    yield "# How captions are made\n\n" + _text(segmenting.__doc__)
    yield "\n## How a layout is found\n\n" + _text(search.__doc__)
    yield "\n## The weights\n\n" + _text(w.__doc__)
    yield from _weights()
    yield "\n## When a caption comes and goes\n\n" + _text(timing.__doc__)
    yield "\n" + _text(cleandoc(timing.schedule.__doc__ or "").split("Args:\n")[0])
    yield "\n## Before and after"
    yield (
        "\nThe same words twice, in the style `netflix`: as Whisper's writer breaks them"
        " (`--max_line_width 42 --max_line_count 2`), which fills line after line, and as subalign"
        " does. A bar ends a line."
    )
    for title, language, text in PASSAGES:
        yield f"\n{title}:\n\n| Whisper's writer | subalign |\n|---|---|"
        yield from _beside(_timed(text, language))


def greedy(words: Sequence[Word], columns: int, lines: int) -> list[list[str]]:
    """The lines of each caption as Whisper's writer makes them, from its published options.

    A line takes words until the next would be too wide, a caption takes as many lines as it
    may, and a long pause starts a new one. Grammar and punctuation have no say.
    """
    cues: list[list[str]] = []
    end = 0
    for word in words:
        if not cues or word.start - end > A_LONG_PAUSE:
            cues.append([word.text])
        elif width(f"{cues[-1][-1]} {word.text}") <= columns:
            cues[-1][-1] += f" {word.text}"
        elif len(cues[-1]) < lines:
            cues[-1].append(word.text)
        else:
            cues.append([word.text])
        end = word.end
    return cues


def _beside(alignment: Alignment) -> Iterator[str]:
    style = find_style("netflix")
    theirs = greedy(alignment.words, style.line_width, style.max_lines)
    ours = [cue.lines for cue in segmenting.segment(alignment, style)]
    for row in range(max(len(theirs), len(ours))):
        cells = (r" \| ".join(side[row]) if row < len(side) else "" for side in (theirs, ours))
        yield f"| {' | '.join(cells)} |"


def _timed(text: str, language: str) -> Alignment:
    words: list[Word] = []
    at = 0
    for token in clean(parse_transcript(text, language=language), "tidy", language).tokens:
        end = at + A_LETTER * len(token.shown)
        if token.shown:
            words.append(Word(token.shown, at, end, ends=token.ends))
        at = end + (A_REST if token.ends is not Break.NONE else 0)
    return Alignment(tuple(words), language, at)


def _weights() -> Iterator[str]:
    for kind in w.BreakWeights, w.LayoutCosts:
        yield f"\n### {_title(kind.__name__)}\n\n{_text(cleandoc(kind.__doc__ or ''))}\n"
        yield "| weight | cue | line | for |\n|---|---|---|---|"
        (body,) = ast.parse(getsource(kind)).body
        assert isinstance(body, ast.ClassDef)
        for node, doc in pairwise(body.body):
            if isinstance(node, ast.AnnAssign) and isinstance(doc, ast.Expr):
                name = ast.unparse(node.target)
                yield from _rows(name, getattr(kind(), name), ast.literal_eval(doc.value))


def _title(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).capitalize()


def _rows(name: str, value: object, doc: str) -> Iterator[str]:
    if isinstance(value, w.BreakScore):
        yield f"| `{name}` | {value.cue:+} | {value.line:+} | {_cell(doc)} |"
    elif isinstance(value, int):
        yield f"| `{name}` | {value} | | {_cell(doc)} |"
    elif isinstance(value, tuple):
        yield f"| `{name}` | | | {_cell(doc)} |"
        for role, score, example in value:
            text = f'{role.value}: "{example}"'
            yield f"| {role.name.lower()} | {score.cue:+} | {score.line:+} | {_cell(text)} |"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("``", "`").replace("|", "\\|")


def _text(doc: str | None) -> str:
    return (doc or "").strip().replace("``", "`")
