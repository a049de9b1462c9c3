"""Caption files as lossless documents: SubRip, WebVTT and SBV, block by block.

>>> document = parse("1\\n00:00:01,000 --> 00:00:02,500 X1:40\\n<i>Hi.</i>\\n\\n")
>>> block = document.blocks[0]
>>> block.name, block.start, block.end, block.payload, block.line
('1\\n', '00:00:01,000', '00:00:02,500', ('<i>Hi.</i>\\n',), 2)
>>> block.at(1500, 2500).time_line
'00:00:01,500 --> 00:00:02,500 X1:40\\n'
>>> str(document)
'1\\n00:00:01,000 --> 00:00:02,500 X1:40\\n<i>Hi.</i>\\n\\n'

A document keeps every character of its file. The readers of SubRip and WebVTT, the reader of
captions as a transcript, the line numbers of problems and the repair of a file are views of it.
This is the only module that takes time lines apart and puts them together again. A document is
tolerant: which clock texts a format allows is for the reader of that format to say.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import NamedTuple

from subalign.times import clock

Lines = tuple[str, ...]
"""Lines of a file with their line ends."""

_TIME_LINE = re.compile(
    r"\s*({clock})\s*(-->|,)\s*({clock})(?:\s.*)?".replace(
        "{clock}", r"(?:\d+:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?"
    ),
    re.DOTALL,
)
"""Two clock texts with an arrow between, or a comma as in SBV; settings may follow."""


class Block(NamedTuple):
    """A cue as it stands in its file.

    Args:
        between: lines in front that belong to no cue: blank ones, comments, styles, stray text.
        name: the line that numbers or names the cue; empty where there is none.
        time_line: the line that says when the cue is shown, with its settings and line end.
        start, end: the clock texts in the time line, such as ``00:00:01,000``.
        payload: the lines of text, with markup. In SubRip blank lines may stand among them.
        line: number of the time line in the file, from 1.
    """

    between: Lines
    name: str
    time_line: str
    start: str
    end: str
    payload: Lines
    line: int

    def at(self, start: int, end: int) -> Block:
        """Write other times, ms, with the mark of the old ones, and hours where these have them.

        >>> block = parse("WEBVTT\\n\\n00:01.000 --> 00:02.000 line:0\\nHi.").blocks[0]
        >>> block.at(61_000, 3_600_000).time_line
        '01:01.000 --> 01:00:00.000 line:0\\n'
        """
        found = _TIME_LINE.fullmatch(self.time_line)
        if not found:
            raise ValueError(f"no time line: {self.time_line!r}")
        line, (first, first_end), (last, last_end) = self.time_line, found.span(1), found.span(3)
        new, new_end = _clock_like(self.start, start), _clock_like(self.end, end)
        time_line = f"{line[:first]}{new}{line[first_end:last]}{new_end}{line[last_end:]}"
        return self._replace(time_line=time_line, start=new, end=new_end)


def _clock_like(written: str, ms: int) -> str:
    text = clock(ms, "," if "," in written else ".")
    return text if written.count(":") == 2 else text.removeprefix("00:")


@dataclass(frozen=True, slots=True)
class Document:
    """A caption file; ``str(document)`` is its text, exactly.

    Args:
        mark: byte order mark of the file, or nothing.
        blocks: the cues in the order of the file.
        tail: lines after the last cue.
        webvtt: whether the file begins with the header of WebVTT.
    """

    mark: str
    blocks: tuple[Block, ...]
    tail: Lines
    webvtt: bool

    def __str__(self) -> str:
        parts = [self.mark]
        for block in self.blocks:
            parts += block.between
            parts += block.name, block.time_line
            parts += block.payload
        parts += self.tail
        return "".join(parts)


def parse(text: str, *, sbv: bool = False) -> Document:
    """Take a caption file apart; lines end with CR, LF or both.

    In WebVTT the text of a cue ends at an empty line. In SubRip the text goes on to the next
    cue: many files have blank lines in it.

    Args:
        text: of the file.
        sbv: whether a comma may stand in place of the arrow, as in SBV.
    """
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    return parse_lines(_split(text[len(mark) :]), mark=mark, sbv=sbv)


def parse_any(text: str) -> Document:
    """Take a file of SubRip, WebVTT or SBV apart; without any arrow, as SBV."""
    document = parse(text)
    return document if document.blocks else parse(text, sbv=True)


def _split(text: str) -> Lines:
    return tuple(io.StringIO(text, newline=""))


def parse_lines(lines: Lines, *, mark: str = "", sbv: bool = False) -> Document:
    """Take the lines of a caption file apart, as `parse` does.

    Args:
        lines: of the file, with whatever ends them.
        mark: the byte order mark before them.
        sbv: whether a comma may stand in place of the arrow, as in SBV.
    """
    webvtt = bool(lines) and is_webvtt_header(lines[0])
    places = _webvtt_places(lines) if webvtt else _places(lines, sbv)
    is_name = _is_webvtt_name if webvtt else _is_number
    end_of_payload = _end_of_webvtt_payload if webvtt else _end_of_payload
    heads: list[int] = []
    before = -1
    for i, _, _ in places:
        named = i - 1 > before and is_name(lines, i - 1)
        heads.append(i - named)
        before = i
    blocks: list[Block] = []
    free = 0
    for (i, start, end), head, limit in zip(places, heads, [*heads, len(lines)][1:], strict=True):
        stop = end_of_payload(lines, i + 1, limit)
        name = lines[head] if head < i else ""
        payload = lines[i + 1 : stop]
        blocks.append(Block(lines[free:head], name, lines[i], start, end, payload, i + 1))
        free = stop
    return Document(mark, tuple(blocks), lines[free:], webvtt)


def cue_lines(text: str) -> tuple[int, ...]:
    """Return the numbers of the time lines of a file, from 1, as `parse_any` finds them.

    >>> cue_lines("1\\n00:00:01,000 --> 00:00:02,000\\nHi.\\n")
    (2,)
    """
    lines = _split(text.removeprefix("\ufeff"))
    if lines and is_webvtt_header(lines[0]):
        places = _webvtt_places(lines)
    else:
        places = _places(lines, sbv=False) or _places(lines, sbv=True)
    return tuple(i + 1 for i, *_ in places)


def is_webvtt_header(line: str) -> bool:
    """Tell whether a first line makes its file one of WebVTT."""
    return line.startswith("WEBVTT") and not line[6:7].strip()


def is_comment(line: str) -> bool:
    """Tell whether the first line of a block of WebVTT makes it a comment, a style or a region."""
    return re.match(r"(?:NOTE|STYLE|REGION)(?:\s|$)", line) is not None


def is_webvtt_clock(text: str) -> bool:
    """Tell whether WebVTT allows a clock text: ``MM:SS.mmm``, with hours in front or without.

    Source: W3C WebVTT, section 4.1; at most nine digits of hours are ours.
    """
    return re.fullmatch(r"(?:\d{1,9}:)?[0-5]\d:[0-5]\d\.\d{3}", text, re.ASCII) is not None


def is_time_line(line: str) -> bool:
    """Tell whether a line says when a cue is shown, also as in SBV, with a comma for the arrow."""
    return _TIME_LINE.fullmatch(line) is not None


_Place = tuple[int, str, str]
"""Index of a time line and its clock texts."""


def _places(lines: Lines, sbv: bool) -> list[_Place]:
    return [
        (i, found[1], found[3])
        for i, line in enumerate(lines)
        # The search for an arrow is fast and decides for nearly all lines.
        if ("-->" in line or sbv)
        and (found := _TIME_LINE.fullmatch(line))
        and (sbv or found[2] == "-->")
    ]


def _webvtt_places(lines: Lines) -> list[_Place]:
    places: list[_Place] = []
    comment, first = False, True
    for i, line in enumerate(lines):
        comment = is_comment(line) if first else comment
        first = _is_empty(line)
        found = _TIME_LINE.fullmatch(line) if "-->" in line else None
        # A browser begins a cue at a good time line, also in a comment.
        if found and (not comment or (is_webvtt_clock(found[1]) and is_webvtt_clock(found[3]))):
            places.append((i, found[1], found[3]))
            comment = False
    return places


def _is_empty(line: str) -> bool:
    return not line.strip("\r\n")


def _is_number(lines: Lines, i: int) -> bool:
    return lines[i].strip().isdecimal()


def _is_webvtt_name(lines: Lines, i: int) -> bool:
    """Tell whether a line before a time line is the first of its block."""
    return i > 0 and not _is_empty(lines[i]) and _is_empty(lines[i - 1]) and "-->" not in lines[i]


def _end_of_payload(lines: Lines, start: int, limit: int) -> int:
    while limit > start and not lines[limit - 1].strip():
        limit -= 1
    return limit


def _end_of_webvtt_payload(lines: Lines, start: int, limit: int) -> int:
    return next((i for i in range(start, limit) if _is_empty(lines[i])), limit)
