"""A comma or stop stands at its word, and there is one of it.

Recognisers and copied text leave a space in front of punctuation, or two commas. French wants a
space before ``! ? : ;``, so there it stays.

PASS (fr)::

    Vraiment ? Oui !

FAIL::

    So , we begin .
    => So, we begin.

FAIL::

    Is that so ? Well,, yes.
    => Is that so? Well, yes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from subalign.cleaning.base import Edit, View
from subalign.model import Break, Token


def find(view: View) -> Iterator[Edit]:
    """Find marks that stand alone, spaces in front of marks, and doubled marks."""
    spaced = view.context.language.code == "fr"
    space, doubled = re.compile(r"\s+(?=[.,;:!?…]+$)"), re.compile(r",+(?=[.!?])|(?<=,),+|(?<=;);+")
    for j, word in enumerate(view.words):
        shown = view.token(j).shown
        if _is_lone_mark(view, j):
            yield _attach(view.indices[j], view.tokens)
        elif word.tail and word.key:
            tail = doubled.sub("", word.tail if spaced else space.sub("", word.tail))
            if word.lead + word.core + tail != shown:
                yield view.show(j, word.lead + word.core + tail)


def _is_lone_mark(view: View, j: int) -> bool:
    """Return True if word ``j`` is a mark that belongs to the spoken word in front of it."""
    if view.words[j].key or not j or not re.fullmatch(r"[.,;:!?]{1,2}", view.token(j).shown):
        return False
    adjacent = view.indices[j] == view.indices[j - 1] + 1
    return adjacent and bool(view.words[j - 1].key) and not view.token(j - 1).ends


def _attach(i: int, tokens: Sequence[Token]) -> Edit:
    before, mark = tokens[i - 1], tokens[i]
    shown = before.shown.rstrip(",;:") + mark.shown
    return Edit(
        i - 1,
        i + 1,
        (replace(before, shown=shown, ends=mark.ends), replace(mark, shown="", ends=Break.NONE)),
    )
