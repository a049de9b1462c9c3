"""A caption file with other times and lines, and all else as it was.

What a reader leaves out, such as tags, positions, notes, styles and line ends, stays where it
stands: only the times and the line breaks of cues that changed are written anew, blocks are
moved where cues were out of order, and a cue that was split has a block for each part. For formats
that mark a cue by times with an arrow, SubRip and WebVTT.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby

from subalign.model import Cue
from subalign.repairing import Repaired
from subalign.times import HOUR, clock

_CLOCK = r"(?:\d+:)?\d{1,2}:\d{1,2}[.,]\d{1,3}"
_TIMES = re.compile(rf"(\s*)({_CLOCK})(\s*-->\s*)({_CLOCK})(.*)", re.ASCII | re.DOTALL)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_NUMBER = re.compile(r"(\s*)\d+(\s*)", re.ASCII)
_STAMP = re.compile(r"<\d[\d:.]*>", re.ASCII)
_TAG = re.compile(r"<(/?)([^\s<>/.]*)")
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
    """How its lines end, whether cues change their places, and whether they get new numbers."""

    lines: str
    moved: bool
    renumbered: bool


def patch(text: str, cues: Sequence[Cue], repaired: Repaired) -> tuple[str, tuple[Cue, ...]] | None:
    """``text`` with the times and lines of ``repaired``.

    Args:
        text: of the file, with any line ends.
        cues: that were read from it, in its order.
        repaired: what they shall become; none is split that is `indivisible`.

    Returns:
        The new text and the cues in it: as they shall become, but with their old lines where
        the text does not show where the words are. None where the file marks no cues by times
        with an arrow. Whoever writes the text should read it back and compare.
    """
    found = _blocks(text, cues)
    if not found:
        return None
    lead, blocks = found
    names = ["".join(block.name).strip() for block in blocks]
    kept = list(dict.fromkeys(repaired.origins))
    moved = kept != list(range(len(cues)))
    divided = len(kept) < len(repaired.origins)
    numbered = names == [str(n) for n in range(1, len(names) + 1)]
    file = _File(
        lines=_line_end(text),
        moved=moved,
        renumbered=(moved or divided) and (numbered or (divided and all(map(str.isdigit, names)))),
    )
    made: list[tuple[str, Cue]] = []
    for i, group in groupby(zip(repaired.origins, repaired.cues, strict=True), lambda c: c[0]):
        parts = [cue for _, cue in group]
        made += _rewritten(blocks[i], cues[i], parts, len(made) + 1, file)
    return lead + "".join(block for block, _ in made), tuple(cue for _, cue in made)


def indivisible(text: str, cues: Sequence[Cue]) -> frozenset[int]:
    """Indices of the cues whose text does not show where their words are, or says when they come.

    Args:
        text: of the file, with any line ends.
        cues: that were read from it, in its order.
    """
    found = _blocks(text, cues)
    if not found:
        return frozenset(range(len(cues)))
    end = _line_end(text)
    payloads = ["".join(block.text) for block in found[1]]
    return frozenset(
        i
        for i, (cue, payload) in enumerate(zip(cues, payloads, strict=True))
        if _STAMP.search(payload) or not _rebroken(payload, [cue.lines], end)
    )


def _blocks(text: str, cues: Sequence[Cue]) -> tuple[str, list[_Block]] | None:
    """What stands in front of the cues, and a block for each; None where they are not found."""
    lines = _LINE.findall(text)
    places = [i for i, line in enumerate(lines) if _TIMES.fullmatch(line)]
    if not cues or len(places) != len(cues):
        return None
    heads = [i - bool(i and lines[i - 1].strip()) for i in places]
    blocks = [
        _block(lines[head:following], place - head)
        for head, place, following in zip(heads, places, [*heads[1:], len(lines)], strict=True)
    ]
    return "".join(lines[: heads[0]]), blocks


def _line_end(text: str) -> str:
    return next((end for end in ("\r\n", "\n", "\r") if end in text), "\n")


def _rewritten(
    block: _Block, before: Cue, parts: Sequence[Cue], number: int, file: _File
) -> Iterator[tuple[str, Cue]]:
    """The cues that one has become, with the text of each; the first has this number."""
    whole = "".join(block.text)
    payloads, lines = [whole], [before.lines]
    if [part.lines for part in parts] != lines:
        rebroken = _rebroken(whole, [part.lines for part in parts], file.lines)
        if rebroken:
            payloads, lines = rebroken, [part.lines for part in parts]
    name, rest, last = "".join(block.name), "".join(block.rest), len(parts) - 1
    for n, (cue, payload, shown) in enumerate(zip(parts, payloads, lines, strict=True)):
        own = _NUMBER.sub(rf"\g<1>{number + n}\g<2>", name) if file.renumbered else name
        own = own if file.renumbered or not n else ""
        ends = payload.endswith(("\n", "\r")) or not (file.moved or n < last)
        after = rest if n == last else file.lines
        if n == last and file.moved:
            after = file.lines + rest.strip() + 2 * file.lines if rest.strip() else file.lines
        made = own + _timed(block.times, before, cue) + payload + ("" if ends else file.lines)
        yield made + after, replace(cue, lines=shown)


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


def _rebroken(payload: str, parts: Sequence[Sequence[str]], end: str) -> list[str]:
    """The text of a cue in so many parts, with line breaks where their lines have them.

    Tags that are open where a part ends are closed there and opened again in the next. Empty
    where the text reads otherwise.
    """
    lines = [line for part in parts for line in part]
    words = [part for line in lines for part in line.split()]
    ends = set(accumulate(map(len, words)))
    cuts = set(accumulate(sum(map(_letters, part)) for part in parts[:-1]))
    left = set(accumulate(map(_letters, lines[:-1])))
    out: list[list[str]] = [[]]
    opened: list[str] = []
    seen, fresh = 0, False
    for part in _PART.findall(payload.rstrip("\r\n")):
        tag = part[0] in "<{" and len(part) > 1
        if tag:
            _note(opened, part)
        if seen in left and not tag:
            left.discard(seen)
            fresh = True
            if seen in cuts:
                out[-1] += _closing(opened, payload)
                out.append(list(opened))
            else:
                out[-1].append(end)
        elif part.isspace() and any(char in "\r\n" for char in part):
            out[-1].append(" " if seen in ends else "")
            continue
        if not (part.isspace() and fresh):
            out[-1].append(part)
            fresh = False
        seen += 0 if tag else _letters(html.unescape(part))
    whole = seen == sum(map(_letters, lines)) and not left
    return ["".join(pieces) + end for pieces in out] if whole else []


def _note(opened: list[str], tag: str) -> None:
    """Keep count of the tags that are open; those in braces stay so to the end."""
    found = _TAG.match(tag)
    if found and found[1]:
        same = [i for i, other in enumerate(opened) if _name(other) == found[2]]
        del opened[same[-1] if same else len(opened) :]
    else:
        opened.append(tag)


def _name(tag: str) -> str:
    found = _TAG.match(tag)
    return found[2] if found else ""


def _closing(opened: Sequence[str], payload: str) -> Iterator[str]:
    """Ends of the open tags, the last first, where the text ends them at all."""
    for tag in reversed(opened):
        name = _name(tag)
        if name and f"</{name}" in payload:
            yield f"</{name}>"


def _letters(text: str) -> int:
    return sum(not char.isspace() for char in text)
