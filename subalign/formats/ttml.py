"""TTML: the W3C's XML for captions, which broadcasters and video services exchange.

>>> from subalign.model import Captions, Cue
>>> text = FORMAT.write(Captions((Cue(1000, 2500, ("Q & A", "<3"), label="Anna:"),)))
>>> [line.strip() for line in text.splitlines() if "<p " in line]
['<p xml:id="f000001" begin="1.000s" end="2.500s">Anna: Q &amp; A<br/>&lt;3</p>']

Reading keeps the text of each ``p`` and its times, which are clock times such as
``00:00:01.5`` or seconds, minutes, hours or milliseconds such as ``1.5s`` (TTML 2, section
12.3.1); spans, styles, regions and metadata are dropped. Times that count frames or ticks, and
times of a ``div`` or a ``span``, are errors.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from subalign.errors import FormatError
from subalign.formats import syncmaps
from subalign.formats.base import Format, clean_lines, cues_to_write
from subalign.model import Captions, Cue
from subalign.times import LONGEST_S, from_seconds


def _keep(captions: Captions) -> Captions:
    return cues_to_write(captions, lambda cue: Cue(cue.start, cue.end, _shown(cue.labelled)))


def _shown(lines: Sequence[str]) -> tuple[str, ...]:
    # XML allows no U+FFFE and U+FFFF.
    return clean_lines(re.sub("[\ufffe\uffff]", "\ufffd", line) for line in lines)


def _write(captions: Captions) -> str:
    return syncmaps.write(
        [replace(cue, lines=tuple(map(_escaped, cue.lines))) for cue in _keep(captions).cues],
        "ttml",
    )


def _escaped(line: str) -> str:
    return html.escape(line, quote=False)


def _read(text: str, where: str) -> Captions:
    cues = [_cue(node, where) for node in _parsed(text, where).iter() if _name(node) == "p"]
    if not cues:
        raise FormatError("there is no cue in it", where=where, hint="is it a TTML file?")
    return Captions(tuple(cues))


def _cue(node: Any, where: str) -> Cue:
    place = f"{where}:{node.sourceline}"
    start = _time(node.get("begin", "0s"), place)
    last = _time(node.get("end") or node.get("dur") or "", place)
    end = last if node.get("end") else start + last
    return Cue(start, end, clean_lines(_text(node).split("\n")))


def _text(node: Any) -> str:
    """Return the text of an element and of the elements in it, with LF for line breaks alone."""
    text = _on_one_line(node.text)
    for child in node:
        if _name(child) == "br":
            text += "\n"
        elif _name(child) not in ("", "metadata"):
            text += _text(child)
        text += _on_one_line(child.tail)
    return text


def _on_one_line(text: str | None) -> str:
    return re.sub("[ \t\r\n]+", " ", text or "")


def _parsed(text: str, where: str) -> Any:
    from lxml import etree

    if "<!DOCTYPE" in text:
        raise FormatError("a document type is not read", where=where, hint="take it out")
    try:
        root = etree.fromstring(text.strip().encode(), etree.XMLParser(encoding="utf-8"))
    except etree.XMLSyntaxError as error:
        place = f"{where}:{error.lineno or 1}"
        raise FormatError(f"this is no XML: {error.msg}", where=place) from None
    for node in root.iter():
        if _name(node) in ("body", "div", "span", "br") and node.get("begin"):
            place = f"{where}:{node.sourceline}"
            raise FormatError(f"the times of a {_name(node)} are not read", where=place)
    return root


def _name(node: Any) -> str:
    """Return the name of an element without its namespace; empty for comments and the like."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _time(text: str, where: str) -> int:
    clock = re.fullmatch(r"(\d{2,}):([0-5]\d):([0-5]\d(?:\.\d+)?)", text, re.ASCII)
    offset = re.fullmatch(r"(\d+(?:\.\d+)?)(h|m|s|ms)", text, re.ASCII)
    found = LONGEST_S + 1
    if clock:
        found = int(clock[1]) * 3600 + int(clock[2]) * 60 + float(clock[3])
    elif offset:
        found = float(offset[1]) * {"h": 3600, "m": 60, "s": 1, "ms": 0.001}[offset[2]]
    if found > LONGEST_S:
        hint = "write 00:00:01.000 or 1.000s"
        raise FormatError(f"this is no cue time: {text[:20]!r}", where=where, hint=hint)
    return from_seconds(found)


FORMAT = Format(
    name="ttml",
    suffixes=(".ttml",),
    summary="TTML: XML for broadcasters and video services",
    read=_read,
    write=_write,
    keep=_keep,
)
