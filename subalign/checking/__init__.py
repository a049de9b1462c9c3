"""Checks captions from any tool against a style.

A rule is a module here with a function called ``rule``, which `define_rule` makes a `Rule`. To
add one, write the module and add a line to the table below; or offer it from another package by
an entry point of the group ``subalign.rules``. The tests of all rules then run on it too.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from subalign.checking.base import CaptionFile, Rule
from subalign.errors import UsageError, nearest
from subalign.model import Cue, Problem, Span, SpeechActivity
from subalign.plugins import Registry
from subalign.styles import Style

__all__ = ["RULES", "CaptionFile", "Rule", "all_rules", "check"]

_RULES = Registry(
    "rule",
    "subalign.rules",
    Rule,
    {
        name: f"{__name__}.{name.replace('-', '_')}:rule"
        for name in (
            "order",
            "copy",
            "overlap",
            "empty",
            "line-length",
            "line-count",
            "min-duration",
            "max-duration",
            "min-gap",
            "chain",
            "frames",
            "reading-speed",
            "bad-break",
            "orphan",
            "two-speakers",
            "unbalanced",
            "shifted",
            "early",
            "late",
            "cut-off",
            "silent",
            "out-of-sync",
            "not-spoken",
            "uncaptioned",
        )
    },
)
"""All rules, in the order in which the problems of a cue are reported."""

RULES = tuple(map(_RULES.find, _RULES.built_in))
"""The built-in rules, in the same order."""


def all_rules() -> tuple[Rule, ...]:
    """Return the built-in rules and then those of plug-ins, in the order of reports.

    Raises:
        SetupError: a plug-in cannot be imported, or is not a rule.
    """
    return _RULES.all()


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
        SetupError: a plug-in cannot be imported, or is not a rule.

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
