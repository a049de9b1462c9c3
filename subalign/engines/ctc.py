"""A neural model of the user's own: letters heard by a CTC network, searched as phones are.

Any wav2vec2-style model that was exported to ONNX does; nothing is downloaded. What the model
hears takes the place of the acoustic model of the engine hmm; the searches, the judgement of
what is not in the recording and the refusal of texts that do not belong are the same.
docs/ctc.md says how to get a model.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from subalign.acoustics.aligner import Aligner
from subalign.acoustics.emissions.ctc import listen, spell_network
from subalign.acoustics.model.ctc import CtcModel
from subalign.engines.base import Engine, Utterance, WordSpans
from subalign.engines.hmm import search_and_settle
from subalign.errors import UsageError
from subalign.events import Event, Progress, Stage, of_stage
from subalign.model import Audio


def align(
    audio: Audio, utterances: Sequence[Utterance], language: str, progress: Progress
) -> WordSpans:
    """Refuse: it is `load` that gives a way to align.

    Raises:
        UsageError: always.
    """
    raise UsageError(
        "engine ctc needs a model", where="model", hint="name the folder of one; see docs/ctc.md"
    )


def load(folder: str) -> Engine:
    """Return the engine with the model in ``folder``.

    Raises:
        InputError: the folder holds no such model.
        SetupError: onnxruntime is not installed.
    """
    model = CtcModel(folder)
    return replace(ENGINE, align=partial(_align, model), version=_version(folder))


def _version(folder: str) -> str:
    """Identify a model by the names, sizes and times of its files; hashing gigabytes takes long."""
    files = sorted(entry for entry in Path(folder).iterdir() if entry.is_file())
    return "; ".join(f"{f.name} {f.stat().st_size} {f.stat().st_mtime_ns}" for f in files)


def _align(
    model: CtcModel,
    audio: Audio,
    utterances: Sequence[Utterance],
    language: str,
    progress: Progress,
) -> WordSpans:
    words = [u.words for u in utterances]
    network, letters = spell_network(model, words)
    progress(Event(Stage.LISTEN, 0.0))
    heard = listen(model, letters, audio.samples, of_stage(progress, Stage.LISTEN))
    return search_and_settle(Aligner(audio, words, network, heard), progress)


ENGINE = Engine(
    name="ctc",
    summary="letters by a neural model of your own (--model DIR); auto never takes it",
    needs="onnxruntime",
    install='pip install "subalign[neural]"',
    align=align,
    load=load,
)
