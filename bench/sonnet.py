"""The sonnet of the fixtures, and what the engine hmm makes of it on the way to its times."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from bench.watching import calls
from subalign import engines, pipeline
from subalign.acoustics import aligner
from subalign.acoustics.aligner import Aligner
from subalign.acoustics.arrays import Ints
from subalign.acoustics.features.mfcc import CENTRE, STEP
from subalign.acoustics.graph.network import Network
from subalign.acoustics.model.sphinx import STATES, load_model
from subalign.acoustics.search import second_pass as fine
from subalign.acoustics.search.second_pass import Placed
from subalign.acoustics.search.trellis import Trellis
from subalign.audio import decode
from subalign.model import Audio, Span

FOLDER = Path(__file__).parents[1] / "fixtures" / "sonnet"
LANGUAGE = "en"


@dataclass(frozen=True, slots=True, eq=False)
class Sonnet:
    """The recording, its sentences, and what the engine hmm makes of them.

    Args:
        spans: of each word of each sentence.
        trellises: what the fine search worked on, with the first frame of each of its words.
        before: edges of the words before they moved to those of the sound, ms.
    """

    audio: Audio
    sentences: list[tuple[str, ...]]
    spans: list[list[Span | None]]
    network: Network
    placed: Placed
    trellises: list[tuple[Trellis, Ints]]
    before: list[tuple[int, int]]

    @property
    def words(self) -> list[tuple[str, Span]]:
        """All heard words in a row."""
        rows = zip(self.sentences, self.spans, strict=True)
        return [(t, s) for texts, spans in rows for t, s in zip(texts, spans, strict=True) if s]

    def limits(self, sentence: int) -> tuple[float, float]:
        """Start and end of a sentence, s."""
        heard = [span for span in self.spans[sentence] if span]
        return heard[0].start / 1000, heard[-1].end / 1000


@lru_cache(maxsize=1)
def sonnet() -> Sonnet:
    """Align it."""
    audio = decode(FOLDER / "audio.opus")
    script = pipeline.load_transcript(FOLDER / "transcript.txt", LANGUAGE).said()
    sentences = [u.words for _, u in engines.utterances(script)]
    with (
        calls(aligner, "confidences") as rated,
        calls(fine, "start_posteriors") as trellises,
        calls(aligner, "refine_boundaries") as refined,
    ):
        whole = Aligner.by_phones(audio, sentences, LANGUAGE)
        spans = whole.settle(whole.search())
    network, placed, _ = rated[-1]
    return Sonnet(
        audio, sentences, spans, network, placed, [(t, s) for t, s in trellises], refined[-1][0]
    )


def seconds(frame: float) -> float:
    """Where a frame begins."""
    return (frame * STEP + CENTRE) / 1000


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
