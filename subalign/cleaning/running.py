"""Run rules over a transcript until they find nothing more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, repeat

from subalign.cleaning.base import PARAGRAPH, Context, Edit, Rule, View, make_view
from subalign.cleaning.by_hand import put_text
from subalign.cleaning.decisions import CONTEXT_WORDS, Answer, Decision
from subalign.cleaning.tokens import strongest
from subalign.model import Break, Token


def apply_rules(
    tokens: Sequence[Token], rules: Sequence[Rule], context: Context
) -> tuple[list[Token], list[Decision]]:
    """Apply the sure edits of rules, and the edits that a person has accepted.

    Returns:
        The tokens, and each edit as a decision, in the order of application.
    """
    done: list[Decision] = []
    view = make_view(list(tokens), context)
    idle = 0  # rules in a row that found nothing
    # One edit can make room for the next; real text settles in three rounds, 20 are the limit.
    for rule in chain.from_iterable(repeat(rules, 20)):
        edits = [*_chosen(rule, view)]
        idle = 0 if edits else idle + 1
        if edits:
            done += [decision for _, decision in edits]
            made = _apply(view.tokens, rule, [edit for edit, _ in edits])
            view = make_view(made, context)
        if idle == len(rules):
            break
    return list(view.tokens), done


def find_offers(tokens: Sequence[Token], rules: Iterable[Rule], context: Context) -> list[Decision]:
    """Return the edits that rules would still make, sure or not, and nobody has decided."""
    view = make_view(tokens, context)
    found = [
        _describe(rule, view, edit)
        for rule in rules
        for edit in _without_overlaps(rule.find(view))
        if _changes(view, edit)
    ]
    known = context.decisions
    return [d for d in found if not known.find(d.rule, d.before, d.left, d.right)]


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


def _chosen(rule: Rule, view: View) -> Iterator[tuple[Edit, Decision]]:
    """Yield the edits to apply: the sure ones of the level, unless a person says otherwise."""
    context = view.context
    allowed = context.level.includes(rule.level)
    if (rule.offers or not allowed) and not context.decisions.all:
        return
    for edit in _without_overlaps(rule.find(view)):
        if not _changes(view, edit) or not ((edit.sure and allowed) or context.decisions.all):
            continue
        decision = _describe(rule, view, edit)
        said = context.decisions.find(decision.rule, decision.before, decision.left, decision.right)
        answer = said.answer if said else Answer.OPEN
        if answer is Answer.YES and said and said.after != decision.after:
            edited = put_text(view, edit.start, edit.stop, said.after)
            yield edited, replace(decision, after=said.after)
        elif answer is Answer.YES or (answer is Answer.OPEN and edit.sure and allowed):
            yield edit, decision


def _without_overlaps(edits: Iterable[Edit]) -> Iterator[Edit]:
    """Leave out edits that overlap an earlier one."""
    done = 0
    for edit in edits:
        if edit.start >= done:
            yield edit
            done = edit.stop


def _changes(view: View, edit: Edit) -> bool:
    return tuple(view.tokens[edit.start : edit.stop]) != edit.tokens


def _apply(tokens: Sequence[Token], rule: Rule, edits: Sequence[Edit]) -> list[Token]:
    made: list[Token] = []
    done = 0
    for edit in edits:
        made += tokens[done : edit.start]
        old = tokens[edit.start : edit.stop]
        if len(old) == len(edit.tokens):
            pairs = zip(old, edit.tokens, strict=True)
            made += [t if t == o else replace(t, why=rule.name) for o, t in pairs]
        else:
            made += [replace(t, why=rule.name) for t in edit.tokens]
        done = edit.stop
    return [*made, *tokens[done:]]


def _source(tokens: Sequence[Token]) -> str:
    return " ".join("".join(t.raw + t.gap for t in tokens).split())
