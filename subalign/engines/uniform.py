"""Engine uniform: the time shared out by the length of the words.

The only measurement is where the sound begins and ends. The engine is the baseline that the others
must beat, a fast substitute for them in tests, and the last resort for a language without a
synthesiser or a model.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from subalign.acoustics.activity.energy import measure_energy
from subalign.acoustics.activity.pauses import find_pauses
from subalign.engines.base import Engine, Utterance
from subalign.events import Event, Progress, Stage
from subalign.measure import length
from subalign.model import Audio, Span

_PAUSE_LETTERS = 3
"""Letters that the pause between two sentences counts as: about 0.2 s at the pace of speech."""


def align(
    audio: Audio, utterances: Sequence[Utterance], language: str, progress: Progress
) -> list[list[Span]]:
    """Give each word a share of the sound by its number of letters, with a confidence of 0.

    Args:
        audio: the recording.
        utterances: its sentences.
        language: BCP 47 tag; not used.
        progress: is given one event when all is done.
    """
    first, last = _sounding(audio)
    sizes = [[length(word) + 1 for word in u.words] for u in utterances]
    total = sum(sum(row) + _PAUSE_LETTERS for row in sizes) - _PAUSE_LETTERS
    edges = np.linspace(first, last, total + 1)
    spans: list[list[Span]] = []
    at = 0
    for row in sizes:
        bounds = at + np.cumsum([0, *row])
        times = [round(edges[b]) for b in bounds]
        spans.append([Span(a, b, 0.0) for a, b in pairwise(times)])
        at = int(bounds[-1]) + _PAUSE_LETTERS
    progress(Event(Stage.ALIGN, 1.0))
    return spans


def _sounding(audio: Audio) -> tuple[int, int]:
    """Return where the sound begins and ends, ms."""
    pauses = find_pauses(measure_energy(audio.samples))
    first, last = 0, audio.duration
    if len(pauses.starts) and pauses.starts[0] == 0 and pauses.ends[0] < last:
        first = int(pauses.ends[0])
    if len(pauses.ends) and pauses.ends[-1] >= last - 20 and pauses.starts[-1] > first:
        last = int(pauses.starts[-1])
    return first, last


ENGINE = Engine(
    name="uniform",
    summary="time shared out by the length of the words; hears nothing, needs nothing",
    needs="",
    install="",
    align=align,
    hears=False,
)
