"""Every cue can be read in the time that it is shown.

Every visible character counts, with spaces and the label of the speaker; a line break counts as
a space. The speed is compared after rounding to a tenth, as it is reported. The problem is a
warning: speech can be faster than the style allows, and no words are dropped for it. Source of
each number: ``max_cps`` in the style. The BBC and DCMP count words per minute; their styles have
the limit in characters, at 5.36 characters a word with its space, because a cue of a few long
words takes as long to read as one of many short words. Messages give words per minute as well.

PASS (netflix)::

    00:00:01.000 --> 00:00:03.050
    Twenty characters is
    forty with this one.

FAIL (netflix)::

    00:00:01.000 --> 00:00:03.000
    Twenty characters is
    forty with this one.

    => cue 1: 20.5 characters per second, at most 20 (210 words per minute)
"""

from __future__ import annotations

from collections.abc import Iterator

from subalign import measure
from subalign.checking.base import CaptionFile, Finding, define_rule
from subalign.model import Cue, Severity
from subalign.text.scripts import is_spaceless


@define_rule("reading-speed", Severity.WARNING)
def rule(captions: CaptionFile) -> Iterator[Finding]:
    """Every cue can be read in its time."""
    style = captions.style
    for i, cue in enumerate(captions.cues):
        if cue.duration > 0:
            speed = round(measure.reading_speed(cue.labelled, cue.duration), 1)
            if speed > style.max_cps:
                limit = f"at most {style.max_cps:g}{_words(cue)}"
                yield Finding(i, f"{speed} characters per second, {limit}")


def _words(cue: Cue) -> str:
    """Return the speed in words per minute; empty in scripts without spaces between words."""
    if any(map(is_spaceless, "" if cue.text.isascii() else cue.text)):
        return ""
    return f" ({len(cue.text.split()) * 60_000 // cue.duration} words per minute)"
