"""Roman numerals: "fourteenth" in ``Louis XIV``, "four" in ``Chapter IV``."""

from __future__ import annotations

import re

from subalign.spoken.lexicon import Lexicon
from subalign.spoken.rules.base import (
    END,
    PlacedWords,
    VerbalisationRule,
    any_of,
    word_before,
    words_after,
)
from subalign.spoken.vocabulary import Vocabulary

_CANONICAL = re.compile("(?=.)(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
"""1 to 99: higher ones are years at the end of a film, and words such as MIX and CD."""

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def nouns(lexicon: Lexicon) -> frozenset[str]:
    """The nouns that a numeral counts, in small letters."""
    return frozenset(noun.lower() for noun in lexicon.counted)


def singles(lexicon: Lexicon) -> frozenset[str]:
    """The letters that alone may be a numeral after any name."""
    return frozenset({"I", "V", "X"} - {*lexicon.no_numerals})


def is_numeral(word: str) -> bool:
    """May ``word`` begin with a numeral of two letters or more?"""
    return len(word) > 1 and word[0] in _VALUES and word[1] in _VALUES


def rules(vocabulary: Vocabulary) -> list[VerbalisationRule]:
    """Those for numerals; after a word that neither counts nor names they are letters."""
    lexicon, numbers = vocabulary.lexicon, vocabulary.numbers

    def counted(found: re.Match[str]) -> list[PlacedWords] | None:
        noun, numeral = found["noun"], found["numeral"]
        # Before the pronoun only a title counts: "World War I", but "the part I like".
        is_pronoun = numeral in lexicon.no_numerals and numeral == "I" and noun.islower()
        if is_pronoun or not _value(numeral):
            return None
        said = numbers.cardinal(_value(numeral))
        return [(found.start(), noun), (found.start("numeral"), said)]

    def named(found: re.Match[str]) -> list[PlacedWords] | None:
        numeral = found["numeral"]
        value = _value(numeral)
        if not value or (len(numeral) < 2 and numeral not in singles(lexicon)):
            return None
        form = lexicon.ordinals.get(found["suffix"] or "")
        for after in words_after(found):
            form = lexicon.ordinal_before.get(after, form)
        if form is not None:
            return [(found.start(), numbers.ordinal(value, form))]
        return (
            [(found.start(), _after_name(vocabulary, value))]
            if word_before(found).istitle()
            else None
        )

    suffix = any_of(lexicon.ordinals)
    return [
        (rf"(?<!\w)(?P<noun>(?i:{any_of(lexicon.counted)})) (?P<numeral>[IVXLC]+){END}", counted),
        (rf"(?<!\w)(?P<numeral>[IVXLC]+)(?P<suffix>{suffix})?\.?{END}", named),
    ]


def _after_name(vocabulary: Vocabulary, value: int) -> str:
    regnal = vocabulary.lexicon.regnal
    if value > regnal.limit:
        return vocabulary.numbers.cardinal(value)
    return f"{regnal.article} {vocabulary.numbers.ordinal(value, regnal.ordinal)}".strip()


def _value(numeral: str) -> int:
    """0 where it is none, or too high for one that is said."""
    if not _CANONICAL.fullmatch(numeral):
        return 0
    values = [_VALUES[letter] for letter in numeral]
    following = [*values[1:], 0]
    return sum(-a if a < b else a for a, b in zip(values, following, strict=True))
