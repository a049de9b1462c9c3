"""A time for every shown token: from the engine if it was heard, else from its neighbours."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, groupby, pairwise, zip_longest

from subalign.measure import length
from subalign.model import Alignment, Break, Span, Token, Transcript, Word
from subalign.text.scripts import is_spaceless
from subalign.text.sounds import is_label

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
    spaces = _spaces(transcript.tokens)
    rows = zip(transcript.tokens, spans, times, spaces, strict=True)
    for i, (token, span, time, space) in enumerate(rows):
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
                    after=space,
                )
            )
        elif words:
            words[-1] = _with_what_follows(words[-1], token.ends, space)
    return Alignment(tuple(words), language, duration, engine)


def _missing(transcript: Transcript, spans: Sequence[Span | None]) -> set[int]:
    """Return the indices of the tokens that are not in the recording."""
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


def transfer_times(tokens: Sequence[Token], alignment: Alignment) -> Alignment:
    """Give the times of an alignment to tokens that divide its words in another way.

    Args:
        tokens: as cleaning leaves those of `as_tokens`: each covers one word, several or a part.
        alignment: the words that the tokens were made of.
    """
    edges = [0, *accumulate(len(t.raw) + len(t.gap) for t in as_tokens(alignment.words))]
    words: list[Word] = []
    at = 0
    for token, space in zip(tokens, _spaces(tokens), strict=True):
        first, at = at, at + len(token.raw) + len(token.gap)
        if token.shown:
            covered = alignment.words[bisect_right(edges, first) - 1 : bisect_left(edges, at)]
            words.append(
                replace(
                    covered[0],
                    text=token.shown,
                    end=max(word.end for word in covered),
                    confidence=sum(word.confidence for word in covered) / len(covered),
                    guessed=all(word.guessed for word in covered),
                    ends=token.ends,
                    speaker=token.speaker,
                    after=space,
                )
            )
        elif words:
            words[-1] = _with_what_follows(words[-1], token.ends, space)
    return replace(alignment, words=tuple(words))


def as_tokens(words: Sequence[Word]) -> tuple[Token, ...]:
    """Return words from a file as the tokens of a transcript, which can be cleaned."""
    return tuple(
        Token(
            raw=word.text,
            gap=word.after,
            shown=word.text,
            spoken="" if _is_silent(word.text) else word.text,
            ends=word.ends,
            speaker=word.speaker,
            why=SOUND if is_label(word.text) else "",
            line=word.line,
        )
        for word in words
    )


def _is_silent(text: str) -> bool:
    return is_label(text) or not any(map(str.isalnum, text))


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
    """Yield spans of silent tokens between two times, which sound labels share by their length."""
    sizes = [length(token.shown) if token.why == SOUND else 0 for token in silent]
    edges = [start + (end - start) * size // max(sum(sizes), 1) for size in accumulate(sizes)]
    for a, b in pairwise([start, *edges]):
        yield Span(a, b, 0.0)


def _spaces(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield what a reader sees between each token and the next: a space, or nothing.

    A line break between two characters of a script without spaces stands for no space.
    """
    for token, following in zip_longest(tokens, tokens[1:]):
        space = any(c.isspace() for c in token.gap)
        if space and following and ("\n" in token.gap or "\r" in token.gap):
            space = not (_spaceless(token.raw[::-1]) and _spaceless(following.raw))
        yield " " if space else ""


def _spaceless(text: str) -> bool:
    """Return True if the first letter of ``text`` is of a script that writes no spaces."""
    return is_spaceless(next((c for c in text if c.isalnum()), ""))


def _with_what_follows(word: Word, ends: Break, space: str) -> Word:
    """Return the word before a hidden token, which now ends what that token ended."""
    return replace(
        word, ends=max(word.ends, ends, key=list(Break).index), after=word.after or space
    )
