"""Runs rules over a transcript until they find nothing more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, repeat

from subalign.cleaning.base import PARAGRAPH, Context, Edit, Rule, View, look, strongest
from subalign.cleaning.by_hand import put
from subalign.cleaning.decisions import REACH, Answer, Decision
from subalign.model import Break, Token

_ROUNDS = 20
"""One edit can make room for the next; real text settles in three rounds."""


def run(
    tokens: Sequence[Token], rules: Iterable[Rule], context: Context
) -> tuple[list[Token], list[Decision]]:
    """Apply the sure edits of ``rules``, and what a person has accepted.

    Returns:
        The tokens, and each edit as the decision that it took, in the order of application.
    """
    mine = list(rules)
    done: list[Decision] = []
    view = look(list(tokens), context)
    idle = 0  # rules in a row that found nothing
    for rule in chain.from_iterable(repeat(mine, _ROUNDS)):
        edits = [*_chosen(rule, view)]
        idle = 0 if edits else idle + 1
        if edits:
            done += [decision for _, decision in edits]
            view = look(_apply(view.tokens, rule, [edit for edit, _ in edits]), context)
        if idle == len(mine):
            break
    return list(view.tokens), done


def survey(tokens: Sequence[Token], rules: Iterable[Rule], context: Context) -> list[Decision]:
    """What ``rules`` would still do to ``tokens``, sure or not, that nobody has decided."""
    view = look(tokens, context)
    found = [
        describe(rule, view, edit)
        for rule in rules
        for edit in _apart(rule.find(view))
        if _changes(view, edit)
    ]
    known = context.decisions
    return [d for d in found if not known.find(d.rule, d.before, d.left, d.right)]


def describe(rule: Rule, view: View, edit: Edit) -> Decision:
    """An edit as a person sees it: what stands there, what it becomes, and where."""
    tokens = view.tokens
    shown = tokens[edit.start : edit.stop]
    before = _source(shown)
    left = _source(tokens[max(edit.start - 2 * REACH, 0) : edit.start]).split()[-REACH:]
    right = _source(tokens[edit.stop : edit.stop + 2 * REACH]).split()[:REACH]
    after = " ".join(t.shown for t in edit.tokens if t.shown)
    if strongest(edit.tokens) is Break.PARAGRAPH and strongest(shown) is not Break.PARAGRAPH:
        after += f" {PARAGRAPH}"
    line = tokens[edit.start].line
    return Decision(rule.name, before, after, " ".join(left), " ".join(right), line=line)


def _chosen(rule: Rule, view: View) -> Iterator[tuple[Edit, Decision]]:
    """The edits to apply: the sure ones of the level, unless a person says otherwise."""
    context = view.context
    allowed = context.level.includes(rule.level)
    if (rule.offers or not allowed) and not context.decisions.all:
        return
    for edit in _apart(rule.find(view)):
        if not _changes(view, edit) or not ((edit.sure and allowed) or context.decisions.all):
            continue
        decision = describe(rule, view, edit)
        said = context.decisions.find(decision.rule, decision.before, decision.left, decision.right)
        answer = said.answer if said else Answer.OPEN
        if answer is Answer.YES and said and said.after != decision.after:
            yield put(view, edit.start, edit.stop, said.after), replace(decision, after=said.after)
        elif answer is Answer.YES or (answer is Answer.OPEN and edit.sure and allowed):
            yield edit, decision


def _apart(edits: Iterable[Edit]) -> Iterator[Edit]:
    """Those that overlap no earlier one."""
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
