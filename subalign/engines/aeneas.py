"""Engine aeneas: its sync map, with boundaries moved to pauses and words placed by phones.

aeneas says every sentence with a speech synthesiser and aligns the recording with the result by
dynamic time warping. This finds the right sentences but not their edges: aeneas gives one boundary
between two sentences, and the pause belongs to one of them by chance. So each boundary moves to a
pause of the recording. The second pass of the engine hmm then finds the words of each sentence, and
the sentences that do not fit their place.

No program is called and no file is written: libespeak-ng speaks in process, and NumPy replaces
aeneas' C extensions where they are not compiled.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from subalign.acoustics.activity.energy import measure_energy
from subalign.acoustics.activity.pauses import Pauses, find_pauses
from subalign.acoustics.aligner import Aligner
from subalign.acoustics.arrays import Flags
from subalign.acoustics.dtw.snapping import snap
from subalign.acoustics.dtw.task import SYNTHETIC_PAUSE_MS, sentence_boundaries
from subalign.acoustics.graph.network import Network
from subalign.acoustics.observing import Observer, ProgressObserver, observe_nothing
from subalign.acoustics.steps import Aligned, FirstPass, Knowledge
from subalign.acoustics.tts import espeak
from subalign.engines.base import (
    MIN_SURE_CONFIDENCE,
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
        progress: called with the events of the work.
        observe: called with every step and its value.

    Raises:
        AlignmentError: espeak-ng can say none of the text in this language, or most of the
            text is not in the recording.
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
    """Align as `align` does, with an aligner that was made before.

    Args:
        aligner: the recording and its text.
        utterances: the sentences.
        language: BCP 47 tag.
        watch: called with the share that is done.

    Raises:
        AlignmentError: espeak-ng can say none of the text in this language, or most of the
            text is not in the recording.
    """
    return _align_speeches(aligner, _speak(utterances, language, watch), watch)


def sentence_spans(
    samples: Samples, pauses: Pauses, speeches: Sequence[espeak.Speech]
) -> list[tuple[int, int]]:
    """Return start and end of the voice in each sentence, ms: aeneas' boundaries at pauses.

    Args:
        samples: the recording, int16 mono at ``RATE``.
        pauses: of the same recording.
        speeches: its sentences as espeak-ng says them.
    """
    lengths = [len(s.samples) * 1000 / RATE for s in speeches]
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
    whole = len(samples) == len(aligner.audio.samples)
    pauses = find_pauses(aligner.energy if whole else measure_energy(samples))

    def bounds(wanted: Sequence[int]) -> list[tuple[int, int]]:
        found = sentence_spans(samples, pauses, [speeches[i] for i in wanted])
        rows = [(start, start)] * len(speeches)
        for i, (a, b) in zip(wanted, found, strict=True):
            rows[i] = (a + start, b + start)
        return rows

    def again(left_out: Flags, network: Network, known: Knowledge) -> FirstPass:
        kept = np.flatnonzero(~left_out).tolist()
        return aligner.first_pass_within(bounds(kept), network, known)

    found = aligner.first_pass_within(bounds(range(len(speeches))), known=known)
    return aligner.refine(found, again)


def _find_speech(
    spans: WordSpans, speeches: Sequence[espeak.Speech], duration: int
) -> tuple[int, int]:
    """Return the part of the recording (ms) that the text can fill, by its surest sentences.

    aeneas spreads the first sentences over any music before them, and the last ones over what
    comes after. Between the surest sentences and the edges of the recording the doubtful ones may
    take twice as long as their synthetic speech, and 2 s.
    """
    room, margin = 2.0, 2000  # times as long, ms
    sure = [i for i, words in enumerate(spans) if start_confidence(words) >= MIN_SURE_CONFIDENCE]
    if len(sure) < len(speeches) / 2:
        return 0, duration
    first, last = sure[0], sure[-1]
    lengths = [len(s.samples) * 1000 // RATE + SYNTHETIC_PAUSE_MS for s in speeches]
    before, after = room * sum(lengths[:first]), room * sum(lengths[last + 1 :])
    start = min(s.start for s in spans[first] if s) - before - margin if first else 0
    end = max(s.end for s in spans[last] if s) + after + margin if after else duration
    return (
        int(start) if start > margin else 0,
        int(end) if end < duration - margin else duration,
    )


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
