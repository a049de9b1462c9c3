"""Roman numerals: "fourteenth" in ``Louis XIV``, "four" in ``Chapter IV``."""

from __future__ import annotations

import re

from subalign.languages.lexicon import Lexicon
from subalign.spoken.rules.base import (
    END,
    PlacedWords,
    VerbalisationRule,
    any_of,
    word_before,
    words_after,
)
from subalign.spoken.vocabulary import Vocabulary

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
"""Values of the Roman figures that are read; D and M occur in years only."""


def counted_nouns(lexicon: Lexicon) -> frozenset[str]:
    """Return the nouns that a Roman numeral counts, in lower case."""
    return frozenset(noun.lower() for noun in lexicon.counted)


def single_letters(lexicon: Lexicon) -> frozenset[str]:
    """Return the letters that may be a numeral by themselves after a name."""
    return frozenset({"I", "V", "X"} - {*lexicon.no_numerals})


def begins_numeral(word: str) -> bool:
    """Return True if ``word`` may begin with a numeral of two letters or more."""
    return len(word) > 1 and word[0] in _VALUES and word[1] in _VALUES


def rules(vocabulary: Vocabulary) -> list[VerbalisationRule]:
    """Return the rules for Roman numerals.

    They count after a noun such as "chapter", and are ordinals after a name. After any other
    word they are letters.
    """
    verbaliser, lexicon = _RomanVerbaliser(vocabulary), vocabulary.lexicon
    noun, suffix = any_of(lexicon.counted), any_of(lexicon.ordinals)
    return [
        (rf"(?<!\w)(?P<noun>(?i:{noun})) (?P<numeral>[IVXLC]+){END}", verbaliser.counted),
        (rf"(?<!\w)(?P<numeral>[IVXLC]+)(?P<suffix>{suffix})?\.?{END}", verbaliser.after_name),
    ]


class _RomanVerbaliser:
    """Verbalises Roman numerals in one language."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._numbers, self._lexicon = vocabulary.numbers, vocabulary.lexicon
        self._single_letters = single_letters(vocabulary.lexicon)

    def counted(self, found: re.Match[str]) -> list[PlacedWords] | None:
        """Verbalise a numeral after a noun that it counts: "chapter four"."""
        noun, numeral = found["noun"], found["numeral"]
        # "World War I" ends with a numeral, "the part I like" has a pronoun: where a letter is
        # also a word, only a noun with a capital counts.
        is_pronoun = numeral in self._lexicon.no_numerals and numeral == "I" and noun.islower()
        value = _value(numeral)
        if is_pronoun or not value:
            return None
        numeral_at = found.start("numeral")
        return [(found.start(), noun), (numeral_at, self._numbers.cardinal(value))]

    def after_name(self, found: re.Match[str]) -> list[PlacedWords] | None:
        """Verbalise a numeral with an ordinal suffix, before such a noun, or after a name."""
        numeral = found["numeral"]
        value = _value(numeral)
        if not value or (len(numeral) < 2 and numeral not in self._single_letters):
            return None
        form = self._lexicon.ordinals.get(found["suffix"] or "")
        for after in words_after(found):
            form = self._lexicon.ordinal_before.get(after, form)
        if form is not None:  # "XXe", "XX siècle"
            return [(found.start(), self._numbers.ordinal(value, form))]
        if not word_before(found).istitle():
            return None
        return [(found.start(), self._regnal(value))]

    def _regnal(self, value: int) -> str:
        """Return the words of the number of a king or pope."""
        regnal = self._lexicon.regnal
        if value > regnal.limit:
            return self._numbers.cardinal(value)
        return f"{regnal.article} {self._numbers.ordinal(value, regnal.ordinal)}".strip()


def _value(numeral: str) -> int:
    """Return the value of a Roman numeral from 1 to 99; 0 for anything else.

    Higher numerals are years at the end of a film, and words such as MIX and CD.
    """
    if not re.fullmatch("(?=.)(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})", numeral):
        return 0
    values = [_VALUES[letter] for letter in numeral]
    following = [*values[1:], 0]
    return sum(-a if a < b else a for a, b in zip(values, following, strict=True))
