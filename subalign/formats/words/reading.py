"""Alignment of what any tool recognised: every word with a time, its spaces and its marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from subalign.errors import FormatError
from subalign.formats.base import one_line, punctuated
from subalign.formats.words.document import Node, Recognised, Segment
from subalign.formats.words.writing import placed
from subalign.measure import length
from subalign.model import Alignment, Break, Word
from subalign.times import SECOND

_UNTIMED = -1
"""Time of a word that has none in its file."""


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


def to_alignment(found: Recognised, where: str) -> Alignment:
    """Return the words with all that the file says of them.

    Raises:
        FormatError: there are no words, or their times are missing or go back.
    """
    pieces = [_timed(segment, _pieces(segment, found), found.unit) for segment in found.segments]
    if not any(pieces):
        raise FormatError("there are no words in it", where=where)
    if not any(p.raw[:1].isspace() or p.raw[-1:].isspace() for own in pieces for p in own):
        texts = [segment.node.text("text") for segment in found.segments]
        pieces = [_as_written(text, own) for text, own in zip(texts, pieces, strict=True)]
    words = _words([piece for own in pieces for piece in own])
    duration = found.duration
    return Alignment(
        words=_with_own_ends(words, found.segments, pieces) if found.own else punctuated(words),
        language=found.language,
        duration=max(word.end for word in words) if duration is None else duration,
        engine=found.engine,
        untranscribed=found.untranscribed,
    )


def _pieces(segment: Segment, found: Recognised) -> list[_Piece]:
    node = segment.node
    speaker = _speaker(node, found)
    if segment.words:
        pieces = (_piece(word, speaker, found) for word in segment.words)
        return [piece for piece in pieces if piece.raw.strip()]
    return [
        _Piece(f" {word}", _UNTIMED, _UNTIMED, 0.0, True, True, speaker, node.where)
        for word in one_line(node.text("text")).split(" ")
        if word
    ]


def _speaker(node: Node, found: Recognised) -> str:
    return node.text("speaker") if found.own else node.person("speaker")


def _piece(node: Node, speaker: str, found: Recognised) -> _Piece:
    start, end = node.time("start", found.unit), node.time("end", found.unit)
    if (start is None) is not (end is None):
        node.wrong("it has a 'start' without an 'end', or the other way round")
    if start is None or end is None:
        start = end = _UNTIMED
    if end < start:
        node.wrong(f"it ends {start - end} ms before it starts")
    confidence = node.number("probability", 1)
    if confidence is None:
        confidence = 0.0 if start == _UNTIMED else 1.0
    return _Piece(
        raw=node.text("word"),
        start=start,
        end=end,
        confidence=confidence,
        guessed=start == _UNTIMED or node.values.get("guessed") is True,
        spoken=node.values.get("spoken") is not False,
        speaker=_speaker(node, found) or speaker,
        where=node.where,
    )


# --- times -----------------------------------------------------------------------------------


def _timed(segment: Segment, pieces: Sequence[_Piece], unit: float) -> list[_Piece]:
    """Return the pieces with a time each: untimed ones share what lies between the others."""
    known = [piece for piece in pieces if piece.start != _UNTIMED]
    node = segment.node
    before, last = node.time("start", unit), node.time("end", unit)
    if before is None or last is None:
        if any(piece.spoken for piece in pieces) and not known:
            node.wrong("neither it nor its words have times")
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


# --- spaces and marks ------------------------------------------------------------------------


def _as_written(text: str, pieces: Sequence[_Piece]) -> list[_Piece]:
    """Return the pieces as ``text`` has them: with its spaces, marks and capitals.

    A piece that is not found there stays as it is, with a space before it.
    """
    places = _places(text, [piece.raw for piece in pieces])
    starts = [place and place[0] for place in places]
    ends = [place and place[1] for place in places]
    gaps = [_gap(text, a, b) for a, b in zip([0, *ends], [*starts, len(text)], strict=True)]
    spaces = [space for _, space, _ in gaps[:-1]]
    # A segment that writes no spaces has none before it either.
    spaces[:1] = [len(spaces) == 1 or any(spaces[1:])]
    rows = zip(pieces, places, spaces, gaps, gaps[1:], strict=False)
    return [
        replace(piece, raw=" " * space + before[2] + _spelling(text, place, piece) + after[0])
        for piece, place, space, before, after in rows
    ]


def _spelling(text: str, place: tuple[int, int] | None, piece: _Piece) -> str:
    return text[slice(*place)] if place else piece.raw


def _places(text: str, words: Sequence[str]) -> list[tuple[int, int] | None]:
    """Return the place of each word in the text; None for a word that is spelt otherwise there."""
    places: list[tuple[int, int] | None] = []
    at = 0
    for word, following in zip(words, [*words[1:], ""], strict=True):
        found = _find(word, text, at)
        # Past other letters only where the next word goes on from there.
        if found and _letters(text[at : found[0]]):
            then = following and _find(following, text, found[1])
            found = found if then and not _letters(text[found[1] : then[0]]) else None
        places.append(found)
        at = found[1] if found else at
    return places


def _find(word: str, text: str, start: int) -> tuple[int, int] | None:
    pattern = re.compile(re.escape(word), re.IGNORECASE)
    # 200 characters ahead: what lies between was not recognised as words, or is written in
    # another way, and is a few words at most. The limit is our choice.
    found = pattern.search(text, start, start + 200 + len(word))
    return found.span() if found else None


def _letters(text: str) -> bool:
    return any(map(str.isalnum, text))


def _gap(text: str, start: int | None, end: int | None) -> tuple[str, bool, str]:
    """Return the marks after a word, whether a space follows, and the marks before the next."""
    if start is None or end is None:
        return "", True, ""
    gap = text[start:end]
    opening = re.sub(r"(?s).*[\w\s]", "", gap)
    if _letters(gap):
        return re.sub(r"(?s)[\w\s].*", "", gap), True, opening
    if opening == gap:
        return gap, False, ""
    return gap[: len(gap) - len(opening)].rstrip(), True, opening


def _words(pieces: Sequence[_Piece]) -> list[Word]:
    words: list[Word] = []
    for piece, following in zip(pieces, [*(p.raw for p in pieces[1:]), " "], strict=True):
        floor = words[-1].start if words else 0
        # Recognisers' words overlap by hundredths of a second; a fall of more than a second means
        # that the file is out of order. The limit is our choice.
        if piece.spoken and floor - piece.start > SECOND:
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
    return list(placed(words))


def _with_own_ends(
    words: Sequence[Word], segments: Sequence[Segment], pieces: Sequence[Sequence[_Piece]]
) -> tuple[Word, ...]:
    ends: list[Break] = []
    for segment, own in zip(segments, pieces, strict=True):
        paragraph = segment.node.values.get("paragraph") is True
        end = Break.PARAGRAPH if paragraph else Break.SENTENCE
        ends += [Break.NONE] * (len(own) - 1) + [end] * bool(own)
    return tuple(replace(word, ends=end) for word, end in zip(words, ends, strict=True))
