"""Word lists of a language as sets, by their role in the rules of cleaning.

The lists are those of `subalign.languages`; here they are sets.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

from subalign import languages
from subalign.languages.base import words

Phrase = tuple[str, ...]


@dataclass(frozen=True)
class WordSets:
    """The sets of one language, in small letters.

    Args:
        code: first part of its BCP 47 code.
        unfinished: words that end no sentence and no clause: a period after one is a slip.
        closed: function words; one that is said twice in a row is a stutter.
        doubled: words that may well be said twice in a row.
        either: function words that may well be two words in a row ("took it in in the end").
        openers: words that begin a new clause, so that nothing before them is joined to them.
        hesitations: sounds without a meaning.
        fillers: phrases without a meaning where commas part them from the sentence.
        articles: articles and possessives that a common noun or adjective follows, hardly a name.
        common: words that are never names by themselves.
        definite: articles that are pronouns too, so that a sentence may end in one.
        asking: question words that the verb follows in a question.
        auxiliaries: verbs that ask before an ``asked`` pronoun.
        asked: pronouns after the verb of a question.
        spaced_marks: a space stands before ``!``, ``?``, ``:`` and ``;``.
        clause_commas: grammar asks for a comma between clauses.
    """

    code: str
    unfinished: frozenset[str]
    closed: frozenset[str]
    doubled: frozenset[str]
    either: frozenset[str]
    openers: frozenset[str]
    hesitations: frozenset[str]
    fillers: tuple[Phrase, ...]
    articles: frozenset[str]
    common: frozenset[str]
    definite: frozenset[str]
    asking: frozenset[str]
    auxiliaries: frozenset[str]
    asked: frozenset[str]
    spaced_marks: bool
    clause_commas: bool

    @cached_property
    def fillers_by_word(self) -> dict[str, list[Phrase]]:
        """The fillers by their first word."""
        found: dict[str, list[Phrase]] = {}
        for filler in self.fillers:
            found.setdefault(filler[0], []).append(filler)
        return found


@cache
def find_word_sets(code: str) -> WordSets:
    """Return the sets for a BCP 47 code; empty ones for a language that has no lists.

    >>> find_word_sets("de-AT").code, len(find_word_sets("xx").closed)
    ('de', 0)
    """
    language = languages.find_language(code)
    lists = language.disfluencies
    closed = words(lists.unfinished) | words(lists.closed)
    openers = words(lists.openers)
    return WordSets(
        language.code,
        unfinished=words(lists.unfinished),
        closed=closed,
        doubled=words(lists.doubled),
        either=words(lists.either),
        openers=openers,
        hesitations=words(lists.hesitations),
        fillers=tuple(tuple(phrase.split()) for phrase in lists.fillers.split(",") if phrase),
        articles=words(lists.articles),
        common=closed | openers | words(lists.common),
        definite=words(lists.definite),
        asking=words(lists.asking),
        auxiliaries=words(lists.auxiliaries),
        asked=words(lists.asked),
        spaced_marks=language.spaced_marks,
        clause_commas=language.clause_commas,
    )


def listed_languages() -> tuple[str, ...]:
    """Return the codes of the languages that have lists, in alphabetical order."""
    return tuple(code for code in languages.list_languages() if find_word_sets(code).closed)
