"""Divide text into pieces, between which a line may end.

Most pieces are words. Some words are one piece because no line may end between them: closing
punctuation never starts a line and opening punctuation never ends one ("« Oui »", "。"). Text
without a space is one piece, unless its script writes no spaces or a dash stands inside. A word
that is wider than a line is cut into several pieces.
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

_NEVER_FIRST = frozenset(
    f"{SENTENCE_FINAL}{COMMAS}{CLAUSE_FINAL}{DASHES}{CLOSING_BRACKETS}{CLOSING_QUOTES}{NOT_FIRST}%・"
)
"""Characters that never start a line (JIS X 4051; W3C Requirements for Japanese Text Layout, and
for Chinese Text Layout)."""

_NEVER_LAST = frozenset(OPENING_BRACKETS + OPENING_QUOTES + "¿¡")
"""Characters that never end a line; the same sources."""


class Piece(NamedTuple):
    """A piece of text that no line break may cut, and the time of its speech.

    Args:
        text: the text that is shown.
        after: the space between this piece and the next one in a line, or nothing.
        start: start of its speech, ms; in the order of the text.
        end: end of its speech, ms.
        ends: the sentence or paragraph that ends after the piece.
        speaker: the speaker.
        hyphen: the hyphen that is added where a line ends after the piece, inside a cut word.
    """

    text: str
    after: str
    start: int
    end: int
    ends: Break
    speaker: str
    hyphen: str = ""


def label_of(speaker: str, style: Style) -> str:
    """Return the label that names a speaker to the reader, in at most half a line.

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


def split_pieces(words: Sequence[Word], style: Style, language: str = "") -> list[Piece]:
    """Divide words into pieces that fit a line, in order; words without visible text are left out.

    The speech of a word ends before the next word starts, and lasts no longer than a caption
    may be shown: other times of an engine are wrong. In a language that writes no
    spaces, phrases are the pieces, if a model finds them.

    Args:
        words: the words, in order.
        style: the limits.
        language: BCP 47 code.

    >>> from subalign.styles import find_style
    >>> words = [Word("« Oui", 0, 100), Word("»,", 100, 200), Word("dit-il.", 200, 300)]
    >>> [piece.text for piece in split_pieces(words, find_style("bbc"), "fr")]
    ['« Oui »,', 'dit-il.']
    """
    joined = _joined(list(_with_caption_times(words, style)), language)
    out: list[Piece] = []
    before = ""
    for piece in joined:
        label = label_of(piece.speaker, style) if piece.speaker != before else ""
        room = style.line_width - (width(label) + 1 if label else 0)
        before = piece.speaker
        out += [piece] if width(piece.text) <= room else _cut(piece, room)
    return out


def _with_caption_times(words: Sequence[Word], style: Style) -> Iterator[Piece]:
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
        if held is not None and _is_one_piece(held, part, starts is None or at in starts):
            held = _merged(held, part)
        else:
            if held is not None:
                yield held
            held = part
        at += len(part.text + part.after)
    if held is not None:
        yield held


def _merged(a: Piece, b: Piece) -> Piece:
    """Merge two pieces. Punctuation is not spoken, so its time does not count."""
    first = a if _is_spoken(a) or not _is_spoken(b) else b
    last = b if _is_spoken(b) or not _is_spoken(a) else a
    text = a.text + a.after + b.text
    end = max(first.end, last.end)
    return b._replace(text=text, start=first.start, end=end, ends=b.ends or a.ends)


def _is_spoken(piece: Piece) -> bool:
    return any(char.isalnum() for char in piece.text)


def _is_one_piece(before: Piece, after: Piece, phrase_starts_here: bool) -> bool:
    """Return True if no line may end between two pieces."""
    if before.speaker != after.speaker or before.ends is Break.PARAGRAPH:
        return False
    last, first = before.text[-1], after.text[0]
    closes, opens = first in _NEVER_FIRST, last in _NEVER_LAST
    if before.after:
        closes = closes and _NEVER_FIRST.issuperset(after.text)
        return closes or (opens and _NEVER_LAST.issuperset(before.text))
    if closes or opens:
        return True
    if before.text.endswith(("-", *DASHES, "/", "…", "...")):
        return False
    return not (phrase_starts_here and (is_unspaced(last) or is_unspaced(first)))


def is_unspaced(char: str) -> bool:
    """Return True for a letter or mark of a script that writes no spaces.

    >>> [is_unspaced(char) for char in "猫。a."]
    [True, True, False, False]
    """
    wide_sign = is_wide(char) and not char.isalnum()
    return wide_sign or is_spaceless(char)


def _cut(piece: Piece, room: int) -> list[Piece]:
    """Cut a piece into pieces of up to ``room`` columns, which share its time by their length."""
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
    """Cut a word into parts of up to ``room`` columns.

    Yields:
        Each part with the hyphen that it takes at the end of a line; the last part with None.
    """
    total = width(text)
    while total > room:
        ideal = total / -(-total // room)
        cuts = []
        for at in range(1, len(text)):
            columns = width(text[:at])
            if columns + len("-") > room:
                break
            rough, hyphen = _cut_at(text, at)
            cuts.append((abs(columns - ideal) + rough * room, at, hyphen))
        _, at, hyphen = min(cuts, default=(0, 1, ""))
        yield text[:at], hyphen
        total -= width(text[:at])
        text = text[at:]
    yield text, None


def _cut_at(text: str, at: int) -> tuple[float, str]:
    """Rate a cut of a word before the character ``at``.

    Returns:
        How bad the cut is, from 0, and the hyphen that the part before it takes.
    """
    vowels = "aeiouyäöüáéíóúàèìòùâêîôûåæøœаеёиоуыэюя"
    last, first = text[at - 1], text[at]
    if {unicodedata.category(last), unicodedata.category(first)} & {"Cf"}:
        return 4, ""
    if unicodedata.category(first)[0] == "M" or first in _NEVER_FIRST or last in _NEVER_LAST:
        return 3, ""
    # An address is cut after its punctuation, without a hyphen.
    if last in f"{HYPHENS}{DASHES}/\\.,:;_&=?#@+~" or is_spaceless(last) or is_spaceless(first):
        return 0, ""
    if not (last.isalpha() and first.isalpha()):
        return 2, ""
    # One or two letters alone on a line are hard to read; the limit is subalign's own.
    if min(at, len(text) - at) < 3:
        return 2, "-"
    syllable = first.lower() not in vowels and text[at + 1].lower() in vowels
    return (0.25 if syllable else 0.5), "-"
