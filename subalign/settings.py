"""Settings in files, which need not be typed for each command.

``subalign.toml`` holds the settings of a project. subalign looks for it in the working folder and
in the folders above, up to the first repository (``.git``, ``.hg``) or the home folder.
``episode.toml`` stands beside a transcript and holds the settings of that episode. The keys are the
long options without their hyphens::

    language = "en-GB"
    style = "bbc"
    clean = "clean"
    glossary = "names.txt"      # a path is relative to the file in which it stands

An option on the command line wins over ``episode.toml``, and ``episode.toml`` wins over
``subalign.toml``. A command ignores the settings of options that it does not have. ``output`` and
``words`` name files of one episode, so they may only stand in ``episode.toml``.

Names may also stand in the settings themselves: each preferred spelling with the list of variants
that it replaces::

    [glossary]
    SpaceX = ["space X", "space expenses"]
    "Walter Isaacson" = []

A style of your own is an existing style with other limits (``subalign styles`` lists them)::

    [styles.lecture]
    extends = "bbc"
    line_width = 34
    max_cps = 15

The names of both files and of ``--glossary`` are put together. Where they replace the same variant
by different spellings, ``--glossary`` wins over ``episode.toml``, and that over ``subalign.toml``.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any

from subalign.cleaning import Glossary
from subalign.errors import InputError, UsageError, nearest
from subalign.styles import DEFAULT, STYLES, Style, extend_style

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

PROJECT_FILE = "subalign.toml"
"""Name of the settings file of a folder and of the folders in it."""

EPISODE_FILE = "episode.toml"
"""Name of the settings file beside a transcript."""

Value = str | int | bool | list[str]


class Kind(Enum):
    """Kind of value that a setting has."""

    TEXT = "a text"
    FLAG = "true or false"
    NUMBER = "a whole number"
    FILE = "a path"
    FILES = "a list of paths"


KEYS: Mapping[str, Kind] = {
    "language": Kind.TEXT,
    "engine": Kind.TEXT,
    "model": Kind.FILE,
    "style": Kind.TEXT,
    "clean": Kind.TEXT,
    "glossary": Kind.FILE,
    "decisions": Kind.FILE,
    "track": Kind.NUMBER,
    "strict": Kind.FLAG,
    "output": Kind.FILES,
    "words": Kind.FILE,
}
"""Options that may stand in a file: those that hold whenever an episode is worked on."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of one or more files.

    Args:
        values: by the long name of the option.
        places: the file and key that each value comes from, for messages.
        names: of the ``[glossary]`` tables.
        tables: the ``[styles.NAME]`` tables by NAME, each with the file it stands in.
    """

    values: Mapping[str, Value] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    names: Glossary = field(default_factory=Glossary)
    tables: Mapping[str, tuple[Mapping[str, Any], Path]] = field(default_factory=dict)

    def over(self, farther: Settings) -> Settings:
        """Return both settings together; where they differ, these win over the farther ones."""
        return Settings(
            {**farther.values, **self.values},
            {**farther.places, **self.places},
            self.names.over(farther.names),
            {**farther.tables, **self.tables},
        )

    def styles(self) -> dict[str, Style]:
        """Return all styles by name: the built-in ones, and those of the files.

        Raises:
            InputError: a style extends one that does not exist, or has a wrong limit.
        """
        known = dict(STYLES)
        waiting = dict(self.tables)
        while waiting:
            ready = [name for name, (table, _) in waiting.items() if _base(table) in known]
            if not ready:
                raise _no_base(waiting, known)
            for name in ready:
                table, path = waiting.pop(name)
                known[name] = _extended(known[_base(table)], name, table, path)
        return known


def find_settings(folder: Path, transcript: Path | None = None) -> Settings:
    """Return the settings for a working folder, and for a transcript if one is given.

    Raises:
        InputError: a file cannot be read, is not TOML, has an unknown key or a value of the
            wrong kind.
    """
    beside = [transcript.parent / EPISODE_FILE] if transcript else []
    found = Settings()
    for path in (*beside, find_project(folder)):
        if path and path.is_file() and path.stat().st_size:  # an empty file says nothing
            # most calls have no file, and need not wait for the libraries that `formats` loads
            from subalign import formats

            found = found.over(parse_settings(formats.read_text(path), path))
    return found


def find_project(folder: Path) -> Path | None:
    """Return the path of the ``subalign.toml`` that applies in ``folder``; None for none."""
    folder = folder.resolve()
    for above in (folder, *folder.parents):
        if (above / PROJECT_FILE).is_file():
            return above / PROJECT_FILE
        # A folder that holds one of these is a project of its own (mypy stops at the same).
        if above == Path.home() or any((above / root).exists() for root in (".git", ".hg")):
            return None
    return None


def parse_settings(text: str, path: Path) -> Settings:
    """Read the text of the settings file at ``path``, to whose folder its paths are relative.

    Raises:
        InputError: the text is not TOML, has an unknown key or a value of the wrong kind.
    """
    try:
        table = tomllib.loads(text.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as error:
        raise _no_toml(error, path) from None
    tables: dict[str, tuple[Mapping[str, Any], Path]] = {}
    one_episode = ("output", "words")
    known = [key for key in KEYS if path.name != PROJECT_FILE or key not in one_episode]
    values: dict[str, Value] = {}
    names = Glossary()
    for key, value in table.items():
        if key in one_episode and key not in known:
            raise InputError(
                f"{key!r} is for one episode", where=str(path), hint=f"see {EPISODE_FILE}"
            )
        if key not in (*known, "styles"):
            raise InputError(
                f"no setting {key!r}", where=str(path), hint=nearest(key, [*known, "styles"])
            )
        if key == "styles":
            tables = _tables(value, path)
        elif key == "glossary" and isinstance(value, dict):
            names = Glossary.from_dict(value, f"{path}: glossary")
        else:
            values[key] = _value(key, value, path)
    return Settings(values, {key: f"{path}: {key}" for key in values}, names, tables)


def _tables(value: Any, path: Path) -> dict[str, tuple[Mapping[str, Any], Path]]:
    hint = '[styles.NAME], and under it: extends = "bbc"'
    if not isinstance(value, dict) or not all(isinstance(table, dict) for table in value.values()):
        raise InputError("styles are tables", where=str(path), hint=hint)
    for name in value:
        if name in STYLES:
            what = f"{name!r} is a style already"
            raise InputError(what, where=f"{path}: styles", hint="give yours another name")
    return {name: (table, path) for name, table in value.items()}


def _base(table: Mapping[str, Any]) -> str:
    return str(table.get("extends", DEFAULT))


def _no_base(
    waiting: Mapping[str, tuple[Mapping[str, Any], Path]], known: Mapping[str, Style]
) -> InputError:
    chain = [next(iter(waiting))]
    while (base := _base(waiting[chain[-1]][0])) in waiting and base not in chain:
        chain.append(base)
    where = f"{waiting[chain[-1]][1]}: styles.{chain[-1]}"
    if base in chain:
        circle = " > ".join([*chain[chain.index(base) :], base])
        hint = f"one of them must extend {DEFAULT} or another style that exists"
        return InputError(f"extends itself: {circle}", where=where, hint=hint)
    return InputError(
        f"extends {base!r}, which is no style", where=where, hint=nearest(base, known)
    )


def _extended(base: Style, name: str, table: Mapping[str, Any], path: Path) -> Style:
    changes = {key: value for key, value in table.items() if key != "extends"}
    try:
        return extend_style(base, name, changes)
    except UsageError as error:
        where = f"{path}: styles.{name}"
        raise InputError(error.what, where=where, hint=error.hint) from None


def _no_toml(error: Exception, path: Path) -> InputError:
    message = str(error).replace(" (at end of document)", " at the end")
    found = re.fullmatch(r"(.*) \(at line (\d+), column \d+\)", message)
    what, where = (found[1], f"{path}:{found[2]}") if found else (message, str(path))
    return InputError(f"no TOML: {what}", where=where, hint='write: style = "bbc"')


def _value(key: str, value: Any, path: Path) -> Value:
    kind = KEYS[key]
    where = f"{path}: {key}"
    if kind is Kind.FILES and isinstance(value, str):
        value = [value]
    if not _fits(kind, value):
        raise InputError(f"must be {kind.value}, not {value!r}", where=where)
    if kind is Kind.FILE:
        return _beside(path, value)
    return [_beside(path, one) for one in value] if kind is Kind.FILES else value


def _fits(kind: Kind, value: Any) -> bool:
    if kind is Kind.FLAG:
        return isinstance(value, bool)
    if kind is Kind.NUMBER:
        return isinstance(value, int) and not isinstance(value, bool)
    if kind is Kind.FILES:
        return isinstance(value, list) and all(isinstance(one, str) and one for one in value)
    return isinstance(value, str)


def _beside(path: Path, name: str) -> str:
    return str(path.parent / Path(name).expanduser()) if name else ""
