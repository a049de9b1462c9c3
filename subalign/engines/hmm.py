"""Our own aligner: hidden Markov models of phones, and a judgement of what was not said.

espeak-ng says which phones the text has, the acoustic model how well each frame of the
recording fits them, and a Viterbi search which stretch is which phone: first through the
whole recording, then to 10 ms between pauses. Sentences that do not fit where they were put
are left out, and the rest is aligned again. docs/alignment.md tells the reasons.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from subalign.acoustics import espeak
from subalign.acoustics.acoustic_model import AcousticModel, load_model
from subalign.acoustics.coarse import DECIMATION, WINDOW, Path, find_path
from subalign.acoustics.edges import refine
from subalign.acoustics.fine import Placed, place_phones
from subalign.acoustics.frontend import CENTRE, STEP
from subalign.acoustics.listening import Heard, listen
from subalign.acoustics.network import Network
from subalign.acoustics.pronunciation import pronounce
from subalign.engines.base import Engine, Report, Utterance
from subalign.errors import AlignmentError
from subalign.model import Audio, Span

Flags = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]

_GOOD = -1.2
"""A median fit of phones, logs a frame, from which on the usual penalties do."""

_LENIENT = (4.0, 60.0)
"""Garbage and skip cost of the first search, which only measures how well the model fits."""

_SUSPECT, _BETTER = -2.0, 0.22
"""A text that fits worse than the first must fit better than its words shuffled by the second.
Texts of other recordings fitted up to 0.16 better; right ones, clean, 0.7 to 1.9, in white
noise at 10 dB 0.3 to 0.9 (but a few sentences alone in such noise from 0.04).
"""

_DECOYS, _ENOUGH = 4, 8000
"""So many shuffled texts for a short one; fewer when they have so many phones together."""

_SKIP = 70.0
"""What leaving out a word costs in the fine search: as much as so many frames of garbage."""

_FAR, _LEAST_FAR = 9.0, 2.5
"""A sentence that fits worse than the median by nine times the median deviation, and by 2.5
logs a frame, is not in the audio.
"""

_HEARD = 1 / 3
"""Nor is one of which less than a third of the words are."""


def align(
    audio: Audio, utterances: Sequence[Utterance], language: str, report: Report
) -> list[list[Span | None]]:
    """When each word is said; None for words that are not in the audio.

    Raises:
        AlignmentError: most of the text is not in the audio.
        SetupError: espeak-ng or pocketsphinx is not installed.
        UsageError: espeak-ng has no voice for the language.
    """
    model = load_model()
    voice = espeak.find_voice(language)
    sentences = [u.words for u in utterances]
    network = Network.of(model, sentences, pronounce(sentences, language, voice))
    if not len(network.phones):
        raise AlignmentError(
            f"espeak-ng's voice {voice!r} says nothing for this text", hint="check --language"
        )
    report("alignment", 0.0)
    heard = listen(model, audio.samples)
    if not len(heard.phones):
        raise AlignmentError("there is no sound", hint="check the audio")
    report("alignment", 0.4)
    aligner = _Aligner(model, heard)
    path = aligner.adapt(network)
    report("alignment", 0.5)
    found = aligner.align(network, path)
    report("alignment", 0.8)
    bad = _absent(network, found, len(sentences))
    if bad.sum() > len(bad) / 2:
        raise AlignmentError(
            f"{int(bad.sum())} of {len(bad)} sentences are not in the audio",
            hint="check that transcript and recording belong together",
        )
    if bad.any():
        network = network.keep(~bad[network.words[:, 0]])
        found = aligner.align(network, aligner.search(network))
        bad = _absent(network, found, len(sentences))
    report("alignment", 1.0)
    return _spans(network, found, bad, sentences, audio)


def _spans(
    network: Network,
    found: Placed,
    bad: Flags,
    sentences: Sequence[Sequence[str]],
    audio: Audio,
) -> list[list[Span | None]]:
    spans: list[list[Span | None]] = [[None] * len(words) for words in sentences]
    starts, stops = found.starts[network.firsts[:-1]], found.stops[network.firsts[1:] - 1]
    kept = (starts >= 0) & ~bad[network.words[:, 0]]
    frames = np.stack((starts[kept], stops[kept]), axis=1) * STEP + CENTRE
    times = refine([(a, b) for a, b in frames.tolist()], audio.samples)
    for (s, w), (a, b) in zip(network.words[kept].tolist(), times, strict=True):
        spans[s][w] = Span(a, b, 0.0)
    return spans


class _Aligner:
    """The searches, with penalties that follow how well the model fits the recording."""

    def __init__(self, model: AcousticModel, heard: Heard) -> None:
        self._model, self._heard = model, heard
        self._tolerate(_GOOD)

    def adapt(self, network: Network) -> Path:
        """Choose the penalties; return the path that is found with them.

        Raises:
            AlignmentError: the text fits no better than another.
        """
        path = self.search(network)
        if np.median(self._fits(network, path)[0]) >= _GOOD:
            return path
        lenient = self._coarse(network, *_LENIENT)
        fit = float(np.median(self._fits(network, lenient)[0]))
        if fit < _SUSPECT and self._mean(network, lenient) < self._by_chance(network) + _BETTER:
            raise AlignmentError(
                "the text fits the recording no better than with its words shuffled",
                hint="check that they belong together and that the order is the same",
            )
        self._tolerate(fit)
        return self.search(network)

    def search(self, network: Network) -> Path:
        """The coarse path."""
        return self._coarse(network, self._garbage, self._skip)

    def align(self, network: Network, path: Path) -> Placed:
        """The phones of a path, placed finely."""
        near = tuple(np.where(at >= 0, at * DECIMATION, -1) for at in (path.starts, path.stops))
        heard = self._heard
        return place_phones(
            self._model,
            network,
            heard.features,
            (near[0], near[1]),
            heard.best,
            heard.gaps,
            self._fine_garbage,
            _SKIP * self._fine_garbage,
        )

    def _tolerate(self, fit: float) -> None:
        self._garbage = max(1.2, -0.5 - 2.4 * fit)
        self._skip = 20.0 - 20.0 * min(fit + 0.85, 0)
        self._fine_garbage = max(3.0, 1.5 - 3 * fit)

    def _by_chance(self, network: Network) -> float:
        """The mean fit of texts that were not said, of the same sounds."""
        count = min(_DECOYS, 1 + _ENOUGH // len(network.phones))
        decoys = [network.shuffled(seed) for seed in range(count)]
        return float(np.mean([self._mean(d, self._coarse(d, *_LENIENT)) for d in decoys]))

    def _mean(self, network: Network, path: Path) -> float:
        fits, frames = self._fits(network, path)
        return float(np.average(fits, weights=frames))

    def _fits(self, network: Network, path: Path) -> tuple[Floats, Floats]:
        """For each phone on a path its log likelihood a frame, less that of the best phone, and
        how many frames it lasts.

        Raises:
            AlignmentError: no phone is on the path.
        """
        heard = path.starts >= 0
        if not heard.any():
            raise AlignmentError(
                "nothing of the text is in the audio",
                hint="check that transcript and recording belong together",
            )
        sums = np.cumsum(np.pad(self._heard.phones, ((1, 0), (0, 0))), axis=0, dtype=np.float64)
        starts, stops, phones = path.starts[heard], path.stops[heard], network.phones[heard]
        frames = (stops - starts).astype(np.float64)
        return (sums[stops, phones] - sums[starts, phones]) / frames, frames

    def _coarse(self, network: Network, garbage: float, skip: float) -> Path:
        gaps = np.maximum(self._heard.coarse_gaps, -garbage) * DECIMATION
        phones = self._heard.phones * DECIMATION
        window = WINDOW
        while (path := find_path(network, phones, gaps, skip, window)).touched:
            window *= 2
        return path


def _absent(network: Network, found: Placed, count: int) -> Flags:
    """Which of ``count`` sentences are not in the audio; those of no words among them."""
    starts = found.starts
    length = np.where(starts >= 0, found.stops - starts, 0)
    sentence_of = network.words[network.word_of, 0]
    frames = np.bincount(sentence_of, length, count)
    total = np.bincount(sentence_of, length * np.nan_to_num(found.scores), count)
    scores = total / np.maximum(frames, 1)
    sentences = network.words[:, 0]
    heard = np.bincount(sentences, starts[network.firsts[:-1]] >= 0, count)
    share = heard / np.maximum(np.bincount(sentences, minlength=count), 1)
    if not (frames > 0).any():
        return np.ones(count, np.bool_)
    median = np.median(scores[frames > 0])
    deviation = np.median(np.abs(scores[frames > 0] - median))
    far = max(_FAR * deviation, _LEAST_FAR)
    return np.asarray((scores < median - far) | (share < _HEARD))


ENGINE = Engine(
    name="hmm",
    summary="phones against an acoustic model; says which sentences are not in the recording",
    needs="pocketsphinx",
    install="pip install pocketsphinx",
    align=align,
)
