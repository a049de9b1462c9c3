"""Repair captions that break a style, without changing a word.

A repair always removes these problems: order, copies, overlaps, cues that stay too long, cues
that show nothing, and times beside the frames of the video. As far as there is room it also
repairs cues that are too short or too fast, gaps that are too short or should be closed, and
lines that are too long, too many, or end badly; a cue with too much text for its lines is split.
The problems that are left come from the words themselves, or from speech that leaves no time: a
person has to shorten the text.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from subalign.checking import CaptionFile, bad_break, check, line_count, line_length, orphan
from subalign.measure import length
from subalign.model import Cue, Severity
from subalign.repairing.splitting import split
from subalign.repairing.times import repair_times
from subalign.segmenting import break_lines
from subalign.styles import Style


@dataclass(frozen=True, slots=True)
class Repaired:
    """Repaired cues, in the order in which they are shown.

    Args:
        cues: the cues.
        origins: for each cue the index that it had before the repair. The parts of a cue that
            was split stand one after another and have the same index.
    """

    cues: tuple[Cue, ...]
    origins: tuple[int, ...]


def repair(
    cues: Sequence[Cue], style: Style, language: str = "", whole: Collection[int] = ()
) -> Repaired:
    """Give cues other times and lines where theirs break a style.

    Starts stay wherever they can, because speech starts there; ends give way. A second repair
    changes nothing.

    Args:
        cues: the cues as they stand in their file.
        style: the limits.
        language: BCP 47 code; it tells the words on which no line should end.
        whole: indices of cues that must not be split.

    Returns:
        All cues that show something, with the same words; of copies only the first.

    >>> from subalign.styles import find_style
    >>> cues = [Cue(1000, 3000, ("Yes.",)), Cue(2000, 3500, ("No.",))]
    >>> [(cue.start, cue.end) for cue in repair(cues, find_style("netflix")).cues]
    [(1000, 1917), (2000, 3500)]
    """
    copies = CaptionFile(cues, style).copies
    shown = [
        i for i, cue in enumerate(cues) if i not in copies and any(map(length, cue.text.split()))
    ]
    origins = sorted(shown, key=lambda i: (cues[i].start, i))
    lined = [replace(cues[i], lines=_best_lines(cues[i], style, language)) for i in origins]
    made = Repaired(repair_times(lined, style), tuple(origins))
    # A split gives other times, which may leave room for a split that had none before.
    while len((more := _split_cues(made, style, language, whole)).cues) > len(made.cues):
        made = more
    return made


def _split_cues(made: Repaired, style: Style, language: str, whole: Collection[int]) -> Repaired:
    """Split the cues that hold too much text, and repair the times that this makes."""
    after_recording_ms = 1 << 40
    cues: list[Cue] = []
    origins: list[int] = []
    for cue, i, following in zip_longest(made.cues, made.origins, made.cues[1:]):
        latest = following.start - style.min_gap if following else after_recording_ms
        parts = (cue,) if i in whole else _parts(cue, latest, style, language)
        cues += parts
        origins += [i] * len(parts)
    if len(cues) == len(made.cues):
        return made
    return Repaired(repair_times(cues, style), tuple(origins))


def _parts(cue: Cue, latest: int, style: Style, language: str) -> tuple[Cue, ...]:
    """Return a cue, or the cues into which it has to be split; the last ends by ``latest``, ms."""
    errors, _ = _faults(cue, style, language)
    if not errors or cue.label or _is_dialogue(cue):
        return (cue,)
    parts = split(cue, latest, style, language)
    before, after = check((cue,), style, language), check(parts, style, language)
    fewer = sum(p.severity is Severity.ERROR for p in after) < errors
    return parts if parts and fewer and len(after) <= len(before) else (cue,)


def _best_lines(cue: Cue, style: Style, language: str) -> tuple[str, ...]:
    """Return the lines of a cue, or new lines for its words if they break fewer rules."""
    found = _faults(cue, style, language)
    if not any(found) or _is_dialogue(cue):
        return cue.lines
    lines = break_lines(cue.lines, cue.label, language, style)
    better = lines and _faults(replace(cue, lines=lines), style, language) < found
    return lines if better else cue.lines


def _is_dialogue(cue: Cue) -> bool:
    """Return True if lines belong to different speakers, with a dash in front."""
    return any(line.startswith(("-", "–", "—", "‐")) for line in cue.lines)


def _faults(cue: Cue, style: Style, language: str) -> tuple[int, int]:
    """Count the problems of the lines of a cue: errors, and warnings."""
    captions = CaptionFile((cue,), style, language)
    rules = (line_length.rule, line_count.rule, bad_break.rule, orphan.rule)
    found = [rule.severity for rule in rules for _ in rule.find(captions)]
    return found.count(Severity.ERROR), found.count(Severity.WARNING)
