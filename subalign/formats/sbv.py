"""SBV: the captions that YouTube gives for download and takes back.

>>> from subalign.model import Captions, Cue
>>> print(FORMAT.write(Captions((Cue(1000, 2500, ("Two", "lines."), label="Anna:"),))).rstrip())
00:00:01.000,00:00:02.500
Anna: Two
lines.

SBV has no markup and no escapes. A line of text that reads as two times gets a word joiner
(U+2060, invisible, no width) in front, and ``read`` takes it out again. A cue goes on to the
next times, as in SubRip.
"""

from __future__ import annotations

import re

from subalign.documents import Block, is_time_line, parse
from subalign.errors import FormatError
from subalign.formats import syncmaps
from subalign.formats.base import Format, clean_lines, cues_to_write
from subalign.model import Captions, Cue
from subalign.times import SECOND


def _keep(captions: Captions) -> Captions:
    return cues_to_write(captions, lambda cue: Cue(cue.start, cue.end, clean_lines(cue.labelled)))


def _write(captions: Captions) -> str:
    cues = [
        Cue(cue.start, cue.end, tuple(map(_harmless, cue.lines))) for cue in _keep(captions).cues
    ]
    # aeneas takes SBV for SubViewer, whose files have a head and a foot.
    return syncmaps.write(cues, "sbv", header_string=None, footer_string=None)


def _harmless(line: str) -> str:
    return f"\u2060{line}" if is_time_line(line.lstrip("\u2060")) else line


def _plain(line: str) -> str:
    return line.removeprefix("\u2060") if is_time_line(line.lstrip("\u2060")) else line


def _read(text: str, where: str) -> Captions:
    document = parse(text, sbv=True)
    first = document.blocks[0].between if document.blocks else document.tail
    stray = next((i for i, line in enumerate(first, 1) if line.strip()), 0)
    if stray:
        raise FormatError("text before the times of the first cue", where=f"{where}:{stray}")
    if not document.blocks:
        raise FormatError("there is no cue in it", where=where, hint="is it an SBV file?")
    return Captions(tuple(_cue(block, where) for block in document.blocks))


def _cue(block: Block, where: str) -> Cue:
    from aeneas.globalfunctions import time_from_hhmmssmmm

    clock = r"\d{1,9}:[0-5]?\d:[0-5]?\d\.\d{1,3}"
    if not re.fullmatch(f"{clock},{clock}", f"{block.start},{block.end}"):
        raise FormatError(
            f"these are no cue times: {block.time_line.strip()[:60]!r}",
            where=f"{where}:{block.line}",
            hint="write 0:00:01.000,0:00:02.000",
        )
    start, end = (round(time_from_hhmmssmmm(at) * SECOND) for at in (block.start, block.end))
    return Cue(start, end, clean_lines(map(_plain, block.payload)))


FORMAT = Format(
    name="sbv",
    suffixes=(".sbv",),
    summary="SBV: YouTube's own format",
    read=_read,
    write=_write,
    keep=_keep,
)
