"""The recordings with reference times that the accuracy is measured on."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

from subalign import engines

FOLDER = Path(os.environ.get("SUBALIGN_DATA", Path(__file__).parents[2] / "shared" / "data"))
"""Holds ``episodes/ID/{audio.flac,transcript.txt,gold.json}`` and ``manifest.json``."""

ENGINES = tuple(e.name for e in engines.list_engines() if not e.load)
"""Those that need no model of the user's own, which decides how exact and fast they are."""

BUILD = Path(__file__).parents[1] / "build" / "bench"


@dataclass(frozen=True, slots=True)
class Item:
    """A recording with reference times."""

    name: str
    language: str
    kind: str
    folder: Path

    @property
    def audio(self) -> Path:
        """The recording."""
        return self.folder / "audio.flac"

    @property
    def transcript(self) -> Path:
        """Its text."""
        return self.folder / "transcript.txt"

    @property
    def gold(self) -> Path:
        """Its reference times."""
        return self.folder / "gold.json"


def items() -> list[Item]:
    """All recordings of the folder; none where it is absent."""
    manifest = FOLDER / "manifest.json"
    if not manifest.is_file():
        return []
    rows = json.loads(manifest.read_text("utf-8"))
    return [
        Item(row["id"], row["language"], row["kind"], FOLDER / "episodes" / row["id"])
        for row in rows
        if (FOLDER / "episodes" / row["id"]).is_dir()
    ]
