"""What a checking rule is, and the neighbours that the rules about gaps look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from subalign.model import Cue, Severity
from subalign.styles import Style

Finding = tuple[int, str]
"""A cue that breaks a rule, by its index, and what is wrong, with the value and the limit."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that can be wrong with captions.

    The docstring of its module explains it, names its source and shows captions that pass and
    that fail, as WebVTT without the header. The tests run these examples, and they are the
    rule's page in the manual. A failing example ends with what is found::

        PASS (netflix)::

            00:00:01.000 --> 00:00:03.000
            Good.

        FAIL (netflix)::

            00:00:01.000 --> 00:00:01.100
            Too short.

            => cue 1: shown for 100 ms, at least 833 ms

    Args:
        name: what reports call it, words joined by hyphens.
        severity: of all its findings.
        summary: one line for people: what must hold.
        find: ``(cues, style) -> findings``. Cues come in any order, may overlap, be empty, or
            end before they start. Pure; never raises.
    """

    name: str
    severity: Severity
    summary: str
    find: Callable[[Sequence[Cue], Style], Iterator[Finding]]


def gaps(cues: Sequence[Cue]) -> Iterator[tuple[int, int, int]]:
    """What lies before each cue but the first, in the order in which they are shown.

    Yields:
        Indices of the cue that is shown longest of those before, and of the cue; and the time
        from the end of the one to the start of the other, ms, negative where they overlap.
    """
    order = sorted(range(len(cues)), key=lambda i: (cues[i].start, i))
    longest = order[0] if order else 0
    for i in order[1:]:
        yield longest, i, cues[i].start - cues[longest].end
        longest = max(longest, i, key=lambda j: cues[j].end)
