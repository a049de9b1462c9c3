"""Normalisation: the changes of cleaning to the words that are said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from subalign.cleaning.base import Level, Rule
from subalign.cleaning.decisions import Answer, Decisions
from subalign.cleaning.diff import same_source
from subalign.model import Token


def needed_level(decisions: Decisions, rules: Iterable[Rule]) -> Level:
    """Return the level whose rules can change what is said.

    By themselves only the rules of level ``verbatim`` can. An accepted change of another rule may
    hold words that this rule did not propose, at a place that only other rules make, so then the
    rules of level ``tidy`` run as well.
    """
    accepted = {d.rule for d in decisions.all if d.answer is Answer.YES}
    others = (rule.name in accepted and rule.level is not Level.VERBATIM for rule in rules)
    return Level.TIDY if any(others) else Level.VERBATIM


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
