"""A comma or period stands directly after its word, and only once.

Recognisers and copied text leave a space before punctuation, or write two commas. French
sets a space before ``! ? : ;``, so in French the spaces stay.

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

from subalign.cleaning.base import Edit, Level, View, define_rule
from subalign.model import Break, Token
from subalign.text.punctuation import CLAUSE_FINAL, COMMAS, ELLIPSES, SENTENCE_FINAL, char_class


@define_rule("spacing", Level.VERBATIM)
def rule(view: View) -> Iterator[Edit]:
    """Set punctuation at its word, once."""
    spaced = view.context.language.spaced_marks
    mark, final = char_class(SENTENCE_FINAL + COMMAS + CLAUSE_FINAL), char_class(SENTENCE_FINAL)
    space = re.compile(rf"\s+(?={mark}+$)")
    doubled = re.compile(rf",+(?={final})|(?<=,),+|(?<=;);+")
    lone = re.compile(rf"(?:(?!{char_class(ELLIPSES)}){mark}){{1,2}}")
    for j, word in enumerate(view.words):
        if not word.key:
            if lone.fullmatch(word.tail) and _belongs_to_word_before(view, j):
                yield _attach(view.indices[j], view.tokens)
        elif len(word.tail) > 1:
            tail = doubled.sub("", word.tail if spaced else space.sub("", word.tail))
            if tail != word.tail:
                yield view.show(j, word.lead + word.core + tail)


def _belongs_to_word_before(view: View, j: int) -> bool:
    """Return True if mark ``j`` follows a spoken word directly, and no sentence end between."""
    if not j:
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
