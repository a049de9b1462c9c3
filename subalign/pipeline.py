"""The only place where the steps are put together.

audio file -> Audio; text file -> Transcript; both -> Alignment -> cues -> problems.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypedDict, TypeVar

from subalign import engines, evaluating, filling, formats, languages
from subalign.acoustics.activity.energy import measure_energy
from subalign.acoustics.activity.pauses import sounding_segments
from subalign.acoustics.activity.untranscribed import find_untranscribed
from subalign.acoustics.tts import espeak
from subalign.audio import decode
from subalign.checking import check
from subalign.cleaning import (
    Decisions,
    Glossary,
    Level,
    clean,
    find_level,
    normalise,
    parse_decisions,
    parse_glossary,
    pauses_between,
    regroup,
)
from subalign.errors import AlignmentError, InputError, counted
from subalign.events import Event, Progress, Stage, ignore, of_stage
from subalign.formats import StrPath
from subalign.model import Alignment, Break, Captions, Cue, Problem, Span, Stamped, Transcript, Word
from subalign.segmenting import segment
from subalign.shots import find_shots
from subalign.spoken import verbalise
from subalign.styles import DEFAULT, Style, find_style
from subalign.timing import retime
from subalign.transcript import parse_transcript

LEAST_CERTAIN = 0.5
"""Below this confidence a sentence is likelier to be wrong than right."""

T = TypeVar("T")


class _Times(TypedDict):
    language: str
    duration: int
    engine: str


@dataclass(frozen=True, slots=True)
class Captioned:
    """What came of an episode: word times, cues, and what they break of their style.

    Args:
        alignment: the words.
        cues: the captions.
        problems: what in them breaks the style.
        warnings: what makes the whole doubtful, a line each.
    """

    alignment: Alignment
    cues: tuple[Cue, ...]
    problems: tuple[Problem, ...]
    warnings: tuple[str, ...] = ()

    def save(self, path: StrPath) -> None:
        """Write captions or words; the suffix of ``path`` names the format.

        Raises:
            UsageError: no format has this suffix.
            OutputError: it cannot be written.
        """
        formats.write_captions(path, Captions(self.cues, self.alignment))

    def render(self, form: str) -> str:
        """The text of a file in the format called ``form``."""
        return formats.render(Captions(self.cues, self.alignment), formats.named_format(form))


@dataclass(frozen=True, slots=True)
class Cleaning:
    """How a transcript is made readable.

    Args:
        level: ``verbatim``, ``tidy`` or ``clean``.
        glossary: file of preferred spellings; empty for none.
        decisions: file of what a person accepted or refused; empty for none.
        names: more spellings; where they differ from the file's, the file's hold.
    """

    level: str = Level.TIDY.value
    glossary: StrPath = ""
    decisions: StrPath = ""
    names: Glossary = field(default_factory=Glossary)


@dataclass(frozen=True, slots=True)
class Script:
    """A transcript on its way: as it was parsed, and how to make it readable."""

    parsed: Transcript
    language: str
    level: Level
    glossary: Glossary
    decisions: Decisions

    def normalised(self) -> Transcript:
        """As it is said, written as in the source."""
        return normalise(self.parsed, self.language, self.glossary, self.decisions)

    def cleaned(self, pauses: Mapping[int, int] | None = None) -> Transcript:
        """As it is read."""
        made = self.normalised()
        return clean(made, self.level, self.language, self.glossary, self.decisions, pauses)

    def lost_decisions(self) -> str:
        """A line about decisions whose place is no longer in the transcript; empty for none."""
        lost = self.decisions.lost("".join(t.raw + t.gap for t in self.parsed.tokens))
        if not lost:
            return ""
        where = ", ".join(f"'{d.before}' (line {d.line})" for d in lost[:3])
        more = ", ..." if len(lost) > 3 else ""
        return f"{len(lost)} of the decisions fit no place of the transcript: {where}{more}"

    def said(self) -> Transcript:
        """As it is said: what an engine gets, token for token with `normalised`."""
        return verbalise(self.normalised(), self.language)


def caption(
    audio: StrPath,
    transcript: StrPath,
    *,
    language: str = "",
    engine: str = engines.AUTO,
    model: StrPath = "",
    style: str | Style = DEFAULT,
    track: int = 1,
    cleaning: Cleaning | None = None,
    fps: float = 0.0,
    shots: StrPath = "",
    progress: Progress = ignore,
) -> Captioned:
    """Align a transcript to its recording and make captions of it.

    Args:
        audio: any media file.
        transcript: a text file, or captions whose times are not to be trusted.
        language: BCP 47 code; identified from the transcript when empty.
        engine: name of an engine; see `engines.ENGINES`.
        model: folder of the model of an engine that runs one.
        style: a caption style or the name of one.
        track: which audio track of the file, from 1.
        cleaning: how the transcript is made readable; ``tidy`` when not given.
        fps: frames per second of the video that cues come and go with; 0 for none.
        shots: video whose cuts cues come and go with; empty for none.
        progress: told how far each stage is.

    Raises:
        SubalignError: and its kinds, for all that can be wrong with what is given.
    """
    find_style(style, fps)  # what is wrong with them is said before the work
    chosen = engines.find_engine(engine, os.fspath(model))
    script = load_transcript(transcript, language, cleaning)
    recording = decode(audio, track=track, progress=of_stage(progress, Stage.DECODE))
    cuts = _cuts(shots, progress)
    try:
        spans = engines.align(recording, script.said(), script.language, chosen, progress)
    except AlignmentError as refusal:
        raise _with_language(refusal, script.language, given=bool(language)) from None
    progress(Event(Stage.CAPTIONS, 0.0))
    times: _Times = {
        "language": script.language,
        "duration": recording.duration,
        "engine": chosen.name,
    }
    # the pauses that were heard decide doubtful periods
    normalised = script.normalised()
    read = script.cleaned(pauses_between(normalised, spans))
    final = filling.fill(read, regroup(normalised, read, spans), **times)
    # what cleaning hides is in the transcript all the same
    covered = [(span.start, span.end) for span in spans if span]
    covered += [(word.start, word.end) for word in final.words]
    segments = sounding_segments(measure_energy(recording.samples))
    untranscribed = find_untranscribed(segments, covered, recording.duration)
    final = replace(final, untranscribed=untranscribed)
    made = make_captions(final, style, fps, cuts)
    progress(Event(Stage.CAPTIONS, 1.0))
    return replace(made, warnings=tuple(_warnings(script, final)))


def _with_language(refusal: AlignmentError, language: str, given: bool) -> AlignmentError:
    """A refusal that also says what language the text was taken for."""
    source = "as given" if given else "identified from the text"
    hints = [refusal.hint] * bool(refusal.hint)
    hints.append(
        f"the text was read as language {language}, {source}; name another if that is wrong"
    )
    return AlignmentError(refusal.what, where=refusal.where, hint="; ".join(hints))


def _warnings(script: Script, alignment: Alignment) -> Iterator[str]:
    text = alignment.text
    if other := languages.contradicts(text, script.language):
        yield f"the text looks like language {other}, but was to be read as {script.language}"
    if lost := script.lost_decisions():
        yield lost
    spoken = [s for s in alignment.sentences() if s.spoken]
    doubtful = sum(s.confidence < LEAST_CERTAIN for s in spoken)
    heard = any(s.confidence > 0 for s in spoken)  # the engine uniform claims nothing
    if heard and doubtful > len(spoken) / 2:
        yield (
            f"text and recording hardly agree, {doubtful} of {counted(len(spoken), 'sentence')} "
            f"uncertain: check that both are in language {script.language}"
        )


def caption_words(
    words: StrPath,
    *,
    language: str = "",
    style: str | Style = DEFAULT,
    cleaning: Cleaning | None = None,
    fps: float = 0.0,
    shots: StrPath = "",
    progress: Progress = ignore,
) -> Captioned:
    """Make captions of words that are timed already: the half of `caption` after aligning.

    Args:
        words: a words JSON of ours, or of a recogniser that `formats.words` names.
        language: BCP 47 code; when empty, what the file says unless its text is plainly in
            another language.
        style: name of a caption style.
        cleaning: how the words are made readable; they stay as they are when not given.
        fps, shots, progress: as for `caption`.

    Raises:
        InputError: the file is missing, malformed, or holds captions.
        UsageError: there is no such style, level or language.
    """
    find_style(style, fps)
    languages.check_code(language)
    alignment = formats.read_captions(words).alignment
    if alignment is None:
        raise InputError(
            "holds captions, not words",
            where=os.fspath(words),
            hint="segment needs the time of each word, in a .json",
        )
    language = language or languages.settle(alignment.text, alignment.language)
    alignment = replace(alignment, language=language)
    shown = _cleaned(alignment, cleaning) if cleaning else alignment
    return make_captions(shown, style, fps, _cuts(shots, progress))


def _cleaned(alignment: Alignment, wanted: Cleaning) -> Alignment:
    parsed = Transcript(filling.as_tokens(alignment.words))
    glossary = _read(wanted.glossary, parse_glossary, Glossary()).over(wanted.names)
    decisions = _read(wanted.decisions, parse_decisions, Decisions())
    spans = [None if w.guessed else Span(w.start, w.end, w.confidence) for w in alignment.words]
    level, pauses = find_level(wanted.level), pauses_between(parsed, spans)
    made = clean(parsed, level, alignment.language, glossary, decisions, pauses)
    return filling.refill(made.tokens, alignment)


def load_transcript(path: StrPath, language: str = "", cleaning: Cleaning | None = None) -> Script:
    """Read a transcript, and what a person has said about cleaning it.

    Raises:
        InputError: a file is missing, binary, in no known encoding or malformed.
        UsageError: there is no such language or level, or espeak-ng has no voice for it.
    """
    wanted = cleaning or Cleaning()
    text = formats.read_text(path)
    if Path(path).suffix.lower() == ".json":
        hint = "give its text; segment makes captions of words that have their times"
        raise InputError("this is data, not a transcript", where=os.fspath(path), hint=hint)
    languages.check_code(language)
    language = language or languages.identify(text)
    espeak.find_voice(language)
    return Script(
        parse_transcript(text, os.fspath(path), language),
        language,
        find_level(wanted.level),
        _read(wanted.glossary, parse_glossary, Glossary()).over(wanted.names),
        _read(wanted.decisions, parse_decisions, Decisions()),
    )


def _read(path: StrPath, parse: Callable[[str, str], T], nothing: T) -> T:
    return parse(formats.read_text(path), os.fspath(path)) if path else nothing


def make_captions(
    alignment: Alignment, style: str | Style, fps: float = 0.0, shots: Sequence[int] = ()
) -> Captioned:
    """Break timed words into cues, time them, and check them against the style.

    Args:
        alignment: the words.
        style: a caption style or the name of one.
        fps: frames per second of the video; 0 for what the style says.
        shots: when the video cuts, ms.

    Raises:
        UsageError: there is no such style, or no such frame rate.
    """
    limits = find_style(style, fps)
    cues = retime(segment(alignment.heard(), limits), limits, alignment.duration, shots)
    return Captioned(alignment, cues, tuple(check(cues, limits, alignment.language)))


def _cuts(video: StrPath, progress: Progress) -> tuple[int, ...]:
    return find_shots(video, of_stage(progress, Stage.SHOTS)) if video else ()


def convert(
    captions: Captions, *, style: str | Style = DEFAULT, shift: int = 0, speed: float = 1.0
) -> Captions:
    """Both faces of a caption file, so that every format can write it, shifted and stretched.

    Words without cues are broken by ``style``; cues without words share their time out by
    length. Times are multiplied by ``speed`` and then moved by ``shift`` ms.
    """
    alignment = captions.alignment or _words_of(captions.cues)
    cues = captions.cues or make_captions(alignment, style).cues

    def move(ms: int) -> int:
        return round(ms * speed) + shift

    def stamped(line: tuple[Stamped, ...]) -> tuple[Stamped, ...]:
        return tuple(Stamped(move(piece.start), piece.text) for piece in line)

    words = tuple(replace(w, start=move(w.start), end=move(w.end)) for w in alignment.words)
    return Captions(
        tuple(
            replace(c, start=move(c.start), end=move(c.end), words=tuple(map(stamped, c.words)))
            for c in _labelled(cues)
        ),
        replace(alignment, words=words, duration=move(alignment.duration)),
    )


def _labelled(cues: Sequence[Cue]) -> Iterator[Cue]:
    """Name a new speaker also for the formats that do not mark voices."""
    before = ""
    for cue in cues:
        new = cue.speaker and cue.speaker != before
        yield replace(cue, label=cue.label or (f"{cue.speaker}:" if new else ""))
        before = cue.speaker


def _words_of(cues: Sequence[Cue]) -> Alignment:
    """The words of cues from elsewhere: one sentence a cue, times by length."""
    words: list[Word] = []
    for cue in cues:
        texts = [text for line in cue.lines for text in line.split()]
        total = sum(len(t) + 1 for t in texts)
        at = 0
        for i, text in enumerate(texts):
            start, at = at, at + len(text) + 1
            words.append(
                Word(
                    text=text,
                    start=cue.start + cue.duration * start // total,
                    end=cue.start + cue.duration * at // total,
                    confidence=0.0,
                    guessed=True,
                    ends=Break.SENTENCE if i == len(texts) - 1 else Break.NONE,
                    speaker=cue.speaker,
                )
            )
    return Alignment(tuple(words), "", max((c.end for c in cues), default=0))


def read_timed(path: StrPath, *, trusted: bool = False) -> evaluating.Timed:
    """The times of a file that is to be evaluated, or that others are evaluated against.

    Args:
        path: a caption or words file, or JSON of labels; ``.txt`` is taken for Audacity's labels.
        trusted: it is a reference, so times that were filled in do not count.

    Raises:
        UsageError: no format has this suffix.
        InputError: the file cannot be read as text, or is malformed.
    """
    where = os.fspath(path)
    suffix = Path(where).suffix.lower()
    txt = suffix == ".txt"
    form = formats.named_format("audacity") if txt else formats.find_format(path, to_read=True)
    text = formats.read_text(path)
    if form.name == "json" and evaluating.is_labels(text):
        return evaluating.parse_labels(text, where)
    return evaluating.from_captions(form.read(text, where), where, trusted=trusted)


def default_outputs(given: StrPath) -> list[str]:
    """What is written without ``-o``: VTT and SRT in the working folder, named as ``given``."""
    return [f"{Path(given).stem}{suffix}" for suffix in (".vtt", ".srt")]
