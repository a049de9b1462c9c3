"""Plain text: timestamps and what is left of Markdown and web pages are blanked out."""

from __future__ import annotations

import re
from itertools import pairwise

from subalign.transcript.captions import hide_styling
from subalign.transcript.layout import runs_on
from subalign.transcript.masking import (
    LINE_ENDS,
    MASK,
    MaskedText,
    TextLine,
    blank,
    is_blank,
    split_lines,
)
from subalign.transcript.sounds import is_sound
from subalign.transcript.timestamps import find_timestamps

_RULE = re.compile(r"[ \t]*([-=_*~#])(?:[ \t]*\1){2,}[ \t]*")
_HEADING = re.compile(r"[ \t]*#{1,6}(?=[ \t])")
_QUOTED = re.compile(r"[ \t]*>(?=[ \t])")
_EMPHASIS = re.compile(
    rf"(?<![\w*\\])(\*{{1,3}})(?=[^\s*])([^*{LINE_ENDS}]{{1,200}}?)(?<=[^\s*])(\*{{1,3}})(?![\w*])"
    rf"|(?<![\w_])(_{{1,2}})(?=[^\s_])([^_{LINE_ENDS}]{{1,200}}?)(?<=[^\s_])(_{{1,2}})(?![\w_])"
)
_LINK = re.compile(rf"\[([^\[\]{LINE_ENDS}]{{1,200}})(\]\((?:https?://|/|#)[^()\s]{{0,300}}\))")


def read_plain(text: str) -> MaskedText:
    """Blank the timestamps and the markup of a plain text, and find its lines."""
    source_lines = list(split_lines(text))
    empty = {i for i, r in enumerate(source_lines) if is_blank(text[r.start : r.end])}
    empty |= {i for i, r in enumerate(source_lines) if _RULE.fullmatch(text, r.start, r.end)}
    stamps = find_timestamps(text, source_lines)
    text = blank(text, stamps.spans)
    headed = {i for i, r in enumerate(source_lines) if _HEADING.match(text, r.start, r.end)}
    text = _without_markup(text, [m for r in source_lines if (m := _mark(text, r.start, r.end))])

    lines: list[TextLine] = []
    after_blank = True
    for i, row in enumerate(source_lines):
        if i in empty:
            after_blank = True
        elif not is_blank(text[row.start : row.end]):
            place = row.start, row.end, row.number
            lines.append(
                TextLine(*place, after_blank, heading=i in headed, nameplate=i in stamps.plates)
            )
            after_blank = False
    spoken = [text[x.start : x.end] for x in lines if not x.nameplate]
    cues = stamps.habitual and runs_on(list(pairwise(spoken)))
    return MaskedText(text, tuple(lines), cues)


def _mark(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A rule, or the mark of a heading or quotation."""
    found = _RULE.fullmatch(text, start, end)
    found = found or _HEADING.match(text, start, end) or _QUOTED.match(text, start, end)
    return found.span() if found else None


def _without_markup(text: str, marks: list[tuple[int, int]]) -> str:
    text = hide_styling(blank(text, marks))
    if "](" in text:
        text = _LINK.sub(_unlinked, text)
    if "*" in text or "_" in text:
        text = _EMPHASIS.sub(_unmarked, text)
    return text


def _unlinked(match: re.Match[str]) -> str:
    return MASK + match[1] + MASK * len(match[2])


def _unmarked(match: re.Match[str]) -> str:
    mark, words, end = match[1] or match[4], match[2] or match[5], match[3] or match[6]
    if mark == "*" and is_sound(words):
        return match.group()
    return MASK * len(mark) + words + MASK * len(end)
