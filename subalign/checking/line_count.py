"""No cue has more lines than the style allows.

More lines hide more of the picture, and take longer to start reading. Source of each number:
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

from subalign.checking.base import CaptionFile, Finding, define_rule
from subalign.errors import counted
from subalign.model import Severity


@define_rule("line-count", Severity.ERROR)
def rule(captions: CaptionFile) -> Iterator[Finding]:
    """No cue has more lines than the style allows."""
    style = captions.style
    for i, cue in enumerate(captions.cues):
        if len(cue.lines) > style.max_lines:
            most = counted(style.max_lines, "line")
            yield Finding(i, f"has {len(cue.lines)} lines, at most {most}")
