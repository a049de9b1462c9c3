"""An observer that keeps the values of the steps of an aligner."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from subalign.acoustics.observing import Step


class Recorder:
    """Observer that keeps all values of each step, in order.

    >>> recorder = Recorder()
    >>> recorder(Step.BOUNDARIES, [(0, 500)])
    >>> recorder.values[Step.BOUNDARIES]
    [[(0, 500)]]
    """

    def __init__(self) -> None:
        self.values: dict[Step, list[Any]] = defaultdict(list)

    def __call__(self, step: Step, value: object = None, done: float = 1.0) -> None:
        """Keep a value."""
        if value is not None:
            self.values[step].append(value)
