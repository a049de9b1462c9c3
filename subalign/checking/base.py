"""Define what a checking rule is, and what a rule may know of the captions that it looks at."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from inspect import getdoc
from typing import NamedTuple

from subalign.model import Cue, Severity, Span, SpeechActivity
from subalign.styles import Style
from subalign.text.punctuation import CLOSING, DASHES, SENTENCE_FINAL
from subalign.text.sounds import NOTES, find_sounds


class Finding(NamedTuple):
    """A problem that a rule found in a cue.

    Args:
        cue: index of the cue.
        message: description of the problem, with the value that was found and the limit.
        time: place in the recording, ms; None for the start of the cue.
    """

    cue: int
    message: str
    time: int | None = None


@dataclass(frozen=True, slots=True)
class Tolerances:
    """Deviations that rules about the recording allow, beside the limits of the style.

    Times found in a recording are never exact: the speech detector is mostly right within 50 ms.

    Args:
        early_ms: time by which a cue may come before speech begins. Karamitroglou (1998): a quarter
            of a second between text and speech does not disturb a reader.
        late_ms: time by which a cue may come after speech has begun: 2 frames at 24 frames per
            second (Netflix), and 67 ms for the detector of speech.
        cut_off_ms: time by which a cue may go before speech ends: so long a last sound may fade.
        out_of_sync_ms: time between a cue and its own words, which the aligner found:
            ``early_ms``, and also ``late_ms`` with the 100 ms within which a start is right.
        missing_ms: time after which late text counts as missing (BBC Subtitle Guidelines: text
            is never more than 2 s late).
        uncaptioned_ms: speech without captions from which a problem is reported; less may be
            a breath, a cough or a laugh.
        shortest_word_ms: duration of the shortest word, such as "a"; shorter sound is not speech.
        frame_ms: distance from the nearest frame that rounding to whole milliseconds explains.
        min_confidence: least confidence (0..1) of a start that the aligner found.
    """

    early_ms: int = 250
    late_ms: int = 150
    cut_off_ms: int = 150
    out_of_sync_ms: int = 250
    missing_ms: int = 2000
    uncaptioned_ms: int = 1000
    shortest_word_ms: int = 100
    frame_ms: int = 1
    min_confidence: float = 0.9


@dataclass(frozen=True)
class CaptionFile:
    """The captions to be checked, the limits, and what is known of the recording.

    Args:
        cues: the cues as they stand in their file: in any order; they may overlap, be empty, or
            end before they start.
        style: the limits.
        language: BCP 47 code, which rules about words need; empty where it is not known.
        speech: speech activity of the recording, which rules about speech need; None without a
            recording.
        spans: for each cue the time at which its text is spoken, with the confidence of the
            start; None for a cue that is not in the recording. None in place of the sequence
            where the cues were not aligned.
        tolerances: deviations that rules about the recording allow.
    """

    cues: Sequence[Cue]
    style: Style
    language: str = ""
    speech: SpeechActivity | None = None
    spans: Sequence[Span | None] | None = None
    tolerances: Tolerances = Tolerances()

    @cached_property
    def order(self) -> list[int]:
        """Indices of the cues in the order in which they are shown."""
        return sorted(range(len(self.cues)), key=lambda i: (self.cues[i].start, i))

    def reliable_span(self, i: int) -> Span | None:
        """Return the time of the speech of a cue, or None where the aligner is not sure of it."""
        span = self.spans[i] if self.spans else None
        return span if span and span.confidence >= self.tolerances.min_confidence else None

    @cached_property
    def copies(self) -> dict[int, int]:
        """Indices of cues that repeat the time and text of a cue before, and of that cue."""
        first: dict[tuple[int, int, str, str], int] = {}
        found = {}
        for i, cue in enumerate(self.cues):
            key = cue.start, cue.end, cue.speaker, "\n".join(cue.labelled)
            if first.setdefault(key, i) != i and cue.lines:
                found[i] = first[key]
        return found

    @cached_property
    def gaps(self) -> list[tuple[int, int, int]]:
        """Gaps before each cue but the first, in the order in which the cues are shown.

        Each gap is the index of the cue that is shown longest of all cues before, the index of
        the cue after the gap, and the time between them in ms, negative where they overlap.
        """
        cues, found = self.cues, []
        longest = self.order[0] if self.order else 0
        for i in self.order[1:]:
            found.append((longest, i, cues[i].start - cues[longest].end))
            if cues[i].end > cues[longest].end:
                longest = i
        return found

    @cached_property
    def empty_screen(self) -> list[EmptyScreen]:
        """Times without a cue, from the start of the recording to its end."""
        if not self.order or self.speech is None:
            return []
        cues, first = self.cues, self.order[0]
        longest = max(self.order, key=lambda i: cues[i].end)
        times = [
            EmptyScreen(None, first, 0, cues[first].start),
            *(EmptyScreen(b, i, cues[b].end, cues[i].start) for b, i, _ in self.gaps),
            EmptyScreen(longest, None, cues[longest].end, self.speech.duration),
        ]
        return [time for time in times if time.start < time.end]


class EmptyScreen(NamedTuple):
    """A time in which no cue is on the screen.

    Args:
        before: index of the cue that goes; None at the start of the recording.
        after: index of the cue that comes; None at the end of the recording.
        start: ms.
        end: ms.
    """

    before: int | None
    after: int | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that can be wrong with captions.

    The docstring of its module explains a rule, names its source, and shows captions that pass
    and captions that fail, as WebVTT without the header. The tests run these examples, and the
    docstring is the page of the rule in the manual. A failing example ends with what is found::

        PASS (netflix)::

            00:00:01.000 --> 00:00:03.000
            Good.

        FAIL (netflix)::

            00:00:01.000 --> 00:00:01.100
            Too short.

            => cue 1: shown for 100 ms, at least 833 ms

    The example of a rule about speech gives the speech activity of the recording::

        NOTE voice 00:00:01.640 to 00:00:03.000

    The example of a rule about aligned text gives for each cue in turn the time at which it is
    spoken, with the confidence::

        NOTE said 00:00:01.640 to 00:00:03.000 (0.98)
        NOTE not said

    Args:
        name: lower-case words joined by hyphens, as reports show it.
        severity: severity of all findings.
        summary: the condition that must hold, in one line.
        find: function from captions to findings. It is pure and raises no errors.
        needs_speech: True if the rule finds nothing without a recording.
        needs_spans: True if the rule finds nothing where the text was not aligned.
    """

    name: str
    severity: Severity
    summary: str
    find: Callable[[CaptionFile], Iterator[Finding]]
    needs_speech: bool = False
    needs_spans: bool = False


