"""Emissions by a CTC model of letters.

A CTC model outputs a letter in one frame or a few, and the blank in all others. A letter of the
network is therefore two phones: the letter, and the blank after it until the next letter. In
the searches a phone lasts at least one frame of 10 ms. A frame of the model lasts twice as long,
and letters can follow each other without a blank between them. So the log likelihood of the blank
counts only in the first 10 ms of each frame of the model: the rest is free for the step to the next
letter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from subalign.acoustics.activity.energy import FRAME_MS, Energy
from subalign.acoustics.activity.pauses import find_pauses
from subalign.acoustics.arrays import Flags, Singles
from subalign.acoustics.emissions.base import Emissions, Score, Stretch
from subalign.acoustics.graph.network import Network
from subalign.acoustics.graph.spelling import spell
from subalign.acoustics.model.ctc import CtcModel
from subalign.acoustics.observing import Observer, Step, observe_nothing, sharing
from subalign.errors import AlignmentError

if TYPE_CHECKING:
    from subalign.model import Samples

_INNER = "inside"
"""Name of the blank after a letter inside a word."""

_OUTER = "after"
"""Name of the blank after the last letter of a word, where the delimiter stands too."""


@dataclass(frozen=True, slots=True, eq=False)
class CtcEmissions(Emissions):
    """Emissions whose phones are letters and blanks, the same in both passes."""

    def scorer(self, network: Network, apart: Flags) -> Score:
        """Return the function that looks up the scores of letters and blanks."""

        def score(stretches: Sequence[Stretch]) -> list[Singles]:
            return [self.phones[a:b, network.phones[p], None] for p, a, b in stretches]

        return score


def spell_network(model: CtcModel, sentences: Sequence[Sequence[str]]) -> tuple[Network, list[str]]:
    """Return a text as a network of letters and blanks, and its letters in order.

    Args:
        model: its vocabulary has the letters.
        sentences: their tokens.

    Returns:
        The network, whose phones are the inner blank, the outer blank, and the letters, in this
        order; and the letters.

    Raises:
        AlignmentError: there is no letter in the text.
        SetupError: the text has to be romanised, and uroman is not installed.
        UsageError: the vocabulary lacks many letters of the text.
    """
    spelt = spell(sentences, model.vocabulary.letters, model.vocabulary.name)
    letters = sorted({c for row in spelt for token in row for word in token for c in word})
    if not letters:
        raise AlignmentError("no letter in the text", hint="check the transcript")
    said = [[_phones(token) for token in row] for row in spelt]
    return Network.of([_INNER, _OUTER, *letters], sentences, said), letters


def _phones(token: Sequence[Sequence[str]]) -> tuple[str, ...]:
    phones: list[str] = []
    for word in token:
        for i, letter in enumerate(word, 1):
            phones += (letter, _OUTER if i == len(word) else _INNER)
    return tuple(phones)


def compute_ctc_emissions(
    model: CtcModel,
    letters: Sequence[str],
    samples: Samples,
    energy: Energy,
    *,
    min_log_probability: float = -8.0,
    blank_penalty: float = 0.025,
    pause_blank_penalty: float = 0.75,
    observe: Observer = observe_nothing,
) -> CtcEmissions:
    """Compute the emissions of a recording.

    Args:
        model: a network that gives log probabilities of letters.
        letters: those of the text.
        samples: int16 mono at ``RATE``, shape (n,).
        energy: of the same recording.
        min_log_probability: lower bound of all log probabilities: no letter is taken to be less
            likely than 1 in 3,000. Spellings have letters that nobody says, and a model that was
            trained on few data is too certain.
        blank_penalty: penalty of the blank after a letter, logs per frame of 10 ms.
        pause_blank_penalty: additional penalty in a pause, which belongs to the gaps between
            words.
        observe: called with the step ``EMISSIONS`` and its value.

    Raises:
        InputError: the model cannot be run.
    """
    known = model.vocabulary
    wanted = [known.blank, known.delimiter, *(known.letters[c] for c in letters)]
    scores, best = model.log_probabilities(samples, wanted, sharing(observe, Step.EMISSIONS))
    np.maximum(scores[:, 0], scores[:, 1], out=scores[:, 1])
    np.maximum(scores, min_log_probability, out=scores)
    scores -= np.maximum(best, scores.max(axis=1))[:, None]
    count = int(len(scores) * model.step / FRAME_MS)
    frames = np.arange(count) * FRAME_MS / model.step + 1e-6
    frames = np.minimum(frames, len(scores) - 1).astype(int)
    phones = scores[frames]
    gaps = phones[:, 1].copy()
    phones[1:, :2][frames[1:] == frames[:-1]] = 0.0
    quiet = find_pauses(energy).quiet_frames(len(phones)).astype(np.float32)
    phones[:, :2] -= (blank_penalty + pause_blank_penalty * quiet)[:, None]
    return CtcEmissions(
        phones=phones, rough_gaps=gaps, gaps=gaps, decimation=1, states=1, unit=2, origin_ms=0
    )
