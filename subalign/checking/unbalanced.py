"""Brackets and quotation marks that open also close, in this cue or a later one.

One that is missing is a slip of typing, or a sign that a cue was lost. A quotation may go on
over several cues, and each of them may open it anew, as paragraphs do. Apostrophes, inches
(12"), list marks such as a) and smileys are left out. Source: the rules of typesetting; the
BBC and Netflix guidelines ask for a mark at the start and at the end of what is quoted.

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
from collections.abc import Iterator
from dataclasses import dataclass

from subalign.checking.base import Finding, Rule, Subject
from subalign.model import Severity
from subalign.text.punctuation import (
    CLOSING_BRACKETS,
    DASHES,
    DOUBLE_QUOTES,
    ELLIPSES,
    HYPHENS,
    OPENING,
    OPENING_BRACKETS,
    char_class,
)

_SMILEY = re.compile(r"[:;=8][-o^']?[()\[\]](?!\w)")
_LIST_OR_INCH = re.compile(r"(?:(?:^|\s)(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})\)|\d[\"”])\Z")
"""What ends in a mark that closes nothing: ``a)``, ``12"``."""
_PARTNERS = {
    **dict(zip(CLOSING_BRACKETS, OPENING_BRACKETS, strict=True)),
    "“": "„",
    "”": "“„”",
    "»": "«",
    "«": "»",
    '"': '"',
}
"""What each mark closes. Some open as well: “German„ and »Danish« are the other way round."""
_MARK = re.compile(char_class("".join({*_PARTNERS, *_PARTNERS.values()})))
_OPEN_ANYWHERE = frozenset(OPENING_BRACKETS) | {"“", "„", "«"}
_OPEN_BY_PLACE = frozenset(('"', "”", "»"))
_QUOTES = frozenset(DOUBLE_QUOTES) | {"「", "『"}
_OPENS_BEFORE = frozenset(OPENING + HYPHENS + DASHES + ELLIPSES) - {
    *CLOSING_BRACKETS,
    "”",
    "»",
    "’",
}


@dataclass(slots=True)
class _Open:
    """An open mark, the cue that opened it, and the last one that opened it anew."""

    mark: str
    cue: int
    again: int


def _find(subject: Subject) -> Iterator[Finding]:
    opened: list[_Open] = []
    for i, cue in enumerate(subject.cues):
        text = " ".join(cue.lines)
        if not _MARK.search(text):
            continue
        text = _SMILEY.sub(lambda found: " " * len(found[0]), text)
        for found in _MARK.finditer(text):
            yield from _read(opened, found, i)
    for left in opened:
        yield Finding(left.cue, f"{left.mark!r} is not closed")


def _read(opened: list[_Open], found: re.Match[str], cue: int) -> Iterator[Finding]:
    mark = found[0]
    before, after = found.string[: found.start()][-1:], found.string[found.end() :][:1]
    at_start = (not before.strip() or before in _OPENS_BEFORE) and bool(after.strip())
    partner = _partner(opened, mark)
    if mark in _OPEN_BY_PLACE and at_start and (partner is None or opened[partner].mark == mark):
        yield from _open(opened, mark, cue, first=not before)
    elif partner is not None:
        yield from (Finding(o.cue, f"{o.mark!r} is not closed") for o in opened[partner + 1 :])
        del opened[partner:]
    elif mark in _OPEN_ANYWHERE or (mark in _OPEN_BY_PLACE and after.isalnum()):
        yield from _open(opened, mark, cue, first=not before)
    elif not _LIST_OR_INCH.search(found.string, 0, found.end()):
        yield Finding(cue, f"{mark!r} closes what was not opened")


def _partner(opened: list[_Open], mark: str) -> int | None:
    """The last open mark that ``mark`` closes."""
    closes = _PARTNERS.get(mark, "")
    return next((k for k in reversed(range(len(opened))) if opened[k].mark in closes), None)


def _open(opened: list[_Open], mark: str, cue: int, first: bool) -> Iterator[Finding]:
    same = next((held for held in opened if held.mark == mark and mark in _QUOTES), None)
    if same and first and cue == same.again + 1:
        same.again = cue
        return
    if same:
        opened.remove(same)
        yield Finding(same.cue, f"{same.mark!r} is not closed")
    opened.append(_Open(mark, cue, cue))


RULE = Rule("unbalanced", Severity.WARNING, "brackets and quotation marks are closed", _find)
