"""Captions are in sync with the recording, not shifted by a fixed time.

Needs the recording. Speech should begin where a caption follows punctuation or a pause. For
every 15 such captions in a row, all shifts up to 3 s are tried. Where most of the captions meet
the beginning of speech only after a shift by 200 ms or more, and few do so without it, the whole
run is reported with that shift. The rule finds what no single caption can show: text that comes
while another sentence is spoken. All numbers are subalign's own, measured on recordings with
known times, in which the rule finds nothing, and on the same recordings with moved captions.

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
from dataclasses import dataclass
from statistics import median_low
from typing import NamedTuple

from subalign.checking.base import CaptionFile, Finding, define_rule, is_spoken
from subalign.model import Cue, Severity, SpeechActivity


@dataclass(frozen=True, slots=True)
class ShiftSearch:
    """Parameters of the search for shifted runs, measured on recordings with known times.

    Args:
        least_ms: smallest shift that is reported.
        reach_ms: largest shift that is tried, to both sides.
        step_ms: distance between two shifts that are tried.
        near_ms: distance within which a shifted caption meets the beginning of speech.
        same_ms: largest difference between the shifts of neighbours that form a run.
        window: captions that are compared together.
        min_captions: fewest captions that must meet speech after the shift.
        min_share: smallest share of the window that must meet speech after the shift.
        max_unmoved: largest number of captions that may meet speech without the shift, as a
            share of those that meet it after the shift.
        min_anchors: smallest share of captions after punctuation or pauses. With fewer, the
            text has no punctuation, and all captions are compared.
    """

    least_ms: int = 200
    reach_ms: int = 3000
    step_ms: int = 20
    near_ms: int = 80
    same_ms: int = 150
    window: int = 15
    min_captions: int = 5
    min_share: float = 0.6
    max_unmoved: float = 0.5
    min_anchors: float = 1 / 3

    def meets(self, distances: Sequence[int]) -> bool:
        """Return True if speech begins where the caption comes; ``distances`` are in ms."""
        return any(abs(distance) < self.least_ms for distance in distances)


class Run(NamedTuple):
    """Cues in a row that have to be shifted together.

    Args:
        first: index of the first cue.
        last: index of the last cue.
        shift: time from the cues to their speech, ms; above 0 where speech is later.
    """

    first: int
    last: int
    shift: int


def find_runs(captions: CaptionFile) -> Iterator[Run]:
    """Yield the runs that are reported, in the order in which they are shown."""
    if captions.speech is None:
        return
    search = ShiftSearch()
    anchors = _anchors(captions, search)
    starts = [captions.cues[i].start for i in anchors]
    distances = [_distances(start, captions.speech, search) for start in starts]
    shifts = [_shift(_window(distances, k, search), search) for k in range(len(distances))]
    for run in _same_shifts(shifts, search):
        # The window reaches over the edges of a run, where captions meet speech as they are.
        wrong = [k for k in run if not search.meets(distances[k])]
        if wrong:
            shift = median_low([shifts[k] for k in run])
            yield Run(anchors[wrong[0]], anchors[wrong[-1]], shift)


@define_rule("shifted", Severity.WARNING, needs_speech=True)
def rule(captions: CaptionFile) -> Iterator[Finding]:
    """Captions run with the recording."""
    for run in find_runs(captions):
        way = "late" if run.shift < 0 else "early"
        message = f"up to cue {run.last + 1}, text comes about {abs(run.shift)} ms {way}"
        yield Finding(run.first, f"{message}, at most {ShiftSearch().least_ms} ms")


def _anchors(captions: CaptionFile, search: ShiftSearch) -> list[int]:
    """Return the cues that should come with the beginning of speech."""
    cues = captions.cues
    pause = max(captions.style.chain, 1)
    spoken = [i for i in captions.order if is_spoken(cues[i])]
    fresh = {i for before, i, gap in captions.gaps if gap >= pause or _ends_with_mark(cues[before])}
    fresh.update(captions.order[:1])
    anchors = [i for i in spoken if i in fresh]
    return anchors if len(anchors) >= search.min_anchors * len(spoken) else spoken


def _ends_with_mark(cue: Cue) -> bool:
    """Return True if a cue ends in punctuation, where speakers mostly pause."""
    return not cue.lines or not cue.lines[-1][-1:].isalnum()


def _distances(start: int, speech: SpeechActivity, search: ShiftSearch) -> list[int]:
    """Return the distances from a time to each beginning of speech in reach, ms."""
    reach = search.reach_ms + search.near_ms
    return [
        speech.starts[k] - start
        for k in speech.between(start - reach, start + reach)
        if abs(speech.starts[k] - start) <= reach
    ]


def _window(distances: Sequence[list[int]], k: int, search: ShiftSearch) -> Sequence[list[int]]:
    """Return the distances of the captions around caption ``k``."""
    first = max(0, min(k - search.window // 2, len(distances) - search.window))
    return distances[first : first + search.window]


def _shift(window: Sequence[list[int]], search: ShiftSearch) -> int:
    """Return the shift after which the captions meet speech, ms; 0 where none is needed."""
    if len(window) < search.min_captions:
        return 0
    reach, step, near = search.reach_ms, search.step_ms, search.near_ms
    # A histogram: number of captions that meet speech after each shift that is tried.
    meet = [0] * (2 * reach // step + 1)
    for distances in window:
        bins = {
            b
            for distance in distances
            for b in range(
                -(-(distance - near + reach) // step), (distance + near + reach) // step + 1
            )
        }
        for b in bins:
            if 0 <= b < len(meet):
                meet[b] += 1
    unmoved = sum(map(search.meets, window))
    most = max(meet)
    shift = median_low([b * step - reach for b, count in enumerate(meet) if count == most])
    enough = most >= max(search.min_captions, search.min_share * len(window))
    agree = enough and unmoved <= search.max_unmoved * most
    return shift if agree and abs(shift) >= search.least_ms else 0


def _same_shifts(shifts: Sequence[int], search: ShiftSearch) -> Iterator[list[int]]:
    """Yield neighbours that have nearly the same shift, by index."""
    run: list[int] = []
    for k, shift in enumerate([*shifts, 0]):
        if run and not (shift and abs(shift - shifts[run[-1]]) <= search.same_ms):
            yield run
            run = []
        if shift:
            run.append(k)
