"""What was found once is not looked for again, and a spoilt cache spoils nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from subalign import cache
from subalign.errors import AudioError


class Look:
    """Finds the length of a file, and counts how often it is asked."""

    def __init__(self, path: Path) -> None:
        self.path, self.looks = path, 0

    def find(self) -> int:
        self.looks += 1
        return self.path.stat().st_size

    def kept(self, kind: str = "sizes", how: str = "") -> int:
        return cache.kept(kind, self.path, how, self.parse, self.find)

    @staticmethod
    def parse(entry: object) -> int:
        if not isinstance(entry, int):
            raise TypeError
        return entry


@pytest.fixture
def look(tmp_path: Path) -> Look:
    path = tmp_path / "file"
    path.write_bytes(b"12345")
    return Look(path)


def entries() -> list[Path]:
    return [path for path in cache.folder().rglob("*") if path.is_file()]


def test_it_is_known_by_what_is_in_it_and_how_it_was_found(look: Look) -> None:
    assert look.kept() == look.kept() == 5
    assert look.looks == 1
    look.path = look.path.rename(look.path.with_name("other"))
    assert look.kept() == 5
    assert look.looks == 1
    assert look.kept(how="another way") == look.kept(kind="lengths") == 5
    assert look.looks == 3
    look.path.write_bytes(b"123456")
    assert look.kept() == 6
    assert look.looks == 4


@pytest.mark.parametrize("damage", [b"", b"\xff\xfe\x00", b"[1, 2", b'"a text"', b"\x00" * 9])
def test_a_damaged_entry_is_found_anew_and_mended(look: Look, damage: bytes) -> None:
    look.kept()
    (entry,) = entries()
    entry.write_bytes(damage)
    assert look.kept() == look.kept() == 5
    assert look.looks == 2
    assert entries() == [entry]


def test_a_folder_that_cannot_be_made_is_no_matter(look: Look, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("in the way")
    assert look.kept() == look.kept() == 5
    assert look.looks == 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_left_to_whoever_reads_it(look: Look) -> None:
    look.path.unlink()
    os.mkfifo(look.path)
    assert look.kept() == look.kept() == 0
    assert look.looks == 2


def test_what_cannot_be_found_is_not_kept(tmp_path: Path) -> None:
    def fail() -> int:
        raise AudioError("no picture")

    for path in (tmp_path / "missing", Path(__file__)):
        with pytest.raises(AudioError):
            cache.kept("sizes", path, "", Look.parse, fail)
    assert entries() == []


def test_the_folder_is_the_systems_unless_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(cache.FOLDER, os.path.join("a", "b"))
    assert cache.folder() == Path("a", "b")
    monkeypatch.delenv(cache.FOLDER)
    assert cache.folder().name.lower() == "subalign" or "subalign" in cache.folder().parts
