"""Division of a cue that holds too much into several, each with a part of the words and time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from math import ceil

from subalign.checking.base import ends_sentence
from subalign.measure import length
from subalign.model import Alignment, Break, Cue, Word
from subalign.segmenting import break_lines, segment, unbroken
from subalign.styles import Style
from subalign.transcript.words import find_words


def split(cue: Cue, latest: int, style: Style, language: str = "") -> tuple[Cue, ...]:
    """Divide a cue into the several that its words need.

    The words share its time by their characters, because nothing tells when each is said. A cue
    whose time is too short for several stays on until they can be seen, where there is room.

    Args:
        cue: its lines hold the words.
        latest: when the last part has to be gone, ms.
        style: the limits.
        language: BCP 47 code, for where a cue may end.

    Returns:
        Two cues or more that keep the limits of lines, with the same words; the first has the
        start of ``cue``. Nothing where a word would have to be cut, or where a part would be
        gone before ``min_duration``.
    """
    own = min(cue.end, latest)
    readable = cue.start + ceil(length(cue.text) * 1000 / style.max_cps)
    for end in (own, min(max(own, readable), latest)):
        parts = _shared(cue, end, style, language)
        lasting = all(part.duration >= style.min_duration for part in parts)
        same = unbroken([line for part in parts for line in part.lines]) == unbroken(cue.lines)
        if len(parts) > 1 and lasting and same:
            return parts
    return ()


def _shared(cue: Cue, end: int, style: Style, language: str) -> tuple[Cue, ...]:
    """Return the cues that the words of ``cue`` make until ``end``, ms, if any."""
    words = _timed(unbroken(cue.lines), cue.start, end)
    if not words or end <= cue.start:
        return ()
    made = _joined(segment(Alignment(tuple(words), language, end), style), style, language)
    starts = [cue.start, *(part.start for part in made[1:])]
    ends = [*(start - style.min_gap for start in starts[1:]), end]
    return tuple(
        replace(cue, start=a, end=b, lines=part.lines)
        for part, a, b in zip(made, starts, ends, strict=True)
    )


def _joined(parts: Sequence[Cue], style: Style, language: str) -> list[Cue]:
    """Join the parts that fit into one cue: a cue is split no further than it must be."""
    made = list(parts[:1])
    for part in parts[1:]:
        lines = break_lines([unbroken([*made[-1].lines, *part.lines])], "", language, style)
        if lines and part.end - made[-1].start <= style.max_duration:
            made[-1] = replace(made[-1], end=part.end, lines=lines)
        else:
            made.append(part)
    return made


def _timed(text: str, start: int, end: int) -> Sequence[Word]:
    """Return the words of ``text``, each for the share of the time that its characters have."""
    at = [word.start for word in find_words(text, 0, len(text))]
    parts = [text[a:b] for a, b in pairwise([*at, len(text)])]
    said = list(accumulate(map(length, parts), initial=0))
    times = [start + (end - start) * n // max(1, said[-1]) for n in said]
    return [
        Word(
            part.rstrip(),
            a,
            b,
            guessed=True,
            ends=Break.SENTENCE if ends_sentence(part.rstrip()) else Break.NONE,
            after=" " if part[-1:].isspace() else "",
        )
        for part, (a, b) in zip(parts, pairwise(times), strict=True)
    ]