def define_rule(
    name: str, severity: Severity, *, needs_speech: bool = False, needs_spans: bool = False
) -> Callable[[Callable[[CaptionFile], Iterator[Finding]]], Rule]:
    """Make a `Rule` of the function that is decorated, with its docstring as the summary.

    The arguments are those of `Rule`.
    """

    def made(find: Callable[[CaptionFile], Iterator[Finding]]) -> Rule:
        text = getdoc(find) or name
        summary = text[0].lower() + text[1:].rstrip(".")
        return Rule(name, severity, summary, find, needs_speech, needs_spans)

    return made


def ends_sentence(text: str) -> bool:
    """Return True if the next text begins anew: after a sentence, a sound, or broken-off speech.

    >>> ends_sentence('"Really?"'), ends_sentence("[music]"), ends_sentence("so,")
    (True, True, False)
    """
    if text.endswith(("]", "】", "♪")):
        return True
    stops = (*SENTENCE_FINAL, *DASHES, "--")
    return text.rstrip(f"{CLOSING}{NOTES} ").endswith(stops)


def quoted(text: str, longest: int = 40) -> str:
    """Return the beginning of a text in quotes, with at most ``longest`` characters of it."""
    return repr(textwrap.shorten(text, longest, placeholder=" …"))


def is_spoken(cue: Cue) -> bool:
    """Return True if a cue shows speech, not just a sound such as ``[music]``."""
    rest, at = "", 0
    text = " ".join(cue.lines)
    for start, end in find_sounds(text):
        rest, at = rest + text[at:start], end
    return any(char.isalnum() for char in rest + text[at:])
