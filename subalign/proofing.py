"""Caption files from any tool, checked and repaired: the reading, checking and repairing in a row.

A pass that aligns the text of the cues with an engine would come in here: it finds when each
word of a file was said, as `pipeline.caption` does, and hands that to the rules beside the
voice.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace

from subalign import formats
from subalign.acoustics.voicing import find_voice
from subalign.audio import Progress, decode
from subalign.checking import check
from subalign.errors import FormatError, InputError
from subalign.grammar import which_lists
from subalign.model import Cue, Voice
from subalign.repairing import Repaired, repair
from subalign.repairing.patching import patch
from subalign.reporting import Checked, cue_lines
from subalign.styles import DEFAULT, find_style

StrPath = str | os.PathLike[str]

_ENOUGH = 500
"""Cues that settle the language; more only cost time."""


def check_file(
    path: StrPath,
    style: str = DEFAULT,
    *,
    fps: float = 0.0,
    language: str = "",
    voice: Voice | None = None,
) -> Checked:
    """Say what in a caption file breaks a style.

    Args:
        path: captions from any tool.
        style: name of a caption style.
        fps: frames per second of the video; 0 for what the style says.
        language: BCP 47 code; from the small words of the captions when empty.
        voice: where the recording has voice, from `hear`; None without a recording.

    Raises:
        UsageError: no format has this suffix; there is no such style or frame rate.
        InputError: the file cannot be read, is malformed or holds words.
    """
    limits = find_style(style, fps)
    text = formats.read_text(path)
    name = os.fspath(path)
    cues = formats.find_format(path).read(text, name).cues
    if not cues:
        raise InputError(
            "holds words, not captions", where=name, hint="make captions of it: subalign segment"
        )
    language = language or which_lists(line for cue in cues[:_ENOUGH] for line in cue.lines)
    problems = check(cues, limits, language, voice)
    return Checked(
        path=name,
        cues=cues,
        problems=tuple(problems),
        style=style,
        language=language,
        heard=voice is not None,
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
    voice: Voice | None = None,
) -> Fixed:
    """Repair what in a caption file breaks a style, without touching a word; write nothing.

    Tags, positions, notes and line ends stay where they are in the new text.

    Args:
        path: captions from any tool.
        style: name of a caption style.
        fps: frames per second of the video; 0 for what the style says.
        language: BCP 47 code; from the small words of the captions when empty.
        voice: where the recording has voice, from `hear`; None without a recording.

    Raises:
        UsageError: no format has this suffix; there is no such style or frame rate.
        InputError: the file cannot be read, is malformed or holds words; or it cannot be
            repaired as it stands.
    """
    before = check_file(path, style, fps=fps, language=language, voice=voice)
    limits = find_style(style, fps)
    repaired = repair(before.cues, limits, before.language)
    if not repaired.cues:
        raise InputError("no cue shows any text", where=before.path)
    text, cues = _patched(formats.read_text(path), before, repaired)
    after = replace(
        before,
        cues=cues,
        problems=tuple(check(cues, limits, before.language, voice)),
        lines=cue_lines(text, len(cues)),
    )
    return Fixed(before, after, text)


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


def hear(audio: StrPath, *, track: int = 1, progress: Progress | None = None) -> Voice:
    """Where a recording has voice.

    Args:
        audio: any media file.
        track: which audio track of the file, from 1.
        progress: told the share that is decoded.

    Raises:
        AudioError: the recording cannot be used.
        UsageError: the file has no such track.
    """
    return find_voice(decode(audio, track=track, progress=progress).samples)
