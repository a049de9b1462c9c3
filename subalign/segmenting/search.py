"""Find the best cues and lines of a whole episode by dynamic programming.

A layout cuts the pieces into cues, and each cue into lines. Its cost is the sum over its cues
of what the breaks cost, what the shape of the lines costs, and what the time on the screen
costs. All costs are whole numbers, so the best layout is exact and the same on every machine.
A cue holds no more than ``max_lines`` lines of words, so the number of cues that may start at a
piece is limited, and the time of the search grows linearly with the episode.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from subalign.segmenting.weights import LayoutCosts
from subalign.styles import Style

if TYPE_CHECKING:
    import numpy.typing as npt

    Ints = npt.NDArray[np.int64]

NEVER = 1 << 50
"""Cost of an impossible layout: a line that is too wide, or a cue with too many speakers."""


@dataclass(frozen=True, slots=True)
class BoundaryTable:
    """An episode as arrays. With n pieces, boundary b in 0..n stands before piece b.

    All arrays have the shape (n + 1,).

    Args:
        columns: width of all pieces before a boundary with the spaces after them.
        space: columns of the space before a boundary.
        letters: characters that are read before a boundary, with spaces.
        label: columns of the speaker's label and its space, at the start of a turn, else 0.
        turns: number of changes of the speaker up to the piece after a boundary.
        sentences: number of sentences that have ended up to a boundary.
        clause_start: the last boundary up to this one where punctuation ends a clause.
        clause_end: the first boundary from this one on where punctuation ends a clause.
        start: time at which the piece after a boundary may be shown, ms; after the last piece a
            time after any recording.
        end: time at which the speech before a boundary ends, ms.
        cue_break: cost of a cue break at a boundary.
        line_break: cost of a line break at a boundary.
    """

    columns: Ints
    space: Ints
    letters: Ints
    label: Ints
    turns: Ints
    sentences: Ints
    clause_start: Ints
    clause_end: Ints
    start: Ints
    end: Ints
    cue_break: Ints
    line_break: Ints

    def __len__(self) -> int:
        return len(self.start) - 1


class Layouts:
    """Costs of the cues of one episode in one style.

    Methods take arrays of boundaries, all of one shape, and return arrays of that shape.

    Args:
        table: the episode.
        style: the limits.
        costs: what shapes and times cost.
    """

    def __init__(self, table: BoundaryTable, style: Style, costs: LayoutCosts) -> None:
        self._table, self._style, self._costs = table, style, costs

    def cue(self, i: Ints, j: Ints) -> Ints:
        """Return the cost of the cue from ``i`` to ``j`` with its best lines, or `NEVER`."""
        costs = self._costs
        label = np.where(self._changes(i, j) == 0, self._table.label[i], 0)
        missing = self._style.line_width // 2 - label - self._width(i, j)
        cost = costs.cue + np.maximum(missing, 0) * costs.short_cue_per_column
        cost = cost + self._table.cue_break[j] + self._mixture(i, j) + self._cut_clauses(i, j)
        cost = cost + self._time(i, j, label) + self._best_lines(i, j)[0]
        capped: Ints = np.minimum(cost, NEVER)
        return capped

    def lines(self, i: Ints, j: Ints) -> list[Ints]:
        """Find where each of the best lines of the cues from ``i`` to ``j`` ends.

        Returns:
            An array for each line that a cue may have; ``j`` for lines that a cue has no use for.
        """
        ends = [self._best_lines(i, j)[1]]
        for left in range(self._style.max_lines - 1, 0, -1):
            end = ends[-1].copy()
            more = np.flatnonzero(end < j)
            _, end[more] = self._split(end[more], j[more], np.zeros_like(more), left)
            ends.append(end)
        return ends

    def _width(self, i: Ints, j: Ints) -> Ints:
        columns: Ints = self._table.columns[j] - self._table.columns[i] - self._table.space[j]
        return columns

    def _changes(self, i: Ints, j: Ints) -> Ints:
        """Count the changes of the speaker inside the cues."""
        changes: Ints = self._table.turns[j - 1] - self._table.turns[i]
        return changes

    def _best_lines(self, i: Ints, j: Ints) -> tuple[Ints, Ints]:
        """Return the cost of the best lines, and where the first of them ends."""
        cost = np.full(i.shape, NEVER)
        cut = j.copy()
        changes = self._changes(i, j)
        one = np.flatnonzero(changes == 0)
        cost[one], cut[one] = self._split(
            i[one], j[one], self._table.label[i[one]], self._style.max_lines
        )
        if self._style.dashes and self._style.max_lines > 1:
            two = np.flatnonzero(changes == 1)
            cost[two], cut[two] = self._dialogue(i[two], j[two])
        return cost, cut

    def _dialogue(self, i: Ints, j: Ints) -> tuple[Ints, Ints]:
        """Do as `_best_lines` for two speakers: a line each, with a dash in front."""
        k = np.searchsorted(self._table.turns, self._table.turns[i], side="right")
        longest = np.maximum(self._width(i, k), self._width(k, j))
        fits = longest < self._style.line_width
        return np.where(fits, self._costs.shared_cue, NEVER), k

    def _split(self, i: Ints, j: Ints, label: Ints, most: int) -> tuple[Ints, Ints]:
        """Do as `_best_lines` for one speaker and up to ``most`` lines.

        Text that fits one line is never given two.
        """
        limit = self._style.line_width
        wide = label + self._width(i, j)
        cost = np.where(wide <= limit, 0, NEVER)
        cut = j.copy()
        if most == 1:
            return cost, cut
        # The space where a line ends is not shown, so it needs no room.
        over = np.flatnonzero((wide > limit) & (wide < most * (limit + 1)))
        if len(over):
            cost[over], cut[over] = self._first_line(i[over], j[over], label[over], most)
        return cost, cut

    def _first_line(self, i: Ints, j: Ints, label: Ints, most: int) -> tuple[Ints, Ints]:
        """Do as `_split` for text that is too wide for a line: try every end of the first line."""
        limit, columns = self._style.line_width, self._table.columns
        best = np.full(i.shape, NEVER)
        cut = j.copy()
        # No other line holds the rest of the text after an earlier end than this one.
        rest_room = (most - 1) * (limit + 1)
        k = np.searchsorted(columns, columns[j] - self._table.space[j] - rest_room, side="right")
        k = np.maximum(k, i + 1)
        tried: Ints = np.arange(len(i))
        while True:
            first = label + self._width(i, k)
            fits = np.flatnonzero((k < j) & (first <= limit))
            if not len(fits):
                return best, cut
            i, j, k, label, first, tried = (a[fits] for a in (i, j, k, label, first, tried))
            rest, _ = self._split(k, j, np.zeros_like(k), most - 1)
            words_alone = (k - i == 1).astype(np.int64) + (j - k == 1)
            cost = self._costs.line + self._table.line_break[k] + rest + self._shape(first, k, j)
            cost = cost + self._costs.one_word_line * words_alone
            better = np.flatnonzero(cost < best[tried])
            best[tried[better]], cut[tried[better]] = cost[better], k[better]
            k = k + 1

    def _shape(self, first: Ints, k: Ints, j: Ints) -> Ints:
        """Return the cost of lines that are short, and of a first line unlike the rest."""
        limit, costs = self._style.line_width, self._costs
        rest = self._width(k, j)
        rest = rest // (rest // (limit + 1) + 1)
        shorter, differ = np.minimum(first, rest), np.abs(first - rest)
        cost: Ints = np.maximum(limit // 3 - shorter, 0) * costs.short_line_per_column
        cost += np.maximum(differ - limit // 10, 0) * costs.uneven_per_column
        cost += np.maximum(differ - limit // 3, 0) * costs.very_uneven_per_column
        return cost

    def _mixture(self, i: Ints, j: Ints) -> Ints:
        """Return the cost of parts of several sentences in one cue."""
        ended = self._table.sentences
        several = ended[j - 1] > ended[i]
        starts_inside = (i > 0) & (ended[i] == ended[np.maximum(i - 1, 0)])
        ends_inside = ended[j] == ended[j - 1]
        inside = starts_inside.astype(np.int64) + ends_inside
        cost: Ints = several * inside * self._costs.mixed_sentences
        return cost

    def _cut_clauses(self, i: Ints, j: Ints) -> Ints:
        """Return the cost of a start with the rest of a clause, or an end with the start of one."""
        begun, ended = self._table.clause_start, self._table.clause_end
        rest = (begun[i] < i) & (ended[i] < j)
        rest &= self._width(i, ended[i]) <= self._style.line_width // 2
        opened = (begun[j] < j) & (begun[j] > i)
        cost: Ints = (rest.astype(np.int64) + opened) * self._costs.cut_clause
        return cost

    def _time(self, i: Ints, j: Ints, label: Ints) -> Ints:
        """Return the cost of a time that breaks limits, or is too short to read in."""
        table, style, costs = self._table, self._style, self._costs
        start, speech_end = table.start[i], table.end[j]
        latest = table.start[j] - style.min_gap
        earliest = np.where(table.start[j] - speech_end < style.chain, latest, speech_end)
        broken_ms = np.maximum(start + style.min_duration - latest, 0)
        broken_ms += np.maximum(earliest - start - style.max_duration, 0)
        shown = np.maximum(speech_end + style.linger - start, style.min_duration)
        shown = np.minimum(np.minimum(shown, latest - start), style.max_duration)
        letters = table.letters[j] - table.letters[i] - table.space[j] + label
        late_ms = np.maximum((letters * 1000 / style.max_cps).astype(np.int64) - shown, 0)
        cost: Ints = (broken_ms > 0) * costs.broken_limit + broken_ms * costs.broken_limit_per_ms
        cost += late_ms * costs.too_fast_per_100_ms // 100
        return cost


def best_layout(table: BoundaryTable, style: Style, costs: LayoutCosts) -> list[list[int]]:
    """Find the cheapest layout.

    Returns:
        For each cue the boundary where it starts, and those where its lines end.
    """
    if not len(table):
        return []
    layouts = Layouts(table, style, costs)
    bounds = _best_cues(layouts, table, style)
    starts, ends = np.array(bounds[:-1]), np.array(bounds[1:])
    columns = [starts, *layouts.lines(starts, ends)]
    return [sorted(set(row)) for row in zip(*(c.tolist() for c in columns), strict=True)]


def _best_cues(layouts: Layouts, table: BoundaryTable, style: Style) -> list[int]:
    """Find the boundaries between the cues of the cheapest layout, with both ends."""
    best = np.full(len(table) + 1, NEVER)
    best[0] = 0
    came_from = [0]
    for first, costs in _costs_by_end(layouts, table, style):
        for end, row in enumerate(costs, first):
            start = max(0, end - len(row))
            ways = best[start:end] + row[start - end :]
            cheapest = int(ways.argmin())
            best[end] = ways[cheapest]
            came_from.append(start + cheapest)
    bounds = [len(table)]
    while bounds[-1]:
        bounds.append(came_from[bounds[-1]])
    return bounds[::-1]


def _costs_by_end(
    layouts: Layouts, table: BoundaryTable, style: Style, chunk: int = 8192
) -> Iterator[tuple[int, Ints]]:
    """Yield the costs of all cues, by the boundaries where they end.

    Args:
        layouts: the costs.
        table: the episode.
        style: the limits.
        chunk: ends that are looked at together: enough to make NumPy's overhead small, and few
            enough to need little memory.

    Yields:
        The first end, and an array of the shape (ends, most pieces of a cue): in each row the
        costs of the cues that end there, the longest cue first.
    """
    for first in range(1, len(table) + 1, chunk):
        ends = np.arange(first, min(first + chunk, len(table) + 1))
        room = style.max_lines * (style.line_width + 1)
        most = ends - np.searchsorted(table.columns, table.columns[ends] - room)
        costs = np.full((len(ends), int(most.max())), NEVER)
        for pieces in range(1, costs.shape[1] + 1):
            rows = np.flatnonzero(pieces <= most)
            costs[rows, -pieces] = layouts.cue(ends[rows] - pieces, ends[rows])
        yield first, costs
