"""Tokens joined into running text, so that a rule can look past the end of a token."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from subalign.model import Break, Token
from subalign.spoken.characters import NBSP, normalise, share
from subalign.spoken.rules.base import PlacedWords
from subalign.spoken.verbaliser import Verbaliser

_BARRIER = "\n"
"""Character between two tokens that no rule reads across: the end of a sentence, or silence."""


class RunningText:
    """Spoken tokens of a transcript as one text.

    Silent tokens are not part of it; they only separate their neighbours.

    Args:
        tokens: All tokens of the transcript, in order.
        verbaliser: Verbaliser of their language.
    """

    def __init__(self, tokens: Sequence[Token], verbaliser: Verbaliser) -> None:
        self._verbaliser = verbaliser
        self._words = self._said_as_written(tokens)
        """Words of each token; None where they are still to be found."""
        self._spoken = [i for i, token in enumerate(tokens) if token.spoken]
        """Indices of the spoken tokens."""
        self._starts: list[int] = []
        """Offset in the text of each spoken token, and the length of the text + 1."""
        self._text = self._join(tokens)

    def _said_as_written(self, tokens: Sequence[Token]) -> list[str | None]:
        """Return the words of ordinary tokens, looking each distinct text up once."""
        as_written: dict[str, str | None] = {"": ""}
        for text in {token.spoken for token in tokens if token.spoken}:
            as_written[text] = self._verbaliser.as_written(text)
        return [as_written[token.spoken] for token in tokens]

    def _join(self, tokens: Sequence[Token]) -> str:
        """Join the normalised tokens, and note their offsets."""
        parts: list[str] = []
        at, between = 0, ""
        for token in tokens:
            text = token.spoken
            if text:
                if not text.isascii():
                    text = normalise(text)
                parts += (between, text)
                at += len(between)
                self._starts.append(at)
                at += len(text)
                between = _separator(token)
            elif token.shown in ("-", "–", "—") and not token.ends and between != _BARRIER:
                between = " - "  # "1984 – 1986" is a range, though its dash is a silent token
            else:
                between = _BARRIER
        self._starts.append(at + 1)
        return "".join(parts)

    def verbalise(self) -> list[str]:
        """Return the words of each token, separated by spaces; empty for silent tokens."""
        n = 0
        while n < len(self._spoken):
            if self._words[self._spoken[n]] is None:
                words = self._verbalise_from(n)
                for i, said in zip(self._spoken[n : n + len(words)], words, strict=True):
                    self._words[i] = said
                n += len(words)
            else:
                n += 1
        return [said or "" for said in self._words]

    def _verbalise_from(self, first: int) -> list[str]:
        """Return the words of spoken token ``first`` and of those that are read with it."""
        at, words = self._starts[first], [list[str]()]
        while at < min(self._starts[first + len(words)], len(self._text)):
            end, placed = self._verbaliser.verbalise(self._text, at)
            opening = self._token_at(at) - first
            words += [[] for _ in range(self._token_at(end - 1) + 1 - first - len(words))]
            self._assign(placed, words, first, opening)
            at = end
        return [" ".join(said) for said in words]

    def _assign(
        self, placed: Sequence[PlacedWords], words: list[list[str]], first: int, opening: int
    ) -> None:
        """Add ``placed`` to the words of the tokens that they belong to.

        Args:
            placed: Words with their offsets in the text.
            words: Words so far of token ``first`` and those after it.
            first: Number of a spoken token.
            opening: Number, counted from ``first``, of the token at which ``placed`` begins.
        """
        said = [(self._token_at(at) - first, text) for at, text in placed if text]
        covered = len(words) - opening
        if said and len({owner for owner, _ in said}) < covered:
            # "€ 20" and "20 000": a token without a word of its own takes from the others,
            # for without words it would get no time.
            parts = share(" ".join(text for _, text in said).split(), covered)
            said = [(opening + k, word) for k, part in enumerate(parts) for word in part]
        for owner, text in said:
            words[owner].append(text)

    def _token_at(self, at: int) -> int:
        """Return the number of the spoken token at an offset of the text."""
        return bisect_right(self._starts, at) - 1


def _separator(token: Token) -> str:
    """Return what separates a spoken token from the next one."""
    if token.ends is not Break.NONE:
        return _BARRIER
    # A fixed space groups figures, where a plain one separates numbers.
    is_fixed = token.gap in ("\u00a0", "\u2007", "\u2009", "\u202f")
    return NBSP if is_fixed else token.gap and " "
