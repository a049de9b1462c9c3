"""SubER: what has to be edited in captions, with their breaks and times, to get the reference.

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
from subalign.evaluating.breaks import CUE, LINE, broken
from subalign.model import Cue
from subalign.times import seconds

INSTALL = "pip install 'subalign[suber]'"


def installed() -> bool:
    """Whether its package is there."""
    return find_spec("suber") is not None


def suber(reference: Sequence[Cue], hypothesis: Sequence[Cue]) -> float:
    """Edits per hundred words and breaks of the reference; 0 is the best.

    Raises:
        SetupError: its package is not installed.
    """
    if not installed():
        raise SetupError("SubER is not installed", hint=INSTALL)
    calculate = import_module("suber.metrics.suber").calculate_SubER
    return float(calculate(_subtitles(hypothesis), _subtitles(reference)))


def _subtitles(cues: Sequence[Cue]) -> list[Any]:
    kinds = import_module("suber.data_types")
    breaks = {
        0: kinds.LineBreak.NONE,
        LINE: kinds.LineBreak.END_OF_LINE,
        CUE: kinds.LineBreak.END_OF_BLOCK,
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
