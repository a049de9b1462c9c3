"""Decides which words share a caption, and which a line.

All breaks of an episode are chosen together: `reading` knows what the text around each boundary
is, `evidence` how much it asks for a break, `weights` how much that counts beside the shape of
the lines and the time to read them, and `search` finds the one best layout within the limits of
the style.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from math import ceil
from typing import TYPE_CHECKING

import numpy as np

from subalign.grammar.lexicon import lexicon
from subalign.measure import length, width
from subalign.model import Alignment, Break, Cue, Stamped, Word
from subalign.segmenting.evidence import pulls
from subalign.segmenting.pieces import Piece, label_of, pieces, writes_none
from subalign.segmenting.reading import Mark, Reading
from subalign.segmenting.search import Layouts, Track, best_layout
from subalign.styles import Style
from subalign.times import SLACK, exact_rate
from subalign.transcript.words import DraftToken, find_words

if TYPE_CHECKING:
    from subalign.segmenting.search import Ints

_DASH = "-"
"""In front of each of two speakers: a hyphen without a space (Netflix, English)."""
_FAR = 1 << 40
"""A time after any recording, ms."""


def segment(alignment: Alignment, style: Style) -> tuple[Cue, ...]:
    """Put the words of an episode into cues and lines.

    Every shown word stands in one cue, in order. No line is wider and no cue has more lines
    than ``style`` allows; a word wider than a line is cut, with a hyphen inside a plain word.
    A cue keeps the style's durations wherever some layout can. Speakers share a cue only where
    the style has dashes and a cue would otherwise be too short.

    Args:
        alignment: words with their times. The language chooses the lists of function words.
        style: the limits.

    Returns:
        Cues in order. Each lasts from the start of its first word to the end of its last;
        `subalign.timing.retime` decides when it comes and goes.
    """
    parts = pieces(alignment.words, style, alignment.language)
    if not parts:
        return ()
    track = _track(parts, alignment.language, style)
    return tuple(_cue(parts, bounds, track, style) for bounds in best_layout(track, style))


def break_lines(lines: Sequence[str], label: str, language: str, style: Style) -> tuple[str, ...]:
    """The best lines for the words of one cue, which stay as they are.

    Args:
        lines: its lines.
        label: what stands in front of the first line.
        language: BCP 47 code.
        style: the limits.

    Returns:
        The same words in new lines; nothing where no lines of the style hold them whole.
    """
    text = unbroken(lines)
    found = list(find_words(text, 0, len(text)))
    words = [
        Word(text[a.start : b.start].rstrip(), 0, 0, ends=_ends(text[a.start : a.end]), after=after)
        for a, b in pairwise([*found, DraftToken(len(text), len(text), "", "")])
        for after in [" " if text[a.end : b.start] else ""]
    ]
    parts = pieces(words, style, language)
    if not parts:
        return ()
    room = _ints([width(f"{label} ".lstrip()), *[0] * len(parts)])
    track = replace(_track(parts, language, style), label=room)
    ends = Layouts(track, style).lines(_ints([0]), _ints([len(parts)]))
    bounds = sorted({0, *(int(end[0]) for end in ends)})
    made = tuple(_line(parts[a:b]) for a, b in pairwise(bounds))
    widths = [width(f"{label} {made[0]}".lstrip()), *map(width, made[1:])]
    legal = len(made) <= style.max_lines and max(widths) <= style.line_width
    return made if legal and unbroken(made) == text else ()


def unbroken(lines: Sequence[str]) -> str:
    """Lines as one, with a space where the script writes one."""
    text = ""
    for line in filter(None, lines):
        space = " " if text and not (writes_none(text[-1]) and writes_none(line[0])) else ""
        text += space + line
    return text


def _ends(word: str) -> Break:
    ends = word.rstrip("\"'”’»)]」』）").endswith((".", "!", "?", "…", "。", "！", "？"))
    return Break.SENTENCE if ends else Break.NONE


def _track(parts: Sequence[Piece], language: str, style: Style) -> Track:
    reading = Reading(parts, lexicon(language), style)
    saved = pulls(reading)
    speakers = [part.speaker for part in parts]
    changes = [before != after for before, after in pairwise(["", *speakers])]
    turns = list(accumulate(changes))
    labels = [
        width(f"{label_of(speaker, style)} ".lstrip()) if changed else 0
        for speaker, changed in zip(speakers, changes, strict=True)
    ]
    ends = _ints([0, *(b for b, mark in enumerate(reading.marks) if mark is not Mark.NONE)])
    bounds = np.arange(len(parts) + 1)
    return Track(
        columns=_sums(parts, lambda p: max(1, width(p.text + p.hyphen)) + len(p.after)),
        space=_ints([0, *(len(part.after) for part in parts)]),
        letters=_sums(parts, lambda p: length(p.text + p.after)),
        label=_ints([*labels, 0]),
        turns=_ints([*turns, turns[-1] + 1 if turns else 0]),
        sentences=_ints(accumulate(mark is Mark.SENTENCE for mark in reading.marks)),
        clause_start=ends[np.searchsorted(ends, bounds, side="right") - 1],
        clause_end=ends[np.searchsorted(ends, bounds)],
        start=_ints([*(_shown_from(part.start, style) for part in parts), _FAR]),
        end=_ints([0, *(part.end for part in parts)]),
        cue_break=_ints([-pull.cue for pull in saved]),
        line_break=_ints([-pull.line for pull in saved]),
    )


def _shown_from(start: int, style: Style) -> int:
    """The first frame that is not before ``start``, ms."""
    if not style.fps:
        return start
    rate = exact_rate(style.fps) / 1000
    return round(ceil(start * rate - SLACK) / rate)


def _ints(values: Iterable[int]) -> Ints:
    return np.array(list(values), dtype=np.int64)


def _sums(parts: Sequence[Piece], measured: Callable[[Piece], int]) -> Ints:
    return _ints(accumulate(map(measured, parts), initial=0))


def _cue(parts: Sequence[Piece], bounds: Sequence[int], track: Track, style: Style) -> Cue:
    first, last = parts[bounds[0]], parts[bounds[-1] - 1]
    lines = tuple(_line(parts[a:b]) for a, b in pairwise(bounds))
    if first.speaker != last.speaker:
        return Cue(first.start, last.end, tuple(_DASH + line for line in lines))
    label = label_of(first.speaker, style) if track.label[bounds[0]] else ""
    words = tuple(_stamped(parts[a:b]) for a, b in pairwise(bounds)) if style.word_times else ()
    return Cue(first.start, last.end, lines, first.speaker, label, words)


def _stamped(parts: Sequence[Piece]) -> tuple[Stamped, ...]:
    last = parts[-1]
    ends = Stamped(last.start, last.text.rstrip() + last.hyphen)
    return (*(Stamped(part.start, part.text + part.after) for part in parts[:-1]), ends)


def _line(parts: Sequence[Piece]) -> str:
    return "".join(part.text + part.after for part in parts).rstrip() + parts[-1].hyphen
