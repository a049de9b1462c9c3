"""What a cleaning rule is, what it sees, and what it may do.

A rule sees the shown words of a transcript and proposes edits. An edit puts tokens in the place
of a range of tokens, and both cover the same source text: nothing can be deleted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import lru_cache
from itertools import accumulate, zip_longest
from typing import NamedTuple

from subalign.cleaning.decisions import Decisions
from subalign.cleaning.evidence import Evidence
from subalign.cleaning.glossary import Glossary
from subalign.cleaning.languages import Language
from subalign.model import Break, Token

ALL: tuple[str, ...] = ()
"""The languages of a rule that needs no word list: every one."""

LISTED = ("en", "de", "fr", "es", "it", "nl", "pt", "ru")
"""The languages whose function words are in ``languages``."""

PARAGRAPH = "¶"
"""How reports write the end of a paragraph."""

SHORT_PAUSE = 300
"""ms; at a real sentence end of read or free speech the voice rests longer (CLEANING.md)."""

_WORD = re.compile(r"\w(?:.*\w)?", re.DOTALL)
_STOPS = ".!?…。！？।؟"


class Level(str, Enum):
    """How much is cleaned; each level includes the one before."""

    VERBATIM = "verbatim"
    """Only faults of the writing: spacing, quotes, and sentences that a recogniser repeated."""
    TIDY = "tidy"
    """Also broken sentences are repaired and stutters hidden."""
    CLEAN = "clean"
    """Also fillers are hidden."""

    @property
    def rank(self) -> int:
        """0, 1 or 2."""
        return _RANKS[self]

    def includes(self, other: Level) -> bool:
        """Whether the rules of ``other`` run at this level."""
        return other.rank <= self.rank


_RANKS = {level: rank for rank, level in enumerate(Level)}


class Word(NamedTuple):
    """A shown word in parts: ``lead + core + tail`` is what is shown.

    ``key`` is the core without case and typographic apostrophes; empty for what is not spoken.
    """

    lead: str
    core: str
    tail: str
    key: str

    @property
    def stops(self) -> bool:
        """It has the punctuation that ends a sentence."""
        return any(c in _STOPS for c in self.tail)


@dataclass(frozen=True, slots=True)
class Edit:
    """Put ``tokens`` in the place of those from ``start`` to before ``stop``.

    Args:
        start, stop: token indices.
        tokens: with the same source text as those replaced.
        sure: safe to apply by rule; else it is offered in the review.
    """

    start: int
    stop: int
    tokens: tuple[Token, ...]
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Context:
    """What the rules may know besides the words.

    Args:
        evidence: how words stand elsewhere in the same source.
        pauses: silence after a token, ms, by where its ``raw`` ends, counted in characters from the
            first token.
    """

    language: Language
    evidence: Evidence
    glossary: Glossary = field(default_factory=Glossary)
    decisions: Decisions = field(default_factory=Decisions)
    pauses: Mapping[int, int] = field(default_factory=dict)
    level: Level = Level.TIDY


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that cleaning does.

    The docstring of its module explains it, names its source and shows text that passes and
    text that fails. The tests run these examples, and they are the rule's page in the manual.
    A failing example ends with what it becomes; an offered one is left to the review::

        PASS::

            Text that stays as it is.

        FAIL (clean, de)::

            Text that, äh, changes.
            => Text that changes.

        OFFER::

            Text that only a person can judge.
            => What the review offers.

    Args:
        name: what ``why`` and reports call it, words joined by hyphens.
        level: from which it runs.
        summary: one line for people: what it does.
        find: ``view -> edits``, from left to right. Pure; never raises.
        languages: first parts of BCP 47 codes; ``ALL`` for every language.
        offers: none of its edits is ever sure.
    """

    name: str
    level: Level
    summary: str
    find: Callable[[View], Iterator[Edit]]
    languages: tuple[str, ...] = ALL
    offers: bool = False

    def speaks(self, code: str) -> bool:
        """Whether the rule is for the language with this first part of its code."""
        return not self.languages or code in self.languages


