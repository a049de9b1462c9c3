"""Split a cue with too much text into several cues, which share its words and its time."""

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
    """Split a cue into as many cues as its words need.

    The words share the time of the cue by their characters, because nothing tells when each word
    is spoken. Where the time is too short for several cues and there is room, the last one stays
    until the text can be read.

    Args:
        cue: the cue.
        latest: latest end of the last part, ms.
        style: the limits.
        language: BCP 47 code; it tells the words on which no cue should end.

    Returns:
        Two cues or more that keep the limits of lines, with the same words; the first starts with
        ``cue``. Nothing where a word would have to be cut, or where a part would be shorter than
        ``min_duration``.

    >>> from subalign.styles import find_style
    >>> long = Cue(0, 4000, ("We came home late. Nobody had waited.", "We went to bed."))
    >>> [(part.start, part.lines) for part in split(long, 9000, find_style("vertical"))]
    [(0, ('We came home late.', 'Nobody had waited.')), (2867, ('We went to bed.',))]
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
    """Make cues of the words of a cue, in the time up to ``end``, ms; nothing if that fails."""
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
    """Join parts that fit into one cue: a cue is split no further than it must be."""
    made = list(parts[:1])
    for part in parts[1:]:
        lines = break_lines([unbroken([*made[-1].lines, *part.lines])], "", language, style)
        if lines and part.end - made[-1].start <= style.max_duration:
            made[-1] = replace(made[-1], end=part.end, lines=lines)
        else:
            made.append(part)
    return made


def _timed(text: str, start: int, end: int) -> Sequence[Word]:
    """Divide a text into words, which share the time by their characters."""
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
