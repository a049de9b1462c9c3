"""Captions repaired: in memory, or in their file with everything else of the file kept."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace

from subalign import formats
from subalign.calls import public
from subalign.checking import check as check_cues
from subalign.errors import InputError
from subalign.events import Progress
from subalign.events import ignore as no_progress
from subalign.formats import StrPath
from subalign.model import Captions, Cue, Problem, Span
from subalign.proofing import CaptionsLike, Soundtrack, check_file, language_of, source_of
from subalign.repairing import Repaired
from subalign.repairing import repair as repair_cues
from subalign.repairing.patching import indivisible, patch
from subalign.reporting import Checked, cue_lines
from subalign.result import complete
from subalign.styles import DEFAULT, Style, find_style


@public
def repair(
    captions: CaptionsLike, *, style: str | Style = DEFAULT, fps: float = 0.0, language: str = ""
) -> Captions:
    """Repair times and line breaks that break a style, without changing a word.

    `repair_file` does the same and keeps the tags, notes and positions of the file.

    Args:
        captions, style, fps, language: as for `check`.

    Raises:
        UsageError: there is no such style, language or format.
        InputError: a file is missing or malformed, or no cue shows any text.

    >>> [cue.end for cue in repair([Cue(0, 400, ("Short.",)), Cue(3000, 4000, ("Long.",))])]
    [833, 4000]
    """
    source = source_of(captions)
    known = language_of(source.cues, language)
    repaired = repair_cues(source.cues, find_style(style, fps), known)
    if not repaired.cues:
        raise InputError("no cue shows any text", where=source.name)
    return Captions(repaired.cues)


@public
def repair_file(
    path: StrPath,
    output: StrPath = "",
    *,
    style: str | Style = DEFAULT,
    fps: float = 0.0,
    language: str = "",
) -> tuple[Problem, ...]:
    """Repair a caption file; its tags, positions, notes and line ends stay as they are.

    Args:
        path: of the file.
        output: where to write the new file; in place of the old one when empty.
        style, fps, language: as for `check`.

    Returns:
        The problems that remain: they are in the words themselves.

    Raises:
        UsageError: there is no such style, language or format.
        InputError: the file is missing or malformed, or cannot be repaired as it stands.
        OutputError: the new file cannot be written.

    >>> import os, tempfile
    >>> path = os.path.join(tempfile.mkdtemp(), "talk.srt")
    >>> formats.write_text(path, "1\\n00:00:01,000 --> 00:00:01,400\\n<i>Short.</i>\\n")
    >>> repair_file(path)
    ()
    >>> formats.read_text(path)
    '1\\n00:00:01,000 --> 00:00:01,833\\n<i>Short.</i>\\n'
    """
    fixed = fix_file(path, style, fps=fps, language=language)
    write_fixed(fixed, output or path)
    return fixed.after.problems


@dataclass(frozen=True, slots=True)
class Fixed:
    """A caption file before and after its repair, and the text of the repaired file."""

    before: Checked
    after: Checked
    text: str


def fix_file(
    path: StrPath,
    style: str | Style = DEFAULT,
    *,
    fps: float = 0.0,
    language: str = "",
    soundtrack: Soundtrack | None = None,
    progress: Progress = no_progress,
) -> Fixed:
    """Repair what breaks a style in a caption file, without changing a word or writing a file.

    Tags, positions, notes and line ends stay where they are in the new text.

    Args:
        path: captions from any tool.
        style: a caption style, or the name of one.
        fps: frames per second of the video; 0 for what the style says.
        language: BCP 47 tag; identified by the function words of the captions when empty.
        soundtrack: as for `check_file`.
        progress: called with the events of the alignment.

    Raises:
        UsageError: no format has this suffix; there is no such style, language or frame rate.
        InputError: the file cannot be read, is malformed or holds words; or it cannot be
            repaired as it stands.
    """
    before = check_file(
        path, style, fps=fps, language=language, soundtrack=soundtrack, progress=progress
    )
    limits = find_style(style, fps)
    text = formats.read_text(path)
    repaired = repair_cues(before.cues, limits, before.language, indivisible(text, before.cues))
    if not repaired.cues:
        raise InputError("no cue shows any text", where=before.path)
    text, cues = _patched(text, before, repaired)
    activity = soundtrack.activity if soundtrack else None
    said = before.said and _said_of(before.said, repaired)
    after = replace(
        before,
        cues=cues,
        problems=tuple(check_cues(cues, limits, before.language, activity, said)),
        said=said,
        lines=cue_lines(text, len(cues)),
    )
    return Fixed(before, after, text)


def _said_of(said: Sequence[Span | None], repaired: Repaired) -> tuple[Span | None, ...]:
    """Return when each repaired cue is said; a split cue is known by its first part only."""
    made: list[Span | None] = []
    for n, (i, cue) in enumerate(zip(repaired.origins, repaired.cues, strict=True)):
        first = not n or repaired.origins[n - 1] != i
        span = said[i]
        made.append(span if first or not span else Span(cue.start, cue.end, 0.0))
    return tuple(made)


def _patched(text: str, before: Checked, repaired: Repaired) -> tuple[str, tuple[Cue, ...]]:
    """Return the text of the repaired file, and the cues that are read from it."""
    patched = patch(text, before.cues, repaired)
    if patched is None:
        raise InputError(
            "is of a format that is not repaired in place",
            where=before.path,
            hint="convert it to SRT or WebVTT first: subalign convert",
        )
    return patched, formats.find_format(before.path).read(patched, before.path).cues


def write_fixed(fixed: Fixed, target: StrPath) -> Checked:
    """Write a repaired caption file, in another format where the suffix of ``target`` asks for it.

    Args:
        fixed: of `fix_file`.
        target: the path of the new file; that of the old one replaces it.

    Returns:
        What remains to be repaired, with the lines of the new file.

    Raises:
        UsageError: no format has the suffix of ``target``.
        OutputError: the file cannot be written; an existing file stays as it was.
    """
    text, source, form = fixed.text, fixed.before.path, formats.find_format(target)
    if form is not formats.find_format(source):
        text = form.write(complete(Captions(fixed.after.cues)))
        formats.write_text(target, text)
    elif os.fspath(target) != source or formats.read_text(target) != text:
        formats.rewrite_text(target, text, source)
    lines = cue_lines(text, len(fixed.after.cues))
    return replace(fixed.after, path=os.fspath(target), lines=lines)
