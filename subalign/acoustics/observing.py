"""One hook into the aligner: for progress, for pictures, and for debugging.

An aligner takes a callable ``observe`` and calls it whenever a step has moved on:
``observe(step, None, done)`` while a step works, and ``observe(step, value)`` when it has found its
value. To stop an aligner, raise an exception in ``observe``.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Protocol

from subalign.events import Event, Progress, Stage


class Step(str, Enum):
    """A step of an aligner; its value is what ``observe`` is given."""

    FEATURES = "features"
    """Feature vectors, shape (frames, width)."""
    EMISSIONS = "emissions"
    """The `Emissions` of the recording."""
    FIRST_PASS = "first pass"
    """The `FirstPass`: the rough path of the text through the recording."""
    ADAPTATION = "adaptation"
    """The `Emissions`, adapted to the recording."""
    TRELLIS = "trellis"
    """The `Trellis` of a batch of chunks, and the first frame of each of its words, as a pair."""
    SECOND_PASS = "second pass"
    """The `Placed` phones of the whole network."""
    JUDGEMENT = "judgement"
    """The `Judged` result: network, placed phones, and the judgement of them."""
    BOUNDARIES = "boundaries"
    """Start and end of each word, ms, before they moved to the edges of the sound."""


class Observer(Protocol):
    """A callable that follows the steps of an aligner."""

    def __call__(self, step: Step, value: object = None, done: float = 1.0) -> None:
        """Take note of a step.

        Args:
            step: the step that has moved on.
            value: the value of the step; None while the step works.
            done: the share of the step that is done, 0..1.
        """


def observe_nothing(step: Step, value: object = None, done: float = 1.0) -> None:
    """Do nothing: the observer of a caller who needs none."""


def sharing(
    observe: Observer, step: Step, start: float = 0.0, stop: float = 1.0
) -> Callable[[float], None]:
    """Return a callable that takes the share of a task and reports it as a share of a step.

    Args:
        observe: called with the step and its share.
        step: the step that the task belongs to.
        start, stop: the shares of the step at which the task begins and ends.
    """
    return lambda share: observe(step, None, start + (stop - start) * share)


_SHARES = {
    Step.FEATURES: (Stage.LISTEN, 0.0, 0.2),
    Step.EMISSIONS: (Stage.LISTEN, 0.2, 1.0),
    Step.FIRST_PASS: (Stage.ALIGN, 0.0, 0.3),
    Step.ADAPTATION: (Stage.ALIGN, 0.3, 0.6),
    Step.SECOND_PASS: (Stage.ALIGN, 0.6, 0.95),
    Step.BOUNDARIES: (Stage.ALIGN, 0.95, 1.0),
}
"""Stage of each step, and the shares of that stage at which the step begins and ends, by the time
that it takes for an hour of speech."""


class ProgressObserver:
    """Observer that turns steps into progress events; no stage ever falls back.

    Args:
        progress: called with the events.
        observe: another observer, which is called with everything as well.
    """

    def __init__(self, progress: Progress, observe: Observer = observe_nothing) -> None:
        self._progress, self._observe = progress, observe
        self._told: dict[Stage, float] = {}
        self._start, self._stop = 0.0, 1.0

    def __call__(self, step: Step, value: object = None, done: float = 1.0) -> None:
        """Report the step as a share of its stage."""
        self._observe(step, value, done)
        if step in _SHARES:
            stage, start, stop = _SHARES[step]
            share = start + (stop - start) * done
            if stage is Stage.ALIGN:
                share = self._start + (self._stop - self._start) * share
            self.report(stage, share)

    def take(self, start: float, stop: float) -> None:
        """Let the steps that follow fill the stage ALIGN from ``start`` to ``stop``, 0..1."""
        self._start, self._stop = start, stop

    def report(self, stage: Stage, done: float) -> None:
        """Report a share of a stage, unless hardly anything has changed."""
        done, told = min(float(done), 1.0), self._told.get(stage, -1.0)
        # 500 events a stage are enough for any display
        if done >= told + 0.002 or (done == 1.0 > told):
            self._told[stage] = done
            self._progress(Event(stage, done))
