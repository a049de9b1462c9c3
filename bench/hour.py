"""CPU time and peak memory for an hour of stereo MP3, as whole processes."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import av
import numpy as np

from bench.data import BUILD, ENGINES, FOLDER, Item, items
from bench.tables import show
from subalign.audio import decode
from subalign.cache import FOLDER_VARIABLE
from subalign.model import RATE

if TYPE_CHECKING:
    from subalign.model import Samples

MINUTES = 60

_DECODE = "import sys; from subalign.audio import decode; print(decode(sys.argv[1]).duration)"

_STOCK = """
import sys
from pathlib import Path
from bench.accuracy import stock
from subalign.inputs import load_transcript
from subalign.spoken import verbalise
from subalign.audio import decode

script = verbalise(load_transcript(sys.argv[2], language="en"), "en")
stock(decode(sys.argv[1]), script, "en", Path(sys.argv[3]))
"""
"""aeneas with our NumPy code in the place of its C extensions, where those are not compiled."""


def run() -> None:
    """Print the table."""
    english = [item for item in items() if item.language == "en" and item.name.startswith("ep_")]
    if not english:
        print(f"hour: skipped, no recordings in {FOLDER} (SUBALIGN_DATA names another folder)")
        return
    BUILD.mkdir(parents=True, exist_ok=True)
    audio, text = BUILD / "hour.mp3", BUILD / "hour.txt"
    if not audio.exists():
        _tile(english, audio, text)
    captions = ["-o", str(BUILD / "hour.vtt"), "--quiet"]
    words = ["--words", str(BUILD / "hour.json")]
    restyle = ["-m", "subalign", "align", str(audio), str(text), *captions]
    align = [*restyle, *words]
    measured = {
        "decoding alone": _measure(["-c", _DECODE, str(audio)]),
        "stock aeneas": _measure(["-c", _STOCK, str(audio), str(text), str(BUILD / "stock.json")]),
    }
    with tempfile.TemporaryDirectory() as cache:
        for name in ENGINES:
            measured[f"align, engine {name}"] = _measure([*align, "--engine", name], cache)
        # The engine auto comes first, and its times are in the cache from now on.
        measured["another style, from the cache"] = _measure([*restyle, "--style", "bbc"], cache)
        changed = BUILD / "hour-changed.txt"
        changed.write_text(_change_a_sentence(text.read_text("utf-8")), "utf-8")
        align[align.index(str(text))] = str(changed)
        measured["one changed sentence"] = _measure(align, cache)
    decoding, stock = (measured[name][0] for name in ("decoding alone", "stock aeneas"))
    show(
        f"{MINUTES} minutes of stereo MP3, whole processes",
        ["", "CPU s", "of decoding", "of stock aeneas", "peak MB"],
        [
            [name, f"{cpu:.2f}", f"{cpu / decoding:.2f}", f"{cpu / stock:.2f}", f"{peak:.0f}"]
            for name, (cpu, peak) in measured.items()
        ],
    )


def _change_a_sentence(text: str) -> str:
    """Leave out the third word of the sentence in the middle."""
    lines = text.splitlines()
    middle = next(i for i in range(len(lines) // 2, len(lines)) if len(lines[i].split()) > 6)
    words = lines[middle].split()
    lines[middle] = " ".join(words[:2] + words[3:])
    return "\n".join(lines) + "\n"


def _measure(arguments: list[str], cache: str = "") -> tuple[float, float]:
    """Measure the CPU time (s) and the peak memory (MB) of a Python process.

    Args:
        arguments: of the interpreter.
        cache: folder of the cache; that of the user when empty.
    """
    environment = {**os.environ, **({FOLDER_VARIABLE: cache} if cache else {})}
    # Users have the bytecode of what they run more than once.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    process = subprocess.Popen(
        [sys.executable, *arguments], stdout=subprocess.DEVNULL, env=environment
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{arguments}: exit code {process.returncode}")
    # kilobytes on Linux, bytes on macOS
    unit = 1024 if sys.platform != "darwin" else 1024**2
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit


def _tile(english: list[Item], audio: Path, text: Path) -> None:
    pieces = [decode(item.audio).samples for item in english]
    texts = [item.transcript.read_text("utf-8") for item in english]
    tiled: list[Samples] = []
    written: list[str] = []
    while sum(map(len, tiled)) < MINUTES * 60 * RATE:
        tiled.append(pieces[len(written) % len(pieces)])
        written.append(texts[len(written) % len(texts)])
    text.write_text("\n\n".join(written), "utf-8")
    _encode(np.concatenate(tiled), audio)


def _encode(samples: Samples, path: Path) -> None:
    """As a stereo MP3 at 44.1 kHz, 128 kbit/s: what podcasts are published as."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("mp3", rate=44_100, layout="stereo", bit_rate=128_000)
        resampler = av.AudioResampler(format="s16p", layout="stereo", rate=44_100)
        for first in range(0, len(samples), RATE):
            block = np.ascontiguousarray(samples[first : first + RATE]).reshape(1, -1)
            frame = av.AudioFrame.from_ndarray(block, format="s16", layout="mono")
            frame.sample_rate, frame.pts, frame.time_base = RATE, first, Fraction(1, RATE)
            for part in resampler.resample(frame):
                container.mux(stream.encode(part))
        for part in resampler.resample(None):
            container.mux(stream.encode(part))
        container.mux(stream.encode(None))
