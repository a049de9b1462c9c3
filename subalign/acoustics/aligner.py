"""A text laid over a recording: the searches, and the penalties that they go by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np

from subalign.acoustics.activity.boundaries import refine_boundaries
from subalign.acoustics.activity.energy import measure_energy
from subalign.acoustics.arrays import Flags, Floats
from subalign.acoustics.emissions.gmm import Heard, listen
from subalign.acoustics.features.mfcc import STEP
from subalign.acoustics.graph.network import Network
from subalign.acoustics.graph.pronunciation import pronounce
from subalign.acoustics.model.sphinx import load_model
from subalign.acoustics.search.confidence import absent, confidences, score_limit
from subalign.acoustics.search.first_pass import WINDOW, Path, find_path
from subalign.acoustics.search.second_pass import Placed, place_phones
from subalign.acoustics.tts import espeak
from subalign.errors import AlignmentError
from subalign.model import Audio, Span

Spans = Sequence[tuple[int, int]]

_BELONG = "check that transcript and recording belong together"

_GOOD, _MOST = -1.2, 0.6
"""A median fit of phones, logs a frame, from which on the usual penalties do, and the share of
phones that must be on the path.
"""

_LENIENT = (4.0, 60.0)
"""Garbage and skip cost of the search which only measures how well the model fits."""

_SUSPECT = -2.0
"""A text that fits worse than this must fit better than its words shuffled, by ``margin``."""

_DECOYS, _ENOUGH = 4, 8000
"""So many shuffled texts for a short one; fewer when they have so many phones together."""

_WITHIN = 3.0
"""How much more it costs to leave out a word of a sentence that has a place of its own."""

_INSIDE = 0.2
"""By what share of all above the usual garbage costs more where no mark allows a pause. Where
phones fit badly it must cost much, and then words that lie scattered over sentences like theirs
would be worth more than those of their own sentence.
"""

_LESSON, _PARTS = 8000, 8
"""Voices are learned from so many phones at most, some ten minutes, of so many parts of the
recording.
"""

_POOR = 3.0  # phones that score so much below the median are not learned from, logs a frame

_SKIP = 70.0
"""What leaving out a word costs in the fine search: as much as so many frames of garbage."""


class Aligner:
    """A recording and a text that may be said in it.

    The penalties follow how well the model fits the recording: other languages, noise and
    synthetic voices fit it worse than a clear American voice.

    Args:
        network: the text in the phones of a model; not empty.
        heard: the recording as that model hears it.

    Raises:
        AlignmentError: there is no sound.
    """

    def __init__(
        self, audio: Audio, sentences: Sequence[Sequence[str]], network: Network, heard: Heard
    ) -> None:
        self._audio, self._sentences = audio, sentences
        self.network, self._heard = network, heard
        if not len(heard.phones):
            raise AlignmentError("there is no sound", hint="check the audio")
        self._tolerate(_GOOD)
        self._usual, _ = self._costs
        self._limit = -np.inf

    @classmethod
    def by_phones(cls, audio: Audio, sentences: Sequence[Sequence[str]], language: str) -> Aligner:
        """By the phones that espeak-ng says, and the acoustic model of pocketsphinx.

        Raises:
            AlignmentError: nothing can be said of the text, or there is no sound.
            SetupError: espeak-ng or pocketsphinx is not installed.
            UsageError: espeak-ng has no voice for the language.
        """
        voice = espeak.find_voice(language)
        model = load_model()
        network = Network.of(model.phones, sentences, pronounce(sentences, language, voice))
        if not len(network.phones):
            raise AlignmentError(
                f"espeak-ng's voice {voice!r} says nothing for this text", hint="check the language"
            )
        return cls(audio, sentences, network, listen(model, audio.samples))

    def search(self) -> Path:
        """The likeliest path through the whole recording.

        Raises:
            AlignmentError: the text fits no better than another.
        """
        return self._adapt(self.network, lambda *costs: self._coarse(self.network, *costs))

    def inside(self, spans: Spans, network: Network | None = None) -> Path:
        """The likeliest path through each sentence in a stretch of the recording of its own.

        Args:
            spans: start and end of each sentence, ms; in order.
            network: of those sentences that are looked for; without it, of all.

        Raises:
            AlignmentError: the text fits no better than another.
        """
        wanted = network or self.network
        return self._adapt(wanted, lambda *costs: self._inside(spans, wanted, *costs), _WITHIN)

    def settle(
        self, path: Path, again: Callable[[Flags, Network], Path] | None = None
    ) -> list[list[Span | None]]:
        """When each word is said that is near a path; None for those not in the audio.

        Sentences that do not fit where they were put are left out, and the rest is aligned
        again.

        Args:
            again: gives the path of the rest, from what was left out, shape (sentences,), and
                the network of the rest; without it the whole recording is searched again.

        Raises:
            AlignmentError: most of the text is not in the audio.
        """
        network, count = self.network, len(self._sentences)
        self._learn(path)
        placed = self._place(network, path)
        self._limit = score_limit(network, placed, count)
        bad = absent(network, placed, count, self._limit)
        if bad.sum() > len(bad) / 2:
            raise AlignmentError(
                f"{int(bad.sum())} of {len(bad)} sentences are not in the audio", hint=_BELONG
            )
        if bad.any():
            kept = ~bad[network.words[:, 0]]
            placed, before = placed.keep(network, kept), path.keep(network, kept)
            network = network.keep(kept)
            path = again(bad, network) if again else self._coarse(network, *self._costs)
            self._place_again(network, placed, path, _moved(network, before, path, bad))
            self._limit = score_limit(network, placed, count)
            bad = absent(network, placed, count, self._limit)
        return self._spans(network, placed, bad)

    def settle_some(self, spans: Spans, wanted: Sequence[int]) -> list[list[Span | None]]:
        """As ``settle``, for some sentences that are looked for in stretches of their own, by
        the standards of the recording found before.

        Args:
            spans: start and end of each sentence, ms; in order.
            wanted: indices of the sentences; the others are None.
        """
        network = self.network.keep(np.isin(self.network.words[:, 0], wanted))
        garbage, skip = self._costs
        placed = self._place(network, self._inside(spans, network, garbage, _WITHIN * skip))
        return self._spans(
            network, placed, absent(network, placed, len(self._sentences), self._limit)
        )

    def _adapt(
        self, network: Network, run: Callable[[float, float], Path], within: float = 1.0
    ) -> Path:
        garbage, skip = self._costs
        path = run(garbage, within * skip)
        heard = np.mean(path.starts >= 0)
        if heard > _MOST and np.median(self._fits(network, path)[0]) >= _GOOD:
            return path
        lenient = run(*_LENIENT)
        fit = float(np.median(self._fits(network, lenient)[0]))
        if (fit < _SUSPECT or heard < _MOST) and self._mean(
            network, lenient
        ) < self._by_chance() + self._heard.margin:
            raise AlignmentError(
                "the text fits the recording no better than with its words shuffled",
                hint="check that they belong together and that the order is the same",
            )
        self._tolerate(fit)
        garbage, skip = self._costs
        return run(garbage, within * skip)

    def _inside(self, spans: Spans, network: Network, garbage: float, skip: float) -> Path:
        starts = np.full(len(network.phones), -1, np.int64)
        stops = starts.copy()
        bounds = np.searchsorted(network.words[:, 0], np.arange(len(spans) + 1)).tolist()
        for (start, end), (first, stop) in zip(spans, pairwise(bounds), strict=True):
            low, high = (t // (STEP * self._heard.decimation) for t in (start, end))
            if first == stop or low >= len(self._heard.phones):
                continue
            part = network.part(first, stop)
            found = self._coarse(part, garbage, skip, slice(low, high + 1))
            phones = slice(network.firsts[first], network.firsts[stop])
            starts[phones] = np.where(found.starts >= 0, found.starts + low, -1)
            stops[phones] = np.where(found.stops >= 0, found.stops + low, -1)
        return Path(starts, stops, touched=False)

    def _spans(self, network: Network, placed: Placed, bad: Flags) -> list[list[Span | None]]:
        spans: list[list[Span | None]] = [[None] * len(words) for words in self._sentences]
        starts, stops = placed.starts[network.firsts[:-1]], placed.stops[network.firsts[1:] - 1]
        kept = (starts >= 0) & ~bad[network.words[:, 0]]
        edges = np.maximum.accumulate(np.stack((starts[kept], stops[kept]), axis=1).ravel())
        frames = edges.reshape(-1, 2) * STEP + self._heard.centre
        times = refine_boundaries(
            [(a, b) for a, b in frames.tolist()],
            self._audio.samples,
            measure_energy(self._audio.samples),
        )
        sure = confidences(network, placed, len(self._sentences))[kept].tolist()
        for (s, w), (a, b), c in zip(network.words[kept].tolist(), times, sure, strict=True):
            spans[s][w] = Span(a, b, c)
        self._fill_unsayable(spans)
        return spans

    def _fill_unsayable(self, spans: list[list[Span | None]]) -> None:
        """Words of which espeak-ng says nothing are no proof of anything: they take no time."""
        sayable = {(s, w) for s, w in self.network.words.tolist()}
        at = 0
        for s, row in enumerate(spans):
            for w, span in enumerate(row):
                if span:
                    at = span.end
                elif (s, w) not in sayable:
                    row[w] = Span(at, at, 0.0)

    def _learn(self, path: Path) -> None:
        """Get to know the voices from a first fine search through parts of the recording."""
        network, learn = self.network, self._heard.learn
        if learn is None:
            return
        words = len(network.words)
        share = min(1.0, _LESSON / len(network.phones))
        kept = np.arange(words) * _PARTS % words < share * words
        network, path = network.keep(kept), path.keep(network, kept)
        placed = self._place(network, path)
        heard = placed.starts >= 0
        if heard.any():
            heard &= placed.scores > np.median(placed.scores[heard]) - _POOR
            self._heard = learn(network.phones[heard], placed.starts[heard], placed.stops[heard])

    def _place(self, network: Network, path: Path) -> Placed:
        each, garbage = self._heard.decimation, self._fine_garbage
        near = tuple(np.where(at >= 0, at * each, -1) for at in (path.starts, path.stops))
        return place_phones(self._heard, network, (near[0], near[1]), garbage, _SKIP * garbage)

    def _place_again(self, network: Network, placed: Placed, path: Path, moved: Flags) -> None:
        """Place those words anew that a path has elsewhere than before."""
        phones = np.repeat(moved, network.sizes)
        if moved.any():
            fresh = self._place(network.keep(moved), path.keep(network, moved))
            placed.starts[phones], placed.stops[phones] = fresh.starts, fresh.stops
            placed.scores[phones], placed.posteriors[moved] = fresh.scores, fresh.posteriors

    def _tolerate(self, fit: float) -> None:
        self._costs = max(1.2, -0.5 - 2.4 * fit), 20.0 - 20.0 * min(fit + 0.85, 0)
        self._fine_garbage = max(3.0, 1.5 - 3 * fit)

    def _by_chance(self) -> float:
        """The mean fit of texts that were not said, of the same sounds."""
        count = min(_DECOYS, 1 + _ENOUGH // len(self.network.phones))
        decoys = [self.network.shuffled(seed) for seed in range(count)]
        return float(np.mean([self._mean(d, self._coarse(d, *_LENIENT)) for d in decoys]))

    def _mean(self, network: Network, path: Path) -> float:
        fits, frames = self._fits(network, path)
        return float(np.average(fits, weights=frames))

    def _fits(self, network: Network, path: Path) -> tuple[Floats, Floats]:
        """For each phone on a path (or so many in a row as are judged together) its log
        likelihood a frame, less that of the best phone, and how many frames it lasts.

        Raises:
            AlignmentError: no phone is on the path.
        """
        heard = path.starts >= 0
        if not heard.any():
            raise AlignmentError("nothing of the text is in the audio", hint=_BELONG)
        sums = np.cumsum(np.pad(self._heard.phones, ((1, 0), (0, 0))), axis=0, dtype=np.float64)
        starts, stops, phones = path.starts[heard], path.stops[heard], network.phones[heard]
        parts = self._heard.parts
        frames = (stops - starts).reshape(-1, parts).sum(axis=1).astype(np.float64)
        fits = (sums[stops, phones] - sums[starts, phones]).reshape(-1, parts).sum(axis=1)
        return fits / frames, frames

    def _coarse(
        self, network: Network, garbage: float, skip: float, where: slice = slice(None)
    ) -> Path:
        each = self._heard.decimation
        heard = self._heard.coarse_gaps[where]
        gaps = np.maximum(heard, -garbage) * each
        inside = garbage + _INSIDE * max(0.0, garbage - self._usual)
        inner = np.maximum(heard, -inside) * each - gaps
        phones = self._heard.phones[where] * each
        window = WINDOW
        while (path := find_path(network, phones, gaps, inner, skip, window)).touched:
            window *= 2
        return path


def _moved(network: Network, before: Path, after: Path, left_out: Flags) -> Flags:
    """The words of sentences that lie elsewhere, and of those beside them or what was left out."""
    sentences = network.words[:, 0]
    differ = (before.starts != after.starts) | (before.stops != after.stops)
    touched = left_out.copy()
    touched[sentences[network.word_of[differ]]] = True
    beside = touched.copy()
    beside[1:] |= touched[:-1]
    beside[:-1] |= touched[1:]
    return np.asarray(beside[sentences])
