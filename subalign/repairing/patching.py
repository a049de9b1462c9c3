"""Write repaired times and lines into a SubRip, WebVTT or SBV file, and keep all else.

Tags, positions, notes, styles and line ends stay where they are. A missing blank line between two
cues is put in. Only the times and the line
breaks of cues that changed are written anew, blocks are moved where cues were out of order, and
a cue that was split gets a block for each part.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby

from subalign.documents import Block, Document, Lines, parse_any
from subalign.model import Cue
from subalign.repairing import Repaired


@dataclass(frozen=True, slots=True)
class _Layout:
    """Layout of the repaired file.

    Args:
        webvtt: True for WebVTT.
        end: the characters that end a line.
        moved: True if cues change their places, or some are removed.
        renumbered: True if the cues get new numbers.
    """

    webvtt: bool
    end: str
    moved: bool
    renumbered: bool


def patch(text: str, cues: Sequence[Cue], repaired: Repaired) -> str | None:
    """Write the times and lines of repaired cues into the text of their file.

    Args:
        text: the text of the file, with any line ends.
        cues: the cues that were read from the file, in its order.
        repaired: the repaired cues; no cue is split that is `indivisible`.

    Returns:
        The new text. A cue keeps its old lines if tags hide where its words are. None if the
        file has no time lines.
    """
    document = parse_any(text)
    if not cues or len(document.blocks) != len(cues):
        return None
    layout = _layout(document, text, repaired)
    # Without a blank line between two cues, some players take the second for text of the first.
    behind = [*(block.between or (layout.end,) for block in document.blocks[1:]), document.tail]
    between = document.blocks[0].between
    blocks: list[Block] = []
    for i, group in groupby(zip(repaired.origins, repaired.cues, strict=True), lambda c: c[0]):
        parts = [cue for _, cue in group]
        for block in _parts(document.blocks[i], cues[i], parts, len(blocks) + 1, layout):
            blocks.append(block._replace(between=between))
            between = (layout.end,)
        between = _behind(behind[i], layout)
    return str(replace(document, blocks=tuple(blocks), tail=between))


def indivisible(text: str, cues: Sequence[Cue]) -> frozenset[int]:
    """Return the indices of cues whose text does not show where the words are, or has word times.

    Args:
        text: the text of the file, with any line ends.
        cues: the cues that were read from the file, in its order.
    """
    document = parse_any(text)
    if len(document.blocks) != len(cues):
        return frozenset(range(len(cues)))
    layout = _layout(document, text, Repaired((), ()))
    payloads = ["".join(block.payload) for block in document.blocks]
    return frozenset(
        i
        for i, (cue, payload) in enumerate(zip(cues, payloads, strict=True))
        if re.search(r"<\d[\d:.]*>", payload) or not _rebroken(payload, [cue.lines], layout)
    )


def _layout(document: Document, text: str, repaired: Repaired) -> _Layout:
    names = [block.name.strip() for block in document.blocks]
    kept = list(dict.fromkeys(repaired.origins))
    moved = kept != list(range(len(names)))
    divided = len(kept) < len(repaired.origins)
    numbered = names == [str(n) for n in range(1, len(names) + 1)]
    return _Layout(
        webvtt=document.webvtt,
        end=next((end for end in ("\r\n", "\n", "\r") if end in text), "\n"),
        moved=moved,
        renumbered=(moved or divided) and (numbered or (divided and all(map(str.isdigit, names)))),
    )


def _parts(
    block: Block, before: Cue, parts: Sequence[Cue], number: int, layout: _Layout
) -> Iterator[Block]:
    """Yield a block for each part of a repaired cue; the first part has this number."""
    payloads = [block.payload]
    lines = [part.lines for part in parts]
    if lines != [before.lines]:
        rebroken = _rebroken("".join(block.payload), lines, layout)
        payloads = [(text,) for text in rebroken] or payloads
    for n, (cue, payload) in enumerate(zip(parts, payloads, strict=True)):
        name = block.name if layout.renumbered or not n else ""
        if layout.renumbered:
            name = re.sub(r"\d+", str(number + n), name)
        followed = layout.moved or n + 1 < len(parts)
        open_end = followed and not payload[-1].endswith(("\n", "\r"))
        made = block._replace(name=name, payload=(*payload, layout.end) if open_end else payload)
        changed = (before.start, before.end) != (cue.start, cue.end)
        yield made.at(cue.start, cue.end) if changed else made


def _behind(lines: Lines, layout: _Layout) -> Lines:
    """Return the text between a cue and the next one, set apart if the cues were moved."""
    if not layout.moved:
        return lines
    text = "".join(lines).strip()
    return (layout.end, text, 2 * layout.end) if text else (layout.end,)


def _rebroken(payload: str, parts: Sequence[Sequence[str]], layout: _Layout) -> list[str]:
    """Return the text of a cue in several parts, with line breaks where their lines have them.

    Tags that are open where a part ends are closed there and opened again in the next.

    Args:
        payload: text of the cue in its file.
        parts: the lines of each part, as they are read.
        layout: of the new file.

    Returns:
        The text of each part; nothing where ``payload`` does not show where the words are.
    """
    lines = [line for part in parts for line in part]
    words = [part for line in lines for part in line.split()]
    ends = set(accumulate(map(len, words)))
    cuts = set(accumulate(sum(map(_letters, part)) for part in parts[:-1]))
    left = set(accumulate(map(_letters, lines[:-1])))
    out: list[list[str]] = [[]]
    opened: list[str] = []
    seen, fresh = 0, False
    # Tags, overrides, entities, white space, single characters.
    piece = re.compile(r"<[^<>]*>|\{\\[^{}]*\}|&#?\w+;|\s+|.", re.DOTALL)
    for part in piece.findall(payload.rstrip("\r\n")):
        if layout.webvtt and part == "<":
            return []  # not escaped: in another line it may begin a tag
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
                out[-1].append(layout.end)
        elif part.isspace() and any(char in "\r\n" for char in part):
            out[-1].append(" " if seen in ends else "")
            continue
        if not (part.isspace() and fresh):
            out[-1].append(part)
            fresh = False
        seen += 0 if tag else _letters(html.unescape(part))
    whole = seen == sum(map(_letters, lines)) and not left
    return ["".join(pieces) + layout.end for pieces in out] if whole else []


def _note(opened: list[str], tag: str) -> None:
    """Add a tag to the open ones, or close them; overrides in braces stay open to the end."""
    if tag.startswith("</"):
        same = [i for i, other in enumerate(opened) if _name(other) == _name(tag)]
        del opened[same[-1] if same else len(opened) :]
    else:
        opened.append(tag)


def _name(tag: str) -> str:
    found = re.match(r"</?([^\s<>/.]*)", tag)
    return found[1] if found else ""


def _closing(opened: Sequence[str], payload: str) -> Iterator[str]:
    """Yield the end tags of the open tags, the last first, if the text uses end tags at all."""
    for tag in reversed(opened):
        name = _name(tag)
        if name and f"</{name}" in payload:
            yield f"</{name}>"


def _letters(text: str) -> int:
    return sum(not char.isspace() for char in text)
