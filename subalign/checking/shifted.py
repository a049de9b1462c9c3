"""Captions run with the recording, not a fixed time beside it.

Needs the recording. Where a caption follows punctuation or a pause, a voice should begin too.
For every 15 of such captions in a row, all shifts up to 3 s are tried: where most of them meet
the beginning of a voice only after a shift by 200 ms or more, and few without one, that shift
is named, for the whole run. This finds what single captions cannot show: text that comes too
late while another sentence is being said. All numbers are ours; they are measured on recordings
with known times, where no run is found, and on the same, moved.

PASS (netflix)::

    NOTE voice 00:00:01.000 to 00:00:02.000
    NOTE voice 00:00:03.000 to 00:00:04.000

    00:00:01.000 --> 00:00:02.500
    Here I am.

    00:00:03.000 --> 00:00:04.500
    Here I stay.

FAIL (netflix)::

    NOTE voice 00:00:01.000 to 00:00:02.850
    NOTE voice 00:00:03.000 to 00:00:04.250
    NOTE voice 00:00:04.400 to 00:00:06.150
    NOTE voice 00:00:06.300 to 00:00:08.050
    NOTE voice 00:00:08.200 to 00:00:09.700
    NOTE voice 00:00:09.850 to 00:00:11.100

    00:00:01.000 --> 00:00:03.317
    Here I am.

    00:00:03.400 --> 00:00:04.717
    Here I stay.

    00:00:04.800 --> 00:00:06.617
    I shall not be moved.

    00:00:06.700 --> 00:00:08.517
    And who are you?

    00:00:08.600 --> 00:00:10.167
    I am not.

    00:00:10.250 --> 00:00:11.500
    Who was?

    => cue 2: up to cue 6, text comes about 400 ms late, at most 200 ms
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median_low
from typing import NamedTuple

from subalign.checking.base import Finding, Rule, Subject, is_spoken
from subalign.model import Cue, Severity, SpeechActivity

TOLERANCE = 200
"""Shift from which a run is reported, ms."""

_REACH = 3_000  # shifts that are tried on each side, ms
_STEP = 20  # between two of them, ms
_NEAR = 80  # how exactly a caption meets a voice, ms
_WINDOW = 15  # captions that are looked at together
_FEWEST = 5  # captions that must agree
_MOST_MEET = 0.6  # share of the captions that must meet a voice after the shift
_FEW_MEET = 0.5  # and how many of these may meet one without it
_FEW_ANCHORS = 1 / 3  # share of the captions; with fewer the text has no punctuation
SAME = 150  # shifts that differ by less are one, ms


class Run(NamedTuple):
    """Cues that are shifted together: the indices of the first and the last, and how far the
    voice is from them, ms; above 0 where it is later."""

    first: int
    last: int
    shift: int


def find_runs(subject: Subject) -> Iterator[Run]:
    """The runs that are reported, in the order in which they are shown."""
    if subject.voice is None:
        return
    anchors = _anchors(subject)
    starts = [subject.cues[i].start for i in anchors]
    distances = [_distances(start, subject.voice) for start in starts]
    shifts = [_shift(_around(distances, k)) for k in range(len(distances))]
    for run in _runs(shifts):
        # at its edges the captions around it have a voice in what is found
        alone = [k for k in run if not _meets(distances[k])]
        if alone:
            shift = median_low([shifts[k] for k in run])
            yield Run(anchors[alone[0]], anchors[alone[-1]], shift)


def _find(subject: Subject) -> Iterator[Finding]:
    for run in find_runs(subject):
        way = "late" if run.shift < 0 else "early"
        message = f"up to cue {run.last + 1}, text comes about {abs(run.shift)} ms {way}"
        yield Finding(run.first, f"{message}, at most {TOLERANCE} ms")


def _anchors(subject: Subject) -> list[int]:
    """Cues that should come with the beginning of a voice; all, where there is no punctuation."""
    cues = subject.cues
    pause = max(subject.style.chain, 1)
    spoken = [i for i in subject.order if is_spoken(cues[i])]
    fresh = {i for before, i, gap in subject.gaps if gap >= pause or _pauses(cues[before])}
    fresh.update(subject.order[:1])
    anchors = [i for i in spoken if i in fresh]
    return anchors if len(anchors) >= _FEW_ANCHORS * len(spoken) else spoken


def _pauses(cue: Cue) -> bool:
    """Whether a cue ends in punctuation, where speakers mostly pause."""
    return not cue.lines or not cue.lines[-1][-1:].isalnum()


def _distances(start: int, voice: SpeechActivity) -> list[int]:
    """From the cue to each beginning of a voice within reach, ms; above 0 where it is later."""
    reach = _REACH + _NEAR
    return [
        voice.starts[k] - start
        for k in voice.between(start - reach, start + reach)
        if abs(voice.starts[k] - start) <= reach
    ]


def _around(distances: Sequence[list[int]], k: int) -> Sequence[list[int]]:
    first = max(0, min(k - _WINDOW // 2, len(distances) - _WINDOW))
    return distances[first : first + _WINDOW]


def _shift(window: Sequence[list[int]]) -> int:
    """The shift after which the captions meet voices, ms; 0 where they do so as they are."""
    if len(window) < _FEWEST:
        return 0
    meet = [0] * (2 * _REACH // _STEP + 1)
    for distances in window:
        bins = {
            b
            for distance in distances
            for b in range(
                -(-(distance - _NEAR + _REACH) // _STEP), (distance + _NEAR + _REACH) // _STEP + 1
            )
        }
        for b in bins:
            if 0 <= b < len(meet):
                meet[b] += 1
    unmoved = sum(map(_meets, window))
    most = max(meet)
    best = [b * _STEP - _REACH for b, count in enumerate(meet) if count == most]
    shift = median_low(best)
    agree = most >= max(_FEWEST, _MOST_MEET * len(window)) and unmoved <= _FEW_MEET * most
    return shift if agree and abs(shift) >= TOLERANCE else 0


def _meets(distances: Sequence[int]) -> bool:
    """Whether a voice begins where the caption comes."""
    return any(abs(distance) < TOLERANCE for distance in distances)


def _runs(shifts: Sequence[int]) -> Iterator[list[int]]:
    """Neighbours that have nearly the same shift."""
    run: list[int] = []
    for k, shift in enumerate([*shifts, 0]):
        if run and not (shift and abs(shift - shifts[run[-1]]) <= SAME):
            yield run
            run = []
        if shift:
            run.append(k)


RULE = Rule("shifted", Severity.WARNING, "captions run with the recording", _find, heard=True)
