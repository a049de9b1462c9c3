"""What a line may be made of: pieces of text between which a line may end.

Most pieces are words. Some words are one piece because nothing may come between them: closing
punctuation never starts a line and opening punctuation never ends one ("« Oui »", "。"), and
what is written without a space is one word unless its script writes no spaces or a dash stands
there. A word that is wider than a line is cut into several pieces.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from subalign.measure import length, width
from subalign.model import Break, Word
from subalign.segmenting.phrases import phrase_starts
from subalign.styles import Style
from subalign.text.punctuation import (
    CLAUSE_FINAL,
    CLOSING_BRACKETS,
    CLOSING_QUOTES,
    COMMAS,
    DASHES,
    HYPHENS,
    OPENING_BRACKETS,
    OPENING_QUOTES,
    SENTENCE_FINAL,
)
from subalign.text.scripts import NOT_FIRST, is_spaceless, is_wide

HYPHEN = "-"
_CLOSING = frozenset(
    f"{SENTENCE_FINAL}{COMMAS}{CLAUSE_FINAL}{DASHES}{CLOSING_BRACKETS}{CLOSING_QUOTES}{NOT_FIRST}%・"
)
"""What never starts a line: JIS X 4051, W3C Requirements for Japanese and Chinese Text Layout."""
_OPENING = frozenset(OPENING_BRACKETS + OPENING_QUOTES + "¿¡")
"""What never ends a line: the same sources."""
_CUT_AFTER = frozenset(HYPHENS + DASHES + "/\\.,:;_&=?#@+~")
"""Signs inside a long word after which it may be cut without a hyphen, as in an address."""
_OPEN_ENDS = ("-", *DASHES, "/", "…", "...")
"""Ends of a word that the next one may follow on another line, although no space parts them."""
_VOWELS = frozenset("aeiouyäöüáéíóúàèìòùâêîôûåæøœаеёиоуыэюя")
_FEWEST = 3
"""Letters of a word that stand alone on a line at least. Ours."""


class Piece(NamedTuple):
    """A piece of text that no line break may cut, and the time of its speech.

    Args:
        text: what is read.
        after: what stands between it and the next piece in a line.
        start, end: ms, in the order of the text; the end is the voice's.
        ends: what ends after it.
        speaker: who says it.
        hyphen: what is added where a line ends after it: a hyphen inside a cut word.
    """

    text: str
    after: str
    start: int
    end: int
    ends: Break
    speaker: str
    hyphen: str = ""


def label_of(speaker: str, style: Style) -> str:
    """The words that name a speaker to the reader, in at most half a line.

    >>> from subalign.styles import find_style
    >>> label_of("Anna", find_style("bbc")), label_of("", find_style("bbc"))
    ('Anna:', '')
    """
    kept = ""
    for word in speaker.split():
        longer = f"{kept} {word}".lstrip()
        if width(longer) >= style.line_width // 2:
            break
        kept = longer
    return f"{kept}:" if kept else ""


def pieces(words: Sequence[Word], style: Style, language: str = "") -> list[Piece]:
    """All words as pieces that fit a line, in order; words that show nothing are left out.

    Times are made fit for captions: a voice ends before the next one starts, and no word is
    longer than a caption may be, because an engine that says so has lost its place. Phrases of
    a language that writes no spaces are pieces, where there is a model for it.
    """
    joined = _joined(list(_clean(words, style)), language)
    out: list[Piece] = []
    before = ""
    for piece in joined:
        label = label_of(piece.speaker, style) if piece.speaker != before else ""
        room = style.line_width - (width(label) + 1 if label else 0)
        before = piece.speaker
        out += [piece] if width(piece.text) <= room else _cut(piece, room)
    return out


def _clean(words: Sequence[Word], style: Style) -> Iterator[Piece]:
    longest = style.max_duration - style.chain
    shown = [word for word in words if any(map(length, word.text.split()))]
    starts = [*(word.start for word in shown[1:]), *(word.end for word in shown[-1:])]
    latest = 0
    for word, following in zip(shown, starts, strict=True):
        start = latest = max(latest, word.start)
        end = min(max(word.end, start), max(following, start), start + longest)
        text, after = " ".join(word.text.splitlines()).strip(), " " if word.after else ""
        yield Piece(text, after, start, end, word.ends, word.speaker)


def _joined(parts: Sequence[Piece], language: str) -> Iterator[Piece]:
    starts = phrase_starts("".join(part.text + part.after for part in parts), language)
    held: Piece | None = None
    at = 0
    for part in parts:
        if held is not None and _stays(held, part, starts is None or at in starts):
            held = _merged(held, part)
        else:
            if held is not None:
                yield held
            held = part
        at += len(part.text + part.after)
    if held is not None:
        yield held


def _merged(a: Piece, b: Piece) -> Piece:
    """Two as one. Signs are not said, so their times do not count."""
    first = a if _is_said(a) or not _is_said(b) else b
    last = b if _is_said(b) or not _is_said(a) else a
    text = a.text + a.after + b.text
    end = max(first.end, last.end)
    return b._replace(text=text, start=first.start, end=end, ends=b.ends or a.ends)


def _is_said(piece: Piece) -> bool:
    return any(char.isalnum() for char in piece.text)


def _stays(before: Piece, after: Piece, begins: bool) -> bool:
    """Whether no line may end between the two; ``begins``: a phrase may begin with ``after``."""
    if before.speaker != after.speaker or before.ends is Break.PARAGRAPH:
        return False
    last, first = before.text[-1], after.text[0]
    closes, opens = first in _CLOSING, last in _OPENING
    if before.after:
        return (closes and _all(after.text, _CLOSING)) or (opens and _all(before.text, _OPENING))
    if closes or opens:
        return True
    open_end = before.text.endswith(_OPEN_ENDS)
    return not (open_end or (begins and (writes_none(last) or writes_none(first))))


def writes_none(char: str) -> bool:
    """Whether no space stands beside ``char``: of a script that writes none, or a sign of one."""
    wide_sign = is_wide(char) and not char.isalnum()
    return wide_sign or is_spaceless(char)


def _all(text: str, signs: frozenset[str]) -> bool:
    return signs.issuperset(text)


def _cut(piece: Piece, room: int) -> list[Piece]:
    """Cut what is wider than ``room`` into pieces that are not, sharing its time by length."""
    texts = [part for text in piece.text.split(" ") if text for part in _parts(text, room)]
    total = max(1, sum(length(text) for text, _ in texts))
    out, said = [], 0
    for text, hyphen in texts:
        start = piece.start + (piece.end - piece.start) * said // total
        said += length(text)
        end = piece.start + (piece.end - piece.start) * said // total
        after = " " if hyphen is None else ""
        out.append(Piece(text, after, start, end, Break.NONE, piece.speaker, hyphen or ""))
    out[-1] = out[-1]._replace(after=piece.after, ends=piece.ends)
    return out


def _parts(text: str, room: int) -> Iterator[tuple[str, str | None]]:
    """The parts of one word, with the hyphen that each takes at a line's end; None at its own."""
    total = width(text)
    while total > room:
        ideal = total / -(-total // room)
        cuts = []
        for at in range(1, len(text)):
            columns = width(text[:at])
            if columns + len(HYPHEN) > room:
                break
            rough, hyphen = _cut_at(text, at)
            cuts.append((abs(columns - ideal) + rough * room, at, hyphen))
        _, at, hyphen = min(cuts, default=(0, 1, ""))
        yield text[:at], hyphen
        total -= width(text[:at])
        text = text[at:]
    yield text, None


def _cut_at(text: str, at: int) -> tuple[float, str]:
    """How rough a cut of ``text`` before ``at`` is, from 0, and the hyphen that it takes."""
    last, first = text[at - 1], text[at]
    if {unicodedata.category(last), unicodedata.category(first)} & {"Cf"}:
        return 4, ""
    if unicodedata.category(first)[0] == "M" or first in _CLOSING or last in _OPENING:
        return 3, ""
    if last in _CUT_AFTER or is_spaceless(last) or is_spaceless(first):
        return 0, ""
    if not (last.isalpha() and first.isalpha()):
        return 2, ""
    if min(at, len(text) - at) < _FEWEST:
        return 2, HYPHEN
    syllable = first.lower() not in _VOWELS and text[at + 1].lower() in _VOWELS
    return (0.25 if syllable else 0.5), HYPHEN
