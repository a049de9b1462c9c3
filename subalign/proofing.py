"""Captions from any tool: checked against a style and a recording, repaired and compared."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from subalign import engines, formats, identifying, languages
from subalign.calls import public
from subalign.checking import check as check_cues
from subalign.errors import InputError, SubalignError
from subalign.events import Progress
from subalign.events import ignore as no_progress
from subalign.formats import StrPath
from subalign.grammar import guess_language
from subalign.inputs import AudioLike, load_audio
from subalign.model import Audio, Captions, Cue, Problem, Span, SpeechActivity
from subalign.reporting import Checked, cue_lines
from subalign.result import Result
from subalign.spoken import verbalise
from subalign.styles import DEFAULT, Style, find_style
from subalign.times import clock
from subalign.transcript import parse_transcript

CaptionsLike = StrPath | Captions | Sequence[Cue] | Result
"""The path of a caption file, captions, their cues, or a result."""


@dataclass(frozen=True, slots=True)
class Soundtrack:
    """A recording that captions are checked against, and where in it there is speech."""

    audio: Audio
    activity: SpeechActivity


@public
def check(
    captions: CaptionsLike,
    *,
    style: str | Style = DEFAULT,
    fps: float = 0.0,
    language: str = "",
    audio: AudioLike | None = None,
    track: int = 1,
    select: Collection[str] | None = None,
    ignore: Collection[str] = (),
    progress: Progress = no_progress,
) -> tuple[Problem, ...]:
    """Find what breaks a style in captions, and what does not fit the recording.

    Args:
        captions: a path, captions, cues, or a result.
        style: a caption style, or the name of one.
        fps: frames per second of the video, Hz; 0 for that of the style.
        language: BCP 47 tag; identified by the function words of the captions when empty.
        audio: the recording; without it, rules about what is heard find nothing.
        track: which audio track of a file, from 1.
        select: names of the rules to check; None for all. `list_rules` lists them.
        ignore: names of rules not to check.
        progress: called with the events of decoding and aligning.

    Returns:
        Problems by cue, and within a cue in the order of the rules.

    Raises:
        UsageError: there is no such style, rule, language, format or track.
        InputError: a file is missing or malformed, or holds words.

    >>> [problem.rule for problem in check([Cue(0, 400, ("Too short.",))])]
    ['min-duration', 'reading-speed']
    """
    soundtrack = listen(audio, track=track, progress=progress) if audio is not None else None
    found = _check(source_of(captions), style, fps, language, soundtrack, progress, select, ignore)
    return found.problems


@dataclass(frozen=True, slots=True)
class Source:
    """Cues to be checked, with the name and text of their file; the text is empty without one."""

    cues: tuple[Cue, ...]
    name: str = "captions"
    text: str = ""


def source_of(captions: CaptionsLike) -> Source:
    """Return the cues that a caller gives, in whatever form.

    Raises:
        UsageError: no format has the suffix of a path.
        InputError: a file is missing or malformed, or holds words.
    """
    if isinstance(captions, Result):
        return Source(captions.captions.cues)
    if not isinstance(captions, str | os.PathLike):
        return Source(tuple(captions))
    form, text = formats.find_format(captions, to_read=True), formats.read_text(captions)
    name = os.fspath(captions)
    cues = form.read(text, name).cues
    if not cues:
        raise InputError(
            "holds words, not captions", where=name, hint="make captions of it: subalign segment"
        )
    return Source(cues, name, text)


def language_of(cues: Sequence[Cue], language: str) -> str:
    """Return a language tag as given, or that of the function words of some cues; empty for none.

    Raises:
        UsageError: no language has this tag.
    """
    languages.check_language(language)
    most_cues = 500  # settle the language; more only cost time
    return language or guess_language(line for cue in cues[:most_cues] for line in cue.lines)


def check_file(
    path: StrPath,
    style: str | Style = DEFAULT,
    *,
    fps: float = 0.0,
    language: str = "",
    soundtrack: Soundtrack | None = None,
    select: Collection[str] | None = None,
    ignore: Collection[str] = (),
    progress: Progress = no_progress,
) -> Checked:
    """Find what breaks a style in a caption file.

    Args:
        path: captions from any tool.
        style: a caption style, or the name of one.
        fps: frames per second of the video; 0 for what the style says.
        language: BCP 47 tag; identified by the function words of the captions when empty.
        soundtrack: a value of `listen`; None without one. The text of the cues is aligned with the
            recording; where that fails, ``Checked.refused`` says why, and the rules that need the
            times of speech find nothing.
        select, ignore: as for `check`.
        progress: called with the events of the alignment.

    Raises:
        UsageError: no format has this suffix; there is no such style, language or frame rate.
        InputError: the file cannot be read, is malformed or holds words.
    """
    return _check(source_of(path), style, fps, language, soundtrack, progress, select, ignore)


def _check(
    source: Source,
    style: str | Style,
    fps: float,
    language: str,
    soundtrack: Soundtrack | None,
    progress: Progress,
    select: Collection[str] | None,
    ignore: Collection[str],
) -> Checked:
    limits = find_style(style, fps)
    language = language_of(source.cues, language)
    said, refused = _when_said(source.cues, language, soundtrack, progress, source.name)
    activity = soundtrack.activity if soundtrack else None
    problems = check_cues(
        source.cues, limits, language, activity, said, select=select, ignore=ignore
    )
    return Checked(
        path=source.name,
        cues=source.cues,
        problems=tuple(problems),
        style=limits.name,
        language=language,
        with_audio=soundtrack is not None,
        said=said,
        refused=refused,
        lines=cue_lines(source.text, len(source.cues)),
    )


def listen(audio: AudioLike, *, track: int = 1, progress: Progress = no_progress) -> Soundtrack:
    """Decode a recording, and find where in it there is speech.

    Args:
        audio: the recording: a path, bytes, a file object, or a value of `load_audio`.
        track: which audio track of a file, from 1.
        progress: called with the events of decoding.

    Raises:
        AudioError: the recording cannot be used.
        UsageError: the file has no such track.
    """
    from subalign.acoustics.activity.speech import find_speech

    recording = load_audio(audio, track=track, progress=progress)
    return Soundtrack(recording, find_speech(recording.samples))


def _when_said(
    cues: Sequence[Cue], language: str, soundtrack: Soundtrack | None, progress: Progress, name: str
) -> tuple[tuple[Span | None, ...] | None, str]:
    """Find when the text of each cue is said; or return None, and why the text was not aligned."""
    if soundtrack is None:
        return None, ""
    try:
        return align_cues(soundtrack.audio, cues, language, progress=progress, name=name), ""
    except SubalignError as error:
        # the other rules do not need the aligned words
        return None, f"{error.what} ({error.hint})" if error.hint else error.what


def align_cues(
    audio: Audio,
    cues: Sequence[Cue],
    language: str = "",
    *,
    progress: Progress = no_progress,
    name: str = "",
) -> tuple[Span | None, ...]:
    """Find when the text of each cue is said.

    Args:
        audio: the recording.
        cues: in any order; they are said in the order in which they are shown.
        language: BCP 47 code; identified from the cues when empty.
        progress: called with the events of the alignment.
        name: of the file of the cues, for messages.

    Returns:
        For each cue a span from the start of its first heard word to the end of its last, ms,
        with the confidence of its start: 0 where the first word itself was not heard. None
        where none of its words is in the recording. A cue with nothing to be said, such as
        ``[music]`` or a line that rolls up, has its own times with the confidence 0.

    Raises:
        TranscriptError: no cue has a spoken word.
        AlignmentError: text and recording do not belong together.
        SetupError, UsageError: what the engine raises.
    """
    text, owners = _as_text(cues)
    language = language or identifying.identify(" ".join(cue.text for cue in cues))
    transcript = verbalise(parse_transcript(text, name, language), language)
    spans = engines.align(audio, transcript, language, engines.find_engine(engines.AUTO), progress)
    rows: list[list[Span | None]] = [[] for _ in cues]
    for token, span in zip(transcript.tokens, spans, strict=True):
        if token.spoken:
            rows[owners[token.line - 1]].append(span)
    return tuple(_whole(cue, row) for cue, row in zip(cues, rows, strict=True))


def _as_text(cues: Sequence[Cue]) -> tuple[str, list[int]]:
    """Return the cues as SRT, in the order in which they are shown, and the cue of each line."""
    lines: list[str] = []
    owners: list[int] = []
    for i in sorted(range(len(cues)), key=lambda i: (cues[i].start, i)):
        own = [" ".join(line.split()) for line in cues[i].labelled]
        times = f"{clock(0)} --> {clock(0)}"  # the time itself does not matter
        block = [times, *filter(None, own), ""]
        lines += block
        owners += [i] * len(block)
    return "\n".join(lines), owners


def _whole(cue: Cue, row: Sequence[Span | None]) -> Span | None:
    if not row:
        return Span(cue.start, cue.end, 0.0)
    heard = [span for span in row if span]
    if not heard:
        return None
    return Span(heard[0].start, heard[-1].end, row[0].confidence if row[0] else 0.0)
