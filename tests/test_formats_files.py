"""Reading text in any encoding, and writing a file whole or not at all."""

from __future__ import annotations

import errno
import os
import signal
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subalign.errors import InputError, OutputError, UsageError
from subalign.formats import check_writable, read_captions, read_text, write_captions
from subalign.model import Captions, Cue

CAPTIONS = Captions((Cue(1000, 2000, ("One — día",)), Cue(2500, 4000, ("Two & <3",))))
OLD = "what stood here before\n"
RUSSIAN = "Сегодня мы говорим о жизни в большом городе.\r\nДобрый день, меня зовут Анна.\r\n"


def put(folder: Path, data: bytes, name: str = "a.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


# --- reading ---------------------------------------------------------------------------------


@given(text=st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff")))
def test_utf8_is_read_to_the_letter(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    text = "Twenty letters and more than that, with one control: " * 4 + text[:8]
    path = put(tmp_path_factory.getbasetemp(), text.encode())
    assert read_text(path) == text


@pytest.mark.parametrize("text", ["Zoë said:\r\n\n “hi”\r…", RUSSIAN, "字幕\nの一行 は\n"])
@pytest.mark.parametrize(
    "encoding",
    ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"],
)
def test_unicode_with_a_mark_is_read(text: str, encoding: str, tmp_path: Path) -> None:
    marked = text if encoding in ("utf-8-sig", "utf-16", "utf-32") else f"\ufeff{text}"
    assert read_text(put(tmp_path, marked.encode(encoding))) == text


@pytest.mark.parametrize("text", ["Zoë said:\r\n “hi”", RUSSIAN * 3])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_read(text: str, encoding: str, tmp_path: Path) -> None:
    assert read_text(put(tmp_path, text.encode(encoding))) == text


@pytest.mark.parametrize(
    ("data", "line", "sample"),
    [
        (b"Plain.\r\nL\x92\xe9t\xe9 \xe0 la plage \x80 5.\r\n", 2, "L’été à la plage € 5."),
        (RUSSIAN.encode("cp1251"), 1, "Ñåãîäíÿ ìû ãîâîðèì î æèçíè â áîëüøîì ãîð"),
        (b"a\nb\n\x81\x8d\n", 3, "\ufffd\ufffd"),
    ],
)
def test_an_older_encoding_is_refused_with_a_sample(
    data: bytes, line: int, sample: str, tmp_path: Path
) -> None:
    path = put(tmp_path, data)
    with pytest.raises(InputError) as caught:
        read_text(path)
    assert caught.value.where == f"{path}:{line}"
    assert caught.value.what == f"this is not UTF-8; as Windows-1252 it would read {sample!r}"
    assert "iconv -f windows-1252 -t utf-8" in caught.value.hint


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file is empty"),
        (b"\xef\xbb\xbf \r\n", "the file is empty"),
        (b"ID3\x04\0\0" + bytes(99), "a recording, not text \\(the recording comes first"),
        (b"RIFF\x24\0\0\0WAVEfmt ", "a recording"),
        (b"\0\0\0\x20ftypM4A " + bytes(9), "a recording"),
        (b"OggS\0\x02", "a recording"),
        (b"\xff\xfb\x90\x64", "a recording"),
        (b"%PDF-1.7\nabc", "a PDF file, not text \\(copy its text"),
        (b"{\\rtf1\\ansi Hello.}", "a rich text file, not text \\(save it as plain text"),
        (b"PK\x03\x04\x14\0", "a Word document or an archive"),
        (b"some text with one \0 in it", "it holds zero bytes"),
        (b"odd number of bytes\0", "it holds zero bytes"),
        ("字幕の一行\n".encode("utf-16-le"), "it holds zero bytes|not text"),
        (bytes(range(256)), "it holds zero bytes|not text"),
        (b"\x89PNG\r\n\x1a\n\x05\xff", "this is not text"),
        (b"\xff\xfeH\0i\0\0\xd8", "byte 6 breaks the UTF-16-LE"),
    ],
)
def test_what_is_not_text_is_refused(data: bytes, message: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=message) as caught:
        read_text(put(tmp_path, data))
    assert str(tmp_path) in caught.value.where


@pytest.mark.parametrize(
    "text", ["ID3 tags are old.", "RIFFraff", "PKP is a train.", "THE NEW WAVE"]
)
def test_text_that_begins_like_a_recording_is_text(text: str, tmp_path: Path) -> None:
    assert read_text(put(tmp_path, text.encode())) == text


def test_missing_files_and_folders_are_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no such file \(check the path"):
        read_text(tmp_path / "none.txt")
    with pytest.raises(InputError, match="no such file"):
        read_text(put(tmp_path, b"x") / "under-a-file.txt")
    with pytest.raises(InputError, match="this is a folder"):
        read_text(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_named(tmp_path: Path) -> None:
    path = put(tmp_path, b"x")
    path.chmod(0)
    with pytest.raises(InputError, match="you may not read this file"):
        read_text(path)


def test_captions_are_read_by_suffix(tmp_path: Path) -> None:
    path = put(tmp_path, b"1\r\n00:00:01,000 --> 00:00:02,000\r\nHi.\r\n", "A.SRT")
    assert read_captions(path).cues == (Cue(1000, 2000, ("Hi.",)),)
    with pytest.raises(UsageError, match="no format reads"):
        read_captions(put(tmp_path, b"x", "a.doc"))


# --- writing ---------------------------------------------------------------------------------


@pytest.fixture
def target(tmp_path: Path) -> Iterator[Path]:
    """An output that exists; afterwards the folder holds nothing else."""
    path = put(tmp_path, OLD.encode(), "out.srt")
    yield path
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("suffix", ["srt", "vtt"])
def test_a_new_file_is_utf8_and_follows_the_umask(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"out.{suffix}"
    old = os.umask(0o027)
    try:
        write_captions(path, CAPTIONS)
    finally:
        os.umask(old)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert read_captions(path) == CAPTIONS
    assert b"\r" not in path.read_bytes()
    assert list(tmp_path.iterdir()) == [path]


def test_an_existing_file_keeps_its_rights(target: Path) -> None:
    target.chmod(0o604)
    write_captions(target, CAPTIONS)
    assert stat.S_IMODE(target.stat().st_mode) == 0o604
    assert read_captions(target) == CAPTIONS


def test_a_link_stays_and_its_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    real = put(tmp_path / "real", OLD.encode(), "out.srt")
    link = tmp_path / "link.srt"
    link.symlink_to("real/out.srt")
    write_captions(link, CAPTIONS)
    assert link.is_symlink()
    assert read_captions(real) == CAPTIONS
    dangling = tmp_path / "new.srt"
    dangling.symlink_to("real/new.srt")
    write_captions(dangling, CAPTIONS)
    assert read_captions(tmp_path / "real/new.srt") == CAPTIONS


FAILURES = [
    (errno.ENOSPC, "the disk is full \\(free some space"),
    (errno.EROFS, "its disk is read-only"),
    (errno.EIO, "it cannot be written: Input/output error"),
]


@pytest.mark.parametrize(("number", "message"), FAILURES)
@pytest.mark.parametrize("step", ["open", "fsync", "replace"])
def test_a_failing_disk_leaves_the_old_file(
    step: str, number: int, message: str, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(os, step, fail)
        with pytest.raises(OutputError, match=message) as caught:
            write_captions(target, CAPTIONS)
    assert caught.value.where == str(target)
    assert caught.value.hint
    assert target.read_text() == OLD


def test_a_stop_in_the_middle_leaves_the_old_file(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: signal.raise_signal(signal.SIGINT))
    # a shell that runs the tests in the background has them ignore the signal
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            write_captions(target, CAPTIONS)
    finally:
        signal.signal(signal.SIGINT, before)
    assert target.read_text() == OLD


def test_a_disk_that_forgets_is_found_out(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", lambda _: b"1\n")
        with pytest.raises(OutputError, match="does not hold what"):
            write_captions(target, CAPTIONS)
    assert target.read_text() == OLD


def test_a_file_that_may_not_grow_is_removed(target: Path) -> None:
    resource = pytest.importorskip("resource")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    many = Captions(tuple(Cue(i, i + 1, ("text",)) for i in range(2000)))
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, limits[1]))
    try:
        with pytest.raises(OutputError, match="File too large"):
            write_captions(target, many)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert target.read_text() == OLD


def test_outputs_that_cannot_be_are_named(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"no such folder \(make it first: mkdir -p .*no such'"):
        write_captions(tmp_path / "no such" / "a.srt", CAPTIONS)
    (tmp_path / "folder.srt").mkdir()
    with pytest.raises(OutputError, match=r"it is a folder \(name a file"):
        write_captions(tmp_path / "folder.srt", CAPTIONS)
    with pytest.raises(OutputError, match=r"new.srt/: it is a folder \(name a file in it"):
        write_captions(f"{tmp_path}/new.srt/", CAPTIONS)
    with pytest.raises(OutputError, match="it is a folder"):
        check_writable(f"{tmp_path}/new.srt/")
    put(tmp_path, b"x", "file")
    with pytest.raises(OutputError, match="its folder is a file"):
        write_captions(tmp_path / "file" / "a.srt", CAPTIONS)
    with pytest.raises(OutputError, match="its name is too long"):
        write_captions(tmp_path / ("a" * 300 + ".srt"), CAPTIONS)
    with pytest.raises(UsageError, match="no format writes"):
        write_captions(tmp_path / "a.doc", CAPTIONS)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["file", "folder.srt"]


def test_a_pipe_is_not_replaced(tmp_path: Path) -> None:
    """A pipe of our own, never a device: if this breaks, root would lose /dev/null."""
    pipe = tmp_path / "out.srt"
    os.mkfifo(pipe)
    with pytest.raises(OutputError, match="a device or a pipe"):
        write_captions(pipe, CAPTIONS)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_rights_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError, match="you may not write in its folder"):
        write_captions(tmp_path / "a.srt", CAPTIONS)
    tmp_path.chmod(0o700)


def test_a_file_of_another_writer_is_left_alone(tmp_path: Path) -> None:
    other = put(tmp_path, b"other", ".subalign-0.tmp")
    write_captions(tmp_path / "a.srt", CAPTIONS)
    assert other.read_bytes() == b"other"
    assert sorted(p.name for p in tmp_path.iterdir()) == [".subalign-0.tmp", "a.srt"]
