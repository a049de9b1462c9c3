"""Engine ctc: letters by a neural network of the user's own.

Any model of the wav2vec2 family that was exported to ONNX will do; nothing is downloaded. Its log
probabilities replace those of the acoustic model of the engine hmm, with search options of their
own. The searches, the judgement of what is not in the recording, and the refusal of texts that do
not belong to it are the same. docs/ctc.md says how to get a model.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from subalign.acoustics.activity.energy import measure_energy
from subalign.acoustics.aligner import Aligner
from subalign.acoustics.emissions.ctc import compute_ctc_emissions, spell_network
from subalign.acoustics.model.ctc import CtcModel
from subalign.acoustics.observing import Observer, ProgressObserver, Step, observe_nothing
from subalign.acoustics.options import CTC_SEARCH
from subalign.engines.base import Engine, Utterance, WordSpans
from subalign.events import Progress, Stage
from subalign.model import Audio


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
    observe: Observer = observe_nothing,
) -> WordSpans:
    watch = ProgressObserver(progress, observe)
    words = [u.words for u in utterances]
    network, letters = spell_network(model, words)
    watch.report(Stage.LISTEN, 0.0)
    energy = measure_energy(audio.samples)
    emissions = compute_ctc_emissions(model, letters, audio.samples, energy, observe=watch)
    watch(Step.EMISSIONS, emissions)
    aligner = Aligner(audio, words, network, emissions, energy, CTC_SEARCH, observe=watch)
    return aligner.align().spans


ENGINE = Engine(
    name="ctc",
    summary="letters by a neural model of your own (--model DIR); auto never uses it",
    needs="onnxruntime",
    install='pip install "subalign[neural]"',
    load=load,
)
