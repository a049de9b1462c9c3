"""Transcripts, and their words with times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum


class Break(str, Enum):
    """The break after a token or word: none, a sentence end or a paragraph end; NONE is false."""

    NONE = ""
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the transcript: the text that is shown for it, and the words that are said.

    ======  ======  =================================================================
    shown   spoken  what it is
    ======  ======  =================================================================
    yes     yes     an ordinary word
    no      yes     a stutter or filler: the aligner needs it, the reader does not
    yes     no      ``[music]``, a dash that stands alone
    no      no      a speaker label (its name is on the tokens that follow)
    ======  ======  =================================================================

    Args:
        raw: the token as it stands in the source.
        gap: all source text from the end of ``raw`` to the next token.
        shown: what the reader sees; empty when hidden. Holds no line break.
        spoken: the words that are said, separated by one space; empty when silent.
        ends: what ends after this token.
        speaker: name of the speaker; empty when unknown.
        why: the rule that changed ``shown`` or ``spoken``; empty for an ordinary word.
        line: number of the line in the source, from 1.
    """

    raw: str
    gap: str
    shown: str
    spoken: str
    ends: Break = Break.NONE
    speaker: str = ""
    why: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Transcript:
    """A text to be aligned.

    Args:
        tokens: the words of the text, its labels and signs, in order.
        lead: the source text before the first token.
        name: of the file, for messages; empty where there is none.
        language: BCP 47 tag; empty where unknown.
    """

    tokens: tuple[Token, ...]
    lead: str = ""
    name: str = ""
    language: str = ""

    @property
    def source(self) -> str:
        """The text that was read, exactly."""
        return self.lead + "".join(t.raw + t.gap for t in self.tokens)

    def sentences(self) -> Iterator[range]:
        """Index ranges of the tokens of each sentence; together they cover all tokens."""
        return _runs([t.ends for t in self.tokens])


@dataclass(frozen=True, slots=True)
class Span:
    """The time of a spoken token: ``start`` <= ``end`` in ms, ``confidence`` in 0..1.

    >>> Span(400, 900, 0.8).confidence
    0.8
    """

    start: int
    end: int
    confidence: float


Segments = tuple[tuple[int, int], ...]
"""Stretches of a recording: starts and ends, ms; in order, without overlap."""


@dataclass(frozen=True, slots=True)
class TimedTranscript:
    """A transcript as it was aligned with a recording, before it was cleaned.

    Args:
        transcript: with the words as they are written.
        spans: one for each token; None for a token that is silent or not in the recording.
        language: BCP 47 tag that the words were read in.
        engine: name of the engine that gave the spans.
        duration: of the recording, ms.
        sound: the stretches of the recording that are no pause.
    """

    transcript: Transcript
    spans: tuple[Span | None, ...]
    language: str
    engine: str
    duration: int
    sound: Segments


@dataclass(frozen=True, slots=True)
class Word:
    """A shown word and its time.

    Args:
        text: as shown.
        start, end: ms; ``end`` is where the voice ends, not where the next word begins.
        confidence: 0..1, how sure the engine is of this time.
        guessed: True if the word was not heard, and got its time from the words around it.
        ends: what ends after the word.
        speaker: name of the speaker; empty when unknown.
        line: number of the line in the transcript, from 1; 0 when unknown.
        after: what is shown between this word and the next one: a space, or nothing around a
            dash and in scripts that write no spaces.
        spoken: False for a word of the text that is not in the recording, and so in no cue.

    >>> word = Word("there.", 400, 900, 0.8, ends=Break.SENTENCE)
    >>> word.text, word.end - word.start, word.spoken
    ('there.', 500, True)
    """

    text: str
    start: int
    end: int
    confidence: float = 1.0
    guessed: bool = False
    ends: Break = Break.NONE
    speaker: str = ""
    line: int = 0
    after: str = " "
    spoken: bool = True


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of one sentence, at least one.

    >>> said = Sentence((Word("Hello", 0, 400, 1.0), Word("there.", 400, 900, 0.5)))
    >>> said.text, said.start, said.end, said.confidence
    ('Hello there.', 0, 900, 0.75)
    """

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The text of the sentence, as it is shown."""
        return join(self.words)

    @property
    def start(self) -> int:
        """Start of the first heard word, ms."""
        return (self._heard or self.words)[0].start

    @property
    def end(self) -> int:
        """Latest end of a heard word, ms."""
        return max(w.end for w in self._heard or self.words)

    @property
    def confidence(self) -> float:
        """Mean confidence of the heard words, 0..1; 0 where none was heard."""
        heard = self._heard
        return sum(w.confidence for w in heard) / len(heard) if heard else 0.0

    @property
    def spoken(self) -> bool:
        """Whether any word of the sentence is in the recording."""
        return any(w.spoken for w in self.words)

    @property
    def _heard(self) -> tuple[Word, ...]:
        return tuple(w for w in self.words if not w.guessed)


@dataclass(frozen=True, slots=True)
class Alignment:
    """Every shown word of a transcript, in order, with its time.

    Args:
        words: in the order of the text; their starts never fall.
        language: BCP 47 code.
        duration: of the recording, ms.
        engine: the name of the engine that gave the times.
        untranscribed: stretches of sound that no word covers.
        timed: the transcript that was aligned, from which other levels of cleaning are made; None
            where the words come from a file. Comparisons of alignments ignore this field.
    """

    words: tuple[Word, ...]
    language: str
    duration: int
    engine: str = ""
    untranscribed: Segments = ()
    timed: TimedTranscript | None = field(default=None, repr=False, compare=False)

    @property
    def text(self) -> str:
        """The text of all words, as it is shown."""
        return join(self.words)

    def spoken_only(self) -> Alignment:
        """Return the alignment without the words that are not in the recording.

        Where such a word ends a sentence or paragraph, the spoken word before ends it instead.
        """
        kept: list[Word] = []
        for word in self.words:
            if word.spoken:
                kept.append(word)
            elif kept:
                ends = max(kept[-1].ends, word.ends, key=list(Break).index)
                kept[-1] = replace(kept[-1], ends=ends, after=kept[-1].after or word.after)
        return replace(self, words=tuple(kept))

    def sentences(self) -> list[Sentence]:
        """Return all words, grouped into sentences."""
        return [Sentence(self.words[r.start : r.stop]) for r in _runs([w.ends for w in self.words])]


def join(words: Sequence[Word]) -> str:
    """Return the text of words, with the spaces that belong between them."""
    return "".join(w.text + w.after for w in words).rstrip()


def _runs(ends: Sequence[Break]) -> Iterator[range]:
    first = 0
    for i, end in enumerate(ends):
        if end:
            yield range(first, i + 1)
            first = i + 1
    if first < len(ends):
        yield range(first, len(ends))
