"""Captions used as a transcript: SRT, WebVTT and SBV, told by what they hold.

Only the words and who says them count here, so this reads what the readers of ``formats``
refuse: a missing index, odd times, cues out of order.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from itertools import islice

from subalign.transcript.masking import (
    LINE_ENDS,
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

_CLOCK = r"(?:\d+:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?"
_TIMING = re.compile(rf"\s*{_CLOCK}\s*(?:-->|,)\s*{_CLOCK}(?:\s|$)")
_HEADER = re.compile(r"WEBVTT(?:\s|$)")
_BLOCK = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|$)")
_VOICE = re.compile(rf"<(?:v(?:\.[^\s<>]*)?[ \t]+([^<>{LINE_ENDS}]{{1,200}})|/v)>")
_VTT_TAG = re.compile(rf"<[^<>{LINE_ENDS}]{{0,200}}>")
_STYLING = re.compile(
    r"</?(?:i|b|u|s|em|strong|font|c|v|lang|ruby|rt|span|small|sub|sup)(?![\w-])"
    rf"[^<>{LINE_ENDS}]{{0,200}}>|\{{\\[^{{}}{LINE_ENDS}]{{1,200}}\}}",
    re.IGNORECASE,
)
_BREAK_TAG = re.compile(r"<(?:br|/?p)\s*/?>|\\[Nh]", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")

_MOST_ROLLED = 4
"""Lines of a cue that can repeat; roll-up captions have two to four rows (CEA-608)."""


def is_captions(text: str) -> bool:
    """A WebVTT header, or a timing line among the first ten lines with text.

    ``text`` is looked at, not a suffix: players and sites write SRT into .txt and .vtt.
    """
    if _HEADER.match(text):
        return True
    written = (
        text[r.start : r.end] for r in split_lines(text) if not is_blank(text[r.start : r.end])
    )
    return any(_TIMING.match(line) for line in islice(written, 10))


def read_captions(text: str) -> MaskedText:
    """Blank all but the words of the cues; voices and entities are read."""
    vtt = _HEADER.match(text) is not None
    source_lines = list(split_lines(text))
    lines = [text[r.start : r.end] for r in source_lines]
    cues = _cues(lines, vtt)
    said = {i for cue in cues for i in cue}
    said -= _rolled_up([[(i, _plain(lines[i])) for i in cue] for cue in cues])
    text = blank(text, ((r.start, r.end) for i, r in enumerate(source_lines) if i not in said))
    voices = _voices(text, source_lines, cues)
    text = hide_styling(text)
    text = _ENTITY.sub(_decoded, _VTT_TAG.sub(mask, text) if vtt else text)
    return MaskedText(text, _lines(text, source_lines), True, voices)


def hide_styling(text: str) -> str:
    """Hide the tags that style words in SRT, and in text copied from a web page."""
    if "<" not in text and "\\" not in text:
        return text
    return _STYLING.sub(mask, _spaced(text))


def _spaced(text: str) -> str:
    return _BREAK_TAG.sub(lambda m: " " * len(m.group()), text)


def _cues(lines: Sequence[str], vtt: bool) -> list[list[int]]:
    """The numbers of the lines of text of each cue; words before any timing are a cue too."""
    cues: list[list[int]] = [[]]
    skipping = vtt
    for i, line in enumerate(lines):
        if _TIMING.match(line):
            cues.append([])
            skipping = False
        elif is_blank(line):
            skipping = False
        elif vtt and _BLOCK.match(line) and is_blank(lines[i - 1]):
            skipping = True
        elif not skipping and not _is_name_of_cue(lines, i, vtt):
            cues[-1].append(i)
    return cues


def _is_name_of_cue(lines: Sequence[str], i: int, vtt: bool) -> bool:
    """The index in SRT, the identifier in WebVTT: the line right before a timing line."""
    if i + 1 == len(lines) or not _TIMING.match(lines[i + 1]):
        return False
    return lines[i].strip().isdecimal() or (vtt and is_blank(lines[i - 1]))


def _rolled_up(cues: Sequence[Sequence[tuple[int, str]]]) -> set[int]:
    """Lines that only repeat the end of the cue before, where the file is made that way.

    Captions that roll up (as sites make them from speech recognition) show each line again
    above the next one. Elsewhere a repeated line was said twice, so a third of the cues must
    do it.
    """
    repeats: set[int] = set()
    count = 0
    last: list[str] = []
    for cue in cues:
        now = [line for _, line in cue]
        same = next(
            (n for n in range(min(len(now), _MOST_ROLLED), 0, -1) if last[-n:] == now[:n]), 0
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
    """A voice lasts until its end tag or the end of its cue (WebVTT, section 5)."""
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
