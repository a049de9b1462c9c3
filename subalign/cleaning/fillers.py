"""A phrase or sound without a meaning is hidden.

"You know" and "I mean" are fillers between commas, and with a comma at the start of a sentence;
"like", "sort of" and "kind of" are fillers only between commas. A hesitation ("um") always is one.
Everywhere else such a phrase may have a meaning ("you know the circumstances", "as you know"). A
comma that only set the filler apart is hidden with it.

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

from subalign.cleaning.base import Edit, Level, View, define_rule
from subalign.cleaning.english import ARTICLES, BE, CONTRACTIONS, POSSESSIVES, SUBJECTS
from subalign.cleaning.word_sets import Phrase

_BETWEEN_COMMAS = frozenset(
    {("like",), ("sort", "of"), ("kind", "of"), ("sabes",), ("sabe",), ("sai",)}
)
"""Fillers that are ordinary words at the start of a sentence."""
_LINKS = frozenset("and or nor et ou y e o ou".split())
"""Words for "and" and "or", after which a list or clause goes on."""


@define_rule("fillers", Level.CLEAN, needs_lists=True)
def rule(view: View) -> Iterator[Edit]:
    """Hide phrases and sounds without a meaning."""
    starts = _first_words(view)
    done = 0
    for j, word in enumerate(view.words):
        if word.key not in starts or j < done or word.lead:
            continue
        filler = _filler(view, j)
        if filler and view.same_speaker(max(j - 1, 0), filler.stop - 1):
            first = filler.start > done or not done
            done = filler.stop
            yield _hide(view, filler, first)


def _first_words(view: View) -> set[str]:
    language = view.context.language
    return {phrase[0] for phrase in language.fillers if phrase} | language.hesitations


def _filler(view: View, j: int) -> range | None:
    """Return the words of the filler at word ``j``, None if there is none."""
    language = view.context.language
    if view.words[j].key in language.hesitations:
        whole_sentence = view.starts_sentence(j) and bool(view.breaks[j])
        return None if whole_sentence else range(j, j + 1)
    for phrase in language.fillers:
        words = range(j, j + len(phrase))
        same = words.stop <= len(view.words) and tuple(view.keys(words)) == phrase
        if same and _is_set_apart(view, words, phrase):
            return words
    return None


def _is_set_apart(view: View, words: range, phrase: Phrase) -> bool:
    """Return True if punctuation separates a phrase from its sentence."""
    last = view.words[words.stop - 1]
    if any(w.tail for w in view.words[words.start : words.stop - 1]):
        return False
    ends = bool(view.breaks[words.stop - 1])
    if view.starts_sentence(words.start):
        return last.tail == "," and phrase not in _BETWEEN_COMMAS and not ends
    return view.words[words.start - 1].tail == "," and (last.tail == "," or (ends and last.stops))


def _may_be_meant(view: View, words: range) -> bool:
    """Return True if a phrase may have its meaning.

    ``the court, I mean, the jury`` corrects; ``he was, like, I can't`` quotes.
    """
    if view.context.language.code != "en" or view.starts_sentence(words.start):
        return False
    before, after = view.words[words.start - 1].key, view.key(words.stop)
    if view.words[words.start].key == "like":
        return before in BE and after in SUBJECTS | CONTRACTIONS
    return view.words[words.start].key == "i" and after in ARTICLES | POSSESSIVES


def _hide(view: View, words: range, first: bool) -> Edit:
    """Hide a filler, and the comma before it if that is there for the filler.

    Args:
        view: all words.
        words: those of the filler.
        first: no other filler stands directly in front, which took the comma already.
    """
    sure = not _may_be_meant(view, words)
    if view.breaks[words.stop - 1] and not view.starts_sentence(words.start):
        return view.hide_tail(words, sure)
    edit = view.hide(words, sure)
    before = words.start - 1
    if view.starts_sentence(words.start) or view.words[before].tail != ",":
        return edit
    if not (first and sure and _owns_comma(view, words)):
        return edit
    start = view.indices[before]
    word = view.words[before]
    own = replace(view.tokens[start], shown=word.lead + word.core)
    between = view.tokens[start + 1 : edit.start]
    return Edit(start, edit.stop, (own, *between, *edit.tokens), sure)


def _owns_comma(view: View, words: range) -> bool:
    """Return True if the comma before a filler is there for it, not for the sentence."""
    before, language = view.words[words.start - 1].key, view.context.language
    if before in language.closed or before in ("and", "so", "but"):
        return True
    if language.clause_commas or words.stop >= len(view.words):
        return False
    answers = ("well", "yes", "yeah", "no", "oh", "okay", "ok", "right")
    if before in language.openers or before in answers:
        return False
    return not (_lists_or_begins_clause(view, words.stop) or _begins_with_subordinate(view, words))


def _lists_or_begins_clause(view: View, j: int) -> bool:
    """Return True if a list goes on at word ``j``, after a filler, or a clause begins there."""
    language = view.context.language
    after, *then = view.words[j : j + 2]
    comma = after.tail == "," and not any(w.key in _first_words(view) for w in then)
    listed = comma or any(w.key in _LINKS for w in then)
    relative = after.key in ("that", "which", "who", "to")
    return listed or relative or after.key in language.openers or after.key in _LINKS


def _begins_with_subordinate(view: View, words: range) -> bool:
    """Return True if the sentence begins with a clause such as ``When it rains,``."""
    first = words.start - 1
    while not view.starts_sentence(first):
        first -= 1
    return view.words[first].key in frozenset(
        "when if because although though while since as after before once unless until".split()
    )
