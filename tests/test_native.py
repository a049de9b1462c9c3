"""aeneas' compiled extensions and our NumPy kernels compute the same."""

from __future__ import annotations

import importlib
from pathlib import Path

import numpy as np
import pytest

from subalign.acoustics.dtw.cepstra import compute_from_data
from subalign.acoustics.dtw.extensions import prepare
from subalign.acoustics.dtw.kernels import compute_best_path
from subalign.audio import decode
from subalign.model import RATE

SONNET = Path(__file__).parents[1] / "fixtures" / "sonnet"


@pytest.mark.slow
def test_both_kernels_compute_the_same() -> None:
    if prepare() != {"cdtw": "compiled", "cmfcc": "compiled"}:
        pytest.skip("aeneas' C extensions are not compiled here: make native")
    cdtw, cmfcc = (importlib.import_module(f"aeneas.{n}.{n}") for n in ("cdtw", "cmfcc"))
    sound = decode(SONNET / "audio.opus").samples / 32768
    settings = (RATE, 40, 13, 512, 133.3333, 6855.4976, 0.97, 0.1, 0.04)
    theirs, ours = (f(sound, *settings)[0] for f in (cmfcc.compute_from_data, compute_from_data))
    assert ours == pytest.approx(theirs, abs=1e-6)
    recording = np.ascontiguousarray(theirs.T[1:])
    # the same text in another voice, faster
    other = np.ascontiguousarray(recording[:, ::2] + 0.05 * np.sin(np.arange(12))[:, None])
    assert compute_best_path(recording, other, 300) == cdtw.compute_best_path(recording, other, 300)
