"""What is not in the audio, and how sure the rest is."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from subalign.acoustics.arrays import Flags, Floats
from subalign.acoustics.graph.network import Network
from subalign.acoustics.search.second_pass import Placed

_FAR, _LEAST_FAR, _MOST_FAR = 9.0, 2.5, 6.0
"""A sentence that fits worse than the median by nine times the median deviation, but at least
2.5 and at most 6 logs a frame, is not in the audio.
"""

_LEAST_DOUBT = 1e-3
_CALIBRATED = (2.7, 0.4, 0.35, 0.4)
"""Logistic regression on `signs` of whether a sentence starts within 100 ms, fitted on 8,285
sentences in 15 languages, clean and with white noise or music at 10 dB. docs/alignment.md shows
how it does on recordings that it was not fitted on.
"""

_HEARD = 1 / 3
"""Nor is one of which less than a third of the words are."""


def score_limit(network: Network, placed: Placed, count: int) -> float:
    """The score below which a sentence is not in the audio, from those of ``count`` sentences."""
    scores, frames = sentence_scores(network, placed, count)
    scores = scores[frames > 0]
    if not len(scores):
        return -np.inf
    median = np.median(scores)
    deviation = np.median(np.abs(scores - median))
    return float(median - np.clip(_FAR * deviation, _LEAST_FAR, _MOST_FAR))


def absent(network: Network, placed: Placed, count: int, limit: float) -> Flags:
    """Which of ``count`` sentences are not in the audio; those that have no words among them."""
    scores, frames = sentence_scores(network, placed, count)
    sentences = network.words[:, 0]
    heard = np.bincount(sentences, placed.starts[network.firsts[:-1]] >= 0, count)
    share = heard / np.maximum(np.bincount(sentences, minlength=count), 1)
    return np.asarray((scores < limit) | (share < _HEARD) | (frames == 0))


def sentence_scores(network: Network, placed: Placed, count: int) -> tuple[Floats, Floats]:
    """Of each of ``count`` sentences the mean log likelihood of its frames, and their number."""
    return _means(network.words[network.word_of, 0], placed, count)


def confidences(network: Network, placed: Placed, count: int) -> Floats:
    """The probability of each word to start within 100 ms of where it was placed.

    Returns:
        Shape (words,), 0..1; 0 for skipped words.
    """
    sure = 1 / (1 + np.exp(-signs(network, placed, count) @ np.array(_CALIBRATED)))
    return np.where(placed.starts[network.firsts[:-1]] >= 0, sure, 0.0)


def signs(network: Network, placed: Placed, count: int) -> Floats:
    """What tells of each word whether it starts where it was placed, shape (words, 4).

    A constant, minus the logarithm of what its posterior lacks to 1, its score where it is
    below 0, and how far the score of its sentence lies above the median of ``count``.
    """
    words, _ = _means(network.word_of, placed, len(network.words))
    scores, _ = sentence_scores(network, placed, count)
    own = scores[network.words[:, 0]]
    doubt = -np.log(np.maximum(1 - placed.posteriors, _LEAST_DOUBT))
    usual = np.median(scores[np.unique(network.words[:, 0])])
    return np.stack((np.ones_like(own), doubt, np.minimum(words, 0), own - usual), axis=1)


def _means(owners: npt.NDArray[np.int64], placed: Placed, count: int) -> tuple[Floats, Floats]:
    length = np.where(placed.starts >= 0, placed.stops - placed.starts, 0)
    frames = np.bincount(owners, length, count).astype(np.float64)
    total = np.bincount(owners, length * np.nan_to_num(placed.scores), count)
    return total / np.maximum(frames, 1), frames
