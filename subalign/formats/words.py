"""The words JSON: every word and its time, in the layout that Whisper's tools share.

>>> from subalign.model import Alignment, Break, Captions, Word
>>> words = (Word("It's", 100, 250, 0.9), Word("on.", 250, 400, ends=Break.SENTENCE))
>>> text = FORMAT.write(Captions(alignment=Alignment(words, "en", 1500, "uniform")))
>>> segment = json.loads(text)["segments"][0]
>>> segment["text"], segment["words"][0]
(" It's on.", {'word': " It's", 'start': 0.1, 'end': 0.25, 'probability': 0.9})

Times are seconds with three decimals. As in Whisper, ``word`` carries the space in front of it,
so that joining all words gives the text back. Beside Whisper's keys there are, where they say
something: ``speaker`` (of a segment, or of a word where a segment has several), ``guessed``
(the word was not heard and its time was filled in), ``"spoken": false`` (of a word, or of a
segment: the text has it, the recording does not, so its times are null), ``paragraph`` (one ends
with this segment) and, of the whole, ``untranscribed`` (sound that no word covers: starts and
ends). The line of a word in the transcript is not kept.

`read` takes our files, Whisper's, stable-ts' and whisperX's. In ours, known by ``engine``, a
segment is a sentence. Elsewhere it is as much as the recogniser took at once, so sentences end
where the punctuation says so. Words without times share the time that their neighbours leave,
by length, and are guessed; so do the words of a segment that lists none.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import Any, NoReturn

from subalign.errors import FormatError
from subalign.formats.base import LONGEST, Format, alignment_of, one_line, punctuated
from subalign.measure import length
from subalign.model import Alignment, Break, Captions, Sentence, Word
from subalign.times import SECOND, from_seconds, seconds

_BACK = SECOND
"""How far before the word in front of it a word may start, ms. Ours: the recognisers' words
overlap by hundredths of a second; a larger fall means that the file is out of order."""


# --- writing ---------------------------------------------------------------------------------


def _keep(captions: Captions) -> Captions:
    return Captions(alignment=_carried(captions))


def _carried(captions: Captions) -> Alignment:
    alignment = alignment_of(captions)
    words = [
        replace(
            word,
            text=one_line(word.text),
            confidence=round(word.confidence, 4),
            speaker=one_line(word.speaker),
            line=0,
            after=" " if word.after else "",
        )
        for word in _placed(alignment.words)
    ]
    words[-1] = replace(words[-1], ends=words[-1].ends or Break.SENTENCE, after=" ")
    return replace(alignment, words=tuple(words))


def _placed(words: Iterable[Word]) -> Iterator[Word]:
    """Words that are not in the recording begin and end where the word before them begins.

    Any time is wrong, but this one keeps the order, and no other word has to move for it.
    """
    start = 0
    for word in words:
        if not word.spoken:
            yield replace(word, start=start, end=start, confidence=0.0, guessed=True)
        else:
            yield word
            start = word.start


def _write(captions: Captions) -> str:
    alignment = _carried(captions)
    segments = []
    before = " "
    for number, sentence in enumerate(alignment.sentences()):
        segments.append(_segment(number, sentence, before))
        before = sentence.words[-1].after
    document = {
        "text": alignment.text,
        "language": alignment.language,
        "duration": seconds(alignment.duration),
        "engine": alignment.engine,
        "segments": segments,
    }
    if alignment.untranscribed:
        document["untranscribed"] = [
            {"start": seconds(a), "end": seconds(b)} for a, b in alignment.untranscribed
        ]
    return json.dumps(document, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def _segment(number: int, sentence: Sentence, before: str) -> dict[str, object]:
    speakers = {word.speaker for word in sentence.words}
    spaces = [before, *(word.after for word in sentence.words)]
    segment: dict[str, object] = {
        "id": number,
        "start": seconds(sentence.start) if sentence.spoken else None,
        "end": seconds(sentence.end) if sentence.spoken else None,
        "text": before + sentence.text,
        "confidence": round(sentence.confidence, 4),
    }
    if len(speakers) == 1 and sentence.words[0].speaker:
        segment["speaker"] = sentence.words[0].speaker
    if not sentence.spoken:
        segment["spoken"] = False
    if sentence.words[-1].ends is Break.PARAGRAPH:
        segment["paragraph"] = True
    segment["words"] = [
        _word(word, space, len(speakers) > 1)
        for word, space in zip(sentence.words, spaces, strict=False)
    ]
    return segment


def _word(word: Word, space: str, mixed: bool) -> dict[str, object]:
    entry: dict[str, object] = {
        "word": space + word.text,
        "start": seconds(word.start) if word.spoken else None,
        "end": seconds(word.end) if word.spoken else None,
        "probability": word.confidence,
    }
    if not word.spoken:
        entry["spoken"] = False
    elif word.guessed:
        entry["guessed"] = True
    if mixed and word.speaker:
        entry["speaker"] = word.speaker
    return entry


# --- reading ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Node:
    """A JSON object and where it stands in the file."""

    values: dict[str, Any]
    where: str

    def wrong(self, what: str) -> NoReturn:
        raise FormatError(what, where=self.where)

    def text(self, key: str) -> str:
        """The text at ``key``, or an empty one where there is none."""
        value = self.values.get(key)
        if value is None:
            return ""
        return value if isinstance(value, str) else self.wrong(f"{key!r} is no text: {value!r}")

    def number(self, key: str, most: float) -> float | None:
        """The number from 0 to ``most`` at ``key``, if any."""
        value = self.values.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.wrong(f"{key!r} is no number: {value!r}")
        if not 0 <= value <= most:
            self.wrong(f"{key!r} is {str(value)[:20]}, and must lie between 0 and {most:g}")
        return float(value)

    def time(self, key: str) -> int | None:
        """The time at ``key`` in ms, if any."""
        value = self.number(key, LONGEST)
        return None if value is None else from_seconds(value)

    def nodes(self, key: str) -> list[_Node]:
        """The objects in the list at ``key``; none where there is no list."""
        entries = self.values.get(key) or []
        if not isinstance(entries, list):
            self.wrong(f"{key!r} is no list")
        split = "." if self.where.endswith("]") else ": "
        return [_node(entry, f"{self.where}{split}{key}[{i}]") for i, entry in enumerate(entries)]


def _node(value: object, where: str) -> _Node:
    if not isinstance(value, dict):
        raise FormatError("this is no JSON object", where=where)
    return _Node(value, where)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word as it stands in a file, with its spaces; times in ms, or `_UNTIMED`."""

    raw: str
    start: int
    end: int
    confidence: float
    guessed: bool
    spoken: bool
    speaker: str
    where: str


