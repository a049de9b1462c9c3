"""The page about Python shows what happens: every block runs."""

from __future__ import annotations

import doctest
import shutil
from pathlib import Path

import pytest

import subalign as sa

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "python.md"


def test_every_block_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("audio.opus", "transcript.txt"):
        path = ROOT / "fixtures" / "sonnet" / name
        shutil.copy(path, tmp_path / path.name.replace(path.stem, "talk"))
    monkeypatch.chdir(tmp_path)
    failed, tried = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert not failed
    assert tried == PAGE.read_text("utf-8").count("\n>>> ")


def test_the_page_names_every_public_function() -> None:
    text = PAGE.read_text("utf-8")
    functions = {n for n in sa.__all__ if n[0].islower()}
    assert not {name for name in functions if name not in text}
