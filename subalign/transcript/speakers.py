"""Speaker labels: who says what follows.

The form of a label (``Anna:``) is also the form of ordinary speech (``Remember: be kind``),
so single words need evidence: they come again, or half of the paragraphs begin like that. A
doubtful one is speech, because a word too many disturbs less than a lost one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from subalign.transcript.masking import MASK, MaskedText, TextLine
from subalign.transcript.names import is_distinct, is_name
from subalign.transcript.sounds import is_sound

_TURN = re.compile(r"[\s\0]*(>{2,3}|[-–—―](?![-–—―\d])(?=[\s\0]*[^\s\0]))[\s\0]*")
_EMPTY = re.compile(r"[\s\0]*")
_COLON = re.compile(
    r"([^:：\[\](){}<>?!;,\"“”«»]{1,60}?)[\s\0]*(?:\([^()]{0,40}\)[\s\0]*)?(?:[:：]\0*(?=\s|$)|：)"
)
_BRACKET = re.compile(r"\[([^\[\]]{1,60})\]\0*(\s*[:：])?\0*(?=\s|$)")
_WORD = re.compile(r"[^\W\d_]+")
_CHANGE = re.compile(r"(?<=\S)\s+(?=>{2,3}\s)")

_DENSE = 0.5
"""Share of paragraphs with a label from which a text is a dialogue."""


@dataclass(frozen=True, slots=True)
class SpeakerLabel:
    """A mark that someone begins to speak; ``name`` is empty where it does not say who.

    ``line`` is the number of the line that it begins, 0 within a line.
    """

    start: int
    end: int
    name: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class _LabelCandidate:
    """The start of a line, read as a label would be.

    Args:
        line: it begins this line.
        start, end: where it stands.
        name: as written; empty where there is none.
        turn: the mark before the name: ``>>`` or a dash.
        turn_end: the end of that mark.
        colon: the name has one.
        alone: nothing else is on the line.
    """

    line: TextLine
    start: int
    end: int
    name: str
    turn: str
    turn_end: int
    colon: bool
    alone: bool


def find_labels(masked: MaskedText) -> list[SpeakerLabel]:
    """The speaker labels of ``masked``, in order and apart."""
    heads = list(_heads(masked))
    names = _believed(masked, heads)
    dashed = _speak_by_dashes(masked, heads, names)
    return [label for head in heads if (label := _label(head, names, dashed))]


def _heads(masked: MaskedText) -> Iterator[_LabelCandidate]:
    """What begins a line; in captions also ``>>`` within one, as live captioners write it."""
    for line in masked.lines:
        starts = [line.start]
        if masked.from_captions:
            starts += [m.start() for m in _CHANGE.finditer(masked.text, line.start, line.end)]
        for start in starts:
            inner = replace(line, start=start, number=0) if start > line.start else line
            if head := _head(masked.text, inner):
                yield head


def _head(text: str, line: TextLine) -> _LabelCandidate | None:
    turn = _TURN.match(text, line.start, line.end)
    first = turn or _EMPTY.match(text, line.start, line.end)
    assert first
    at, start = first.end(), turn.start(1) if turn else first.end()
    name, end, colon = _name(text, at, line)
    if not turn and not name:
        return None
    alone = not text[end : line.end].strip(" \t\0")
    mark, mark_end = (turn[1], turn.end(1)) if turn else ("", at)
    return _LabelCandidate(line, start, end, name, mark, mark_end, colon, alone)


def _name(text: str, at: int, line: TextLine) -> tuple[str, int, bool]:
    """The name that stands ``at``, where it ends, and whether a colon does end it."""
    if line.nameplate:
        rest = text[at : line.end].rstrip(" \t\0")
        return rest.strip(" \t\0:-–—|,[]()"), at + len(rest), True
    found = _BRACKET.match(text, at, line.end) or _COLON.match(text, at, line.end)
    if not found:
        return "", at, False
    name = " ".join(found[1].replace(MASK, "").strip(" :").split())
    if not is_name(name) or is_sound(name):
        return "", at, False
    return name, found.end(), text[at] != "[" or found[2] is not None


def _label(head: _LabelCandidate, names: frozenset[str], dashed: bool) -> SpeakerLabel | None:
    arrow = head.turn.startswith(">")
    if head.name and (head.name in names or head.line.nameplate or (arrow and head.colon)):
        return SpeakerLabel(head.start, head.end, head.name, head.line.number)
    if arrow or (head.turn and dashed):
        return SpeakerLabel(head.start, head.turn_end, "", head.line.number)
    return None


def _believed(masked: MaskedText, heads: Sequence[_LabelCandidate]) -> frozenset[str]:
    """The names that are labels, by how often and where they stand."""
    named = [head for head in heads if head.name and not head.line.nameplate]
    repeated = {name for name, times in Counter(h.name for h in named).items() if times > 1}
    if len(repeated) < 2:  # a bracket alone on its line is then a sound
        named = [head for head in named if head.colon or not head.alone]
    names = {head.name for head in named}
    if len(named) > 1 and _density(masked, named) >= _DENSE:
        return frozenset(names if not repeated else _uncommon(masked.text, names, repeated))
    trusted = {n for n in repeated & names if is_distinct(n) or len(repeated) > 1}
    capitals = {n for n in names if len(n) > 1 and n.isupper()}
    trusted |= capitals if len(capitals) > 1 else set()
    if trusted or any(line.nameplate for line in masked.lines):
        trusted |= {head.name for head in named if head.colon and head.name not in repeated}
        return frozenset(_uncommon(masked.text, trusted, set()))
    is_monologue = len(named) == 1 and named[0].line == masked.lines[0]
    return frozenset(n for n in names if is_monologue and is_distinct(n))


def _uncommon(text: str, names: set[str], sure: set[str]) -> set[str]:
    """Without those that the text also uses as a word, written small."""
    words = set(_WORD.findall(text))
    return {
        name
        for name in names
        if name in sure or is_distinct(name) or name == name.lower() or name.lower() not in words
    }


def _speak_by_dashes(
    masked: MaskedText, heads: Sequence[_LabelCandidate], names: frozenset[str]
) -> bool:
    """Whether a dash at a line start is a turn: it must be so throughout.

    In captions two lines of one cue that begin with a dash are two speakers (Netflix, BBC).
    """
    dashes = [head for head in heads if head.turn and not head.turn.startswith(">")]
    if masked.from_captions:
        return any(b.line.number - a.line.number == 1 for a, b in pairwise(dashes))
    if names or any(line.nameplate for line in masked.lines):
        return False
    return len(dashes) > 1 and _density(masked, dashes) >= _DENSE


def _density(masked: MaskedText, heads: Sequence[_LabelCandidate]) -> float:
    """The share of paragraphs (of lines where there is but one) that begin with ``heads``."""
    paragraphs = {line.number for line in masked.lines if line.after_blank}
    if len(paragraphs) < 2:
        paragraphs = {line.number for line in masked.lines}
    return sum(head.line.number in paragraphs for head in heads) / len(paragraphs)
