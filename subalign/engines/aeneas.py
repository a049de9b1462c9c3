"""aeneas' own aligner in process, its boundaries snapped to pauses, its words placed finely.

aeneas says every sentence with a speech synthesiser and lays the recording over the result
by dynamic time warping. That finds the right sentence but not its edges: it gives one
boundary between two sentences, and the pause goes to one side. So each boundary moves to a
pause of the recording, and a finer comparison finds the words inside.

No program is called and no file written: libespeak-ng speaks in process, and where aeneas' C
extensions are not compiled NumPy does their work.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from subalign.acoustics import espeak
from subalign.acoustics.extensions import prepare
from subalign.acoustics.features import cepstra
from subalign.acoustics.pauses import find_pauses
from subalign.acoustics.placing import Placed, place_words
from subalign.acoustics.snapping import snap
from subalign.engines.base import Engine, Report, Utterance
from subalign.errors import AlignmentError
from subalign.model import RATE, Audio, Span

if TYPE_CHECKING:
    from subalign.model import Samples

WINDOW, SHIFT = 0.100, 0.040
"""Length and distance of aeneas' frames, s: its defaults."""

PAUSE = 290
"""Silence after each synthetic sentence, ms: what espeak-ng itself leaves after a clause.

Without it the pauses of the recording are warped onto speech: on the exact-phrase items of
our benchmark 52 % of sentences begin within 100 ms, with it 86 %.
"""

_DOUBT_DISTANCE = 0.1
"""A sentence whose distance lies this far above the recording's median is e times as odd."""

_DOUBT_PACE = 0.3
"""So is one that is faster or slower than the median by this factor (natural logarithm)."""

_EVEN, _STEEP = 1.5, 2.0
"""A doubt of 1.5 is as often right as wrong; fitted by eye on clean and noisy recordings."""

_SURE = 0.7
"""Sentences above this say where the speech is."""

_ROOM, _MARGIN = 2.0, 2000
"""Doubtful sentences at an end may take twice as long as their synthetic speech, and 2 s."""


def align(
    audio: Audio, utterances: Sequence[Utterance], language: str, report: Report
) -> list[list[Span]]:
    """Sentences by aeneas, edges by pauses, words by a finer pass.

    Raises:
        AlignmentError: espeak-ng says nothing for this text in this language.
        SetupError: aeneas or espeak-ng is not installed.
        UsageError: espeak-ng has no voice for the language.
    """
    speeches = _speak(utterances, language, report)
    report("alignment", 0.0)
    found = _attempt(audio.samples, speeches)
    report("alignment", 0.5)
    start, end = _speech(found, speeches, audio.duration)
    if (start, end) != (0, audio.duration):
        again = _attempt(audio.samples[start * RATE // 1000 : end * RATE // 1000], speeches)
        found = max(found, again.later(start), key=_Found.sureness)
    report("alignment", 1.0)
    return [
        [Span(a, b, confidence) for a, b in words]
        for words, confidence in zip(found.words, found.confidence, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class _Found:
    """The words of each sentence (ms) and how sure it is of the sentence, 0..1."""

    words: list[list[tuple[int, int]]]
    confidence: list[float]

    def later(self, ms: int) -> _Found:
        words = [[(a + ms, b + ms) for a, b in sentence] for sentence in self.words]
        return _Found(words, self.confidence)

    def sureness(self) -> float:
        return sum(self.confidence)


def _attempt(samples: Samples, speeches: Sequence[espeak.Speech]) -> _Found:
    lengths = [len(s.samples) * 1000 / RATE for s in speeches]
    pauses = find_pauses(samples)
    spans = snap(sentence_boundaries(samples, speeches), lengths, pauses)
    placed = list(place_words(samples, pauses, speeches, spans))
    return _Found([p.words for p in placed], _confidence(placed, spans, lengths))


def _speech(found: _Found, speeches: Sequence[espeak.Speech], duration: int) -> tuple[int, int]:
    """The part of the recording (ms) that the text can fill, judged by its surest sentences.

    aeneas spreads the first sentences over any music before them, and the last ones over what
    comes after. The sentences that it is sure of say where the doubtful ones in front of the
    first and behind the last of them have room.
    """
    sure = [i for i, c in enumerate(found.confidence) if c >= _SURE]
    if len(sure) < len(speeches) / 2:
        return 0, duration
    first, last = sure[0], sure[-1]
    before = _ROOM * sum(len(s.samples) * 1000 // RATE + PAUSE for s in speeches[:first])
    after = _ROOM * sum(len(s.samples) * 1000 // RATE + PAUSE for s in speeches[last + 1 :])
    start = int(found.words[first][0][0] - before) - _MARGIN if first else 0
    end = int(found.words[last][-1][1] + after) + _MARGIN if after else duration
    return (
        start if start > _MARGIN else 0,
        end if end < duration - _MARGIN else duration,
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


def _speak(utterances: Sequence[Utterance], language: str, report: Report) -> list[espeak.Speech]:
    voice = espeak.find_voice(language)
    speeches = []
    for speech in espeak.synthesize((u.words for u in utterances), voice):
        speeches.append(speech)
        report("synthesis", len(speeches) / len(utterances))
    if not any(len(s.samples) for s in speeches):
        raise AlignmentError(
            f"espeak-ng's voice {voice!r} says nothing for this text",
            hint="check --language",
        )
    return speeches


def _confidence(
    placed: Sequence[Placed], spans: Sequence[tuple[int, int]], lengths: Sequence[float]
) -> list[float]:
    """How sure each sentence is, 0..1, from how it stands out among the others.

    A sentence in the wrong place sounds unlike its text and does not keep the pace.
    """
    distances = np.array([p.distance for p in placed])
    paces = np.array(
        [math.log(max(e - s, 1) / max(n, 1)) for (s, e), n in zip(spans, lengths, strict=True)]
    )
    doubts = (distances - np.median(distances)) / _DOUBT_DISTANCE
    doubts += np.abs(paces - np.median(paces)) / _DOUBT_PACE
    return [float(c) for c in 1 / (1 + np.exp(_STEEP * (doubts - _EVEN)))]


ENGINE = Engine(
    name="aeneas",
    summary="aeneas' sentences, snapped to the pauses of the recording, words by a finer pass",
    needs="aeneas",
    install="pip install py3-aeneas==1.1.0",
    align=align,
)
