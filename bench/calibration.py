"""Whether confidences keep their promise on recordings that they were not fitted on.

Fits the logistic regression of `search.confidence` anew on all recordings but one, and asks it
about that one; clean, and with white noise or music 10 dB below the speech.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from bench.accuracy import script_of
from bench.data import FOLDER, Item, items
from bench.recording import Recorder
from bench.tables import show
from subalign import engines
from subalign.acoustics.arrays import Floats
from subalign.acoustics.observing import Step
from subalign.acoustics.search.confidence import confidence_features
from subalign.audio import decode
from subalign.engines import hmm
from subalign.errors import AlignmentError
from subalign.evaluating.comparing import compare
from subalign.evaluating.confidence import CALIBRATION
from subalign.evaluating.items import Item as Timed
from subalign.evaluating.items import Unit
from subalign.events import ignore
from subalign.inputs import as_timed
from subalign.model import RATE, Audio

CONDITIONS = ("clean", "white noise", "music")

_BELOW = 10
"""dB that the noise lies below the speech."""

_SPEECH = 25
"""Frames of 10 ms are speech down to so many dB below the 95th percentile."""

_MUSIC, _SECONDS = "ep_en_intro_outro", 29
"""The item that begins with so many seconds of music."""

_RIDGE = 0.5
"""Weight of the squares of the coefficients, so that few recordings do not overfit them."""


@dataclass(frozen=True, slots=True)
class Rated:
    """The start of a phrase (of a word where the reference has no phrases) as it was placed.

    Args:
        item, condition: the recording, and what was added to it.
        error: of its start, ms; infinite where it is not in the recording.
        features: of its confidence, shape (4,).
    """

    item: str
    condition: str
    error: float
    features: Floats


def run() -> None:
    """Print the table."""
    rows = rated()
    if not rows:
        print(f"calibration: skipped, no recordings in {FOLDER}")
        return
    sure = held_out(rows)
    lines = []
    for condition in (*CONDITIONS, ""):
        own = np.array([row.condition == condition or not condition for row in rows])
        errors = np.array([abs(row.error) for row in rows])
        high = own & (sure >= CALIBRATION.high_confidence)
        lines.append(
            [
                condition or "all",
                str(own.sum()),
                f"{100 * np.mean(errors[own] <= CALIBRATION.correct_ms):.1f} %",
                f"{100 * np.mean(sure[own]):.1f} %",
                str(high.sum()),
                f"{100 * np.mean(errors[high] <= CALIBRATION.usable_ms):.1f} %"
                if high.any()
                else "-",
            ]
        )
    show(
        "Confidence of recordings that it was not fitted on, engine hmm",
        [
            "",
            "n",
            f"<= {CALIBRATION.correct_ms} ms",
            "promised",
            f"at >= {CALIBRATION.high_confidence}",
            f"of these <= {CALIBRATION.usable_ms} ms",
        ],
        lines,
    )
    print("\nfitted on all:", " ".join(f"{c:.2f}" for c in fit(rows)))


@lru_cache(maxsize=1)
def rated() -> list[Rated]:
    """All starts of all recordings that can be aligned, in each condition."""
    wanted = items()
    music = next(
        (decode(i.audio).samples[: _SECONDS * RATE] for i in wanted if i.name == _MUSIC), None
    )
    rows: list[Rated] = []
    for item in wanted:
        audio = decode(item.audio)
        for condition in CONDITIONS:
            noise = _noise(condition, len(audio.samples), music)
            rows += _rate(item, condition, _mix(audio, noise))
    return rows


def held_out(rows: Sequence[Rated]) -> Floats:
    """The confidence of each by what was fitted on the other recordings, shape (rows,)."""
    sure = np.zeros(len(rows))
    for item in {row.item for row in rows}:
        coefficients = fit([row for row in rows if row.item != item])
        for i, row in enumerate(rows):
            if row.item == item:
                sure[i] = 1 / (1 + np.exp(-row.features @ coefficients))
    return sure


def fit(rows: Sequence[Rated]) -> Floats:
    """Logistic regression by Newton's method: the coefficients of the features."""
    features = np.array([row.features for row in rows])
    right = np.array([abs(row.error) <= CALIBRATION.correct_ms for row in rows], np.float64)
    ridge = np.full(features.shape[1], _RIDGE)
    ridge[0] = 1e-6  # the constant may be what it likes
    found: Floats = np.zeros(features.shape[1])
    for _ in range(50):
        sure = 1 / (1 + np.exp(-features @ found))
        slope = features.T @ (right - sure) - ridge * found
        curve = (features * (sure * (1 - sure))[:, None]).T @ features + np.diag(ridge)
        found = found + np.linalg.solve(curve, slope)
    return found


def _noise(condition: str, count: int, music: npt.NDArray[np.int16] | None) -> Floats | None:
    if condition == "white noise":
        return np.random.default_rng(0).standard_normal(count)
    if condition == "music" and music is not None:
        return np.resize(music, count).astype(np.float64)
    return None


def _mix(audio: Audio, noise: Floats | None) -> Audio:
    """Args: ``noise`` of any loudness, as long as the recording."""
    if noise is None:
        return audio
    samples = audio.samples.astype(np.float64)
    hop = RATE // 100
    power = np.square(samples[: len(samples) // hop * hop]).reshape(-1, hop).mean(axis=1)
    speech = power[power > np.percentile(power, 95) * 10 ** (-_SPEECH / 10)].mean()
    mixed = samples + noise * np.sqrt(speech / 10 ** (_BELOW / 10) / np.square(noise).mean())
    mixed *= min(1.0, 32_000 / np.abs(mixed).max())
    return Audio(mixed.astype(np.int16), audio.name)


def _rate(item: Item, condition: str, audio: Audio) -> Iterator[Rated]:
    script = script_of(item)
    said = engines.utterances(script)
    recorder = Recorder()
    try:
        found = hmm.align(audio, [u for _, u in said], item.language, ignore, recorder)
    except AlignmentError:
        return
    judged = recorder.values[Step.JUDGEMENT][-1]
    values = confidence_features(judged.network, judged.placed, len(said))
    features = dict(zip(map(tuple, judged.network.words.tolist()), values, strict=True))
    words: list[Timed] = []
    kept: list[Floats] = []
    for s, ((tokens, _), spans) in enumerate(zip(said, found, strict=True)):
        for w, (token, span) in enumerate(zip(tokens, spans, strict=True)):
            # the place in a list stands for the confidence: so it is found again in the pairs
            place = float(len(kept)) if span and (s, w) in features else None
            if place is not None:
                kept.append(features[s, w])
            start, end = (span.start, span.end) if span else (None, None)
            words.append(Timed(script.tokens[token].shown, start, end, confidence=place))
    gold = as_timed(item.gold, trusted=True)
    compared = compare(gold.coarse, words, Unit.PHRASES_BY_WORDS)
    errors = [(pair.confidence, pair.start_error) for pair in compared.pairs]
    for place, error in (*errors, *((place, math.inf) for place in compared.placed)):
        if place is not None and error is not None:
            yield Rated(item.name, condition, error, kept[int(place)])
