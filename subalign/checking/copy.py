"""No cue stands twice in a file.

The same text at the same time comes from joining files, or from an export that ran twice. A player
shows it doubled, one above the other. The same text at another time is not a problem. The rule is
subalign's own.

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

from subalign.checking.base import CaptionFile, Finding, define_rule, quoted
from subalign.model import Severity


@define_rule("copy", Severity.ERROR)
def rule(captions: CaptionFile) -> Iterator[Finding]:
    """No cue stands twice."""
    for i, first in captions.copies.items():
        cue = captions.cues[i]
        yield Finding(i, f"has the times and the text of cue {first + 1}, {quoted(cue.text)}")
