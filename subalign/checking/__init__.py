"""Checks captions from any tool against a style.

A rule is a module here with one `Rule` value called ``RULE``. To add one, write the module and
add a line to the table below; the tests of all rules then run on it too.
"""

from __future__ import annotations

from collections.abc import Sequence

from subalign.checking import (
    bad_break,
    chain,
    copy,
    cut_off,
    early,
    empty,
    frames,
    late,
    line_count,
    line_length,
    max_duration,
    min_duration,
    min_gap,
    not_spoken,
    order,
    orphan,
    out_of_sync,
    overlap,
    reading_speed,
    shifted,
    silent,
    two_speakers,
    unbalanced,
    uncaptioned,
)
from subalign.checking.base import Rule, Subject
from subalign.model import Cue, Problem, Span, SpeechActivity
from subalign.styles import Style

__all__ = ["RULES", "Rule", "Subject", "check"]

RULES: tuple[Rule, ...] = (
    order.RULE,
    copy.RULE,
    overlap.RULE,
    empty.RULE,
    line_length.RULE,
    line_count.RULE,
    min_duration.RULE,
    max_duration.RULE,
    min_gap.RULE,
    chain.RULE,
    frames.RULE,
    reading_speed.RULE,
    bad_break.RULE,
    orphan.RULE,
    two_speakers.RULE,
    unbalanced.RULE,
    shifted.RULE,
    early.RULE,
    late.RULE,
    cut_off.RULE,
    silent.RULE,
    out_of_sync.RULE,
    not_spoken.RULE,
    uncaptioned.RULE,
)
"""All rules, in the order in which the problems of a cue are named."""


def check(
    cues: Sequence[Cue],
    style: Style,
    language: str = "",
    voice: SpeechActivity | None = None,
    said: Sequence[Span | None] | None = None,
) -> list[Problem]:
    """What breaks ``style``, by cue and then by rule.

    Args:
        cues: as they stand in their file.
        style: the limits.
        language: BCP 47 code; without it, rules about words find nothing.
        voice: where the recording has voice; without it, rules about what is heard find nothing.
        said: when the text of each cue is said; without it, rules that need it find nothing.
    """
    subject = Subject(cues, style, language, voice, said)
    problems = [
        Problem(
            rule.name,
            cue + 1,
            cues[cue].start if time is None else time,
            message,
            rule.severity,
        )
        for rule in RULES
        for cue, message, time in rule.find(subject)
    ]
    # The sort is stable, so the rules keep their order within a cue.
    return sorted(problems, key=lambda problem: problem.cue)
