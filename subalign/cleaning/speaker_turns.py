"""A likely change of speaker that has no label is offered as a paragraph.

An answer ("Yeah", "Well,") after a question is likely to be someone else's, and so is a word of
assent after any sentence. It is offered only where the transcript names no speakers, and never done
by rule, because speakers also answer themselves.

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

from subalign.cleaning.base import Edit, View
from subalign.model import Break


def find(view: View) -> Iterator[Edit]:
    """Find answers and words of assent at the start of a sentence."""
    answers = set("yeah yes yep no nope well sure oh okay i it".split())
    assent = set("definitely absolutely exactly certainly totally yeah".split())
    for j in range(len(view.words) - 1):
        if view.breaks[j] is not Break.SENTENCE or view.token(j).speaker:
            continue
        after = view.words[j + 1].key
        if after in assent or (after in answers and "?" in view.words[j].tail):
            start, stop = view.indices[j], view.indices[j + 1]
            tokens = list(view.tokens[start:stop])
            tokens[-1] = replace(tokens[-1], ends=Break.PARAGRAPH)
            yield Edit(start, stop, tuple(tokens), sure=False)
