"""What was found once is not looked for again, and a spoilt cache spoils nothing."""

from __future__ import annotations

import errno
import json
import os
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from subalign import cache
from subalign.__main__ import main
from subalign.errors import AudioError


class Look:
    """Finds the length of a file, and counts how often it is asked."""

    def __init__(self, path: Path) -> None:
        self.path, self.looks = path, 0

    def find(self) -> int:
        self.looks += 1
        return self.path.stat().st_size

    def kept(self, kind: str = "sizes", how: str = "") -> int:
        known = cache.file_digest(self.path)
        key = cache.digest(known, how) if known else None
        return cache.cached(kind, key, self.parse, self.find)

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


@pytest.mark.parametrize(
    "damage", [b"", b"\xff\xfe\x00", b"[1, 2", b'"a text"', b"\x00" * 9, b"7", b"[" * 100_000]
)
def test_a_damaged_entry_is_found_anew_and_mended(look: Look, damage: bytes) -> None:
    look.kept()
    (entry,) = entries()
    entry.write_bytes(damage)
    assert look.kept() == look.kept() == 5
    assert look.looks == 2
    assert entries() == [entry]


def test_the_entry_of_something_else_is_not_taken_for_it(look: Look) -> None:
    look.kept()
    (entry,) = entries()
    for kind, how in (("sizes", "another way"), ("lengths", "")):
        look.kept(kind, how)
        (other,) = set(entries()) - {entry}
        other.write_bytes(entry.read_bytes())
        before = look.looks
        assert look.kept(kind, how) == 5
        assert look.looks == before + 1
        other.unlink()


def test_a_folder_that_cannot_be_made_is_no_matter(look: Look) -> None:
    cache.folder().rmdir()
    cache.folder().write_text("in the way")
    assert look.kept() == look.kept() == 5
    assert look.looks == 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_left_to_whoever_reads_it(look: Look) -> None:
    look.path.unlink()
    os.mkfifo(look.path)
    assert look.kept() == look.kept() == 0
    assert look.looks == 2


def test_what_cannot_be_found_is_not_kept() -> None:
    def fail() -> int:
        raise AudioError("no picture")

    for key in (None, cache.digest("a")):
        with pytest.raises(AudioError):
            cache.cached("sizes", key, Look.parse, fail)
    assert entries() == []


def test_the_folder_is_the_systems_unless_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(cache.FOLDER_VARIABLE, os.path.join("a", "b"))
    assert cache.folder() == Path("a", "b")
    monkeypatch.delenv(cache.FOLDER_VARIABLE)
    assert cache.folder().name.lower() == "subalign" or "subalign" in cache.folder().parts


@pytest.mark.skipif(os.name != "posix", reason="other systems have other rights")
def test_only_the_user_may_look_into_it(look: Look) -> None:
    look.kept(kind="sizes/of/files")
    (entry,) = entries()
    for folder in entry.relative_to(cache.folder().parent).parents:
        rights = (cache.folder().parent / folder).stat().st_mode & 0o777
        assert rights == 0o700 or folder == Path()


def test_the_entries_that_were_read_longest_ago_go_first(monkeypatch: pytest.MonkeyPatch) -> None:
    names = [cache.digest(letter) for letter in "abc"]
    for age, name in enumerate(names):
        cache.write("letters", name, "x" * 33)  # 100 bytes with the digest and the quotes
        os.utime(cache.folder() / "letters" / f"{name}.json", (age, age))
    assert cache.read("letters", names[0], str) == "x" * 33
    monkeypatch.setattr(cache, "MAX_BYTES", 300)
    fourth = cache.digest("d")
    cache.write("letters", fourth, "y" * 33)
    assert cache.keys("letters") == [fourth, names[0], names[2]]


def test_it_says_what_is_in_it_and_clears_only_its_own() -> None:
    cache.write("numbers", cache.digest("a"), 12)
    cache.write("numbers/more", cache.digest("b"), 345)
    own = cache.folder() / "notes.json"
    own.write_text("mine")
    assert cache.info() == cache.Info(cache.folder(), 2, 2 * 65 + 5)
    assert cache.clear().entries == 2
    assert cache.info().entries == 0
    assert entries() == [own]


def test_it_says_when_it_cannot_be_cleared(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    cache.write("numbers", cache.digest("a"), 12)

    def refuse(path: Path, missing_ok: bool = False) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), path)

    monkeypatch.setattr(Path, "unlink", refuse)
    assert main(["cache", "clear"]) == 3
    (line,) = capsys.readouterr().err.splitlines()
    assert "cannot be removed: Read-only file system" in line


def test_many_processes_may_use_it_at_once() -> None:
    key = cache.digest("shared")
    with ProcessPoolExecutor(2) as pool:
        read = set(pool.map(_write_and_read, [key] * 40, range(40)))
    assert read <= {None, *range(40)}
    assert cache.read("shared", key, Look.parse) in read
    assert [path.name for path in entries()] == [f"{key}.json"]


def _write_and_read(key: str, value: int) -> int | None:
    cache.write("shared", key, value)
    return cache.read("shared", key, Look.parse)


def test_the_command_line_shows_and_clears_it(capsys: pytest.CaptureFixture[str]) -> None:
    cache.write("numbers", cache.digest("a"), 12)
    assert main(["cache", "info"]) == 0
    assert capsys.readouterr().out.startswith(f"{cache.folder()}: 1 entry, 0.0 MB of at most ")
    assert main(["cache", "info", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["entries"] == 1
    assert main(["cache", "clear"]) == 0
    assert capsys.readouterr().out == f"{cache.folder()}: removed 1 entry, 0.0 MB\n"
    assert cache.info().entries == 0
