"""The words of a cue are in the recording.

Needs the recording, with which the text of the cues is aligned: none of the words of this cue
were heard where they should be. The text was changed after the recording, or belongs to another
one; speech that the recording hides, under music, say, is also reported.

PASS (netflix)::

    NOTE said 00:00:01.000 to 00:00:02.400 (0.99)

    00:00:01.000 --> 00:00:02.500
    Here I am.

FAIL (netflix)::

    NOTE said 00:00:01.000 to 00:00:02.400 (0.99)
    NOTE not said

    00:00:01.000 --> 00:00:02.500
    Here I am.

    00:00:04.000 --> 00:00:06.000
    This was cut.

    => cue 2: 'This was cut.' is not in the recording
"""

from __future__ import annotations

from collections.abc import Iterator

from subalign.checking.base import Finding, Rule, Subject, is_spoken, quoted
from subalign.model import Severity


def _find(subject: Subject) -> Iterator[Finding]:
    if subject.said is None:
        return
    for i, (cue, span) in enumerate(zip(subject.cues, subject.said, strict=True)):
        if span is None and is_spoken(cue):
            yield Finding(i, f"{quoted(' '.join(cue.lines))} is not in the recording")


RULE = Rule(
    "not-spoken",
    Severity.WARNING,
    "the words of a cue are in the recording",
    _find,
    heard=True,
    aligned=True,
)
