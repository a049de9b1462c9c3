"""Cleaning rules: what a rule is, what it sees of a transcript, and what it may do.

A rule sees the shown words of a transcript and proposes edits. An edit puts tokens in the place
of a range of tokens. Both cover the same source text, so nothing can be deleted.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cached_property, lru_cache
from itertools import accumulate, chain, compress, count

from subalign.cleaning.decisions import Decisions
from subalign.cleaning.evidence import Evidence, gather_evidence
from subalign.cleaning.glossary import Glossary
from subalign.cleaning.options import CleaningOptions
from subalign.cleaning.tokens import WordParts, merge, rewrite, split_word, strongest
from subalign.cleaning.word_sets import WordSets, find_word_sets
from subalign.model import Break, Token
from subalign.text.punctuation import SENTENCE_FINAL

PARAGRAPH = "¶"
"""Sign for the end of a paragraph in diffs and decisions."""


class Level(str, Enum):
    """Levels of cleaning; each includes the one before."""

    VERBATIM = "verbatim"
    """Faults of the writing only: spacing, quotes, and sentences that a recogniser repeated."""
    TIDY = "tidy"
    """Also broken sentences are repaired and stutters hidden."""
    CLEAN = "clean"
    """Also fillers are hidden."""

    def includes(self, other: Level) -> bool:
        """Return True if the rules of level ``other`` run at this level."""
        levels = list(Level)
        return levels.index(other) <= levels.index(self)


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of a range of tokens.

    Args:
        start, stop: indices of the first token and after the last one.
        tokens: what stands in their place, with the same source text.
        sure: True to apply the edit by rule, False to offer it for review.
    """

    start: int
    stop: int
    tokens: tuple[Token, ...]
    sure: bool = True


