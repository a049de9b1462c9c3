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

Where a style asks for it (``karaoke``), the time of each word stands in front of it:
``Follow <00:00:01.400>the <00:00:01.600>words``. Players that know it light the words up.

Reading keeps text and voices; entities are decoded; tags, positions, notes, styles and regions
go. Times that a browser drops the cue for, such as a comma for the dot, are errors.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import webvtt

from subalign.errors import FormatError
from subalign.formats.base import Format, clean_lines, cues_to_write, split_lines
from subalign.model import Captions, Cue
from subalign.times import clock, parse_clock

_CLOCK = r"(?:\d{1,9}:)?[0-5]\d:[0-5]\d\.\d{3}"
_TIMES = re.compile(rf"\s*{_CLOCK}\s*-->\s*{_CLOCK}(?:\s.*)?", re.ASCII)
_HEADER = re.compile(r"WEBVTT(?:[ \t].*)?")
_NO_CUE = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s.*)?")
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?\s+([^<>]*)>")
_BREAKS_A_NAME = re.compile(r"[&<>]")
_HYPHENS_AT_END = re.compile(r"[-\s]+$")


def _keep(captions: Captions) -> Captions:
    return cues_to_write(captions, lambda cue: replace(_shape(cue), words=()))


def _shape(cue: Cue) -> Cue:
    name = "".join(clean_lines([_BREAKS_A_NAME.sub("", cue.speaker)]))
    # Hyphens at the end would make an arrow with the bracket.
    speaker = _HYPHENS_AT_END.sub("", name)
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
    """The lines with the time of each word in front of it; none where the words do not fit.

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
    lines = split_lines(text)
    if not _HEADER.fullmatch(lines[0]):
        raise FormatError(
            "it does not begin with WEBVTT",
            where=f"{where}:1",
            hint="if it is an SRT file, name it .srt",
        )
    _refuse_malformed(lines, where)
    # webvtt-py ends a line at CR and LF only, as the standard wants.
    cues = tuple(_cue(caption) for caption in webvtt.WebVTT.from_string("\n".join(lines)).captions)
    if not cues:
        raise FormatError("there is no cue in it", where=where)
    return Captions(cues)


def _refuse_malformed(lines: Sequence[str], where: str) -> None:
    """Name the line that webvtt-py, like a browser, would drop without a word."""
    for first, block in _blocks(lines):
        arrows = [i for i, line in enumerate(block) if "-->" in line]
        if first > 1 and (not arrows or arrows[0] > 1):
            raise FormatError(
                f"text outside a cue: {block[0].strip()[:60]!r}",
                where=f"{where}:{first}",
                hint="a blank line ends a cue",
            )
        for i in arrows:
            if not _TIMES.fullmatch(block[i]):
                raise FormatError(
                    f"these are no cue times: {block[i].strip()[:60]!r}",
                    where=f"{where}:{first + i}",
                    hint="write 00:00:01.000 --> 00:00:02.000; in text, --> is --&gt;",
                )


def _blocks(lines: Sequence[str]) -> Iterator[tuple[int, Sequence[str]]]:
    """The blocks that blank lines part, with their first line from 1; no comments or styles."""
    first = 0
    for i, line in enumerate([*lines, ""]):
        if line:
            continue
        block = lines[first:i]
        if any(map(str.strip, block)) and not _NO_CUE.fullmatch(block[0]):
            yield first + 1, block
        first = i + 1


def _cue(caption: webvtt.Caption) -> Cue:
    names = dict.fromkeys(_VOICE.findall(caption.raw_text))
    if len(names) > 1:
        caption.lines = [_VOICE.sub(r"\1: ", line) for line in caption.lines]
    lines = clean_lines(html.unescape(line) for line in caption.text.split("\n"))
    speaker = clean_lines(map(html.unescape, names)) if len(names) == 1 else ()
    return Cue(parse_clock(caption.start), parse_clock(caption.end), lines, "".join(speaker))


FORMAT = Format(
    name="vtt",
    suffixes=(".vtt",),
    summary="WebVTT: browsers and podcast players; marks who speaks",
    read=_read,
    write=_write,
    keep=_keep,
)
