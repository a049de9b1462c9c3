"""Decide which words share a caption, and which share a line.

All breaks of an episode are chosen together. `analysis` describes the text around each
boundary between two words, `scoring` says how good a break there is, and `search` finds the best
layout within the limits of the style. `weights` has the points for each feature of the text, of the
shape of the lines and of the time to read them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

import numpy as np

from subalign.grammar import find_grammar
from subalign.measure import length, width
from subalign.model import Alignment, Break, Cue, Stamped, Word
from subalign.segmenting.analysis import Mark, TextAnalysis
from subalign.segmenting.pieces import Piece, is_unspaced, label_of, split_pieces
from subalign.segmenting.scoring import score_breaks
from subalign.segmenting.search import BoundaryTable, Layouts, best_layout
from subalign.segmenting.weights import BreakWeights, LayoutCosts
from subalign.styles import Style
from subalign.text.punctuation import ends_sentence
from subalign.times import frame_rate
from subalign.transcript.words import DraftToken, find_words

if TYPE_CHECKING:
    from subalign.segmenting.search import Ints


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
        Cues in order. Each lasts from the start of its first word to the end of its last word,
        in ms; `subalign.timing.schedule` decides when it comes and goes.

    >>> from subalign.styles import find_style
    >>> words = [Word(text, 400 * i, 400 * i + 300) for i, text in enumerate("Here I am.".split())]
    >>> [(cue.start, cue.end, cue.lines) for cue in segment(Alignment(tuple(words), "en", 2000),
    ...                                                     find_style("netflix"))]
    [(0, 1100, ('Here I am.',))]
    """
    parts = split_pieces(alignment.words, style, alignment.language)
    if not parts:
        return ()
    table = _tabulate(parts, alignment.language, style, BreakWeights())
    layout = best_layout(table, style, LayoutCosts())
    return tuple(_cue(parts, bounds, table, style) for bounds in layout)


def break_lines(lines: Sequence[str], label: str, language: str, style: Style) -> tuple[str, ...]:
    """Find the best lines for the words of one cue.

    Args:
        lines: the lines of the cue.
        label: the speaker's label before the first line.
        language: BCP 47 code.
        style: the limits.

    Returns:
        The same words in new lines; nothing where no lines of the style hold all words whole.
    """
    text = unbroken(lines)
    found = list(find_words(text, 0, len(text)))
    words = [
        Word(text[a.start : b.start].rstrip(), 0, 0, ends=_ends(text[a.start : a.end]), after=after)
        for a, b in pairwise([*found, DraftToken(len(text), len(text), "", "")])
        for after in [" " if text[a.end : b.start] else ""]
    ]
    parts = split_pieces(words, style, language)
    if not parts:
        return ()
    room = _ints([width(f"{label} ".lstrip()), *[0] * len(parts)])
    table = replace(_tabulate(parts, language, style, BreakWeights()), label=room)
    ends = Layouts(table, style, LayoutCosts()).lines(_ints([0]), _ints([len(parts)]))
    bounds = sorted({0, *(int(end[0]) for end in ends)})
    made = tuple(_line(parts[a:b]) for a, b in pairwise(bounds))
    widths = [width(f"{label} {made[0]}".lstrip()), *map(width, made[1:])]
    legal = len(made) <= style.max_lines and max(widths) <= style.line_width
    return made if legal and unbroken(made) == text else ()


def unbroken(lines: Sequence[str]) -> str:
    """Join lines to one, with a space where the script writes one.

    >>> unbroken(["Here", "I am."]), unbroken(["猫が", "好き"])
    ('Here I am.', '猫が好き')
    """
    text = ""
    for line in filter(None, lines):
        space = " " if text and not (is_unspaced(text[-1]) and is_unspaced(line[0])) else ""
        text += space + line
    return text


def _ends(word: str) -> Break:
    return Break.SENTENCE if ends_sentence(word) else Break.NONE


def _tabulate(
    parts: Sequence[Piece], language: str, style: Style, weights: BreakWeights
) -> BoundaryTable:
    text = TextAnalysis(parts, find_grammar(language), style, weights)
    scores = score_breaks(text, weights)
    speakers = [part.speaker for part in parts]
    changes = [before != after for before, after in pairwise(["", *speakers])]
    turns = list(accumulate(changes))
    labels = [
        width(f"{label_of(speaker, style)} ".lstrip()) if changed else 0
        for speaker, changed in zip(speakers, changes, strict=True)
    ]
    clause_ends = _ints([0, *(b for b, mark in enumerate(text.marks) if mark is not Mark.NONE)])
    bounds = np.arange(len(parts) + 1)
    after_recording_ms = 1 << 40
    return BoundaryTable(
        columns=_sums(
            [
                max(1, columns + len(part.hyphen)) + len(part.after)
                for columns, part in zip(text.widths, parts, strict=True)
            ]
        ),
        space=_ints([0, *(len(part.after) for part in parts)]),
        letters=_sums([length(part.text) + len(part.after) for part in parts]),
        label=_ints([*labels, 0]),
        turns=_ints([*turns, turns[-1] + 1]),
        sentences=_ints(accumulate(mark is Mark.SENTENCE for mark in text.marks)),
        clause_start=clause_ends[np.searchsorted(clause_ends, bounds, side="right") - 1],
        clause_end=clause_ends[np.searchsorted(clause_ends, bounds)],
        start=_ints([*_shown_from([part.start for part in parts], style), after_recording_ms]),
        end=_ints([0, *(part.end for part in parts)]),
        cue_break=_ints([-score.cue for score in scores]),
        line_break=_ints([-score.line for score in scores]),
    )


def _shown_from(starts_ms: Sequence[int], style: Style) -> Sequence[int]:
    """Return the times at which words may be shown: with the next frame where there are frames."""
    if not style.fps:
        return starts_ms
    rate = frame_rate(style.fps)
    return [rate.time(rate.first_from(start)) for start in starts_ms]


def _ints(values: Iterable[int]) -> Ints:
    return np.array(list(values), dtype=np.int64)


def _sums(values: Iterable[int]) -> Ints:
    return _ints(accumulate(values, initial=0))


def _cue(parts: Sequence[Piece], bounds: Sequence[int], table: BoundaryTable, style: Style) -> Cue:
    first, last = parts[bounds[0]], parts[bounds[-1] - 1]
    lines = tuple(_line(parts[a:b]) for a, b in pairwise(bounds))
    if first.speaker != last.speaker:
        # A hyphen without a space stands before each of two speakers (Netflix, English).
        return Cue(first.start, last.end, tuple(f"-{line}" for line in lines))
    label = label_of(first.speaker, style) if table.label[bounds[0]] else ""
    words = tuple(_stamped(parts[a:b]) for a, b in pairwise(bounds)) if style.word_times else ()
    return Cue(first.start, last.end, lines, first.speaker, label, words)


def _stamped(parts: Sequence[Piece]) -> tuple[Stamped, ...]:
    last = parts[-1]
    ends = Stamped(last.start, last.text.rstrip() + last.hyphen)
    return (*(Stamped(part.start, part.text + part.after) for part in parts[:-1]), ends)


def _line(parts: Sequence[Piece]) -> str:
    return "".join(part.text + part.after for part in parts).rstrip() + parts[-1].hyphen
