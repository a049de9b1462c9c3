"""What a person has said about single places of a transcript.

A place is known by its rule, its words and the words around it, not by its number, so the file
stays good when the transcript changes elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from subalign.cleaning.glossary import phrase_keys
from subalign.errors import InputError, nearest

REACH = 5
"""Words of context on each side."""

_ENOUGH = 0.5
"""Share of the words around a place that must still be there: half may be edited."""

_HEAD = re.compile(r"(\S+)\s+([a-z]+(?:-[a-z]+)*)(?:\s+\(line (\d+)\))?\s*$")
_FIELDS = ("context", "before", "after")
_GAP = "[...]"


class Answer(str, Enum):
    """What a person says to a change."""

    YES = "yes"
    NO = "no"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Decision:
    """One change at one place, and the answer to it.

    Args:
        rule: that proposed it; ``by-hand`` where a person did.
        before: the words in the source.
        after: what shall be shown instead; empty to hide them.
        left, right: the words of the source around them.
        answer: ``open`` is as if the place were not listed.
        line: in the source when it was written; for people only.
    """

    rule: str
    before: str
    after: str
    left: str = ""
    right: str = ""
    answer: Answer = Answer.OPEN
    line: int = 0


@dataclass(frozen=True, slots=True)
class Decisions:
    """All decisions of a file."""

    all: tuple[Decision, ...] = ()
    _index: dict[tuple[str, tuple[str, ...]], list[Decision]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        for decision in self.all:
            key = decision.rule, phrase_keys(decision.before)
            self._index.setdefault(key, []).append(decision)

    def find(self, rule: str, before: str, left: str, right: str) -> Decision | None:
        """The decision about a place; the nearest one if several fit, None if none does."""
        known = self._index.get((rule, phrase_keys(before)))
        if not known:
            return None
        best = max(known, key=lambda d: likeness(d, left, right))
        return best if likeness(best, left, right) >= _ENOUGH else None

    def lost(self, source: str) -> list[Decision]:
        """Those answered with yes or no whose words do not stand in ``source`` where they did."""
        words = phrase_keys(source)
        places: dict[str, list[int]] = {}
        for i, word in enumerate(words):
            places.setdefault(word, []).append(i)
        return [
            d for d in self.all if d.answer is not Answer.OPEN and not _stands(d, words, places)
        ]


def _stands(decision: Decision, words: Sequence[str], places: Mapping[str, Sequence[int]]) -> bool:
    keys = phrase_keys(decision.before)
    for at in places.get(next(iter(keys), ""), ()):
        stop = at + len(keys)
        left, right = words[max(at - REACH, 0) : at], words[stop : stop + REACH]
        if tuple(words[at:stop]) == keys and (
            likeness(decision, " ".join(left), " ".join(right)) >= _ENOUGH
        ):
            return True
    return False


def likeness(decision: Decision, left: str, right: str) -> float:
    """The share of a decision's context that stands around a place, 0..1."""
    ours = phrase_keys(decision.left), phrase_keys(decision.right)
    theirs = phrase_keys(left), phrase_keys(right)
    total = len(ours[0]) + len(ours[1])
    if not total:
        return 1.0
    # A word that was put in or taken out shifts the others, so their places do not count.
    same = sum(_shared(a, b) for a, b in zip(ours, theirs, strict=True))
    return same / total


def _shared(a: Sequence[str], b: Sequence[str]) -> int:
    left = list(b)
    for word in a:
        if word in left:
            left.remove(word)
    return len(b) - len(left)


def render_decisions(decisions: Iterable[Decision]) -> str:
    """Write decisions as a text that people edit and ``parse_decisions`` reads."""
    return _INTRO + "".join(_render(decision) for decision in decisions)


def _render(d: Decision) -> str:
    line = f" (line {d.line})" if d.line else ""
    fields = {"context": f"{d.left} {_GAP} {d.right}", "before": d.before, "after": d.after}
    rows = [f"{d.answer.value} {d.rule}{line}"]
    rows += [f"  {name}: {value.strip()}".rstrip() for name, value in fields.items()]
    return "\n" + "\n".join(rows) + "\n"


def parse_decisions(text: str, name: str = "decisions") -> Decisions:
    """Read what ``render_decisions`` wrote and a person has edited.

    Args:
        text: of the file.
        name: of the file, for messages.

    Raises:
        InputError: a line that is no part of an entry, an unknown answer, or an entry without
            its words.
    """
    decisions: list[Decision] = []
    head: tuple[str, str, int, str] | None = None
    fields: dict[str, str] = {}

    def close() -> None:
        if head is None:
            return
        if not phrase_keys(fields.get("before", "")):
            raise InputError("a decision without its words", where=head[3], hint="before: ...")
        left, _, right = fields.get("context", "").partition(_GAP)
        decisions.append(
            Decision(
                head[1],
                fields["before"],
                fields.get("after", ""),
                left.strip(),
                right.strip(),
                Answer(head[0]),
                head[2],
            )
        )

    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        where = f"{name}:{number}"
        if line[0].isspace():
            key, colon, value = line.strip().partition(":")
            if head is None or not colon or key not in _FIELDS:
                hint = nearest(key, _FIELDS)
                raise InputError(
                    f'not part of a decision: "{line.strip()}"', where=where, hint=hint
                )
            fields[key] = " ".join(value.split())
            continue
        close()
        head, fields = _head(line, where), {}
    close()
    return Decisions(tuple(decisions))


def _head(line: str, where: str) -> tuple[str, str, int, str]:
    found = _HEAD.match(line)
    if not found:
        raise InputError(f'not a decision: "{line.strip()}"', where=where, hint="yes RULE (line 5)")
    answers = [answer.value for answer in Answer]
    if found[1] not in answers:
        raise InputError(
            f'unknown answer "{found[1]}"', where=where, hint=nearest(found[1], answers)
        )
    return found[1], found[2], int(found[3] or 0), where


_INTRO = """\
# What to change in the transcript: write yes or no in front of each entry.
# "open" leaves it to the rule, as if the entry were not here. What stands after "after:" may
# be edited. An entry of your own: yes by-hand, with context, before and after.
"""
