"""No cue has more lines than the style allows.

More lines hide more of the picture, and take longer to find the way in. Source of each number:
``max_lines`` in the style.

PASS (netflix)::

    00:00:01.000 --> 00:00:04.000
    One line,
    and another.

FAIL (netflix)::

    00:00:01.000 --> 00:00:04.000
    One line,
    another one,
    and one too many.

    => cue 1: has 3 lines, at most 2 lines
"""

from __future__ import annotations

from collections.abc import Iterator

from subalign.checking.base import Finding, Rule, Subject
from subalign.errors import counted
from subalign.model import Severity


def _find(subject: Subject) -> Iterator[Finding]:
    style = subject.style
    for i, cue in enumerate(subject.cues):
        if len(cue.lines) > style.max_lines:
            most = counted(style.max_lines, "line")
            yield Finding(i, f"has {len(cue.lines)} lines, at most {most}")


RULE = Rule("line-count", Severity.ERROR, "no cue has more lines than the style allows", _find)
