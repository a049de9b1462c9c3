"""The sonnet of the fixtures, and what the engine hmm makes of it, step by step."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from bench.recording import Recorder
from subalign import engines
from subalign.acoustics.activity.energy import FRAME_MS
from subalign.acoustics.aligner import Aligner
from subalign.acoustics.arrays import Floats, Ints
from subalign.acoustics.features.mfcc import ORIGIN_MS
from subalign.acoustics.graph.network import Network
from subalign.acoustics.model.sphinx import STATES, load_model
from subalign.acoustics.observing import Step
from subalign.acoustics.search.second_pass import Placed
from subalign.acoustics.search.trellis import Trellis
from subalign.audio import decode
from subalign.inputs import load_transcript
from subalign.model import Audio, Span
from subalign.spoken import verbalise

FOLDER = Path(__file__).parents[1] / "fixtures" / "sonnet"
LANGUAGE = "en"


@dataclass(frozen=True, slots=True, eq=False)
class Sonnet:
    """The recording, its sentences, and all that the engine hmm makes of them.

    Args:
        spans: of each word of each sentence.
        network: the text in phones.
        placed: its phones by the second pass.
        confidences: of the words of the network.
        trellises: of the second passes, with the first frame of each of their words.
        before: edges of the words before they moved to those of the sound, ms.
    """

    audio: Audio
    sentences: list[tuple[str, ...]]
    spans: list[list[Span | None]]
    network: Network
    placed: Placed
    confidences: Floats
    trellises: list[tuple[Trellis, Ints]]
    before: list[tuple[int, int]]

    @property
    def words(self) -> list[tuple[str, Span]]:
        """All aligned words in a row."""
        rows = zip(self.sentences, self.spans, strict=True)
        return [(t, s) for texts, spans in rows for t, s in zip(texts, spans, strict=True) if s]

    def limits(self, sentence: int) -> tuple[float, float]:
        """Start and end of a sentence, s."""
        aligned = [span for span in self.spans[sentence] if span]
        return aligned[0].start / 1000, aligned[-1].end / 1000


@lru_cache(maxsize=1)
def sonnet() -> Sonnet:
    """Align it."""
    audio = decode(FOLDER / "audio.opus")
    script = verbalise(load_transcript(FOLDER / "transcript.txt", language=LANGUAGE), LANGUAGE)
    sentences = [u.words for _, u in engines.utterances(script)]
    recorder = Recorder()
    aligned = Aligner.by_phones(audio, sentences, LANGUAGE, observe=recorder).align()
    judged = recorder.values[Step.JUDGEMENT][-1]
    return Sonnet(
        audio=audio,
        sentences=sentences,
        spans=aligned.spans,
        network=judged.network,
        placed=judged.placed,
        confidences=judged.judgement.confidences,
        trellises=recorder.values[Step.TRELLIS],
        before=recorder.values[Step.BOUNDARIES][-1],
    )


def seconds(frame: float) -> float:
    """Return when a frame begins, s."""
    return (frame * FRAME_MS + ORIGIN_MS) / 1000


def phones_of(own: Sonnet, start: float, end: float) -> list[tuple[float, float, str]]:
    """Start, end (s) and name of each phone that is said between two times."""
    names = load_model().phones
    found = zip(own.network.phones, own.placed.starts, own.placed.stops, strict=True)
    rows = [(seconds(a), seconds(b), names[p]) for p, a, b in found if a >= 0]
    return [row for row in rows if row[0] < end and row[1] > start]


def chunk_at(own: Sonnet, sentence: int) -> tuple[Trellis, int, int]:
    """The trellis and chunk that hold a sentence, and the first frame of the chunk."""
    word = int(np.flatnonzero(own.network.words[:, 0] == sentence)[0])
    frames = own.placed.starts[own.network.firsts[:-1]]
    sizes = own.network.sizes
    for trellis, starts in own.trellises:
        lengths = (trellis.tails - trellis.heads + 1) // STATES
        for chunk in range(len(trellis.lengths)):
            words = trellis.words(chunk)
            n = words.stop - words.start
            for at in range(max(0, word - n + 1), word + 1):
                same = np.array_equal(sizes[at : at + n], lengths[words])
                shift = np.unique(frames[at : at + n] - starts[words]) if same else np.zeros(2)
                if len(shift) == 1:
                    return trellis, chunk, int(shift[0])
    raise AssertionError("every sentence of the sonnet is in a chunk")
