"""A neural model of the user's own: letters heard by a CTC network, searched as phones are.

Any wav2vec2-style model that was exported to ONNX does; nothing is downloaded. What the model
hears takes the place of the acoustic model of the engine hmm; the searches, the judgement of
what is not in the recording and the refusal of texts that do not belong are the same.
docs/ctc.md says how to get a model.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from subalign.acoustics.aligner import Aligner
from subalign.acoustics.emissions.ctc import listen, spell_network
from subalign.acoustics.model.ctc import CtcModel
from subalign.engines.base import Align, Engine, Found, Utterance, search_and_settle
from subalign.errors import UsageError
from subalign.events import Event, Progress, Stage, of_stage
from subalign.model import Audio


def align(
    audio: Audio, utterances: Sequence[Utterance], language: str, progress: Progress
) -> Found:
    """Refuse: it is `load` that gives a way to align.

    Raises:
        UsageError: always.
    """
    raise UsageError(
        "engine ctc needs a model", where="--engine", hint="add --model DIR; see docs/ctc.md"
    )


def load(path: str) -> Align:
    """The way to align by the model in a folder.

    Raises:
        InputError: there is no such model.
        SetupError: onnxruntime is not installed.
    """
    return partial(_align, CtcModel(path))


def _align(
    model: CtcModel,
    audio: Audio,
    utterances: Sequence[Utterance],
    language: str,
    progress: Progress,
) -> Found:
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
