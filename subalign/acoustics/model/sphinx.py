"""The acoustic model that comes inside the ``pocketsphinx`` wheel: 42 phones of US English.

It is phonetically tied: each phone has one codebook of 128 Gaussians for each of three
streams (cepstra, their first and their second differences), and each senone, a state of a
phone in its context, is a mixture of the Gaussians of its phone. Only the files are read;
the decoder is not used. Their formats are those of sphinxbase (``s3file``, ``bin_mdef``,
``ptm_mgau``).
"""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from subalign.acoustics.arrays import Singles
from subalign.acoustics.features.mfcc import STREAMS, WIDTH
from subalign.errors import SetupError

STATES = 3
"""States of a phone."""

SILENCE = "SIL"
"""Name of the phone that is silence."""

NOISES = ("+NSN+", "+SPN+")
"""Names of the phones that are noise, and noise made by speakers."""


@dataclass(frozen=True, slots=True, eq=False)
class AcousticModel:
    """Gaussians of phones, mixtures of them, and the senones of a phone in its context.

    Args:
        phones: their names; the index is that of the codebook.
        projections: factors of the squares of a stream's numbers, of the numbers, and of 1 in the
            log densities, shape (phones, streams, 27, gaussians).
        weights: of the mixtures, shape (streams, gaussians, senones).
        senones: of each phone without context, shape (phones, states).
    """

    phones: tuple[str, ...]
    projections: Singles
    weights: Singles
    senones: npt.NDArray[np.int64]
    _contexts: _Contexts

    def triphone(self, left: int, phone: int, right: int, first: bool, last: bool) -> list[int]:
        """Return the senones of ``phone`` between two others.

        Args:
            left, phone, right: indices of phones.
            first, last: True where it begins, or ends, its word.
        """
        found = self._contexts.senones(left, phone, right, first, last)
        return list(found) if found else [int(s) for s in self.senones[phone]]


@lru_cache(maxsize=1)
def load_model() -> AcousticModel:
    """Read the acoustic model that comes with pocketsphinx.

    Raises:
        SetupError: pocketsphinx is not installed, or has no model in it.
    """
    folder = model_folder() / "en-us"
    try:
        contexts, phones = _read_definitions((folder / "mdef").read_bytes())
        weights = _read_weights((folder / "sendump").read_bytes(), contexts.count)
        means = _read_gaussians((folder / "means").read_bytes())
        variances = _read_gaussians((folder / "variances").read_bytes())
    except OSError as error:
        raise SetupError(
            f"no acoustic model in pocketsphinx: {error}",
            hint="pip install --force-reinstall pocketsphinx",
        ) from None
    plain = np.array([contexts.of_phone(i) for i in range(len(phones))], np.int64)
    # the decoder of pocketsphinx has the same lower bound of variances
    rows = projections(means, np.maximum(variances, 1e-4))
    columns = np.ascontiguousarray(rows.transpose(0, 1, 3, 2), np.float32)
    return AcousticModel(phones, columns, weights, plain, contexts)


def model_folder() -> Path:
    """Return the folder of the model of US English in the wheel.

    Raises:
        SetupError: pocketsphinx is not installed.
    """
    spec = importlib.util.find_spec("pocketsphinx")
    if spec is None or not spec.submodule_search_locations:
        raise SetupError("pocketsphinx is not installed", hint="pip install pocketsphinx")
    return Path(spec.submodule_search_locations[0]) / "model" / "en-us"


