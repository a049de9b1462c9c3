"""A cue is there when its own words are said.

Needs the recording, with which the text of the cues is aligned: so this finds a cue that comes
with another sentence's voice. Only starts count of which the aligner is sure to 0.9. 250 ms are
allowed: text that is early by so much the eye does not mind (Karamitroglou 1998), after the
``lead_in`` of the style; text that is late may be so by the 150 ms of ``late`` and the 100 ms
within which the aligner's confidence calls a start right. Cues in a row that are off by nearly
the same are named once, and not at all where ``shifted`` names them.

PASS (netflix)::

    NOTE said 00:00:01.000 to 00:00:02.400 (0.99)
    NOTE said 00:00:04.250 to 00:00:05.000 (0.99)
    NOTE said 00:00:08.000 to 00:00:09.000 (0.89)

    00:00:01.250 --> 00:00:02.500
    Here I am.

    00:00:04.000 --> 00:00:05.500
    Here I stay.

    00:00:07.000 --> 00:00:09.500
    I mumble.

FAIL (netflix)::

    NOTE said 00:00:01.000 to 00:00:02.400 (0.99)
    NOTE said 00:00:04.700 to 00:00:05.400 (0.99)
    NOTE said 00:00:07.400 to 00:00:09.000 (0.95)
    NOTE said 00:00:09.350 to 00:00:10.900 (0.98)

    00:00:01.000 --> 00:00:02.500
    Here I am.

    00:00:04.000 --> 00:00:05.500
    Here I stay.

    00:00:08.000 --> 00:00:09.500
    I shall not be moved.

    00:00:10.000 --> 00:00:11.500
    And who are you?

    => cue 2: said at 00:00:04.700, 700 ms later, at most 250 ms
    => cue 3: up to cue 4, text is said about 650 ms earlier, at most 250 ms
"""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median_low

from subalign.checking.base import Finding, Rule, Subject, is_spoken
from subalign.checking.shifted import SAME, find_runs
from subalign.model import Severity
from subalign.times import clock

TOLERANCE = 250
"""What the eye does not mind, or 150 ms and what the aligner is mostly within, ms."""


def _find(subject: Subject) -> Iterator[Finding]:
    for run in _runs(subject):
        offset = median_low([off for _, off in run])
        first, last = run[0][0], run[-1][0]
        most = TOLERANCE + subject.style.lead_in * (offset > 0)
        rest = f"{abs(offset)} ms {'later' if offset > 0 else 'earlier'}, at most {most} ms"
        if first == last:
            start = clock(subject.cues[first].start + offset)
            yield Finding(first, f"said at {start}, {rest}")
        else:
            yield Finding(first, f"up to cue {last + 1}, text is said about {rest}")


def _runs(subject: Subject) -> Iterator[list[tuple[int, int]]]:
    """Sure cues in a row that are off by nearly the same: of each its index and how far, ms."""
    named = _named(subject)
    run: list[tuple[int, int]] = []
    for i, off in _offsets(subject):
        wrong = not -TOLERANCE <= off <= TOLERANCE + subject.style.lead_in
        wrong = wrong and not (i in named and abs(off - named[i]) <= SAME)
        if run and not (wrong and abs(off - run[-1][1]) <= SAME):
            yield run
            run = []
        if wrong:
            run.append((i, off))
    if run:
        yield run


def _offsets(subject: Subject) -> Iterator[tuple[int, int]]:
    """How long after each cue that has a sure start its text is said, ms."""
    for i in subject.order:
        span, cue = subject.heard(i), subject.cues[i]
        if span and is_spoken(cue):
            yield i, span.start - cue.start


def _named(subject: Subject) -> dict[int, int]:
    """The shift of each cue that ``shifted`` names."""
    if subject.said is None:
        return {}
    place = {i: k for k, i in enumerate(subject.order)}
    return {
        i: run.shift
        for run in find_runs(subject)
        for i in subject.order[place[run.first] : place[run.last] + 1]
    }


RULE = Rule(
    "out-of-sync",
    Severity.WARNING,
    "a cue is there when its own words are said",
    _find,
    heard=True,
    aligned=True,
)
