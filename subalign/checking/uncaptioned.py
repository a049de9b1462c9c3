"""What is said is shown.

Needs the recording: voice, while nothing is on the screen. Reported from one second on, about
three words; less may be a breath, a cough or a laugh. Sound that does not go up and down as
speech does, such as music, is left out, so much singing is not found. Source: FCC 79.1(j)(2),
captions are complete; the second is ours. The problem stands at the cue that comes next, or
else at the last.

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

from subalign.checking.base import SHORTEST, Finding, Rule, Subject
from subalign.model import Severity
from subalign.times import short

MOST = 1000
"""SpeechActivity that may go unshown, ms: less may be no words. Ours."""


def _find(subject: Subject) -> Iterator[Finding]:
    voice = subject.voice
    if voice is None:
        return
    for gap in subject.unshown:
        heard = [
            (max(voice.starts[k], gap.start), min(voice.ends[k], gap.end))
            for k in voice.between(gap.start, gap.end)
            if voice.lively[k]
        ]
        heard = [(start, end) for start, end in heard if end - start >= SHORTEST]
        missing = sum(end - start for start, end in heard)
        if missing > MOST:
            place = gap.before if gap.after is None else gap.after
            span = f"from {short(heard[0][0])} to {short(heard[-1][1])}"
            message = f"{missing} ms of voice {span} are not shown, at most {MOST} ms"
            yield Finding(place or 0, message, heard[0][0])


RULE = Rule("uncaptioned", Severity.WARNING, "what is said is shown", _find, heard=True)