_UNTIMED = -1


def _read(text: str, where: str) -> Captions:
    document = _parse(text, where)
    if "segments" not in document.values:
        document.wrong("this is no words file: it has no 'segments'")
    segments = document.nodes("segments")
    pieces = [_timed(segment, _pieces(segment)) for segment in segments]
    if not any(pieces):
        document.wrong("there are no words in it")
    if not any(p.raw[:1].isspace() or p.raw[-1:].isspace() for own in pieces for p in own):
        pieces = [_spaced(s.text("text"), own) for s, own in zip(segments, pieces, strict=True)]
    words = _words([piece for own in pieces for piece in own])
    own = "engine" in document.values
    duration = document.time("duration")
    return Captions(
        alignment=Alignment(
            words=_with_own_ends(words, segments, pieces) if own else punctuated(words),
            language=document.text("language"),
            duration=max(word.end for word in words) if duration is None else duration,
            engine=document.text("engine"),
            untranscribed=tuple(_stretch(node) for node in document.nodes("untranscribed")),
        )
    )


def _stretch(node: _Node) -> tuple[int, int]:
    start, end = node.time("start"), node.time("end")
    if start is None or end is None or end < start:
        node.wrong("it has no 'start' and 'end' in order")
    return start, end


def _parse(text: str, where: str) -> _Node:
    def refuse(constant: str) -> NoReturn:
        raise FormatError(f"{constant} is no time and no probability", where=where)

    try:
        return _node(json.loads(text.removeprefix("\ufeff"), parse_constant=refuse), where)
    except json.JSONDecodeError as error:
        line = f"{where}:{error.lineno}"
        raise FormatError(f"this is no JSON: {error.msg}", where=line) from None
    except (ValueError, RecursionError) as error:
        raise FormatError(f"this JSON cannot be read: {error}", where=where) from None


def _pieces(segment: _Node) -> list[_Piece]:
    speaker = segment.text("speaker")
    nodes = segment.nodes("words")
    if nodes:
        return [p for p in (_piece(node, speaker) for node in nodes) if p.raw.strip()]
    return [
        _Piece(f" {word}", _UNTIMED, _UNTIMED, 0.0, True, True, speaker, segment.where)
        for word in one_line(segment.text("text")).split(" ")
        if word
    ]


