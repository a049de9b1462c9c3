"""No cue comes before its words are spoken.

Needs the recording. Text that comes early gives away what is said. The rule finds a cue that
comes in a pause, well before speech begins. A quarter of a second between text and speech does
not disturb a reader (Karamitroglou 1998), so 250 ms are allowed, and ``lead_in`` of the style in
addition. A cue for a sound, such as [music], may come at any time.

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

from subalign.checking.base import CaptionFile, Finding, define_rule, is_spoken
from subalign.model import Severity


@define_rule("early", Severity.WARNING, needs_speech=True)
def rule(captions: CaptionFile) -> Iterator[Finding]:
    """No cue comes before its words are heard."""
    speech, most = captions.speech, captions.style.lead_in + captions.tolerances.early_ms
    if speech is None:
        return
    for i, cue in enumerate(captions.cues):
        heard = speech.between(cue.start, cue.end)
        lead = speech.starts[heard[0]] - cue.start if heard else 0
        if lead > most and is_spoken(cue):
            yield Finding(i, f"comes {lead} ms before the voice, at most {most} ms")
