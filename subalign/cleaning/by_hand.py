"""Changes that a person has written into the decisions file are made.

They are for what no rule can know, such as a misheard word. An entry gives the words, the words
around them, and the words to show instead; these are also the words that are aligned.

PASS::

    Nothing is decided here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from subalign.cleaning.base import PARAGRAPH, Edit, Level, View, define_rule
from subalign.cleaning.decisions import CONTEXT_WORDS, Answer, Decision
from subalign.cleaning.glossary import phrase_keys
from subalign.cleaning.tokens import rewrite, split_word, strongest
from subalign.model import Break


@define_rule("by-hand", Level.VERBATIM)
def rule(view: View) -> Iterator[Edit]:
    """Put in what a person has written."""
    accepted = [
        d for d in view.context.decisions.all if d.rule == "by-hand" and d.answer is Answer.YES
    ]
    if not accepted:
        return
    # The source is searched, because other rules may have changed what is shown.
    places = [(key, i) for i, t in enumerate(view.tokens) for key in phrase_keys(t.raw)]
    found = (edit for decision in accepted for edit in _edits(view, decision, places))
    yield from sorted(found, key=lambda edit: edit.start)


def _edits(view: View, decision: Decision, places: list[tuple[str, int]]) -> Iterator[Edit]:
    """Yield the edits of a decision, given the source's words with the indices of their tokens."""
    phrase = list(phrase_keys(decision.before))
    keys = [key for key, _ in places]
    for i, key in enumerate(keys):
        if key != phrase[0] or keys[i : i + len(phrase)] != phrase:
            continue
        start, stop = places[i][1], places[i + len(phrase) - 1][1] + 1
        left = " ".join(keys[max(i - CONTEXT_WORDS, 0) : i])
        right = " ".join(keys[i + len(phrase) :][:CONTEXT_WORDS])
        # Several decisions may be about the same words; the one whose context fits best holds.
        place = replace(decision, left=left, right=right)
        if view.context.decisions.find(place) is decision:
            yield put_text(view, start, stop, decision.after)


def put_text(view: View, start: int, stop: int, text: str) -> Edit:
    """Show a person's text in the place of the tokens from ``start`` to before ``stop``.

    A sentence that ended there ends no more if the text does not; a final ``¶`` ends a paragraph.
    """
    tokens = view.tokens[start:stop]
    ends = strongest(tokens)
    texts = text.split()
    if texts[-1:] == [PARAGRAPH]:
        texts, ends = texts[:-1], Break.PARAGRAPH
    if texts and ends is Break.SENTENCE and not split_word(texts[-1]).stops:
        ends = Break.NONE
    return Edit(start, stop, rewrite(tokens, texts, ends))
