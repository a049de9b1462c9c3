"""Repair of captions that break a style, without touching a word.

These problems are always gone after a repair: wrong order, copies, overlaps, cues that stay too
long, cues that show nothing, and times beside the frames of the video. These are gone as far as
there is room: cues that are too short or too fast, gaps that are too short or to be closed, and
lines that are too long, too many, or end badly; a cue that holds too much for its lines becomes
several. The problems that remain are in the words themselves, or in speech that leaves no time: a
person has to shorten the text.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import zip_longest

from subalign.checking import RULES, CaptionFile, Rule, check
from subalign.measure import length
from subalign.model import Cue, Severity
from subalign.repairing.splitting import split
from subalign.repairing.times import retimed
from subalign.segmenting import break_lines
from subalign.styles import Style
from subalign.text.punctuation import DASHES, HYPHENS


@dataclass(frozen=True, slots=True)
class Repaired:
    """Captions after a repair.

    Args:
        cues: in the order in which they are shown.
        origins: the index that each cue had before; the parts of a cue that was split stand one
            after another and have the same index.
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
    # A split gives other times, which may leave room for a split that had none before.
    while len((more := _divided(made, style, language, whole)).cues) > len(made.cues):
        made = more
    return made


def _divided(made: Repaired, style: Style, language: str, whole: Collection[int]) -> Repaired:
    """Return the captions with cues that hold too much as several, and with the new times."""
    cues: list[Cue] = []
    origins: list[int] = []
    for cue, i, following in zip_longest(made.cues, made.origins, made.cues[1:]):
        latest = following.start - style.min_gap if following else sys.maxsize
        parts = (cue,) if i in whole else _parts(cue, latest, style, language)
        cues += parts
        origins += [i] * len(parts)
    if len(cues) == len(made.cues):
        return made
    return Repaired(retimed(cues, style), tuple(origins))


def _parts(cue: Cue, latest: int, style: Style, language: str) -> tuple[Cue, ...]:
    """Return the cue, or the several that its words need; the last is gone at ``latest``, ms."""
    errors, _ = _faults(cue, style, language)
    if not errors or cue.label or _is_dialogue(cue):
        return (cue,)
    parts = split(cue, latest, style, language)
    before, after = check((cue,), style, language), check(parts, style, language)
    fewer = sum(p.severity is Severity.ERROR for p in after) < errors
    return parts if parts and fewer and len(after) <= len(before) else (cue,)


def _best_lines(cue: Cue, style: Style, language: str) -> tuple[str, ...]:
    """Return the lines of a cue, or the best ones for its words where these break fewer rules."""
    found = _faults(cue, style, language)
    if not any(found) or _is_dialogue(cue):
        return cue.lines
    lines = break_lines(cue.lines, cue.label, language, style)
    better = lines and _faults(replace(cue, lines=lines), style, language) < found
    return lines if better else cue.lines


def _is_dialogue(cue: Cue) -> bool:
    """Tell whether each speaker has a line, with a dash in front."""
    return any(line.startswith((*DASHES, *HYPHENS)) for line in cue.lines)


@cache
def _line_rules() -> tuple[Rule, ...]:
    names = ("line-length", "line-count", "bad-break", "orphan")
    return tuple(rule for rule in RULES if rule.name in names)


def _faults(cue: Cue, style: Style, language: str) -> tuple[int, int]:
    """Return how often the rules about lines are broken: errors, warnings."""
    subject = CaptionFile((cue,), style, language)
    broken = [rule.severity for rule in _line_rules() for _ in rule.find(subject)]
    return broken.count(Severity.ERROR), broken.count(Severity.WARNING)
