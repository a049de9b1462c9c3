"""Speaker labels: the names before what someone says.

Ordinary speech may have the form of a label (``Anna:``), as in ``Remember: be kind``. So a single
word needs evidence: it comes again, or half of the paragraphs begin like that. In
doubt the words count as speech, because one word too many disturbs less than a lost one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from subalign.text.sounds import is_sound
from subalign.transcript.masking import MASK, MaskedText, TextLine
from subalign.transcript.names import is_distinct, is_name
from subalign.transcript.options import ParsingOptions


@dataclass(frozen=True, slots=True)
class SpeakerLabel:
    """Mark that someone begins to speak.

    Args:
        start: Offset of its first character.
        end: Offset after it.
        name: Name of the speaker; empty where the mark does not say who speaks, as a dash.
        line: Number of the line that the label begins; 0 where it stands within a line.
    """

    start: int
    end: int
    name: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Start of a line that has the form of a label.

    Args:
        line: The line that begins with it.
        start: Offset of its first character.
        end: Offset after the name and its colon or bracket.
        name: Name as written; empty where there is only a turn mark.
        turn: Turn mark before the name: ``>>`` or a dash; may be empty.
        turn_end: Offset after the turn mark.
        colon: A colon follows the name.
        alone: Nothing else stands on the line.
    """

    line: TextLine
    start: int
    end: int
    name: str
    turn: str
    turn_end: int
    colon: bool
    alone: bool


@dataclass(frozen=True, slots=True)
class _Patterns:
    """Forms of labels; ``MASK`` may stand wherever markup was.

    Args:
        turn: Turn mark with the space around it; group 1 is the mark. A dash counts only if
            words follow, and neither another dash nor a number.
        space: White space and masked markup.
        with_colon: A name (group 1), perhaps with a remark in brackets, and its colon.
        in_brackets: A name (group 1) in square brackets, and a colon (group 2) if there is one.
        turn_within: White space before a ``>>`` within a line.
    """

    turn: re.Pattern[str]
    space: re.Pattern[str]
    with_colon: re.Pattern[str]
    in_brackets: re.Pattern[str]
    turn_within: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    name = r"[^:：\[\](){}<>?!;,\"“”«»]{1,60}?"
    remark = r"(?:\([^()]{0,40}\)[\s\0]*)?"
    return _Patterns(
        turn=re.compile(r"[\s\0]*(>{2,3}|[-–—―](?![-–—―\d])(?=[\s\0]*[^\s\0]))[\s\0]*"),
        space=re.compile(r"[\s\0]*"),
        # A clock time has no space after its colon; the full-width colon never has.
        with_colon=re.compile(rf"({name})[\s\0]*{remark}(?:[:：]\0*(?=\s|$)|：)"),
        in_brackets=re.compile(r"\[([^\[\]]{1,60})\]\0*(\s*[:：])?\0*(?=\s|$)"),
        turn_within=re.compile(r"(?<=\S)\s+(?=>{2,3}\s)"),
    )


def find_labels(masked: MaskedText, options: ParsingOptions) -> list[SpeakerLabel]:
    """Find the speaker labels.

    Args:
        masked: Text to search.
        options: ``min_labelled_share`` is used.

    Returns:
        The labels in order and without overlap.
    """
    candidates = list(_candidates(masked))
    names = _believed_names(masked, candidates, options)
    dashed = _dashes_are_turns(masked, candidates, names, options)
    return [label for candidate in candidates if (label := _confirmed(candidate, names, dashed))]


def _candidates(masked: MaskedText) -> Iterator[_Candidate]:
    """Yield what has the form of a label at the start of a line.

    In captions also ``>>`` within a line, as live captioners write it.
    """
    for line in masked.lines:
        starts = [line.start]
        if masked.from_captions:
            turns = _patterns().turn_within.finditer(masked.text, line.start, line.end)
            starts += [turn.start() for turn in turns]
        for start in starts:
            inner = replace(line, start=start, number=0) if start > line.start else line
            if candidate := _candidate(masked.text, inner):
                yield candidate


def _candidate(text: str, line: TextLine) -> _Candidate | None:
    patterns = _patterns()
    turn = patterns.turn.match(text, line.start, line.end)
    first = turn or patterns.space.match(text, line.start, line.end)
    assert first
    at, start = first.end(), turn.start(1) if turn else first.end()
    name, end, colon = _name_at(text, at, line)
    if not turn and not name:
        return None
    alone = not text[end : line.end].strip(" \t\0")
    mark, mark_end = (turn[1], turn.end(1)) if turn else ("", at)
    return _Candidate(line, start, end, name, mark, mark_end, colon, alone)


