"""The values that the steps hand to each other; all frozen, all times whole milliseconds.

audio file -> Audio; text file -> Transcript; both -> Alignment -> cues -> problems.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from subalign.model.audio import RATE, Audio, SpeechActivity
from subalign.model.captions import Captions, Cue, Problem, Severity, Stamped
from subalign.model.words import (
    Alignment,
    Break,
    Segments,
    Sentence,
    Span,
    TimedTranscript,
    Token,
    Transcript,
    Word,
    join,
)

if TYPE_CHECKING:
    from subalign.model.audio import Samples as Samples

__all__ = [
    "RATE",
    "Alignment",
    "Audio",
    "Break",
    "Captions",
    "Cue",
    "Problem",
    "Segments",
    "Sentence",
    "Severity",
    "Span",
    "SpeechActivity",
    "Stamped",
    "TimedTranscript",
    "Token",
    "Transcript",
    "Word",
    "join",
]
