"""Recordings for tests, made from the sonnet, synthetic speech, noise and music of a seed.

``python tests/speech.py`` writes the times of ``tests/golden/sonnet.txt`` anew.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

import subalign as sa
from subalign.acoustics.tts import espeak
from subalign.audio import decode
from subalign.model import RATE, Word

Signal = npt.NDArray[np.float64]
"""Mono sound at ``RATE``, in steps of 16-bit samples, shape (n,)."""

SONNET = Path(__file__).resolve().parents[1] / "fixtures" / "sonnet"
VERSES = tuple((SONNET / "transcript.txt").read_text("utf-8").splitlines())
TIMES = Path(__file__).parent / "golden" / "sonnet.txt"
CONDITIONS = ("clean", "white", "music", "loud")
"""Ways to hear the sonnet: as it is, 10 dB above white noise or music, as loud as white noise."""

_ROOM = 8.0  # standard deviation of the noise under synthetic speech, in steps of a sample


class Spoken(NamedTuple):
    """Synthetic speech, and when each of its words begins, ms."""

    signal: Signal
    starts: list[tuple[str, int]]


def read_sonnet() -> Signal:
    """Decode the recording of the sonnet."""
    return decode(SONNET / "audio.opus").samples.astype(np.float64)


def read_labels() -> tuple[Word, ...]:
    """Read the words of the sonnet that were labelled by hand."""
    alignment = sa.load(SONNET / "words.TextGrid")
    assert isinstance(alignment, sa.Alignment)
    return alignment.words


def hear_sonnet(condition: str) -> Signal:
    """Return the sonnet under one of ``CONDITIONS``."""
    signal = read_sonnet()
    if condition == "clean":
        return signal
    added = make_music(len(signal), 0) if condition == "music" else white_noise(len(signal), 0)
    return add(signal, added, 0 if condition == "loud" else 10)


def cut(signal: Signal, start: int, end: int) -> Signal:
    """Return a stretch of a signal between two times, ms."""
    return signal[start * RATE // 1000 : end * RATE // 1000]


def silence(ms: int) -> Signal:
    """Return no sound at all."""
    return np.zeros(ms * RATE // 1000)


def white_noise(count: int, seed: int) -> Signal:
    """Return samples of Gaussian noise of variance 1."""
    return np.random.default_rng(seed).normal(size=count)


def make_music(count: int, seed: int) -> Signal:
    """Return samples of plucked major chords of six harmonics, 0.4 to 1.2 s each."""
    random = np.random.default_rng(seed)
    made = np.zeros(count)
    at = 0
    while at < count:
        length = int(random.uniform(0.4, 1.2) * RATE)
        root = 110 * 2 ** (random.integers(0, 24) / 12)
        chord = made[at : at + length]
        time = np.arange(len(chord)) / RATE
        envelope = np.minimum(1, time / 0.02) * np.exp(-1.2 * time)
        for interval in (1, 1.25, 1.5, 2):
            for harmonic in range(1, 7):
                phase = 2 * np.pi * root * interval * harmonic * time + random.uniform(0, 6)
                chord += envelope * np.sin(phase) / harmonic
        at += length
    return made


def add(signal: Signal, other: Signal, ratio: float) -> Signal:
    """Add a sound that is ``ratio`` dB weaker than a signal, on the mean of both."""
    power = np.mean(signal**2) / np.mean(other**2) / 10 ** (ratio / 10)
    added: Signal = other * np.sqrt(power)
    return signal + added


def say(
    *sentences: str, pauses: Sequence[int] = (), language: str = "en", before: int = 600
) -> Spoken:
    """Make synthetic speech in a quiet room.

    Args:
        sentences: each is said on its own.
        pauses: silence after each of them, ms; 600 where none is given.
        language: of the voice.
        before: silence before the first one, ms.
    """
    parts = [silence(before)]
    starts: list[tuple[str, int]] = []
    rests = [*pauses, *[600] * (len(sentences) - len(pauses))]
    speeches = _synthesized(sentences, language)
    for sentence, (samples, times), rest in zip(sentences, speeches, rests, strict=True):
        at = sum(map(len, parts)) * 1000 // RATE
        starts += [(w, at + t) for w, t in zip(sentence.split(), times.tolist(), strict=True)]
        parts += [samples / 2, silence(rest)]
    signal = np.concatenate(parts)
    return Spoken(signal + _ROOM * white_noise(len(signal), 1), starts)


@cache
def _synthesized(sentences: tuple[str, ...], language: str) -> list[tuple[Any, Any]]:
    """Return the samples of each sentence, and the start of each of its words, ms.

    What espeak-ng says depends on all that it has said before, so each text gets a process of its
    own: the recording is then the same whichever tests run before.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "speech.npz"
        subprocess.run([sys.executable, __file__, str(path), language, *sentences], check=True)
        with np.load(path) as file:
            return [(file[f"samples{i}"], file[f"times{i}"]) for i in range(len(sentences))]


def _write_speech(path: str, language: str, *sentences: str) -> None:
    words = [sentence.split() for sentence in sentences]
    arrays: dict[str, Any] = {}
    for i, speech in enumerate(espeak.synthesize(words, espeak.find_voice(language))):
        arrays[f"samples{i}"] = speech.samples
        arrays[f"times{i}"] = np.array([span.start for span in speech.words])
    np.savez(path, **arrays)


def caption(
    signal: Signal, text: str, engine: str = "auto", level: str = "tidy", language: str = "en"
) -> sa.Result:
    """Make captions of a signal, by the function that users call.

    Raises:
        AlignmentError: the text is not in it.
    """
    samples = np.clip(np.round(signal), -32768, 32767).astype(np.int16)
    audio = sa.load_audio(samples, rate=RATE)
    transcript = sa.parse_transcript(text, language=language)
    return sa.caption(audio, transcript, engine=engine, cleaning=level, cache=False)


def _write_times() -> None:
    rows = [
        f"{condition} {word.text} {word.start} {word.end} {word.confidence:.3f}\n"
        for condition in CONDITIONS
        for word in caption(hear_sonnet(condition), "\n".join(VERSES)).alignment.words
    ]
    sys.stdout.writelines(rows)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _write_speech(*sys.argv[1:])
    else:
        _write_times()
