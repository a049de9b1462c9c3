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
from subalign.acoustics import espeak
from subalign.acoustics.coverage import find_untranscribed
from subalign.audio import decode
from subalign.checking import check
from subalign.cleaning import (
    Decisions,
    Glossary,
    Level,
    as_said,
    clean,
    find_level,
    parse_decisions,
    parse_glossary,
    pauses_after,
)
from subalign.engines.base import Report
from subalign.model import Alignment, Break, Captions, Cue, Problem, Transcript, Word
from subalign.segmenting import segment
from subalign.spoken import add_spoken
from subalign.styles import DEFAULT, Style, find_style
from subalign.timing import retime
from subalign.transcript import parse_transcript

StrPath = str | os.PathLike[str]
T = TypeVar("T")


class _Times(TypedDict):
    language: str
    duration: int
    engine: str


@dataclass(frozen=True, slots=True)
class Captioned:
    """What came of an episode: word times, cues, and what they break of their style."""

    alignment: Alignment
    cues: tuple[Cue, ...]
    problems: tuple[Problem, ...]

    def save(self, path: StrPath) -> None:
        """Write captions or words; the suffix of ``path`` names the format.

        Raises:
            UsageError: no format has this suffix.
            OutputError: it cannot be written.
        """
        formats.write_captions(path, Captions(self.cues, self.alignment))

    def render(self, form: str) -> str:
        """The text of a file in the format called ``form``."""
        return formats.render(Captions(self.cues, self.alignment), formats.find_format(form))


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

    def cleaned(self, pauses: Mapping[int, int] | None = None) -> Transcript:
        """As it is read."""
        return clean(self.parsed, self.level, self.language, self.glossary, self.decisions, pauses)

    def said(self) -> Transcript:
        """As it is said: what an engine gets, token for token with what is read."""
        return add_spoken(as_said(self.parsed, self.cleaned()), self.language)


def _silent(stage: str, share: float) -> None:
    pass


def caption(
    audio: StrPath,
    transcript: StrPath,
    *,
    language: str = "",
    engine: str = engines.AUTO,
    style: str | Style = DEFAULT,
    track: int = 1,
    cleaning: Cleaning | None = None,
    report: Report = _silent,
) -> Captioned:
    """Align a transcript to its recording and make captions of it.

    Args:
        audio: any media file.
        transcript: a text file, or captions whose times are not to be trusted.
        language: BCP 47 code; identified from the transcript when empty.
        engine: name of an engine, or ``auto`` for the best that is installed.
        style: a caption style or the name of one.
        track: which audio track of the file, from 1.
        cleaning: how the transcript is made readable; ``tidy`` when not given.
        report: told the stage (decode, synthesis, alignment, captions) and its share, 0..1.

    Raises:
        SubalignError: and its kinds, for all that can be wrong with what is given.
    """
    limits = find_style(style)
    chosen = engines.find_engine(engine)
    script = load_transcript(transcript, language, cleaning)
    recording = decode(audio, track=track, progress=lambda share: report("decode", share))
    spans = engines.align(recording, script.said(), script.language, chosen, report)
    report("captions", 0.0)
    times: _Times = {
        "language": script.language,
        "duration": recording.duration,
        "engine": chosen.name,
    }
    read = script.cleaned()
    alignment = filling.fill(read, spans, **times)
    # the pauses that were heard decide doubtful periods; what is said stays the same
    settled = script.cleaned(pauses_after(read, alignment))
    final = filling.fill(settled, spans, **times)
    final = replace(final, untranscribed=find_untranscribed(recording.samples, final.words))
    made = make_captions(final, limits)
    report("captions", 1.0)
    return made


def load_transcript(path: StrPath, language: str = "", cleaning: Cleaning | None = None) -> Script:
    """Read a transcript, and what a person has said about cleaning it.

    Raises:
        InputError: a file is missing, binary, in no known encoding or malformed.
        UsageError: espeak-ng has no voice for the language; there is no such level.
    """
    wanted = cleaning or Cleaning()
    text = formats.read_text(path)
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


def make_captions(alignment: Alignment, style: str | Style) -> Captioned:
    """Break timed words into cues, time them, and check them against the style."""
    limits = find_style(style)
    cues = retime(segment(alignment.heard(), limits), limits, alignment.duration)
    return Captioned(alignment, cues, tuple(check(cues, limits)))


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

    words = tuple(replace(w, start=move(w.start), end=move(w.end)) for w in alignment.words)
    return Captions(
        tuple(replace(c, start=move(c.start), end=move(c.end)) for c in _labelled(cues)),
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
    form = formats.find_format("audacity" if suffix == ".txt" else path)
    text = formats.read_text(path)
    if form.name == "json" and evaluating.is_labels(text):
        return evaluating.parse_labels(text, where)
    return evaluating.from_captions(form.read(text, where), where, trusted=trusted)


def default_outputs(audio: StrPath) -> list[str]:
    """What ``align`` writes without ``-o``: VTT and SRT in the working folder."""
    return [f"{Path(audio).stem}{suffix}" for suffix in (".vtt", ".srt")]