@dataclass(frozen=True, slots=True)
class View:
    """The shown words of a transcript, as rules see them.

    Args:
        tokens: all tokens.
        at: for each shown word the index of its token.
        words: in parts.
        listed: the keys of all words.
        breaks: what ends after each shown word, before the next one.
        sentences: ranges of words.
        context: what else is known.
    """

    tokens: Sequence[Token]
    at: Sequence[int]
    words: Sequence[Word]
    listed: list[str]
    breaks: Sequence[Break]
    sentences: Sequence[range]
    context: Context

    def keys(self, words: range) -> list[str]:
        """The keys of a range of words."""
        return self.listed[words.start : words.stop]

    def one_voice(self, i: int, j: int) -> bool:
        """Nothing but the words of one speaker stands between words ``i`` and ``j``."""
        tokens = self.tokens[self.at[i] : self.at[j] + 1]
        voice = tokens[0].speaker
        return all(
            t.speaker == voice and (t.spoken or not (t.shown or t.why == "speaker-label"))
            for t in tokens
        )

    def slips(self, sure: bool | None) -> bool | None:
        """``sure``, save that in fluent text nothing is surely a slip: there it is offered."""
        return sure and not self.context.evidence.fluent

    def token(self, j: int) -> Token:
        """The token of word ``j``."""
        return self.tokens[self.at[j]]

    def starts_sentence(self, j: int) -> bool:
        """Word ``j`` is the first of a sentence."""
        return j == 0 or self.breaks[j - 1] is not Break.NONE

    def hide(self, words: range, sure: bool = True) -> Edit:
        """Hide ``words``; what ended inside or with them ends no longer."""
        start, stop = self.at[words.start], self._until(words.stop)
        tokens = tuple(replace(t, shown="", ends=Break.NONE) for t in self.tokens[start:stop])
        return Edit(start, stop, tokens, sure)

    def hide_tail(self, words: range, sure: bool = True) -> Edit:
        """Hide ``words`` at the end of a sentence: the word in front takes over its end."""
        before = words.start - 1
        kept = self.words[before]
        last = self.words[words.stop - 1]
        mark = last.tail if last.stops else kept.tail.rstrip(",;:")
        hidden = self.hide(words, sure)
        start = self.at[before]
        own = replace(
            self.tokens[start],
            shown=kept.lead + kept.core + mark,
            ends=self.breaks[words.stop - 1],
        )
        between = tuple(replace(t, ends=Break.NONE) for t in self.tokens[start + 1 : hidden.start])
        return Edit(start, hidden.stop, (own, *between, *hidden.tokens), sure)

    def show(self, j: int, shown: str, sure: bool = True) -> Edit:
        """Show word ``j`` in another way."""
        return Edit(self.at[j], self.at[j] + 1, (replace(self.token(j), shown=shown),), sure)

    def join(self, j: int, mark: str = "", sure: bool = True) -> Edit:
        """Take the stop after word ``j`` away, or put ``mark`` in its place."""
        start, stop = self.at[j], self._until(j + 1)
        word = self.words[j]
        own = replace(self.tokens[start], shown=word.lead + word.core + mark, ends=Break.NONE)
        rest = (replace(t, ends=Break.NONE) for t in self.tokens[start + 1 : stop])
        return Edit(start, stop, (own, *rest), sure)

    def rests(self) -> dict[int, int]:
        """Return the longest silence between each word and the next, ms, where it is known.

        Hidden words between the two are said as well, so their time is no silence.
        """
        pauses = self.context.pauses
        if not pauses:
            return {}
        found = [pauses.get(end) for end in _ends(self.tokens)]
        known: dict[int, int] = {}
        for j, (i, following) in enumerate(zip_longest(self.at, self.at[1:])):
            rests = [ms for ms in found[i:following] if ms is not None]
            if rests:
                known[j] = max(rests)
        return known

    def say(self, words: range, texts: Sequence[str], sure: bool = True) -> Edit:
        """Put ``texts``, one or more words, in the place of ``words``.

        They are aligned as they are written here, not as what stood here. What stands around
        the words (quotes, a final comma or period) stays.
        """
        lead, tail = self.words[words.start].lead, self.words[words.stop - 1].tail
        shown = list(texts)
        if tail[:1] in (".", "!", "?") and shown[-1].endswith(tail[0]):
            tail = tail[1:]
        shown[0], shown[-1] = lead + shown[0], shown[-1] + tail
        start, stop = self.at[words.start], self.at[words.stop - 1] + 1
        ends = self.tokens[stop - 1].ends
        return Edit(start, stop, rewrite(self.tokens[start:stop], shown, ends), sure)

    def fuse(self, words: range, core: str, sure: bool = True) -> Edit:
        """Show ``words`` as one word; it is said as they are said."""
        start, stop = self.at[words.start], self.at[words.stop - 1] + 1
        lead, tail = self.words[words.start].lead, self.words[words.stop - 1].tail
        spoken = " ".join(t.spoken for t in self.tokens[start:stop] if t.spoken)
        token = replace(merge(self.tokens[start:stop]), shown=lead + core + tail, spoken=spoken)
        return Edit(start, stop, (token,), sure)

    def _until(self, j: int) -> int:
        """The token after the last one that belongs to the words before ``j``."""
        return self.at[j] if j < len(self.at) else len(self.tokens)


def by_place(tokens: Sequence[Token], pauses: Mapping[int, int]) -> dict[int, int]:
    """Key the pauses after tokens by places in the source, which stay when tokens are merged.

    Args:
        tokens: all tokens of a transcript.
        pauses: from the index of a token to the silence after it, ms.

    Returns:
        From the place where the token's ``raw`` ends, in characters from the first token, to ms.
    """
    ends = _ends(tokens) if pauses else []
    return {ends[i]: ms for i, ms in pauses.items()}


