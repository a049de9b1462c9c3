"""What took long to find, kept for the next run.

A value is kept under the contents of the file that it was found in, not under its name: a file
that is moved or copied is known again, and one that has changed is not. A folder that cannot be
written, or an entry that is damaged, only costs the time to find the value anew.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import platformdirs

from subalign.errors import SubalignError
from subalign.formats import StrPath, read_text, write_text

FOLDER = "SUBALIGN_CACHE"
"""Environment variable that names another folder than the system's for caches."""

_BLOCK = 1 << 20  # bytes of a file that are hashed together

T = TypeVar("T")


def folder() -> Path:
    """Where values are kept: ``$SUBALIGN_CACHE``, or the system's folder for caches."""
    return Path(os.environ.get(FOLDER) or platformdirs.user_cache_dir("subalign", False))


def kept(
    kind: str, path: StrPath, how: str, parse: Callable[[object], T], find: Callable[[], T]
) -> T:
    """What was found in a file before, or what ``find`` finds in it now.

    Args:
        kind: of value, a word; the name of its folder.
        path: the file that it is found in.
        how: all else that the value depends on, such as thresholds and versions.
        parse: the value from its JSON; raises TypeError or ValueError where that is damaged.
        find: finds the value, which `json.dumps` can write; whatever it raises is raised.
    """
    key = _key(path, how)
    if key is None:
        return find()
    entry = folder() / kind / f"{key}.json"
    with contextlib.suppress(SubalignError, TypeError, ValueError):
        return parse(json.loads(read_text(entry)))
    value = find()
    with contextlib.suppress(SubalignError, OSError):
        entry.parent.mkdir(parents=True, exist_ok=True)
        write_text(entry, json.dumps(value))
    return value


def _key(path: StrPath, how: str) -> str | None:
    """Of the contents of a file and what was done with it; None where it cannot be read twice."""
    if not os.path.isfile(path):
        return None
    digest = hashlib.sha256(how.encode())
    try:
        with open(path, "rb") as file:
            while block := file.read(_BLOCK):
                digest.update(block)
    except (OSError, ValueError):
        return None
    return digest.hexdigest()
