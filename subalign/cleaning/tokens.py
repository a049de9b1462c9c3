"""Words in parts, and tokens that are merged, rewritten or split among new words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from subalign.model import Break, Token
from subalign.text.punctuation import SENTENCE_FINAL


class WordParts(NamedTuple):
    """A shown word in parts: ``lead + core + tail`` is what the reader sees.

    Args:
        lead: opening punctuation, such as a quotation mark.
        core: from the first letter or figure to the last one.
        tail: closing punctuation.
        key: ``core`` in small letters with plain apostrophes, as words are compared; empty for a
            token that is not spoken.
    """

    lead: str
    core: str
    tail: str
    key: str

    @property
    def stops(self) -> bool:
        """True where the word carries punctuation that ends a sentence."""
        return any(c in SENTENCE_FINAL for c in self.tail)


@lru_cache(maxsize=1 << 16)
def split_word(shown: str) -> WordParts:
    """Separate a word from its punctuation.

    >>> split_word("“It’s,")
    WordParts(lead='“', core='It’s', tail=',', key="it's")
    """
    found = re.search(r"\w(?:.*\w)?", shown, re.DOTALL)
    if not found:
        return WordParts("", "", shown, "")
    core = found.group()
    key = core.lower().replace("’", "'")
    return WordParts(shown[: found.start()], core, shown[found.end() :], key)


def strongest(tokens: Sequence[Token]) -> Break:
    """Return the strongest break after any of the tokens: a paragraph, a sentence, or none."""
    if len(tokens) == 1:
        return tokens[0].ends
    ends = {token.ends for token in tokens}
    return next((b for b in (Break.PARAGRAPH, Break.SENTENCE) if b in ends), Break.NONE)


def merge(tokens: Sequence[Token]) -> Token:
    """Make one token of several: with the source of all, shown and spoken as the first."""
    if len(tokens) == 1:
        return tokens[0]
    raw = "".join(t.raw + t.gap for t in tokens[:-1]) + tokens[-1].raw
    return replace(tokens[0], raw=raw, gap=tokens[-1].gap, ends=tokens[-1].ends)


def rewrite(tokens: Sequence[Token], texts: Sequence[str], ends: Break) -> tuple[Token, ...]:
    """Show other words in the place of some tokens.

    Words at the start and at the end that stay the same keep what is spoken; the words between
    them are spoken as they are written.

    Args:
        tokens: those to be replaced; not empty.
        texts: the new words; empty to hide the old ones.
        ends: what ends after the last one.
    """
    old, new = list(tokens), list(texts)
    first = _count_same(old, new)
    last = _count_same(old[first:][::-1], new[first:][::-1])
    if first + last == len(old) and len(new) > len(old):
        # Words are put in between: they need the source of a neighbour.
        first, last = (first - 1, last) if first else (first, last - 1)
    middle, wanted = old[first : len(old) - last], new[first : len(new) - last]
    if wanted:
        made = [_spoken_as_written(token, text) for token, text in _share(middle, wanted)]
    else:
        made = [replace(t, shown="", ends=Break.NONE) for t in middle]
    head = zip(old[:first], new, strict=False)
    tail = zip(old[len(old) - last :], new[len(new) - last :], strict=True)
    shown = [replace(token, shown=text) for pairs in (head, tail) for token, text in pairs]
    result = [replace(t, ends=Break.NONE) for t in (*shown[:first], *made, *shown[first:])]
    result[-1] = replace(result[-1], ends=ends)
    return tuple(result)


def _count_same(tokens: Sequence[Token], texts: Sequence[str]) -> int:
    """Count the words in front that the tokens show already, apart from case and punctuation."""
    same = 0
    for token, text in zip(tokens, texts, strict=False):
        if not token.shown or split_word(token.shown).key != split_word(text).key:
            break
        same += 1
    return same


def _spoken_as_written(token: Token, text: str) -> Token:
    return replace(token, shown=text, spoken=split_word(text).core or text)


def _share(tokens: Sequence[Token], texts: Sequence[str]) -> Iterator[tuple[Token, str]]:
    """Share words out among tokens in order; more tokens than words are merged, more words than
    tokens stand together in one."""
    n = min(len(tokens), len(texts))
    for i in range(n):
        part = tokens[i * len(tokens) // n : (i + 1) * len(tokens) // n]
        own = texts[i * len(texts) // n : (i + 1) * len(texts) // n]
        yield merge(part), " ".join(own)
