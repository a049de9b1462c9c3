"""Timestamps in plain text, as players copy them from a transcript panel or transcribers write.

A clock time may also be part of speech (``10:30 we met``, ``John 3:16``), so its form is not
enough: brackets, hours, a line of its own or a habit of the text must confirm the timestamp.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from subalign.text.sounds import is_sound
from subalign.transcript.masking import SourceLine
from subalign.transcript.names import is_name
from subalign.transcript.options import ParsingOptions

_Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Timestamps:
    """Timestamps of a text.

    Args:
        spans: Start and end offsets in the text, in order.
        own_lines: Indices, from 0, of the lines that hold nothing but a timestamp.
        nameplates: Indices of the lines that hold nothing but a timestamp and a name.
    """

    spans: tuple[_Span, ...]
    own_lines: frozenset[int]
    nameplates: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Patterns:
    """Forms of a timestamp; a clock time is ``0:03``, ``1:02:03`` or ``00:03.500``.

    Args:
        own_line: A whole line: a clock time or a range of two, in brackets or not.
        bracketed: A clock time or range in brackets; group 1 is the opening bracket.
        leading: A clock time at the start of a line, perhaps with a dash; group 1 is the time.
        trailing: A clock time at the end of a line.
        unmistakable: A clock time with hours or in the first ten minutes, in any bracket. No
            verse (``John 3:16``) and no time of day is written so in brackets.
        colon: The colon that ends a speaker label, perhaps after spaces.
    """

    own_line: re.Pattern[str]
    bracketed: re.Pattern[str]
    leading: re.Pattern[str]
    trailing: re.Pattern[str]
    unmistakable: re.Pattern[str]
    colon: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    clock = r"(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
    time_range = rf"{clock}(?:\s*(?:-->|[-–—,])\s*{clock})?"
    brackets = rf"([\[(<{{])\s*{time_range}\s*[\])>}}]"
    return _Patterns(
        own_line=re.compile(rf"\s*(?:{time_range}|{brackets})\s*[:–-]?\s*"),
        bracketed=re.compile(brackets),
        leading=re.compile(rf"\s*({clock})(?=\s)(?:\s+[-–—](?=\s))?"),
        trailing=re.compile(rf"(?<=\s){clock}(?=\s*$)"),
        unmistakable=re.compile(r"\W?\s*(?:\d{1,2}:\d\d:\d\d|0\d?:\d\d)"),
        colon=re.compile(r"\s*:"),
    )


def find_timestamps(
    text: str, source_lines: Sequence[SourceLine], options: ParsingOptions
) -> Timestamps:
    """Find the timestamps that nobody says.

    Args:
        text: The source.
        source_lines: All its lines.
        options: ``min_timestamped_lines`` is used.
    """
    lines = {
        i: text[line.start : line.end]
        for i, line in enumerate(source_lines)
        if ":" in text[line.start : line.end]
    }
    alone = _own_lines(lines)
    plates = {i: at for i, line in lines.items() if i not in alone and (at := _on_nameplate(line))}
    if len(plates) < 2:  # one line may also be "Anna 10:30" in a list of appointments
        plates = {}
    written = sum(line.start < line.end for line in source_lines) - len(alone)
    others = {i: line for i, line in lines.items() if i not in alone and i not in plates}
    leading = _leading(others, written, options)
    found = {i: [*leading.get(i, ()), *_inline(line)] for i, line in lines.items()}
    found |= alone | plates
    spans = (
        (source_lines[i].start + start, source_lines[i].start + end)
        for i, spans_of_line in found.items()
        for start, end in spans_of_line
    )
    return Timestamps(tuple(spans), frozenset(alone), frozenset(plates))


def _own_lines(lines: dict[int, str]) -> dict[int, list[_Span]]:
    """Return the lines that are a timestamp, each as one span.

    A single one is believed only if it cannot be a time of day.
    """
    patterns = _patterns()
    alone = {i: [(0, len(line))] for i, line in lines.items() if patterns.own_line.fullmatch(line)}
    if len(alone) == 1 and not any(patterns.unmistakable.match(lines[i]) for i in alone):
        return {}
    return alone


def _on_nameplate(line: str) -> list[_Span]:
    """Return the timestamps of a line that is otherwise a name: ``Anna Smith  0:03``."""
    patterns = _patterns()
    spans = [match.span() for match in patterns.bracketed.finditer(line)]
    if not spans:
        at_edges = (patterns.leading.match(line), patterns.trailing.search(line))
        spans = [match.span() for match in at_edges if match]
    if not spans:
        return []
    rest = line[: spans[0][0]] + line[spans[-1][1] :]
    name = rest.strip(" \t\0:-–—|,[]()")
    return spans if is_name(name) and not is_sound(name) else []


def _leading(
    lines: dict[int, str], written: int, options: ParsingOptions
) -> dict[int, list[_Span]]:
    """Return the clock times without brackets at line starts that are timestamps.

    Those with hours are. The others must stand on a third of the ``written`` lines and never
    run backwards: times of day in a story do so sooner or later.
    """
    found = {i: match for i, line in lines.items() if (match := _patterns().leading.match(line))}
    times = [_seconds(match[1]) for match in found.values()]
    is_frequent = len(found) >= max(options.min_timestamped_lines, written / 3)
    is_habit = is_frequent and all(a <= b for a, b in pairwise(times))
    return {i: [m.span()] for i, m in found.items() if is_habit or m[1].count(":") == 2}


def _inline(line: str) -> Iterator[_Span]:
    """Yield the timestamps in brackets of a line.

    Round brackets may hold a verse or a time of day, so there the timestamp must begin the
    line, stand before the colon of a speaker label, or be unmistakable.
    """
    patterns = _patterns()
    indent = len(line) - len(line.lstrip())
    for found in patterns.bracketed.finditer(line):
        at_label = found.start() == indent or patterns.colon.match(line, found.end())
        if found[1] == "[" or at_label or patterns.unmistakable.match(found.group()):
            yield found.span()


def _seconds(clock: str) -> float:
    total = 0.0
    for part in clock.replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return total
