"""Recordings, and where they have speech."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from subalign.errors import UsageError

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Samples = npt.NDArray[np.int16]
    """Mono 16-bit audio at ``RATE``, shape (n,)."""


RATE = 16_000
"""Samples per second of all decoded audio, Hz: what aeneas and the acoustic models expect."""


@dataclass(frozen=True, slots=True, eq=False)
class Audio:
    """A decoded recording.

    Two recordings are equal if their samples are equal.

    Args:
        samples: int16 mono at ``RATE`` Hz, shape (n,).
        name: of the file, for messages; empty where there is none.
    """

    samples: Samples
    name: str = ""

    def __post_init__(self) -> None:
        """Refuse other samples: the digest of numbers from -1 to 1 would be that of silence.

        Raises:
            UsageError: the samples are no array of int16 of shape (n,).
        """
        kind, shape = (getattr(self.samples, name, None) for name in ("dtype", "shape"))
        if kind != "int16" or shape is None or len(shape) != 1:
            hint = "make it with subalign.load_audio(array, rate=...)"
            raise UsageError("needs int16 of shape (n,)", where="samples", hint=hint)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Audio) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)

    def clip(self, start: int, end: int) -> Audio:
        """Return the part between two times in ms, cut to what there is."""
        first, stop = (max(time, 0) * RATE // 1000 for time in (start, end))
        return Audio(self.samples[first:stop], self.name)

    @property
    def digest(self) -> str:
        """SHA-256 of the samples, in hexadecimal: the same for the same sound in any file."""
        return sha256(self.samples.astype("<i2", copy=False).tobytes()).hexdigest()

    @property
    def duration(self) -> int:
        """Length in ms."""
        return len(self.samples) * 1000 // RATE


@dataclass(frozen=True, slots=True)
class SpeechActivity:
    """Stretches of sound in a recording, and which of them are like speech by their energy.

    Args:
        starts, ends: of each stretch of sound, ms; in order, without overlap.
        speechlike: for each stretch, True where its energy goes up and down as that of speech does;
            steady music does not.
        duration: of the recording, ms.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    speechlike: tuple[bool, ...]
    duration: int

    def between(self, start: int, end: int) -> range:
        """Indices of the stretches that have a part between two times, ms."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))
