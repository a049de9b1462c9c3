"""Errors, each with its place, a hint what to do next, and an exit code.

The tree::

    SubalignError
    ├── UsageError      2   a wrong option, style, engine, language or suffix
    ├── InputError      3   something is wrong with what was given
    │   ├── TranscriptError
    │   ├── FormatError     a caption or words file; carries path:line
    │   └── AudioError
    ├── OutputError     3   an output file cannot be written
    ├── SetupError      4   something is not installed
    └── AlignmentError  5   recording and text do not belong together

Every error prints as one line, ``where: what (hint)``, and can be pickled, because it may
have to cross from a worker process to the one that talks to the user.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from enum import IntEnum
from typing import ClassVar


class ExitCode(IntEnum):
    """Exit codes of the command line beside those of the errors."""

    DONE = 0
    PROBLEMS = 1
    """The captions break the style (``check``, ``align --strict``)."""
    BUG = 70
    """EX_SOFTWARE of sysexits.h: a fault of subalign. Python's own 1 would read as PROBLEMS."""
    STOPPED = 130
    """128 + SIGINT, as shells report it."""
    UNREAD = 141
    """128 + SIGPIPE: nobody reads the output. 0 would say that ``check`` found nothing."""


class SubalignError(Exception):
    """Base of all errors that are not bugs.

    Args:
        what: what is wrong, in one line without a final period.
        where: a file, ``file:line``, option or cue; empty where no place is known.
        hint: what the user can do next; empty where there is nothing to do.

    >>> print(SubalignError("no style 'nettflix'", where="style", hint="did you mean netflix?"))
    style: no style 'nettflix' (did you mean netflix?)
    """

    exit_code: ClassVar[int] = 3

    def __init__(self, what: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(what, where, hint)
        self.what, self.where, self.hint = what, where, hint

    def __str__(self) -> str:
        where = f"{self.where}: " if self.where else ""
        hint = f" ({self.hint})" if self.hint else ""
        return printable(f"{where}{self.what}{hint}")

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.what, self.where, self.hint)


def _rebuild(kind: type[SubalignError], what: str, where: str, hint: str) -> SubalignError:
    return kind(what, where=where, hint=hint)


class UsageError(SubalignError):
    """A wrong option, style, engine, language or suffix."""

    exit_code = 2


class InputError(SubalignError):
    """Something is wrong with a file that was given."""


class TranscriptError(InputError):
    """The transcript cannot be used."""


class FormatError(InputError):
    """A caption or words file is malformed; ``where`` is ``path:line`` where known."""


class AudioError(InputError):
    """The recording cannot be used."""


class OutputError(SubalignError):
    """An output file cannot be written; an existing file stays as it was."""


class SetupError(SubalignError):
    """Something that this call needs is not installed."""

    exit_code = 4


class AlignmentError(SubalignError):
    """Recording and text do not belong together."""

    exit_code = 5


def printable(text: str) -> str:
    """Return ``text`` as one line for people: what cannot be shown is written as its escape.

    File names and what stands in files may hold anything.

    >>> printable("a\\nb\\x1b[31m")
    'a\\\\nb\\\\x1b[31m'
    """
    # What would break a line, turn its direction, command the terminal, or is not a character.
    unprintable = "[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
    return re.sub(unprintable, lambda found: ascii(found[0])[1:-1], text)


def counted(number: int, name: str) -> str:
    """Return a number and a name, in the plural where it needs one.

    >>> counted(1, "cue"), counted(2, "cue")
    ('1 cue', '2 cues')
    """
    return f"{number} {name}" if number == 1 else f"{number} {name}s"


def nearest(name: str, known: Iterable[str]) -> str:
    """Say which of ``known`` the user may have meant, or name them all.

    Returns:
        A hint such as ``did you mean netflix?`` or ``one of: bbc, netflix, ted``.
    """
    names = sorted(known)
    near = difflib.get_close_matches(name.lower(), names, n=3, cutoff=0.6)
    if near:
        return f"did you mean {' or '.join(near)}?"
    return f"one of: {', '.join(names)}"