@dataclass(frozen=True, slots=True, eq=False)
class _Contexts:
    """The tree of contexts: position in the word, phone, left phone, right phone.

    Nodes hold a phone, how many children they have, and where these begin; the leaves, with
    no children, hold the number of a triphone.
    """

    silence: int
    stand_ins: frozenset[int]
    count: int
    nodes: npt.NDArray[np.void]
    sequence_of: npt.NDArray[np.int32]
    sequences: npt.NDArray[np.uint16]

    def of_phone(self, phone: int) -> list[int]:
        return [int(s) for s in self.sequences[self.sequence_of[phone]]]

    def senones(self, left: int, phone: int, right: int, first: bool, last: bool) -> list[int]:
        left, right = (self.silence if p in self.stand_ins else p for p in (left, right))
        internal, begin, end, single = range(4)  # sphinxbase's numbers of positions in a word
        position = (single if last else begin) if first else (end if last else internal)
        outer = (self.silence if first else left, self.silence if last else right)
        # a context that was not seen is looked up in other positions, then at a pause
        for context in ((left, right), outer):
            for place in (position, *(p for p in range(4) if p != position)):
                found = self._walk((place, phone, *context))
                if found is not None:
                    return self.of_phone(found)
        return []

    def _walk(self, context: tuple[int, ...]) -> int | None:
        first, count = 0, 4
        for phone in context:
            found = np.flatnonzero(self.nodes["phone"][first : first + count] == phone)
            if not len(found):
                return None
            node = self.nodes[first + found[0]]
            first, count = int(node["child"]), int(node["count"])
        return first


def _read_gaussians(data: bytes) -> Singles:
    at = data.index(b"endhdr\n") + len(b"endhdr\n") + 4
    books, streams, gaussians = np.frombuffer(data, "<i4", 3, at)
    at += 12 + 4 * int(streams) + 4
    shape = (int(books), int(streams), int(gaussians), -1)
    return np.frombuffer(data, "<f4", offset=at)[: books * STREAMS * gaussians * WIDTH].reshape(
        shape
    )


def projections(means: npt.NDArray[Any], variances: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Return the vectors whose product with (x * x, x, 1) is the log density of Gaussians.

    Args:
        means, variances: of Gaussians, shape (..., width).

    Returns:
        Shape (..., 2 * width + 1).
    """
    precisions = 1 / variances
    constants = -0.5 * (np.square(means) * precisions - np.log(precisions) + np.log(2 * np.pi)).sum(
        axis=-1, keepdims=True
    )
    return np.concatenate((-0.5 * precisions, means * precisions, constants), axis=-1)


def _read_definitions(data: bytes) -> tuple[_Contexts, tuple[str, ...]]:
    at = 12 + int(np.frombuffer(data, "<i4", 1, 8)[0])
    header = [int(n) for n in np.frombuffer(data, "<i4", 10, at)]
    plain, triphones, states, _, count, _, _, _, nodes, silence = header
    names_at = at = at + 40
    names = []
    for _ in range(plain):
        end = data.index(b"\0", at)
        names.append(data[at:end].decode())
        at = end + 1
    at = names_at + (at - names_at + 3) // 4 * 4
    node = np.dtype([("phone", "<i2"), ("count", "<i2"), ("child", "<i4")])
    tree = np.frombuffer(data, node, nodes, at)
    at += node.itemsize * nodes
    triphone = np.dtype([("sequence", "<i4"), ("matrix", "<i4"), ("context", "u1", 4)])
    sequence_of = np.frombuffer(data, triphone, triphones, at)["sequence"]
    at += triphone.itemsize * triphones
    total = int(np.frombuffer(data, "<i4", 1, at)[0])
    sequences = np.frombuffer(data, "<u2", total, at + 4).reshape(-1, states)
    noises = frozenset(names.index(n) for n in NOISES)
    return _Contexts(silence, noises, count, tree, sequence_of, sequences), tuple(names)


def _read_weights(data: bytes, senones: int) -> Singles:
    at = 0
    while length := int(np.frombuffer(data, "<i4", 1, at)[0]):
        at += 4 + length
    gaussians, columns = (int(n) for n in np.frombuffer(data, "<i4", 2, at + 4))
    stored = np.frombuffer(data, np.uint8, STREAMS * gaussians * columns, at + 12)
    unit = 1024 * np.log(1.0001)  # of the stored logarithms
    levels = np.exp(-np.arange(256) * unit).astype(np.float32)
    return np.asarray(levels[stored.reshape(STREAMS, gaussians, columns)[:, :, :senones]])
