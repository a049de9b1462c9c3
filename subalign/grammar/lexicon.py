"""What a word does, looked up in the lists of its language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from subalign.languages import find_language
from subalign.languages.base import Role, words

Roles = frozenset[Role]

_NONE: Roles = frozenset()
_NUMBER: Roles = frozenset({Role.NUMBER})
_SHORTEST_STEM = 3
"""Letters in front of an ending, so that "really" is an adverb and "fly" is none. Ours."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lists of one language, ready to be asked; words are given bare and in lower case."""

    words: dict[str, Roles]
    phrases: dict[str, tuple[tuple[tuple[str, ...], Role], ...]]
    endings: tuple[tuple[str, Role], ...]
    unfinished: frozenset[str]
    verbals: tuple[str, ...]
    plurals: tuple[str, ...]
    strands: bool
    capital_nouns: bool
    finites: tuple[str, ...]
    participles: tuple[str, ...]

    def opens(self, word: str) -> Roles:
        """What it does for a group that starts with it; an elided word in front counts."""
        found = self._listed(word)
        if not found and "'" in word:
            found = self._listed(word.split("'", maxsplit=1)[0] + "'")
        return found or self._ending(word)

    def leans(self, word: str) -> Roles:
        """What it does for the word that follows it; after an elision the rest counts."""
        found = self._listed(word)
        if not found and "'" in word:
            found = self._listed(word.rsplit("'", maxsplit=1)[-1])
        return found or self._ending(word)

    def phrase(self, words: Sequence[str]) -> tuple[int, Role] | None:
        """The longest fixed group that ``words`` begin with: its length, and what it opens."""
        fits = [
            (len(group), role)
            for group, role in self.phrases.get(words[0], ())
            if len(group) <= len(words) and all(map(_is, words, group))
        ]
        return max(fits, key=lambda found: found[0], default=None)

    def _listed(self, word: str) -> Roles:
        return self.words.get(word, _NUMBER if word[:1].isdigit() else _NONE)

    def _ending(self, word: str) -> Roles:
        return frozenset(
            role
            for ending, role in self.endings
            if word.endswith(ending) and len(word) >= len(ending) + _SHORTEST_STEM
        )


def bare(text: str) -> str:
    """A word without the punctuation around it, in lower case, with straight apostrophes.

    >>> bare('"L\u2019homme,'), bare("don't!"), bare("--")
    ("l'homme", "don't", '')
    """
    first, last = 0, len(text)
    while first < last and not text[first].isalnum():
        first += 1
    while last > first and not text[last - 1].isalnum():
        last -= 1
    return text[first:last].lower().replace("\u2019", "'")


def _is(word: str, listed: str) -> bool:
    return word == listed or (listed.endswith("'") and word.startswith(listed))


@lru_cache(maxsize=8)
def lexicon(language: str) -> Lexicon:
    """The lists for a BCP 47 code; empty ones where the language has none.

    >>> Role.ARTICLE in lexicon("en-GB").leans("the")
    True
    """
    lists = find_language(language).function_words
    roles: dict[str, set[Role]] = {}
    for role, listed in lists.words.items():
        for word in listed.split():
            roles.setdefault(word, set()).add(role)
    phrases: dict[str, list[tuple[tuple[str, ...], Role]]] = {}
    for role, listed in lists.phrases.items():
        for phrase in listed.split(","):
            group = tuple(phrase.split())
            phrases.setdefault(group[0], []).append((group, role))
    return Lexicon(
        {word: frozenset(found) for word, found in roles.items()},
        {first: tuple(groups) for first, groups in phrases.items()},
        tuple((ending, role) for role, some in lists.endings.items() for ending in some.split()),
        words(lists.unfinished),
        tuple(lists.verbals.split()),
        tuple(lists.plurals.split()),
        lists.strands,
        lists.capital_nouns,
        tuple(lists.finites.split()),
        tuple(lists.participles.split()),
    )
