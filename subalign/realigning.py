"""A changed text on a known recording: only the neighbourhood of each change is aligned again.

Words of sentences that are the same, and were heard, keep their times to the millisecond. A change,
and what was not heard beside it, is aligned between the unchanged sentences around it, in that part
of the recording alone; where the result contradicts what is known of these sentences, the caller
aligns the whole text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate, chain
from typing import Any

from subalign.errors import AlignmentError, TranscriptError
from subalign.model import Audio, Segments, Span, Transcript

SentenceKeys = tuple[tuple[str, int], ...]
"""For each sentence a key of what is said in it, and the number of its tokens."""

AlignPart = Callable[[Audio, Transcript], "list[Span | None]"]
"""Function from a part of the recording and its text to a span for each token."""

NEIGHBOURS = 2
"""Unchanged sentences on each side that are aligned with a change, so that the search has room
and its result can be judged. Our choice."""


@dataclass(frozen=True, slots=True)
class CachedSpans:
    """The result of an alignment, as it is kept in the cache.

    Args:
        method: digest of the engine, its version and the language.
        keys: of the sentences of the text.
        spans: one for each token of the text; None for a token that was not heard.
        duration: of the recording, ms.
        sound: the stretches of the recording that are no pause.
    """

    method: str
    keys: SentenceKeys
    spans: tuple[Span | None, ...]
    duration: int
    sound: Segments

    def to_json(self) -> dict[str, object]:
        """Return the value as `json.dumps` can write it."""
        spans = [s and (s.start, s.end, s.confidence) for s in self.spans]
        return {
            "method": self.method,
            "keys": self.keys,
            "spans": spans,
            "duration": self.duration,
            "sound": self.sound,
        }

    @classmethod
    def from_json(cls, value: Any) -> CachedSpans:
        """Return the value that `to_json` gave.

        Raises:
            KeyError, TypeError, ValueError: the JSON is no such value.
        """
        keys = tuple((str(key), int(count)) for key, count in value["keys"])
        spans = tuple(s and Span(int(s[0]), int(s[1]), float(s[2])) for s in value["spans"])
        if len(spans) != sum(count for _, count in keys):
            raise ValueError("spans and sentences do not belong together")
        sound = tuple((int(a), int(b)) for a, b in value["sound"])
        return cls(str(value["method"]), keys, spans, int(value["duration"]), sound)


def nearest(known: Iterable[CachedSpans], keys: SentenceKeys) -> CachedSpans | None:
    """Return the alignment that shares the most sentences with a text; None if none is near.

    An alignment is near if it has nine of ten sentences of the text; more changes at once may be
    beside each other, and are aligned better as a whole. Our choice.

    Args:
        known: earlier alignments of the recording by the same engine.
        keys: of the sentences of the text.
    """
    least_shared = 0.9 * len(keys)
    wanted = Counter(keys)

    def shared(one: CachedSpans) -> int:
        return (wanted & Counter(one.keys)).total()

    best = max(known, key=shared, default=None)
    return best if best and shared(best) >= least_shared else None


def realign(
    near: CachedSpans, audio: Audio, transcript: Transcript, keys: SentenceKeys, align: AlignPart
) -> list[Span | None] | None:
    """Align what has changed in a text since an earlier alignment.

    Args:
        near: the earlier alignment.
        audio: the recording.
        transcript: the changed text.
        keys: of its sentences.
        align: aligns a part of the recording with its text.

    Returns:
        A span for each token; None where the changes cannot be aligned by themselves.
    """
    old, new = _token_edges(near.keys), _token_edges(keys)
    spans: list[Span | None] = [None] * new[-1]
    changes: list[range] = []
    for same, i, j, j_stop in _compare(near.keys, keys):
        if same:
            spans[new[j] : new[j_stop]] = near.spans[old[i] : old[i + j_stop - j]]
        else:
            changes.append(range(j, j_stop))
    for around in _neighbourhoods(changes, len(keys)):
        # What was not heard beside a sentence may be heard now that the sentence is another.
        sentences = (range(new[k], new[k + 1]) for k in around)
        open_ones = [tokens for tokens in sentences if _misses_words(transcript, spans, tokens)]
        if not open_ones:
            continue
        for t in chain(*open_ones):
            spans[t] = None
        tokens = range(new[around.start], new[around.stop])
        part = _align_part(audio, transcript, spans, tokens, align)
        if part is None or not _agree(spans[tokens.start : tokens.stop], part):
            return None
        for t in chain(*open_ones):
            spans[t] = part[t - tokens.start]
    return spans if _rises(spans) else None


def _misses_words(transcript: Transcript, spans: Sequence[Span | None], tokens: range) -> bool:
    return any(transcript.tokens[t].spoken and not spans[t] for t in tokens)


def _compare(old: SentenceKeys, new: SentenceKeys) -> Iterator[tuple[bool, int, int, int]]:
    """Yield runs of sentences: True if the texts agree, the start in the old text, and the start
    and end in the new one."""
    # What begins and ends alike is matched first: in a text that repeats itself, the longest run
    # that is the same may stand elsewhere.
    shorter = min(len(old), len(new))
    head = next((k for k in range(shorter) if old[k] != new[k]), shorter)
    rest = range(shorter - head)
    tail = next((k for k in rest if old[-1 - k] != new[-1 - k]), len(rest))
    yield True, 0, 0, head
    middle = slice(head, len(old) - tail), slice(head, len(new) - tail)
    matcher = SequenceMatcher(None, old[middle[0]], new[middle[1]], autojunk=False)
    for kind, i, _, j, j_stop in matcher.get_opcodes():
        yield kind == "equal", head + i, head + j, head + j_stop
    yield True, len(old) - tail, len(new) - tail, len(new)


def _token_edges(keys: SentenceKeys) -> list[int]:
    return [*accumulate((count for _, count in keys), initial=0)]


def _neighbourhoods(changes: Sequence[range], count: int) -> Iterator[range]:
    """Widen each change by its neighbours, and join those that touch."""
    waiting: range | None = None
    for change in changes:
        wide = range(max(change.start - NEIGHBOURS, 0), min(change.stop + NEIGHBOURS, count))
        if waiting and wide.start <= waiting.stop:
            waiting = range(waiting.start, wide.stop)
            continue
        if waiting:
            yield waiting
        waiting = wide
    if waiting:
        yield waiting


def _align_part(
    audio: Audio,
    transcript: Transcript,
    spans: Sequence[Span | None],
    tokens: range,
    align: AlignPart,
) -> list[Span | None] | None:
    """Align some tokens between the words that are heard before and after them."""
    start = next((s.end for s in reversed(spans[: tokens.start]) if s), 0)
    end = next((s.start for s in spans[tokens.stop :] if s), audio.duration)
    part = Transcript(
        transcript.tokens[tokens.start : tokens.stop],
        name=transcript.name,
        language=transcript.language,
    )
    try:
        found = align(audio.clip(start, end), part)
    except TranscriptError:
        return [None] * len(tokens)  # no word of the change is spoken
    except AlignmentError:
        return None
    return [s and Span(s.start + start, s.end + start, s.confidence) for s in found]


def _agree(known: Sequence[Span | None], found: Sequence[Span | None]) -> bool:
    """Return True if words with a known time were found near that time again.

    Nine of ten must be within 100 ms (our choice): a wrong change moves its neighbours, too.
    """
    pairs = [(a, b) for a, b in zip(known, found, strict=True) if a]
    near = sum(b is not None and abs(a.start - b.start) <= 100 for a, b in pairs)
    return near >= 0.9 * len(pairs)


def _rises(spans: Sequence[Span | None]) -> bool:
    """Return True if no word begins before the word before it has ended."""
    at = 0
    for span in filter(None, spans):
        if span.start < at:
            return False
        at = span.end
    return True
