"""Plain text: timestamps and what is left of Markdown and web pages are blanked out."""

from __future__ import annotations

import re
from itertools import pairwise

from subalign.transcript.captions import hide_styling
from subalign.transcript.layout import runs_on
from subalign.transcript.page import ENDS, NOTHING, Line, Page, blank, is_blank, rows
from subalign.transcript.sounds import is_sound
from subalign.transcript.stamps import find_stamps

_RULE = re.compile(r"[ \t]*([-=_*~#])(?:[ \t]*\1){2,}[ \t]*")
_HEADING = re.compile(r"[ \t]*#{1,6}(?=[ \t])")
_QUOTED = re.compile(r"[ \t]*>(?=[ \t])")
_EMPHASIS = re.compile(
    rf"(?<![\w*\\])(\*{{1,3}})(?=[^\s*])([^*{ENDS}]{{1,200}}?)(?<=[^\s*])(\*{{1,3}})(?![\w*])"
    rf"|(?<![\w_])(_{{1,2}})(?=[^\s_])([^_{ENDS}]{{1,200}}?)(?<=[^\s_])(_{{1,2}})(?![\w_])"
)
_LINK = re.compile(rf"\[([^\[\]{ENDS}]{{1,200}})(\]\((?:https?://|/|#)[^()\s]{{0,300}}\))")


def read_plain(text: str) -> Page:
    """Blank the timestamps and the markup of a plain text, and find its lines."""
    all_rows = list(rows(text))
    empty = {i for i, r in enumerate(all_rows) if is_blank(text[r.start : r.end])}
    empty |= {i for i, r in enumerate(all_rows) if _RULE.fullmatch(text, r.start, r.end)}
    stamps = find_stamps(text, all_rows)
    text = blank(text, stamps.spans)
    headed = {i for i, r in enumerate(all_rows) if _HEADING.match(text, r.start, r.end)}
    text = _without_markup(text, [m for r in all_rows if (m := _mark(text, r.start, r.end))])

    lines: list[Line] = []
    fresh = True
    for i, row in enumerate(all_rows):
        if i in empty:
            fresh = True
        elif not is_blank(text[row.start : row.end]):
            place = row.start, row.end, row.number
            lines.append(Line(*place, fresh, heading=i in headed, nameplate=i in stamps.plates))
            fresh = False
    spoken = [text[x.start : x.end] for x in lines if not x.nameplate]
    cues = stamps.habitual and runs_on(list(pairwise(spoken)))
    return Page(text, tuple(lines), cues)


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
    return NOTHING + match[1] + NOTHING * len(match[2])


def _unmarked(match: re.Match[str]) -> str:
    mark, words, end = match[1] or match[4], match[2] or match[5], match[3] or match[6]
    if mark == "*" and is_sound(words):
        return match.group()
    return NOTHING * len(mark) + words + NOTHING * len(end)
