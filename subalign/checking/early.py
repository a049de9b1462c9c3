"""A cue does not come before its words are heard.

Text that comes early gives away what is said. Needs the recording: the cue comes in a pause,
and the voice begins well after it. Karamitroglou (1998) gives the eye a quarter of a second
between voice and text, and the pause detector is mostly within 50 ms; so 250 ms beyond the
``lead_in`` of the style. A cue for a sound, such as [music], may come at any time.

PASS (netflix)::

    NOTE voice 00:00:01.250 to 00:00:03.000

    00:00:01.000 --> 00:00:03.500
    Here I am.

FAIL (netflix)::

    NOTE voice 00:00:01.251 to 00:00:03.000

    00:00:01.000 --> 00:00:03.500
    Here I am.

    => cue 1: comes 251 ms before the voice, at most 250 ms
"""

from __future__ import annotations

from collections.abc import Iterator

from subalign.checking.base import Finding, Rule, Subject, is_spoken
from subalign.model import Severity

TOLERANCE = 250
"""Time between text and voice that the eye does not mind (Karamitroglou 1998), ms."""


def _find(subject: Subject) -> Iterator[Finding]:
    voice, most = subject.voice, subject.style.lead_in + TOLERANCE
    if voice is None:
        return
    for i, cue in enumerate(subject.cues):
        heard = voice.between(cue.start, cue.end)
        lead = voice.starts[heard[0]] - cue.start if heard else 0
        if lead > most and is_spoken(cue):
            yield Finding(i, f"comes {lead} ms before the voice, at most {most} ms")


RULE = Rule("early", Severity.WARNING, "no cue comes before its words are heard", _find, heard=True)
