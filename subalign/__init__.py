"""Captions of a recording and its transcript, aligned to the word, offline.

>>> import subalign as sa
>>> result = sa.caption("fixtures/sonnet/audio.mp3", "fixtures/sonnet/transcript.txt")
>>> result.style.name, result.captions[1].text
('netflix', 'From fairest creatures we desire increase,')

Every public name is exported here; docs/python.md shows their use.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from subalign.aligning import Aligner as Aligner
    from subalign.aligning import align as align
    from subalign.api import caption as caption
    from subalign.api import clean as clean
    from subalign.api import evaluate as evaluate
    from subalign.api import review as review
    from subalign.api import segment as segment
    from subalign.audio import save_clip as save_clip
    from subalign.checking import list_rules as list_rules
    from subalign.checking.base import Rule as Rule
    from subalign.cleaning import Answer as Answer
    from subalign.cleaning import Change as Change
    from subalign.cleaning import Decision as Decision
    from subalign.cleaning import Glossary as Glossary
    from subalign.engines import list_engines as list_engines
    from subalign.engines.base import Engine as Engine
    from subalign.errors import AlignmentError as AlignmentError
    from subalign.errors import AudioError as AudioError
    from subalign.errors import FormatError as FormatError
    from subalign.errors import InputError as InputError
    from subalign.errors import OutputError as OutputError
    from subalign.errors import SetupError as SetupError
    from subalign.errors import SubalignError as SubalignError
    from subalign.errors import TranscriptError as TranscriptError
    from subalign.errors import UsageError as UsageError
    from subalign.evaluating import Report as Report
    from subalign.events import Cancelled as Cancelled
    from subalign.events import Event as Event
    from subalign.events import Progress as Progress
    from subalign.events import Stage as Stage
    from subalign.fixing import repair as repair
    from subalign.fixing import repair_file as repair_file
    from subalign.formats import list_formats as list_formats
    from subalign.formats.base import Format as Format
    from subalign.inputs import load_audio as load_audio
    from subalign.inputs import load_transcript as load_transcript
    from subalign.inputs import parse_transcript as parse_transcript
    from subalign.model import Alignment as Alignment
    from subalign.model import Audio as Audio
    from subalign.model import Break as Break
    from subalign.model import Captions as Captions
    from subalign.model import Cue as Cue
    from subalign.model import Problem as Problem
    from subalign.model import Sentence as Sentence
    from subalign.model import Severity as Severity
    from subalign.model import Span as Span
    from subalign.model import Token as Token
    from subalign.model import Transcript as Transcript
    from subalign.model import Word as Word
    from subalign.proofing import check as check
    from subalign.result import Result as Result
    from subalign.result import load as load
    from subalign.result import render as render
    from subalign.result import save as save
    from subalign.shots import find_shots as find_shots
    from subalign.styles import Style as Style
    from subalign.styles import extend as extend_style
    from subalign.styles import find_style as find_style
    from subalign.styles import list_styles as list_styles
