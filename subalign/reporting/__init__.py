"""Reports of checks, as files that other programs read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from subalign import documents
from subalign.model import Cue, Problem, Span


@dataclass(frozen=True, slots=True)
class Checked:
    """A caption file and the problems that were found in it.

    Args:
        path: of the file, as it was given.
        cues: in the order of the file.
        problems: what breaks the style, by cue.
        style: name of the style.
        language: BCP 47 code; empty where unknown.
        with_audio: True where the captions were also checked against a recording.
        said: when the text of each cue is said, as in `CaptionFile`; None where not aligned.
        refused: why the text could not be aligned with the recording; empty where it was aligned,
            and without a recording.
        lines: the line of the file, from 1, on which the times of each cue stand; empty where
            unknown.
    """

    path: str
    cues: tuple[Cue, ...]
    problems: tuple[Problem, ...]
    style: str
    language: str = ""
    with_audio: bool = False
    said: tuple[Span | None, ...] | None = None
    refused: str = ""
    lines: tuple[int, ...] = ()


def cue_lines(text: str, cues: int) -> tuple[int, ...]:
    """Return the lines, from 1, that hold the times of cues; empty if their number is not ``cues``.

    >>> cue_lines("1\\n00:00:01,000 --> 00:00:02,000\\nHi.\\n", 1)
    (2,)
    """
    found = documents.cue_lines(text)
    return found if len(found) == cues else ()


def to_json(checked: Sequence[Checked]) -> str:
    """Return a list of problems as JSON: file, rule, cue (from 1), time (ms), message, severity."""
    rows = [{"file": c.path, **asdict(p)} for c in checked for p in c.problems]
    return json.dumps(rows, ensure_ascii=False, indent=1)
