"""Cleaning never moves a word: what stays has the same times at every level.

The recording is the reading of fixtures/sonnet with pieces of it cut in twice, the text what a
recogniser would write of it: the words twice, and a false period where a line ends early.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from test_audio import write

from subalign.api import caption, clean
from subalign.audio import decode
from subalign.cleaning import Level, normalise
from subalign.engines import utterances
from subalign.inputs import load_transcript
from subalign.model import RATE, Word

ROOT = Path(__file__).resolve().parents[1]
SONNET = ROOT / "fixtures" / "sonnet"
SEED = ROOT / "fixtures" / "podcast" / "transcript.txt"
LIMIT = 20
"""ms that a word may move between levels."""
STUTTERED = frozenset("the to with his that thou and in thy this".split())


def stutter(samples: npt.NDArray[Any], words: tuple[Word, ...]) -> tuple[npt.NDArray[Any], str]:
    """Say small words twice, as cut from the recording, and write what is said.

    Returns:
        The longer recording, and its raw text: every second stutter crosses a false period.
    """
    pieces, texts, at, count = [], list[str](), 0, 0
    for word in words:
        text = word.text
        if text.lower() in STUTTERED:
            count += 1
            first, last = word.start * RATE // 1000, word.end * RATE // 1000
            pieces += [samples[at:last], samples[first:last]]
            at = last
            texts.append(text if count % 2 else f"{text}.")
            text = text if count % 2 else text.capitalize()
        texts.append(text + ("\n\n" if word.ends else ""))
    assert count > 12
    return np.concatenate([*pieces, samples[at:]]), " ".join(texts).replace("\n ", "\n")


TIMES = """
import json, sys
from subalign.api import caption
audio, text, engine, level = sys.argv[1:]
made = caption(audio, text, language="en", engine=engine, cleaning=level)
json.dump([(w.text, w.start, w.end) for w in made.alignment.words], sys.stdout)
"""


Times = list[tuple[str, int, int]]


def aligned(audio: Path, text: Path, engine: str, level: str) -> Times:
    """The shown words without case and marks, and their times, ms.

    In a process of its own, because espeak-ng does not say the same twice in one.
    """
    command = [sys.executable, "-c", TIMES, str(audio), str(text), engine, level]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return [(word.strip(",.:;?!").lower(), a, b) for word, a, b in json.loads(done.stdout)]


def moved(made: Times, verbatim: Times) -> Iterator[int]:
    """How far each word lies from the same word at level verbatim, in order, ms."""
    at = 0
    for word, start, end in made:
        same = [i for i in range(at, len(verbatim)) if verbatim[i][0] == word]
        i = min(same, key=lambda i: abs(verbatim[i][1] - start))
        at = i + 1
        yield max(abs(verbatim[i][1] - start), abs(verbatim[i][2] - end))


@pytest.mark.slow
@pytest.mark.parametrize("engine", ["auto", "hmm", "aeneas"])
def test_words_that_stay_keep_their_times(engine: str, tmp_path: Path) -> None:
    plain = caption(SONNET / "audio.opus", SONNET / "transcript.txt", language="en")
    samples, text = stutter(decode(SONNET / "audio.opus").samples, plain.alignment.words)
    audio, transcript = tmp_path / "stutter.wav", tmp_path / "stutter.txt"
    write(audio, [samples], "pcm_s16le", RATE)
    transcript.write_text(text, "utf-8")
    verbatim, tidy, clean = (aligned(audio, transcript, engine, level.value) for level in Level)
    assert len(tidy) < len(verbatim) - 10
    for made in (tidy, clean):
        assert len(made) > 90
        assert max(moved(made, verbatim)) <= LIMIT


@pytest.mark.slow
def test_what_cleaning_hides_is_in_the_transcript(tmp_path: Path) -> None:
    plain = caption(SONNET / "audio.opus", SONNET / "transcript.txt", language="en")
    words, samples = plain.alignment.words, decode(SONNET / "audio.opus").samples
    first = next(i for i, word in enumerate(words) if word.text == "thine") - 1
    assert [w.text for w in words[first : first + 3]] == ["to", "thine", "own"]
    start, end = (ms * RATE // 1000 for ms in (words[first].start, words[first + 2].end))
    audio, transcript = tmp_path / "loop.wav", tmp_path / "loop.txt"
    loop = np.concatenate([samples[:end], *[samples[start:end]] * 3, samples[end:]])
    write(audio, [loop], "pcm_s16le", RATE)
    text = (SONNET / "transcript.txt").read_text("utf-8")
    said_four_times = ", ".join(["to thine own"] * 4)
    transcript.write_text(text.replace("to thine own", said_four_times, 1), "utf-8")
    made = caption(audio, transcript, language="en").alignment
    assert len(made.words) == len(words)
    assert made.untranscribed == ()


@pytest.mark.parametrize("level", list(Level))
def test_the_aligner_gets_the_same_at_every_level(level: Level) -> None:
    parsed = load_transcript(SEED, language="en")
    normalised = normalise(parsed)
    said = [" ".join(words.words) for _, words in utterances(normalised)]
    loop = "I don't think I managed smart people."
    assert (parsed.source.count(loop), said.count(loop)) == (4, 1)
    spoken = [t.spoken for t in normalised.tokens if t.spoken]
    assert " ".join(t.spoken for t in clean(parsed, level=level).tokens if t.spoken) == " ".join(
        spoken
    )
