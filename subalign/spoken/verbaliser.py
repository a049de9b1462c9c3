"""Verbaliser of running text: rules in their order, then words, then signs."""

from __future__ import annotations

import re

from subalign.spoken import characters as ch
from subalign.spoken.rules import abbreviations, all_rules, romans
from subalign.spoken.rules.base import END, PlacedWords, VerbalisationRule
from subalign.spoken.signs import SignVerbaliser
from subalign.spoken.vocabulary import Vocabulary
from subalign.text.punctuation import APOSTROPHES


class Verbaliser:
    """Verbalises texts of one language.

    Args:
        vocabulary: Words of the language.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        rules = all_rules(vocabulary) if vocabulary.numbers.known else _rules_as_written()
        self._rules = [(re.compile(pattern), verbalise) for pattern, verbalise in rules]
        self._signs = SignVerbaliser(vocabulary)
        lexicon = vocabulary.lexicon
        self._rule_words = abbreviations.first_words(lexicon) | romans.counted_nouns(lexicon)
        self._roman_letters = romans.single_letters(lexicon)
        # Signs around words with which no rule begins.
        self._silent = frozenset(ch.SILENT_ENDS) - frozenset("(*_|-–")
        self._possessive = re.compile(rf"[{APOSTROPHES}]s{END}")

    def as_written(self, text: str) -> str | None:
        """Return ``text`` without its punctuation if it is said as it is written, else None.

        A text for which None is returned needs ``verbalise``, which looks at its neighbours.
        """
        core = text.strip(ch.SILENT_ENDS)
        if len(core) > 2 and core[0] in APOSTROPHES and core[-1] in APOSTROPHES:
            core = core[1:-1]
        if not ch.is_word(core) or core in self._roman_letters or romans.begins_numeral(core):
            return None
        key = core.lower()
        # The lexicon lists some abbreviations with a period ("no." but not "no").
        if key in self._rule_words or (f"{key}." in self._rule_words and f"{core}." in text):
            return None
        return core

    def verbalise(self, text: str, at: int) -> tuple[int, list[PlacedWords]]:
        """Verbalise what stands at an offset.

        Args:
            text: Running text, normalised.
            at: Offset at which to begin.

        Returns:
            The offset, larger than ``at``, at which to go on; and the words.
        """
        if text[at].isspace() or text[at] in self._silent:
            return at + 1, []
        for pattern, verbalise in self._rules:
            found = pattern.match(text, at)
            words = verbalise(found) if found else None
            if found and words is not None:
                return self._with_possessive(text, found.end(), words)
        end = ch.word_end(text, at)
        if end > at:
            word = text[at:end]
            return end, [(at, word)] if any(map(str.isalpha, word)) else []
        said = self._signs.words(text, at)
        return at + 1, [(at, said)] if said else []

    def _with_possessive(
        self, text: str, end: int, words: list[PlacedWords]
    ) -> tuple[int, list[PlacedWords]]:
        """Add the ``'s`` of ``GPT-4's`` to the last word: it is no word of its own."""
        found = self._possessive.match(text, end)
        if not found or not words:
            return end, words
        at, last = words[-1]
        return found.end(), [*words[:-1], (at, last + found[0])]


def _rules_as_written() -> list[VerbalisationRule]:
    """Return the rules of a language without number words, which leave figures to espeak-ng.

    Its own rules know better how the language separates thousands.
    """
    return [
        # Chinese says the figures of a year one by one.
        (r"[0-9]{4}(?=年)", lambda found: [(found.start(), " ".join(found[0]))]),
        (r"[0-9]{1,64}(?:[.,:/][0-9]{1,64}){0,64}", lambda found: [(found.start(), found[0])]),
    ]
