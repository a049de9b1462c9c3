"""The engines hmm and aeneas together, so that neither's failure is final.

The search of hmm goes first. Where it is not sure of sentences, or has no pause between two,
aeneas says where it would put them between the others; what fits the recording better stays.
Where the search finds that the text does not fit, aeneas' sentences are judged by the same
measure before the text is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from subalign.acoustics.aligner import Aligner
from subalign.acoustics.tts import espeak
from subalign.engines import aeneas
from subalign.engines.base import (
    Engine,
    Utterance,
    WordSpans,
    expected_correct_starts,
    start_confidence,
)
from subalign.errors import AlignmentError
from subalign.events import Event, Progress, Stage
from subalign.model import RATE, Audio, Span

_SURE = 0.7
"""Sentences less sure than this are put to the vote."""

_PAUSE = 80
"""So are two with less between them, ms. People seldom run sentences together, but a search that
takes the end of one for the first word of the next does.
"""

_SAME = 100
"""Where aeneas puts a sentence this near to where it was found, it has voted for it, ms."""

_LEAST = 500
"""Between sure sentences that leave less room than this there is nothing to find, ms."""


def align(
    audio: Audio, utterances: Sequence[Utterance], language: str, progress: Progress
) -> WordSpans:
    """When each word is said; None for words that are not in the audio.

    Raises:
        AlignmentError: the text is not in the audio, or nothing can be said of it.
        SetupError: aeneas, espeak-ng or pocketsphinx is not installed.
        UsageError: espeak-ng has no voice for the language.
    """
    progress(Event(Stage.LISTEN, 0.0))
    aligner = Aligner.by_phones(audio, [u.words for u in utterances], language)
    progress(Event(Stage.LISTEN, 1.0))
    progress(Event(Stage.ALIGN, 0.0))
    try:
        found = aligner.settle(aligner.search())
    except AlignmentError as refusal:
        try:
            return aeneas.align(audio, utterances, language, progress)
        except AlignmentError:
            raise refusal from None
    progress(Event(Stage.ALIGN, 0.8))
    _vote(aligner, audio, utterances, language, found)
    progress(Event(Stage.ALIGN, 1.0))
    return found


def _vote(
    aligner: Aligner,
    audio: Audio,
    utterances: Sequence[Utterance],
    language: str,
    found: list[list[Span | None]],
) -> None:
    """Put what aeneas finds into ``found`` where it is the surer."""
    stretches: list[tuple[range, int, int]] = []
    spans = [(0, 0)] * len(found)
    for wanted, low, high in _doubtful(found, audio.duration):
        samples = audio.samples[low * RATE // 1000 : high * RATE // 1000]
        words = [utterances[i].words for i in wanted]
        speeches = list(espeak.synthesize(words, espeak.find_voice(language)))
        said = [(a + low, b + low) for a, b in aeneas.sentence_spans(samples, speeches)]
        if not all(_agree(found[i], span) for i, span in zip(wanted, said, strict=True)):
            stretches.append((wanted, low, high))
            spans[wanted.start : wanted.stop] = said
    if not stretches:
        return
    other = aligner.settle_some(spans, [i for wanted, _, _ in stretches for i in wanted])
    for wanted, low, high in stretches:
        rows = other[wanted.start : wanted.stop]
        inside = all(low <= s.start and s.end <= high for row in rows for s in row if s)
        if inside and _rank(rows, low) > _rank(found[wanted.start : wanted.stop], low):
            found[wanted.start : wanted.stop] = rows


def _rank(rows: WordSpans, low: int) -> tuple[int, float]:
    """How many sentences surely begin behind a pause, after ``low`` ms; and how sure all are."""
    pauses = _pauses(rows, low)
    begun = sum(
        pause >= _PAUSE and start_confidence(row) >= _SURE
        for row, pause in zip(rows, pauses, strict=True)
    )
    return begun, expected_correct_starts(rows)


def _pauses(rows: WordSpans, low: int) -> list[int]:
    """What lies between each sentence and the one before it, or ``low``, ms; enough where it is
    not heard.
    """
    pauses = []
    for row in rows:
        heard = [span for span in row if span]
        pauses.append(heard[0].start - low if heard else _PAUSE)
        low = heard[-1].end if heard else low
    return pauses


def _agree(row: Sequence[Span | None], said: tuple[int, int]) -> bool:
    heard = [span for span in row if span]
    return bool(heard) and (
        max(abs(heard[0].start - said[0]), abs(heard[-1].end - said[1])) <= _SAME
    )


def _doubtful(found: WordSpans, duration: int) -> Iterator[tuple[range, int, int]]:
    """Runs of doubtful sentences, and the time between the others around them."""
    joined = [pause < _PAUSE for pause in _pauses(found, -_PAUSE)]
    first, low = 0, 0
    for i, row in enumerate([*found, ()]):
        if i < len(found) and (any(joined[i : i + 2]) or start_confidence(row) < _SURE):
            continue
        heard = [span for span in row if span]
        high = heard[0].start if heard else duration
        if first < i and high - low >= _LEAST:
            yield range(first, i), low, high
        first, low = i + 1, heard[-1].end if heard else duration


ENGINE = Engine(
    name="auto",
    summary="hmm, with aeneas' vote where it is not sure (the default)",
    needs="pocketsphinx",
    install="pip install pocketsphinx py3-aeneas==1.1.0",
    align=align,
    check_language=espeak.find_voice,
)
