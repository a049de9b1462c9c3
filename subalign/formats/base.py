"""The type of a file format, and the plain text that every caption format starts from."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from subalign.errors import FormatError
from subalign.model import Alignment, Break, Captions, Cue, Word
from subalign.text.punctuation import ends_sentence


@dataclass(frozen=True, slots=True)
class Format:
    """A format of caption or words files: text to values and back, touching no file.

    For all captions that a format can write, ``read(write(captions), where) == keep(captions)``.

    Args:
        name: what ``--format`` calls the format.
        suffixes: the endings of its files, lower case with the dot, the usual one first.
        summary: one line for people.
        read: ``(text, where) -> Captions``. ``where`` names the file in errors. Cues come in
            the order of the file. Raises FormatError; drops nothing silently.
        write: ``captions -> text`` of a file, with LF line ends and a final one. Raises
            FormatError where the format needs what the captions lack, or where a time lies
            before the recording.
        keep: ``captions -> captions`` as a file of this format can hold them.
    """

    name: str
    suffixes: tuple[str, ...]
    summary: str
    read: Callable[[str, str], Captions]
    write: Callable[[Captions], str]
    keep: Callable[[Captions], Captions]


def split_lines(text: str) -> list[str]:
    """Return the lines of a file: they end with CR, LF or both, and with nothing else."""
    return re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff"))


def one_line(text: str) -> str:
    """Return ``text`` without line breaks and without what UTF-8 cannot hold.

    >>> one_line("10\\u00a0000\\nyears")
    '10\\xa0000 years'
    """
    # All that some reader takes for a line break, and runs of plain spaces, but not U+00A0.
    text = re.sub(r"[ \t-\r\x1c-\x1f\x85\u2028\u2029]+", " ", text)
    return re.sub(r"[\ud800-\udfff]", "\ufffd", text).strip()


def clean_lines(lines: Iterable[str]) -> tuple[str, ...]:
    """Return the lines that can be shown: single spaces, no control characters, none empty, NFC.

    No-break spaces and direction marks inside a line stay: they belong to the text.

    >>> clean_lines([" Cafe\\u0301  noir\\x00", "\\u2028"])
    ('Café noir',)
    """
    return tuple(clean for line in lines if (clean := _clean(line)))


def _clean(line: str) -> str:
    line = line.strip(" \r\n")
    if line.isascii() and line.isprintable() and "  " not in line:
        return line  # most lines are clean, and this test halves the time for long files
    controls = r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufeff]"
    return unicodedata.normalize("NFC", one_line(re.sub(controls, "", line)))


def cues_to_write(captions: Captions, shape: Callable[[Cue], Cue]) -> Captions:
    """Return the cues in the shape of a format, by time, without those that show nothing.

    A cue that ends before it starts ends at its start instead: no format allows such times, and
    players drop the cue or refuse the file.

    Raises:
        FormatError: no cue is left, or one comes before the recording.
    """
    shaped = [cue for cue in map(shape, captions.cues) if cue.lines]
    if not shaped:
        raise FormatError("there is no cue to write")
    early = min(min(cue.start, cue.end) for cue in shaped)
    if early < 0:
        raise FormatError(f"a cue lies {-early} ms before the recording", hint="shift by less")
    ordered = (replace(cue, end=max(cue.start, cue.end)) for cue in shaped)
    return Captions(tuple(sorted(ordered, key=lambda cue: (cue.start, cue.end))))


def alignment_of(captions: Captions) -> Alignment:
    """Return the words with their times, for a format that needs them.

    Raises:
        FormatError: there are no words, or one comes before the recording.
    """
    if captions.alignment is None or not captions.alignment.words:
        raise FormatError("there are no word times to write", hint="captions hold only cue times")
    times = (min(word.start, word.end) for word in captions.alignment.words if word.spoken)
    if (early := min(times, default=0)) < 0:
        raise FormatError(f"a word lies {-early} ms before the recording", hint="shift by less")
    return captions.alignment


def spoken_words(captions: Captions) -> tuple[Word, ...]:
    """Return the words that are in the recording.

    Raises:
        FormatError: there are no such words.
    """
    spoken = alignment_of(captions).spoken_only().words
    if not spoken:
        raise FormatError("none of the words is in the recording")
    return spoken


def punctuated(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words with sentence ends after final punctuation, and after the last word."""
    ends = [Break.NONE] * len(words)
    ends[-1:] = [Break.SENTENCE] * bool(words)
    for i, (word, following) in enumerate(pairwise(words)):
        if ends_sentence(word.text) and not following.text[:1].islower():
            ends[i] = Break.SENTENCE
    return tuple(replace(word, ends=end) for word, end in zip(words, ends, strict=True))
