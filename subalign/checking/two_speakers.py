"""Two speakers share a cue only where the style has dashes for them.

Without dashes a reader cannot see who says what, and reads the second speaker's words before they
are heard. BBC (5.6): two speakers share a cue only when both speak at once, so the problem is a
warning. Podcasting 2.0 and YouTube: a new speaker starts a new cue. The rule counts speakers by
dashes at the start of two lines, and by names with a colon.

PASS (netflix)::

    00:00:01.000 --> 00:00:03.000
    -Are you coming?
    -In a minute.

PASS (bbc)::

    00:00:01.000 --> 00:00:04.000
    ANNA: It is five o'clock:
    time to leave.

FAIL (bbc)::

    00:00:01.000 --> 00:00:03.000
    - Are you coming?
    - In a minute.

    => cue 1: 2 speakers, at most 1

FAIL (podcast)::

    00:00:01.000 --> 00:00:04.000
    Anna: Are you coming?
    Ben: In a minute.

    => cue 1: 2 speakers, at most 1

FAIL (netflix)::

    00:00:01.000 --> 00:00:04.000
    -Who? -Me.
    -You? -And me.

    => cue 1: 4 speakers, at most 2
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from subalign.checking.base import CaptionFile, Finding, define_rule, ends_sentence
from subalign.model import Severity
from subalign.text.punctuation import CLOSING, DASHES, HYPHENS, SENTENCE_FINAL, char_class

_DASH = char_class(DASHES + HYPHENS)
_SENTENCE_END = rf"{char_class(SENTENCE_FINAL)}{char_class(CLOSING)}?\s"

_SIGN = re.compile(f":|{_DASH}")
"""Signs without which a cue shows one speaker: a quick test before the slower ones."""

_DASHED = re.compile(rf"\s*{_DASH}(?!\s*(?:{_DASH}|\d))\s*\w")
"""Dash at the start of a line, before a word."""

_DASHED_INSIDE = re.compile(rf"{_SENTENCE_END}+{_DASH}(?=[^\W\d_a-z])")
"""Dash after the end of a sentence, before a capital."""

_NAMED = re.compile(
    rf"(?:^|{_SENTENCE_END})\s*{_DASH}?\s*"
    r"([^\W\d_a-z][\w.'’]*(?:\s[^\W\d_a-z][\w.'’]*){0,2}):(?=\s+\S)"
)
"""Name of up to three words with capitals, and a colon, at the start of a line or sentence."""


def _speakers(lines: Sequence[str]) -> int:
    """Return the number of speakers that dashes or names show; at least 1."""
    if not any(map(_SIGN.search, lines)):
        return 1
    dashed = [i for i, line in enumerate(lines) if _DASHED.match(line)]
    # A single dash shows a speaker only after the end of a sentence; else it is punctuation.
    if len(dashed) > 1 or (dashed and dashed[0] and ends_sentence(lines[dashed[0] - 1])):
        inside = sum(len(_DASHED_INSIDE.findall(lines[i])) for i in dashed)
        return len(dashed) + inside + (dashed[0] > 0)
    return max(1, len({name for line in lines for name in _NAMED.findall(line)}))


@define_rule("two-speakers", Severity.WARNING)
def rule(captions: CaptionFile) -> Iterator[Finding]:
    """Two speakers share a cue only with a dash before each."""
    most = 2 if captions.style.dashes else 1
    for i, cue in enumerate(captions.cues):
        count = _speakers(cue.labelled)
        if count > most:
            yield Finding(i, f"{count} speakers, at most {most}")
