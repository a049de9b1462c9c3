"""A trellis: the states of several chunks of a recording by its frames."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from subalign.acoustics.arrays import Ints, Singles
from subalign.acoustics.options import GMM_SEARCH

LOWEST = np.float32(-1e9)
"""Log likelihood of what cannot be."""


@dataclass(frozen=True, eq=False)
class Trellis:
    """Chunks side by side, so that a step in time is a few operations on all of them.

    Before the states of each chunk stands one that is never reached. All likelihoods are
    logarithms.

    Args:
        lengths: frames of each chunk, shape (chunks,).
        offsets: first state of each chunk, and the number of states, shape (chunks + 1,).
        gap_offsets: first gap of each chunk, and the number of gaps, shape (chunks + 1,); a chunk
            of n words has n + 1 gaps.
        emissions: of each state in each frame, shape (frames, states).
        gap_emissions: of each gap in each frame, shape (frames, gaps).
        heads, tails: first and last state of each word, shape (words,).
        before: the gap before each word, shape (words,); the one after it comes next.
        exits: log likelihood of going from each word into the gap after it, shape (words,).
        skips: log likelihood of going from each gap to the next, without the word between, shape
            (gaps - 1,).
        gap_stay: probability of a gap to last another frame.
        transition_scale: weight of its logarithm in Viterbi's search.
    """

    lengths: Ints
    offsets: Ints
    gap_offsets: Ints
    emissions: Singles
    gap_emissions: Singles
    heads: Ints
    tails: Ints
    before: Ints
    exits: Singles
    skips: Singles
    gap_stay: float = GMM_SEARCH.second_pass_stay
    transition_scale: float = 1.0

    @cached_property
    def ends(self) -> Mapping[int, Sequence[int]]:
        """The chunks that end with each frame."""
        ends: dict[int, list[int]] = {}
        for chunk, length in enumerate(self.lengths.tolist()):
            ends.setdefault(length - 1, []).append(chunk)
        return ends

    def words(self, chunk: int) -> slice:
        """Return the words of a chunk."""
        first = int(self.gap_offsets[chunk]) - chunk
        return slice(first, int(self.gap_offsets[chunk + 1]) - chunk - 1)
