"""Differences between a transcript and its cleaned form, and the clean text to read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from subalign.cleaning.base import PARAGRAPH
from subalign.model import Break, Token, Transcript

Styled = tuple[str, str]
"""A style and a text; styles: ``place rule same hidden new count``."""


@dataclass(frozen=True, slots=True)
class Change:
    """One place that cleaning changed.

    Args:
        rule: name of the rule that changed it.
        line: line of the source, from 1.
        before, after: the words shown before and after; ``¶`` is the end of a paragraph.
        left, right: up to four shown words on each side.
    """

    rule: str
    line: int
    before: str
    after: str
    left: str = ""
    right: str = ""


def changes(before: Transcript, after: Transcript) -> list[Change]:
    """List the places where two forms of the same transcript differ, in order.

    Args:
        before: the transcript as it was parsed.
        after: the same transcript, cleaned; ``why`` of its tokens names the rules.

    >>> from subalign.transcript import parse_transcript
    >>> from subalign.cleaning import clean
    >>> before = parse_transcript("It is the the end of this story.")
    >>> [change] = changes(before, clean(before))
    >>> change.rule, change.left, change.before, change.after, change.right
    ('doubled-words', 'It is', 'the', '', 'the end of this')
    """
    groups = list(same_source(before.tokens, after.tokens))
    reasons = zip(_reasons(groups), groups, strict=True)
    made = []
    stop = 0
    for rule, run in groupby(reasons, key=lambda pair: pair[0]):
        start, size = stop, len(list(run))
        stop += size
        if rule:
            made.append(_change(rule, groups, start, stop))
    return made


def _change(
    rule: str,
    groups: Sequence[tuple[Sequence[Token], Sequence[Token]]],
    start: int,
    stop: int,
) -> Change:
    old = [token for before, _ in groups[start:stop] for token in before]
    new = [token for _, after in groups[start:stop] for token in after]
    # Hidden tokens show no words, so more groups are read than words are kept.
    left = _text([t for _, after in groups[max(start - 12, 0) : start] for t in after]).split()
    right = _text([t for _, after in groups[stop : stop + 12] for t in after]).split()
    context = " ".join(left[-4:]), " ".join(right[:4])
    return Change(rule, old[0].line, _text(old), _text(new), *context)


def render_diff(before: Transcript, after: Transcript) -> Iterator[list[Styled]]:
    """Yield the lines of a diff in styled pieces, and at the end the counts by rule.

    A line reads ``line: left [-before-] {+after+} right  rule``; the marks are for terminals
    without colours.

    Args:
        before, after: as for `changes`.

    >>> from subalign.transcript import parse_transcript
    >>> from subalign.cleaning import clean
    >>> before = parse_transcript("It is the the end of this story.")
    >>> ["".join(text for _, text in line) for line in render_diff(before, clean(before))]
    ['1: It is [-the-] the end of this  doubled-words', '     1  doubled-words']
    """
    found = changes(before, after)
    for change in found:
        pieces = [("place", f"{change.line}: "), ("same", f"{change.left} ".lstrip())]
        if change.before:
            pieces.append(("hidden", f"[-{change.before}-]"))
        if change.after:
            pieces.append(("new", f"{{+{change.after}+}}"))
        yield [*pieces, ("same", f" {change.right}".rstrip()), ("rule", f"  {change.rule}")]
    for rule, count in Counter(change.rule for change in found).most_common():
        yield [("count", f"{count:6}  "), ("rule", rule)]


def readable(transcript: Transcript) -> str:
    """Write the text as it is shown: a line for each paragraph, speakers before their turns.

    >>> from subalign.transcript import parse_transcript
    >>> readable(parse_transcript("ANNA: Well—no.\\nAnd yes.\\n\\nBO: Right."))
    'ANNA: Well—no. And yes.\\nBO: Right.\\n'
    """
    lines: list[str] = []
    line, speaker, joined = "", "", False
    for token in transcript.tokens:
        if token.shown:
            if not line and token.speaker and token.speaker != speaker:
                line, speaker, joined = f"{token.speaker}: ", token.speaker, True
            line += token.shown if joined or not line else f" {token.shown}"
            joined = True
        joined = joined and not any(c.isspace() for c in token.gap)
        if token.ends is Break.PARAGRAPH and line:
            lines.append(line)
            line, joined = "", False
    return "\n".join([*lines, line] if line else lines) + "\n"


def same_source(
    old: Sequence[Token], new: Sequence[Token]
) -> Iterator[tuple[Sequence[Token], Sequence[Token]]]:
    """Yield the smallest runs of tokens of both that cover the same source text."""
    i = j = 0
    while i < len(old) or j < len(new):
        first, second = i, j
        covered_old = covered_new = 0  # characters
        while True:
            if covered_old <= covered_new and i < len(old):
                covered_old += len(old[i].raw) + len(old[i].gap)
                i += 1
            elif j < len(new):
                covered_new += len(new[j].raw) + len(new[j].gap)
                j += 1
            else:
                break
            if covered_old == covered_new:
                break
        yield old[first:i], new[second:j]


def _reasons(groups: Sequence[tuple[Sequence[Token], Sequence[Token]]]) -> list[str]:
    """Return the rule of each group; a capital that follows from a repair counts to the repair."""
    found = [_reason(*group) for group in groups]
    for i, rule in enumerate(found):
        if rule == "sentence-case" and i and found[i - 1]:
            found[i] = found[i - 1]
    return found


def _reason(old: Sequence[Token], new: Sequence[Token]) -> str:
    """Return the rule by which two runs of tokens differ; empty if they show the same."""
    if [(t.shown, t.ends) for t in old] == [(t.shown, t.ends) for t in new]:
        return ""
    return next((t.why for t in new if t.why), "") or "unknown"


def _text(tokens: Sequence[Token]) -> str:
    marked = (t.shown + (f" {PARAGRAPH}" if t.ends is Break.PARAGRAPH else "") for t in tokens)
    return " ".join(text for text in marked if text)
