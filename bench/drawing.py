"""What the pictures share: sound, text under it, and files that stay small."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from subalign.acoustics.activity.energy import FRAME_MS, measure_energy
from subalign.model import RATE

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from subalign.model import Samples

OURS, OTHER, BAD, QUIET = "#0072b2", "#e69f00", "#d55e00", "#999999"
"""Of Okabe and Ito's palette, which colour-blind people tell apart."""

_FFT, _HOP = 512, 80  # samples
_TOP = 5000  # Hz
_FLOOR, _CEILING = 60, 5  # dB below the loudest that are white and black
_COLOURS = 48
_DPI = 100

Labels = Sequence[tuple[float, float, str]]
"""Start and end in s, and what stands there."""


def new_figure(width: float, height: float) -> Figure:
    """A figure of so many inches."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width, height), layout="constrained")
    FigureCanvasAgg(figure)
    return figure


def save(figure: Figure, path: Path) -> None:
    """Write a PNG of few colours."""
    from PIL import Image

    made = io.BytesIO()
    figure.savefig(made, format="png", dpi=_DPI)
    path.parent.mkdir(parents=True, exist_ok=True)
    image = Image.open(made).convert("RGB")
    # the other methods take the few colours from the many greys
    few = image.quantize(_COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    few.save(path, optimize=True)
    print(f"{path}: {path.stat().st_size // 1024} kB", flush=True)


def cut(samples: Samples, start: float, end: float) -> Samples:
    """The sound between two times, s."""
    return samples[max(0, int(start * RATE)) : int(end * RATE)]


def spectrogram(axes: Axes, samples: Samples, start: float, end: float) -> None:
    """Frequency against time, s; the darker the louder."""
    sound = cut(samples, start, end).astype(np.float64)
    sound = np.diff(sound, prepend=0.0) + 1e-3  # raises the high frequencies
    frames = np.lib.stride_tricks.sliding_window_view(sound, _FFT)[::_HOP]
    power = np.abs(np.fft.rfft(frames * np.hanning(_FFT), axis=1)) ** 2
    decibels = 10 * np.log10(power[:, : _TOP * _FFT // RATE].T + 1e-6)
    loudest = decibels.max()
    first, last = (start + edge / RATE for edge in (_FFT / 2, len(sound) - _FFT / 2))
    axes.imshow(
        decibels,
        origin="lower",
        aspect="auto",
        cmap="Greys",
        vmin=loudest - _FLOOR,
        vmax=loudest - _CEILING,
        extent=(first, last, 0.0, _TOP / 1000),
        interpolation="bilinear",
    )
    axes.set_ylabel("kHz")
    axes.set_xlim(start, end)


def energy(axes: Axes, samples: Samples, start: float, end: float) -> None:
    """Energy against time, s, between the levels of noise and of speech around it."""
    measured = measure_energy(samples)
    level, noise, speech = measured.levels, measured.noise, measured.speech
    rows = slice(max(0, int(start * 1000 / FRAME_MS)), int(end * 1000 / FRAME_MS) + 1)
    times = (np.arange(len(level))[rows] + 0.5) * FRAME_MS / 1000
    axes.plot(times, level[rows], color="black", linewidth=1)
    axes.plot(times, speech[rows], color=QUIET, linewidth=0.8, linestyle="--")
    axes.plot(times, noise[rows], color=QUIET, linewidth=0.8, linestyle="--")
    axes.fill_between(times, noise[rows] - 5, level[rows], color=QUIET, alpha=0.2, linewidth=0)
    axes.set_ylim(float(noise[rows].min()) - 4, float(speech[rows].max()) + 8)
    axes.set_ylabel("dB")
    axes.set_xlim(start, end)


def text_row(axes: Axes, rows: Sequence[tuple[str, Labels, str]]) -> None:
    """Lanes of text under a sound: the name of each, its labels, its colour."""
    for lane, (_, labels, colour) in enumerate(reversed(rows)):
        for start, end, text in labels:
            axes.barh(lane, end - start, 0.8, start, color=colour, alpha=0.25, linewidth=0)
            for edge in (start, end):
                axes.plot((edge, edge), (lane - 0.4, lane + 0.4), color=colour, linewidth=1)
            axes.text(
                (start + end) / 2, lane, text, ha="center", va="center", fontsize=7.5, clip_on=True
            )
    axes.set_yticks(range(len(rows)), [name for name, _, _ in reversed(rows)])
    axes.set_ylim(-0.5, len(rows) - 0.5)
    axes.tick_params(left=False)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
