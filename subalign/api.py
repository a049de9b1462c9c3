"""The public functions: recordings and transcripts to captions, in one call or step by step.

``subalign`` exports all of them. Each takes files or values in memory and returns frozen values
that can be pickled, so that notebooks, web services and process pools can all use them.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from subalign import cleaning as rules
from subalign import filling, formats, identifying, languages
from subalign.aligning import Aligner, place, with_language
from subalign.calls import public
from subalign.checking import all_rules
from subalign.checking.base import Rule
from subalign.cleaning import Decision, Decisions, Glossary, Level, find_level
from subalign.engines import AUTO
from subalign.errors import AlignmentError, InputError, UsageError
from subalign.events import Event, Progress, Stage, ignore
from subalign.formats import StrPath
from subalign.inputs import (
    AudioLike,
    DecisionsLike,
    GlossaryLike,
    Recording,
    TimesLike,
    TranscriptLike,
    as_decisions,
    as_glossary,
    as_shots,
    as_timed,
    as_transcript,
)
from subalign.model import Alignment, Span, TimedTranscript, Transcript
from subalign.result import Result, make_captions, warn_of_doubt
from subalign.styles import DEFAULT, STYLES, Style, find_style

if TYPE_CHECKING:
    from subalign.evaluating import Report

T = TypeVar("T", Transcript, Alignment)


@dataclass(frozen=True, slots=True)
class _Cleaning:
    """Settings of cleaning: the level, the glossary and the decisions of a person."""

    level: Level
    glossary: Glossary
    decisions: Decisions

    @classmethod
    def of(
        cls, level: str, glossary: GlossaryLike | None, decisions: DecisionsLike | None
    ) -> _Cleaning:
        return cls(find_level(level), as_glossary(glossary), as_decisions(decisions))

    def normalise(self, parsed: Transcript) -> Transcript:
        return rules.normalise(parsed, parsed.language or "en", self.glossary, self.decisions)

    def clean(self, said: Transcript, spans: Sequence[Span | None] = ()) -> Transcript:
        pauses = rules.pauses_between(said, spans) if spans else None
        return rules.clean(
            said, self.level, said.language or "en", self.glossary, self.decisions, pauses
        )


@public
def caption(
    audio: AudioLike,
    transcript: TranscriptLike,
    *,
    language: str = "",
    style: str | Style = DEFAULT,
    cleaning: str = Level.TIDY.value,
    glossary: GlossaryLike | None = None,
    decisions: DecisionsLike | None = None,
    engine: str = AUTO,
    model: StrPath = "",
    track: int = 1,
    fps: float = 0.0,
    shots: StrPath | Iterable[int] | None = None,
    progress: Progress = ignore,
    cache: bool = True,
) -> Result:
    """Make captions of a recording and its transcript: all steps in one call.

    A second call with another style, level of cleaning or decision aligns nothing again, because
    the cache holds the times of the words.

    Args:
        audio: the recording: a path, bytes, a file object, or a value of `load_audio`.
        transcript: the text: a path, or a value of `load_transcript` or `parse_transcript`.
        language: BCP 47 tag; identified from the text when empty.
        style: a caption style, or the name of one; `list_styles` lists them.
        cleaning: level of cleaning: ``verbatim``, ``tidy`` or ``clean``.
        glossary: preferred spellings: the path of a file, or a dict such as
            ``{"GPT-4": ["GPD for", "GPT four"]}``.
        decisions: what a person accepted or refused: the path of a file, or answered decisions
            of `review`.
        engine: the name of an engine; `list_engines` lists them.
        model: folder of the model of an engine that runs one.
        track: which audio track of a file, from 1.
        fps: frames per second of the video, so that cues come and go with its frames, Hz; 0 for
            that of the style.
        shots: the video, so that cues come and go with its cuts; or when it cuts, ms.
        progress: called with the events of the work; raise `Cancelled` in it to stop.
        cache: False to align even where the cache holds the result, and to keep nothing.

    Raises:
        UsageError: there is no such language, style, level, engine or track.
        InputError: a file is missing or malformed, or the recording cannot be used.
        SetupError: a package that the engine needs is not installed.
        AlignmentError: text and recording do not belong together.

    >>> result = caption(
    ...     "fixtures/sonnet/audio.opus", "fixtures/sonnet/transcript.txt", engine="uniform")
    >>> print(result.captions[1].text)
    That thereby beauty's rose might never die,
    """
    find_style(style, fps)  # refuse a wrong style before the work
    wanted = _Cleaning.of(cleaning, glossary, decisions)
    aligner = Aligner(engine, model=model, cache=cache)
    parsed = as_transcript(transcript, language)
    said = wanted.normalise(parsed)
    cuts = as_shots(shots, progress)
    recording = Recording(audio, track, progress)
    try:
        timed = aligner.time(recording, said, progress)
    except AlignmentError as refusal:
        raise with_language(refusal, said.language, given=bool(language)) from None
    progress(Event(Stage.CAPTIONS, 0.0))
    cleaned = wanted.clean(said, timed.spans)
    made = make_captions(place(cleaned, timed), style, fps, cuts)
    progress(Event(Stage.CAPTIONS, 1.0))
    warnings = tuple(_warnings(parsed, wanted.decisions, made.alignment))
    changes = tuple(rules.changes(parsed, cleaned))
    return replace(
        made, warnings=warnings, transcript=cleaned, changes=changes, audio=recording.name
    )


def _warnings(parsed: Transcript, decisions: Decisions, alignment: Alignment) -> Iterator[str]:
    if other := identifying.contradicts(parsed.source, parsed.language):
        yield f"the text looks like language {other}, but was to be read as {parsed.language}"
    if lost := lost_decisions(decisions, parsed):
        yield lost
    yield from warn_of_doubt(alignment)


def lost_decisions(decisions: Decisions, parsed: Transcript) -> str:
    """Return a warning about decisions that fit no place of the transcript; empty for none."""
    lost = decisions.lost(parsed.source)
    if not lost:
        return ""
    where = ", ".join(f"'{d.before}' (line {d.line})" for d in lost[:3])
    more = ", ..." if len(lost) > 3 else ""
    return f"{len(lost)} of the decisions fit no place of the transcript: {where}{more}"


@public
def clean(
    text: T,
    *,
    level: str = Level.TIDY.value,
    glossary: GlossaryLike | None = None,
    decisions: DecisionsLike | None = None,
) -> T:
    """Make a transcript or aligned words readable; nothing is deleted, and no time changes.

    Args:
        text: a value of `load_transcript`, `parse_transcript`, `align` or `load`. An alignment is
            cleaned from the transcript that was aligned, so another level replaces the first.
        level: ``verbatim``, ``tidy`` or ``clean``.
        glossary, decisions: as for `caption`.

    Raises:
        UsageError: there is no such level.
        InputError: a file is missing or malformed.

    >>> from subalign.inputs import parse_transcript
    >>> raw = parse_transcript("It was, um, it was the the best.", language="en")
    >>> " ".join(token.shown for token in clean(raw, level="clean").tokens if token.shown)
    'It was the best.'
    """
    wanted = _Cleaning.of(level, glossary, decisions)
    if isinstance(text, Transcript):
        return wanted.clean(wanted.normalise(text))
    if text.timed:
        return place(wanted.clean(_normalised(text.timed, wanted), text.timed.spans), text.timed)
    return _clean_words(text, wanted)


def _normalised(timed: TimedTranscript, wanted: _Cleaning) -> Transcript:
    """Return the transcript that was aligned, unless other words would have to be aligned.

    Raises:
        UsageError: the glossary or the decisions change what is said."""
    said = wanted.normalise(timed.transcript)
    if [t.spoken for t in said.tokens] == [t.spoken for t in timed.transcript.tokens]:
        return said
    raise UsageError(
        "the glossary or the decisions change what is said",
        where="text",
        hint="align again with them: subalign.caption",
    )


def _clean_words(alignment: Alignment, wanted: _Cleaning) -> Alignment:
    """Clean words whose transcript is not known, such as those of a recogniser."""
    words = alignment.words
    parsed = Transcript(filling.as_tokens(words), language=alignment.language)
    spans = [None if w.guessed else Span(w.start, w.end, w.confidence) for w in words]
    return filling.transfer_times(wanted.clean(parsed, spans).tokens, alignment)


@public
def review(
    transcript: TranscriptLike,
    *,
    language: str = "",
    level: str = Level.TIDY.value,
    glossary: GlossaryLike | None = None,
    decisions: DecisionsLike | None = None,
) -> list[Decision]:
    """List the changes that cleaning makes, and those that it only offers, for a person to decide.

    Args:
        transcript: a path or a transcript.
        language: BCP 47 tag; identified from the text when empty.
        level, glossary, decisions: as for `clean`.

    Returns:
        Decisions in the order of the text, with the answer ``yes`` where a rule is sure, and
        ``open`` where it only offers. Give them back to `caption` with your answers.

    Raises:
        UsageError: there is no such level or language.
        InputError: a file is missing or malformed.

    >>> from subalign.inputs import parse_transcript
    >>> raw = parse_transcript("It was the the best.", language="en")
    >>> [(found.before, found.after, found.answer.value) for found in review(raw)]
    [('the', '', 'yes')]
    """
    wanted, parsed = _Cleaning.of(level, glossary, decisions), as_transcript(transcript, language)
    return rules.review(parsed, wanted.level, parsed.language, wanted.glossary, wanted.decisions)


@public
def segment(
    words: Alignment | StrPath,
    *,
    style: str | Style = DEFAULT,
    language: str = "",
    cleaning: str = "",
    glossary: GlossaryLike | None = None,
    decisions: DecisionsLike | None = None,
    fps: float = 0.0,
    shots: StrPath | Iterable[int] | None = None,
    progress: Progress = ignore,
) -> Result:
    """Make captions from words with times, as any tool writes them.

    Args:
        words: an alignment, or the path of a words file.
        style: a caption style, or the name of one.
        language: BCP 47 tag; when empty, that of the words, unless a file is plainly in another.
        cleaning: level of cleaning; the words stay as they are when empty.
        glossary, decisions, fps, shots: as for `caption`.
        progress: called with the events of the search for cuts.

    Raises:
        UsageError: there is no such style, level or language, or the frame rate is impossible.
        InputError: the file is missing or malformed, or holds captions.

    >>> from subalign.model import Word
    >>> words = Alignment((Word("Hello", 0, 400), Word("there.", 400, 900)), "en", 2000)
    >>> segment(words).captions[0].text
    'Hello there.'
    """
    find_style(style, fps)
    languages.check_language(language)
    alignment = words if isinstance(words, Alignment) else _read_words(words, language)
    if language:
        alignment = replace(alignment, language=language)
    if cleaning:
        alignment = clean(alignment, level=cleaning, glossary=glossary, decisions=decisions)
    return make_captions(alignment, style, fps, as_shots(shots, progress))


def _read_words(path: StrPath, language: str) -> Alignment:
    alignment = formats.read_captions(path).alignment
    if alignment is None:
        raise InputError(
            "holds captions, not words",
            where=os.fspath(path),
            hint="segment needs the time of each word, in a .json",
        )
    own = language or identifying.confirm_language(alignment.text, alignment.language)
    return replace(alignment, language=own)


@public
def evaluate(
    hypothesis: TimesLike | Result,
    reference: TimesLike | Result,
    *,
    style: str | Style = DEFAULT,
) -> Report:
    """Measure the errors of times against a reference, and of breaks against a person's captions.

    Args:
        hypothesis: the times to be judged: a path or a value.
        reference: the times that are taken as true; filled-in times (``guessed``) do not count.
        style: a caption style, or the name of one; the report gives the share of lines that are
            within its width.

    Raises:
        UsageError: there is no such style or format.
        InputError: a file is missing or malformed, or the two have hardly a word in common.

    >>> from subalign.model import Captions, Cue
    >>> truth = Captions((Cue(1000, 2000, ("Hello there.",)), Cue(3000, 4000, ("Goodbye.",))))
    >>> evaluate(truth.shift(40), truth).comparisons[0].starts.median
    40.0
    """
    from subalign.evaluating import evaluate as compare

    if isinstance(hypothesis, Result):
        hypothesis = hypothesis.captions
    if isinstance(reference, Result):
        reference = reference.captions
    judged, truth = as_timed(hypothesis), as_timed(reference, trusted=True)
    return compare(judged, truth, find_style(style).line_width)


def list_styles() -> tuple[Style, ...]:
    """List the built-in caption styles, the default first.

    >>> [style.name for style in list_styles()][:3]
    ['netflix', 'netflix-children', 'bbc']
    """
    return tuple(STYLES.values())


def list_rules() -> tuple[Rule, ...]:
    """List the rules of `check`, in the order in which the problems of a cue are reported.

    Raises:
        SetupError: a plug-in cannot be imported, or is not a rule.

    >>> [rule.name for rule in list_rules()][:3]
    ['order', 'copy', 'overlap']
    """
    return all_rules()
