"""What checks have found, as files that other programs read."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import count

from subalign.model import Cue, Problem, Span


@dataclass(frozen=True, slots=True)
class Checked:
    """A caption file and what was found in it.

    Args:
        path: as it was given.
        cues: as they stand in it.
        problems: what breaks the style, by cue.
        style: its name.
        language: BCP 47 code; empty where unknown.
        heard: whether it was checked against a recording.
        said: when the text of each cue is said, as for ``Subject``; None where not aligned.
        refused: why the text could not be aligned with the recording; empty where it was, and
            without a recording.
        lines: the line of the file, from 1, on which the times of each cue stand; empty where
            unknown.
    """

    path: str
    cues: tuple[Cue, ...]
    problems: tuple[Problem, ...]
    style: str
    language: str = ""
    heard: bool = False
    said: tuple[Span | None, ...] | None = None
    refused: str = ""
    lines: tuple[int, ...] = ()


_TIMES = re.compile(r"\s*[\d:.,]+[ \t]*-->[ \t]*[\d:.,]+")


def cue_lines(text: str, cues: int) -> tuple[int, ...]:
    """The lines, from 1, that hold the times of cues; empty unless there are ``cues`` of them.

    >>> cue_lines("1\\n00:01.000 --> 00:02.000\\nHi.\\n", 1)
    (2,)
    """
    numbers = count(1)
    lines = re.split(r"\r\n|\r|\n", text)
    found = tuple(n for n, line in zip(numbers, lines, strict=False) if _TIMES.match(line))
    return found if len(found) == cues else ()


def to_json(checked: Sequence[Checked]) -> str:
    """A list of problems: file, rule, cue (from 1), time (ms), message, severity."""
    rows = [{"file": c.path, **asdict(p)} for c in checked for p in c.problems]
    return json.dumps(rows, ensure_ascii=False, indent=1)
