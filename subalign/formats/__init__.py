"""Caption and words files: which format a file has, reading and writing it.

A format is a module here with one `Format` value called ``FORMAT``; its escaping, rounding and
ordering live in that module and nowhere else. To add one, write the module and add a line to
the table below; or offer it from a package of your own by an entry point of the group
``subalign.formats``. The tests of all formats then run on it too. ``files`` opens the files.
"""

from __future__ import annotations

import os
from pathlib import Path

from subalign.errors import UsageError, nearest
from subalign.formats.base import Format
from subalign.formats.files import (
    StrPath,
    check_place,
    input_error,
    read_text,
    refuse_text_as_path,
    rewrite_text,
    write_bytes,
    write_text,
)
from subalign.model import Captions
from subalign.plugins import Registry

__all__ = [
    "Format",
    "StrPath",
    "check_writable",
    "find_format",
    "format_names",
    "list_formats",
    "named_format",
    "read_captions",
    "read_text",
    "refuse_text_as_path",
    "rewrite_text",
    "write_bytes",
    "write_captions",
    "write_text",
]

_FORMATS = Registry(
    "format",
    "subalign.formats",
    Format,
    {
        "srt": f"{__name__}.srt:FORMAT",
        "vtt": f"{__name__}.vtt:FORMAT",
        "json": f"{__name__}.words:FORMAT",
        "textgrid": f"{__name__}.textgrid:FORMAT",
        "ctm": f"{__name__}.ctm:FORMAT",
        "audacity": f"{__name__}.audacity:FORMAT",
        "ttml": f"{__name__}.ttml:FORMAT",
        "sbv": f"{__name__}.sbv:FORMAT",
    },
)
"""All formats, the commonest first."""


def format_names() -> tuple[str, ...]:
    """Return the names of all formats, also those of plug-ins, the commonest first."""
    return _FORMATS.names()


def list_formats() -> tuple[Format, ...]:
    """Return all formats, also those of plug-ins, the commonest first.

    Raises:
        SetupError: a plug-in cannot be imported.

    >>> [form.name for form in list_formats()][:3]
    ['srt', 'vtt', 'json']
    """
    return _FORMATS.all()


def named_format(name: str) -> Format:
    """Return the format with a name, such as ``srt``.

    Raises:
        UsageError: no format has this name; the hint names the near ones.
    """
    return _FORMATS.find(name)


def find_format(path: StrPath, *, to_read: bool = False) -> Format:
    """Return the format that the suffix of a file names.

    Args:
        path: of the file.
        to_read: whether the file is to be read rather than written, which errors then say.

    Raises:
        UsageError: no format has this suffix; the hint names those that there are. Or what is to be
            read is text, not the path of a file.
        InputError: a folder is to be read.

    >>> find_format("talk.SRT").name, find_format("talk.labels").name
    ('srt', 'audacity')
    """
    suffix = Path(path).suffix.lower()
    # Most formats are called as their suffix, so that no other one is imported.
    likely_first = sorted(format_names(), key=lambda name: name != suffix[1:])
    for name in likely_first:
        if suffix in named_format(name).suffixes:
            return named_format(name)
    if to_read:
        refuse_text_as_path(path, "path", "the values that it holds")
    if to_read and os.path.isdir(path):
        raise input_error(IsADirectoryError(), os.fspath(path))
    does = "reads" if to_read else "writes"
    what = f"no format {does} {suffix!r}" if suffix else "its name has no suffix"
    known = [known for form in list_formats() for known in form.suffixes]
    # The name of a file to be written may be a slip of the pen; a file that is there has its name.
    hint = f"one of: {', '.join(sorted(known))}" if to_read else nearest(suffix, known)
    raise UsageError(what, where=os.fspath(path), hint=hint)


def read_captions(path: StrPath) -> Captions:
    """Read a caption or words file: its cues in the order of the file, or its words with times.

    Raises:
        UsageError: no format has this suffix.
        InputError: the file cannot be read as text.
        FormatError: the file is malformed; ``where`` names the line or the entry.
    """
    form = find_format(path, to_read=True)
    return form.read(read_text(path), os.fspath(path))


def write_captions(path: StrPath, captions: Captions) -> None:
    """Write a caption or words file whole, or not at all, as `write_bytes` does.

    Raises:
        UsageError: no format has this suffix.
        FormatError: the format needs what these captions lack.
        OutputError: the file cannot be written; an existing file stays as it was.
    """
    write_text(path, find_format(path).write(captions))


def check_writable(path: StrPath, *, any_suffix: bool = False) -> None:
    """Refuse a path where no file can be written, before the work that fills the file.

    Args:
        path: of the file.
        any_suffix: whether the file is to hold something else than captions or words.

    Raises:
        UsageError: no format has this suffix.
        OutputError: no file can be written there.
    """
    if not any_suffix:
        find_format(path)
    check_place(path)
