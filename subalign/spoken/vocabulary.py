"""Resources to verbalise one language: number words, lexicon, and the verbaliser of numerals."""

from __future__ import annotations

from functools import cache

from subalign.languages import find_language, split_tag
from subalign.spoken.numbers import NumberWords
from subalign.spoken.numerals import NumeralVerbaliser


class Vocabulary:
    """The words of one language for numbers and signs.

    Args:
        language: primary language subtag of BCP 47, in small letters: ``de``.
        region: region subtag in capitals, such as ``AT``; may be empty.

    Attributes:
        numbers: number words of num2words.
        lexicon: words that stand around numbers.
        numerals: verbaliser of written numbers, which combines both.
    """

    def __init__(self, language: str, region: str = "") -> None:
        self.numbers = NumberWords(language, region)
        self.lexicon = find_language(language).lexicon_for(region)
        self.numerals = NumeralVerbaliser(self.numbers, self.lexicon)


@cache
def vocabulary_for(tag: str) -> Vocabulary:
    """Return the vocabulary of the language with the BCP 47 ``tag``.

    An unknown language has a vocabulary without words.

    >>> vocabulary_for("de-AT").numbers.cardinal(2), vocabulary_for("xx").numbers.cardinal(2)
    ('zwei', '2')
    """
    language, *rest = split_tag(tag)
    region = next((part.upper() for part in rest if len(part) == 2), "")
    return Vocabulary(language, region)
