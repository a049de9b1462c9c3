"""A language of pure tones, and a CTC model that understands it, for tests of the engine ctc.

Each letter from a to h is a tone of its own. The model is a bank of filters: energy at the
tone of a letter above a threshold is that letter, and else the blank is the likeliest.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from subalign.model import RATE, Audio

LETTERS = "abcdefgh"
WINDOW, HOP = 400, 320
LETTER, REST, WORD_GAP, SENTENCE_GAP = 70, 30, 140, 600  # ms
VOCABULARY = {"<pad>": 0, "<s>": 1, "</s>": 2, "<unk>": 3, "|": 4} | {
    c: i for i, c in enumerate(LETTERS, 5)
}

SENTENCES = (
    "a bad cab faded.",
    "he had a cafe beach bag,",
    "feed each dead head",
    "decade.",
    "beef fed ace ghee",
    "gabbed facade bead cage age",
    "had a face egg badge",
    "each ache faced a bad edge",
)


@dataclass(frozen=True)
class Spoken:
    audio: Audio
    edges: list[list[tuple[int, int]]]
    """Start and end of each word of each sentence, ms."""


def frequency(letter: str) -> int:
    return 400 + 240 * LETTERS.index(letter)


def tone(letter: str, ms: int = LETTER, level: float = 0.2) -> npt.NDArray[Any]:
    time = np.arange(ms * RATE // 1000) / RATE
    fade = np.minimum(1, np.minimum(np.arange(len(time)), np.arange(len(time))[::-1]) / 80)
    wave: npt.NDArray[Any] = level * fade * np.sin(2 * np.pi * frequency(letter) * time)
    return wave


def silence(ms: int) -> npt.NDArray[Any]:
    return np.zeros(ms * RATE // 1000)


def speak(
    sentences: Sequence[str], *, before: int = 700, after: int = 700, level: float = 0.2
) -> Spoken:
    parts, edges, at = [silence(before)], [], before

    def add(sound: npt.NDArray[Any]) -> None:
        nonlocal at
        parts.append(sound)
        at += len(sound) * 1000 // RATE

    for sentence in sentences:
        row = []
        for word in sentence.split():
            start = at
            for letter in (c for c in word.lower() if c in LETTERS):
                add(tone(letter, level=level))
                add(silence(REST))
            row.append((start, at - REST))
            add(silence(WORD_GAP - REST))
        edges.append(row)
        add(silence(SENTENCE_GAP))
    parts.append(silence(after))
    return Spoken(Audio(samples(np.concatenate(parts))), edges)


def samples(sound: npt.NDArray[Any], noise: float = 3e-4) -> npt.NDArray[Any]:
    noisy = sound + np.random.default_rng(5).normal(0, noise, len(sound))
    return np.round(noisy * 32768).clip(-32768, 32767).astype(np.int16)


def write_model(
    folder: Path,
    vocabulary: dict[str, int] | None = None,
    *,
    rate: int = RATE,
    threshold: float = 0.06,
    mask: bool = False,
    features: bool = False,
) -> Path:
    """A model of these tones, with its vocabulary; it hears amplitudes above ``threshold``."""
    from onnx import TensorProto, checker, helper, numpy_helper, save

    tokens = vocabulary or VOCABULARY
    outputs = max(tokens.values()) + 1
    time = np.arange(WINDOW) / rate
    window = np.hanning(WINDOW) / np.hanning(WINDOW).sum() * 2
    filters = np.zeros((2 * outputs, 1, WINDOW), np.float32)
    bias = np.full(outputs, -40.0, np.float32)
    gain = np.zeros(outputs, np.float32)
    for token, i in tokens.items():
        if token.lower() in tuple(LETTERS):
            angle = 2 * np.pi * frequency(token.lower()) * time
            filters[2 * i, 0], filters[2 * i + 1, 0] = (
                window * np.cos(angle),
                window * np.sin(angle),
            )
            gain[i], bias[i] = 3.0, -3 * 2 * np.log(threshold)
    bias[next(i for t, i in tokens.items() if t in ("<pad>", "<blk>", "[PAD]"))] = 0.0
    pair = np.repeat(np.eye(outputs, dtype=np.float32), 2, axis=1)[:, :, None]
    named: dict[str, npt.NDArray[Any]] = {
        "filters": filters, "pair": pair, "gain": gain, "bias": bias,
        "one": np.array([1], np.int64), "tiny": np.array(1e-12, np.float32),
    }  # fmt: skip
    node = helper.make_node
    nodes = [
        node("Unsqueeze", ["input_values", "one"], ["x"]),
        node("Conv", ["x", "filters"], ["bands"], strides=[HOP]),
        node("Mul", ["bands", "bands"], ["squares"]),
        node("Conv", ["squares", "pair"], ["energy"]),
        node("Add", ["energy", "tiny"], ["positive"]),
        node("Log", ["positive"], ["logs"]),
        node("Transpose", ["logs"], ["turned"], perm=[0, 2, 1]),
        node("Mul", ["turned", "gain"], ["louder"]),
        node("Add", ["louder", "bias"], ["logits"]),
    ]
    value = helper.make_tensor_value_info
    shape: list[str | int] = ["batch", "samples", 80] if features else ["batch", "samples"]
    inputs = [value("input_values", TensorProto.FLOAT, shape)]
    if mask:
        inputs.append(value("attention_mask", TensorProto.INT64, ["batch", "samples"]))
    if features:
        nodes = [node("Identity", ["input_values"], ["logits"])]
    graph = helper.make_graph(
        nodes,
        "tones",
        inputs,
        [value("logits", TensorProto.FLOAT, ["batch", "frames", None])],
        [numpy_helper.from_array(array, name) for name, array in named.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    checker.check_model(model)
    folder.mkdir(parents=True, exist_ok=True)
    save(model, folder / "model.onnx")
    (folder / "vocab.json").write_text(json.dumps(tokens), "utf-8")
    return folder
