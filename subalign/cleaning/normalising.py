"""What cleaning changes of the words that are said, apart from what it changes for the reader."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from subalign.cleaning.base import Level
from subalign.cleaning.decisions import Answer, Decisions
from subalign.cleaning.diff import same_source
from subalign.model import Token


def needed_level(decisions: Decisions) -> Level:
    """Return the level whose rules can change what is said.

    Without accepted changes only the rules of level ``verbatim`` can. An accepted change may hold
    words that its rule did not propose, at a place that only other rules make, so then the rules
    of level ``tidy`` run as well.
    """
    accepted = any(d.answer is Answer.YES for d in decisions.all)
    return Level.TIDY if accepted else Level.VERBATIM


def only_said(old: Sequence[Token], new: Sequence[Token]) -> Iterator[Token]:
    """Yield the tokens of ``old``, and those of ``new`` where they say other words.

    Args:
        old: tokens of a transcript.
        new: tokens with the same source, cleaned.
    """
    for before, after in same_source(old, new):
        yield from before if _said(before) == _said(after) else after


def _said(tokens: Sequence[Token]) -> str:
    return " ".join(token.spoken for token in tokens if token.spoken)