def _ends(tokens: Sequence[Token]) -> list[int]:
    places = accumulate((len(t.raw) + len(t.gap) for t in tokens), initial=0)
    return [place + len(t.raw) for place, t in zip(places, tokens, strict=False)]


def look(tokens: Sequence[Token], context: Context) -> View:
    """Make the view of ``tokens``."""
    at = [i for i, token in enumerate(tokens) if token.shown]
    words = [_word(tokens[i].shown, not tokens[i].spoken) for i in at]
    listed = [word.key for word in words]
    breaks = [tokens[i].ends for i in at]
    # What ends with hidden words ends for the reader with the shown one in front of them.
    last = -1
    for j, i in enumerate(at):
        if i > last + 1 and j:
            breaks[j - 1] = strongest(tokens[last:i])
        last = i
    if at and last + 1 < len(tokens):
        breaks[-1] = strongest(tokens[last:])
    stops = [j + 1 for j, end in enumerate(breaks) if end is not Break.NONE]
    if words and stops[-1:] != [len(words)]:
        stops.append(len(words))
    sentences = tuple(map(range, [0, *stops], stops))
    return View(tokens, at, words, listed, breaks, sentences, context)


@lru_cache(maxsize=1 << 16)
def _word(shown: str, silent: bool) -> Word:
    word = split_word(shown)
    return word._replace(key="") if silent else word


def strongest(tokens: Sequence[Token]) -> Break:
    """The strongest break in a range of tokens, which is not empty."""
    return max((t.ends for t in tokens), key=_ORDER.__getitem__)


_ORDER = {end: strength for strength, end in enumerate(Break)}


@lru_cache(maxsize=1 << 16)
def split_word(shown: str) -> Word:
    """Take the punctuation off a word.

    >>> split_word("“It’s,")
    Word(lead='“', core='It’s', tail=',', key="it's")
    """
    found = _WORD.search(shown)
    if not found:
        return Word("", "", shown, "")
    core = found.group()
    key = core.lower().replace("’", "'")
    return Word(shown[: found.start()], core, shown[found.end() :], key)


def merge(tokens: Sequence[Token]) -> Token:
    """One token over the source of ``tokens``; shown and spoken as the first."""
    if len(tokens) == 1:
        return tokens[0]
    raw = "".join(t.raw + t.gap for t in tokens[:-1]) + tokens[-1].raw
    return replace(tokens[0], raw=raw, gap=tokens[-1].gap, ends=tokens[-1].ends)


def _share(tokens: Sequence[Token], texts: Sequence[str]) -> Iterator[tuple[Token, str]]:
    """Deal ``texts`` out to ``tokens`` in order: each text a token, or each token a few texts."""
    n = min(len(tokens), len(texts))
    for i in range(n):
        part = tokens[i * len(tokens) // n : (i + 1) * len(tokens) // n]
        own = texts[i * len(texts) // n : (i + 1) * len(texts) // n]
        yield merge(part), " ".join(own)


def rewrite(tokens: Sequence[Token], texts: Sequence[str], ends: Break) -> tuple[Token, ...]:
    """Show ``texts`` in the place of ``tokens``; the words that stay keep their sound."""
    old = list(tokens)
    new = list(texts)
    first = last = 0
    while first < min(len(old), len(new)) and _same(old[first], new[first]):
        first += 1
    while last < min(len(old), len(new)) - first and _same(old[-1 - last], new[-1 - last]):
        last += 1
    middle = old[first : len(old) - last]
    wanted = new[first : len(new) - last]
    if not wanted:
        made = [replace(t, shown="", ends=Break.NONE) for t in middle]
    elif not middle:  # words are put in: they stand in the source of a neighbour
        first, last = (first - 1, last) if first else (first, last - 1)
        middle, wanted = old[first : len(old) - last], new[first : len(new) - last]
        made = _fill(middle, wanted)
    else:
        made = _fill(middle, wanted)
    head = [_as(t, s) for t, s in zip(old[:first], new, strict=False)]
    tail = [_as(t, s) for t, s in zip(old[len(old) - last :], new[len(new) - last :], strict=True)]
    result = [replace(t, ends=Break.NONE) for t in (*head, *made, *tail)]
    result[-1] = replace(result[-1], ends=ends)
    return tuple(result)


def _same(token: Token, text: str) -> bool:
    return bool(token.shown) and split_word(token.shown).key == split_word(text).key


def _as(token: Token, shown: str) -> Token:
    return replace(token, shown=shown)


def _fill(tokens: Sequence[Token], texts: Sequence[str]) -> list[Token]:
    return [
        replace(token, shown=text, spoken=split_word(text).core or text)
        for token, text in _share(tokens, texts)
    ]
