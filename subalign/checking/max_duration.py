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

from collections.abc import Iterator

from subalign.checking.base import Finding, Rule, Subject
from subalign.model import Severity


def _find(subject: Subject) -> Iterator[Finding]:
    style = subject.style
    for i, cue in enumerate(subject.cues):
        if cue.duration > style.max_duration:
            yield Finding(i, f"shown for {cue.duration} ms, at most {style.max_duration} ms")


RULE = Rule("max-duration", Severity.ERROR, "no cue stays longer than the style allows", _find)
