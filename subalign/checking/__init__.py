"""Checks captions from any tool against a style.

A rule is a module here with one `Rule` value called ``RULE``. To add one, write the module and
add a line to the table below; the tests of all rules then run on it too.
"""

from __future__ import annotations

from collections.abc import Sequence

from subalign.checking import (
    chain,
    empty,
    line_count,
    line_length,
    max_duration,
    min_duration,
    min_gap,
    order,
    overlap,
    reading_speed,
)
from subalign.checking.base import Rule
from subalign.model import Cue, Problem
from subalign.styles import Style

__all__ = ["RULES", "Rule", "check"]

RULES: tuple[Rule, ...] = (
    order.RULE,
    overlap.RULE,
    empty.RULE,
    line_length.RULE,
    line_count.RULE,
    min_duration.RULE,
    max_duration.RULE,
    min_gap.RULE,
    chain.RULE,
    reading_speed.RULE,
)
"""All rules, in the order in which the problems of a cue are named."""


def check(cues: Sequence[Cue], style: Style) -> list[Problem]:
    """What breaks ``style``, by cue and then by rule. ``cues`` stand as in their file."""
    problems = [
        Problem(rule.name, index + 1, cues[index].start, message, rule.severity)
        for rule in RULES
        for index, message in rule.find(cues, style)
    ]
    # The sort is stable, so the rules keep their order within a cue.
    return sorted(problems, key=lambda problem: problem.cue)
