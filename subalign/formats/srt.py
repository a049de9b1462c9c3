"""SubRip: the format that every player reads and nobody has specified.

>>> from subalign.model import Captions, Cue
>>> text = FORMAT.write(Captions((Cue(1000, 2500, ("Two <3", "lines."), label="Anna:"),)))
>>> print(text.replace("\\u2060", "|").rstrip())
1
00:00:01,000 --> 00:00:02,500
Anna: Two <|3
lines.

SubRip has no escapes: a player shows ``&amp;`` as it stands. But FFmpeg, and with it mpv and
VLC, deletes ``<Bob>`` and ``{\\an8}`` and breaks the line at ``\\N``, also where the speaker
meant them. A word joiner (U+2060, invisible, no width) after the first sign makes them plain
text; ``read`` takes it out again. For ``{laughs}``, which libass hides, nothing helps.

Reading is as tolerant as players are. It accepts a missing number or blank line, a blank line
inside the text, dots for commas, and positions after the times. Tags are dropped; nothing else
is decoded. As in FFmpeg and pysrt, the figures after the comma are a number of milliseconds.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence

import pysrt

from subalign.documents import Block, Document, parse
from subalign.errors import FormatError
from subalign.formats.base import Format, clean_lines, cues_to_write
from subalign.model import Captions, Cue


def _keep(captions: Captions) -> Captions:
    return cues_to_write(captions, lambda cue: Cue(cue.start, cue.end, clean_lines(cue.labelled)))


def _write(captions: Captions) -> str:
    file = io.StringIO()
    items = [
        # pysrt rounds float seconds down, so it is given whole milliseconds.
        pysrt.SubRipItem(number, cue.start, cue.end, "\n".join(map(_harmless, cue.lines)))
        for number, cue in enumerate(_keep(captions).cues, 1)
    ]
    pysrt.SubRipFile(items).write_into(file, eol="\n")
    return file.getvalue()


def _harmless(line: str) -> str:
    # What FFmpeg's decoder takes for a tag, an override or a line break, and arrows; and the same
    # with a joiner already there, so that `_plain` takes out what `_harmless` put in.
    markup = r"<|\{(?=\u2060|\\|[CFOPSY]:|$)|\\(?=\u2060|[Nnh])|--(?=\u2060*>)"
    return re.sub(markup, lambda found: found[0] + "\u2060", line, flags=re.IGNORECASE)


def _plain(line: str) -> str:
    if not ("<" in line or "{" in line or "\\" in line or "-" in line):
        return line  # most lines are, and these four looks are faster than a regex
    tag = r"</?(?:[bius]|font)(?:\s[^<>]*)?>|\{(?:\\|[CFOPSY]:)[^{}]*\}"
    line = re.sub(tag, "", line, flags=re.IGNORECASE)
    return re.sub(r"([<{\\])\u2060|--\u2060(?=\u2060*>)", lambda found: found[1] or "--", line)


def _read(text: str, where: str) -> Captions:
    document = parse(text)
    if document.webvtt:
        raise FormatError("this is a WebVTT file", where=f"{where}:1", hint="name it .vtt")
    _refuse_lead(document, where)
    if not document.blocks:
        raise FormatError("there is no cue in it", where=where, hint="is it an SRT file?")
    # Counting signs first spares most files a look at every line.
    if "→" in text or text.count(">") > len(document.blocks):
        for block in document.blocks:
            _refuse_misspelt(block.payload, block.line + 1, where, begins=False)
    return Captions(tuple(_cue(block, where) for block in document.blocks))


def _refuse_lead(document: Document, where: str) -> None:
    """Refuse text before the first cue, except its number, which blank lines may follow."""
    first = document.blocks[:1]
    lead = [line for block in first for line in (*block.between, block.name)] or document.tail
    _refuse_misspelt(lead, 1, where, begins=True)
    written = [i for i, line in enumerate(lead) if line.strip()]
    if first and written and (len(written) > 1 or not lead[written[0]].strip().isdecimal()):
        where = f"{where}:{written[0] + 1}"
        raise FormatError("text before the times of the first cue", where=where)


def _cue(block: Block, where: str) -> Cue:
    # pysrt reads anything as a time, 0 where it is none, so the times are looked at before.
    clock = r"\d{1,9}:[0-5]?\d:[0-5]?\d[.,]\d{1,3}"
    if not re.fullmatch(f"{clock} {clock}", f"{block.start} {block.end}"):
        raise _bad_times(block.time_line, block.line, where)
    if len(block.payload) > 2:
        _refuse_missing_times(block, where)
    item = pysrt.SubRipItem(start=block.start, end=block.end)
    return Cue(item.start.ordinal, item.end.ordinal, clean_lines(map(_plain, block.payload)))


def _refuse_misspelt(lines: Sequence[str], first: int, where: str, *, begins: bool) -> None:
    """Refuse a time line that players would take for text.

    Args:
        lines: some of the file.
        first: number of the first of them.
        where: the file.
        begins: whether a cue may begin at the first of them.
    """
    # An arrow after a time is never text: `_harmless` breaks it. Other arrows may be text, unless
    # they stand where a cue begins.
    meant_as_times = r"\s*[-+]?\d+\s*:.*-->"
    misspelt_times = r"\s*[-+]?\d+\s*:.*(?:->|→|[—–=]>)\s*\d"
    for i, line in enumerate(lines):
        if ">" not in line and "→" not in line:
            continue
        # An arrow is text unless a cue may begin here: after a blank line, or one and a number.
        before = i - 2 if i and lines[i - 1].strip().isdecimal() else i - 1
        fresh = not lines[before].strip() if before >= 0 else begins
        misspelt = fresh and re.match(misspelt_times, line, re.ASCII)
        if misspelt or re.match(meant_as_times, line, re.ASCII):
            raise _bad_times(line, first + i, where)


def _bad_times(line: str, number: int, where: str) -> FormatError:
    return FormatError(
        f"these are no cue times: {line.strip()[:60]!r}",
        where=f"{where}:{number}",
        hint="write 00:00:01,000 --> 00:00:02,000",
    )


def _refuse_missing_times(block: Block, where: str) -> None:
    """Refuse a blank line, the next number and text: a cue whose times are lost."""
    lines = [line.strip() for line in block.payload]
    for i, (blank, number, text) in enumerate(zip(lines, lines[1:], lines[2:], strict=False), 2):
        numbered = block.name and number.isdecimal() and int(number) == int(block.name) + 1
        if text and not blank and numbered:
            raise FormatError(
                f"cue {number} has no times",
                where=f"{where}:{block.line + i}",
                hint="write 00:00:01,000 --> 00:00:02,000 in the next line",
            )


FORMAT = Format(
    name="srt",
    suffixes=(".srt",),
    summary="SubRip: every player and editor; speakers as words in the text",
    read=_read,
    write=_write,
    keep=_keep,
)
