"""CTM: a line for each word, as the scoring tools of speech recognition read and write it.

>>> from subalign.model import Alignment, Captions, Word
>>> words = (Word("It's", 100, 250, 0.9), Word("on.", 250, 400))
>>> print(FORMAT.write(Captions(alignment=Alignment(words, "en", 1500))).rstrip())
audio 1 0.100 0.150 It's 0.9000
audio 1 0.250 0.150 on. 1.0000

The fields are recording, channel, start and duration in seconds, word, and confidence where it
is known (NIST SCTK, ctm format). A space within a word is written as a no-break space. Reading
skips comments (``;;``), merges the channels in the order of time, and refuses a file about several
recordings. Sentences end where the punctuation says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from subalign.errors import FormatError
from subalign.formats.base import (
    Format,
    one_line,
    punctuated,
    split_lines,
    spoken_words,
)
from subalign.model import Alignment, Captions, Word
from subalign.times import LONGEST_S, SECOND, from_seconds


def _keep(captions: Captions) -> Captions:
    return _aligned(
        [
            Word(
                one_line(word.text).replace(" ", "\u00a0"),
                word.start,
                word.end,
                round(word.confidence, 4),
            )
            for word in spoken_words(captions)
        ]
    )


def _aligned(words: Sequence[Word]) -> Captions:
    ordered = sorted(words, key=lambda word: (word.start, word.end))
    last = max(word.end for word in ordered)
    return Captions(alignment=Alignment(punctuated(ordered), "", last))


def _write(captions: Captions) -> str:
    alignment = _keep(captions).alignment
    assert alignment is not None
    return "".join(
        f"audio 1 {w.start / SECOND:.3f} {(w.end - w.start) / SECOND:.3f} {w.text}"
        f" {w.confidence:.4f}\n"
        for w in alignment.words
    )


def _read(text: str, where: str) -> Captions:
    words: list[Word] = []
    recording = ""
    for place, fields in _rows(text, where):
        recording = recording or fields[0]
        if fields[0] != recording:
            raise FormatError(
                f"a second recording, {fields[0]!r} after {recording!r}",
                where=place,
                hint="give a file for each",
            )
        words.append(_word(fields, place))
    if not words:
        raise FormatError("there are no words in it", where=where)
    return _aligned(words)


def _rows(text: str, where: str) -> Iterator[tuple[str, list[str]]]:
    for number, line in enumerate(split_lines(text), 1):
        # Not split(): no-break spaces belong to words.
        fields = [field for field in line.replace("\t", " ").split(" ") if field]
        if fields and not fields[0].startswith(";;"):
            if len(fields) < 5:
                raise _error("this is no word", f"{where}:{number}")
            yield f"{where}:{number}", fields


def _word(fields: Sequence[str], where: str) -> Word:
    start = _number(fields[2], LONGEST_S, "start", where)
    duration = _number(fields[3], LONGEST_S, "duration", where)
    confidence = 1.0
    if len(fields) > 5 and fields[5] != "NA":
        confidence = _number(fields[5], 1, "confidence", where)
    first = from_seconds(start)
    text = one_line(fields[4])
    if not text:
        raise _error("this word has no text", where)
    return replace(Word(text, first, from_seconds(start + duration)), confidence=confidence)


def _number(text: str, most: float, what: str, where: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= most:
        raise _error(f"the {what} must lie between 0 and {most:g}: {text[:20]!r}", where)
    return value


def _error(what: str, where: str) -> FormatError:
    hint = "recording, channel, start, duration and word, with spaces between; then confidence"
    return FormatError(what, where=where, hint=hint)


FORMAT = Format(
    name="ctm",
    suffixes=(".ctm",),
    summary="CTM: a line for each word, for the scoring tools of speech recognition",
    read=_read,
    write=_write,
    keep=_keep,
)
