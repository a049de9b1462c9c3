"""Plain text: timestamps, Markdown, and tags left over from a web page are masked."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from subalign.text.punctuation import LINE_ENDS
from subalign.text.sounds import is_sound
from subalign.transcript.captions import hide_styling
from subalign.transcript.layout import runs_on
from subalign.transcript.masking import (
    MASK,
    MaskedText,
    SourceLine,
    TextLine,
    blank,
    is_blank,
    split_lines,
)
from subalign.transcript.options import ParsingOptions
from subalign.transcript.timestamps import Timestamps, find_timestamps


@dataclass(frozen=True, slots=True)
class _Markdown:
    """Markdown that is found in transcripts.

    Args:
        rule: A whole line: three or more of the same sign, which part two sections.
        heading: The ``#`` signs before a heading.
        quotation: The ``>`` before a quoted line.
        emphasis: Words in stars (groups 1 to 3: mark, words, mark) or underscores (4 to 6).
        link: A link; groups 1 and 2 are its words, and the address with the brackets.
    """

    rule: re.Pattern[str]
    heading: re.Pattern[str]
    quotation: re.Pattern[str]
    emphasis: re.Pattern[str]
    link: re.Pattern[str]


@cache
def _markdown() -> _Markdown:
    # Repetitions are bounded: a stray star or bracket must not make the search quadratic.
    in_stars = rf"(\*{{1,3}})(?=[^\s*])([^*{LINE_ENDS}]{{1,200}}?)(?<=[^\s*])(\*{{1,3}})"
    in_underscores = rf"(_{{1,2}})(?=[^\s_])([^_{LINE_ENDS}]{{1,200}}?)(?<=[^\s_])(_{{1,2}})"
    address = r"\]\((?:https?://|/|#)[^()\s]{0,300}\)"
    return _Markdown(
        rule=re.compile(r"[ \t]*([-=_*~#])(?:[ \t]*\1){2,}[ \t]*"),
        heading=re.compile(r"[ \t]*#{1,6}(?=[ \t])"),
        quotation=re.compile(r"[ \t]*>(?=[ \t])"),
        emphasis=re.compile(
            rf"(?<![\w*\\]){in_stars}(?![\w*])|(?<![\w_]){in_underscores}(?![\w_])"
        ),
        link=re.compile(rf"\[([^\[\]{LINE_ENDS}]{{1,200}})({address})"),
    )


def read_plain(text: str, options: ParsingOptions) -> MaskedText:
    """Mask the timestamps and the markup of a plain text, and find its lines.

    Args:
        text: The source.
        options: Thresholds for timestamps and for lines that run on.
    """
    source_lines = list(split_lines(text))
    rule = _markdown().rule
    blank_lines = {
        i
        for i, line in enumerate(source_lines)
        if is_blank(text[line.start : line.end]) or rule.fullmatch(text, line.start, line.end)
    }
    timestamps = find_timestamps(text, source_lines, options)
    text = blank(text, timestamps.spans)
    heading = _markdown().heading
    headings = {
        i for i, line in enumerate(source_lines) if heading.match(text, line.start, line.end)
    }
    text = _mask_markup(text, source_lines)
    lines = tuple(_text_lines(text, source_lines, blank_lines, headings, timestamps))
    return MaskedText(text, lines, _is_captions(text, lines, timestamps, options))


def _text_lines(
    text: str,
    source_lines: Sequence[SourceLine],
    blank_lines: Collection[int],
    headings: Collection[int],
    timestamps: Timestamps,
) -> list[TextLine]:
    """Return the lines that hold text after masking.

    A line that was blank in the source parts paragraphs; a line of nothing but a timestamp or
    markup does not.
    """
    lines: list[TextLine] = []
    after_blank = True
    for i, line in enumerate(source_lines):
        if i in blank_lines:
            after_blank = True
        elif not is_blank(text[line.start : line.end]):
            lines.append(
                TextLine(
                    line.start,
                    line.end,
                    line.number,
                    after_blank,
                    heading=i in headings,
                    nameplate=i in timestamps.nameplates,
                )
            )
            after_blank = False
    return lines


def _is_captions(
    text: str, lines: Sequence[TextLine], timestamps: Timestamps, options: ParsingOptions
) -> bool:
    """Return True if timestamps cut the text into pieces within sentences, as captions do."""
    if len(timestamps.own_lines) < options.min_timestamped_lines:
        return False
    spoken = [text[line.start : line.end] for line in lines if not line.nameplate]
    return runs_on(list(pairwise(spoken)), options)


def _mask_markup(text: str, source_lines: Sequence[SourceLine]) -> str:
    marks = [m for line in source_lines if (m := _line_mark(text, line.start, line.end))]
    text = hide_styling(blank(text, marks))
    if "](" in text:
        text = _markdown().link.sub(_mask_link, text)
    if "*" in text or "_" in text:
        text = _markdown().emphasis.sub(_mask_emphasis, text)
    return text


def _line_mark(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the span of a rule, or of the mark before a heading or quotation."""
    patterns = _markdown()
    found = patterns.rule.fullmatch(text, start, end)
    found = found or patterns.heading.match(text, start, end)
    found = found or patterns.quotation.match(text, start, end)
    return found.span() if found else None


def _mask_link(match: re.Match[str]) -> str:
    return MASK + match[1] + MASK * len(match[2])


def _mask_emphasis(match: re.Match[str]) -> str:
    mark, words, end = match[1] or match[4], match[2] or match[5], match[3] or match[6]
    if mark == "*" and is_sound(words):  # "*sighs*" is a sound label, not emphasis
        return match.group()
    return MASK * len(mark) + words + MASK * len(end)
