"""A text as the states that the aligner walks through: phones, with a gap at each word edge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from subalign.acoustics.arrays import Ints, Singles
from subalign.acoustics.graph.ipa import Phones
from subalign.acoustics.model.sphinx import SILENCE, AcousticModel

_SENTENCE, _CLAUSE, _WORD = 0.0, 0.3, 1.0
"""How unlikely a pause is after a sentence, a clause mark, a word: shares of a penalty."""

_SENTENCE_MARKS, _CLAUSE_MARKS = ".?!…。！？؟।", ",;:—–-、，；：،"


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """The words that are said, their phones, and the gaps before, between and after them.

    Gap ``i`` stands in front of word ``i``; the last one stands behind the last word.

    Args:
        phones: index in the model of each phone, shape (n,).
        firsts: the first phone of each word, and n; shape (words + 1,).
        words: the sentence of each word and its place in it, shape (words, 2).
        pauses: how unlikely a pause is in each gap, 0..1, shape (words + 1,).
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
    ) -> Network:
        """Args: the phones of a model, the words of the sentences, and the phones of each."""
        index = {name: i for i, name in enumerate(known)}
        phones: list[int] = []
        firsts = [0]
        words: list[tuple[int, int]] = []
        pauses = [_SENTENCE]
        for s, (texts, row) in enumerate(zip(sentences, said, strict=True)):
            for w, (text, names) in enumerate(zip(texts, row, strict=True)):
                pause = _SENTENCE if w == len(texts) - 1 else _pause(text)
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

    def keep(self, words: npt.NDArray[np.bool_]) -> Network:
        """The network of some of its words, shape (words,)."""
        sizes = np.diff(self.firsts)
        return Network(
            self.phones[np.repeat(words, sizes)],
            np.concatenate(([0], np.cumsum(sizes[words]))),
            self.words[words],
            np.concatenate((self.pauses[:1], self.pauses[1:][words])),
        )

    def part(self, first: int, stop: int) -> Network:
        """The network of the words from ``first`` to ``stop``."""
        begin, end = self.firsts[first], self.firsts[stop]
        return Network(
            self.phones[begin:end],
            self.firsts[first : stop + 1] - begin,
            self.words[first:stop],
            self.pauses[first : stop + 1],
        )

    def shuffled(self, seed: int) -> Network:
        """The words in another order: a text that was not said, of the same sounds."""
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
        """How many phones each word has."""
        return np.diff(self.firsts)

    @property
    def word_of(self) -> Ints:
        """The word of each phone."""
        return np.repeat(np.arange(len(self.words)), self.sizes)


def context_senones(
    model: AcousticModel, network: Network, apart: npt.NDArray[np.bool_]
) -> list[tuple[int, ...]]:
    """The senones of each phone between its neighbours.

    Args:
        apart: for each gap whether there is a pause, so that the words do not sound together.
    """
    silence = model.phones.index(SILENCE)
    phones = network.phones.tolist()
    known: dict[tuple[int, int, int, bool, bool], tuple[int, ...]] = {}
    found = []
    for word in range(len(network.words)):
        first, stop = int(network.firsts[word]), int(network.firsts[word + 1])
        for at in range(first, stop):
            left = silence if at == first and apart[word] else phones[at - 1] if at else silence
            right = (
                silence
                if at == stop - 1 and (apart[word + 1] or stop == len(phones))
                else phones[at + 1]
            )
            context = (left, phones[at], right, at == first, at == stop - 1)
            if context not in known:
                known[context] = tuple(model.triphone(*context))
            found.append(known[context])
    return found


def _pause(text: str) -> float:
    mark = text.rstrip("\"'”’»)]}")[-1:]
    if mark and mark in _SENTENCE_MARKS:
        return _SENTENCE
    return _CLAUSE if mark and mark in _CLAUSE_MARKS else _WORD
