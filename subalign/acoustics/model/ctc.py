"""A CTC model exported to ONNX, in the folder layouts of Hugging Face and of sherpa-onnx.

The model takes samples and gives, every 20 ms or so, a score for each letter of a vocabulary
and for the *blank* that stands between letters (Graves et al. 2006, Connectionist Temporal
Classification). onnxruntime runs it on the processor, in blocks that overlap: the scores near the
edge of a block, which lack the sound on one side, are cut off. A recording of any length takes the
memory of one block and of the outputs that are asked for.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from subalign.acoustics.arrays import Singles
from subalign.audio import resample
from subalign.errors import InputError, SetupError
from subalign.model import RATE

if TYPE_CHECKING:
    from subalign.model import Samples


BLOCK_S = 20
"""Length of sound that a block gives log probabilities for, s. Models are trained on pieces of up
to 30 s; the memory of attention grows with the square of the length."""

CONTEXT_S = 5
"""Additional sound that the model is given on each side of a block, s."""

_DELIMITERS = ("|", "▁", " ")
"""Signs between words, where a vocabulary has one."""

_HINT = "docs/ctc.md says what a model's folder holds"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Meaning of the outputs of a model.

    Args:
        letters: index of the output of each letter; signs such as ``<unk>`` are not among them.
        blank: index of the blank's output.
        delimiter: index of the output of the sign between words; the blank's where there is none.
        name: of the file, for messages.
    """

    letters: dict[str, int]
    blank: int
    delimiter: int
    name: str


