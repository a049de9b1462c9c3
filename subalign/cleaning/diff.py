"""Shows what cleaning changed, and writes the clean text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from subalign.cleaning.base import PARAGRAPH
from subalign.model import Break, Token, Transcript

_CONTEXT = 4
"""Words shown on each side of a change."""

_REACH = 3 * _CONTEXT
"""Tokens in which that many shown words are looked for."""

_Group = tuple[Sequence[Token], Sequence[Token]]
"""Tokens before and after cleaning that cover the same source."""

Styled = tuple[str, str]
"""A style and a text; styles: ``place rule same hidden new count``."""


@dataclass(frozen=True, slots=True)
class Change:
    """One place that cleaning changed.

    Args:
        rule: why.
        line: in the source, from 1.
        before, after: what was and what is shown; a paragraph's end is ``¶``.
        left, right: what is shown around it.
    """

    rule: str
    line: int
    before: str
    after: str
    left: str = ""
    right: str = ""


def changes(before: Transcript, after: Transcript) -> list[Change]:
    """Where two cleanings of the same source differ, in order.

    Args:
        before, after: with the same ``source``; ``why`` of ``after`` names the rules.
    """
    groups = list(same_source(before.tokens, after.tokens))
    made = []
    at = 0
    for rule, run in groupby(zip(_reasons(groups), groups, strict=True), key=lambda pair: pair[0]):
        parts = [group for _, group in run]
        start, at = at, at + len(parts)
        if not rule:
            continue
        old = [token for group, _ in parts for token in group]
        new = [token for _, group in parts for token in group]
        left = _around(groups[max(start - _REACH, 0) : start])[-_CONTEXT:]
        right = _around(groups[at : at + _REACH])[:_CONTEXT]
        texts = _text(old), _text(new), " ".join(left), " ".join(right)
        made.append(Change(rule, old[0].line, *texts))
    return made


def _around(groups: Sequence[_Group]) -> list[str]:
    return _text([token for _, new in groups for token in new]).split()


def render_diff(before: Transcript, after: Transcript) -> Iterator[list[Styled]]:
    """The lines of a diff in styled pieces, and the counts by rule at the end.

    A line reads ``place: left [-before-] {+after+} right  rule``; the marks are there because
    colours are not always.

    Args:
        before, after: as for ``changes``.
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
    """The text as it is shown: a line for each paragraph, speakers in front of their turns."""
    lines: list[str] = []
    line, voice, glue = "", "", False
    for token in transcript.tokens:
        if token.shown:
            if not line and token.speaker and token.speaker != voice:
                line, voice, glue = f"{token.speaker}: ", token.speaker, True
            line += token.shown if glue or not line else f" {token.shown}"
            glue = True
        glue = glue and not any(c.isspace() for c in token.gap)
        if token.ends is Break.PARAGRAPH and line:
            lines.append(line)
            line, glue = "", False
    return "\n".join([*lines, line] if line else lines) + "\n"


def same_source(old: Sequence[Token], new: Sequence[Token]) -> Iterator[_Group]:
    """The smallest runs of tokens of both that cover the same source."""
    i = j = 0
    while i < len(old) or j < len(new):
        first, second = i, j
        a = b = 0
        while True:
            if a <= b and i < len(old):
                a += len(old[i].raw) + len(old[i].gap)
                i += 1
            elif j < len(new):
                b += len(new[j].raw) + len(new[j].gap)
                j += 1
            else:
                break
            if a == b:
                break
        yield old[first:i], new[second:j]


def _reasons(groups: Sequence[_Group]) -> list[str]:
    """The rule of each group; a capital that follows from a repair counts to the repair."""
    found = [_reason(*group) for group in groups]
    for i, rule in enumerate(found):
        if rule == "sentence-case" and i and found[i - 1]:
            found[i] = found[i - 1]
    return found


def _reason(old: Sequence[Token], new: Sequence[Token]) -> str:
    """The rule by which they differ; empty if they show the same."""
    if [(t.shown, t.ends) for t in old] == [(t.shown, t.ends) for t in new]:
        return ""
    return next((t.why for t in new if t.why), "") or "unknown"


def _text(tokens: Sequence[Token]) -> str:
    marked = (t.shown + (f" {PARAGRAPH}" if t.ends is Break.PARAGRAPH else "") for t in tokens)
    return " ".join(text for text in marked if text)
