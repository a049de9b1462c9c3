"""While a cue is shown, something is heard.

Needs the recording. A cue in silence was lost on the way, or stands for words that are not in
the recording. The shortest word, such as "a" or "I", lasts about 100 ms, so less voice than
that is none. A cue for a sound, such as [silence], may stand anywhere.

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

from subalign.checking.base import SHORTEST, Finding, Rule, Subject, is_spoken
from subalign.model import Severity


def _find(subject: Subject) -> Iterator[Finding]:
    voice = subject.voice
    if voice is None:
        return
    for i, cue in enumerate(subject.cues):
        heard = sum(
            min(voice.ends[k], cue.end) - max(voice.starts[k], cue.start)
            for k in voice.between(cue.start, cue.end)
        )
        if heard < SHORTEST and is_spoken(cue):
            yield Finding(i, f"{heard} ms of voice while it is shown, at least {SHORTEST} ms")


RULE = Rule("silent", Severity.WARNING, "while a cue is shown, there is voice", _find, heard=True)
