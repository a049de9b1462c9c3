"""Between two cues the screen is empty for a moment, where the style wants it.

Without a gap a reader does not see that the text has changed. Where cues overlap, that is
what is reported. Source of each number: ``min_gap`` in the style.

PASS (netflix)::

    00:00:01.000 --> 00:00:02.000
    One goes,

    00:00:02.083 --> 00:00:04.000
    the next comes.

PASS (bbc)::

    00:00:01.000 --> 00:00:02.000
    One goes,

    00:00:02.000 --> 00:00:04.000
    the next comes at once.

FAIL (netflix)::

    00:00:01.000 --> 00:00:02.000
    One goes,

    00:00:02.082 --> 00:00:04.000
    the next comes.

    => cue 2: comes 82 ms after cue 1, at least 83 ms
"""

from __future__ import annotations

from collections.abc import Iterator

from subalign.checking.base import Finding, Rule, Subject
from subalign.model import Severity


def _find(subject: Subject) -> Iterator[Finding]:
    style = subject.style
    for before, i, gap in subject.gaps:
        if 0 <= gap < style.min_gap:
            yield Finding(i, f"comes {gap} ms after cue {before + 1}, at least {style.min_gap} ms")


RULE = Rule("min-gap", Severity.ERROR, "two cues are as far apart as the style wants", _find)
