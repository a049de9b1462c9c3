"""A cue does not stay so long that it is read twice.

Readers whose eyes are done start again. Source of each number: ``max_duration`` in the style.

PASS (netflix)::

    00:00:01.000 --> 00:00:08.000
    Seven seconds are the most.

FAIL (netflix)::

    00:00:01.000 --> 00:00:08.001
    Seven seconds are the most.

    => cue 1: shown for 7001 ms, at most 7000 ms
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from subalign.checking.base import Finding, Rule
from subalign.model import Cue, Severity
from subalign.styles import Style


def _find(cues: Sequence[Cue], style: Style) -> Iterator[Finding]:
    for i, cue in enumerate(cues):
        if cue.duration > style.max_duration:
            yield i, f"shown for {cue.duration} ms, at most {style.max_duration} ms"


RULE = Rule("max-duration", Severity.ERROR, "no cue stays longer than the style allows", _find)
