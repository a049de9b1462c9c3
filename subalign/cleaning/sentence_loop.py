"""A sentence that stands three times in a row is shown once.

Recognisers get stuck and write a sentence again and again; nobody says it (Whisper is known for
it). So the copies are neither shown nor aligned, at every level of cleaning. Short sentences
("Hello. Hello. Hello.") may really be said, so a person decides.

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

from subalign.cleaning.base import Edit, Level, Rule, View
from subalign.model import Break

_COPIES = 3
_WORDS = 4
"""A loop of fewer words is as likely to be said (CLEANING.md: sound check, sign-off)."""


def _find(view: View) -> Iterator[Edit]:
    sentences = view.sentences
    i = 0
    while i < len(sentences):
        own = view.keys(sentences[i])
        j = i + 1
        while j < len(sentences) and view.keys(sentences[j]) == own:
            j += 1
        first, last = sentences[i], sentences[j - 1]
        if j - i >= _COPIES and all(own) and view.one_voice(first.start, last.stop - 1):
            yield _hidden(view, first, last, len(own) >= _WORDS)
        i = j


def _hidden(view: View, first: range, last: range, sure: bool) -> Edit:
    """All but the first copy; its end becomes that of the last."""
    hidden = view.hide(range(first.stop, last.stop), sure)
    own = view.at[first.stop - 1]
    kept = replace(view.tokens[own], ends=view.breaks[last.stop - 1])
    between = (replace(t, ends=Break.NONE) for t in view.tokens[own + 1 : hidden.start])
    silent = (replace(t, spoken="") for t in hidden.tokens)
    return Edit(own, hidden.stop, (kept, *between, *silent), sure)


RULE = Rule("sentence-loop", Level.VERBATIM, "a sentence written in a loop is shown once", _find)
