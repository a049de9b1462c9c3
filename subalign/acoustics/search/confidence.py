"""Judgement of a search: sentences that are not in the recording, and confidences of the words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from subalign.acoustics.arrays import Flags, Floats, Ints
from subalign.acoustics.graph.network import Network
from subalign.acoustics.options import SearchOptions
from subalign.acoustics.search.second_pass import Placed


@dataclass(frozen=True, slots=True, eq=False)
class Judgement:
    """Sentences that are not in the recording, and how sure the words are.

    Args:
        limit: sentence score below which a sentence counts as unspoken.
        unspoken: True for each sentence that is not in the recording, and for those without words
            in the network, shape (sentences,).
        confidences: probability of each word to start within 100 ms of its place, 0..1; 0 for
            skipped words, shape (words,).
    """

    limit: float
    unspoken: Flags
    confidences: Floats


def judge(
    network: Network,
    placed: Placed,
    sentences: int,
    options: SearchOptions,
    limit: float | None = None,
) -> Judgement:
    """Judge which sentences are in the recording, and how certain the placed words are.

    Args:
        network: the text.
        placed: its phones.
        sentences: number of sentences of the text.
        options: limits of scores, and coefficients of confidences.
        limit: sentence score below which a sentence is unspoken; by default it follows from the
            scores of all sentences.
    """
    scores, frames = sentence_scores(network, placed, sentences)
    if limit is None:
        limit = _score_limit(scores[frames > 0], options)
    owners = network.words[:, 0]
    aligned = np.bincount(owners, placed.starts[network.firsts[:-1]] >= 0, sentences)
    share = aligned / np.maximum(np.bincount(owners, minlength=sentences), 1)
    unspoken = (scores < limit) | (share < options.min_aligned_words) | (frames == 0)
    return Judgement(limit, np.asarray(unspoken), confidences(network, placed, sentences, options))


def sentence_scores(network: Network, placed: Placed, sentences: int) -> tuple[Floats, Floats]:
    """Return the mean log likelihood of the frames of each sentence, and their number.

    Args:
        network: the text.
        placed: its phones.
        sentences: number of sentences of the text.
    """
    return _means(network.words[network.word_of, 0], placed, sentences)


def confidences(network: Network, placed: Placed, sentences: int, options: SearchOptions) -> Floats:
    """Return the probability of each word to start within 100 ms of where it was placed.

    Args:
        network: the text.
        placed: its phones.
        sentences: number of sentences of the text.
        options: coefficients of the logistic regression.

    Returns:
        Shape (words,), 0..1; 0 for skipped words.
    """
    coefficients = np.array(
        [
            options.confidence_bias,
            options.confidence_posterior,
            options.confidence_word_score,
            options.confidence_sentence_score,
        ]
    )
    features = confidence_features(network, placed, sentences)
    sure = 1 / (1 + np.exp(-features @ coefficients))
    return np.where(placed.starts[network.firsts[:-1]] >= 0, sure, 0.0)


def confidence_features(network: Network, placed: Placed, sentences: int) -> Floats:
    """Return the features of the logistic regression behind word confidences.

    Args:
        network: the text.
        placed: its phones.
        sentences: number of sentences of the text.

    Returns:
        For each word a bias of 1, -log(1 - posterior), its score where below 0, and the score of
        its sentence relative to the median; shape (words, 4).
    """
    words, _ = _means(network.word_of, placed, len(network.words))
    scores, _ = sentence_scores(network, placed, sentences)
    own = scores[network.words[:, 0]]
    doubt = -np.log(np.maximum(1 - placed.posteriors, 1e-3))
    usual = np.median(scores[np.unique(network.words[:, 0])])
    return np.stack((np.ones_like(own), doubt, np.minimum(words, 0), own - usual), axis=1)


def _score_limit(scores: Floats, options: SearchOptions) -> float:
    """Return the score below which a sentence is unspoken, from those of all sentences."""
    if not len(scores):
        return -np.inf
    median = np.median(scores)
    deviation = np.median(np.abs(scores - median))
    drop = np.clip(
        options.max_deviations * deviation, options.min_score_drop, options.max_score_drop
    )
    return float(median - drop)


def _means(owners: Ints, placed: Placed, count: int) -> tuple[Floats, Floats]:
    """Return the mean log likelihood of the frames of each owner of phones, and their number."""
    length = np.where(placed.starts >= 0, placed.stops - placed.starts, 0)
    frames = np.bincount(owners, length, count).astype(np.float64)
    total = np.bincount(owners, length * np.nan_to_num(placed.scores), count)
    return total / np.maximum(frames, 1), frames
