"""Brackets and quotation marks are closed, in the same cue or a later one.

A missing mark is a typing error, or a sign of a lost cue. A quotation may continue over several
cues, and each of them may open it again, as paragraphs do. Apostrophes, inches (12"), list marks
such as a), and smileys do not count. Source: the rules of typesetting; the BBC and Netflix
guidelines require a mark at the start and at the end of a quotation.

PASS (netflix)::

    00:00:01.000 --> 00:00:03.000
    She said, "I will go

    00:00:03.083 --> 00:00:05.000
    "and not come back."

PASS (netflix)::

    00:00:01.000 --> 00:00:03.000
    [door slams] „Nein“, “no”, « non ».

FAIL (netflix)::

    00:00:01.000 --> 00:00:03.000
    She said, "I will go.

    00:00:03.083 --> 00:00:05.000
    And [door slams she went.

    => cue 1: '"' is not closed
    => cue 2: '[' is not closed

FAIL (netflix)::

    00:00:01.000 --> 00:00:03.000
    She will go”, I said.

    => cue 1: '”' closes what was not opened
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from subalign.checking.base import CaptionFile, Finding, define_rule
from subalign.model import Severity


@dataclass(frozen=True, slots=True)
class _Kind:
    """Uses of one kind of mark.

    Args:
        closes: the marks that it closes.
        opens: True if it opens wherever it does not close.
        opens_by_place: True if it opens only at the start of a word.
        quotes: True if it is a quotation mark, which a later cue may open again.
    """

    closes: str = ""
    opens: bool = False
    opens_by_place: bool = False
    quotes: bool = False


_KINDS: Mapping[str, _Kind] = MappingProxyType(
    {
        **dict.fromkeys("([{（［【〔", _Kind(opens=True)),
        ")": _Kind("("),
        "]": _Kind("["),
        "}": _Kind("{"),
        "）": _Kind("（"),
        "］": _Kind("［"),
        "】": _Kind("【"),
        "〕": _Kind("〔"),
        "「": _Kind(opens=True, quotes=True),
        "」": _Kind("「"),
        "『": _Kind(opens=True, quotes=True),
        "』": _Kind("『"),
        # German is quoted „so“, Danish »so«, French « so », English “so”, Swedish ”so”.
        "„": _Kind(opens=True, quotes=True),
        "“": _Kind("„", opens=True, quotes=True),
        "”": _Kind("“„”", opens_by_place=True, quotes=True),
        "«": _Kind("»", opens=True, quotes=True),
        "»": _Kind("«", opens_by_place=True, quotes=True),
        '"': _Kind('"', opens_by_place=True, quotes=True),
    }
)
"""Brackets and quotation marks of all scripts."""

_MARK = re.compile(f"[{re.escape(''.join(_KINDS))}]")
_SMILEY = re.compile(r"[:;=8][-o^']?[()\[\]](?!\w)")
_LIST_OR_INCH = re.compile(r"(?:(?:^|\s)(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})\)|\d[\"”])\Z")
"""Text up to a mark that closes nothing: ``a)``, ``12"``."""


@dataclass(slots=True)
class _Open:
    """An open mark, the cue that opened it, and the last cue that opened it again."""

    mark: str
    cue: int
    again: int


@define_rule("unbalanced", Severity.WARNING)
def rule(captions: CaptionFile) -> Iterator[Finding]:
    """Brackets and quotation marks are closed."""
    opened: list[_Open] = []
    for i, cue in enumerate(captions.cues):
        text = " ".join(cue.lines)
        if not _MARK.search(text):
            continue
        text = _SMILEY.sub(lambda found: " " * len(found[0]), text)
        for found in _MARK.finditer(text):
            yield from _read(opened, found, i)
    for left in opened:
        yield Finding(left.cue, f"{left.mark!r} is not closed")


def _read(opened: list[_Open], found: re.Match[str], cue: int) -> Iterator[Finding]:
    """Open or close with one mark, and yield what is wrong with it."""
    mark, kind = found[0], _KINDS[found[0]]
    before, after = found.string[: found.start()][-1:], found.string[found.end() :][:1]
    at_start = (not before.strip() or before in "([{-–—…'‘“„«\"¡¿") and bool(after.strip())
    partner = _partner(opened, kind)
    if kind.opens_by_place and at_start and (partner is None or opened[partner].mark == mark):
        yield from _open(opened, mark, cue, first=not before)
    elif partner is not None:
        # Marks that were opened inside a pair cannot be closed after it.
        yield from (Finding(o.cue, f"{o.mark!r} is not closed") for o in opened[partner + 1 :])
        del opened[partner:]
    elif kind.opens or (kind.opens_by_place and after.isalnum()):
        yield from _open(opened, mark, cue, first=not before)
    elif not _LIST_OR_INCH.search(found.string, 0, found.end()):
        yield Finding(cue, f"{mark!r} closes what was not opened")


def _partner(opened: list[_Open], kind: _Kind) -> int | None:
    """Return the index of the last open mark that a mark of this kind closes."""
    return next((k for k in reversed(range(len(opened))) if opened[k].mark in kind.closes), None)


def _open(opened: list[_Open], mark: str, cue: int, first: bool) -> Iterator[Finding]:
    """Open a mark, or open a quotation again where the mark begins the next cue."""
    same = next((held for held in opened if held.mark == mark and _KINDS[mark].quotes), None)
    if same and first and cue == same.again + 1:
        same.again = cue
        return
    if same:
        opened.remove(same)
        yield Finding(same.cue, f"{same.mark!r} is not closed")
    opened.append(_Open(mark, cue, cue))
