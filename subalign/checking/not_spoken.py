"""The words of every cue are in the recording.

Needs the recording, with which the text of the cues is aligned. The rule finds a cue of which no
word was found where it should be spoken: the text was changed after the recording, or belongs to
another one. Speech that other sounds hide, such as music, is reported too.

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

from subalign.checking.base import CaptionFile, Finding, define_rule, is_spoken, quoted
from subalign.model import Severity


@define_rule("not-spoken", Severity.WARNING, needs_speech=True, needs_spans=True)
def rule(captions: CaptionFile) -> Iterator[Finding]:
    """The words of a cue are in the recording."""
    if captions.spans is None:
        return
    for i, (cue, span) in enumerate(zip(captions.cues, captions.spans, strict=True)):
        if span is None and is_spoken(cue):
            yield Finding(i, f"{quoted(' '.join(cue.lines))} is not in the recording")
