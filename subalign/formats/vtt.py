"""WebVTT: the W3C's caption format, for browsers and podcast players.

>>> from subalign.model import Captions, Cue
>>> print(FORMAT.write(Captions((Cue(1000, 2500, ("Q & A", "<3"), "Anna", "Anna:"),))).rstrip())
WEBVTT
<BLANKLINE>
1
00:00:01.000 --> 00:00:02.500
<v Anna>Q &amp; A
&lt;3

webvtt-py writes text as it is given, so escaping is done here. A cue is numbered, so that
"cue 12" of a report is found in the file. A voice mark stands for the label and needs no end
tag where it spans the cue. FFmpeg's tag parser breaks on an escape in a name, so ``&``, ``<``
and ``>`` are left out of names.

Where a style asks for it (``karaoke``), the time of each word stands before it:
``Follow <00:00:01.400>the <00:00:01.600>words``. Players that support this highlight the words.

Reading keeps text and voices; entities are decoded; tags, positions, notes, styles and regions
are dropped. Times for which a browser drops the cue, such as a comma for the dot, are errors.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import webvtt

from subalign.documents import Block, is_comment, is_webvtt_clock, parse
from subalign.errors import FormatError
from subalign.formats.base import Format, clean_lines, cues_to_write
from subalign.model import Captions, Cue
from subalign.times import clock


def _keep(captions: Captions) -> Captions:
    return cues_to_write(captions, lambda cue: replace(_shape(cue), words=()))


def _shape(cue: Cue) -> Cue:
    name = "".join(clean_lines([re.sub(r"[&<>]", "", cue.speaker)]))
    # Hyphens at the end would make an arrow with the bracket.
    speaker = re.sub(r"[-\s]+$", "", name)
    lines = cue.lines if speaker else cue.labelled
    return Cue(cue.start, cue.end, clean_lines(lines), speaker, words=cue.words)


def _write(captions: Captions) -> str:
    written = [
        webvtt.Caption(clock(cue.start), clock(cue.end), _payload(cue), str(number))
        for number, cue in enumerate(cues_to_write(captions, _shape).cues, 1)
    ]
    return webvtt.WebVTT(captions=written).content


def _payload(cue: Cue) -> list[str]:
    voice = f"<v {cue.speaker}>" if cue.speaker else ""
    lines = list(_stamped(cue)) or [html.escape(line, quote=False) for line in cue.lines]
    return [voice + lines[0], *lines[1:]]


def _stamped(cue: Cue) -> Iterator[str]:
    """Yield the lines with the time of each word before it; none where words do not fit.

    The standard wants each time to be later than the one before and inside the cue.
    """
    if tuple("".join(piece.text for piece in line) for line in cue.words) != cue.lines:
        return
    latest = cue.start
    for line in cue.words:
        made = ""
        for piece in line:
            if latest < piece.start < cue.end:
                latest = piece.start
                made += f"<{clock(latest)}>"
            made += html.escape(piece.text, quote=False)
        yield made


def _read(text: str, where: str) -> Captions:
    document = parse(text)
    if not document.webvtt:
        raise FormatError(
            "it does not begin with WEBVTT",
            where=f"{where}:1",
            hint="if it is an SRT file, name it .srt",
        )
    free = 1
    for block in document.blocks:
        _refuse_stray(block.between, free, where)
        _refuse_bad_times(block, where)
        free = block.line + 1 + len(block.payload)
    _refuse_stray(document.tail, free, where)
    if not document.blocks:
        raise FormatError("there is no cue in it", where=where)
    return Captions(tuple(map(_cue, document.blocks)))


def _refuse_stray(lines: Sequence[str], first: int, where: str) -> None:
    """Refuse text between cues, which a browser would drop silently.

    Args:
        lines: the header, comments, styles, regions and whatever else stands between two cues.
        first: number of the first of them in the file.
        where: the file.
    """
    for number, block in _parts(lines, first):
        arrows = [i for i, line in enumerate(block) if "-->" in line]
        if number > 1 and (not arrows or arrows[0] > 1):
            raise FormatError(
                f"text outside a cue: {block[0].strip()[:60]!r}",
                where=f"{where}:{number}",
                hint="a blank line ends a cue",
            )
        if arrows:
            raise _no_times(block[arrows[0]], number + arrows[0], where)


def _parts(lines: Sequence[str], first: int) -> Iterator[tuple[int, Sequence[str]]]:
    """Yield the blocks between blank lines with their first line numbers; no comments or styles."""
    begin = 0
    for i, line in enumerate([*lines, ""]):
        if line.strip("\r\n"):
            continue
        part = lines[begin:i]
        if any(map(str.strip, part)) and not is_comment(part[0]):
            yield first + begin, part
        begin = i + 1


def _refuse_bad_times(block: Block, where: str) -> None:
    if not (is_webvtt_clock(block.start) and is_webvtt_clock(block.end)):
        raise _no_times(block.time_line, block.line, where)
    for number, line in enumerate(block.payload, block.line + 1):
        if "-->" in line:
            raise _no_times(line, number, where)


def _no_times(line: str, number: int, where: str) -> FormatError:
    return FormatError(
        f"these are no cue times: {line.strip()[:60]!r}",
        where=f"{where}:{number}",
        hint="write 00:00:01.000 --> 00:00:02.000; in text, --> is --&gt;",
    )


def _cue(block: Block) -> Cue:
    caption = webvtt.Caption(
        block.start, block.end, [line.rstrip("\r\n") for line in block.payload]
    )
    voice = r"<v(?:\.[^\s<>]*)?\s+([^<>]*)>"
    names = dict.fromkeys(re.findall(voice, caption.raw_text))
    if len(names) > 1:
        caption.lines = [re.sub(voice, r"\1: ", line) for line in caption.lines]
    lines = clean_lines(html.unescape(line) for line in caption.text.split("\n"))
    speaker = clean_lines(map(html.unescape, names)) if len(names) == 1 else ()
    return Cue(
        caption.start_time.in_milliseconds(),
        caption.end_time.in_milliseconds(),
        lines,
        "".join(speaker),
    )


FORMAT = Format(
    name="vtt",
    suffixes=(".vtt",),
    summary="WebVTT: browsers and podcast players; marks who speaks",
    read=_read,
    write=_write,
    keep=_keep,
)
