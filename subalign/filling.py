"""A time for every shown token: heard ones as the engine says, silent ones from their place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, groupby, pairwise

from subalign.measure import length
from subalign.model import Alignment, Break, Span, Token, Transcript, Word

SOUND = "sound-label"
"""``Token.why`` of ``[music]`` and its like: they last as long as nobody speaks."""


def fill(
    transcript: Transcript,
    spans: Sequence[Span | None],
    *,
    language: str,
    duration: int,
    engine: str = "",
) -> Alignment:
    """Put tokens and times together.

    A shown token that was not heard takes its time from its neighbours: a sound label the
    silence between them, shared by length where several stand together; any other, such as a
    dash that stands alone, the moment when the voice before it ends.

    A token that is said in the text and was not heard is not in the recording; the dashes
    and other silent tokens beside it go with it.

    Args:
        transcript: the tokens.
        spans: when each was heard; None where it was not.
        language: BCP 47 code.
        duration: of the recording, ms.
        engine: the name of the engine that gave the spans.
    """
    times = _all_times(transcript.tokens, spans, duration)
    missing = _missing(transcript, spans)
    words: list[Word] = []
    for i, (token, span, time) in enumerate(zip(transcript.tokens, spans, times, strict=True)):
        if token.shown:
            words.append(
                Word(
                    text=token.shown,
                    start=time.start,
                    end=time.end,
                    confidence=time.confidence,
                    guessed=span is None,
                    spoken=i not in missing,
                    ends=token.ends,
                    speaker=token.speaker,
                    line=token.line,
                    after=_after(token),
                )
            )
        elif words:
            words[-1] = _with_what_follows(words[-1], token)
    return Alignment(tuple(words), language, duration, engine)


def _missing(transcript: Transcript, spans: Sequence[Span | None]) -> set[int]:
    """Indices of the tokens that are not in the recording."""
    found: set[int] = set()
    for sentence in transcript.sentences():
        silent: list[int] = []
        for i in sentence:
            token = transcript.tokens[i]
            if not token.spoken:
                silent += [i] * (token.why != SOUND)
                continue
            if spans[i] is None:
                found.update([i, *silent])
            silent = []
        if silent and silent[0] - 1 in found:
            found.update(silent)
    return found


def _all_times(tokens: Sequence[Token], spans: Sequence[Span | None], duration: int) -> list[Span]:
    times: list[Span] = []
    for heard, run in groupby(zip(tokens, spans, strict=True), key=lambda pair: bool(pair[1])):
        at = times[-1].end if times else 0
        if heard:
            times += [span for _, span in run if span]
            continue
        silent = [token for token, _ in run]
        last = len(times) + len(silent)
        following = spans[last] if last < len(spans) else None
        times += _in_silence(silent, at, following.start if following else duration)
    return times


def _in_silence(silent: Sequence[Token], start: int, end: int) -> Iterator[Span]:
    """Tokens that nobody says, between two times: the sounds share it by their length."""
    sizes = [length(token.shown) if token.why == SOUND else 0 for token in silent]
    edges = [start + (end - start) * size // max(sum(sizes), 1) for size in accumulate(sizes)]
    for a, b in pairwise([start, *edges]):
        yield Span(a, b, 0.0)


def _after(token: Token) -> str:
    return " " if any(c.isspace() for c in token.gap) else ""


def _with_what_follows(word: Word, hidden: Token) -> Word:
    """The word in front of a hidden token ends what that token ends."""
    ends = max(word.ends, hidden.ends, key=list(Break).index)
    return replace(word, ends=ends, after=word.after or _after(hidden))
