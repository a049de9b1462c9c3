"""The best cues and lines of a whole episode, by one dynamic programme.

A layout cuts the pieces into cues, and each cue into lines. Its cost is the sum over its cues
of what the breaks cost, what the shape of the lines costs, and what the time on screen costs.
All costs are whole numbers, so the best layout is exact and the same on every machine. From
each piece the programme looks at every cue that may start there, and a cue holds no more than
``max_lines`` lines of words; so its time grows linearly with the episode.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from subalign.segmenting import weights as w
from subalign.styles import Style

if TYPE_CHECKING:
    import numpy.typing as npt

    Ints = npt.NDArray[np.int64]

NEVER = 1 << 50
"""Cost of what cannot be: a line that is too wide, a cue with too many speakers."""
_CHUNK = 8192
"""Starts that are looked at together: enough to spare NumPy's overhead, few enough for memory."""


@dataclass(frozen=True, slots=True)
class Track:
    """An episode as arrays. With n pieces, boundary b in 0..n stands before piece b.

    All arrays have the shape (n + 1,).

    Args:
        columns: width of all pieces before a boundary with the spaces after them.
        space: columns of the space before a boundary.
        letters: characters that are read before a boundary, with spaces.
        label: columns of the speaker's label and its space, at the start of a turn, else 0.
        turns: how often the speaker has changed up to a piece.
        sentences: how many sentences have ended up to a boundary.
        clause_start: the last boundary up to this one where punctuation ends a clause.
        clause_end: the first boundary from this one on where it does.
        start: when the piece after a boundary begins, ms; after the last a time far off.
        end: when the voice ends before a boundary, ms.
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
    """What the cues of one episode cost in one style.

    Methods take arrays of boundaries, all of one shape, and give arrays of that shape.
    """

    def __init__(self, track: Track, style: Style) -> None:
        self._track, self._style = track, style

    def cue(self, i: Ints, j: Ints) -> Ints:
        """Cost of the cue from ``i`` to ``j`` with its best lines; NEVER where none is legal."""
        label = np.where(self._changes(i, j) == 0, self._track.label[i], 0)
        missing = self._style.line_width // 2 - label - self._width(i, j)
        cost = w.CUE + np.maximum(missing, 0) * w.SHORT_CUE + self._track.cue_break[j]
        cost = cost + self._mixture(i, j) + self._cut_clauses(i, j)
        cost = cost + self._time(i, j, label) + self._best_lines(i, j)[0]
        return np.minimum(cost, NEVER)

    def lines(self, i: Ints, j: Ints) -> list[Ints]:
        """Where each of the best lines of the cues from ``i`` to ``j`` ends.

        Returns:
            An array for each line that a cue may have; what a cue needs no line for is at ``j``.
        """
        ends = [self._best_lines(i, j)[1]]
        for left in range(self._style.max_lines - 1, 0, -1):
            end = ends[-1].copy()
            more = np.flatnonzero(end < j)
            _, end[more] = self._split(end[more], j[more], np.zeros_like(more), left)
            ends.append(end)
        return ends

    def _width(self, i: Ints, j: Ints) -> Ints:
        columns: Ints = self._track.columns[j] - self._track.columns[i] - self._track.space[j]
        return columns

    def _changes(self, i: Ints, j: Ints) -> Ints:
        changes: Ints = self._track.turns[j - 1] - self._track.turns[i]
        return changes

    def _best_lines(self, i: Ints, j: Ints) -> tuple[Ints, Ints]:
        """Cost of the best lines, and where the first of them ends."""
        cost = np.full(i.shape, NEVER)
        cut = j.copy()
        changes = self._changes(i, j)
        one = np.flatnonzero(changes == 0)
        cost[one], cut[one] = self._split(
            i[one], j[one], self._track.label[i[one]], self._style.max_lines
        )
        if self._style.dashes and self._style.max_lines > 1:
            two = np.flatnonzero(changes == 1)
            cost[two], cut[two] = self._dialogue(i[two], j[two])
        return cost, cut

    def _dialogue(self, i: Ints, j: Ints) -> tuple[Ints, Ints]:
        """As `_best_lines`, for two speakers: a line each, with a dash in front."""
        k = np.searchsorted(self._track.turns, self._track.turns[i], side="right")
        longest = np.maximum(self._width(i, k), self._width(k, j))
        return np.where(longest < self._style.line_width, w.SHARED_CUE, NEVER), k

    def _split(self, i: Ints, j: Ints, label: Ints, most: int) -> tuple[Ints, Ints]:
        """As `_best_lines`, for one speaker and ``most`` lines; one line wherever that holds it."""
        limit = self._style.line_width
        wide = label + self._width(i, j)
        cost = np.where(wide <= limit, 0, NEVER)
        cut = j.copy()
        # The space where a line ends is not shown, so it needs no room.
        over = np.flatnonzero((wide > limit) & (wide < most * (limit + 1)))
        if most > 1 and len(over):
            cost[over], cut[over] = self._first_line(i[over], j[over], label[over], most)
        return cost, cut

    def _first_line(self, i: Ints, j: Ints, label: Ints, most: int) -> tuple[Ints, Ints]:
        """As `_split`, where one line does not hold it: try every end of the first line."""
        best = np.full(i.shape, NEVER)
        cut = j.copy()
        for pieces in range(1, int((j - i).max())):
            k = np.minimum(i + pieces, j)
            first = label + self._width(i, k)
            can = np.flatnonzero((k < j) & (first <= self._style.line_width))
            if not len(can):
                break
            k, end, first = k[can], j[can], first[can]
            rest, _ = self._split(k, end, np.zeros_like(k), most - 1)
            cost = w.LINE + self._track.line_break[k] + rest + self._shape(first, k, end)
            cost = cost + w.ONE_WORD_LINE * (int(pieces == 1) + (end - k == 1))
            better = cost < best[can]
            best[can[better]], cut[can[better]] = cost[better], k[better]
        return best, cut

    def _shape(self, first: Ints, k: Ints, j: Ints) -> Ints:
        """What it costs that lines are short, or that the first and the rest are uneven."""
        limit = self._style.line_width
        rest = self._width(k, j)
        rest = rest // (rest // (limit + 1) + 1)
        shorter, differ = np.minimum(first, rest), np.abs(first - rest)
        cost: Ints = np.maximum(limit // 3 - shorter, 0) * w.SHORT_LINE
        cost += np.maximum(differ - limit // 10, 0) * w.UNEVEN
        cost += np.maximum(differ - limit // 3, 0) * w.VERY_UNEVEN
        return cost

    def _mixture(self, i: Ints, j: Ints) -> Ints:
        """What it costs to hold parts of several sentences."""
        ended = self._track.sentences
        several = ended[j - 1] > ended[i]
        starts_inside = (i > 0) & (ended[i] == ended[np.maximum(i - 1, 0)])
        ends_inside = ended[j] == ended[j - 1]
        cost: Ints = several * (starts_inside.astype(np.int64) + ends_inside) * w.MIXED
        return cost

    def _cut_clauses(self, i: Ints, j: Ints) -> Ints:
        """What it costs to begin with a rest of a clause, and to end with the start of one."""
        begun, ended = self._track.clause_start, self._track.clause_end
        rest = (begun[i] < i) & (ended[i] < j)
        rest &= self._width(i, ended[i]) <= self._style.line_width // 2
        opened = (begun[j] < j) & (begun[j] > i)
        cost: Ints = (rest.astype(np.int64) + opened) * w.CUT_CLAUSE
        return cost

    def _time(self, i: Ints, j: Ints, label: Ints) -> Ints:
        track, style = self._track, self._style
        start, voice = track.start[i], track.end[j]
        latest = track.start[j] - style.min_gap
        least = np.where(track.start[j] - voice < style.chain, latest, voice)
        broken = np.maximum(start + style.min_duration - latest, 0)
        broken += np.maximum(least - start - style.max_duration, 0)
        shown = np.maximum(voice + style.linger - start, style.min_duration)
        shown = np.minimum(np.minimum(shown, latest - start), style.max_duration)
        letters = track.letters[j] - track.letters[i] - track.space[j] + label
        late = np.maximum((letters * 1000 / style.max_cps).astype(np.int64) - shown, 0)
        cost: Ints = (broken > 0) * w.ILLEGAL + broken * w.ILLEGAL_MS + late * w.TOO_FAST // 100
        return cost


def best_layout(track: Track, style: Style) -> list[list[int]]:
    """The cheapest layout: of each cue, the boundaries where it starts and where its lines end."""
    if not len(track):
        return []
    layouts = Layouts(track, style)
    bounds = _best_cues(layouts, track, style)
    starts, ends = np.array(bounds[:-1]), np.array(bounds[1:])
    columns = [starts, *layouts.lines(starts, ends)]
    return [sorted(set(row)) for row in zip(*(c.tolist() for c in columns), strict=True)]


def _best_cues(layouts: Layouts, track: Track, style: Style) -> list[int]:
    """The boundaries between the cues of the cheapest layout, with both ends."""
    count = len(track)
    best = np.full(count + 1, 2 * NEVER)
    best[0] = 0
    came = np.zeros(count + 1, dtype=np.int64)
    for first in range(0, count, _CHUNK):
        table = _table(layouts, track, style, first)
        most = table.shape[1]
        for i, row in enumerate(table, first):
            reached = best[i + 1 : i + 1 + most]
            cost = row[: len(reached)] + best[i]
            better = cost < reached
            reached[better] = cost[better]
            came[i + 1 : i + 1 + most][better] = i
    bounds = [count]
    while bounds[-1]:
        bounds.append(int(came[bounds[-1]]))
    return bounds[::-1]


def _table(layouts: Layouts, track: Track, style: Style, first: int) -> Ints:
    """Costs of all cues that start in the chunk from ``first``: [start, pieces - 1]."""
    i = np.arange(first, min(first + _CHUNK, len(track)))
    reach = track.columns[i] + style.max_lines * (style.line_width + 1)
    most = np.searchsorted(track.columns, reach, side="right") - 1 - i
    table = np.full((len(i), int(most.max())), NEVER)
    for pieces in range(1, table.shape[1] + 1):
        rows = np.flatnonzero(pieces <= most)
        table[rows, pieces - 1] = layouts.cue(i[rows], i[rows] + pieces)
    return table
