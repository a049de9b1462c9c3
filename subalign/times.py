"""Whole milliseconds and the clock texts that caption files write them as.

Times are integers everywhere outside an engine: float seconds gave other tools
``00:00:60.000`` and cues that end before they start.
"""

from __future__ import annotations

import re
from fractions import Fraction

HOUR = 3_600_000
MINUTE = 60_000
SECOND = 1_000

LONGEST_S = 1e7
"""Longest time in a file, s: 116 days; a larger number is a mistake, such as ms or a date. Ours."""

SLACK = 0.1
"""Frames that do not count: limits are rounded to ms, and 833 ms at 24 fps mean 20 frames."""

_CLOCK = re.compile(r"(?:(\d+):)?([0-5]?\d):([0-5]\d)[.,](\d{1,3})", re.ASCII)


def clock(ms: int, mark: str = ".") -> str:
    """Write ``ms`` (>= 0) as ``HH:MM:SS.mmm``, with ``mark`` before the milliseconds.

    >>> clock(59_999), clock(3_600_000, ",")
    ('00:00:59.999', '01:00:00,000')
    """
    if ms < 0:
        raise ValueError(f"a time before the recording: {ms} ms")
    hours, ms = divmod(ms, HOUR)
    minutes, ms = divmod(ms, MINUTE)
    seconds, ms = divmod(ms, SECOND)
    return f"{hours:02}:{minutes:02}:{seconds:02}{mark}{ms:03}"


def parse_clock(text: str) -> int:
    """Read ``[H:]MM:SS.mmm`` or ``[H:]MM:SS,mmm`` as milliseconds.

    >>> parse_clock("01:02.5"), parse_clock("00:00:01,001")
    (62500, 1001)

    Raises:
        ValueError: it is not such a text.
    """
    found = _CLOCK.fullmatch(text.strip())
    if not found:
        raise ValueError(f"not a time: {text!r}")
    hours, minutes, seconds, fraction = found.groups()
    whole = int(hours or 0) * HOUR + int(minutes) * MINUTE + int(seconds) * SECOND
    return whole + int(fraction.ljust(3, "0"))


def seconds(ms: int) -> float:
    """``ms`` as seconds, exact to three decimals, for files that count so.

    >>> seconds(1234)
    1.234
    """
    return round(ms / SECOND, 3)


def from_seconds(value: float) -> int:
    """Seconds as the nearest whole millisecond.

    >>> from_seconds(1.0005), from_seconds(59.9996)
    (1000, 60000)
    """
    return round(value * SECOND)


def exact_rate(fps: float) -> Fraction:
    """A frame rate as it is meant: 23.976, 29.97 and 59.94 stand for 24, 30 and 60 by 1.001.

    Drop-frame only numbers the frames in another way; they come at the same times.

    >>> exact_rate(29.97), exact_rate(25)
    (Fraction(30000, 1001), Fraction(25, 1))
    """
    near = Fraction(round(fps * 1.001) * 1000, 1001)
    if fps != round(fps) and abs(float(near) - fps) < 0.006:
        return near
    return Fraction(fps).limit_denominator(1000)


def short(ms: int) -> str:
    """A time for people: minutes and seconds, hours where there are any.

    >>> short(83_400), short(3_723_000)
    ('1:23', '1:02:03')
    """
    hours, rest = divmod(ms // SECOND, 3600)
    minutes, secs = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{secs:02}" if hours else f"{minutes}:{secs:02}"
