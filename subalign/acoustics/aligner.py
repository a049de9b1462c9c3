"""The aligner: a text aligned with a recording, step by step.

``align`` runs the steps: the first pass through the whole recording, adaptation of the model to it,
the second pass, the judgement of what is not in the recording, and the edges of the words. Each
step is a function from values to values; no step changes the aligner.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from subalign.acoustics.activity.boundaries import refine_boundaries
from subalign.acoustics.activity.energy import FRAME_MS, Energy, measure_energy
from subalign.acoustics.arrays import Flags
from subalign.acoustics.emissions.base import Emissions
from subalign.acoustics.emissions.gmm import compute_gmm_emissions
from subalign.acoustics.graph.network import Network
from subalign.acoustics.graph.pronunciation import pronounce
from subalign.acoustics.model.sphinx import load_model
from subalign.acoustics.observing import Observer, Step, observe_nothing, sharing
from subalign.acoustics.options import (
    DEFAULT_ACTIVITY,
    DEFAULT_ADAPTATION,
    GMM_SEARCH,
    ActivityOptions,
    AdaptationOptions,
    SearchOptions,
)
from subalign.acoustics.search.confidence import Judgement, judge
from subalign.acoustics.search.first_pass import Path, first_pass
from subalign.acoustics.search.fit import decoy_fits, mean_fit, median_fit
from subalign.acoustics.search.penalties import Penalties, lenient_penalties, penalties_for
from subalign.acoustics.search.second_pass import Placed, second_pass
from subalign.acoustics.steps import (
    Aligned,
    Bounds,
    FirstPass,
    Judged,
    Knowledge,
    SearchAgain,
    WordSpans,
)
from subalign.acoustics.tts import espeak
from subalign.errors import AlignmentError
from subalign.model import Audio, Span


@dataclass(frozen=True, slots=True, eq=False)
class Aligner:
    """A recording and a text that may be said in it.

    Args:
        audio: the recording.
        sentences: words of the text.
        network: the text in the phones of a model; not empty.
        emissions: of the recording by that model.
        energy: of the recording.
        search: penalties, beams and thresholds.
        activity: thresholds of speech activity.
        adaptation: how the model adapts to the recording.
        observe: called with every step and its value.

    Raises:
        AlignmentError: there is no sound.
    """

    audio: Audio
    sentences: Sequence[Sequence[str]]
    network: Network
    emissions: Emissions
    energy: Energy
    search: SearchOptions = GMM_SEARCH
    activity: ActivityOptions = DEFAULT_ACTIVITY
    adaptation: AdaptationOptions = DEFAULT_ADAPTATION
    observe: Observer = observe_nothing

    def __post_init__(self) -> None:
        """Refuse a recording without any frame."""
        if not len(self.emissions.phones):
            raise AlignmentError("there is no sound", hint="check the recording")

    @classmethod
    def by_phones(
        cls,
        audio: Audio,
        sentences: Sequence[Sequence[str]],
        language: str,
        *,
        search: SearchOptions = GMM_SEARCH,
        activity: ActivityOptions = DEFAULT_ACTIVITY,
        adaptation: AdaptationOptions = DEFAULT_ADAPTATION,
        observe: Observer = observe_nothing,
    ) -> Aligner:
        """Pronounce a text by espeak-ng, and compare the recording with pocketsphinx's model.

        Args:
            audio: the recording.
            sentences: words of the text.
            language: BCP 47 tag.
            search, activity, adaptation, observe: as for the class.

        Raises:
            AlignmentError: espeak-ng can say none of the text, or there is no sound.
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
        energy = measure_energy(audio.samples, activity)
        emissions = compute_gmm_emissions(
            model,
            audio.samples,
            energy,
            activity=activity,
            adaptation=adaptation,
            observe=observe,
        )
        observe(Step.EMISSIONS, emissions)
        return cls(
            audio, sentences, network, emissions, energy, search, activity, adaptation, observe
        )

    def align(self) -> Aligned:
        """Align the text to the whole recording.

        Raises:
            AlignmentError: the text fits no better than another, or most of it is not in the
                recording.
        """
        return self.refine(self.first_pass())

    def first_pass(self) -> FirstPass:
        """Search the whole recording for the text: the first pass.

        Raises:
            AlignmentError: the text fits no better than another.
        """

        def run(penalties: Penalties, report: Callable[[float], None]) -> Path:
            return first_pass(self.emissions, self.network, penalties, self.search, report=report)

        return self._fitted(self.network, self._known(), run)

    def first_pass_within(
        self, bounds: Bounds, network: Network | None = None, known: Knowledge | None = None
    ) -> FirstPass:
        """Search each sentence in a stretch of the recording of its own.

        Args:
            bounds: of each sentence.
            network: of the sentences that are searched for; by default of all.
            known: what has been learned of the recording; by default nothing.

        Raises:
            AlignmentError: the text fits no better than another.
        """
        wanted, known = network or self.network, known or self._known()
        emissions = known.emissions

        def run(penalties: Penalties, report: Callable[[float], None]) -> Path:
            return self._within(bounds, wanted, emissions, penalties, report)

        return self._fitted(wanted, known, run, self.search.skip_factor)

    def refine(self, found: FirstPass, again: SearchAgain | None = None) -> Aligned:
        """Place each word near a path, and leave out sentences that do not fit there.

        Args:
            found: the first pass of the whole network.
            again: searches the rest once some sentences are left out; by default the whole
                recording is searched.

        Raises:
            AlignmentError: most of the text is not in the recording.
        """
        network, path = self.network, found.path
        known = self._adapted(found)
        placed = self._place(network, path, known, Step.SECOND_PASS)
        judgement = self._judge(network, placed)
        bad = judgement.unspoken
        if bad.sum() > len(bad) / 2:
            raise AlignmentError(
                f"{int(bad.sum())} of {len(bad)} sentences are not in the recording",
                hint="check that transcript and recording belong together",
            )
        if bad.any():
            # without these sentences their neighbours may lie elsewhere; place only what moved
            # again
            kept = ~bad[network.words[:, 0]]
            placed, before = placed.keep(network, kept), path.keep(network, kept)
            network = network.keep(kept)
            rest = again(bad, network, known) if again else self._rest(network, known)
            known = Knowledge(known.emissions, rest.known.penalties)
            moved = _moved(network, before, rest.path, bad)
            placed = self._place_again(network, placed, rest.path, moved, known)
            judgement = self._judge(network, placed)
        self.observe(Step.JUDGEMENT, Judged(network, placed, judgement))
        known = Knowledge(known.emissions, known.penalties, judgement.limit)
        return Aligned(self._spans(network, placed, judgement), known)

    def refine_sentences(
        self, known: Knowledge, bounds: Bounds, wanted: Sequence[int]
    ) -> WordSpans:
        """Place some sentences, each in its own stretch, with what is known of the recording.

        Args:
            known: what `refine` has learned of the recording.
            bounds: of each sentence of the text.
            wanted: indices of the sentences that are placed; the result has None for all others.
        """
        network = self.network.keep(np.isin(self.network.words[:, 0], wanted))
        penalties = known.penalties.with_skips(self.search.skip_factor)
        path = self._within(bounds, network, known.emissions, penalties)
        placed = self._place(network, path, known, Step.SECOND_PASS)
        judgement = judge(network, placed, len(self.sentences), self.search, known.limit)
        return self._spans(network, placed, judgement)

    def _known(self) -> Knowledge:
        return Knowledge(self.emissions, penalties_for(self.search.good_fit, self.search))

    def _fitted(
        self,
        network: Network,
        known: Knowledge,
        run: Callable[[Penalties, Callable[[float], None]], Path],
        skip_factor: float = 1.0,
    ) -> FirstPass:
        """Run a first pass, and again with other penalties where the text fits badly.

        Raises:
            AlignmentError: the text fits no better than another.
        """
        options, emissions, penalties = self.search, known.emissions, known.penalties
        path = run(penalties.with_skips(skip_factor), self._first_pass_share(0.0, 0.5))
        aligned = np.mean(path.starts >= 0)
        if (
            aligned <= options.min_aligned_phones
            or median_fit(emissions, network, path) < options.good_fit
        ):
            lenient = run(lenient_penalties(options), self._first_pass_share(0.5, 0.7))
            fit = median_fit(emissions, network, lenient)
            if fit < options.suspect_fit or aligned < options.min_aligned_phones:
                self._compare_with_decoys(emissions, network, lenient)
            penalties = penalties_for(fit, options)
            path = run(penalties.with_skips(skip_factor), self._first_pass_share(0.85, 1.0))
        found = FirstPass(network, path, Knowledge(emissions, penalties, known.limit))
        self.observe(Step.FIRST_PASS, found)
        return found

    def _first_pass_share(self, start: float, stop: float) -> Callable[[float], None]:
        return sharing(self.observe, Step.FIRST_PASS, start, stop)

    def _compare_with_decoys(self, emissions: Emissions, network: Network, path: Path) -> None:
        """Refuse a text that fits no better than its words shuffled, on a lenient path.

        Raises:
            AlignmentError: the text fits no better than its words shuffled.
        """
        fit = mean_fit(emissions, network, path)
        report = self._first_pass_share(0.7, 0.85)
        chance = float(np.mean(decoy_fits(emissions, self.network, self.search, report)))
        if fit < chance + self.search.min_margin:
            raise AlignmentError(
                "the text fits the recording no better than with its words shuffled",
                hint="check that text and recording belong together, in the same order",
            )

    def _within(
        self,
        bounds: Bounds,
        network: Network,
        emissions: Emissions,
        penalties: Penalties,
        report: Callable[[float], None] = lambda share: None,
    ) -> Path:
        """Run a first pass for each sentence in its own stretch."""
        starts = np.full(len(network.phones), -1, np.int64)
        stops = starts.copy()
        words = np.searchsorted(network.words[:, 0], np.arange(len(bounds) + 1)).tolist()
        each = FRAME_MS * emissions.decimation
        for i, ((start, end), (first, stop)) in enumerate(
            zip(bounds, pairwise(words), strict=True)
        ):
            low, high = start // each, end // each
            if first == stop or low >= len(emissions.phones):
                continue
            part = network.part(first, stop)
            path = first_pass(emissions, part, penalties, self.search, slice(low, high + 1))
            phones = slice(network.firsts[first], network.firsts[stop])
            starts[phones] = np.where(path.starts >= 0, path.starts + low, -1)
            stops[phones] = np.where(path.stops >= 0, path.stops + low, -1)
            report((i + 1) / len(bounds))
        return Path(starts, stops, touched=False)

    def _rest(self, network: Network, known: Knowledge) -> FirstPass:
        """Search the whole recording for the sentences that are left."""
        path = first_pass(known.emissions, network, known.penalties, self.search)
        return FirstPass(network, path, known)

    def _adapted(self, found: FirstPass) -> Knowledge:
        """Adapt the model by a second pass through parts of the recording."""
        known, options = found.known, self.adaptation
        if not known.emissions.adaptable:
            return known
        network = self.network
        words = len(network.words)
        share = min(1.0, options.max_phones / len(network.phones))
        # the same share of words from the beginning of each part of the text
        kept = np.arange(words) * options.parts % words < share * words
        network, path = network.keep(kept), found.path.keep(network, kept)
        placed = self._place(network, path, known, Step.ADAPTATION)
        good = placed.starts >= 0
        if not good.any():
            return known
        good &= placed.scores > np.median(placed.scores[good]) - options.max_misfit
        phones, starts, stops = network.phones[good], placed.starts[good], placed.stops[good]
        emissions = known.emissions.adapt(phones, starts, stops)
        self.observe(Step.ADAPTATION, emissions)
        return Knowledge(emissions, known.penalties, known.limit)

    def _place(self, network: Network, path: Path, known: Knowledge, step: Step) -> Placed:
        return second_pass(
            known.emissions,
            network,
            path,
            known.penalties,
            self.search,
            observe=self.observe,
            step=step,
        )

    def _place_again(
        self, network: Network, placed: Placed, path: Path, moved: Flags, known: Knowledge
    ) -> Placed:
        """Place again the words that lie elsewhere on a new path than before."""
        if not moved.any():
            return placed
        part, part_path = network.keep(moved), path.keep(network, moved)
        return placed.with_words(
            network, moved, self._place(part, part_path, known, Step.SECOND_PASS)
        )

    def _judge(self, network: Network, placed: Placed) -> Judgement:
        return judge(network, placed, len(self.sentences), self.search)

    def _spans(self, network: Network, placed: Placed, judgement: Judgement) -> WordSpans:
        """Return the spans of all words, their edges moved to those of the sound."""
        spans: WordSpans = [[None] * len(words) for words in self.sentences]
        starts, stops = placed.starts[network.firsts[:-1]], placed.stops[network.firsts[1:] - 1]
        kept = (starts >= 0) & ~judgement.unspoken[network.words[:, 0]]
        edges = np.maximum.accumulate(np.stack((starts[kept], stops[kept]), axis=1).ravel())
        frames = edges.reshape(-1, 2) * FRAME_MS + self.emissions.origin_ms
        words = [(a, b) for a, b in frames.tolist()]
        self.observe(Step.BOUNDARIES, words)
        times = refine_boundaries(words, self.audio.samples, self.energy, self.activity)
        sure = judgement.confidences[kept].tolist()
        for (s, w), (a, b), c in zip(network.words[kept].tolist(), times, sure, strict=True):
            spans[s][w] = Span(a, b, c)
        self._fill_unsayable(spans)
        return spans

    def _fill_unsayable(self, spans: WordSpans) -> None:
        """Give words without phones an empty span after the word before, with a confidence of 0."""
        sayable = {(s, w) for s, w in self.network.words.tolist()}
        at = 0
        for s, row in enumerate(spans):
            for w, span in enumerate(row):
                if span:
                    at = span.end
                elif (s, w) not in sayable:
                    row[w] = Span(at, at, 0.0)


def _moved(network: Network, before: Path, after: Path, left_out: Flags) -> Flags:
    """Mark the words of sentences that lie elsewhere than before, and of their neighbours.

    Args:
        network: the text without the sentences that were left out.
        before, after: its paths.
        left_out: True for sentences that were left out, shape (sentences,).

    Returns:
        Shape (words,).
    """
    sentences = network.words[:, 0]
    differ = (before.starts != after.starts) | (before.stops != after.stops)
    touched = left_out.copy()
    touched[sentences[network.word_of[differ]]] = True
    beside = touched.copy()
    beside[1:] |= touched[:-1]
    beside[:-1] |= touched[1:]
    return np.asarray(beside[sentences])