class CtcModel:
    """A CTC model in a folder.

    Args:
        path: a folder that holds ``model.onnx``, itself or in its folder ``onnx``, or the
            ``.onnx`` file; with ``vocab.json`` or ``tokens.txt`` beside it or above it.

    Raises:
        InputError: a file is missing or malformed, or the model is of another kind.
        SetupError: onnxruntime is not installed.
    """

    def __init__(self, path: str | Path) -> None:
        file = _find_model(Path(path))
        self._folders = (file.parent, file.parent.parent) if file.parent.name == "onnx" else (
            file.parent,
        )  # fmt: skip
        self.name = str(file)
        self.vocabulary = self._read_vocabulary()
        settings = self._read_json("preprocessor_config.json")
        self._normalises = settings.get("do_normalize") is True
        rate = settings.get("sampling_rate", RATE)
        if not isinstance(rate, int) or not 4_000 <= rate <= 96_000:
            raise self._wrong(f"preprocessor_config.json: the sampling rate {rate!r}")
        self._rate = rate
        self._session = _load(file)
        self._input, *self._others = self._session.get_inputs()
        if len(self._input.shape) != 2 or "float" not in self._input.type:
            raise self._wrong(
                f"the model takes {self._input.name} of {len(self._input.shape)} dimensions, not "
                "samples of 2 (batch, samples)"
            )
        self._hop = self._measure_hop()

    @property
    def step(self) -> float:
        """Distance from one frame to the next, ms."""
        return self._hop * 1000 / self._rate

    def log_probabilities(
        self,
        samples: Samples,
        wanted: Sequence[int],
        report: Callable[[float], None] = lambda share: None,
        *,
        block_s: float = BLOCK_S,
        context_s: float = CONTEXT_S,
    ) -> tuple[Singles, Singles]:
        """Return the log probabilities of some outputs in a recording.

        Args:
            samples: int16 mono at ``RATE``, shape (n,).
            wanted: indices of the outputs.
            report: called with the share that is done, 0..1.
            block_s: length of sound that a block gives log probabilities for, s.
            context_s: additional sound on each side of a block, s.

        Returns:
            The log probabilities of these outputs, shape (frames, outputs), and that of the
            likeliest output of each frame, shape (frames,).

        Raises:
            InputError: onnxruntime cannot run the model.
        """
        sound = resample(samples, RATE, self._rate)
        mean, scale = _levels(sound) if self._normalises else (0.0, 1 / 32768)
        frames = -(-len(sound) // self._hop)
        found = np.empty((frames, len(wanted)), np.float32)
        best = np.empty(frames, np.float32)
        size, margin = (max(1, round(s * self._rate / self._hop)) for s in (block_s, context_s))
        columns = np.asarray(wanted, np.int64)
        for first in range(0, frames, size):
            stop, low = min(first + size, frames), max(first - margin, 0)
            part = sound[low * self._hop : (stop + margin) * self._hop]
            scores = self.run_block((part - np.float32(mean)) * np.float32(scale))
            # the last frames of a recording are shorter than what the model hears at a time
            inside = np.minimum(np.arange(first, stop) - low, len(scores) - 1)
            found[first:stop] = scores[inside][:, columns]
            best[first:stop] = scores[inside].max(axis=1)
            report(stop / frames)
        return found, best

    def run_block(self, sound: Singles) -> Singles:
        """Return the log probabilities of all outputs in a block of sound.

        Args:
            sound: samples at the rate and the level that the model expects, shape (n,).

        Returns:
            Shape (frames, outputs).

        Raises:
            InputError: onnxruntime cannot run the model, or it gives something else.
        """
        kind = np.float16 if "float16" in self._input.type else np.float32
        least = self._rate // 10
        padded = np.pad(sound, (0, max(0, least - len(sound)))).astype(kind)
        kinds = {"tensor(int32)": np.int32, "tensor(bool)": np.bool_, "tensor(float)": np.float32}
        given: dict[str, Any] = {self._input.name: padded[None]}
        for other in self._others:
            # a mask of what is sound, or its length
            shape = (1, len(padded)) if len(other.shape) == 2 else (1,)
            value = 1 if len(other.shape) == 2 else len(padded)
            given[other.name] = np.full(shape, value, kinds.get(other.type, np.int64))
        try:
            logits = np.asarray(self._session.run(None, given)[0], np.float32)
        except Exception as error:  # onnxruntime has a kind of its own for each fault
            raise self._wrong(f"onnxruntime cannot run it: {_first_line(error)}") from None
        outputs = 1 + max(*self.vocabulary.letters.values(), self.vocabulary.blank)
        if logits.ndim != 3 or 0 in logits.shape or logits.shape[2] < outputs:
            raise self._wrong(
                f"the model gives {'x'.join(map(str, logits.shape))} numbers, not 1 x frames x "
                f"the {outputs} of {self.vocabulary.name}"
            )
        scores: Singles = logits[0] - logits[0].max(axis=1, keepdims=True)
        scores -= np.log(np.exp(scores).sum(axis=1, keepdims=True))
        return scores

    def _measure_hop(self) -> int:
        """Return the samples from one frame to the next, by the frames that more sound gives."""
        seconds = 2
        short, long = (
            len(self.run_block(np.zeros(n * self._rate, np.float32))) for n in (1, 1 + seconds)
        )
        if long <= short:
            raise self._wrong("the model gives as many frames for any length")
        return round(seconds * self._rate / (long - short))

    def _read_vocabulary(self) -> Vocabulary:
        file = self._find("vocab.json") or self._find("tokens.txt")
        if not file:
            raise InputError(
                "no vocab.json or tokens.txt beside the model", where=self.name, hint=_HINT
            )
        try:
            text = file.read_text("utf-8-sig")
            tokens = _parse_json(text, self) if file.suffix == ".json" else _parse_table(text)
        except (ValueError, OSError) as error:
            raise InputError(
                f"not a vocabulary: {_first_line(error)}", where=str(file), hint=_HINT
            ) from None
        return self._understand(tokens, str(file))

    def _understand(self, tokens: dict[str, int], name: str) -> Vocabulary:
        padding = self._read_json("config.json").get("pad_token_id")
        # the surest name first: a model for forced alignment can have both a blank and a padding
        names = ("<blank>", "<blk>", "<pad>", "[PAD]", "<eps>")
        blank = next((tokens[t] for t in names if t in tokens), padding)
        if not isinstance(blank, int):
            raise InputError(f"no blank among {len(tokens)} tokens", where=name, hint=_HINT)
        letters = {t: i for t, i in tokens.items() if not _is_sign(t)}
        if not letters:
            raise InputError("no letter in it", where=name, hint=_HINT)
        if any(len(t) > 1 and t[0] in "▁Ġ" for t in letters):
            raise InputError(
                "its tokens are pieces of words", where=name, hint="use a model of letters"
            )
        delimiter = next((tokens[t] for t in _DELIMITERS if t in tokens), blank)
        return Vocabulary(letters, blank, delimiter, name)

    def language(self) -> str:
        """Return the name of the model's own vocabulary in a file of several; empty if unknown."""
        return str(self._read_json("tokenizer_config.json").get("target_lang") or "")

    def _find(self, name: str) -> Path | None:
        return next((f / name for f in self._folders if (f / name).is_file()), None)

    def _read_json(self, name: str) -> dict[str, Any]:
        file = self._find(name)
        try:
            found = json.loads(file.read_text("utf-8-sig")) if file else {}
        except (ValueError, OSError) as error:
            raise InputError(f"malformed: {_first_line(error)}", where=str(file)) from None
        return found if isinstance(found, dict) else {}

    def _wrong(self, what: str) -> InputError:
        return InputError(what, where=self.name, hint=_HINT)


def _find_model(path: Path) -> Path:
    if path.is_file():
        return path
    if not path.is_dir():
        raise InputError("no such folder", where=str(path), hint="check the path")
    folders = [f for f in (path, path / "onnx") if f.is_dir()]
    for folder in folders:
        if (folder / "model.onnx").is_file():
            return folder / "model.onnx"
    files = sorted(f for folder in folders for f in folder.glob("*.onnx"))
    if len(files) == 1:
        return files[0]
    if files:
        names = ", ".join(str(f.relative_to(path)) for f in files)
        raise InputError(f"several models: {names}", where=str(path), hint="name the file")
    raise InputError("no model.onnx in this folder", where=str(path), hint=_HINT)


def _load(file: Path) -> Any:
    try:
        import onnxruntime
    except ImportError:
        raise SetupError(
            "engine ctc needs onnxruntime", where="model", hint='pip install "subalign[neural]"'
        ) from None
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4  # faults are raised as well
    try:
        return onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime has a kind of its own for each fault
        raise InputError(
            f"not a model that onnxruntime can load: {_first_line(error)}",
            where=str(file),
            hint="copy or export it again",
        ) from None


def _parse_json(text: str, model: CtcModel) -> dict[str, int]:
    """Read ``{"a": 4, ...}``; a model of many languages has one such table for each."""
    tokens = json.loads(text)
    if isinstance(tokens, dict) and tokens and all(isinstance(v, dict) for v in tokens.values()):
        language = model.language()
        if language not in tokens:
            raise ValueError(
                f"it is of {len(tokens)} languages, and tokenizer_config.json names none of them"
            )
        tokens = tokens[language]
    if not isinstance(tokens, dict) or not all(_is_index(v) for v in tokens.values()):
        raise ValueError("an object of tokens and their numbers was expected")
    return tokens


def _parse_table(text: str) -> dict[str, int]:
    """Read a token and its number from each line; the token can be a space."""
    tokens = {}
    for n, row in enumerate(text.splitlines(), 1):
        token, _, number = row.rstrip().rpartition(" ")
        if not number.isdecimal():
            raise ValueError(f"line {n}: a token and its number were expected")
        tokens[token or " "] = int(number)
    return tokens


def _is_index(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_sign(token: str) -> bool:
    """Return True for a token without a sound: ``<unk>``, ``[PAD]``, a delimiter of words."""
    bracketed = len(token) > 2 and token[0] + token[-1] in ("<>", "[]")
    return bracketed or token in _DELIMITERS or not token


def _levels(sound: Samples) -> tuple[float, float]:
    """Return the mean of the samples, and the factor that brings their variance to 1, as Hugging
    Face's feature extractor does, over the whole recording.
    """
    mean = sum(float(p.sum()) for p in _pieces(sound)) / max(len(sound), 1)
    variance = sum(float(np.square(p - mean).sum()) for p in _pieces(sound)) / max(len(sound), 1)
    return mean, 1 / np.sqrt(variance + 1e-7 * 32768**2)


def _pieces(sound: Samples, size: int = 1 << 20) -> Iterator[npt.NDArray[np.float64]]:
    for first in range(0, len(sound), size):
        yield sound[first : first + size].astype(np.float64)


def _first_line(error: Exception) -> str:
    return next((row.strip() for row in str(error).splitlines() if row.strip()), "unknown")[:200]
