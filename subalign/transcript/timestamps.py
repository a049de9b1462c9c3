"""Timestamps in plain text: copied from a player's transcript panel, or by a transcriber."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from subalign.transcript.masking import SourceLine
from subalign.transcript.names import is_name
from subalign.transcript.sounds import is_sound

_CLOCK = r"(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
_RANGE = rf"{_CLOCK}(?:\s*(?:-->|[-–—,])\s*{_CLOCK})?"
_BRACKETS = rf"([\[(<{{])\s*{_RANGE}\s*[\])>}}]"
_ALONE = re.compile(rf"\s*(?:{_RANGE}|{_BRACKETS})\s*[:–-]?\s*")
_INLINE = re.compile(_BRACKETS)
_LEADING = re.compile(rf"\s*({_CLOCK})(?=\s)(?:\s+[-–—](?=\s))?")
_TRAILING = re.compile(rf"(?<=\s){_CLOCK}(?=\s*$)")
# With hours, or from zero: no verse or time of day is written so in brackets.
_LONG = re.compile(r"\W?\s*(?:\d{1,2}:\d\d:\d\d|0\d?:\d\d)")
_COLON = re.compile(r"\s*:")

_HABIT = 3
"""Bare clocks at line starts that make a habit; fewer may be read aloud (``10:30 we met``)."""

_Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Timestamps:
    """The timestamps of a text.

    Args:
        spans: where they stand, in order.
        alone: the numbers (from 0) of the lines that hold nothing else.
        plates: the lines that hold nothing else but a name.
    """

    spans: tuple[_Span, ...]
    alone: frozenset[int]
    plates: frozenset[int]

    @property
    def habitual(self) -> bool:
        """So many stand alone that they cut the text into pieces, as captions do."""
        return len(self.alone) >= _HABIT


def find_timestamps(text: str, rows: Sequence[SourceLine]) -> Timestamps:
    """Find the timestamps that nobody says."""
    lines = {i: text[r.start : r.end] for i, r in enumerate(rows) if ":" in text[r.start : r.end]}
    alone = {i: [(0, len(line))] for i, line in lines.items() if _ALONE.fullmatch(line)}
    if len(alone) == 1 and not any(_LONG.match(lines[i]) for i in alone):
        alone = {}
    plates = {i: at for i, line in lines.items() if i not in alone and (at := _on_plate(line))}
    if len(plates) < 2:
        plates = {}
    written = sum(r.start < r.end for r in rows) - len(alone)
    others = {i: x for i, x in lines.items() if i not in alone and i not in plates}
    leading = _leading(others, written)
    found = {i: [*leading.get(i, ()), *_inline(line)] for i, line in lines.items()}
    found |= alone | plates
    spans = ((rows[i].start + a, rows[i].start + b) for i, at in found.items() for a, b in at)
    return Timestamps(tuple(spans), frozenset(alone), frozenset(plates))


def _on_plate(line: str) -> list[_Span]:
    """The timestamps of a line that is otherwise a name, such as ``Anna Smith  0:03``."""
    spans = [m.span() for m in _INLINE.finditer(line)]
    if not spans:
        spans = [m.span() for m in (_LEADING.match(line), _TRAILING.search(line)) if m]
    if not spans:
        return []
    rest = line[: spans[0][0]] + line[spans[-1][1] :]
    name = rest.strip(" \t\0:-–—|,[]()")
    return spans if is_name(name) and not is_sound(name) else []


def _leading(lines: dict[int, str], written: int) -> dict[int, list[_Span]]:
    """Bare clocks at line starts that run on through the text, or give hours."""
    found = {i: m for i, line in lines.items() if (m := _LEADING.match(line))}
    times = [_seconds(m[1]) for m in found.values()]
    habit = len(found) >= max(_HABIT, written / 3) and all(a <= b for a, b in pairwise(times))
    return {i: [m.span()] for i, m in found.items() if habit or m[1].count(":") == 2}


def _inline(line: str) -> Iterator[_Span]:
    indent = len(line) - len(line.lstrip())
    for found in _INLINE.finditer(line):
        at_label = found.start() == indent or _COLON.match(line, found.end())
        if found[1] == "[" or at_label or _LONG.match(found.group()):
            yield found.span()


def _seconds(clock: str) -> float:
    total = 0.0
    for part in clock.replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return total
