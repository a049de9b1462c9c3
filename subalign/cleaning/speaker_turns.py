"""A new paragraph is offered where the speaker is likely to change without a label.

An answer ("Yeah", "Well,") after a question is likely to come from someone else, and so is a word
of assent after any sentence. Speakers also answer themselves, so a person decides. In a transcript
that names its speakers nothing is offered.

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

from subalign.cleaning.base import Edit, Level, View, define_rule
from subalign.model import Break


@define_rule("speaker-turns", Level.TIDY, languages=("en",), offers=True)
def rule(view: View) -> Iterator[Edit]:
    """Offer a new paragraph at a likely change of speaker."""
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
