"""A person's own change, from the decisions file.

What no rule can know stands there with its context; the new words are what is then aligned.
This rule has no examples of its own: it does what it is told.

PASS::

    Nothing is decided here.
"""

from __future__ import annotations

from collections.abc import Iterator

from subalign.cleaning.base import (
    PARAGRAPH,
    Edit,
    Level,
    Rule,
    View,
    rewrite,
    split_word,
    strongest,
)
from subalign.cleaning.decisions import REACH, Answer, Decision
from subalign.cleaning.glossary import phrase_keys
from subalign.model import Break


def _find(view: View) -> Iterator[Edit]:
    wanted = [
        d for d in view.context.decisions.all if d.rule == RULE.name and d.answer is Answer.YES
    ]
    if not wanted:
        return
    places = [(key, i) for i, t in enumerate(view.tokens) for key in phrase_keys(t.raw)]
    keys = [key for key, _ in places]
    found = (edit for d in wanted for edit in _places(view, d, keys, places))
    yield from sorted(found, key=lambda edit: edit.start)


def _places(
    view: View, decision: Decision, keys: list[str], places: list[tuple[str, int]]
) -> Iterator[Edit]:
    phrase = list(phrase_keys(decision.before))
    for i, key in enumerate(keys):
        if key != phrase[0] or keys[i : i + len(phrase)] != phrase:
            continue
        start, stop = places[i][1], places[i + len(phrase) - 1][1] + 1
        left = " ".join(keys[max(i - REACH, 0) : i])
        right = " ".join(keys[i + len(phrase) :][:REACH])
        if view.context.decisions.find(RULE.name, decision.before, left, right) is decision:
            yield put(view, start, stop, decision.after)


def put(view: View, start: int, stop: int, text: str) -> Edit:
    """Show ``text`` in the place of a range of tokens; the edit of a person, so it is sure."""
    tokens = view.tokens[start:stop]
    ends = strongest(tokens)
    texts = text.split()
    if texts[-1:] == [PARAGRAPH]:
        texts, ends = texts[:-1], Break.PARAGRAPH
    if texts and ends is Break.SENTENCE and not split_word(texts[-1]).stops:
        ends = Break.NONE
    return Edit(start, stop, rewrite(tokens, texts, ends))


RULE = Rule("by-hand", Level.VERBATIM, "what a person has written is put in", _find)
