"""Punctuation of every script: what ends a sentence or a clause, opens or closes a quotation.

Each set is a string of characters, for use with ``str.strip`` and, by `char_class`, in a regular
expression. To ask about one character that may be empty, use `final_mark` and compare, or test
the truth of the character first: the empty string is in every string.

Sources: Unicode 15.1, properties Sentence_Terminal and Terminal_Punctuation, and UAX 14 and 29.
The Armenian marks ՞ ՜ ՛ are none of them: they stand inside a word, on its stressed vowel, and
the sentence ends with ։ after them.
"""

from __future__ import annotations

import re

PERIODS = ".．"
"""Marks that end a sentence, an abbreviation, an initial or an ordinal number."""

ELLIPSES = "…‥"
"""Marks of a pause or of speech that breaks off, in one character."""

QUESTION_MARKS = "?？؟፧⁇⁈⁉‽⸮"
"""Marks of a question; the Greek one is the semicolon."""

SENTENCE_FINAL = (
    PERIODS
    + ELLIPSES
    + QUESTION_MARKS
    + "!！‼"
    + "。｡"  # Chinese, Japanese
    + "।॥"  # Hindi and its neighbours
    + "۔܀܁܂"  # Urdu, Syriac
    + "።፨"  # Amharic, Tigrinya
    + "։"  # Armenian
    + "។៕"  # Khmer
    + "။"  # Burmese
    + "᠃᠉"  # Mongolian
    + "꓿꛳꫱"  # Lisu, Bamum, Meetei Mayek
)
"""Marks that may end a sentence, in every script."""

COMMAS = ",，、﹐､،፣၊՝꓾"
"""Marks that part the members of a list and the parts of a clause."""

CLAUSE_FINAL = ";:；：؛፤፥"
"""Marks that end a clause and not always its sentence: semicolons and colons."""

DASHES = "–—―"
"""Marks of a break in a sentence, or of another speaker. A hyphen joins and is not one."""

HYPHENS = "-‐‑"
"""Marks that join the parts of a word."""

APOSTROPHES = "'’ʼ"
"""Marks of letters left out, inside a word or at its edge."""

DOUBLE_QUOTES = '"“”„‟«»‹›＂'
"""Quotation marks that are not apostrophes. Each opens in one language and closes in another:
„German“, “English”, »Danish«."""

SINGLE_QUOTES = "'’‘‚‛"
"""Quotation marks of which some are apostrophes too."""

OPENING_QUOTES = "«“„‘"
"""Quotation marks that open in most languages; German closes with “, Danish with «."""

CLOSING_QUOTES = "»”’"
"""Quotation marks that close in most languages; Danish opens with »."""

OPENING_BRACKETS = "([{（［｛「『【〈《〔〖｢"
"""Brackets that open, and the corner brackets with which Chinese and Japanese quote."""

CLOSING_BRACKETS = ")]}）］｝」』】〉》〕〗｣"
"""Brackets that close, in the order of those that open."""

OPENING = OPENING_BRACKETS + DOUBLE_QUOTES + SINGLE_QUOTES + "¿¡"
"""Marks that may stand before the first word of a sentence."""

CLOSING = CLOSING_BRACKETS + DOUBLE_QUOTES + SINGLE_QUOTES + "\u00a0"
"""Marks that may stand after the mark that ends a sentence. French sets a no-break space in
front of a closing quotation mark."""

LINE_ENDS = r"\n\r\v\f\x85\u2028\u2029"
"""Characters that end a line, for use inside a character class of a regular expression."""


def char_class(marks: str) -> str:
    r"""Return the regular expression of one of ``marks``.

    >>> char_class("-]…")
    '[\\-\\]…]'
    """
    return f"[{re.escape(marks)}]"


def final_mark(text: str) -> str:
    """Return the last character of ``text`` before what closes; empty if nothing is left.

    >>> final_mark("“Oui ! »"), final_mark("(so)"), final_mark("”")
    ('!', 'o', '')
    """
    return text.rstrip(CLOSING + " ")[-1:]


def ends_sentence(text: str) -> bool:
    """Return True if ``text`` ends with a mark that may end a sentence, and what closes there.

    >>> [ends_sentence(text) for text in ("Ja.“", "है।", "ہے۔", "نعم؟", "է։", "ነው።", "so,", "")]
    [True, True, True, True, True, True, False, False]
    """
    return final_mark(text) in frozenset(SENTENCE_FINAL)