def _name_at(text: str, at: int, line: TextLine) -> tuple[str, int, bool]:
    """Read the name at an offset.

    Returns:
        The name, empty if there is none; the offset after it; and whether a colon ends it. A
        nameplate counts as ended by a colon.
    """
    if line.nameplate:
        rest = text[at : line.end].rstrip(" \t\0")
        return rest.strip(" \t\0:-–—|,[]()"), at + len(rest), True
    patterns = _patterns()
    found = patterns.in_brackets.match(text, at, line.end)
    found = found or patterns.with_colon.match(text, at, line.end)
    if not found:
        return "", at, False
    name = " ".join(found[1].replace(MASK, "").strip(" :").split())
    if not is_name(name) or is_sound(name):
        return "", at, False
    return name, found.end(), text[at] != "[" or found[2] is not None


def _confirmed(candidate: _Candidate, names: frozenset[str], dashed: bool) -> SpeakerLabel | None:
    """Return the label that ``candidate`` is, or None.

    Args:
        candidate: Start of a line.
        names: Names that are believed.
        dashed: A dash at the start of a line is a turn.
    """
    is_arrow = candidate.turn.startswith(">")
    # ">> ANNA:" and a nameplate need no more evidence: neither form occurs in prose.
    is_certain = candidate.line.nameplate or (is_arrow and candidate.colon)
    if candidate.name and (candidate.name in names or is_certain):
        line = candidate.line.number
        return SpeakerLabel(candidate.start, candidate.end, candidate.name, line)
    if is_arrow or (candidate.turn and dashed):
        return SpeakerLabel(candidate.start, candidate.turn_end, "", candidate.line.number)
    return None


def _believed_names(
    masked: MaskedText, candidates: Sequence[_Candidate], options: ParsingOptions
) -> frozenset[str]:
    """Return the names that are labels, by how often and where they stand."""
    named = [c for c in candidates if c.name and not c.line.nameplate]
    counts = Counter(c.name for c in named)
    repeated = {name for name, times in counts.items() if times > 1}
    if len(repeated) < 2:
        # Without two speakers who take turns, a bracket alone on its line is rather a sound.
        named = [c for c in named if c.colon or not c.alone]
    names = {c.name for c in named}
    if len(named) > 1 and _share_of_paragraphs(masked, named) >= options.min_labelled_share:
        # A dialogue. Where names repeat, a name that does not must not be a common word.
        return frozenset(names if not repeated else _rare(masked.text, names, repeated))
    trusted = {n for n in repeated & names if is_distinct(n) or len(repeated) > 1}
    # Two names in capitals are labels even if each speaks once.
    capitals = {n for n in names if len(n) > 1 and n.isupper()}
    trusted |= capitals if len(capitals) > 1 else set()
    if trusted or any(line.nameplate for line in masked.lines):
        # The text has labels, so the others with a colon are believed too.
        trusted |= {c.name for c in named if c.colon and c.name not in repeated}
        return frozenset(_rare(masked.text, trusted, set()))
    # One label at the very beginning names the speaker of all.
    is_monologue = len(named) == 1 and named[0].line == masked.lines[0]
    return frozenset(n for n in names if is_monologue and is_distinct(n))


def _rare(text: str, names: set[str], certain: set[str]) -> set[str]:
    """Return ``names`` without those that the text also uses as a word in lower case.

    Args:
        text: Text in which words are looked up.
        names: Names to judge.
        certain: Names that stay in any case.
    """
    words = set(re.findall(r"[^\W\d_]+", text))
    return {
        name
        for name in names
        if name in certain or is_distinct(name) or name == name.lower() or name.lower() not in words
    }


def _dashes_are_turns(
    masked: MaskedText,
    candidates: Sequence[_Candidate],
    names: frozenset[str],
    options: ParsingOptions,
) -> bool:
    """Return True if a dash at the start of a line begins a turn throughout the text.

    Two lines of one cue that begin with a dash are two speakers (Netflix, BBC). In plain text
    dashes are turns only without names, and where most paragraphs begin with one.
    """
    dashes = [c for c in candidates if c.turn and not c.turn.startswith(">")]
    if masked.from_captions:
        return any(b.line.number - a.line.number == 1 for a, b in pairwise(dashes))
    if names or any(line.nameplate for line in masked.lines):
        return False
    if len(dashes) < 2:
        return False
    return _share_of_paragraphs(masked, dashes) >= options.min_labelled_share


def _share_of_paragraphs(masked: MaskedText, candidates: Sequence[_Candidate]) -> float:
    """Return the share of paragraphs that begin with ``candidates``.

    Lines are counted where the text has only one paragraph.
    """
    paragraphs = {line.number for line in masked.lines if line.after_blank}
    if len(paragraphs) < 2:
        paragraphs = {line.number for line in masked.lines}
    return sum(c.line.number in paragraphs for c in candidates) / len(paragraphs)
