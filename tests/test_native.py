"""aeneas' compiled extensions and our NumPy kernels give the same boundaries."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

SONNET = Path(__file__).parents[1] / "fixtures" / "sonnet"

_BOUNDARIES = """
import json, sys
from subalign import pipeline, engines
from subalign.acoustics.tts import espeak
from subalign.acoustics.dtw import extensions
from subalign.audio import decode
from subalign.engines.aeneas import sentence_boundaries
kinds = extensions.prepare()
if sys.argv[3] == "numpy":
    extensions.use_numpy()
script = pipeline.load_transcript(sys.argv[2], "en").said()
said = (u.words for _, u in engines.utterances(script))
speeches = list(espeak.synthesize(said, espeak.find_voice("en")))
print(json.dumps([kinds, sentence_boundaries(decode(sys.argv[1]).samples, speeches)]))
"""


def _boundaries(kernels: str) -> tuple[dict[str, str], list[float]]:
    arguments = [SONNET / "audio.opus", SONNET / "transcript.txt", kernels]
    printed = subprocess.run(
        [sys.executable, "-c", _BOUNDARIES, *map(str, arguments)],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    kinds, bounds = json.loads(printed)
    return kinds, bounds


@pytest.mark.slow
def test_both_kernels_give_the_same_boundaries() -> None:
    kinds, compiled = _boundaries("compiled")
    if kinds != {"cdtw": "compiled", "cmfcc": "compiled"}:
        pytest.skip("aeneas' C extensions are not compiled here: make native")
    _, ours = _boundaries("numpy")
    assert ours == pytest.approx(compiled, abs=1e-6)
    assert len(ours) > 10
