"""Captions of a recording and its transcript, aligned to the word, offline.

>>> import subalign as sa
>>> result = sa.caption("fixtures/sonnet/audio.opus", "fixtures/sonnet/transcript.txt")
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
    from subalign.api import list_rules as list_rules
    from subalign.api import list_styles as list_styles
    from subalign.api import review as review
    from subalign.api import segment as segment
    from subalign.audio import save_clip as save_clip
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
    from subalign.styles import extend_style as extend_style
    from subalign.styles import find_style as find_style

_HOMES = {
    "align": "aligning.align",
    "Aligner": "aligning.Aligner",
    "Alignment": "model.Alignment",
    "AlignmentError": "errors.AlignmentError",
    "Answer": "cleaning.Answer",
    "Audio": "model.Audio",
    "AudioError": "errors.AudioError",
    "Break": "model.Break",
    "Cancelled": "events.Cancelled",
    "caption": "api.caption",
    "Captions": "model.Captions",
    "Change": "cleaning.Change",
    "check": "proofing.check",
    "clean": "api.clean",
    "Cue": "model.Cue",
    "Decision": "cleaning.Decision",
    "Engine": "engines.base.Engine",
    "evaluate": "api.evaluate",
    "Event": "events.Event",
    "extend_style": "styles.extend_style",
    "find_shots": "shots.find_shots",
    "find_style": "styles.find_style",
    "Format": "formats.base.Format",
    "FormatError": "errors.FormatError",
    "Glossary": "cleaning.Glossary",
    "InputError": "errors.InputError",
    "list_engines": "engines.list_engines",
    "list_formats": "formats.list_formats",
    "list_rules": "api.list_rules",
    "list_styles": "api.list_styles",
    "load": "result.load",
    "load_audio": "inputs.load_audio",
    "load_transcript": "inputs.load_transcript",
    "OutputError": "errors.OutputError",
    "parse_transcript": "inputs.parse_transcript",
    "Problem": "model.Problem",
    "Progress": "events.Progress",
    "render": "result.render",
    "repair": "fixing.repair",
    "repair_file": "fixing.repair_file",
    "Report": "evaluating.Report",
    "Result": "result.Result",
    "review": "api.review",
    "Rule": "checking.base.Rule",
    "save": "result.save",
    "save_clip": "audio.save_clip",
    "segment": "api.segment",
    "Sentence": "model.Sentence",
    "SetupError": "errors.SetupError",
    "Severity": "model.Severity",
    "Span": "model.Span",
    "Stage": "events.Stage",
    "Style": "styles.Style",
    "SubalignError": "errors.SubalignError",
    "Token": "model.Token",
    "Transcript": "model.Transcript",
    "TranscriptError": "errors.TranscriptError",
    "UsageError": "errors.UsageError",
    "Word": "model.Word",
}
"""The module and the name there of each public name. A name is imported when it is first used, so
that the command line starts fast."""

__all__ = list(_HOMES)


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, _, original = _HOMES[name].rpartition(".")
    value = globals()[name] = getattr(importlib.import_module(f"{__name__}.{module}"), original)
    return value


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