def _piece(node: _Node, speaker: str) -> _Piece:
    if "word" not in node.values:
        node.wrong("it has no 'word'")
    start, end = node.time("start"), node.time("end")
    if (start is None) is not (end is None):
        node.wrong("it has a 'start' without an 'end', or the other way round")
    if start is None or end is None:
        start = end = _UNTIMED
    if end < start:
        node.wrong(f"it ends {start - end} ms before it starts")
    key = "probability" if "probability" in node.values else "score"
    confidence = node.number(key, 1)
    if confidence is None:
        confidence = 0.0 if start == _UNTIMED else 1.0
    return _Piece(
        raw=node.text("word"),
        start=start,
        end=end,
        confidence=confidence,
        guessed=start == _UNTIMED or node.values.get("guessed") is True,
        spoken=node.values.get("spoken") is not False,
        speaker=node.text("speaker") or speaker,
        where=node.where,
    )


def _timed(segment: _Node, pieces: Sequence[_Piece]) -> list[_Piece]:
    """The pieces with a time each: the untimed ones share what lies between the others."""
    known = [piece for piece in pieces if piece.start != _UNTIMED]
    before, last = segment.time("start"), segment.time("end")
    if before is None or last is None:
        if any(piece.spoken for piece in pieces) and not known:
            segment.wrong("neither it nor its words have times")
        before, last = (known[0].start, known[-1].end) if known else (0, 0)
    timed: list[_Piece] = []
    run: list[_Piece] = []
    for piece in pieces:
        if piece.start == _UNTIMED:
            run.append(piece)
            continue
        timed += [*_shared(run, before, piece.start), piece]
        run, before = [], piece.end
    return [*timed, *_shared(run, before, last)]


def _shared(run: Sequence[_Piece], start: int, end: int) -> Iterator[_Piece]:
    time = max(0, end - start)
    lengths = (max(1, length(piece.raw.strip())) if piece.spoken else 0 for piece in run)
    done = [0, *accumulate(lengths)]
    whole = max(1, done[-1])
    for piece, (first, last) in zip(run, pairwise(done), strict=True):
        yield replace(piece, start=start + time * first // whole, end=start + time * last // whole)


def _spaced(text: str, pieces: Sequence[_Piece]) -> list[_Piece]:
    """The pieces with the spaces that ``text`` has; with one before each that is not found."""
    gaps, position = [], 0
    for piece in pieces:
        found = text.find(piece.raw, position)
        gaps.append(" " if found < 0 else text[position:found])
        position = found + len(piece.raw) if found >= 0 else position
    # A segment that writes no spaces has none before it either.
    gaps[:1] = [" "] if len(gaps) == 1 or any(gaps[1:]) else [""]
    return [
        replace(piece, raw=f" {piece.raw}") if gap else piece
        for piece, gap in zip(pieces, gaps, strict=False)
    ]


def _words(pieces: Sequence[_Piece]) -> list[Word]:
    words: list[Word] = []
    for piece, following in zip(pieces, [*(p.raw for p in pieces[1:]), " "], strict=True):
        floor = words[-1].start if words else 0
        if piece.spoken and floor - piece.start > _BACK:
            raise FormatError(
                f"it starts {floor - piece.start} ms before the word in front of it",
                where=piece.where,
            )
        space = piece.raw[-1:].isspace() or following[:1].isspace()
        start = max(floor, piece.start) if piece.spoken else floor
        words.append(
            Word(
                text=one_line(piece.raw),
                start=start,
                end=max(start, piece.end),
                confidence=piece.confidence,
                guessed=piece.guessed,
                spoken=piece.spoken,
                speaker=piece.speaker,
                after=" " if space else "",
            )
        )
    return list(_placed(words))


def _with_own_ends(
    words: Sequence[Word], segments: Sequence[_Node], pieces: Sequence[Sequence[_Piece]]
) -> tuple[Word, ...]:
    ends: list[Break] = []
    for segment, own in zip(segments, pieces, strict=True):
        end = Break.PARAGRAPH if segment.values.get("paragraph") is True else Break.SENTENCE
        ends += [Break.NONE] * (len(own) - 1) + [end] * bool(own)
    return tuple(replace(word, ends=end) for word, end in zip(words, ends, strict=True))


FORMAT = Format(
    name="json",
    suffixes=(".json",),
    summary="words with their times, as Whisper, stable-ts and whisperX write and read them",
    read=_read,
    write=_write,
    keep=_keep,
)
