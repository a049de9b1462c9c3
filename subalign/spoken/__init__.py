"""Writes what is said: ``$5 billion`` is "five" and "billion dollars".

An aligner needs words. A token of figures or signs that has none gets no time, which is the
fault that users of other tools report most. The numbers come from num2words, the words around
them from a lexicon per language, and what still is no word is left to the synthesiser.

Where a text can be read in two ways the common one is taken. A wrong guess costs accuracy of
one word's time and nothing else: what the verbaliser sees is not touched.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from subalign.model import Break, Token, Transcript
from subalign.spoken.characters import NBSP, normalise, share
from subalign.spoken.japanese import read_kana
from subalign.spoken.rules.base import PlacedWords
from subalign.spoken.verbaliser import Verbaliser
from subalign.spoken.vocabulary import vocabulary_for

__all__ = ["verbalise"]

_DASHES = frozenset("-–—")
_STOP = "\n"
"""Nothing is read across it."""
_FIXED_SPACES = frozenset("\u00a0\u2007\u2009\u202f")


def verbalise(transcript: Transcript, language: str) -> Transcript:
    """Write the words that are said into the spoken face of each token.

    Args:
        transcript: its tokens' ``spoken`` is what is written, or empty where silent.
        language: a BCP 47 code. Figures stay figures (ASCII ones) in a language that
            num2words does not know; espeak-ng reads those itself.

            Japanese is written in kana.

    Returns:
        The same tokens but for ``spoken``: words without punctuation, a space between them.
        Hyphens and apostrophes within words and the periods of initials (``U.S``) stay. A
        token that was silent stays so, and so does one of nothing but signs that are not
        read; a token with figures always has words.
    """
    page = _Page(transcript.tokens, _verbaliser(language))
    tokens = [
        token if said == token.spoken else _with_spoken(token, said)
        for token, said in zip(transcript.tokens, page.read(), strict=True)
    ]
    if language.lower().startswith("ja"):
        tokens = [_with_spoken(t, s) for t, s in zip(tokens, read_kana(tokens), strict=True)]
    return Transcript(tuple(tokens), transcript.lead, transcript.name)


@cache
def _verbaliser(language: str) -> Verbaliser:
    return Verbaliser(vocabulary_for(language))


def _with_spoken(token: Token, said: str) -> Token:
    # dataclasses.replace takes four times as long, and a long transcript has many tokens.
    t = token
    return Token(t.raw, t.gap, t.shown, said, t.ends, t.speaker, t.why, t.line)


class _Page:
    """The tokens as one text, so that a rule can look past the end of a token.

    A silent token is nothing but what parts its neighbours.
    """

    def __init__(self, tokens: Sequence[Token], verbaliser: Verbaliser) -> None:
        self._verbaliser = verbaliser
        self._said: list[str | None] = []
        self._voiced: list[int] = []
        self._starts: list[int] = []
        plain: dict[str, str | None] = {"": ""}
        parts: list[str] = []
        at, between = 0, ""
        for i, token in enumerate(tokens):
            text = token.spoken
            if text not in plain:
                plain[text] = verbaliser.as_written(text)
            self._said.append(plain[text])
            if text:
                if not text.isascii():
                    text = normalise(text)
                parts += (between, text)
                at += len(between)
                self._starts.append(at)
                self._voiced.append(i)
                at += len(text)
                between = " " if token.gap == " " and token.ends is Break.NONE else _after(token)
            elif token.shown in _DASHES and between != _STOP and token.ends is Break.NONE:
                between = " - "
            else:
                between = _STOP
        self._starts.append(at + 1)
        self._text = "".join(parts)

    def read(self) -> list[str]:
        """The words of each token."""
        n = 0
        while n < len(self._voiced):
            if self._said[self._voiced[n]] is None:
                words = self._read_from(n)
                for i, said in zip(self._voiced[n : n + len(words)], words, strict=True):
                    self._said[i] = said
                n += len(words)
            else:
                n += 1
        return [said or "" for said in self._said]

    def _read_from(self, first: int) -> list[str]:
        """The words of voiced token ``first`` and of those that are read together with it."""
        at, words = self._starts[first], [list[str]()]
        while at < min(self._starts[first + len(words)], len(self._text)):
            end, pieces = self._verbaliser.verbalise(self._text, at)
            opening = self._token_at(at) - first
            words += [[] for _ in range(self._token_at(end - 1) + 1 - first - len(words))]
            self._place(pieces, words, first, opening)
            at = end
        return [" ".join(said) for said in words]

    def _place(
        self, pieces: Sequence[PlacedWords], words: list[list[str]], first: int, opening: int
    ) -> None:
        """Give the tokens from ``opening`` on, counted from ``first``, their pieces."""
        said = [(self._token_at(at) - first, text) for at, text in pieces if text]
        covered = len(words) - opening
        if said and len({owner for owner, _ in said}) < covered:
            # "€ 20" and "20 000": a token without a word of its own takes from the others.
            parts = share(" ".join(text for _, text in said).split(), covered)
            said = [(opening + k, word) for k, part in enumerate(parts) for word in part]
        for owner, text in said:
            words[owner].append(text)

    def _token_at(self, at: int) -> int:
        return bisect_right(self._starts, at) - 1


def _after(token: Token) -> str:
    """What parts a voiced token from the next."""
    if token.ends is not Break.NONE:
        return _STOP
    return NBSP if token.gap in _FIXED_SPACES else token.gap and " "
