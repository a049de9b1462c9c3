"""Captions used as a transcript: SRT, WebVTT and SBV, recognised by their content.

Only the words and their speakers count here. So files with a missing index, odd times or
cues out of order are read, which the readers of ``formats`` refuse.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from itertools import islice, pairwise

from subalign.documents import (
    Document,
    is_comment,
    is_time_line,
    is_webvtt_header,
    parse_lines,
)
from subalign.text.punctuation import LINE_ENDS
from subalign.transcript.masking import (
    MASK,
    MaskedText,
    SourceLine,
    SpeakerChange,
    TextLine,
    blank,
    is_blank,
    mask,
    split_lines,
)

_VOICE = re.compile(rf"<(?:v(?:\.[^\s<>]*)?[ \t]+([^<>{LINE_ENDS}]{{1,200}})|/v)>")
_VTT_TAG = re.compile(rf"<[^<>{LINE_ENDS}]{{0,200}}>")
_STYLING = re.compile(
    r"</?(?:i|b|u|s|em|strong|font|c|v|lang|ruby|rt|span|small|sub|sup)(?![\w-])"
    rf"[^<>{LINE_ENDS}]{{0,200}}>|\{{\\[^{{}}{LINE_ENDS}]{{1,200}}\}}",
    re.IGNORECASE,
)
_BREAK_TAG = re.compile(r"<(?:br|/?p)\s*/?>|\\[Nh]", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")

_MAX_ROLLED_LINES = 4
"""Most lines of a cue that can repeat: roll-up captions have two to four rows (CEA-608)."""


def is_captions(text: str) -> bool:
    """Return True if a text has a WebVTT header, or a time line among its first ten written lines.

    ``text`` is looked at, not a suffix: players and sites write SRT into .txt and .vtt.
    """
    lines = (text[r.start : r.end] for r in split_lines(text))
    first = list(islice((line for line in lines if not is_blank(line)), 10))
    return is_webvtt_header(text[:7]) or any(map(is_time_line, first))


def read_captions(text: str) -> MaskedText:
    """Blank all but the words of the cues; voices and entities are read."""
    source_lines = list(split_lines(text))
    starts = [line.start for line in source_lines]
    lines = tuple(text[a:b] for a, b in pairwise([*starts, len(text)]))
    document = parse_lines(lines, sbv=True)
    cues = _cues(document, lines)
    said = {i for cue in cues for i in cue}
    said -= _rolled_up([[(i, _plain(lines[i])) for i in cue] for cue in cues])
    text = blank(text, ((r.start, r.end) for i, r in enumerate(source_lines) if i not in said))
    voices = _voices(text, source_lines, cues)
    text = hide_styling(text)
    text = _ENTITY.sub(_decoded, _VTT_TAG.sub(mask, text) if document.webvtt else text)
    return MaskedText(text, _lines(text, source_lines), True, voices)


def hide_styling(text: str) -> str:
    """Hide the tags that style words in SRT, and in text copied from a web page."""
    if "<" not in text and "\\" not in text:
        return text
    return _STYLING.sub(mask, _spaced(text))


def _spaced(text: str) -> str:
    return _BREAK_TAG.sub(lambda m: " " * len(m.group()), text)


def _cues(document: Document, lines: Sequence[str]) -> list[list[int]]:
    """Return the indices of the lines of text of each cue.

    Words before the first cue are a cue too.
    """
    time_lines = {block.line - 1 for block in document.blocks}
    cues: list[list[int]] = [[]]
    skipping = document.webvtt
    for i, line in enumerate(lines):
        fresh = document.webvtt and is_blank(lines[i - 1])
        if i in time_lines:
            cues.append([])
            skipping = False
        elif is_blank(line):
            skipping = False
        elif fresh and is_comment(line):
            skipping = True
        # More than `Block.name`: in careless files a blank line has spaces in it, or is missing.
        elif not (skipping or (i + 1 in time_lines and (fresh or line.strip().isdecimal()))):
            cues[-1].append(i)
    return cues


def _rolled_up(cues: Sequence[Sequence[tuple[int, str]]]) -> set[int]:
    """Return the lines that only repeat the end of the cue before, in captions that roll up.

    Captions that roll up (as sites make them from speech recognition) show each line again
    above the next one. In other captions a repeated line was said twice, so at least a third of
    the cues must repeat one.
    """
    repeats: set[int] = set()
    count = 0
    last: list[str] = []
    for cue in cues:
        now = [line for _, line in cue]
        same = next(
            (n for n in range(min(len(now), _MAX_ROLLED_LINES), 0, -1) if last[-n:] == now[:n]), 0
        )
        repeats.update(i for i, _ in cue[:same])
        count += same > 0
        last = now or last
    return repeats if count >= max(3, len(cues) / 3) else set()


def _plain(line: str) -> str:
    return _VTT_TAG.sub("", line).strip()


def _voices(
    text: str, source_lines: Sequence[SourceLine], cues: Sequence[Sequence[int]]
) -> tuple[SpeakerChange, ...]:
    """Return the changes of voice; one lasts until its end tag or the end of its cue (WebVTT,
    section 5)."""
    tags = [
        SpeakerChange(m.start(), html.unescape(m[1] or "").strip()) for m in _VOICE.finditer(text)
    ]
    if not tags:
        return ()
    ends = [SpeakerChange(source_lines[cue[0]].start, "") for cue in cues if cue]
    return tuple(sorted([*ends, *tags], key=lambda voice: voice.start))


def _decoded(match: re.Match[str]) -> str:
    room = len(match.group())
    said = html.unescape(match.group())
    if said.isspace():
        return " " * room
    return said.ljust(room, MASK)


def _lines(text: str, source_lines: Sequence[SourceLine]) -> tuple[TextLine, ...]:
    return tuple(
        TextLine(r.start, r.end, r.number)
        for r in source_lines
        if not is_blank(text[r.start : r.end])
    )
