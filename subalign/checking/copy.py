"""No cue stands twice in a file.

The same text at the same time, which comes of joining files or of an export that ran twice: a
player shows it doubled, one above the other. Nothing that is shown anew; ours.

PASS (netflix)::

    00:00:01.000 --> 00:00:02.000
    No.

    00:00:03.000 --> 00:00:04.000
    No.

FAIL (netflix)::

    00:00:01.000 --> 00:00:02.000
    No.

    00:00:01.000 --> 00:00:02.000
    No.

    => cue 2: has the times and the text of cue 1, 'No.'
"""

from __future__ import annotations

from collections.abc import Iterator

from subalign.checking.base import Finding, Rule, Subject, quoted
from subalign.model import Severity


def _find(subject: Subject) -> Iterator[Finding]:
    for i, first in subject.copies.items():
        cue = subject.cues[i]
        yield Finding(i, f"has the times and the text of cue {first + 1}, {quoted(cue.text)}")


RULE = Rule("copy", Severity.ERROR, "no cue stands twice", _find)
