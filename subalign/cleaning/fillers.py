"""A phrase or sound without a meaning is hidden.

"You know" and "I mean" are fillers where commas part them from the sentence or they begin it;
"like", "sort of" and "kind of" only between commas. Hesitations ("um") always are. Everything
else that looks like one may be a verb ("you know the circumstances", "as you know"). A comma that
was there for the filler goes with it.

PASS::

    Well, you know, it was, um, fun.

PASS (clean)::

    As you know, we are big. You know the facts, do you know, friend? I like it. That kind of car.

OFFER (clean)::

    The court, I mean, the jury decided.
    => The court, the jury decided.

FAIL (clean)::

    So, you know, we had some, I mean, fun, um, yesterday, you know.
    => So we had some fun yesterday.

FAIL (clean, de)::

    Das ist, ähm, gut, sag ich mal, für alle.
    => Das ist gut, für alle.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from subalign.cleaning.base import LISTED, Edit, Level, Rule, View
from subalign.cleaning.english import (
    ARTICLES,
    BE,
    CONTRACTIONS,
    POSSESSIVES,
    SUBJECTS,
)
from subalign.cleaning.languages import Phrase

_NEED_COMMAS = frozenset(
    {("like",), ("sort", "of"), ("kind", "of"), ("sabes",), ("sabe",), ("sai",)}
)

_BY_GRAMMAR = ("de", "nl", "ru")
"""Languages in which grammar asks for commas, so one in front of a filler may be due."""
_LINKS = frozenset("and or nor et ou y e o ou".split())
_ANSWERS = frozenset("well yes yeah no oh okay ok right".split())
_RELATIVES = frozenset("that which who to".split())
_SUBORDINATING = frozenset(
    "when if because although though while since as after before once unless until".split()
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
            alone = found.start > done or not done
            done = found.stop
            yield _hide(view, found, alone)


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


def _is_meant(view: View, words: range) -> bool:
    """``the court, I mean, the jury`` corrects; ``he was, like, I can't`` quotes."""
    if view.context.language.code != "en" or view.starts_sentence(words.start):
        return False
    before = view.words[words.start - 1].key
    after = view.words[words.stop].key if words.stop < len(view.words) else ""
    if view.words[words.start].key == "like":
        return before in BE and after in SUBJECTS | CONTRACTIONS
    return view.words[words.start].key == "i" and after in ARTICLES | POSSESSIVES


def _hide(view: View, words: range, alone: bool) -> Edit:
    """Hide a filler; ``alone`` if no other one stands in front, which took the comma."""
    sure = not _is_meant(view, words)
    if view.breaks[words.stop - 1] and not view.starts_sentence(words.start):
        return view.hide_tail(words, sure)
    edit = view.hide(words, sure)
    before = words.start - 1
    if view.starts_sentence(words.start) or view.words[before].tail != ",":
        return edit
    if not (alone and sure and _owns_comma(view, words)):
        return edit
    start = view.at[before]
    word = view.words[before]
    own = replace(view.tokens[start], shown=word.lead + word.core)
    between = view.tokens[start + 1 : edit.start]
    return Edit(start, edit.stop, (own, *between, *edit.tokens), sure)


def _owns_comma(view: View, words: range) -> bool:
    """The comma in front of a filler is there for it, not for the sentence."""
    before, language = view.words[words.start - 1].key, view.context.language
    if before in language.closed | {"and", "so", "but"}:
        return True
    last = words.stop >= len(view.words)
    if language.code in _BY_GRAMMAR or before in language.openers | _ANSWERS or last:
        return False
    first = words.start - 1
    while not view.starts_sentence(first):
        first -= 1
    after, *then = view.words[words.stop : words.stop + 2]
    fillers = {phrase[0] for phrase in language.fillers} | language.hesitations
    comma = after.tail == "," and not any(w.key in fillers for w in then)
    listed = comma or any(w.key in _LINKS for w in then)
    clause = after.key in language.openers | _LINKS | _RELATIVES
    return not (listed or clause or view.words[first].key in _SUBORDINATING)


RULE = Rule(
    "fillers", Level.CLEAN, "phrases and sounds without a meaning are hidden", _find, LISTED
)
