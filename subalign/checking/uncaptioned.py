"""All speech has captions.

Needs the recording. The rule finds speech while nothing is on the screen, from one second on,
which is about three words; less may be a breath, a cough or a laugh. Sound that does not go up
and down as speech does, such as music, does not count, so much singing is not found. Source: FCC
79.1(j)(2): captions are complete; the limit of one second is subalign's own. The problem is
reported for the next cue, or for the last one at the end of the recording.

PASS (netflix)::

    NOTE voice 00:00:00.000 to 00:00:00.500
    NOTE voice 00:00:01.000 to 00:00:03.000

    00:00:01.000 --> 00:00:03.500
    Here I am.

FAIL (netflix)::

    NOTE voice 00:00:01.000 to 00:00:03.000
    NOTE voice 00:00:05.000 to 00:00:06.500

    00:00:01.000 --> 00:00:03.500
    Here I am.

    => cue 1: 1500 ms of voice from 0:05 to 0:06 are not shown, at most 1000 ms
"""

from __future__ import annotations

from collections.abc import Iterator

from subalign.checking.base import CaptionFile, Finding, define_rule
from subalign.model import Severity
from subalign.times import short


@define_rule("uncaptioned", Severity.WARNING, needs_speech=True)
def rule(captions: CaptionFile) -> Iterator[Finding]:
    """What is said is shown."""
    speech, allowed = captions.speech, captions.tolerances
    if speech is None:
        return
    for gap in captions.empty_screen:
        heard = [
            (max(speech.starts[k], gap.start), min(speech.ends[k], gap.end))
            for k in speech.between(gap.start, gap.end)
            if speech.speechlike[k]
        ]
        heard = [(start, end) for start, end in heard if end - start >= allowed.shortest_word_ms]
        missing = sum(end - start for start, end in heard)
        if missing > allowed.uncaptioned_ms:
            place = gap.before if gap.after is None else gap.after
            span = f"from {short(heard[0][0])} to {short(heard[-1][1])}"
            limit = f"at most {allowed.uncaptioned_ms} ms"
            message = f"{missing} ms of voice {span} are not shown, {limit}"
            yield Finding(place or 0, message, heard[0][0])
