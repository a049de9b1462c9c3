"""The source with all that is not text blanked out, and its lines.

``MaskedText.text`` is as long as the source, so an offset means the same place in both. Markup
inside a word becomes ``MASK``; whole lines and timestamps become spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

MASK = "\0"
"""Stands for a character of markup. A NUL in the source is as invisible, so none is lost."""

LINE_ENDS = r"\n\r\v\f\x85\u2028\u2029"
"""What ends a line, for a character class."""

_LINE_END = re.compile(rf"\r\n|[{LINE_ENDS}]")


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of the source without its line end; ``number`` counts from 1 as editors do."""

    start: int
    end: int
    number: int


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line that holds text.

    Args:
        start, end: where it stands.
        number: of the line in the source, from 1.
        fresh: a blank line, or the start of the text, stands before it.
        heading: it is a heading, so a paragraph of its own.
        nameplate: it names the speaker of the lines below, as ``Anna Smith  0:03`` does.
    """

    start: int
    end: int
    number: int
    after_blank: bool = False
    heading: bool = False
    nameplate: bool = False


@dataclass(frozen=True, slots=True)
class SpeakerChange:
    """From ``start`` on ``name`` speaks; an empty name ends the last voice."""

    start: int
    name: str


@dataclass(frozen=True, slots=True)
class MaskedText:
    """A source made ready for reading.

    Args:
        text: the source, blanked.
        lines: those with text, in order.
        cues: the lines come from captions, so that a line end or a blank line says nothing.
        voices: who speaks from where, as marked in the source.
    """

    text: str
    lines: tuple[TextLine, ...]
    from_captions: bool = False
    speaker_changes: tuple[SpeakerChange, ...] = ()


def split_lines(text: str) -> Iterator[SourceLine]:
    """All lines of ``text``; U+2028, form feed and the like end one but do not count."""
    start, number = 0, 1
    for end in _LINE_END.finditer(text):
        yield SourceLine(start, end.start(), number)
        start = end.end()
        number += end.group() in ("\n", "\r", "\r\n")
    yield SourceLine(start, len(text), number)


def listed(words: str) -> frozenset[str]:
    """A list of words, parted by white space, to look up in."""
    return frozenset(words.split())


def is_blank(text: str) -> bool:
    """Nothing but white space and markup."""
    return not text or text.isspace() or not text.replace(MASK, " ").strip()


def blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """``text`` with the ``spans`` (in order, apart) replaced by as many spaces."""
    parts: list[str] = []
    done = 0
    for start, end in spans:
        parts += text[done:start], " " * (end - start)
        done = end
    return "".join([*parts, text[done:]])


def mask(match: re.Match[str]) -> str:
    """Put ``MASK`` in the place of a match; for ``re.sub``."""
    return MASK * len(match.group())
