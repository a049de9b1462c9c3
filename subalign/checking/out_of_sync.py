"""A cue is on the screen when its own words are spoken.

Needs the recording, with which the text of the cues is aligned. The rule finds cues that come
with the speech of another sentence. A cue counts only if the aligner's confidence in its start
is at least 0.9. An offset of 250 ms is allowed, and ``lead_in`` of the style in addition for
early cues: text that is early by a quarter of a second does not disturb a reader (Karamitroglou
1998), and text that is late has the 150 ms of ``late`` and the 100 ms within which the aligner
calls a start right. Cues in a row with nearly the same offset are reported once, and not at all
where ``shifted`` reports them.

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

from subalign.checking.base import CaptionFile, Finding, define_rule, is_spoken
from subalign.checking.shifted import ShiftSearch, find_runs
from subalign.model import Severity
from subalign.times import clock


@define_rule("out-of-sync", Severity.WARNING, needs_speech=True, needs_spans=True)
def rule(captions: CaptionFile) -> Iterator[Finding]:
    """A cue is there when its own words are said."""
    for run in _runs(captions):
        offset = median_low([off for _, off in run])
        first, last = run[0][0], run[-1][0]
        most = captions.tolerances.out_of_sync_ms + captions.style.lead_in * (offset > 0)
        rest = f"{abs(offset)} ms {'later' if offset > 0 else 'earlier'}, at most {most} ms"
        if first == last:
            start = clock(captions.cues[first].start + offset)
            yield Finding(first, f"said at {start}, {rest}")
        else:
            yield Finding(first, f"up to cue {last + 1}, text is said about {rest}")


def _runs(captions: CaptionFile) -> Iterator[list[tuple[int, int]]]:
    """Yield runs of cues that are wrong by nearly the same, as pairs of index and offset in ms."""
    reported, same = _reported_shifts(captions), ShiftSearch().same_ms
    tolerance = captions.tolerances.out_of_sync_ms
    run: list[tuple[int, int]] = []
    for i, off in _offsets(captions):
        wrong = not -tolerance <= off <= tolerance + captions.style.lead_in
        wrong = wrong and not (i in reported and abs(off - reported[i]) <= same)
        if run and not (wrong and abs(off - run[-1][1]) <= same):
            yield run
            run = []
        if wrong:
            run.append((i, off))
    if run:
        yield run


def _offsets(captions: CaptionFile) -> Iterator[tuple[int, int]]:
    """Yield cues whose start the aligner is sure of: index, and time from cue to speech, ms."""
    for i in captions.order:
        span, cue = captions.reliable_span(i), captions.cues[i]
        if span and is_spoken(cue):
            yield i, span.start - cue.start


def _reported_shifts(captions: CaptionFile) -> dict[int, int]:
    """Return the shift of each cue that the rule ``shifted`` reports, by index, ms."""
    if captions.spans is None:
        return {}
    place = {i: k for k, i in enumerate(captions.order)}
    return {
        i: run.shift
        for run in find_runs(captions)
        for i in captions.order[place[run.first] : place[run.last] + 1]
    }