@dataclass(frozen=True)
class Context:
    """Facts that the rules use besides the words.

    Args:
        source: the tokens of the transcript before cleaning.
        language: word lists of the transcript's language.
        glossary: preferred spellings.
        decisions: what a person accepted or refused.
        pauses: silences after tokens, ms, by the place where the token's ``raw`` ends, counted in
            characters from the first token.
        level: how much is cleaned.
        options: thresholds.
    """

    source: Sequence[Token]
    language: WordSets
    glossary: Glossary = field(default_factory=Glossary)
    decisions: Decisions = field(default_factory=Decisions)
    pauses: Mapping[int, int] = field(default_factory=dict)
    level: Level = Level.TIDY
    options: CleaningOptions = field(default_factory=CleaningOptions)

    @cached_property
    def evidence(self) -> Evidence:
        """Spellings and habits of the whole transcript."""
        return gather_evidence(self.source, self.language, self.options)


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that cleaning does.

    `define_rule` makes a rule of a function. The docstring of the function's module explains the
    rule, names its source and shows text that passes and text that fails. The tests run these
    examples, and the docstring is the rule's page in the manual. A failing example ends with what
    the text becomes; an offered change is left to the review::

        PASS::

            Text that stays as it is.

        FAIL (clean, de)::

            Text that, äh, changes.
            => Text that changes.

        OFFER::

            Text that only a person can judge.
            => What the review offers.

    Args:
        name: words joined by hyphens, as in ``Token.why`` and in reports.
        level: the lowest level at which the rule runs.
        find: from a view to edits, in the order of the text. Pure; raises nothing.
        languages: first parts of BCP 47 codes; empty for every language.
        needs_lists: True if the rule is for languages that have word lists only.
        offers: True if no edit of the rule is ever sure.
    """

    name: str
    level: Level
    find: Callable[[View], Iterator[Edit]]
    languages: tuple[str, ...] = ()
    needs_lists: bool = False
    offers: bool = False

    def speaks(self, code: str) -> bool:
        """Return True if the rule is for the language with this first part of its code."""
        if self.needs_lists and not find_word_sets(code).closed:
            return False
        return not self.languages or code in self.languages


def define_rule(
    name: str,
    level: Level,
    *,
    languages: Sequence[str] = (),
    needs_lists: bool = False,
    offers: bool = False,
) -> Callable[[Callable[[View], Iterator[Edit]]], Rule]:
    """Make a `Rule` of the decorated function.

    The arguments are those of `Rule`.
    """

    def made(find: Callable[[View], Iterator[Edit]]) -> Rule:
        return Rule(name, level, find, tuple(languages), needs_lists, offers)

    return made


@dataclass(frozen=True, slots=True)
class View:
    """The shown words of a transcript, as rules see them.

    Args:
        tokens: all tokens.
        indices: for each shown word the index of its token.
        words: the shown words in parts.
        word_keys: the keys of all shown words.
        breaks: what ends after each shown word, before the next one.
        sentences: the range of words of each sentence.
        context: what else is known.
    """

    tokens: list[Token]
    indices: list[int]
    words: list[WordParts]
    word_keys: list[str]
    breaks: list[Break]
    sentences: Sequence[range]
    context: Context

    def keys(self, words: range) -> list[str]:
        """Return the keys of a range of words."""
        return self.word_keys[words.start : words.stop]

    def key(self, j: int) -> str:
        """Return the key of word ``j``; empty after the last word."""
        return self.word_keys[j] if j < len(self.word_keys) else ""

    def same_speaker(self, i: int, j: int) -> bool:
        """Return True if one speaker says words ``i`` to ``j``, and no sound label stands there."""
        tokens = self.tokens[self.indices[i] : self.indices[j] + 1]
        speaker = tokens[0].speaker
        return all(
            t.speaker == speaker and (t.spoken or not (t.shown or t.why == "speaker-label"))
            for t in tokens
        )

    def confident(self, sure: bool | None) -> bool | None:
        """Return False instead of True in edited prose (see `Evidence`): there a repetition is
        offered for review, not applied."""
        return sure and not self.context.evidence.edited

    def token(self, j: int) -> Token:
        """Return the token of word ``j``."""
        return self.tokens[self.indices[j]]

    def starts_sentence(self, j: int) -> bool:
        """Return True if word ``j`` is the first one of a sentence."""
        return j == 0 or bool(self.breaks[j - 1])

    def pauses(self, words: Iterable[int]) -> dict[int, int]:
        """Return the longest silence after each of some words, ms, where it is known.

        Hidden words after a word are still said, so their time does not count as silence.
        """
        known = self.context.pauses
        if not known:
            return {}
        ends = _ends(self.tokens)
        longest: dict[int, int] = {}
        for j in words:
            after = ends[self.indices[j] : self._until(j + 1)]
            found = [known[end] for end in after if end in known]
            if found:
                longest[j] = max(found)
        return longest

    def hide(self, words: range, sure: bool = True) -> Edit:
        """Hide words. Sentences and paragraphs that end within them do not end any more."""
        start, stop = self.indices[words.start], self._until(words.stop)
        tokens = tuple(replace(t, shown="", ends=Break.NONE) for t in self.tokens[start:stop])
        return Edit(start, stop, tokens, sure)

    def hide_tail(self, words: range, sure: bool = True) -> Edit:
        """Hide words at the end of a sentence; its period and break move to the word in front."""
        before = words.start - 1
        kept = self.words[before]
        last = self.words[words.stop - 1]
        mark = last.tail if last.stops else kept.tail.rstrip(",;:")
        hidden = self.hide(words, sure)
        start = self.indices[before]
        own = replace(
            self.tokens[start],
            shown=kept.lead + kept.core + mark,
            ends=self.breaks[words.stop - 1],
        )
        between = tuple(replace(t, ends=Break.NONE) for t in self.tokens[start + 1 : hidden.start])
        return Edit(start, hidden.stop, (own, *between, *hidden.tokens), sure)

    def show(self, j: int, shown: str, sure: bool = True) -> Edit:
        """Show word ``j`` in another way."""
        start = self.indices[j]
        return Edit(start, start + 1, (replace(self.token(j), shown=shown),), sure)

    def join(self, j: int, mark: str = "", sure: bool = True) -> Edit:
        """Put ``mark`` in the place of the punctuation after word ``j``, and end no sentence."""
        start, stop = self.indices[j], self._until(j + 1)
        word = self.words[j]
        own = replace(self.tokens[start], shown=word.lead + word.core + mark, ends=Break.NONE)
        rest = (replace(t, ends=Break.NONE) for t in self.tokens[start + 1 : stop])
        return Edit(start, stop, (own, *rest), sure)

    def say(self, words: range, texts: Sequence[str], sure: bool = True) -> Edit:
        """Replace words by one or more others, which are aligned as they are written.

        Quotation marks around the words and their final comma or period stay.
        """
        lead, tail = self.words[words.start].lead, self.words[words.stop - 1].tail
        shown = list(texts)
        if tail and tail[0] in SENTENCE_FINAL and shown[-1].endswith(tail[0]):
            tail = tail[1:]
        shown[0], shown[-1] = lead + shown[0], shown[-1] + tail
        start, stop = self.indices[words.start], self.indices[words.stop - 1] + 1
        ends = self.tokens[stop - 1].ends
        return Edit(start, stop, rewrite(self.tokens[start:stop], shown, ends), sure)

    def fuse(self, words: range, core: str, sure: bool = True) -> Edit:
        """Show some words as one word, ``core``; it is spoken as they are spoken."""
        start, stop = self.indices[words.start], self.indices[words.stop - 1] + 1
        lead, tail = self.words[words.start].lead, self.words[words.stop - 1].tail
        spoken = " ".join(t.spoken for t in self.tokens[start:stop] if t.spoken)
        token = replace(merge(self.tokens[start:stop]), shown=lead + core + tail, spoken=spoken)
        return Edit(start, stop, (token,), sure)

    def _until(self, j: int) -> int:
        """Return the index after the tokens that belong to the words before ``j``."""
        return self.indices[j] if j < len(self.indices) else len(self.tokens)


def make_view(tokens: Sequence[Token], context: Context) -> View:
    """Make the view of a transcript's tokens."""
    empty = View([], [], [], [], [], (), context)
    return edit_view(empty, [Edit(0, 0, tuple(tokens))])


