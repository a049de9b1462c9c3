"""Progress bars on standard error, where it is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from subalign.events import Event, Progress, Stage, ignore


@contextmanager
def shown_bars(quiet: bool) -> Iterator[Progress]:
    """Yield a ``progress`` callable that draws a bar for each stage, where someone sees it."""
    if quiet or not sys.stderr.isatty():
        yield ignore
        return
    from rich import progress as rich_progress
    from rich.console import Console

    columns = (
        rich_progress.TextColumn("{task.description:10}"),
        rich_progress.BarColumn(),
        rich_progress.TaskProgressColumn(),
        rich_progress.TimeElapsedColumn(),
        rich_progress.TimeRemainingColumn(),
    )
    with rich_progress.Progress(*columns, console=Console(stderr=True)) as shown:
        tasks: dict[Stage, rich_progress.TaskID] = {}

        def show(event: Event) -> None:
            if event.stage not in tasks:
                tasks[event.stage] = shown.add_task(event.stage.value, total=1.0)
            shown.update(tasks[event.stage], completed=event.done)

        yield show
