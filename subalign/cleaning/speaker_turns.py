"""A likely change of speaker that has no label is offered as a paragraph.

An answer ("Yeah", "Well,") after a question, or a word of assent after any sentence. Only where
the transcript names no speakers, and never by rule: speakers also answer themselves.

PASS::

    ANNA: Is it? Yes.

    BO: Well, no.

OFFER::

    What is it? Yeah last year was hard.
    => What is it? ¶ Yeah last year was hard.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from subalign.cleaning.base import Edit, Level, Rule, View
from subalign.model import Break

_ANSWERS = frozenset("yeah yes yep no nope well sure oh okay i it".split())
_ASSENT = frozenset("definitely absolutely exactly certainly totally yeah".split())


def _find(view: View) -> Iterator[Edit]:
    for j in range(len(view.words) - 1):
        if view.breaks[j] is not Break.SENTENCE or view.token(j).speaker:
            continue
        after = view.words[j + 1].key
        if after in _ASSENT or (after in _ANSWERS and "?" in view.words[j].tail):
            stop = view.at[j + 1]
            tokens = list(view.tokens[view.at[j] : stop])
            tokens[-1] = replace(tokens[-1], ends=Break.PARAGRAPH)
            yield Edit(view.at[j], stop, tuple(tokens), sure=False)


RULE = Rule(
    "speaker-turns",
    Level.TIDY,
    "a likely change of speaker is offered",
    _find,
    ("en",),
    offers=True,
)
