"""Grammar of a language by its function words: the roles of the words beside a break."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from subalign.languages import find_language, list_languages
from subalign.languages.base import Role, words

Roles = frozenset[Role]


@dataclass(frozen=True, slots=True)
class Grammar:
    """Function words of one language, ready to be looked up.

    Words are given without punctuation and in small letters, as `bare` makes them. All fields but
    these have the meaning that they have in `FunctionWords`.

    Args:
        words: Roles of each listed word.
        phrases: Listed phrases with the role of each, by their first word.
    """

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

    def roles_as_first(self, word: str) -> Roles:
        """Return the roles of a word after a break; of "qu'une" those of "qu'"."""
        found = self._listed(word)
        if not found and "'" in word:
            found = self._listed(word.split("'", maxsplit=1)[0] + "'")
        return found or self._by_ending(word)

    def roles_as_last(self, word: str) -> Roles:
        """Return the roles of a word before a break; of "qu'une" those of "une"."""
        found = self._listed(word)
        if not found and "'" in word:
            found = self._listed(word.rsplit("'", maxsplit=1)[-1])
        return found or self._by_ending(word)

    def phrase(self, words: Sequence[str]) -> tuple[int, Role] | None:
        """Return the number of words and the role of the longest phrase that ``words`` begin with.

        Args:
            words: At least one word.
        """
        fits = [
            (len(phrase), role)
            for phrase, role in self.phrases.get(words[0], ())
            if len(phrase) <= len(words) and all(map(_is, words, phrase))
        ]
        return max(fits, key=lambda found: found[0], default=None)

    def _listed(self, word: str) -> Roles:
        return self.words.get(word) or frozenset({Role.NUMBER} if word[:1].isdigit() else ())

    def _by_ending(self, word: str) -> Roles:
        # "really" is an adverb, "fly" is none: so many letters stand before an ending.
        shortest_stem = 3
        return frozenset(
            role
            for ending, role in self.endings
            if word.endswith(ending) and len(word) >= len(ending) + shortest_stem
        )


@cache
def find_grammar(language: str) -> Grammar:
    """Return the grammar for a BCP 47 code; an empty one where the language has no lists.

    >>> Role.ARTICLE in find_grammar("en-GB").roles_as_last("the")
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
    return Grammar(
        words={word: frozenset(found) for word, found in roles.items()},
        phrases={first: tuple(groups) for first, groups in phrases.items()},
        endings=tuple((end, role) for role, ends in lists.endings.items() for end in ends.split()),
        unfinished=words(lists.unfinished),
        verbals=tuple(lists.verbals.split()),
        plurals=tuple(lists.plurals.split()),
        strands=lists.strands,
        capital_nouns=lists.capital_nouns,
        finites=tuple(lists.finites.split()),
        participles=tuple(lists.participles.split()),
    )


def guess_language(texts: Iterable[str]) -> str:
    """Return the code of the language whose function words texts are made of; empty for none.

    Only languages with lists of function words are found; `subalign.identifying` knows others too.

    >>> guess_language(["It was the best of times."]), guess_language(["Es war die beste Zeit."])
    ('en', 'de')
    >>> guess_language(["Olipa kerran."])
    ''
    """
    said = [bare(word) for text in texts for word in text.split()]
    with_lists = [code for code in list_languages() if find_language(code).function_words.words]
    counts = {code: sum(word in find_grammar(code).words for word in said) for code in with_lists}
    best = max(counts, key=counts.__getitem__)
    least_share = 0.2  # of all words; running text has 0.3 to 0.6
    return best if said and counts[best] >= least_share * len(said) else ""


def bare(text: str) -> str:
    """Return a word without the punctuation around it, in small letters, with straight apostrophes.

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
