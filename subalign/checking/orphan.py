"""No short word is left alone on a line or in a cue.

A single word makes the eye jump, and its cue is gone in a flash. A word may stand alone
where nothing else is said: as a sentence of one word, a sound, an answer after a dash, or
between two pauses. Source: Netflix, BBC and TED guidelines (no orphan words). A short word has up
to a third of a line, or in scripts without spaces up to two characters; this limit is
subalign's own.

PASS (netflix)::

    00:00:01.000 --> 00:00:03.000
    Are you coming? I'm waiting.
    No.

    00:00:03.083 --> 00:00:04.500
    Pity.

PASS (netflix)::

    00:00:01.000 --> 00:00:02.000
    And the winner is

    00:00:03.500 --> 00:00:04.500
    Andy!

FAIL (netflix)::

    00:00:01.000 --> 00:00:04.000
    I have not seen any of them again
    today.

    => cue 1: line 2 is one word, 'today.'

FAIL (netflix)::

    00:00:01.000 --> 00:00:04.000
    I have not seen any of them,

    00:00:04.083 --> 00:00:05.500
    sir.

    => cue 2: it is one word, 'sir.'
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from subalign.checking.base import CaptionFile, Finding, define_rule, ends_sentence, is_spoken
from subalign.measure import width
from subalign.model import Severity
from subalign.styles import Style
from subalign.text.scripts import is_spaceless


def _is_short_word(text: str, style: Style) -> bool:
    if " " in text or text.startswith(("-", "–", "—", "‐")):
        return False
    said = "".join(char for char in text if char.isalnum())
    if not said:
        return False
    if any(map(is_spaceless, said)):
        return len(said) <= 2
    return width(text) <= style.line_width // 3


def _lonely_lines(lines: Sequence[str], style: Style) -> Iterator[int]:
    """Yield the indices of lines of one short word that is no sentence of its own."""
    for number, line in enumerate(lines):
        if not _is_short_word(line, style):
            continue
        fresh = not number or ends_sentence(lines[number - 1])
        if not (fresh and ends_sentence(line)):
            yield number


@define_rule("orphan", Severity.WARNING)
def rule(captions: CaptionFile) -> Iterator[Finding]:
    """No short word is left alone."""
    style, cues = captions.style, captions.cues
    for i, cue in enumerate(cues):
        if len(cue.lines) > 1:
            for number in _lonely_lines(cue.lines, style):
                word = cue.lines[number]
                yield Finding(i, f"line {number + 1} is one word, {word!r}")
        elif _is_lonely_cue(captions, i):
            yield Finding(i, f"it is one word, {cue.lines[0]!r}")


def _is_lonely_cue(captions: CaptionFile, i: int) -> bool:
    cue = captions.cues[i]
    if len(cue.lines) != 1 or cue.label or not _is_short_word(cue.lines[0], captions.style):
        return False
    if not is_spoken(cue):
        return False
    return _hangs(captions, i - 1, i) or _hangs(captions, i, i + 1)


def _hangs(captions: CaptionFile, before: int, after: int) -> bool:
    """Return True if two neighbours are parts of one sentence without a pause between them."""
    cues = captions.cues
    if before < 0 or after == len(cues):
        return False
    first, second = cues[before], cues[after]
    one = bool(first.lines and second.lines) and first.speaker == second.speaker
    pause = second.start - first.end >= max(captions.style.chain, 1)
    return one and not pause and not ends_sentence(first.lines[-1])
