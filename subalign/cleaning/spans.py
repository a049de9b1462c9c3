"""The times of an alignment for a transcript that is cleaned after it was aligned."""

from __future__ import annotations

from collections.abc import Sequence

from subalign.cleaning.diff import same_source
from subalign.model import Span, Transcript


def pauses_between(transcript: Transcript, spans: Sequence[Span | None]) -> dict[int, int]:
    """Measure the silence between the words of an aligned transcript, for `clean`.

    Args:
        transcript: the one that was aligned.
        spans: when each of its tokens was said; None for a token that is silent or not in the
            recording.

    Returns:
        From the index of a token to the silence in ms between it and the next spoken token. A
        token has none if a word that is not in the recording, a sound label or a lone dash
        stands between the two.

    >>> from subalign.transcript import parse_transcript
    >>> text = parse_transcript("One two three.")
    >>> pauses_between(text, [Span(0, 300, 1.0), Span(550, 900, 1.0), None])
    {0: 250}
    """
    pauses: dict[int, int] = {}
    last = -1  # the spoken token in front, while its pause can be measured
    for i, (token, span) in enumerate(zip(transcript.tokens, spans, strict=True)):
        if span:
            before = spans[last] if last >= 0 else None
            if before:
                pauses[last] = max(span.start - before.end, 0)
            last = i
        elif token.shown or token.spoken:
            last = -1
    return pauses


def regroup(
    aligned: Transcript, cleaned: Transcript, spans: Sequence[Span | None]
) -> list[Span | None]:
    """Find the spans of the tokens of a cleaned transcript from those that were aligned.

    Cleaning writes some tokens as one (``space X`` becomes ``SpaceX``). The one token lasts from
    the start of the first to the end of the last, with their mean confidence.

    Args:
        aligned: the transcript that was aligned.
        cleaned: what `clean` made of it.
        spans: one for each token of ``aligned``; None for a token that was not heard.

    Returns:
        One for each token of ``cleaned``.

    >>> from subalign.cleaning import clean
    >>> from subalign.transcript import parse_transcript
    >>> text = parse_transcript("SpaceX is space X.")
    >>> spans = [Span(0, 1, 1.0), Span(1, 2, 1.0), Span(2, 3, 1.0), Span(3, 4, 0.5)]
    >>> regroup(text, clean(text), spans)[-1]
    Span(start=2, end=4, confidence=0.75)
    """
    made: list[Span | None] = []
    at = 0
    for before, after in same_source(aligned.tokens, cleaned.tokens):
        own = spans[at : at + len(before)]
        at += len(before)
        made += own if len(before) == len(after) else [_join(own)]
    return made


def _join(spans: Sequence[Span | None]) -> Span | None:
    heard = [span for span in spans if span]
    if not heard:
        return None
    confidence = sum(span.confidence for span in heard) / len(heard)
    return Span(heard[0].start, heard[-1].end, confidence)
