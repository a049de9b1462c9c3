"""Captions, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from operator import index
from typing import NamedTuple, overload

from subalign.errors import UsageError
from subalign.model.words import Alignment
from subalign.times import short


class Stamped(NamedTuple):
    """A piece of a line that players may highlight from ``start`` (ms) on, when it is said."""

    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Cue:
    """Text that is on the screen from ``start`` to ``end`` (ms).

    Args:
        lines: the text, one string for each line, without markup or escapes.
        speaker: name of the speaker; empty when unknown.
        label: the words that name the speaker to the reader, such as ``Anna:``, in front
            of the first line; empty where the speaker has not changed. A format that marks
            voices (VTT) writes ``speaker`` instead.
        words: the pieces of each line, with their spaces, for styles that show word times.

    >>> cue = Cue(1000, 2500, ("Two", "lines."), speaker="Anna", label="Anna:")
    >>> cue.duration, cue.text
    (1500, 'Anna: Two lines.')
    """

    start: int
    end: int
    lines: tuple[str, ...]
    speaker: str = ""
    label: str = ""
    words: tuple[tuple[Stamped, ...], ...] = ()

    def __post_init__(self) -> None:
        """Make whole numbers of other types, such as numpy's, those of Python.

        Raises:
            UsageError: a time is no whole number, or the lines are one text.
        """
        for name in ("start", "end"):
            try:
                object.__setattr__(self, name, index(getattr(self, name)))
            except TypeError:
                hint = "give whole milliseconds"
                raise UsageError("is no whole number", where=name, hint=hint) from None
        if isinstance(self.lines, str):
            raise UsageError("is one text", where="lines", hint="give a list, each a text")

    @property
    def duration(self) -> int:
        """Time on screen, ms."""
        return self.end - self.start

    @property
    def labelled(self) -> tuple[str, ...]:
        """The lines with the label in front: all that the reader sees."""
        if not self.label or not self.lines:
            return self.lines
        return (f"{self.label} {self.lines[0]}", *self.lines[1:])

    @property
    def text(self) -> str:
        """All that the reader sees, in one line."""
        return " ".join(self.labelled)


@dataclass(frozen=True, slots=True)
class Captions(Sequence[Cue]):
    """A sequence of cues, with the words that they were made of where these are known.

    Args:
        cues: in the order of the file.
        alignment: the words with their times; None where only cues are known.

    >>> captions = Captions((Cue(0, 900, ("Hello.",)), Cue(1000, 2000, ("How are you?",))))
    >>> len(captions), captions[1].text, captions.shift(250)[0].start
    (2, 'How are you?', 250)
    """

    cues: tuple[Cue, ...] = ()
    alignment: Alignment | None = None

    def __len__(self) -> int:
        return len(self.cues)

    @overload
    def __getitem__(self, index: int) -> Cue: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Cue, ...]: ...
    def __getitem__(self, index: int | slice) -> Cue | tuple[Cue, ...]:
        return self.cues[index]

    def __bool__(self) -> bool:
        return bool(self.cues or self.alignment)

    def shift(self, ms: int) -> Captions:
        """Return a copy in which everything comes ``ms`` later, or earlier if negative."""
        return self._moved(lambda time: time + ms)

    def scale(self, factor: float) -> Captions:
        """Return a copy whose times are multiplied by ``factor``, such as 25 / 23.976.

        Raises:
            UsageError: the factor is not above 0.
        """
        if not 0 < factor < float("inf"):
            raise UsageError(f"{factor!r} is not above 0", where="factor", hint="such as 1.04")
        return self._moved(lambda time: round(time * factor))

    def slice(self, start: int, end: int) -> Captions:
        """Return the part that is shown or said between two times in ms; times stay as they are."""
        cues = tuple(c for c in self.cues if c.start < end and c.end > start)
        own = self.alignment
        if own:
            words = tuple(w for w in own.words if w.start < end and w.end > start)
            own = replace(own, words=words, timed=None)
        return Captions(cues, own)

    def _moved(self, move: Callable[[int], int]) -> Captions:
        cues = tuple(
            replace(
                cue,
                start=move(cue.start),
                end=move(cue.end),
                words=tuple(
                    tuple(Stamped(move(piece.start), piece.text) for piece in line)
                    for line in cue.words
                ),
            )
            for cue in self.cues
        )
        own = self.alignment
        if own:
            words = tuple(replace(w, start=move(w.start), end=move(w.end)) for w in own.words)
            sound = tuple((move(a), move(b)) for a, b in own.untranscribed)
            own = replace(
                own, words=words, duration=move(own.duration), untranscribed=sound, timed=None
            )
        return Captions(cues, own)


class Severity(str, Enum):
    """The severity of a problem."""

    ERROR = "error"
    """A hard limit is broken: a player shows the cue wrongly, or the style forbids it."""
    WARNING = "warning"
    """A limit is broken that fast speech may make unavoidable, such as the reading speed."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A cue that breaks a rule.

    Args:
        rule: name of the rule.
        cue: number of the cue in the file, from 1.
        time: place in the recording, ms.
        message: what was found, and the limit.
        severity: whether the problem is an error or a warning.

    >>> print(Problem("max-duration", 1, 61_000, "shown for 9000 ms", Severity.ERROR))
    cue 1 at 1:01: max-duration: shown for 9000 ms
    """

    rule: str
    cue: int
    time: int
    message: str
    severity: Severity

    def __str__(self) -> str:
        return f"cue {self.cue} at {short(self.time)}: {self.rule}: {self.message}"
