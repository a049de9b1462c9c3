"""Text files on the disk: encodings, and writing whole or not at all.

Of the lower layers this is the only module that opens files.
"""

from __future__ import annotations

import codecs
import contextlib
import errno
import itertools
import os
import re
import shlex
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

from subalign.errors import InputError, OutputError, UsageError

StrPath = str | os.PathLike[str]


def read_text(path: StrPath) -> str:
    """Return the text of a file, exactly, without its byte order mark; line ends stay as they are.

    UTF-8, and UTF-16 and UTF-32 with a byte order mark; UTF-16 without one where it is clear.
    Text in an older encoding is refused, with a sample of it in the commonest one, because a
    wrong guess would spoil captions without a word: chardet 7.7 takes "Où étiez-vous, été comme
    hiver ?" in Windows-1252 for Windows-1250, charset-normalizer 3.5 Hebrew for Greek.

    Raises:
        InputError: the file is missing, empty, unreadable, not text, or not Unicode.
    """
    where = os.fspath(path)
    try:
        with open(path, "rb") as file:
            head = file.read(16)
            _refuse_other_kinds(head, where)
            data = head + file.read()
    except (OSError, ValueError) as error:
        raise input_error(error, where) from None
    text = _decode(data, where)
    if not text.strip():
        raise InputError("the file is empty", where=where)
    return text


def _refuse_other_kinds(head: bytes, where: str) -> None:
    """Refuse other kinds of files that people give by mistake, known by the first 16 bytes."""
    kinds = (
        (
            rb"ID3[\x02-\x04]|\xff[\xf1-\xf3\xf9-\xfb]|OggS\0|fLaC\0|RIFF.{4}(?:WAVE|AVI )"
            rb"|....ftyp|\x1a\x45\xdf\xa3",
            "a recording",
            "the recording comes first, then its text",
        ),
        (rb"%PDF-", "a PDF file", "copy its text to a .txt file"),
        (rb"\{\\rtf", "a rich text file", "save it as plain text"),
        (rb"PK\x03\x04", "a Word document or an archive", "save it as plain text"),
        (rb"\xd0\xcf\x11\xe0", "a Word document", "save it as plain text"),
        (rb"\x1f\x8b", "a compressed file", "unpack it first"),
    )
    for sign, kind, hint in kinds:
        if re.match(sign, head, re.DOTALL):
            raise InputError(f"this is {kind}, not text", where=where, hint=hint)


def _encoding(data: bytes) -> tuple[bytes, str]:
    """Return the byte order mark of a file, and its encoding."""
    marks = {
        codecs.BOM_UTF8: "utf-8",
        # UTF-32 first: its little-endian mark begins with that of UTF-16.
        codecs.BOM_UTF32_LE: "utf-32-le",
        codecs.BOM_UTF32_BE: "utf-32-be",
        codecs.BOM_UTF16_LE: "utf-16-le",
        codecs.BOM_UTF16_BE: "utf-16-be",
    }
    marked = ((mark, encoding) for mark, encoding in marks.items() if data.startswith(mark))
    return next(marked, None) or (b"", _unmarked(data))


def _decode(data: bytes, where: str) -> str:
    mark, encoding = _encoding(data)
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        raise _encoding_error(data, encoding, len(mark) + error.start, where) from None
    if "\0" in text:
        raise InputError("this is not text: it holds zero bytes", where=where)
    # A stray control character is accepted; with one in 20 characters the file is not text.
    if 20 * len(re.findall(r"[\x01-\x08\x0e-\x19\x1c-\x1f]", text)) > len(text):
        raise InputError("this is not text: it holds control characters", where=where)
    return text


def _unmarked(data: bytes) -> str:
    """Return UTF-16 if zeros stand only at every other byte, and most of these are below 0x20; else
    UTF-8.

    That holds for alphabets, which lie below U+2000, and not for text with stray zeros.
    """
    if b"\0" in data:
        for high, low, encoding in (
            (data[::2], data[1::2], "utf-16-be"),
            (data[1::2], data[::2], "utf-16-le"),
        ):
            if 0 not in low and 2 * sum(byte < 0x20 for byte in high) > len(high):
                return encoding
    return "utf-8"


def _encoding_error(data: bytes, encoding: str, at: int, where: str) -> InputError:
    save = "save it as UTF-8 in a text editor"
    if encoding != "utf-8":
        return InputError(f"byte {at} breaks the {encoding.upper()}", where=where, hint=save)
    if any(byte < 0x20 and byte not in b"\t\n\v\f\r\x1a\x1b" for byte in data):
        return InputError("this is not text", where=where, hint="is it the right file?")
    line = data.count(b"\n", 0, at)
    sample = data.decode("cp1252", "replace").split("\n")[line].strip()[:40]
    return InputError(
        f"this is not UTF-8; as Windows-1252 it would read {sample!r}",
        where=f"{where}:{line + 1}",
        hint=f"if that is right: iconv -f windows-1252 -t utf-8 OLD > NEW; if not, {save}",
    )


def input_error(error: OSError | ValueError, where: str) -> InputError:
    """Return the error that says why a file cannot be read."""
    match error:
        case FileNotFoundError() | NotADirectoryError() | ValueError():
            return InputError("there is no such file", where=where, hint="check the path")
        case IsADirectoryError():
            return InputError("this is a folder", where=where, hint="name a file in it")
        case PermissionError():
            return InputError("you may not read this file", where=where, hint="check its rights")
    return InputError(f"it cannot be read: {error.strerror}", where=where)


