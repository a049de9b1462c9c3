"""Fit of a text to a recording, and that of texts that were not said."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from subalign.acoustics.arrays import Floats
from subalign.acoustics.emissions.base import Emissions
from subalign.acoustics.graph.network import Network
from subalign.acoustics.options import SearchOptions
from subalign.acoustics.search.first_pass import Path, first_pass
from subalign.acoustics.search.penalties import lenient_penalties
from subalign.errors import AlignmentError


def unit_fits(emissions: Emissions, network: Network, path: Path) -> tuple[Floats, Floats]:
    """Return the fit and the length of each phone on a path.

    Args:
        emissions: of the recording; phones are taken together by ``emissions.unit``.
        network: the text.
        path: its way through the recording.

    Returns:
        Log likelihood per frame, at most 0, and the number of rough frames; both shape (units,).

    Raises:
        AlignmentError: no phone is on the path.
    """
    placed = path.starts >= 0
    if not placed.any():
        raise AlignmentError(
            "no part of the text is in the recording",
            hint="check that transcript and recording belong together",
        )
    sums = np.cumsum(np.pad(emissions.phones, ((1, 0), (0, 0))), axis=0, dtype=np.float64)
    starts, stops, phones = path.starts[placed], path.stops[placed], network.phones[placed]
    frames = (stops - starts).reshape(-1, emissions.unit).sum(axis=1).astype(np.float64)
    scores = sums[stops, phones] - sums[starts, phones]
    return scores.reshape(-1, emissions.unit).sum(axis=1) / frames, frames


def median_fit(emissions: Emissions, network: Network, path: Path) -> float:
    """Return the median log likelihood per frame of the phones on a path.

    Raises:
        AlignmentError: no phone is on the path.
    """
    return float(np.median(unit_fits(emissions, network, path)[0]))


def mean_fit(emissions: Emissions, network: Network, path: Path) -> float:
    """Return the mean log likelihood of the frames of all phones on a path.

    Raises:
        AlignmentError: no phone is on the path.
    """
    fits, frames = unit_fits(emissions, network, path)
    return float(np.average(fits, weights=frames))


def decoy_fits(
    emissions: Emissions,
    network: Network,
    options: SearchOptions,
    report: Callable[[float], None] = lambda share: None,
) -> list[float]:
    """Return the mean fits of texts that were not said: the words of the text, shuffled.

    Args:
        emissions: of the recording.
        network: the text.
        options: ``max_decoys`` and ``decoy_phones`` say how many texts there are.
        report: called with the share that is done, 0..1.
    """
    count = min(options.max_decoys, 1 + options.decoy_phones // len(network.phones))
    fits = []
    for seed in range(count):
        decoy = network.shuffled(seed)
        path = first_pass(emissions, decoy, lenient_penalties(options), options)
        fits.append(mean_fit(emissions, decoy, path))
        report((seed + 1) / count)
    return fits
