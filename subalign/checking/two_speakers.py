"""Two speakers share a cue only where the style has dashes for them.

Who says what is not seen otherwise, and whoever speaks second is read before being heard. BBC
(5.6): two speakers share a cue only when both speak at once, so this is a warning. Podcasting
2.0 and YouTube: a new speaker starts a new cue. Two are seen by a dash in front of two lines,
or by two names with a colon.

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

from subalign.checking.base import Finding, Rule, Subject, ends_sentence
from subalign.model import Severity
from subalign.text.punctuation import CLOSING, DASHES, HYPHENS, SENTENCE_FINAL, char_class

_DASH = char_class(DASHES + HYPHENS)
_BEGINS = rf"{char_class(SENTENCE_FINAL)}{char_class(CLOSING)}?\s"
"""What stands in front of a new sentence."""
_SIGN = re.compile(rf":|{_DASH}")
_DASHED = re.compile(rf"\s*{_DASH}(?!\s*(?:{_DASH}|\d))\s*\w")
_DASHED_INSIDE = re.compile(rf"{_BEGINS}+{_DASH}(?=[^\W\d_a-z])")
_NAME = r"[^\W\d_a-z][\w.'’]*(?:\s[^\W\d_a-z][\w.'’]*){0,2}"
_NAMED = re.compile(rf"(?:^|{_BEGINS})\s*{_DASH}?\s*({_NAME}):(?=\s+\S)")


def _speakers(lines: Sequence[str]) -> int:
    """How many turns the marks in a cue show; at least 1."""
    if not any(map(_SIGN.search, lines)):
        return 1
    dashed = [i for i, line in enumerate(lines) if _DASHED.match(line)]
    # One dash may also be punctuation, which goes on after what has no end.
    if len(dashed) > 1 or (dashed and dashed[0] and ends_sentence(lines[dashed[0] - 1])):
        inside = sum(len(_DASHED_INSIDE.findall(lines[i])) for i in dashed)
        return len(dashed) + inside + (dashed[0] > 0)
    return max(1, len({name for line in lines for name in _NAMED.findall(line)}))


def _find(subject: Subject) -> Iterator[Finding]:
    most = 2 if subject.style.dashes else 1
    for i, cue in enumerate(subject.cues):
        count = _speakers(cue.labelled)
        if count > most:
            yield Finding(i, f"{count} speakers, at most {most}")


RULE = Rule("two-speakers", Severity.WARNING, "speakers share a cue only behind dashes", _find)
