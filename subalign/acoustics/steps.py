"""Values that pass between the steps of the aligner."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from subalign.acoustics.arrays import Flags
from subalign.acoustics.emissions.base import Emissions
from subalign.acoustics.graph.network import Network
from subalign.acoustics.search.confidence import Judgement
from subalign.acoustics.search.first_pass import Path
from subalign.acoustics.search.penalties import Penalties
from subalign.acoustics.search.second_pass import Placed
from subalign.model import Span

Bounds = Sequence[tuple[int, int]]
"""Start and end of each sentence, ms; in order."""

WordSpans = list[list[Span | None]]
"""Span of each word of each sentence; None for words that are not in the recording."""


@dataclass(frozen=True, slots=True, eq=False)
class Knowledge:
    """Emissions, penalties and limit learned from a recording, for further searches in it.

    Args:
        emissions: of the recording, adapted to it by a second pass.
        penalties: fitted to it by a first pass.
        limit: sentence score below which a sentence is unspoken; None before a judgement.
    """

    emissions: Emissions
    penalties: Penalties
    limit: float | None = None


@dataclass(frozen=True, slots=True, eq=False)
class FirstPass:
    """Result of a first pass.

    Args:
        network: the text that was searched.
        path: its way through the recording.
        known: the emissions, and the penalties that fit the recording.
    """

    network: Network
    path: Path
    known: Knowledge


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """Result of a second pass and its judgement.

    Args:
        network: the text that was searched.
        placed: its phones.
        judgement: sentences that are not in the recording, and confidences.
    """

    network: Network
    placed: Placed
    judgement: Judgement


@dataclass(frozen=True, slots=True, eq=False)
class Aligned:
    """Spans of all words, and what was learned on the way.

    Args:
        spans: of each word of each sentence; None for words that are not in the recording.
        known: for further searches in the same recording.
    """

    spans: WordSpans
    known: Knowledge


SearchAgain = Callable[[Flags, Network, Knowledge], FirstPass]
"""Function that searches a text without some sentences: from the sentences that are left out, shape
(sentences,), the network of the others, and what is known of the recording."""
