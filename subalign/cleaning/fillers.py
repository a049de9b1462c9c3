"""A phrase or sound without a meaning is hidden.

"You know" and "I mean" are fillers where commas part them from the sentence or they begin it;
"like", "sort of" and "kind of" only between commas. Hesitations ("um") always are. Everything
else that looks like one may be a verb ("you know the circumstances", "as you know").

PASS::

    Well, you know, it was, um, fun.

PASS (clean)::

    As you know, we are big. You know the facts, do you know, friend? I like it. That kind of car.

FAIL (clean)::

    So, you know, we had some, I mean, fun, um, yesterday, you know.
    => So we had some fun, yesterday.

FAIL (clean, de)::

    Das ist, ähm, gut, sag ich mal, für alle.
    => Das ist gut, für alle.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from subalign.cleaning.base import LISTED, Edit, Level, Rule, View
from subalign.cleaning.languages import Phrase

_NEED_COMMAS = frozenset(
    {("like",), ("sort", "of"), ("kind", "of"), ("sabes",), ("sabe",), ("sai",)}
)


def _find(view: View) -> Iterator[Edit]:
    language = view.context.language
    starts = {phrase[0] for phrase in language.fillers if phrase} | language.hesitations
    done = 0
    for j, word in enumerate(view.words):
        if word.key not in starts or j < done or word.lead:
            continue
        found = _filler(view, j)
        if found and view.one_voice(max(j - 1, 0), found.stop - 1):
            done = found.stop
            yield _hide(view, found)


def _filler(view: View, j: int) -> range | None:
    language = view.context.language
    if view.words[j].key in language.hesitations:
        end = j + 1
        alone = view.starts_sentence(j) and bool(view.breaks[j])
        return None if alone else range(j, end)
    for phrase in language.fillers:
        words = range(j, j + len(phrase))
        same = words.stop <= len(view.words) and tuple(view.keys(words)) == phrase
        if same and _is_parted(view, words, phrase):
            return words
    return None


def _is_parted(view: View, words: range, phrase: Phrase) -> bool:
    first = view.starts_sentence(words.start)
    last = view.words[words.stop - 1]
    if any(w.tail for w in view.words[words.start : words.stop - 1]):
        return False
    ends = bool(view.breaks[words.stop - 1])
    if first:
        return last.tail == "," and phrase not in _NEED_COMMAS and not ends
    return view.words[words.start - 1].tail == "," and (last.tail == "," or (ends and last.stops))


def _hide(view: View, words: range) -> Edit:
    if view.breaks[words.stop - 1] and not view.starts_sentence(words.start):
        return view.hide_tail(words)
    edit = view.hide(words)
    before = words.start - 1
    if view.starts_sentence(words.start) or view.words[before].tail != ",":
        return edit
    if view.words[before].key not in view.context.language.closed | {"and", "so", "but", "well"}:
        return edit
    start = view.at[before]
    word = view.words[before]
    own = replace(view.tokens[start], shown=word.lead + word.core)
    between = view.tokens[start + 1 : edit.start]
    return Edit(start, edit.stop, (own, *between, *edit.tokens))


RULE = Rule(
    "fillers", Level.CLEAN, "phrases and sounds without a meaning are hidden", _find, LISTED
)
