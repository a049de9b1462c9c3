"""Puts captions right that break a style, without touching a word.

Always gone afterwards: problems of order, overlaps, gaps below the style's, cues that stay too
long and cues that show nothing. As far as there is room: cues that are too short or too fast,
gaps to be closed, and lines that are too long, too many, or end badly. What remains is in the
words themselves: a cue that holds too much has to be split or shortened by a person.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from subalign.checking import RULES, Subject
from subalign.measure import length
from subalign.model import Cue, Severity
from subalign.repairing.times import retimed
from subalign.segmenting import break_lines
from subalign.styles import Style

ALWAYS = frozenset({"order", "empty", "overlap", "min-gap", "max-duration"})
"""Names of the rules that nothing breaks after a repair."""

_DASHES = ("-", "–", "—", "‐")
_OF_LINES = tuple(
    rule for rule in RULES if rule.name in ("line-length", "line-count", "bad-break", "orphan")
)


@dataclass(frozen=True, slots=True)
class Repaired:
    """Cues in the order in which they are shown, and the index that each had."""

    cues: tuple[Cue, ...]
    origins: tuple[int, ...]


def repair(cues: Sequence[Cue], style: Style, language: str = "") -> Repaired:
    """Give cues other times and lines where theirs break ``style``.

    In-times stay wherever they can, because the voice begins there; out-times give way. A
    second repair changes nothing.

    Args:
        cues: as they stand in their file.
        style: the limits.
        language: BCP 47 code, for what a line should not end on.

    Returns:
        All cues that show something, with the same words.
    """
    shown = [i for i, cue in enumerate(cues) if any(map(length, cue.text.split()))]
    origins = sorted(shown, key=lambda i: (cues[i].start, i))
    placed = [replace(cues[i], lines=_best_lines(cues[i], style, language)) for i in origins]
    return Repaired(retimed(placed, style), tuple(origins))


def _best_lines(cue: Cue, style: Style, language: str) -> tuple[str, ...]:
    """Its lines, or the best ones for its words where these break fewer rules."""
    found = _faults(cue, style, language)
    if not any(found):
        return cue.lines
    if any(line.startswith(_DASHES) for line in cue.lines):
        return cue.lines  # a line for each speaker
    lines = break_lines(cue.lines, cue.label, language, style)
    better = lines and _faults(replace(cue, lines=lines), style, language) < found
    return lines if better else cue.lines


def _faults(cue: Cue, style: Style, language: str) -> tuple[int, int]:
    """How many rules about lines it breaks: errors, warnings."""
    subject = Subject((cue,), style, language)
    broken = [rule.severity for rule in _OF_LINES for _ in rule.find(subject)]
    return broken.count(Severity.ERROR), broken.count(Severity.WARNING)
