"""Caption and words files: which format a file has, reading and writing it.

A format is a module here with one `Format` value called ``FORMAT``; its escaping, rounding and
ordering live in that module and nowhere else. To add one, write the module and add a line to
the table below; the tests of all formats then run on it too. ``files`` opens the files.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from subalign.errors import OutputError, UsageError, nearest
from subalign.formats import audacity, ctm, srt, textgrid, vtt, words
from subalign.formats.base import Format
from subalign.formats.files import (
    StrPath,
    check_place,
    input_error,
    read_text,
    rewrite_text,
    write_bytes,
    write_text,
)
from subalign.model import Captions

__all__ = [
    "FORMATS",
    "Format",
    "StrPath",
    "check_writable",
    "find_format",
    "named_format",
    "read_captions",
    "read_text",
    "render",
    "rewrite_text",
    "write_bytes",
    "write_captions",
    "write_text",
]

FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        f.name: f
        for f in (
            srt.FORMAT,
            vtt.FORMAT,
            words.FORMAT,
            textgrid.FORMAT,
            ctm.FORMAT,
            audacity.FORMAT,
        )
    }
)
"""All formats by name."""


def find_format(path: StrPath, *, to_read: bool = False) -> Format:
    """The format that files with this suffix have.

    Args:
        path: of a file that is to be written.
        to_read: it is to be read, which errors then say.

    Raises:
        UsageError: there is none; the hint names those that there are.
        InputError: a folder is to be read.
    """
    suffix = Path(path).suffix.lower()
    by_suffix = {s: f for f in FORMATS.values() for s in f.suffixes}
    if suffix not in by_suffix:
        if to_read and os.path.isdir(path):
            raise input_error(IsADirectoryError(), os.fspath(path))
        does = "reads" if to_read else "writes"
        what = f"no format {does} {suffix!r}" if suffix else "its name has no suffix"
        # what is to be written may be a slip; a file that is there has its name
        hint = f"one of: {', '.join(sorted(by_suffix))}" if to_read else nearest(suffix, by_suffix)
        raise UsageError(what, where=os.fspath(path), hint=hint)
    return by_suffix[suffix]


def named_format(name: str) -> Format:
    """The format called so, such as ``srt``.

    Raises:
        UsageError: there is none; the hint names the near ones.
    """
    if name not in FORMATS:
        raise UsageError(f"no format {name!r}", where="format", hint=nearest(name, FORMATS))
    return FORMATS[name]


def read_captions(path: StrPath) -> Captions:
    """What a caption or words file holds: cues in the order of the file, or word times.

    Raises:
        UsageError: no format has this suffix.
        InputError: the file cannot be read as text.
        FormatError: it is malformed; ``where`` names the line or the entry.
    """
    form = find_format(path, to_read=True)
    return form.read(read_text(path), os.fspath(path))


def render(captions: Captions, form: Format) -> str:
    """The text of a file, read back and compared before anybody sees it.

    Raises:
        FormatError: the format needs what these captions lack.
        OutputError: what was written reads differently (a fault of ours).
    """
    text = form.write(captions)
    if form.read(text, form.name) != form.keep(captions):
        raise OutputError(
            f"the {form.name} text does not read back as it was written",
            hint="this is a fault of subalign; please report it",
        )
    return text


def write_captions(path: StrPath, captions: Captions) -> None:
    """Write a caption or words file whole, or not at all, as ``write_bytes`` does.

    Raises:
        UsageError: no format has this suffix.
        FormatError: the format needs what these captions lack.
        OutputError: it cannot be written; an existing file is as it was.
    """
    write_text(path, render(captions, find_format(path)))


def check_writable(path: StrPath, *, any_suffix: bool = False) -> None:
    """Find out before the work what would fail after it.

    Args:
        path: to be written.
        any_suffix: it is to hold something else than captions or words.

    Raises:
        UsageError: no format has this suffix.
        OutputError: no file can be written there.
    """
    if not any_suffix:
        find_format(path)
    check_place(path)
