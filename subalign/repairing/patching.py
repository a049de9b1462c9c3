"""A caption file with other times and lines, and all else as it was.

What a reader leaves out, such as tags, positions, notes, styles and line ends, stays where it
stands: only the times and the line breaks of cues that changed are written anew, and blocks are
moved where cues were out of order. For formats that mark a cue by times with an arrow, SubRip
and WebVTT.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from subalign.model import Cue
from subalign.repairing import Repaired
from subalign.times import HOUR, clock

_CLOCK = r"(?:\d+:)?\d{1,2}:\d{1,2}[.,]\d{1,3}"
_TIMES = re.compile(rf"(\s*)({_CLOCK})(\s*-->\s*)({_CLOCK})(.*)", re.ASCII | re.DOTALL)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_NUMBER = re.compile(r"(\s*)\d+(\s*)", re.ASCII)
_PART = re.compile(r"<[^<>]*>|\{\\[^{}]*\}|&#?\w+;|\s+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Block:
    """The lines of a cue, with their ends: what names it, its times, its text, and the rest."""

    name: list[str]
    times: str
    text: list[str]
    rest: list[str]


@dataclass(frozen=True, slots=True)
class _File:
    """How its lines end, and whether cues change their places and are numbered by them."""

    lines: str
    moved: bool
    numbered: bool


def patch(text: str, cues: Sequence[Cue], repaired: Repaired) -> tuple[str, tuple[Cue, ...]] | None:
    """``text`` with the times and lines of ``repaired``.

    Args:
        text: of the file, with any line ends.
        cues: that were read from it, in its order.
        repaired: what they shall become.

    Returns:
        The new text and the cues in it: as they shall become, but with their old lines where
        the text does not show where the words are. None where the file marks no cues by times
        with an arrow. Whoever writes the text should read it back and compare.
    """
    lines = _LINE.findall(text)
    places = [i for i, line in enumerate(lines) if _TIMES.fullmatch(line)]
    if not cues or len(places) != len(cues):
        return None
    heads = [i - bool(i and lines[i - 1].strip()) for i in places]
    blocks = [
        _block(lines[head:following], place - head)
        for head, place, following in zip(heads, places, [*heads[1:], len(lines)], strict=True)
    ]
    file = _File(
        lines="\r\n" if "\r\n" in text else "\n",
        moved=list(repaired.origins) != list(range(len(cues))),
        numbered=all("".join(b.name).strip() == str(n) for n, b in enumerate(blocks, 1)),
    )
    made = [
        _rewritten(blocks[i], cues[i], cue, number, file)
        for number, (i, cue) in enumerate(zip(repaired.origins, repaired.cues, strict=True), 1)
    ]
    lead = "".join(lines[: heads[0]])
    return lead + "".join(block for block, _ in made), tuple(cue for _, cue in made)


def _rewritten(block: _Block, before: Cue, after: Cue, number: int, file: _File) -> tuple[str, Cue]:
    payload = "".join(block.text)
    if after.lines != before.lines:
        rebroken = _rebroken(payload, after.lines, file.lines)
        payload = rebroken or payload
        after = after if rebroken else replace(after, lines=before.lines)
    name, rest = "".join(block.name), "".join(block.rest)
    if file.moved:
        name = _NUMBER.sub(rf"\g<1>{number}\g<2>", name) if file.numbered else name
        payload = payload if payload.endswith(("\n", "\r")) else payload + file.lines
        rest = file.lines + rest.strip() + 2 * file.lines if rest.strip() else file.lines
    return name + _timed(block.times, before, after) + payload + rest, after


def _block(lines: Sequence[str], at: int) -> _Block:
    blank = next((i for i in range(at + 1, len(lines)) if not lines[i].strip()), len(lines))
    return _Block(list(lines[:at]), lines[at], list(lines[at + 1 : blank]), list(lines[blank:]))


def _timed(line: str, before: Cue, after: Cue) -> str:
    found = _TIMES.fullmatch(line)
    if not found or (before.start, before.end) == (after.start, after.end):
        return line
    lead, start, arrow, end, rest = found.groups()
    return f"{lead}{_clock(start, after.start)}{arrow}{_clock(end, after.end)}{rest}"


def _clock(written: str, ms: int) -> str:
    """A time in the way that another was written: with its mark, and hours where it has them."""
    text = clock(ms, "," if "," in written else ".")
    return text if written.count(":") == 2 or ms >= HOUR else text.removeprefix("00:")


def _rebroken(payload: str, lines: Sequence[str], end: str) -> str:
    """The text of a cue with its line breaks at other places; empty where it reads otherwise."""
    words = [part for line in lines for part in line.split()]
    ends = list(accumulate(map(len, words)))
    breaks = set(accumulate(map(_letters, lines[:-1])))
    out, seen, left = [], 0, set(breaks)
    for part in _PART.findall(payload.rstrip("\r\n")):
        tag = part[0] in "<{" and len(part) > 1
        if seen in left and not tag:
            left.discard(seen)
            out.append(end)
        elif part.isspace() and any(char in "\r\n" for char in part):
            out.append(" " if seen in ends else "")
            continue
        if not (part.isspace() and out and out[-1] == end):
            out.append(part)
        seen += 0 if tag else _letters(html.unescape(part))
    return "".join(out) + end if seen == sum(map(_letters, lines)) and not left else ""


def _letters(text: str) -> int:
    return sum(not char.isspace() for char in text)
