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
    another,
    and one too many.

    => cue 1: has 3 lines, at most 2 lines
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from subalign.checking.base import Finding, Rule
from subalign.model import Cue, Severity
from subalign.styles import Style


def _find(cues: Sequence[Cue], style: Style) -> Iterator[Finding]:
    for i, cue in enumerate(cues):
        if len(cue.lines) > style.max_lines:
            yield i, f"has {len(cue.lines)} lines, at most {style.max_lines} lines"


RULE = Rule("line-count", Severity.ERROR, "no cue has more lines than the style allows", _find)
