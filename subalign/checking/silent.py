"""There is speech while a cue is shown.

Needs the recording. A cue in silence is in the wrong place, or has words that are not in the
recording. The shortest word, such as "a" or "I", lasts about 100 ms, so less sound is no
speech. A cue for a sound, such as [silence], may stand anywhere.

PASS (netflix)::

    NOTE voice 00:00:01.000 to 00:00:02.000

    00:00:01.000 --> 00:00:02.500
    Here I am.

    00:00:04.000 --> 00:00:06.000
    [waves lapping]

FAIL (netflix)::

    NOTE voice 00:00:05.000 to 00:00:06.000

    00:00:01.000 --> 00:00:02.500
    Here I am.

    00:00:05.000 --> 00:00:06.000
    Or here.

    => cue 1: 0 ms of voice while it is shown, at least 100 ms
"""

from __future__ import annotations

from collections.abc import Iterator

from subalign.checking.base import CaptionFile, Finding, define_rule, is_spoken
from subalign.model import Severity


@define_rule("silent", Severity.WARNING, needs_speech=True)
def rule(captions: CaptionFile) -> Iterator[Finding]:
    """While a cue is shown, there is voice."""
    speech, least = captions.speech, captions.tolerances.shortest_word_ms
    if speech is None:
        return
    for i, cue in enumerate(captions.cues):
        heard = sum(
            min(speech.ends[k], cue.end) - max(speech.starts[k], cue.start)
            for k in speech.between(cue.start, cue.end)
        )
        if heard < least and is_spoken(cue):
            yield Finding(i, f"{heard} ms of voice while it is shown, at least {least} ms")
