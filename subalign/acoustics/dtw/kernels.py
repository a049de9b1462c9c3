"""Dynamic time warping as aeneas' C extension ``cdtw`` does it, in NumPy.

Without that extension aeneas falls back to Python loops that take a hundred times as long. The
function here has the signature of the extension, works on a row of the banded matrix at a time, and
keeps one row of 128: an hour takes a few dozen MB instead of 2.1 GB.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from subalign.acoustics.arrays import Floats, Ints

_BLOCK_ROWS = 128
"""Rows that are computed at a time."""

_MAX_CELLS = 4_000_000
"""Cells of a matrix that is kept whole: 32 MB, a sentence of 20 s at 10 ms a frame."""


def compute_best_path(
    mfcc1: Floats, mfcc2: Floats, delta: int, *, max_cells: int = _MAX_CELLS
) -> list[tuple[int, int]]:
    """Return the path of least cost through the banded DTW matrix of two MFCC matrices.

    The recurrence, the band and the order in which ties are decided are aeneas'.

    Args:
        mfcc1: shape (l, n), without the energy coefficient.
        mfcc2: shape (l, m), likewise.
        delta: width of the band in frames, <= m; above 2 m / n, so that neighbouring rows overlap.
        max_cells: cells of the band up to which it is kept whole.

    Returns:
        Pairs of frame indices from (0, 0) to (n - 1, m - 1).
    """
    matrix = _Matrix.of(mfcc1, mfcc2, delta, max_cells)
    n, m = mfcc1.shape[1], mfcc2.shape[1]
    path = [(n - 1, int(matrix.starts[-1]) + delta - 1)]
    lasts: list[Floats] = []
    for first in range(0, n, matrix.block):
        costs = matrix.accumulate(first, lasts[-1] if lasts else None, 0, m)
        lasts.append(costs[-1, -delta:].copy())
    matrix.walk(first, int(matrix.starts[first]), costs, path)
    for earlier in range(first - matrix.block, -1, -matrix.block):
        matrix.trace(earlier, lasts, path)
    path.reverse()
    return path


@dataclass(frozen=True, slots=True)
class _Matrix:
    """Cosine distances of two sequences inside a band, computed block by block.

    A forward pass keeps only the last row of each block; the way back computes a block again, in
    the few columns that the path can have used.

    Args:
        a: normalised frames, shape (n, l).
        b: normalised frames, shape (l, m).
        starts: first column of the band in each row, shape (n,); never falls.
        width: of the band.
        block: rows in a block.
    """

    a: Floats
    b: Floats
    starts: Ints
    width: int
    block: int

    @staticmethod
    def of(mfcc1: Floats, mfcc2: Floats, width: int, max_cells: int) -> _Matrix:
        n, m = mfcc1.shape[1], mfcc2.shape[1]
        centres = (m * np.arange(n, dtype=np.int64)) // n
        return _Matrix(
            np.ascontiguousarray(_unit(mfcc1).T),
            _unit(mfcc2),
            np.clip(centres - width // 2, 0, m - width),
            width,
            n if n * width <= max_cells else _BLOCK_ROWS,
        )

    def accumulate(self, first: int, before: Floats | None, low: int, high: int) -> Floats:
        """Return the accumulated costs of the block that begins at row ``first``.

        Args:
            first: a multiple of the block's size.
            before: the row before it, over its own band; None for row 0.
            low, high: the columns (low <= column < high) that a path may use.

        Returns:
            Shape (rows + 1, columns + 1): the row before in front, and a column of
            infinities on the left; the next column is the first of the block's band, or
            ``low`` where that is greater.
        """
        starts = self.starts[first : first + self.block]
        low, high = max(low, int(starts[0])), min(high, int(starts[-1]) + self.width)
        cost = 1.0 - self.a[first : first + self.block] @ self.b[:, low:high]
        total = np.zeros((len(starts), high - low + 1))
        np.cumsum(cost, axis=1, out=total[:, 1:])
        out = np.full((len(starts) + 1, high - low + 1), np.inf)
        if before is None:
            out[0, 0] = 0.0
        else:
            shift = low - 1 - int(self.starts[first - 1])
            known = before[max(shift, 0) : high - 1 - int(self.starts[first - 1]) + 1]
            out[0, max(-shift, 0) : max(-shift, 0) + len(known)] = known
        for r, start in enumerate((starts - low).tolist()):
            i, j = max(start, 0), min(start + self.width, high - low)
            # out[j] = cost[j] + min(up, diagonal, left): with the running total taken off
            # both sides, the dependence along the row becomes a running minimum
            best = np.minimum(out[r, i + 1 : j + 1], out[r, i:j])
            best -= total[r, i:j]
            np.minimum.accumulate(best, out=best)
            np.add(best, total[r, i + 1 : j + 1], out=out[r + 1, i + 1 : j + 1])
        return out

    def trace(self, first: int, lasts: list[Floats], path: list[tuple[int, int]]) -> None:
        """Lengthen ``path``, which ends in the block of row ``first``, to the row before it.

        The block is computed again in as many columns as give the cost that is known.
        """
        block = first // self.block
        before = lasts[block - 1] if block else None
        last, column = path[-1]
        want = lasts[block][column - int(self.starts[last])]
        reach = 2 * self.block
        while True:
            low = max(column - reach, int(self.starts[first]), 0)
            costs = self.accumulate(first, before, low, column + 1)
            if low == self.starts[first] or np.isclose(costs[-1, -1], want, rtol=0, atol=1e-6):
                break
            reach *= 2
        self.walk(first, low, costs, path)

    def walk(self, first: int, low: int, costs: Floats, path: list[tuple[int, int]]) -> None:
        """Lengthen ``path`` by the costs of a block whose first column is ``low``."""
        starts = self.starts[first : first + self.block].tolist()
        i, j = path[-1]
        while i >= first and (i > 0 or j > 0):
            r, c = i - first, j - low
            up, diagonal, left = costs[r, c + 1], costs[r, c], costs[r + 1, c]
            if j == starts[r]:
                diagonal = np.inf
            if i == 0 or (j > 0 and left < up and left <= diagonal):
                j -= 1
            elif j == 0 or (up <= left and up <= diagonal):
                i -= 1
            else:
                i, j = i - 1, j - 1
            path.append((i, j))


def _unit(frames: Floats) -> Floats:
    """Bring frames to length 1; a frame of digital silence has no direction and stays 0."""
    unit: Floats = frames / np.maximum(np.linalg.norm(frames, axis=0), 1e-12)
    return unit
