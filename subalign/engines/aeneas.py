"""aeneas' own aligner in process, its boundaries snapped to pauses, its words placed by phones.

aeneas says every sentence with a speech synthesiser and lays the recording over the result
by dynamic time warping. That finds the right sentence but not its edges: it gives one
boundary between two sentences, and the pause goes to one side. So each boundary moves to a
pause of the recording, and the search that the engine hmm ends with finds the words inside,
and the sentences that do not fit where they were put.

No program is called and no file written: libespeak-ng speaks in process, and where aeneas' C
extensions are not compiled NumPy does their work.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from subalign.acoustics.activity.energy import measure_energy
from subalign.acoustics.activity.pauses import find_pauses
from subalign.acoustics.aligner import Aligned, Aligner, FirstPass, Knowledge
from subalign.acoustics.arrays import Flags
from subalign.acoustics.dtw.cepstra import aeneas_cepstra
from subalign.acoustics.dtw.extensions import prepare
from subalign.acoustics.dtw.snapping import snap
from subalign.acoustics.graph.network import Network
from subalign.acoustics.observing import Observer, ProgressObserver, observe_nothing
from subalign.acoustics.tts import espeak
from subalign.engines.base import (
    Engine,
    Utterance,
    WordSpans,
    expected_correct_starts,
    start_confidence,
)
from subalign.errors import AlignmentError
from subalign.events import Progress, Stage
from subalign.model import RATE, Audio

if TYPE_CHECKING:
    from subalign.model import Samples

PAUSE_MS = 290
"""Silence after each synthetic sentence: what espeak-ng itself leaves after a clause. Without it
the pauses of the recording are warped onto speech: on the exact-phrase items of docs/benchmarks.md
52 % of sentences begin within 100 ms, with it 86 %.
"""


def align(
    audio: Audio,
    utterances: Sequence[Utterance],
    language: str,
    progress: Progress,
    observe: Observer = observe_nothing,
) -> WordSpans:
    """Align sentences by aeneas, their edges by pauses, and their words by phones.

    Args:
        audio: the recording.
        utterances: its sentences.
        language: BCP 47 tag.
        progress: is given the events of the work.
        observe: is told every step and its value.

    Raises:
        AlignmentError: espeak-ng says nothing for this text in this language; most of it is
            not in the recording.
        SetupError: aeneas, espeak-ng or pocketsphinx is not installed.
        UsageError: espeak-ng has no voice for the language.
    """
    watch = ProgressObserver(progress, observe)
    speeches = _speak(utterances, language, watch)
    watch.report(Stage.LISTEN, 0.0)
    aligner = Aligner.by_phones(audio, [u.words for u in utterances], language, observe=watch)
    return _align_speeches(aligner, speeches, watch)


def align_sentences(
    aligner: Aligner, utterances: Sequence[Utterance], language: str, watch: ProgressObserver
) -> WordSpans:
    """Align as `align` does, with an aligner that is there already.

    Args:
        aligner: the recording and its text.
        utterances: the sentences.
        language: BCP 47 tag.
        watch: is told the share that is done.

    Raises:
        AlignmentError: espeak-ng says nothing for this text in this language; most of it is
            not in the recording.
    """
    return _align_speeches(aligner, _speak(utterances, language, watch), watch)


def sentence_spans(samples: Samples, speeches: Sequence[espeak.Speech]) -> list[tuple[int, int]]:
    """Return start and end of the voice in each sentence, ms: aeneas' boundaries at pauses.

    Args:
        samples: the recording, int16 mono at ``RATE``.
        speeches: its sentences as espeak-ng says them.
    """
    lengths = [len(s.samples) * 1000 / RATE for s in speeches]
    pauses = find_pauses(measure_energy(samples))
    return snap(sentence_boundaries(samples, speeches), lengths, pauses)


def _align_speeches(
    aligner: Aligner, speeches: Sequence[espeak.Speech], watch: ProgressObserver
) -> WordSpans:
    duration = aligner.audio.duration
    watch.take(0.0, 0.6)
    first = _attempt(aligner, speeches, 0, duration, watch)
    spans: WordSpans = first.spans
    start, end = _find_speech(spans, speeches, duration)
    if (start, end) != (0, duration):
        watch.take(0.6, 1.0)
        second = _attempt(aligner, speeches, start, end, watch, first.known)
        spans = max(spans, second.spans, key=expected_correct_starts)
    watch.report(Stage.ALIGN, 1.0)
    return spans


def _attempt(
    aligner: Aligner,
    speeches: Sequence[espeak.Speech],
    start: int,
    end: int,
    watch: ProgressObserver,
    known: Knowledge | None = None,
) -> Aligned:
    """Align with the recording from ``start`` to ``end``, ms."""
    samples = aligner.audio.samples[start * RATE // 1000 : end * RATE // 1000]

    def bounds(wanted: Sequence[int]) -> list[tuple[int, int]]:
        found = sentence_spans(samples, [speeches[i] for i in wanted])
        rows = [(start, start)] * len(speeches)
        for i, (a, b) in zip(wanted, found, strict=True):
            rows[i] = (a + start, b + start)
        return rows

    def again(left_out: Flags, network: Network, known: Knowledge) -> FirstPass:
        kept = np.flatnonzero(~left_out).tolist()
        return aligner.find_path_within(bounds(kept), network, known)

    found = aligner.find_path_within(bounds(range(len(speeches))), known=known)
    return aligner.settle(found, again)


def _find_speech(
    spans: WordSpans, speeches: Sequence[espeak.Speech], duration: int
) -> tuple[int, int]:
    """Return the part of the recording (ms) that the text can fill, by its surest sentences.

    aeneas spreads the first sentences over any music before them, and the last ones over what
    comes after. Between the surest sentences and the edges of the recording the doubtful ones may
    take twice as long as their synthetic speech, and 2 s.
    """
    room, margin = 2.0, 2000
    sure = [i for i, words in enumerate(spans) if start_confidence(words) >= 0.7]
    if len(sure) < len(speeches) / 2:
        return 0, duration
    first, last = sure[0], sure[-1]
    before = room * sum(len(s.samples) * 1000 // RATE + PAUSE_MS for s in speeches[:first])
    after = room * sum(len(s.samples) * 1000 // RATE + PAUSE_MS for s in speeches[last + 1 :])
    start = min(s.start for s in spans[first] if s) - before - margin if first else 0
    end = max(s.end for s in spans[last] if s) + after + margin if after else duration
    return (
        int(start) if start > margin else 0,
        int(end) if end < duration - margin else duration,
    )


def sentence_boundaries(samples: Samples, speeches: Sequence[espeak.Speech]) -> list[float]:
    """Return the boundaries of the sentences as aeneas itself finds them.

    Args:
        samples: the recording, int16 mono at ``RATE``.
        speeches: its n sentences as espeak-ng says them.

    Returns:
        The n + 1 boundaries, ms; they never fall.
    """
    prepare()
    from aeneas.audiofilemfcc import AudioFileMFCC
    from aeneas.dtw import DTWAligner, DTWStripe
    from aeneas.exacttiming import TimeValue
    from aeneas.runtimeconfiguration import RuntimeConfiguration

    silence = np.zeros(PAUSE_MS * RATE // 1000, np.int16)
    pieces = [piece for s in speeches for piece in (s.samples, silence)]
    begins = np.cumsum([0, *(len(s.samples) + len(silence) for s in speeches)])[:-1] / RATE
    window, shift = 0.100, 0.040  # s: aeneas' defaults
    settings = RuntimeConfiguration()
    # given as a matrix: aeneas' own reader would hold the recording as 64-bit floats
    cepstra = (aeneas_cepstra(s, window, shift) for s in (samples, np.concatenate(pieces)))
    recording, synthetic = (
        AudioFileMFCC(mfcc_matrix=np.ascontiguousarray(c.T), rconf=settings) for c in cepstra
    )
    aligner = DTWAligner(recording, synthetic, rconf=settings)
    # left to itself it takes a loop in Python for short texts, unless an extension that we
    # do not need is compiled; a stripe as wide as the text gives the same path
    band = int(2 * settings.dtw_margin / settings.mws)
    aligner.dtw = DTWStripe(recording.middle_mfcc, synthetic.middle_mfcc, band, rconf=settings)
    frames = aligner.compute_boundaries([(TimeValue(f"{t:.6f}"), None, None) for t in begins])
    return [float(f) * shift * 1000 for f in frames]


def _speak(
    utterances: Sequence[Utterance], language: str, watch: ProgressObserver
) -> list[espeak.Speech]:
    voice = espeak.find_voice(language)
    speeches = []
    for speech in espeak.synthesize((u.words for u in utterances), voice):
        speeches.append(speech)
        watch.report(Stage.SYNTHESIS, len(speeches) / len(utterances))
    if not any(len(s.samples) for s in speeches):
        raise AlignmentError(
            f"espeak-ng's voice {voice!r} says nothing for this text",
            hint="check the language",
        )
    return speeches


ENGINE = Engine(
    name="aeneas",
    summary="aeneas' sentences, snapped to the pauses of the recording, words by phones",
    needs="aeneas",
    install="pip install py3-aeneas==1.1.0",
    align=align,
    check_language=espeak.find_voice,
)
