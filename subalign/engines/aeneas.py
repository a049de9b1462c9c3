"""aeneas' own aligner in process, its boundaries snapped to pauses, its words placed by phones.

aeneas says every sentence with a speech synthesiser and lays the recording over the result
by dynamic time warping. That finds the right sentence but not its edges: it gives one
boundary between two sentences, and the pause goes to one side. So each boundary moves to a
pause of the recording, and the search that the engine hmm ends with finds the words inside,
and which sentences do not fit where they were put.

No program is called and no file written: libespeak-ng speaks in process, and where aeneas' C
extensions are not compiled NumPy does their work.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from subalign.acoustics.activity.energy import measure_energy
from subalign.acoustics.activity.pauses import find_pauses
from subalign.acoustics.aligner import Aligner
from subalign.acoustics.arrays import Flags
from subalign.acoustics.dtw.cepstra import cepstra
from subalign.acoustics.dtw.extensions import prepare
from subalign.acoustics.dtw.snapping import snap
from subalign.acoustics.graph.network import Network
from subalign.acoustics.search.first_pass import Path
from subalign.acoustics.tts import espeak
from subalign.engines.base import (
    Engine,
    Utterance,
    WordSpans,
    expected_correct_starts,
    start_confidence,
)
from subalign.errors import AlignmentError
from subalign.events import Event, Progress, Stage
from subalign.model import RATE, Audio

if TYPE_CHECKING:
    from subalign.model import Samples

WINDOW, SHIFT = 0.100, 0.040
"""Length and distance of aeneas' frames, s: its defaults."""

PAUSE = 290
"""Silence after each synthetic sentence, ms: what espeak-ng itself leaves after a clause.

Without it the pauses of the recording are warped onto speech: on the exact-phrase items of
our benchmark 52 % of sentences begin within 100 ms, with it 86 %.
"""

_SURE = 0.7
"""Sentences above this say where the speech is."""

_ROOM, _MARGIN = 2.0, 2000
"""Doubtful sentences at an end may take twice as long as their synthetic speech, and 2 s."""


def align(
    audio: Audio, utterances: Sequence[Utterance], language: str, progress: Progress
) -> WordSpans:
    """Sentences by aeneas, edges by pauses, words by phones.

    Raises:
        AlignmentError: espeak-ng says nothing for this text in this language; most of it is
            not in the audio.
        SetupError: aeneas, espeak-ng or pocketsphinx is not installed.
        UsageError: espeak-ng has no voice for the language.
    """
    speeches = _speak(utterances, language, progress)
    progress(Event(Stage.LISTEN, 0.0))
    aligner = Aligner.by_phones(audio, [u.words for u in utterances], language)
    progress(Event(Stage.LISTEN, 1.0))
    progress(Event(Stage.ALIGN, 0.0))
    found = _attempt(aligner, audio, speeches, 0, audio.duration)
    progress(Event(Stage.ALIGN, 0.6))
    start, end = _speech(found, speeches, audio.duration)
    if (start, end) != (0, audio.duration):
        again = _attempt(aligner, audio, speeches, start, end)
        found = max(found, again, key=expected_correct_starts)
    progress(Event(Stage.ALIGN, 1.0))
    return found


def sentence_spans(samples: Samples, speeches: Sequence[espeak.Speech]) -> list[tuple[int, int]]:
    """When the voice begins and ends in each sentence, ms; aeneas' boundaries at pauses.

    Args:
        samples: the recording, int16 mono at ``RATE``.
        speeches: its sentences as espeak-ng says them.
    """
    lengths = [len(s.samples) * 1000 / RATE for s in speeches]
    return snap(
        sentence_boundaries(samples, speeches), lengths, find_pauses(measure_energy(samples))
    )


def _attempt(
    aligner: Aligner, audio: Audio, speeches: Sequence[espeak.Speech], start: int, end: int
) -> WordSpans:
    """With the recording from ``start`` to ``end``, ms."""
    samples = audio.samples[start * RATE // 1000 : end * RATE // 1000]

    def spans(wanted: Sequence[int]) -> list[tuple[int, int]]:
        found = sentence_spans(samples, [speeches[i] for i in wanted])
        rows = [(start, start)] * len(speeches)
        for i, (a, b) in zip(wanted, found, strict=True):
            rows[i] = (a + start, b + start)
        return rows

    def again(left_out: Flags, network: Network) -> Path:
        return aligner.inside(spans(np.flatnonzero(~left_out).tolist()), network)

    return aligner.settle(aligner.inside(spans(range(len(speeches)))), again)


def _speech(found: WordSpans, speeches: Sequence[espeak.Speech], duration: int) -> tuple[int, int]:
    """The part of the recording (ms) that the text can fill, judged by its surest sentences.

    aeneas spreads the first sentences over any music before them, and the last ones over what
    comes after. The sentences that it is sure of say where the doubtful ones in front of the
    first and behind the last of them have room.
    """
    sure = [i for i, words in enumerate(found) if start_confidence(words) >= _SURE]
    if len(sure) < len(speeches) / 2:
        return 0, duration
    first, last = sure[0], sure[-1]
    before = _ROOM * sum(len(s.samples) * 1000 // RATE + PAUSE for s in speeches[:first])
    after = _ROOM * sum(len(s.samples) * 1000 // RATE + PAUSE for s in speeches[last + 1 :])
    start = min(s.start for s in found[first] if s) - before - _MARGIN if first else 0
    end = max(s.end for s in found[last] if s) + after + _MARGIN if after else duration
    return (
        int(start) if start > _MARGIN else 0,
        int(end) if end < duration - _MARGIN else duration,
    )


def sentence_boundaries(samples: Samples, speeches: Sequence[espeak.Speech]) -> list[float]:
    """Stock aeneas: where it puts the boundaries of the sentences.

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

    silence = np.zeros(PAUSE * RATE // 1000, np.int16)
    pieces = [piece for s in speeches for piece in (s.samples, silence)]
    begins = np.cumsum([0, *(len(s.samples) + len(silence) for s in speeches)])[:-1] / RATE
    settings = RuntimeConfiguration()
    # given as a matrix: aeneas' own reader would hold the recording as 64-bit floats
    recording, synthetic = (
        AudioFileMFCC(mfcc_matrix=np.ascontiguousarray(cepstra(s, WINDOW, SHIFT).T), rconf=settings)
        for s in (samples, np.concatenate(pieces))
    )
    aligner = DTWAligner(recording, synthetic, rconf=settings)
    # left to itself it takes a loop in Python for short texts, unless an extension that we
    # do not need is compiled; a stripe as wide as the text gives the same path
    band = int(2 * settings.dtw_margin / settings.mws)
    aligner.dtw = DTWStripe(recording.middle_mfcc, synthetic.middle_mfcc, band, rconf=settings)
    frames = aligner.compute_boundaries([(TimeValue(f"{t:.6f}"), None, None) for t in begins])
    return [float(f) * SHIFT * 1000 for f in frames]


def _speak(
    utterances: Sequence[Utterance], language: str, progress: Progress
) -> list[espeak.Speech]:
    voice = espeak.find_voice(language)
    speeches = []
    for speech in espeak.synthesize((u.words for u in utterances), voice):
        speeches.append(speech)
        progress(Event(Stage.SYNTHESIS, len(speeches) / len(utterances)))
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
