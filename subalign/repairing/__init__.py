"""Puts captions right that break a style, without touching a word.

Always gone afterwards: problems of order, copies, overlaps, cues that stay too long, cues that
show nothing, and times beside the frames of the video. As far as there is room: cues that are too
short or too fast, gaps that are too short or to be closed, and lines that are too long, too many,
or end badly; a cue that holds too much for its lines becomes several. What remains is in the words
themselves, or in speech that leaves no time: that has to be shortened by a person.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from subalign.checking import RULES, CaptionFile, check
from subalign.measure import length
from subalign.model import Cue, Severity
from subalign.repairing.splitting import split
from subalign.repairing.times import retimed
from subalign.segmenting import break_lines
from subalign.styles import Style

ALWAYS = frozenset({"order", "copy", "empty", "overlap", "max-duration", "frames"})
"""Names of the rules that nothing breaks after a repair."""

_FAR = 1 << 40
"""A time after any recording, ms."""

_DASHES = ("-", "–", "—", "‐")
_OF_LINES = tuple(
    rule for rule in RULES if rule.name in ("line-length", "line-count", "bad-break", "orphan")
)


@dataclass(frozen=True, slots=True)
class Repaired:
    """Cues in the order in which they are shown, and the index that each had.

    The parts of a cue that was split stand one after another and have the same index.
    """

    cues: tuple[Cue, ...]
    origins: tuple[int, ...]


def repair(
    cues: Sequence[Cue], style: Style, language: str = "", whole: Collection[int] = ()
) -> Repaired:
    """Give cues other times and lines where theirs break ``style``.

    In-times stay wherever they can, because the voice begins there; out-times give way. A
    second repair changes nothing.

    Args:
        cues: as they stand in their file.
        style: the limits.
        language: BCP 47 code, for what a line should not end on.
        whole: indices of cues that cannot be split.

    Returns:
        All cues that show something, with the same words; of copies the first.
    """
    copies = CaptionFile(cues, style).copies
    shown = [
        i for i, cue in enumerate(cues) if i not in copies and any(map(length, cue.text.split()))
    ]
    origins = sorted(shown, key=lambda i: (cues[i].start, i))
    lined = [replace(cues[i], lines=_best_lines(cues[i], style, language)) for i in origins]
    made = Repaired(retimed(lined, style), tuple(origins))
    # a split gives other times, which may leave room for a split that had none before
    while len((more := _divided(made, style, language, whole)).cues) > len(made.cues):
        made = more
    return made


def _divided(made: Repaired, style: Style, language: str, whole: Collection[int]) -> Repaired:
    """With cues that hold too much as several, and the times that this makes."""
    cues: list[Cue] = []
    origins: list[int] = []
    for cue, i, following in zip_longest(made.cues, made.origins, made.cues[1:]):
        latest = following.start - style.min_gap if following else _FAR
        parts = (cue,) if i in whole else _parts(cue, latest, style, language)
        cues += parts
        origins += [i] * len(parts)
    if len(cues) == len(made.cues):
        return made
    return Repaired(retimed(cues, style), tuple(origins))


def _parts(cue: Cue, latest: int, style: Style, language: str) -> tuple[Cue, ...]:
    """The cue, or the several that it needs, the last of which is gone at ``latest``, ms."""
    errors, _ = _faults(cue, style, language)
    if not errors or cue.label or _is_dialogue(cue):
        return (cue,)
    parts = split(cue, latest, style, language)
    before, after = check((cue,), style, language), check(parts, style, language)
    fewer = sum(p.severity is Severity.ERROR for p in after) < errors
    return parts if parts and fewer and len(after) <= len(before) else (cue,)


def _best_lines(cue: Cue, style: Style, language: str) -> tuple[str, ...]:
    """Its lines, or the best ones for its words where these break fewer rules."""
    found = _faults(cue, style, language)
    if not any(found):
        return cue.lines
    if _is_dialogue(cue):
        return cue.lines
    lines = break_lines(cue.lines, cue.label, language, style)
    better = lines and _faults(replace(cue, lines=lines), style, language) < found
    return lines if better else cue.lines


def _is_dialogue(cue: Cue) -> bool:
    """Whether lines are a speaker's each, with a dash in front."""
    return any(line.startswith(_DASHES) for line in cue.lines)


def _faults(cue: Cue, style: Style, language: str) -> tuple[int, int]:
    """How many rules about lines it breaks: errors, warnings."""
    subject = CaptionFile((cue,), style, language)
    broken = [rule.severity for rule in _OF_LINES for _ in rule.find(subject)]
    return broken.count(Severity.ERROR), broken.count(Severity.WARNING)
