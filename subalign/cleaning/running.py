"""Run rules over a transcript until they find nothing more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, repeat
from typing import NamedTuple

from subalign.cleaning.base import PARAGRAPH, Context, Edit, Rule, View, edit_view, make_view
from subalign.cleaning.by_hand import put_text
from subalign.cleaning.decisions import CONTEXT_WORDS, Answer, Decision
from subalign.cleaning.tokens import strongest
from subalign.model import Break, Token


class Applied(NamedTuple):
    """An edit that was applied.

    Args:
        rule: the rule that found it.
        view: what the rule saw.
        edit: the edit, as it was applied.
        decision: a person's decision that it follows; None if nobody has decided.
    """

    rule: Rule
    view: View
    edit: Edit
    decision: Decision | None


def apply_rules(
    tokens: Sequence[Token], rules: Sequence[Rule], context: Context
) -> tuple[list[Token], list[Applied]]:
    """Apply the sure edits of rules, and the edits that a person has accepted.

    Returns:
        The tokens, and each edit, in the order of application.
    """
    done: list[Applied] = []
    view = make_view(tokens, context)
    idle = 0  # rules in a row that found nothing
    # One edit can make room for the next; real text settles in three rounds, 20 are the limit.
    for rule in chain.from_iterable(repeat(rules, 20)):
        applied = [*_chosen(rule, view)]
        idle = 0 if applied else idle + 1
        if applied:
            done += applied
            view = edit_view(view, [_explained(rule, view, one.edit) for one in applied])
        if idle == len(rules):
            break
    return view.tokens, done


def undecided(applied: Iterable[Applied]) -> Iterator[Decision]:
    """Yield the edits that nobody has decided, as decisions."""
    return (_describe(one.rule, one.view, one.edit) for one in applied if not one.decision)


def find_offers(tokens: Sequence[Token], rules: Iterable[Rule], context: Context) -> list[Decision]:
    """Return the edits, sure or not, that rules would still make and that nobody has decided."""
    view = make_view(tokens, context)
    found = [
        _describe(rule, view, edit)
        for rule in rules
        for edit in _without_overlaps(rule.find(view))
        if _changes(view, edit)
    ]
    known = context.decisions
    return [d for d in found if not known.find(d)]


def _describe(rule: Rule, view: View, edit: Edit) -> Decision:
    """Write an edit as a decision: what stands there, what it becomes, and where."""
    tokens = view.tokens
    replaced = tokens[edit.start : edit.stop]
    # A token may hold no word, so more tokens are read than words are kept.
    near = 2 * CONTEXT_WORDS
    left = _source(tokens[max(edit.start - near, 0) : edit.start]).split()[-CONTEXT_WORDS:]
    right = _source(tokens[edit.stop : edit.stop + near]).split()[:CONTEXT_WORDS]
    after = " ".join(t.shown for t in edit.tokens if t.shown)
    if strongest(edit.tokens) is Break.PARAGRAPH and strongest(replaced) is not Break.PARAGRAPH:
        after += f" {PARAGRAPH}"
    line = tokens[edit.start].line
    context = " ".join(left), " ".join(right)
    return Decision(rule.name, _source(replaced), after, *context, line=line)


def _chosen(rule: Rule, view: View) -> Iterator[Applied]:
    """Yield the edits to apply: the sure ones of the level, unless a person says otherwise."""
    allowed = view.context.level.includes(rule.level) and not rule.offers
    decided = view.context.decisions.about(rule.name)
    if not allowed and not decided:
        return
    for edit in _without_overlaps(rule.find(view)):
        sure = edit.sure and allowed
        if not (sure or decided) or not _changes(view, edit):
            continue
        place = _describe(rule, view, edit) if decided else None
        known = view.context.decisions.find(place) if place else None
        answer = known.answer if known else Answer.OPEN
        if place and known and answer is Answer.YES:
            proposed = known.after == place.after
            own = edit if proposed else put_text(view, edit.start, edit.stop, known.after)
            yield Applied(rule, view, own, known)
        elif answer is Answer.OPEN and sure:
            yield Applied(rule, view, edit, known)


def _without_overlaps(edits: Iterable[Edit]) -> Iterator[Edit]:
    """Leave out edits that overlap an earlier one."""
    done = 0
    for edit in edits:
        if edit.start >= done:
            yield edit
            done = edit.stop


def _changes(view: View, edit: Edit) -> bool:
    return tuple(view.tokens[edit.start : edit.stop]) != edit.tokens


def _explained(rule: Rule, view: View, edit: Edit) -> Edit:
    """Write the name of the rule on the tokens that an edit changes."""
    old = view.tokens[edit.start : edit.stop]
    if len(old) != len(edit.tokens):
        return replace(edit, tokens=tuple(replace(t, why=rule.name) for t in edit.tokens))
    pairs = zip(old, edit.tokens, strict=True)
    changed = (t if t == o else replace(t, why=rule.name) for o, t in pairs)
    return replace(edit, tokens=tuple(changed))


def _source(tokens: Sequence[Token]) -> str:
    return " ".join("".join(t.raw + t.gap for t in tokens).split())
