"""A sentence that stands three or more times in a row is shown once.

Recognisers such as Whisper sometimes get stuck and write a sentence again and again that was said
once. So at every level of cleaning the copies are neither shown nor aligned. Sentences of up to
three words ("Hello. Hello. Hello.") may really be said, so for them the change is only offered.

PASS::

    I think so too. I think so too. I think so.

FAIL::

    I don't manage smart people. I don't manage smart people. I don't manage smart people. I know.
    => I don't manage smart people. I know.

OFFER::

    Hello. Hello. Hello. Good.
    => Hello. Good.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from subalign.cleaning.base import Edit, Level, View, define_rule
from subalign.model import Break


@define_rule("sentence-loop", Level.VERBATIM)
def rule(view: View) -> Iterator[Edit]:
    """Show a sentence once that is written in a loop."""
    options, sentences = view.context.options, view.sentences
    i = 0
    while i < len(sentences):
        own = view.keys(sentences[i])
        j = i + 1
        while j < len(sentences) and view.keys(sentences[j]) == own:
            j += 1
        first, last = sentences[i], sentences[j - 1]
        loop = j - i >= options.loop_min_copies and all(own)
        if loop and view.same_speaker(first.start, last.stop - 1):
            yield _first_copy_only(view, first, last, len(own) >= options.loop_min_words)
        i = j


def _first_copy_only(view: View, first: range, last: range, sure: bool) -> Edit:
    """Hide and silence all copies but the first, which ends what the last one ended."""
    hidden = view.hide(range(first.stop, last.stop), sure)
    start = view.indices[first.stop - 1]
    kept = replace(view.tokens[start], ends=view.breaks[last.stop - 1])
    between = (replace(t, ends=Break.NONE) for t in view.tokens[start + 1 : hidden.start])
    silent = (replace(t, spoken="") for t in hidden.tokens)
    return Edit(start, hidden.stop, (kept, *between, *silent), sure)
