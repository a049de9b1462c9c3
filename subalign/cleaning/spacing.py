"""A comma or stop stands at its word, and there is one of it.

Recognisers and copied text leave a space in front of punctuation, or two commas. French and a
few others do want a space before ``! ? : ;``, so there it stays.

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

from subalign.cleaning.base import Edit, Level, Rule, View
from subalign.model import Break, Token
from subalign.text.punctuation import CLAUSE_FINAL, COMMAS, ELLIPSES, SENTENCE_FINAL, char_class

_MARK = char_class(SENTENCE_FINAL + COMMAS + CLAUSE_FINAL)
_MARKS = re.compile(rf"(?:(?!{char_class(ELLIPSES)}){_MARK}){{1,2}}")
_DOUBLED = re.compile(rf",+(?={char_class(SENTENCE_FINAL)})|(?<=,),+|(?<=;);+")
_SPACED = re.compile(rf"\s+(?={_MARK}+$)")


def _find(view: View) -> Iterator[Edit]:
    spaced = view.context.language.code == "fr"
    for j, word in enumerate(view.words):
        shown = view.token(j).shown
        if not word.key and j and _MARKS.fullmatch(shown) and not view.token(j - 1).ends:
            if view.at[j] == view.at[j - 1] + 1 and view.words[j - 1].key:
                yield _attach(view.at[j], view.tokens)
        elif word.tail and word.key:
            tail = _DOUBLED.sub("", word.tail if spaced else _SPACED.sub("", word.tail))
            if word.lead + word.core + tail != shown:
                yield view.show(j, word.lead + word.core + tail)


def _attach(i: int, tokens: Sequence[Token]) -> Edit:
    before, mark = tokens[i - 1], tokens[i]
    shown = before.shown.rstrip(",;:") + mark.shown
    return Edit(
        i - 1,
        i + 1,
        (replace(before, shown=shown, ends=mark.ends), replace(mark, shown="", ends=Break.NONE)),
    )


RULE = Rule("spacing", Level.VERBATIM, "punctuation stands at its word, once", _find)
