"""The value `Emissions`: all that the searches know of a recording.

The searches know nothing of the acoustic model: it says how many frames of 10 ms the first pass
takes together, how many states a phone has, and how well states fit frames.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from subalign.acoustics.arrays import Flags, Ints, Singles
from subalign.acoustics.graph.network import Network

Stretch = tuple[int, int, int]
"""A phone's place in the network, the first frame that it may lie in, and the last one + 1."""

Score = Callable[[Sequence[Stretch]], list[Singles]]
"""Function from stretches to the log likelihoods of the states of each, shape (frames, states)."""


@dataclass(frozen=True, slots=True, eq=False)
class Emissions(ABC):
    """Log likelihoods of phones and gaps in each frame of a recording.

    They are natural logarithms per frame, relative to the best phone of the frame: at most 0. A
    gap is silence or noise between words.

    Args:
        phones: log likelihoods of each phone, for the first pass, shape (rough frames, phones).
        rough_gaps: of a gap, for the first pass, shape (rough frames,).
        gaps: of a gap, for the second pass, shape (frames,).
        decimation: frames to one rough frame.
        states: number of states of a phone in the second pass.
        unit: phones in a row of the network that are judged together.
        origin_ms: time of the boundary before the first frame.
    """

    phones: Singles
    rough_gaps: Singles
    gaps: Singles
    decimation: int
    states: int
    unit: int
    origin_ms: int

    @abstractmethod
    def scorer(self, network: Network, apart: Flags) -> Score:
        """Return the function that scores the states of a network.

        Args:
            network: the text.
            apart: for each gap, True where a pause keeps the words from sounding together.
        """

    def adapt(self, phones: Ints, starts: Ints, stops: Ints) -> Emissions:
        """Return the emissions of a model that has learned from the recording itself.

        Args:
            phones: indices of phones of the model, shape (n,).
            starts, stops: first frame and last frame + 1 of each, shape (n,).

        Returns:
            The same emissions where the model cannot learn.
        """
        return self

    @property
    def adaptable(self) -> bool:
        """True where `adapt` gives other emissions."""
        return False
