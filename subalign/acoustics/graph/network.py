"""The text as a graph: a row of phones with a gap at each edge of a word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from subalign.acoustics.arrays import Flags, Ints, Singles
from subalign.acoustics.graph.ipa import Phones
from subalign.text.punctuation import (
    CLAUSE_FINAL,
    COMMAS,
    DASHES,
    HYPHENS,
    SENTENCE_FINAL,
    final_mark,
)


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """The words that are said, their phones, and the gaps before, between and after them.

    Gap ``i`` stands before word ``i``; the last one stands after the last word.

    Args:
        phones: index in the model of each phone, shape (n,).
        firsts: the first phone of each word, and n; shape (words + 1,).
        words: the sentence of each word and its place in it, shape (words, 2).
        pauses: improbability of a pause in each gap, from 0 (after a sentence) to 1 (between two
            words without a mark), shape (words + 1,); penalties are multiplied by it.
    """

    phones: Ints
    firsts: Ints
    words: Ints
    pauses: Singles

    @classmethod
    def of(
        cls,
        known: Sequence[str],
        sentences: Sequence[Sequence[str]],
        said: Sequence[Sequence[Phones]],
        *,
        clause_pause: float = 0.3,
    ) -> Network:
        """Build the network of a text.

        Args:
            known: names of the phones of a model, in the order of its indices.
            sentences: their words, which may end in marks.
            said: the phones of each of these words; a word without any is not in the network.
            clause_pause: improbability of a pause after a clause mark.
        """
        index = {name: i for i, name in enumerate(known)}
        phones: list[int] = []
        firsts = [0]
        words: list[tuple[int, int]] = []
        pauses = [0.0]
        for s, (texts, row) in enumerate(zip(sentences, said, strict=True)):
            for w, (text, names) in enumerate(zip(texts, row, strict=True)):
                pause = 0.0 if w == len(texts) - 1 else _improbability(text, clause_pause)
                if names:
                    phones += (index[name] for name in names)
                    firsts.append(len(phones))
                    words.append((s, w))
                    pauses.append(pause)
                else:
                    pauses[-1] = min(pauses[-1], pause)
        return cls(
            np.array(phones, np.int64),
            np.array(firsts, np.int64),
            np.array(words, np.int64).reshape(-1, 2),
            np.array(pauses, np.float32),
        )

    def keep(self, words: Flags) -> Network:
        """Return the network of some of the words.

        Args:
            words: True for each word that is kept, shape (words,).
        """
        sizes = np.diff(self.firsts)
        return Network(
            self.phones[np.repeat(words, sizes)],
            np.concatenate(([0], np.cumsum(sizes[words]))),
            self.words[words],
            np.concatenate((self.pauses[:1], self.pauses[1:][words])),
        )

    def part(self, first: int, stop: int) -> Network:
        """Return the network of the words from ``first`` to ``stop``."""
        begin, end = self.firsts[first], self.firsts[stop]
        return Network(
            self.phones[begin:end],
            self.firsts[first : stop + 1] - begin,
            self.words[first:stop],
            self.pauses[first : stop + 1],
        )

    def shuffled(self, seed: int) -> Network:
        """Return the words in a random order: a text of the same sounds that was not said."""
        order = np.random.default_rng(seed).permutation(len(self.words))
        phones = [np.arange(self.firsts[w], self.firsts[w + 1]) for w in order]
        return Network(
            self.phones[np.concatenate(phones)],
            np.concatenate(([0], np.cumsum(self.sizes[order]))),
            self.words[order],
            self.pauses,
        )

    @property
    def sizes(self) -> Ints:
        """Number of phones of each word, shape (words,)."""
        return np.diff(self.firsts)

    @property
    def word_of(self) -> Ints:
        """Word of each phone, shape (n,)."""
        return np.repeat(np.arange(len(self.words)), self.sizes)


def _improbability(text: str, clause_pause: float) -> float:
    """Return the improbability of a pause after a word, by its mark."""
    mark = final_mark(text)
    if mark and mark in SENTENCE_FINAL:
        return 0.0
    return clause_pause if mark and mark in COMMAS + CLAUSE_FINAL + DASHES + HYPHENS else 1.0
