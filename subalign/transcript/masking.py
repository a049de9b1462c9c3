"""Source text in which all that is not text is masked, so that offsets stay true.

``MaskedText.text`` is as long as the source: one offset means the same place in both. Markup
inside a word is replaced by ``MASK`` characters, which part no words; timestamps and whole
lines are replaced by spaces, which do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from subalign.text.punctuation import LINE_ENDS

MASK = "\0"
"""Character in the place of a character of markup. A NUL of the source is as invisible, so no
text is lost by it."""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """Line of the source, without its line end.

    Args:
        start: Offset of its first character.
        end: Offset after its last character.
        number: Line number as an editor shows it, from 1.
    """

    start: int
    end: int
    number: int


@dataclass(frozen=True, slots=True)
class TextLine:
    """Line that holds text after masking.

    Args:
        start: Offset of its first character.
        end: Offset after its last character.
        number: Line number in the source, from 1.
        after_blank: A blank line, or the start of the text, stands before the line.
        heading: The line is a heading, and so a paragraph of its own.
        nameplate: The line names the speaker of the lines below and says nothing else, as
            ``Anna Smith  0:03`` does.
    """

    start: int
    end: int
    number: int
    after_blank: bool = False
    heading: bool = False
    nameplate: bool = False


@dataclass(frozen=True, slots=True)
class SpeakerChange:
    """Change of speaker that the markup tells, such as a WebVTT voice span ``<v Anna>``.

    Args:
        start: Offset from which on ``name`` speaks.
        name: Name of the speaker; empty where the voice span ends.
    """

    start: int
    name: str


@dataclass(frozen=True, slots=True)
class MaskedText:
    """Source text ready for tokenisation.

    Args:
        text: The source with timestamps and markup masked, as long as before.
        lines: Lines that hold text, in order.
        from_captions: The lines come from captions, so a line end or a blank line says nothing
            about sentences and paragraphs.
        speaker_changes: Changes of speaker that the markup tells, in order.
    """

    text: str
    lines: tuple[TextLine, ...]
    from_captions: bool = False
    speaker_changes: tuple[SpeakerChange, ...] = ()


def split_lines(text: str) -> Iterator[SourceLine]:
    """Yield all lines of ``text``, blank ones too.

    Form feed, U+2028 and the like end a line, but editors do not count them as line ends, so
    the line number stays.

    >>> [line.number for line in split_lines("a\\r\\nb\\fc")]
    [1, 2, 2]
    """
    start, number = 0, 1
    for end in re.finditer(rf"\r\n|[{LINE_ENDS}]", text):
        yield SourceLine(start, end.start(), number)
        start = end.end()
        number += end.group() in ("\n", "\r", "\r\n")
    yield SourceLine(start, len(text), number)


def listed(words: str) -> frozenset[str]:
    """Return the words of ``words``, which white space separates, as a set."""
    return frozenset(words.split())


def is_blank(text: str) -> bool:
    """Return True if ``text`` holds nothing but white space and masked markup."""
    return not text or text.isspace() or not text.replace(MASK, " ").strip()


def blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Replace each of ``spans`` of ``text`` by as many spaces.

    Args:
        text: Text to mask.
        spans: Start and end offsets, in order and without overlap.

    >>> blank("0:03 Hello", [(0, 4)])
    '     Hello'
    """
    parts: list[str] = []
    done = 0
    for start, end in spans:
        parts += text[done:start], " " * (end - start)
        done = end
    return "".join([*parts, text[done:]])


def mask(match: re.Match[str]) -> str:
    """Return ``MASK`` characters in the length of ``match``, for use with ``re.sub``."""
    return MASK * len(match.group())
