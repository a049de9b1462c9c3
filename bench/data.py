"""The recordings with reference times that the accuracy is measured on."""

from __future__ import annotations

import importlib.util
import json
import os
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

FOLDER = Path(os.environ.get("SUBALIGN_DATA", Path(__file__).parents[2] / "shared" / "data"))
"""Holds ``episodes/ID/{audio.flac,transcript.txt,gold.json}``, ``manifest.json``, ``score.py``."""

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


def score(hypothesis: Path, item: Item) -> dict[str, Any]:
    """What the folder's own ``score.py`` says of a words or phrases file."""
    result: dict[str, Any] = _scorer().score(str(hypothesis), str(item.gold), worst=1_000_000)
    return result


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", FOLDER / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
