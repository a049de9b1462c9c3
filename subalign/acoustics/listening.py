"""All that the aligner hears in a recording: likelihoods and energy, worked out once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from subalign.acoustics.acoustic_model import NOISES, SILENCE, AcousticModel, Singles
from subalign.acoustics.coarse import DECIMATION
from subalign.acoustics.evidence import speech_evidence
from subalign.acoustics.frontend import features
from subalign.acoustics.likelihoods import phone_likelihoods, plain_likelihoods

if TYPE_CHECKING:
    from subalign.model import Samples

_NOISE = 1.0  # how much less likely a gap is noise than silence, logs a frame
_EVIDENCE = (2.0, 4.0)
"""What clear speech costs a gap, logs a frame, in the coarse and in the fine search."""


@dataclass(frozen=True, slots=True, eq=False)
class Heard:
    """A recording as the searches see it. Log likelihoods are per frame of 10 ms and relative
    to that of the best phone.

    Args:
        features: shape (frames, numbers).
        best: log likelihood of the best phone, shape (frames,).
        phones: of each phone, every third frame, shape (coarse, phones); at most 0.
        coarse_gaps: of silence or noise, shape (coarse,).
        gaps: of silence or noise, shape (frames,).
    """

    features: Singles
    best: Singles
    phones: Singles
    coarse_gaps: Singles
    gaps: Singles


def listen(model: AcousticModel, samples: Samples) -> Heard:
    """Work out what the searches need.

    Args:
        samples: int16 mono at ``RATE``, shape (n,).
    """
    vectors = features(samples)
    count = len(vectors)
    phones = phone_likelihoods(model, vectors[DECIMATION // 2 :: DECIMATION])
    best = phones.max(axis=1)
    phones -= best[:, None]
    silence = model.phones.index(SILENCE)
    noise = phones[:, [model.phones.index(n) for n in NOISES]].max(axis=1) - _NOISE
    evidence = speech_evidence(samples, count)
    level = _repeat(best, count)
    fine = plain_likelihoods(model, vectors, silence) - level
    gaps = np.maximum(fine, _repeat(noise, count)) - _EVIDENCE[1] * evidence
    speech = evidence[: len(best) * DECIMATION]
    speech = np.pad(speech, (0, len(best) * DECIMATION - len(speech)), mode="edge")
    speech = speech.reshape(-1, DECIMATION).mean(axis=1)
    coarse_gaps = np.maximum(phones[:, silence], noise) - _EVIDENCE[0] * speech
    return Heard(vectors, level, phones, coarse_gaps, gaps)


def _repeat(values: Singles, count: int) -> npt.NDArray[np.float32]:
    repeated = np.repeat(values, DECIMATION)[:count]
    return np.pad(repeated, (0, count - len(repeated)), mode="edge")
