"""CPU time and peak memory for an hour of stereo MP3, as whole processes."""

from __future__ import annotations

import os
import subprocess
import sys
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import av
import numpy as np

from bench.data import BUILD, FOLDER, Item, items
from subalign.audio import decode
from subalign.model import RATE

if TYPE_CHECKING:
    from subalign.model import Samples

MINUTES = 60

_DECODE = "import sys; from subalign.audio import decode; print(decode(sys.argv[1]).duration)"


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
    outputs = ["-o", str(BUILD / "hour.vtt"), "--words", str(BUILD / "hour.json")]
    align = ["-m", "subalign", "align", str(audio), str(text), *outputs, "--quiet"]
    print(f"\n{MINUTES} minutes of stereo MP3{'':17} CPU s   peak MB")
    decoding = _measure("decoding alone", ["-c", _DECODE, str(audio)])
    for engine in ("auto", "uniform"):
        total = _measure(f"align, engine {engine}", [*align, "--engine", engine])
        print(f"  {'more than decoding':36}{total - decoding:7.1f}")


def _measure(name: str, arguments: list[str]) -> float:
    process = subprocess.Popen([sys.executable, *arguments], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{name}: exit code {process.returncode}")
    cpu = usage.ru_utime + usage.ru_stime
    # kilobytes on Linux, bytes on macOS
    peak = usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
    print(f"  {name:36}{cpu:7.1f}{peak:10.0f}", flush=True)
    return cpu


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
