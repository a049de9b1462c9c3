"""SubER: the edits of text, breaks and times that make captions the same as the reference.

Wilken, Georgakopoulou, Matusov, "SubER: A Metric for Automatic Evaluation of Subtitle Quality",
IWSLT 2022; by the package of its authors (``subtitle-edit-rate``, Apache-2.0). It needs exact
versions of sacrebleu and jiwer, so it is an extra.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from subalign.errors import SetupError
from subalign.evaluating.breaks import BreakKind, broken
from subalign.model import Cue
from subalign.times import seconds


def is_installed() -> bool:
    """Return True where the package that computes SubER is there."""
    return find_spec("suber") is not None


def refuse_missing(where: str = "") -> None:
    """Refuse to go on without the package that computes SubER.

    Args:
        where: the argument that asks for SubER.

    Raises:
        SetupError: the package is not installed.
    """
    if not is_installed():
        raise SetupError(
            "SubER is not installed", where=where, hint="pip install 'subalign[suber]'"
        )


def suber(reference: Sequence[Cue], hypothesis: Sequence[Cue]) -> float:
    """Return the number of edits for each hundred words and breaks of the reference; 0 is best.

    Raises:
        SetupError: the package that computes SubER is not installed.
    """
    refuse_missing()
    calculate = import_module("suber.metrics.suber").calculate_SubER
    return float(calculate(_subtitles(hypothesis), _subtitles(reference)))


def _subtitles(cues: Sequence[Cue]) -> list[Any]:
    kinds = import_module("suber.data_types")
    breaks = {
        BreakKind.NONE: kinds.LineBreak.NONE,
        BreakKind.LINE: kinds.LineBreak.END_OF_LINE,
        BreakKind.CUE: kinds.LineBreak.END_OF_BLOCK,
    }
    made = []
    for number, cue in enumerate(sorted(cues, key=lambda cue: (cue.start, cue.end)), 1):
        start, end = seconds(cue.start), seconds(max(cue.start, cue.end))
        words = [
            kinds.TimedWord(word, breaks[ends], start, end, None) for word, ends in broken([cue])
        ]
        if words:
            made.append(kinds.Subtitle(words, number, start, end))
    return made
