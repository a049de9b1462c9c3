"""Decisions: a person's answers to single changes of a transcript.

A place is known by its rule, its words and the words around it, not by a number, so a file of
decisions stays good when the transcript changes elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from subalign.cleaning.glossary import Keys, phrase_keys
from subalign.errors import InputError, nearest

CONTEXT_WORDS = 5
"""Words of the source that a decision keeps on each side of its place."""


class Answer(str, Enum):
    """A person's answer to a change."""

    YES = "yes"
    NO = "no"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Decision:
    """One change at one place, and a person's answer to it.

    Args:
        rule: name of the rule that proposed the change; ``by-hand`` where a person did.
        before: the words in the source.
        after: the words to be shown instead; empty to hide the words.
        left, right: the words of the source around them.
        answer: ``yes``, ``no``, or ``open``, which leaves the change to the rule.
        line: line of the source when the decision was written; for people only.

    >>> kept = Decision("fillers", "um,", "", "It is,", "good.", Answer.NO)
    >>> kept.before, kept.answer.value
    ('um,', 'no')
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
    """All decisions about a transcript.

    Args:
        all: in any order.
    """

    all: tuple[Decision, ...] = ()
    _by_rule: dict[str, dict[Keys, list[Decision]]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        for decision in self.all:
            of_rule = self._by_rule.setdefault(decision.rule, {})
            of_rule.setdefault(phrase_keys(decision.before), []).append(decision)

    def about(self, rule: str) -> bool:
        """Return True if a person has answered any change of a rule."""
        return rule in self._by_rule

    def find(self, place: Decision) -> Decision | None:
        """Return the decision about a place: the one whose context fits best, None if none fits.

        Args:
            place: a decision with the rule, the words and the words around them.
        """
        known = self._by_rule.get(place.rule, {}).get(phrase_keys(place.before))
        if not known:
            return None
        best = max(known, key=lambda d: context_likeness(d, place.left, place.right))
        return best if _fits(best, place.left, place.right) else None

    def lost(self, source: str) -> list[Decision]:
        """Return the decisions answered with yes or no whose place is no longer in a source."""
        words = phrase_keys(source)
        places: dict[str, list[int]] = {}
        for i, word in enumerate(words):
            places.setdefault(word, []).append(i)
        answered = (d for d in self.all if d.answer is not Answer.OPEN)
        return [d for d in answered if not _stands_in(d, words, places)]


def context_likeness(decision: Decision, left: str, right: str) -> float:
    """Return the share of a decision's context that stands around a place, 0..1."""
    ours = phrase_keys(decision.left), phrase_keys(decision.right)
    theirs = phrase_keys(left), phrase_keys(right)
    total = len(ours[0]) + len(ours[1])
    if not total:
        return 1.0
    # An inserted or removed word shifts the others, so words are compared and not places.
    same = sum((Counter(a) & Counter(b)).total() for a, b in zip(ours, theirs, strict=True))
    return same / total


def _fits(decision: Decision, left: str, right: str) -> bool:
    # Half of the words around a place may have been edited since.
    return context_likeness(decision, left, right) >= 0.5


def _stands_in(
    decision: Decision, words: Sequence[str], places: Mapping[str, Sequence[int]]
) -> bool:
    keys = phrase_keys(decision.before)
    for start in places.get(next(iter(keys), ""), ()):
        stop = start + len(keys)
        left = words[max(start - CONTEXT_WORDS, 0) : start]
        right = words[stop : stop + CONTEXT_WORDS]
        if tuple(words[start:stop]) == keys and _fits(decision, " ".join(left), " ".join(right)):
            return True
    return False


def render_decisions(decisions: Iterable[Decision]) -> str:
    """Write decisions as a text that people edit and `parse_decisions` reads.

    >>> print(render_decisions([Decision("fillers", "um,", "", "It is,", "good.", line=3)]))
    # What to change in the transcript: write yes or no in front of each entry.
    # "open" leaves it to the rule, as if the entry were not here. What stands after "after:" may
    # be edited. An entry of your own: yes by-hand, with context, before and after.
    <BLANKLINE>
    open fillers (line 3)
      context: It is, [...] good.
      before: um,
      after:
    <BLANKLINE>
    """
    intro = (
        "# What to change in the transcript: write yes or no in front of each entry.\n"
        '# "open" leaves it to the rule, as if the entry were not here. What stands after'
        ' "after:" may\n'
        "# be edited. An entry of your own: yes by-hand, with context, before and after.\n"
    )
    return intro + "".join(_render(decision) for decision in decisions)


def _render(d: Decision) -> str:
    line = f" (line {d.line})" if d.line else ""
    fields = {"context": f"{d.left} [...] {d.right}", "before": d.before, "after": d.after}
    rows = [f"{d.answer.value} {d.rule}{line}"]
    rows += [f"  {name}: {value.strip()}".rstrip() for name, value in fields.items()]
    return "\n" + "\n".join(rows) + "\n"


def parse_decisions(text: str, name: str = "decisions") -> Decisions:
    """Read what `render_decisions` wrote and a person has edited.

    Args:
        text: text of the file.
        name: name of the file, for messages.

    Raises:
        InputError: a line is not part of an entry, an answer is unknown, or an entry has no words.

    >>> [made] = parse_decisions("no fillers (line 3)\\n  before: um,").all
    >>> made.answer.value, made.rule, made.before, made.line
    ('no', 'fillers', 'um,', 3)
    """
    return Decisions(tuple(_parse(rows) for rows in _entries(text, name)))


def _entries(text: str, name: str) -> Iterator[list[tuple[str, str]]]:
    """Yield the lines of each entry, each line with its place."""
    rows: list[tuple[str, str]] = []
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if rows and not line[0].isspace():
            yield rows
            rows = []
        rows.append((f"{name}:{number}", line))
    if rows:
        yield rows


def _parse(rows: Sequence[tuple[str, str]]) -> Decision:
    (where, head), *rest = rows
    if head[0].isspace():
        raise _stray_line(head, where)
    answer, rule, line = _parse_head(head, where)
    fields: dict[str, str] = {}
    for place, row in rest:
        key, colon, value = row.strip().partition(":")
        if not colon or key not in ("context", "before", "after"):
            raise _stray_line(row, place)
        fields[key] = " ".join(value.split())
    if not phrase_keys(fields.get("before", "")):
        raise InputError("a decision without its words", where=where, hint="before: ...")
    left, _, right = fields.get("context", "").partition("[...]")
    after = fields.get("after", "")
    return Decision(rule, fields["before"], after, left.strip(), right.strip(), answer, line)


def _parse_head(line: str, where: str) -> tuple[Answer, str, int]:
    found = re.match(r"(\S+)\s+([a-z]+(?:-[a-z]+)*)(?:\s+\(line (\d+)\))?\s*$", line)
    if not found:
        raise InputError(f'not a decision: "{line.strip()}"', where=where, hint="yes RULE (line 5)")
    answers = [answer.value for answer in Answer]
    if found[1] not in answers:
        hint = nearest(found[1], answers)
        raise InputError(f'unknown answer "{found[1]}"', where=where, hint=hint)
    return Answer(found[1]), found[2], int(found[3] or 0)


def _stray_line(line: str, where: str) -> InputError:
    hint = nearest(line.strip().partition(":")[0], ("context", "before", "after"))
    return InputError(f'not part of a decision: "{line.strip()}"', where=where, hint=hint)
