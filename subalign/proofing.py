"""Caption files from any tool: reading, hearing, checking and repairing them in a row."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace

from subalign import engines, formats, languages
from subalign.acoustics.activity.speech import find_speech
from subalign.audio import decode
from subalign.checking import check
from subalign.errors import FormatError, InputError, SubalignError
from subalign.events import Progress, Stage, ignore, of_stage
from subalign.formats import StrPath
from subalign.grammar import which_lists
from subalign.model import Audio, Cue, Span, SpeechActivity
from subalign.repairing import Repaired, repair
from subalign.repairing.patching import indivisible, patch
from subalign.reporting import Checked, cue_lines
from subalign.spoken import verbalise
from subalign.styles import DEFAULT, find_style
from subalign.times import clock
from subalign.transcript import parse_transcript

_ENOUGH = 500
"""Cues that settle the language; more only cost time."""


@dataclass(frozen=True, slots=True)
class Recording:
    """What captions are checked against: the sound, and where in it there is voice."""

    audio: Audio
    voice: SpeechActivity


def check_file(
    path: StrPath,
    style: str = DEFAULT,
    *,
    fps: float = 0.0,
    language: str = "",
    recording: Recording | None = None,
    progress: Progress = ignore,
) -> Checked:
    """Say what in a caption file breaks a style.

    Args:
        path: captions from any tool.
        style: name of a caption style.
        fps: frames per second of the video; 0 for what the style says.
        language: BCP 47 code; from the small words of the captions when empty.
        recording: from `hear`; None without one. The text of the cues is aligned with it; where
            that fails, ``Checked.refused`` says why, and the rules that need it find nothing.
        progress: told how far each stage of the alignment is.

    Raises:
        UsageError: no format has this suffix; there is no such style, language or frame rate.
        InputError: the file cannot be read, is malformed or holds words.
    """
    limits = find_style(style, fps)
    languages.check_code(language)
    form, text = formats.find_format(path, to_read=True), formats.read_text(path)
    name = os.fspath(path)
    cues = form.read(text, name).cues
    if not cues:
        raise InputError(
            "holds words, not captions", where=name, hint="make captions of it: subalign segment"
        )
    language = language or which_lists(line for cue in cues[:_ENOUGH] for line in cue.lines)
    said, refused = _when_said(cues, language, recording, progress, name)
    voice = recording.voice if recording else None
    problems = check(cues, limits, language, voice, said)
    return Checked(
        path=name,
        cues=cues,
        problems=tuple(problems),
        style=style,
        language=language,
        heard=recording is not None,
        said=said,
        refused=refused,
        lines=cue_lines(text, len(cues)),
    )


@dataclass(frozen=True, slots=True)
class Fixed:
    """A caption file before and after its repair, and the text of the new one."""

    before: Checked
    after: Checked
    text: str


def fix_file(
    path: StrPath,
    style: str = DEFAULT,
    *,
    fps: float = 0.0,
    language: str = "",
    recording: Recording | None = None,
    progress: Progress = ignore,
) -> Fixed:
    """Repair what in a caption file breaks a style, without touching a word; write nothing.

    Tags, positions, notes and line ends stay where they are in the new text.

    Args:
        path: captions from any tool.
        style: name of a caption style.
        fps: frames per second of the video; 0 for what the style says.
        language: BCP 47 code; from the small words of the captions when empty.
        recording: from `hear`; None without one. The text of the cues is aligned with it; where
            that fails, ``Checked.refused`` says why, and the rules that need it find nothing.
        progress: told how far each stage of the alignment is.

    Raises:
        UsageError: no format has this suffix; there is no such style, language or frame rate.
        InputError: the file cannot be read, is malformed or holds words; or it cannot be
            repaired as it stands.
    """
    before = check_file(
        path, style, fps=fps, language=language, recording=recording, progress=progress
    )
    limits = find_style(style, fps)
    text = formats.read_text(path)
    repaired = repair(before.cues, limits, before.language, indivisible(text, before.cues))
    if not repaired.cues:
        raise InputError("no cue shows any text", where=before.path)
    text, cues = _patched(text, before, repaired)
    voice = recording.voice if recording else None
    said = before.said and _said_of(before.said, repaired)
    after = replace(
        before,
        cues=cues,
        problems=tuple(check(cues, limits, before.language, voice, said)),
        said=said,
        lines=cue_lines(text, len(cues)),
    )
    return Fixed(before, after, text)


def _said_of(said: Sequence[Span | None], repaired: Repaired) -> tuple[Span | None, ...]:
    """When each repaired cue is said; of a cue that was split, only its start is known."""
    made: list[Span | None] = []
    for n, (i, cue) in enumerate(zip(repaired.origins, repaired.cues, strict=True)):
        first = not n or repaired.origins[n - 1] != i
        span = said[i]
        made.append(span if first or not span else Span(cue.start, cue.end, 0.0))
    return tuple(made)


def _patched(text: str, before: Checked, repaired: Repaired) -> tuple[str, tuple[Cue, ...]]:
    patched = patch(text, before.cues, repaired)
    if not patched or _read_back(patched[0], before.path) != patched[1]:
        raise InputError(
            "holds what a repair would lose",
            where=before.path,
            hint="write it anew first: subalign convert",
        )
    return patched


def _read_back(text: str, path: str) -> tuple[Cue, ...]:
    try:
        return formats.find_format(path).read(text, path).cues
    except FormatError:
        return ()


def hear(audio: StrPath, *, track: int = 1, progress: Progress = ignore) -> Recording:
    """A recording, and where in it there is voice.

    Args:
        audio: any media file.
        track: which audio track of the file, from 1.
        progress: told the share that is decoded.

    Raises:
        AudioError: the recording cannot be used.
        UsageError: the file has no such track.
    """
    heard = decode(audio, track=track, progress=of_stage(progress, Stage.DECODE))
    return Recording(heard, find_speech(heard.samples))


def _when_said(
    cues: Sequence[Cue], language: str, recording: Recording | None, progress: Progress, name: str
) -> tuple[tuple[Span | None, ...] | None, str]:
    """When the text of each cue is said, or None and why that cannot be told."""
    if recording is None:
        return None, ""
    try:
        return align_cues(recording.audio, cues, language, progress=progress, name=name), ""
    except SubalignError as error:
        # the other rules still find what they find without the words
        return None, f"{error.what} ({error.hint})" if error.hint else error.what


def align_cues(
    audio: Audio,
    cues: Sequence[Cue],
    language: str = "",
    *,
    progress: Progress = ignore,
    name: str = "",
) -> tuple[Span | None, ...]:
    """When the text of each cue is said.

    Args:
        audio: their recording.
        cues: in any order; they are said in the order in which they are shown.
        language: BCP 47 code; identified from the cues when empty.
        progress: told how far each stage of the alignment is.
        name: of their file, for messages.

    Returns:
        For each cue a span from the start of its first heard word to the end of its last, ms,
        with the confidence of its start: 0 where the first word itself was not heard. None
        where none of its words is in the recording. A cue with nothing to be said, such as
        ``[music]`` or a line that rolls up, has its own times with the confidence 0.

    Raises:
        TranscriptError: nothing in them is spoken.
        AlignmentError: text and recording do not belong together.
        SetupError, UsageError: what the engine raises.
    """
    text, owners = _as_text(cues)
    language = language or languages.identify(" ".join(cue.text for cue in cues))
    transcript = verbalise(parse_transcript(text, name, language), language)
    spans = engines.align(audio, transcript, language, engines.find_engine(engines.AUTO), progress)
    rows: list[list[Span | None]] = [[] for _ in cues]
    for token, span in zip(transcript.tokens, spans, strict=True):
        if token.spoken:
            rows[owners[token.line - 1]].append(span)
    return tuple(_whole(cue, row) for cue, row in zip(cues, rows, strict=True))


def _as_text(cues: Sequence[Cue]) -> tuple[str, list[int]]:
    """The cues as SRT in the order in which they are shown, and whose each of its lines is."""
    lines: list[str] = []
    owners: list[int] = []
    for i in sorted(range(len(cues)), key=lambda i: (cues[i].start, i)):
        own = [" ".join(line.split()) for line in cues[i].labelled]
        times = f"{clock(0)} --> {clock(0)}"  # only the place of the line counts
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