def refuse_text_as_path(path: StrPath, argument: str, instead: str) -> None:
    """Tell text from a path, before a message about a missing file prints the whole text.

    The name of a missing file is taken for text where it has a line break, more than eight words,
    or more than 120 bytes: languages without spaces have no words to count.

    Args:
        path: what a caller gave for a path.
        argument: its name.
        instead: what the caller may give in its place.

    Raises:
        UsageError: it is text.
    """
    text = os.fspath(path)
    name = os.path.basename(text)
    long = len(text.split()) > 8 or len(name.encode("utf-8", "surrogatepass")) > 120
    if ("\n" in text or long) and not os.path.exists(text):
        hint = f"give the path of a file, or {instead}"
        raise UsageError("this is text, not the path of a file", where=argument, hint=hint)


def write_text(path: StrPath, text: str) -> None:
    """Write a text file as UTF-8, whole or not at all, as ``write_bytes`` does.

    Raises:
        OutputError: the file cannot be written; an existing file stays as it was.
    """
    write_bytes(path, text.encode("utf-8"))


def rewrite_text(path: StrPath, text: str, like: StrPath) -> None:
    """Write a text file as ``write_text`` does, in the encoding and with the byte order mark of
    another one, ``like``; they may be the same.

    Raises:
        InputError: the other one cannot be read.
        OutputError: the file cannot be written; an existing file stays as it was.
    """
    try:
        mark, encoding = _encoding(Path(like).read_bytes())
    except (OSError, ValueError) as error:
        raise input_error(error, os.fspath(like)) from None
    write_bytes(path, mark + text.encode(encoding))


def write_bytes(path: StrPath, data: bytes) -> None:
    """Write a file whole or not at all.

    The bytes go to a new file in the same folder, which is read back and then takes the place
    of an existing one, with its rights. Where ``path`` is a link, the file it points to is
    replaced.

    Raises:
        OutputError: the file cannot be written; an existing file stays as it was.
    """
    target = os.path.realpath(path)
    try:
        _refuse_special(path, target)
        with _neighbour(target) as (file, name):
            _fill(file, data)
            if Path(name).read_bytes() != data:
                raise OSError(errno.EIO, "the disk does not hold what was written")
            _copy_rights(target, name)
            os.replace(name, target)
    except OSError as error:
        raise _output_error(error, os.fspath(path)) from None


def check_place(path: StrPath) -> None:
    """Refuse a path where no file can be written, before the work that fills the file.

    Raises:
        OutputError: no file can be written there.
    """
    target = os.path.realpath(path)
    try:
        _refuse_special(path, target)
        with _neighbour(target) as (file, name):
            os.close(file)
            os.unlink(name)
    except OSError as error:
        raise _output_error(error, os.fspath(path)) from None


def _refuse_special(path: StrPath, target: str) -> None:
    """Refuse a device or a pipe, which replacing would destroy, and a path that ends in a slash."""
    if os.fspath(path).endswith(("/", os.sep)):
        raise IsADirectoryError(errno.EISDIR, "it is a folder")
    with contextlib.suppress(FileNotFoundError):
        mode = os.stat(target).st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, "it is a folder")
        if not stat.S_ISREG(mode):
            raise OSError(errno.EINVAL, "it is a device or a pipe")


@contextlib.contextmanager
def _neighbour(target: str) -> Iterator[tuple[int, str]]:
    """Make an empty file beside ``target``; yield its descriptor and name; remove it on failure."""
    file, name = -1, ""
    for number in itertools.count():
        name = os.path.join(os.path.dirname(target), f".subalign-{number}.tmp")
        with contextlib.suppress(FileExistsError):
            # Not tempfile: 0o666 lets the umask decide who may read the captions.
            file = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
            break
    try:
        yield file, name
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(name)
        raise


def _fill(file: int, data: bytes) -> None:
    with open(file, "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(file)


def _copy_rights(target: str, name: str) -> None:
    with contextlib.suppress(FileNotFoundError):
        shutil.copymode(target, name)


def _output_error(error: OSError, where: str) -> OutputError:
    reasons = {
        errno.ENOENT: ("there is no such folder", "make it first: mkdir -p {folder}"),
        errno.ENOTDIR: ("its folder is a file", "choose another folder"),
        errno.EISDIR: ("it is a folder", "name a file in it"),
        errno.EACCES: ("you may not write in its folder", "choose another folder"),
        errno.EPERM: ("you may not write in its folder", "choose another folder"),
        errno.EROFS: ("its disk is read-only", "choose another folder"),
        errno.ENOSPC: ("the disk is full", "free some space and run it again"),
        errno.EDQUOT: ("your disk quota is used up", "free some space and run it again"),
        errno.ENAMETOOLONG: ("its name is too long", "choose a shorter one"),
    }
    fallback = (f"it cannot be written: {error.strerror}", "choose another file")
    what, hint = reasons.get(error.errno or 0, fallback)
    folder = os.path.dirname(where) or "."
    return OutputError(what, where=where, hint=hint.format(folder=shlex.quote(folder)))
