"""The layout that `segment` finds costs no more than any other, by an independent search."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations, count, pairwise

from hypothesis import given
from hypothesis import strategies as st

from subalign.grammar import find_grammar
from subalign.measure import length, width
from subalign.model import Alignment, Break, Cue, Word
from subalign.segmenting import segment
from subalign.segmenting.analysis import Mark, TextAnalysis
from subalign.segmenting.pieces import Piece, label_of, split_pieces
from subalign.segmenting.scoring import score_breaks
from subalign.segmenting.weights import BreakWeights, LayoutCosts
from subalign.styles import STYLES, Style, on_frames

Layout = tuple[tuple[int, ...], ...]
"""Of each cue, the boundaries where it starts and where its lines end."""


class Referee:
    """The cost of a layout, counted cue by cue and word by word."""

    def __init__(self, alignment: Alignment, style: Style) -> None:
        self.style = style
        self.parts = split_pieces(alignment.words, style)
        weights, self.costs = BreakWeights(), LayoutCosts()
        reading = TextAnalysis(self.parts, find_grammar(alignment.language), style, weights)
        self.scores = score_breaks(reading, weights)
        self.ends = [b for b, mark in enumerate(reading.marks) if mark is not Mark.NONE]
        self.stops = [b for b, mark in enumerate(reading.marks) if mark is Mark.SENTENCE]

    def layout(self, cues: Sequence[Cue]) -> Layout:
        """The boundaries of cues, found by reading their lines piece by piece."""
        at, found = 0, []
        for cue in cues:
            bounds = [at]
            for line in cue.lines:
                rest = line.removeprefix("-")
                while rest.rstrip():
                    part = self.parts[at]
                    assert rest.startswith(part.text)
                    rest = rest.removeprefix(part.text).removeprefix(part.after)
                    at += 1
                    if part.hyphen and rest == part.hyphen:
                        rest = ""
                bounds.append(at)
            found.append(tuple(bounds))
        assert at == len(self.parts)
        return tuple(found)

    def total(self, layout: Layout) -> float:
        return sum(self.cue(bounds) for bounds in layout)

    def best(self) -> float:
        """The least cost of all layouts, by trying each of them."""
        n = len(self.parts)

        @cache
        def cheapest(i: int, j: int) -> float:
            return min(
                self.cue((i, *cuts, j))
                for lines in range(self.style.max_lines)
                for cuts in combinations(range(i + 1, j), lines)
            )

        return min(
            sum(cheapest(i, j) for i, j in pairwise((0, *inner, n)))
            for cuts in range(n)
            for inner in combinations(range(1, n), cuts)
        )

    def cue(self, bounds: tuple[int, ...]) -> float:
        i, j = bounds[0], bounds[-1]
        own = self.parts[i:j]
        changes = [k for k in range(i + 1, j) if self.changed(k)]
        label = "" if changes or not self.changed(i) else label_of(own[0].speaker, self.style)
        prefix = f"{label} " if label else ""
        shape = self.dialogue(bounds, changes) if changes else self.lines(bounds, prefix)
        columns = width(prefix) + self.columns(i, j)
        short = max(0, self.style.line_width // 2 - columns) * self.costs.short_cue_per_column
        mixed = 0
        if any(i < stop < j for stop in self.stops):
            mixed = self.costs.mixed_sentences * (
                (i not in [0, *self.stops]) + (j not in self.stops)
            )
        cost = self.costs.cue + short + mixed + self.cut_clauses(i, j) - self.scores[j].cue
        return cost + shape + self.time(i, j, prefix)

    def cut_clauses(self, i: int, j: int) -> float:
        inner = [end for end in self.ends if i < end < j]
        if not inner:
            return 0
        rest = i not in [0, *self.ends] and self.columns(i, inner[0]) <= self.style.line_width // 2
        return self.costs.cut_clause * (rest + (j not in self.ends))

    def changed(self, k: int) -> bool:
        return self.parts[k].speaker != (self.parts[k - 1].speaker if k else "")

    def columns(self, i: int, j: int) -> int:
        return sum(max(1, width(p.text + p.hyphen)) + len(p.after) for p in self.parts[i:j]) - len(
            self.parts[j - 1].after
        )

    def dialogue(self, bounds: tuple[int, ...], changes: list[int]) -> float:
        fits = all(self.columns(a, b) < self.style.line_width for a, b in pairwise(bounds))
        if self.style.dashes and fits and list(bounds[1:-1]) == changes and len(changes) == 1:
            return self.costs.shared_cue
        return float("inf")

    def lines(self, bounds: tuple[int, ...], prefix: str = "") -> float:
        """Cost of lines, the first with a prefix: the first, and then the rest."""
        limit = self.style.line_width
        i, j = bounds[0], bounds[-1]
        whole = width(prefix) + self.columns(i, j)
        if len(bounds) == 2:
            return 0 if whole <= limit else float("inf")
        k = bounds[1]
        first, rest = width(prefix) + self.columns(i, k), self.columns(k, j)
        if whole <= limit or first > limit:
            return float("inf")
        rest //= rest // (limit + 1) + 1
        uneven = abs(first - rest)
        return (
            self.costs.line
            - self.scores[k].line
            + self.costs.one_word_line * ((k - i == 1) + (j - k == 1))
            + max(0, limit // 3 - min(first, rest)) * self.costs.short_line_per_column
            + max(0, uneven - limit // 10) * self.costs.uneven_per_column
            + max(0, uneven - limit // 3) * self.costs.very_uneven_per_column
            + self.lines(bounds[1:])
        )

    def time(self, i: int, j: int, prefix: str) -> float:
        style, own = self.style, self.parts[i:j]
        start, voice = self.comes(own[0]), own[-1].end
        following = self.comes(self.parts[j]) if j < len(self.parts) else float("inf")
        free = following - style.min_gap - start
        stays = free if following - voice < style.chain else voice - start
        broken = max(0, style.min_duration - free) + max(0, stays - style.max_duration)
        shown = min(free, max(voice + style.linger - start, style.min_duration), style.max_duration)
        text = "".join(p.text + p.after for p in own)
        text = prefix + text[: len(text) - len(own[-1].after)]
        late = max(0, int(length(text) * 1000 / style.max_cps) - shown)
        illegal = self.costs.broken_limit + broken * self.costs.broken_limit_per_ms if broken else 0
        return illegal + late * self.costs.too_fast_per_100_ms // 100

    def comes(self, part: Piece) -> float:
        """When it is shown at the earliest: with its voice, or with the next frame."""
        if not self.style.fps:
            return part.start
        frames = (n * 1000 / self.style.fps for n in count(int(part.start * self.style.fps / 1000)))
        return next(round(at) for at in frames if at > part.start - 0.1 * 1000 / self.style.fps)


VOCABULARY = (
    "the a of and because I it's very Dr. Anna Grove 15 percent (well) [music] \u2014 no "
    "extraordinarily incomprehensibilities; stop. So, what? \u201cyes\u201d to want not in"
    " these very, and, when took public"
).split()


@st.composite
def alignments(draw: st.DrawFn, most: int) -> Alignment:
    """A few words at any pace, with pauses, overlaps and several speakers."""
    words, at, speaker = [], 0, draw(st.sampled_from(["", "A", "Bo"]))
    for _ in range(draw(st.integers(1, most))):
        text = draw(st.sampled_from(VOCABULARY))
        lasts = draw(st.sampled_from([0, 60, 200, 400, 900, 9000]))
        ends = Break.SENTENCE if text[-1] in ".?" else Break.NONE
        if draw(st.integers(0, 5)) == 0:
            speaker = draw(st.sampled_from(["A", "Bo"]))
        words.append(Word(text, at, at + lasts, ends=ends, speaker=speaker))
        at += max(0, lasts + draw(st.sampled_from([-100, 0, 0, 0, 150, 600, 2500])))
    return Alignment(tuple(words), "en", at + 100)


def styles() -> Iterator[Style]:
    for width_, lines, dashes in (12, 2, True), (21, 2, False), (16, 3, True), (24, 1, False):
        yield replace(STYLES["netflix"], line_width=width_, max_lines=lines, dashes=dashes)
    yield replace(STYLES["bbc"], line_width=15, max_duration=2000)
    yield replace(on_frames(STYLES["netflix"], 25), line_width=18)


@given(alignments(12), st.sampled_from(list(styles())))
def test_no_layout_costs_less(alignment: Alignment, style: Style) -> None:
    referee = Referee(alignment, style)
    cues = segment(alignment, style)
    if len(referee.parts) <= 14:
        assert referee.total(referee.layout(cues)) == referee.best()


def test_the_referee_tells_layouts_apart() -> None:
    """Were all layouts equal to it, the test above would prove nothing."""
    texts = "He left the house because it rained and nobody came.".split()
    words = tuple(Word(text, 400 * i, 400 * i + 380) for i, text in enumerate(texts))
    referee = Referee(Alignment(words, "en", 5000), replace(STYLES["netflix"], line_width=24))
    costs = [referee.total(((0, 4, 7), (7, 10))), referee.total(((0, 3, 7), (7, 10)))]
    assert costs[0] < costs[1] < float("inf")
    assert referee.total(((0, 10),)) == float("inf")


def test_pieces_are_the_words_where_all_words_fit() -> None:
    words = tuple(Word(text, 0, 0) for text in VOCABULARY if text != "\u2014")
    made = split_pieces(words, STYLES["netflix"])
    assert [part.text for part in made] == [word.text for word in words]
    assert all(isinstance(part, Piece) and part.hyphen == "" for part in made)
