"""The values that the steps hand to each other; all frozen, all times whole milliseconds.

audio file -> Audio; text file -> Transcript; both -> Alignment -> cues -> problems.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from hashlib import sha256
from operator import index
from typing import TYPE_CHECKING, NamedTuple, overload

from subalign.errors import UsageError
from subalign.times import short

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Samples = npt.NDArray[np.int16]
    """Mono 16-bit audio at ``RATE``, shape (n,)."""

RATE = 16_000
"""Samples per second of all decoded audio, Hz: what aeneas and the acoustic models expect."""


@dataclass(frozen=True, slots=True, eq=False)
class Audio:
    """A decoded recording.

    Two recordings are equal if their samples are equal.

    Args:
        samples: int16 mono at ``RATE`` Hz, shape (n,).
        name: of the file, for messages; empty where there is none.
    """

    samples: Samples
    name: str = ""

    def __post_init__(self) -> None:
        """Refuse other samples: the digest of numbers from -1 to 1 would be that of silence.

        Raises:
            UsageError: the samples are no array of int16 of shape (n,).
        """
        kind, shape = (getattr(self.samples, name, None) for name in ("dtype", "shape"))
        if kind != "int16" or shape is None or len(shape) != 1:
            hint = "make it with subalign.load_audio(array, rate=...)"
            raise UsageError("needs int16 of shape (n,)", where="samples", hint=hint)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Audio) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)

    def clip(self, start: int, end: int) -> Audio:
        """Return the part between two times in ms, cut to what there is."""
        first, stop = (max(time, 0) * RATE // 1000 for time in (start, end))
        return Audio(self.samples[first:stop], self.name)

    @property
    def digest(self) -> str:
        """SHA-256 of the samples, in hexadecimal: the same for the same sound in any file."""
        return sha256(self.samples.astype("<i2", copy=False).tobytes()).hexdigest()

    @property
    def duration(self) -> int:
        """Length in ms."""
        return len(self.samples) * 1000 // RATE


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


class Stamped(NamedTuple):
    """A piece of a line that players may highlight from ``start`` (ms) on, when it is said."""

    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Cue:
    """What is on the screen from ``start`` to ``end`` (ms).

    Args:
        lines: the text, one string for each line, without markup or escapes.
        speaker: name of the speaker; empty when unknown.
        label: the words that name the speaker to the reader, such as ``Anna:``, in front
            of the first line; empty where the speaker has not changed. A format that marks
            voices (VTT) writes ``speaker`` instead.
        words: the pieces of each line, with their spaces, for styles that show word times.

    >>> cue = Cue(1000, 2500, ("Two", "lines."), speaker="Anna", label="Anna:")
    >>> cue.duration, cue.text
    (1500, 'Anna: Two lines.')
    """

    start: int
    end: int
    lines: tuple[str, ...]
    speaker: str = ""
    label: str = ""
    words: tuple[tuple[Stamped, ...], ...] = ()

    def __post_init__(self) -> None:
        """Make whole numbers of other types, such as numpy's, those of Python.

        Raises:
            UsageError: a time is no whole number, or the lines are one text.
        """
        for name in ("start", "end"):
            try:
                object.__setattr__(self, name, index(getattr(self, name)))
            except TypeError:
                hint = "give whole milliseconds"
                raise UsageError("is no whole number", where=name, hint=hint) from None
        if isinstance(self.lines, str):
            raise UsageError("is one text", where="lines", hint="give a list, each a text")

    @property
    def duration(self) -> int:
        """Time on screen, ms."""
        return self.end - self.start

    @property
    def labelled(self) -> tuple[str, ...]:
        """The lines with the label in front: all that the reader sees."""
        if not self.label or not self.lines:
            return self.lines
        return (f"{self.label} {self.lines[0]}", *self.lines[1:])

    @property
    def text(self) -> str:
        """All that the reader sees, in one line."""
        return " ".join(self.labelled)


@dataclass(frozen=True, slots=True)
class Captions(Sequence[Cue]):
    """A sequence of cues, with the words that they were made of where these are known.

    Args:
        cues: in the order of the file.
        alignment: the words with their times; None where only cues are known.

    >>> captions = Captions((Cue(0, 900, ("Hello.",)), Cue(1000, 2000, ("How are you?",))))
    >>> len(captions), captions[1].text, captions.shift(250)[0].start
    (2, 'How are you?', 250)
    """

    cues: tuple[Cue, ...] = ()
    alignment: Alignment | None = None

    def __len__(self) -> int:
        return len(self.cues)

    @overload
    def __getitem__(self, index: int) -> Cue: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Cue, ...]: ...
    def __getitem__(self, index: int | slice) -> Cue | tuple[Cue, ...]:
        return self.cues[index]

    def __bool__(self) -> bool:
        return bool(self.cues or self.alignment)

    def shift(self, ms: int) -> Captions:
        """Return a copy in which everything comes ``ms`` later, or earlier if negative."""
        return self._moved(lambda time: time + ms)

    def scale(self, factor: float) -> Captions:
        """Return a copy whose times are multiplied by ``factor``, such as 25 / 23.976.

        Raises:
            UsageError: the factor is not above 0.
        """
        if not 0 < factor < float("inf"):
            raise UsageError(f"{factor!r} is not above 0", where="factor", hint="such as 1.04")
        return self._moved(lambda time: round(time * factor))

    def slice(self, start: int, end: int) -> Captions:
        """Return the part that is shown or said between two times in ms; times stay as they are."""
        cues = tuple(c for c in self.cues if c.start < end and c.end > start)
        own = self.alignment
        if own:
            words = tuple(w for w in own.words if w.start < end and w.end > start)
            own = replace(own, words=words, timed=None)
        return Captions(cues, own)

    def _moved(self, move: Callable[[int], int]) -> Captions:
        cues = tuple(
            replace(
                cue,
                start=move(cue.start),
                end=move(cue.end),
                words=tuple(
                    tuple(Stamped(move(piece.start), piece.text) for piece in line)
                    for line in cue.words
                ),
            )
            for cue in self.cues
        )
        own = self.alignment
        if own:
            words = tuple(replace(w, start=move(w.start), end=move(w.end)) for w in own.words)
            sound = tuple((move(a), move(b)) for a, b in own.untranscribed)
            own = replace(
                own, words=words, duration=move(own.duration), untranscribed=sound, timed=None
            )
        return Captions(cues, own)


@dataclass(frozen=True, slots=True)
class SpeechActivity:
    """Where a recording has speech, as far as its energy shows.

    Args:
        starts, ends: of each stretch of sound, ms; in order, without overlap.
        speechlike: for each stretch, True where its energy goes up and down as that of speech does;
            steady music does not.
        duration: of the recording, ms.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    speechlike: tuple[bool, ...]
    duration: int

    def between(self, start: int, end: int) -> range:
        """Indices of the stretches that have a part between two times, ms."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))


class Severity(str, Enum):
    """The severity of a problem."""

    ERROR = "error"
    """A hard limit is broken: a player shows the cue wrongly, or the style forbids it."""
    WARNING = "warning"
    """A limit is broken that fast speech may make unavoidable, such as the reading speed."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A cue that breaks a rule.

    Args:
        rule: name of the rule.
        cue: number of the cue in the file, from 1.
        time: place in the recording, ms.
        message: what was found, and the limit.
        severity: whether the problem is an error or a warning.

    >>> print(Problem("max-duration", 1, 61_000, "shown for 9000 ms", Severity.ERROR))
    cue 1 at 1:01: max-duration: shown for 9000 ms
    """

    rule: str
    cue: int
    time: int
    message: str
    severity: Severity

    def __str__(self) -> str:
        return f"cue {self.cue} at {short(self.time)}: {self.rule}: {self.message}"


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
