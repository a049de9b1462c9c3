"""Edges of words beside a pause, moved to where the sound rises and falls."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from subalign.acoustics.evidence import find_echoes
from subalign.acoustics.pauses import STEP, covered, find_levels, loudness
from subalign.model import RATE

if TYPE_CHECKING:
    import numpy.typing as npt

    from subalign.acoustics.kernels import Floats
    from subalign.acoustics.network import Ints
    from subalign.model import Samples

REACH, RISE, FADE = 100, 160, 300
"""How far an edge may move, ms: to where a sound begins or ends near by, and to where the
sound that it lies in does. Models take long fading vowels for noise.
"""

_ECHO = 0.8
"""Sound that goes on for longer belongs to the word where at least so much of it is echo."""

_APART = 30  # words that lie nearer to each other than this have no pause between them, ms

_STEP = 5
"""Resolution of the edges, ms. Energy is taken over two steps, which is a period of the
lowest voices: longer windows see a sound before it begins.
"""

_CLICK, _CLOSURE = 15, 60
"""Sound shorter than this is none, and silence shorter than this belongs to a word, ms."""

_BLOCK = 10_000  # steps that are worked on together
_QUIET, _DYNAMICS = 1 / 3, 32.0  # as in pauses

_CLEAR = 26.0
"""Where noise or music lies less than so many dB below the speech, it covers how words begin and
fade, and the search knows better. Measured on speech with either 10, 15 and 20 dB below it.
"""


def refine(words: Sequence[tuple[int, int]], samples: Samples) -> list[tuple[int, int]]:
    """Move the edges of words beside a pause to those of the sound.

    Args:
        words: start and end of each word in order, ms.
        samples: the recording, int16 mono at ``RATE``, shape (n,).
    """
    energy = loudness(samples)
    if not len(energy):
        return list(words)
    noise, speech = find_levels(energy)
    clear = speech - noise >= _CLEAR
    falls, rises = _edges(samples, noise, speech)
    echoes = find_echoes(energy)
    duration = len(samples) * 1000 // RATE
    moved = [list(w) for w in words]
    ends = [-_APART, *(w[1] for w in words)]
    starts = [*(w[0] for w in words), duration + _APART]
    for i, (end, start) in enumerate(zip(ends, starts, strict=True)):
        if start - end < _APART:
            continue
        sure = clear[min(max(end, 0) // STEP, len(clear) - 1)]
        if i:
            fall = _fall(falls, rises, echoes, end, moved[i - 1][0], start)
            moved[i - 1][1] = fall if sure else max(fall, end)
        if i < len(words) and sure:
            moved[i][0] = _rise(falls, rises, start, max(end, 0), words[i][1])
            if i:
                moved[i][0] = max(moved[i][0], moved[i - 1][1])
    return [(a, b) for a, b in moved]


def _fall(
    falls: Ints, rises: Ints, echoes: npt.NDArray[np.bool_], end: int, low: int, high: int
) -> int:
    """Where the sound ends that a word ends with, with its echo."""
    at = int(np.searchsorted(falls, end))
    before = int(np.searchsorted(rises, end, "right"))
    sounding = at < len(falls) and (before == len(rises) or falls[at] < rises[before])
    if sounding and falls[at] <= high:
        rest = echoes[(end + FADE) // STEP : falls[at] // STEP]
        if not len(rest) or rest.mean() >= _ECHO:
            return int(falls[at])
    return _nearest(falls, end, low, high)


def _rise(falls: Ints, rises: Ints, start: int, low: int, high: int) -> int:
    """Where the sound begins that a word begins with."""
    at = int(np.searchsorted(rises, start, "right")) - 1
    before = int(np.searchsorted(falls, start)) - 1
    sounding = at >= 0 and (before < 0 or rises[at] > falls[before])
    if sounding and rises[at] >= max(start - RISE, low):
        return int(rises[at])
    return _nearest(rises, start, low, high)


def _nearest(edges: Ints, time: int, low: int, high: int) -> int:
    """The edge nearest to a time and in reach of it, between ``low`` and ``high``."""
    first = int(np.searchsorted(edges, max(time - REACH, low)))
    stop = int(np.searchsorted(edges, min(time + REACH, high), "right"))
    if first >= stop:
        return time
    return int(edges[first + np.abs(edges[first:stop] - time).argmin()])


def _edges(samples: Samples, noise: Floats, speech: Floats) -> tuple[Ints, Ints]:
    """When silence begins, and when it ends, ms; from levels in dB, one every ``STEP`` ms."""
    loud = _loud(samples, noise, speech)
    for value, least in ((True, _CLICK), (False, _CLOSURE)):
        starts, stops = _runs(loud == value)
        short = (stops - starts) * _STEP < least
        loud[covered(starts[short], stops[short], len(loud))] = not value
    starts, stops = _runs(~loud)
    return starts * _STEP, stops * _STEP


def _runs(flags: npt.NDArray[np.bool_]) -> tuple[Ints, Ints]:
    edges = np.diff(np.concatenate(([0], flags.astype(np.int8), [0])))
    return np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)


def _loud(samples: Samples, noise: Floats, speech: Floats) -> npt.NDArray[np.bool_]:
    """Whether each step is nearer to speech than to noise."""
    hop = RATE * _STEP // 1000
    count = len(samples) // hop
    quiet = np.maximum(noise + _QUIET * (speech - noise), speech - _DYNAMICS)
    power = np.empty(count)
    frames = samples[: count * hop].reshape(count, hop)
    for i in range(0, count, _BLOCK):
        block = frames[i : i + _BLOCK].astype(np.float32) / 32768
        power[i : i + _BLOCK] = np.einsum("ij,ij->i", block, block)
    power = (np.pad(power, (1, 0), mode="edge")[:-1] + power) / (2 * hop)
    level = np.interp(np.arange(count) * _STEP, np.arange(len(quiet)) * 10, quiet)
    return np.asarray(10 * np.log10(power + 1e-10) >= level)
