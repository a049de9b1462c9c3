"""Progress of long work, as events that a terminal, a web page or a log can show.

Every function that may take long has an argument ``progress``: a callable that is called with
an `Event` whenever a stage has moved on. To stop the work, raise `Cancelled` in that callable; the
function then ends with this exception, and nothing is half written.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum


class Stage(str, Enum):
    """A part of the work, in the order in which the parts are done."""

    DECODE = "decode"
    """The recording is decoded to samples."""
    SHOTS = "shots"
    """The cuts of a video are looked for."""
    SYNTHESIS = "synthesis"
    """A speech synthesiser speaks the text (engine aeneas)."""
    LISTEN = "listen"
    """Features of the recording are compared with an acoustic model: the emissions."""
    ALIGN = "align"
    """The text is searched in the emissions."""
    CAPTIONS = "captions"
    """Words become cues, and cues are checked."""


@dataclass(frozen=True, slots=True)
class Event:
    """A stage of the work that has moved on.

    Args:
        stage: the part of the work.
        done: the share of this stage that is done, 0..1; never falls within a stage.
        message: one line for people; mostly empty.

    >>> Event(Stage.DECODE, 0.5)
    Event(stage=<Stage.DECODE: 'decode'>, done=0.5, message='')
    """

    stage: Stage
    done: float
    message: str = ""


Progress = Callable[[Event], None]
"""A callable that is called with each event, in the thread that does the work."""


class Cancelled(Exception):  # noqa: N818 - it says what happened, and nothing is wrong
    """Raised by a ``progress`` callable to stop the work that calls it."""


def ignore(event: Event) -> None:
    """Do nothing: the default ``progress``, for callers who need no events."""


def of_stage(
    progress: Progress, stage: Stage, start: float = 0.0, stop: float = 1.0
) -> Callable[[float], None]:
    """Return a callable that takes a share of a task and reports it as progress of a stage.

    Args:
        progress: called with the events.
        stage: the stage that the task belongs to.
        start, stop: the shares of the stage at which the task begins and ends, 0..1.

    >>> second_half = of_stage(print, Stage.ALIGN, 0.5)
    >>> second_half(0.5)
    Event(stage=<Stage.ALIGN: 'align'>, done=0.75, message='')
    """

    def report(share: float) -> None:
        progress(Event(stage, start + (stop - start) * min(max(share, 0.0), 1.0)))

    return report
