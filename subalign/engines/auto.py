"""Engine auto: hmm, with the vote of aeneas where hmm is in doubt.

hmm aligns first. Where it is not sure of sentences, or leaves no pause between two, aeneas places
them between the sure ones, and the places that fit the recording better are kept. Where hmm refuses
the text, the places of aeneas are judged by the same features before the text is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from subalign.acoustics.activity.energy import measure_energy
from subalign.acoustics.activity.pauses import find_pauses
from subalign.acoustics.aligner import Aligner
from subalign.acoustics.observing import Observer, ProgressObserver, observe_nothing
from subalign.acoustics.steps import Aligned
from subalign.acoustics.tts import espeak
from subalign.engines import aeneas
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
from subalign.model import RATE, Audio, Span

_PAUSE_MS = 80
"""Two sentences with a shorter pause between them are put to the vote. People seldom run sentences
together, but a search that takes the end of one for the first word of the next does.
"""


def align(
    audio: Audio,
    utterances: Sequence[Utterance],
    language: str,
    progress: Progress,
    observe: Observer = observe_nothing,
) -> WordSpans:
    """Align by one search through the whole recording, and also by aeneas where that is uncertain.

    Args:
        audio: the recording.
        utterances: its sentences.
        language: BCP 47 tag.
        progress: called with the events of the work.
        observe: called with every step and its value.

    Raises:
        AlignmentError: the text is not in the recording, or espeak-ng can say none of it.
        SetupError: aeneas, espeak-ng or pocketsphinx is not installed.
        UsageError: espeak-ng has no voice for the language.
    """
    watch = ProgressObserver(progress, observe)
    watch.report(Stage.LISTEN, 0.0)
    aligner = Aligner.by_phones(audio, [u.words for u in utterances], language, observe=watch)
    watch.take(0.0, 0.8)
    try:
        aligned = aligner.align()
    except AlignmentError as refusal:
        try:
            return aeneas.align_sentences(aligner, utterances, language, watch)
        except AlignmentError:
            raise refusal from None
    spans = vote(aligner, aligned, utterances, language, watch)
    watch.report(Stage.ALIGN, 1.0)
    return spans


def vote(
    aligner: Aligner,
    aligned: Aligned,
    utterances: Sequence[Utterance],
    language: str,
    watch: ProgressObserver,
) -> WordSpans:
    """Replace doubtful spans by those of aeneas where these are more certain.

    Args:
        aligner: the recording and its text.
        aligned: spans of the words by a search through the whole recording.
        utterances: the sentences.
        language: BCP 47 tag.
        watch: called with the share that is done.
    """
    spans, audio = list(aligned.spans), aligner.audio
    watch.take(0.8, 1.0)
    doubtful = list(doubtful_runs(spans, audio.duration))
    contested: list[tuple[range, int, int]] = []
    bounds = [(0, 0)] * len(spans)
    for done, (run, low, high) in enumerate(doubtful, 1):
        samples = audio.samples[low * RATE // 1000 : high * RATE // 1000]
        words = [utterances[i].words for i in run]
        speeches = list(espeak.synthesize(words, espeak.find_voice(language)))
        pauses = find_pauses(measure_energy(samples))
        places = aeneas.sentence_spans(samples, pauses, speeches)
        proposed = [(a + low, b + low) for a, b in places]
        if not all(_agree(spans[i], other) for i, other in zip(run, proposed, strict=True)):
            contested.append((run, low, high))
            bounds[run.start : run.stop] = proposed
        watch.report(Stage.ALIGN, 0.8 + 0.1 * done / len(doubtful))
    if not contested:
        return spans
    wanted = [i for run, _, _ in contested for i in run]
    others = aligner.refine_sentences(aligned.known, bounds, wanted)
    for run, low, high in contested:
        rows = others[run.start : run.stop]
        inside = all(low <= s.start and s.end <= high for row in rows for s in row if s)
        if inside and rank(rows, low) > rank(spans[run.start : run.stop], low):
            spans[run.start : run.stop] = rows
    return spans


def rank(rows: WordSpans, low: int) -> tuple[int, float]:
    """Return the number of sentences that surely begin after a pause, and of starts expected right.

    Args:
        rows: spans of the words of some sentences in a row.
        low: end of the sentence before them, ms.
    """
    begun = sum(
        pause >= _PAUSE_MS and start_confidence(row) >= MIN_SURE_CONFIDENCE
        for row, pause in zip(rows, _pauses(rows, low), strict=True)
    )
    return begun, expected_correct_starts(rows)


def doubtful_runs(
    spans: WordSpans, duration: int, *, min_room_ms: int = 500
) -> Iterator[tuple[range, int, int]]:
    """Find runs of doubtful sentences, and the time between the sure ones around them.

    Args:
        spans: of the words of all sentences.
        duration: of the recording, ms.
        min_room_ms: shortest time between sure sentences in which to look for others.

    Yields:
        Indices of the sentences, and start and end of the time that they have, ms.
    """
    joined = [pause < _PAUSE_MS for pause in _pauses(spans, -_PAUSE_MS)]
    first, low = 0, 0
    for i, row in enumerate([*spans, ()]):
        if i < len(spans) and (
            any(joined[i : i + 2]) or start_confidence(row) < MIN_SURE_CONFIDENCE
        ):
            continue
        aligned = [span for span in row if span]
        high = aligned[0].start if aligned else duration
        if first < i and high - low >= min_room_ms:
            yield range(first, i), low, high
        first, low = i + 1, aligned[-1].end if aligned else duration


def _pauses(rows: WordSpans, low: int) -> list[int]:
    """Return the pause before each sentence, ms; the shortest that counts where it has no spans.

    Args:
        rows: spans of the words of some sentences in a row.
        low: end of the sentence before them, ms.
    """
    pauses = []
    for row in rows:
        aligned = [span for span in row if span]
        pauses.append(aligned[0].start - low if aligned else _PAUSE_MS)
        low = aligned[-1].end if aligned else low
    return pauses


def _agree(row: Sequence[Span | None], proposed: tuple[int, int]) -> bool:
    """Return True if both put a sentence at the same place, within 100 ms."""
    aligned = [span for span in row if span]
    return bool(aligned) and (
        max(abs(aligned[0].start - proposed[0]), abs(aligned[-1].end - proposed[1])) <= 100
    )


ENGINE = Engine(
    name="auto",
    summary="hmm, and also aeneas where hmm is uncertain (the default)",
    needs="pocketsphinx",
    install="pip install pocketsphinx py3-aeneas==1.1.0",
    align=align,
    check_language=espeak.find_voice,
)
