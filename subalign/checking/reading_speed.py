"""A cue can be read in the time it is shown.

Every character that is seen counts, spaces too, a line break as one, the speaker's label as
well. The speed is taken to a tenth, as it is shown. Only a warning: speech can be faster than
the style wants, and words are never dropped for it. Source of each number: ``max_cps`` in the
style. The BBC and DCMP count words a minute; their styles have that in characters, at 5.36 a
word with its space, because a cue of a few long words is read no faster than one of many short
ones. Words a minute are named beside them.

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
from subalign.checking.base import Finding, Rule, Subject
from subalign.model import Cue, Severity
from subalign.text.scripts import is_spaceless


def _find(subject: Subject) -> Iterator[Finding]:
    style = subject.style
    for i, cue in enumerate(subject.cues):
        if cue.duration > 0:
            speed = round(measure.reading_speed(cue.labelled, cue.duration), 1)
            if speed > style.max_cps:
                limit = f"at most {style.max_cps:g}{_words(cue)}"
                yield Finding(i, f"{speed} characters per second, {limit}")


def _words(cue: Cue) -> str:
    """Its speed in words, where its script has them."""
    if any(map(is_spaceless, "" if cue.text.isascii() else cue.text)):
        return ""
    return f" ({len(cue.text.split()) * 60_000 // cue.duration} words per minute)"


RULE = Rule("reading-speed", Severity.WARNING, "every cue can be read in its time", _find)
