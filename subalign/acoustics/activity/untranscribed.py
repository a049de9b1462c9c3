"""Sound that no word of the transcript covers: music, announcements, what was left out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise


def find_untranscribed(
    segments: Sequence[tuple[int, int]],
    covered: Iterable[tuple[int, int]],
    duration: int,
    *,
    min_sound_ms: int = 1500,
) -> tuple[tuple[int, int], ...]:
    """Find the stretches that no word covers and that hold much sound.

    Args:
        segments: starts and ends of the sound of a recording, ms; in order, without overlap, as
            `sounding_segments` gives them.
        covered: starts and ends of all words, ms, shown or not; a sound label such as
            ``[music]`` covers what it stands for.
        duration: of the recording, ms.
        min_sound_ms: least sound of a stretch. Less between two words is a breath, a laugh or a
            drawn-out word.

    Returns:
        Starts and ends in ms, from the first to the last sound of each stretch.

    >>> find_untranscribed([(0, 4000), (4500, 9000)], [(5000, 8900)], 9000)
    ((0, 5000),)
    """
    words = sorted((start, end) for start, end in covered if end > start)
    starts, ends = [start for start, _ in segments], [end for _, end in segments]
    found = []
    for (_, low), (high, _) in pairwise([(0, 0), *words, (duration, duration)]):
        if high - low < min_sound_ms:
            continue
        inside = slice(bisect_right(ends, low), bisect_left(starts, high))
        sounds = [(max(start, low), min(end, high)) for start, end in segments[inside]]
        if sum(end - start for start, end in sounds) >= min_sound_ms:
            found.append((sounds[0][0], sounds[-1][1]))
    return tuple(found)