def edit_view(view: View, edits: Sequence[Edit]) -> View:
    """Make the view of the tokens after some edits.

    Only words in an edit are looked at again, because most rules change a few words of many.

    Args:
        view: before the edits.
        edits: in the order of the text and without overlaps.
    """
    tokens: list[Token] = []
    indices: list[int] = []
    words: list[WordParts] = []
    keys: list[str] = []
    breaks: list[Break] = []
    renewed: list[range] = []  # words whose breaks are to be found
    done = at = 0  # tokens and words of the old view that are copied
    for edit in [*edits, Edit(len(view.tokens), len(view.tokens), ())]:
        first = bisect_left(view.indices, edit.start, at)
        shift = len(tokens) - done
        tokens += view.tokens[done : edit.start]
        indices += [i + shift for i in view.indices[at:first]] if shift else view.indices[at:first]
        words += view.words[at:first]
        keys += view.word_keys[at:first]
        breaks += view.breaks[at:first]
        shown = [(i, t) for i, t in enumerate(edit.tokens, len(tokens)) if t.shown]
        tokens += edit.tokens
        indices += [i for i, _ in shown]
        words += [_parts(t.shown, not t.spoken) for _, t in shown]
        keys += [w.key for w in words[len(keys) :]]
        breaks += [Break.NONE] * len(shown)
        renewed.append(range(max(len(words) - len(shown) - 1, 0), len(words)))
        done, at = edit.stop, bisect_left(view.indices, edit.stop, first)
    for j in chain.from_iterable(renewed):
        # For the reader, what ends with hidden words ends with the shown word before them.
        stop = indices[j + 1] if j + 1 < len(indices) else len(tokens)
        breaks[j] = strongest(tokens[indices[j] : stop])
    stops = [*compress(count(1), breaks)]
    if words and stops[-1:] != [len(words)]:
        stops.append(len(words))
    sentences = tuple(map(range, [0, *stops], stops))
    return View(tokens, indices, words, keys, breaks, sentences, view.context)


@lru_cache(maxsize=1 << 16)
def _parts(shown: str, silent: bool) -> WordParts:
    word = split_word(shown)
    return word._replace(key="") if silent else word


def pauses_by_place(tokens: Sequence[Token], pauses: Mapping[int, int]) -> dict[int, int]:
    """Key the pauses after tokens by their places in the source, which stay when tokens merge.

    Args:
        tokens: all tokens of a transcript.
        pauses: from the index of a token to the silence after it, ms.

    Returns:
        From the place where the token's ``raw`` ends, in characters from the first token, to ms.
    """
    ends = _ends(tokens) if pauses else []
    return {ends[i]: ms for i, ms in pauses.items()}


def _ends(tokens: Sequence[Token]) -> list[int]:
    """Return for each token where its ``raw`` ends, in characters from the first token."""
    places = accumulate([len(t.raw) + len(t.gap) for t in tokens])
    return [place - len(t.gap) for place, t in zip(places, tokens, strict=True)]
