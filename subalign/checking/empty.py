"""A cue shows something.

FFmpeg drops an empty cue, so that the cues behind it change their numbers; it is a sign that
text was lost on the way.

PASS (netflix)::

    00:00:01.000 --> 00:00:02.000
    ♪

FAIL (netflix)::

    00:00:01.000 --> 00:00:02.000

    00:00:03.000 --> 00:00:05.000
    The one in front shows nothing.

    => cue 1: shows no text
"""

from __future__ import annotations

from collections.abc import Iterator

from subalign.checking.base import Finding, Rule, Subject
from subalign.measure import length
from subalign.model import Severity


def _find(subject: Subject) -> Iterator[Finding]:
    for i, cue in enumerate(subject.cues):
        if not any(map(length, cue.text.split())):
            yield Finding(i, "shows no text")


RULE = Rule("empty", Severity.ERROR, "every cue shows some text", _find)
