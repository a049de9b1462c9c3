"""Checks captions from any tool against a style.

A rule is a module here with a function called ``rule``, which `define_rule` makes a `Rule`. To
add one, write the module and add a line to the table below; or offer it from another package by
an entry point of the group ``subalign.rules``. The tests of all rules then run on it too.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from importlib import import_module

from subalign import plugins
from subalign.checking.base import CaptionFile, Rule
from subalign.errors import UsageError, nearest
from subalign.model import Cue, Problem, Span, SpeechActivity
from subalign.styles import Style

__all__ = ["RULES", "CaptionFile", "Rule", "all_rules", "check"]

RULES: tuple[Rule, ...] = tuple(
    import_module(f"{__name__}.{module}").rule
    for module in (
        "order",
        "copy",
        "overlap",
        "empty",
        "line_length",
        "line_count",
        "min_duration",
        "max_duration",
        "min_gap",
        "chain",
        "frames",
        "reading_speed",
        "bad_break",
        "orphan",
        "two_speakers",
        "unbalanced",
        "shifted",
        "early",
        "late",
        "cut_off",
        "silent",
        "out_of_sync",
        "not_spoken",
        "uncaptioned",
    )
)
"""The built-in rules, in the order in which the problems of a cue are reported."""


def all_rules() -> tuple[Rule, ...]:
    """Return the built-in rules and then those of plug-ins, in the order of reports.

    Raises:
        SetupError: a plug-in cannot be imported, or is no rule.
    """
    names = {rule.name for rule in RULES}
    plugged_in = plugins.load("subalign.rules", Rule).values()
    return (*RULES, *(rule for rule in plugged_in if rule.name not in names))


def check(
    cues: Sequence[Cue],
    style: Style,
    language: str = "",
    speech: SpeechActivity | None = None,
    spans: Sequence[Span | None] | None = None,
    *,
    select: Collection[str] | None = None,
    ignore: Collection[str] = (),
) -> list[Problem]:
    """Find what breaks a style, ordered by cue and then by rule.

    Args:
        cues: the cues as they stand in their file.
        style: the limits.
        language: BCP 47 code; without it, rules about words find nothing.
        speech: speech activity of the recording; without it, rules about speech find nothing.
        spans: for each cue the time at which its text is spoken, or None where it is not in the
            recording; without it, rules about aligned text find nothing.
        select: names of the only rules to run; None for all.
        ignore: names of rules that are not run, even if they are selected.

    Raises:
        UsageError: no rule has a name in ``select`` or ``ignore``; the hint gives the near ones.
        SetupError: a plug-in cannot be imported, or is no rule.

    >>> from subalign.styles import find_style
    >>> flash = Cue(1000, 1100, ("Too short.",))
    >>> for problem in check([flash], find_style("bbc"), ignore=["reading-speed"]):
    ...     print(problem)
    cue 1 at 0:01: min-duration: shown for 100 ms, at least 700 ms
    """
    captions = CaptionFile(cues, style, language, speech, spans)
    problems = [
        Problem(
            rule.name,
            cue + 1,
            cues[cue].start if time is None else time,
            message,
            rule.severity,
        )
        for rule in _chosen(select, ignore)
        for cue, message, time in rule.find(captions)
    ]
    # The sort is stable, so the rules keep their order within a cue.
    return sorted(problems, key=lambda problem: problem.cue)


def _chosen(select: Collection[str] | None, ignore: Collection[str]) -> list[Rule]:
    rules = all_rules()
    known = [rule.name for rule in rules]
    for where, names in ("select", select or ()), ("ignore", ignore):
        for name in [names] if isinstance(names, str) else names:
            if name not in known:
                raise UsageError(f"no rule {name!r}", where=where, hint=nearest(name, known))
        if isinstance(names, str):
            raise UsageError(f"{names!r} is a text", where=where, hint=f"write [{names!r}]")
    return [r for r in rules if (select is None or r.name in select) and r.name not in ignore]
