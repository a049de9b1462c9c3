"""Define times in whole milliseconds, the clock texts of caption files, and video frames.

Times are integers everywhere outside an engine: float seconds gave other tools
``00:00:60.000`` and cues that end before they start.
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

SECOND = 1_000
"""A second, ms."""

LONGEST_S = 1e7
"""Longest time in a file, s: 116 days. A larger number is a mistake, such as ms or a date; the
limit is our choice."""


def clock(ms: int, mark: str = ".") -> str:
    """Write a time of ``ms`` >= 0 as ``HH:MM:SS.mmm``, with ``mark`` before the milliseconds.

    Raises:
        ValueError: the time is negative.

    >>> clock(59_999), clock(3_600_000, ",")
    ('00:00:59.999', '01:00:00,000')
    """
    if ms < 0:
        raise ValueError(f"a time before the recording: {ms} ms")
    seconds, ms = divmod(ms, SECOND)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}{mark}{ms:03}"


def seconds(ms: int) -> float:
    """Convert milliseconds to seconds, exact to three decimals.

    >>> seconds(1234)
    1.234
    """
    return round(ms / SECOND, 3)


def from_seconds(value: float) -> int:
    """Convert seconds to the nearest whole millisecond.

    >>> from_seconds(1.0005), from_seconds(59.9996)
    (1000, 60000)
    """
    return round(value * SECOND)


class FrameRate(NamedTuple):
    """Frame rate of a video, as whole numbers: ``frames`` in ``ms`` milliseconds.

    Limits of styles are rounded to milliseconds, so that 833 ms at 24 frames per second mean 20
    frames; a tenth of a frame therefore does not count.
    """

    frames: int
    ms: int

    def first_from(self, ms: int) -> int:
        """Return the first frame that is not before a time.

        >>> frame_rate(24).first_from(833), frame_rate(24).first_from(840)
        (20, 21)
        """
        return ceil(ms * self.frames / self.ms - 0.1)

    def last_until(self, ms: int) -> int:
        """Return the last frame that is not after a time.

        >>> frame_rate(24).last_until(833), frame_rate(24).last_until(820)
        (20, 19)
        """
        return floor(ms * self.frames / self.ms + 0.1)

    def nearest(self, ms: int) -> int:
        """Return the frame that is nearest to a time."""
        return round(ms * self.frames / self.ms)

    def time(self, frame: int) -> int:
        """Return the time of a frame, ms."""
        return round(frame * self.ms / self.frames)


def frame_rate(fps: float) -> FrameRate:
    """Return the exact rate of a video with ``fps`` frames per second.

    23.976, 29.97 and 59.94 stand for 24, 30 and 60 divided by 1.001. Drop-frame time codes
    number the frames in another way, but the frames come at the same times.

    >>> frame_rate(29.97), frame_rate(25)
    (FrameRate(frames=30, ms=1001), FrameRate(frames=1, ms=40))
    """
    rate = Fraction(round(fps * 1.001) * 1000, 1001)
    if fps == round(fps) or abs(float(rate) - fps) >= 0.006:
        rate = Fraction(float(fps)).limit_denominator(1000)
    return FrameRate(*(rate / 1000).as_integer_ratio())


def short(ms: int) -> str:
    """Write a time in minutes and whole seconds, and in hours where there are any.

    >>> short(83_400), short(3_723_000)
    ('1:23', '1:02:03')
    """
    hours, rest = divmod(ms // SECOND, 3600)
    minutes, secs = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{secs:02}" if hours else f"{minutes}:{secs:02}"
