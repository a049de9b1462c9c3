"""What the small words of a language do: which lean on the next word, and which open a group."""

from __future__ import annotations

from collections.abc import Iterable

from subalign.grammar.lexicon import bare, lexicon
from subalign.languages import find_language, list_languages

__all__ = ["which_lists"]

_LEAST = 0.2
"""Share of all words that must be small words of the language; running text has 0.3 to 0.6."""


def which_lists(texts: Iterable[str]) -> str:
    """The language whose small words a text is made of, as a BCP 47 code; empty for none.

    It chooses between the lists that there are, which is all that who reads them needs; to know
    the language of any text, see `subalign.identifying`.

    >>> which_lists(["It was the best of times."]), which_lists(["Es war die beste Zeit."])
    ('en', 'de')
    >>> which_lists(["Olipa kerran."])
    ''
    """
    words = [bare(word) for text in texts for word in text.split()]
    with_lists = [code for code in list_languages() if find_language(code).function_words.words]
    shares = {code: sum(word in lexicon(code).words for word in words) for code in with_lists}
    best = max(shares, key=shares.__getitem__)
    return best if words and shares[best] >= _LEAST * len(words) else ""
