"""What a checking rule is, and what is known of the captions that it looks at."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from subalign.model import Cue, Severity, Span, SpeechActivity
from subalign.styles import Style
from subalign.text.punctuation import CLOSING, DASHES, SENTENCE_FINAL
from subalign.text.sounds import NOTES, find_sounds


class Finding(NamedTuple):
    """What is wrong with a cue.

    Args:
        cue: its index.
        message: what is wrong, with the value and the limit.
        time: where in the recording, ms; the start of the cue when not given.
    """

    cue: int
    message: str
    time: int | None = None


@dataclass(frozen=True)
class Subject:
    """Captions to be checked, and what is known of them.

    Args:
        cues: as they stand in their file: in any order; they may overlap, be empty, or end
            before they start.
        style: the limits.
        language: BCP 47 code; empty where unknown. Rules about words need it.
        voice: where the recording has voice; None without a recording. Rules about what is
            heard need it.
        said: for each cue when its text is said, with the confidence of the start; None where
            it is not in the recording. None where the cues were not aligned.
    """

    cues: Sequence[Cue]
    style: Style
    language: str = ""
    voice: SpeechActivity | None = None
    said: Sequence[Span | None] | None = None

    @cached_property
    def order(self) -> list[int]:
        """Indices of the cues in the order in which they are shown."""
        return sorted(range(len(self.cues)), key=lambda i: (self.cues[i].start, i))

    def heard(self, i: int) -> Span | None:
        """When the text of a cue is said, where the aligner is sure of its start."""
        span = self.said[i] if self.said else None
        return span if span and span.confidence >= SURE else None

    @cached_property
    def copies(self) -> dict[int, int]:
        """Cues that show what an earlier one of the file shows, at the same time; and which."""
        first: dict[tuple[int, int, str, str], int] = {}
        found = {}
        for i, cue in enumerate(self.cues):
            key = cue.start, cue.end, cue.speaker, "\n".join(cue.labelled)
            if first.setdefault(key, i) != i and cue.lines:
                found[i] = first[key]
        return found

    @cached_property
    def gaps(self) -> list[tuple[int, int, int]]:
        """What lies before each cue but the first, in the order in which they are shown.

        Each is the index of the cue that is shown longest of those before; of the cue; and the
        time from the end of the one to the start of the other, ms, negative where they overlap.
        """
        cues, found = self.cues, []
        longest = self.order[0] if self.order else 0
        for i in self.order[1:]:
            found.append((longest, i, cues[i].start - cues[longest].end))
            if cues[i].end > cues[longest].end:
                longest = i
        return found

    @cached_property
    def unshown(self) -> list[Unshown]:
        """When nothing is on the screen, from the start of the recording to its end."""
        if not self.order or self.voice is None:
            return []
        cues, first = self.cues, self.order[0]
        longest = max(self.order, key=lambda i: cues[i].end)
        times = [
            Unshown(None, first, 0, cues[first].start),
            *(Unshown(b, i, cues[b].end, cues[i].start) for b, i, _ in self.gaps),
            Unshown(longest, None, cues[longest].end, self.voice.duration),
        ]
        return [time for time in times if time.start < time.end]


class Unshown(NamedTuple):
    """A time in which nothing is on the screen, ms, and the cues around it, by index."""

    before: int | None
    after: int | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that can be wrong with captions.

    The docstring of its module explains it, names its source and shows captions that pass and
    that fail, as WebVTT without the header. The tests run these examples, and they are the
    rule's page in the manual. A failing example ends with what is found::

        PASS (netflix)::

            00:00:01.000 --> 00:00:03.000
            Good.

        FAIL (netflix)::

            00:00:01.000 --> 00:00:01.100
            Too short.

            => cue 1: shown for 100 ms, at least 833 ms

    A rule about what is heard also says when there is voice::

        NOTE voice 00:00:01.640 to 00:00:03.000

    and one about when the text is said, for each cue in turn, with the confidence::

        NOTE said 00:00:01.640 to 00:00:03.000 (0.98)
        NOTE not said

    Args:
        name: what reports call it, words joined by hyphens.
        severity: of all its findings.
        summary: one line for people: what must hold.
        find: ``subject -> findings``. Pure; never raises.
        heard: it finds nothing without a recording.
        aligned: nor where the text could not be aligned with it.
    """

    name: str
    severity: Severity
    summary: str
    find: Callable[[Subject], Iterator[Finding]]
    heard: bool = False
    aligned: bool = False


def ends_sentence(text: str) -> bool:
    """Whether what comes next begins anew: after a full stop, or after speech that broke off.

    >>> ends_sentence('"Really?"'), ends_sentence("[music]"), ends_sentence("so,")
    (True, True, False)
    """
    if text.endswith(("]", "】", "♪")):
        return True
    stops = (*SENTENCE_FINAL, *DASHES, "--")
    return text.rstrip(f"{CLOSING}{NOTES} ").endswith(stops)


LATEST = 2000
"""Text is never more than 2 s late (BBC Subtitle Guidelines); beyond that it is missing, ms."""

SURE = 0.9
"""Confidence from which the time of a text counts. Ours."""

_QUOTED = 40
"""Characters of a text that are enough to know it by. Ours."""

SHORTEST = 100
"""About the length of the shortest word, such as "a", ms. Ours."""


def quoted(text: str) -> str:
    """As much of a text, in quotes, as is enough to know it by."""
    return repr(textwrap.shorten(text, _QUOTED, placeholder=" …"))


def is_spoken(cue: Cue) -> bool:
    """Whether a cue shows speech, not just a sound such as ``[music]``."""
    rest, at = "", 0
    text = " ".join(cue.lines)
    for start, end in find_sounds(text):
        rest, at = rest + text[at:start], end
    return any(char.isalnum() for char in rest + text[at:])
