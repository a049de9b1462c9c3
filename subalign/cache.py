"""Results that took long to find, kept for the next run.

The cache is a folder of small JSON files, private to the user, with a limit to their size: the
files that were read longest ago are removed first. Several processes may use it at once, because a
file is written whole or not at all, and never changed. A folder that cannot be written, or an entry
that is damaged, only costs the time to find the result anew: the first line of an entry is a digest
of its value and its key, so that no other file passes for it.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import platformdirs

from subalign.errors import OutputError, SubalignError
from subalign.formats.files import StrPath, read_text, write_text

FOLDER_VARIABLE = "SUBALIGN_CACHE"
"""Environment variable that names another folder than the system's for caches."""

MAX_BYTES = 200 * 2**20
"""Size of the whole cache above which its oldest entries are removed. Our choice: an hour of speech
takes 0.4 MB."""

_IS_ENTRY = re.compile(r"[0-9a-f]{64}\.json")
"""Name of an entry: a SHA-256 in hexadecimal."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Info:
    """The state of the cache.

    Args:
        folder: the cache's folder.
        entries: number of entries.
        size: of all entries, bytes.
    """

    folder: Path
    entries: int
    size: int


def folder() -> Path:
    """Return the folder of the cache: ``$SUBALIGN_CACHE``, or one in the system's for caches."""
    named = os.environ.get(FOLDER_VARIABLE)
    return Path(named or platformdirs.user_cache_dir("subalign", False))


def read(kind: str, key: str, parse: Callable[[object], T]) -> T | None:
    """Return a value of the cache; None where the cache has none, or a damaged one.

    Args:
        kind: kind of the value: the name of a folder, or several with slashes between them.
        key: of the value, as `digest` makes it.
        parse: makes the value from its JSON; raises KeyError, TypeError or ValueError where the
            JSON is not such a value.
    """
    path = folder() / kind / f"{key}.json"
    with contextlib.suppress(SubalignError, KeyError, TypeError, ValueError):
        seal, _, text = read_text(path).partition("\n")
        if seal != digest(kind, key, text):
            return None
        value = parse(json.loads(text))
        with contextlib.suppress(OSError):
            os.utime(path)  # entries that were read last are removed last
        return value
    return None


def write(kind: str, key: str, value: object) -> None:
    """Keep a value that `json.dumps` can write.

    Args:
        kind, key: as for `read`.
        value: what ``parse`` will be given.
    """
    path = folder() / kind / f"{key}.json"
    with contextlib.suppress(SubalignError, OSError):
        _make_private(path.parent)
        text = json.dumps(value, separators=(",", ":"))
        write_text(path, f"{digest(kind, key, text)}\n{text}")
        _remove_oldest()


def keys(kind: str) -> list[str]:
    """Return the keys of all values of a kind, the one that was read or written last first."""
    return [path.stem for _, _, path in sorted(_entries(folder() / kind), reverse=True)]


def cached(kind: str, key: str | None, parse: Callable[[object], T], find: Callable[[], T]) -> T:
    """Return a value of the cache, or find it and keep it.

    Args:
        kind, parse: as for `read`.
        key: as for `read`; None for a value that cannot be kept.
        find: finds the value, which `json.dumps` can write; whatever it raises is raised.
    """
    if key is None:
        return find()
    value = read(kind, key, parse)
    if value is None:
        value = find()
        write(kind, key, value)
    return value


def digest(*parts: str) -> str:
    """Return a key made of all that a value depends on: a SHA-256 in hexadecimal."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def file_digest(path: StrPath) -> str | None:
    """Return the SHA-256 of the contents of a file; None for a pipe, or where it is unreadable."""
    if not os.path.isfile(path):
        return None
    found = hashlib.sha256()
    block_bytes = 2**20
    try:
        with open(path, "rb") as file:
            while block := file.read(block_bytes):
                found.update(block)
    except (OSError, ValueError):
        return None
    return found.hexdigest()


def as_text(entry: object) -> str:
    """Return an entry that is a text.

    Raises:
        TypeError: the entry is something else.
    """
    if not isinstance(entry, str):
        raise TypeError
    return entry


def info() -> Info:
    """Return where the cache is, and how much is in it."""
    sizes = [size for _, size, _ in _entries(folder())]
    return Info(folder(), len(sizes), sum(sizes))


def clear() -> Info:
    """Remove all entries, and return what was in the cache.

    Files that are not entries stay, so that a wrong ``$SUBALIGN_CACHE`` destroys nothing.

    Raises:
        OutputError: an entry cannot be removed.
    """
    before = info()
    for _, _, path in _entries(before.folder):
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            what = f"it cannot be removed: {error.strerror}"
            raise OutputError(what, where=os.fspath(path), hint="check the rights") from None
    return before


def _make_private(wanted: Path) -> None:
    path = folder()
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    for part in wanted.relative_to(path).parts:
        path /= part
        path.mkdir(mode=0o700, exist_ok=True)


def _entries(where: Path) -> Iterator[tuple[float, int, Path]]:
    """Yield when each entry was used last, its size in bytes, and its path."""
    for parent, _, names in os.walk(where):
        for name in filter(_IS_ENTRY.fullmatch, names):
            path = Path(parent, name)
            # Another process may remove an entry in this very moment.
            with contextlib.suppress(OSError):
                status = path.stat()
                yield status.st_mtime, status.st_size, path


def _remove_oldest() -> None:
    entries = sorted(_entries(folder()))
    excess = sum(size for _, size, _ in entries) - MAX_BYTES
    for _, size, path in entries:
        if excess <= 0:
            break
        _remove(path)
        excess -= size


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()
