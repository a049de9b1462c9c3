"""No line is wider than the style allows.

A player breaks a line that is too wide anywhere, and the cue grows by a line. Width is counted
in columns: a full-width character takes two, a combining mark none. The label of a speaker
counts. Source of each number: ``line_width`` in the style.

PASS (netflix)::

    00:00:01.000 --> 00:00:04.000
    This line has exactly forty-two characters

FAIL (netflix)::

    00:00:01.000 --> 00:00:05.000
    The first line is short,
    and this one is longer than the style wants it.

    => cue 1: line 2 is 47 columns wide, at most 42 columns

FAIL (bbc)::

    00:00:01.000 --> 00:00:04.000
    字幕の一行は全角文字で最大十八文字まで

    => cue 1: line 1 is 38 columns wide, at most 37 columns
"""

from __future__ import annotations

from collections.abc import Iterator

from subalign.checking.base import CaptionFile, Finding, define_rule
from subalign.measure import width
from subalign.model import Severity


@define_rule("line-length", Severity.ERROR)
def rule(captions: CaptionFile) -> Iterator[Finding]:
    """No line is wider than the style allows."""
    style = captions.style
    for i, cue in enumerate(captions.cues):
        for number, line in enumerate(cue.labelled, 1):
            wide = width(line)
            if wide > style.line_width:
                limit = f"at most {style.line_width} columns"
                yield Finding(i, f"line {number} is {wide} columns wide, {limit}")
