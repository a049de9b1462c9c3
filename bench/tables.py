"""Tables that read well on a terminal and are Markdown at the same time."""

from __future__ import annotations

from collections.abc import Sequence


def show(title: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table: the first column to the left, the others to the right."""
    widths = [max(map(len, column)) for column in zip(header, *rows, strict=True)]
    print(f"\n{title}\n")
    for row in (header, None, *rows):
        cells = _rule(widths) if row is None else _cells(row, widths)
        print(f"| {' | '.join(cells)} |", flush=True)


def _cells(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    return [
        row[0].ljust(widths[0]),
        *(c.rjust(w) for c, w in zip(row[1:], widths[1:], strict=True)),
    ]


def _rule(widths: Sequence[int]) -> list[str]:
    return ["-" * widths[0], *("-" * (w - 1) + ":" for w in widths[1:])]
