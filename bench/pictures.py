"""The pictures of docs/alignment.md: what the aligner does with the sonnet of the fixtures.

Those of errors and confidences need the recordings with reference times; without them they
stay as they are.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path as File
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from bench import drawing, shares
from bench.drawing import BAD, OTHER, OURS, QUIET, energy, new_figure, save, spectrogram
from bench.sonnet import LANGUAGE, Sonnet, chunk_at, phones_of, seconds, sonnet
from subalign import engines
from subalign.acoustics.activity.energy import FRAME_MS, measure_energy
from subalign.acoustics.activity.pauses import find_pauses, sounding_segments
from subalign.acoustics.activity.untranscribed import find_untranscribed
from subalign.acoustics.aligner import Aligner
from subalign.acoustics.dtw.task import sentence_boundaries
from subalign.acoustics.emissions.gmm import DECIMATION, compute_gmm_emissions
from subalign.acoustics.graph.g2p import transcribe
from subalign.acoustics.graph.network import Network
from subalign.acoustics.model.sphinx import NOISES, SILENCE, STATES, load_model
from subalign.acoustics.search.first_pass import Path as Rough
from subalign.acoustics.search.first_pass import first_pass
from subalign.acoustics.search.fit import decoy_fits, mean_fit
from subalign.acoustics.search.forward_backward import start_posteriors
from subalign.acoustics.search.penalties import lenient_penalties
from subalign.acoustics.search.viterbi import best_paths
from subalign.acoustics.tts import espeak
from subalign.engines.aeneas import sentence_spans
from subalign.inputs import load_transcript
from subalign.model import Audio, Span
from subalign.spoken import verbalise

if TYPE_CHECKING:
    from matplotlib.axes import Axes

ROOT = File(__file__).parents[1]
FOLDER = ROOT / "docs" / "pictures"
VERSE = 1
"""The sentence that is looked at closely: "From fairest creatures we desire increase,"."""

ADDED = "When forty winters shall besiege thy brow,"
"""A verse of the second sonnet, which nobody says in this recording."""
TAKEN, BEHIND = 5, 9
"""The verse that is taken out of the text, and the one behind which the other is put in."""


def run() -> None:
    """Draw all pictures."""
    if find_spec("matplotlib") is None:
        raise SystemExit("pictures: needs matplotlib (pip install 'subalign[plot]')")
    for draw in (verse, likelihoods, viterbi, paths, decoys, edge, snapping, posterior):
        draw()
    shares.draw(FOLDER)


def verse() -> None:
    """The sound of a verse, and the phones, words and sentence that were found in it."""
    own = sonnet()
    start, end = (own.limits(VERSE)[0] - 0.3, own.limits(VERSE)[1] + 0.6)
    figure = new_figure(10, 5.2)
    top, middle, low = figure.subplots(3, 1, sharex=True, height_ratios=(3, 2, 2.2))
    spectrogram(top, own.audio.samples, start, end)
    energy(middle, own.audio.samples, start, end)
    phones = phones_of(own, start, end)
    words = [(s.start / 1000, s.end / 1000, t) for t, s in own.words]
    ipa = dict(enumerate(transcribe([own.sentences[VERSE]], espeak.find_voice(LANGUAGE))))[0]
    said = [s for s in own.spans[VERSE] if s]
    spoken = [(s.start / 1000, s.end / 1000, i) for s, i in zip(said, ipa, strict=True)]
    drawing.text_row(
        low,
        [
            ("words", [w for w in words if w[0] < end and w[1] > start], OURS),
            ("espeak-ng", spoken, QUIET),
            ("phones", phones, OTHER),
        ],
    )
    for axes in (top, middle):
        for a, b, _ in words:
            for at in (a, b):
                axes.axvline(at, color=OURS, linewidth=0.7)
    low.set_xlabel("s")
    top.set_xlim(start, end)
    save(figure, FOLDER / "verse.png")


def likelihoods() -> None:
    """How well each 30 ms fits each of the phones, and those that the text has."""
    own = sonnet()
    start, end = (own.limits(VERSE)[0] - 0.2, own.limits(VERSE)[1] + 0.3)
    model = load_model()
    samples = own.audio.samples
    emissions = compute_gmm_emissions(model, samples, measure_energy(samples))
    step = DECIMATION * FRAME_MS / 1000
    first, last = int(start / step), int(end / step)
    order = sorted(range(len(model.phones)), key=lambda p: _sort_key(model.phones[p]))
    figure = new_figure(10, 6)
    axes = figure.subplots()
    picture = axes.imshow(
        emissions.phones[first:last, order].T,
        aspect="auto",
        cmap="Greys",
        vmin=-12,
        vmax=0,
        extent=(first * step, last * step, len(order) - 0.5, -0.5),
        interpolation="nearest",
    )
    for a, b, name in phones_of(own, start, end):
        row = order.index(model.phones.index(name))
        axes.plot((a, b), (row, row), color=BAD, linewidth=2.5, solid_capstyle="butt")
    axes.set_yticks(range(len(order)), [model.phones[p] for p in order], fontsize=7)
    axes.set_xlim(first * step, last * step)
    axes.set_xlabel("s")
    figure.colorbar(picture, ax=axes, pad=0.01, label="log likelihood less that of the best")
    save(figure, FOLDER / "likelihoods.png")


def _sort_key(phone: str) -> tuple[bool, bool, str]:
    return phone in (SILENCE, *NOISES), phone[0] not in "AEIOU", phone


def viterbi() -> None:
    """The states of a verse against its frames, and the likeliest path through them."""
    own = sonnet()
    start, end = own.limits(VERSE)
    trellis, chunk, first = chunk_at(own, VERSE)
    states = slice(trellis.offsets[chunk] + 1, trellis.offsets[chunk + 1])
    path = best_paths(trellis)[chunk]
    low, high = (int(t * 1000 / FRAME_MS) - first for t in (start - 0.25, end + 0.25))
    rows = np.unique(path[max(low, 0) : high])
    top, bottom = int(rows[rows >= 0].min()), int(rows.max()) + 1
    shown = trellis.emissions[: trellis.lengths[chunk], states][max(low, 0) : high, top:bottom]
    figure = new_figure(10, 6)
    axes = figure.subplots()
    left, right = seconds(max(low, 0) + first), seconds(max(low, 0) + first + len(shown))
    picture = axes.imshow(
        np.where(shown < -1e6, np.nan, shown).T,
        aspect="auto",
        cmap="Greys",
        vmin=-25,
        vmax=0,
        extent=(left, right, bottom - 0.5, top - 0.5),
        interpolation="nearest",
    )
    axes.set_facecolor("#fbe0b0")
    times = np.array([seconds(t + first + 0.5) for t in range(len(path))])
    axes.plot(times, np.where(path >= 0, path, np.nan), color=BAD, linewidth=1.6)
    names = [name for *_, name in phones_of(own, start - 0.02, end + 0.02)]
    axes.set_yticks([top + STATES * k + 1 for k in range(len(names))], names, fontsize=7)
    axes.set_xlim(left, right)
    axes.set_ylim(bottom - 0.5, top - 0.5)
    axes.set_xlabel("s")
    figure.colorbar(picture, ax=axes, pad=0.01, label="log likelihood less that of the best")
    save(figure, FOLDER / "viterbi.png")


def paths() -> None:
    """The way through the whole recording, also with a text that is not all of it."""
    own = sonnet()
    without = [row for i, row in enumerate(own.sentences) if i != TAKEN]
    more = [*own.sentences[: BEHIND + 1], tuple(ADDED.split()), *own.sentences[BEHIND + 1 :]]
    figure = new_figure(11, 4.6)
    places = figure.subplots(1, 3, sharex=True, sharey=True)
    texts = (("the text as it is", own.sentences), ("a verse left out", without),
             ("a verse put in", more))  # fmt: skip
    for axes, (title, sentences) in zip(places, texts, strict=True):
        whole = Aligner.by_phones(own.audio, sentences, LANGUAGE)
        found = whole.first_pass()
        _draw_path(axes, whole.network, found.path)
        spans = whole.refine(found).spans
        _draw_judgement(axes, own.audio, sentences, spans)
        axes.set_title(title, fontsize="medium")
        axes.set_xlabel("s")
    places[0].set_ylabel("word of the text")
    places[0].set_xlim(0, own.audio.duration / 1000)
    places[0].invert_yaxis()
    save(figure, FOLDER / "paths.png")


def _draw_path(axes: Axes, network: Network, path: Rough) -> None:
    placed = path.starts >= 0
    times = np.stack((path.starts, path.stops), axis=1)[placed] * DECIMATION
    rows = network.word_of[placed]
    for (a, b), row in zip(times.tolist(), rows.tolist(), strict=True):
        axes.plot((seconds(a), seconds(b)), (row, row), color=OURS, linewidth=3)


def _draw_judgement(
    axes: Axes, audio: Audio, sentences: list[tuple[str, ...]], spans: list[list[Span | None]]
) -> None:
    first = 0
    for texts, row in zip(sentences, spans, strict=True):
        if not any(row):
            axes.axhspan(first - 0.5, first + len(texts) - 0.5, color=BAD, alpha=0.25)
            axes.text(1, first + len(texts) / 2, "not in the recording", va="center", fontsize=8)
        first += len(texts)
    covered = [(s.start, s.end) for row in spans for s in row if s]
    for a, b in find_untranscribed(
        sounding_segments(measure_energy(audio.samples)), covered, audio.duration
    ):
        axes.axvspan(a / 1000, b / 1000, color=OTHER, alpha=0.3)
        axes.text(
            (a + b) / 2000, 1, "not in the text", ha="center", rotation=90, va="top", fontsize=8
        )


def decoys() -> None:
    """How well texts fit the recording, and their words in another order."""
    own = sonnet()
    podcast = ROOT / "fixtures" / "podcast" / "transcript.txt"
    other = verbalise(load_transcript(podcast, language=LANGUAGE), LANGUAGE)
    strangers = [u.words for _, u in engines.utterances(other)][: len(own.sentences)]
    figure = new_figure(9, 2.8)
    axes = figure.subplots()
    texts = (("its own text", own.sentences), ("its verses backwards", own.sentences[::-1]),
             ("the text of another recording", strangers))  # fmt: skip
    for row, (_, sentences) in enumerate(texts):
        whole = Aligner.by_phones(own.audio, sentences, LANGUAGE)
        fits = decoy_fits(whole.emissions, whole.network, whole.search)
        axes.plot(fits, [row] * len(fits), "o", color=QUIET, label="its words shuffled")
        limit = float(np.mean(fits)) + whole.search.min_margin
        axes.plot((limit, limit), (row - 0.3, row + 0.3), color="black", linewidth=1,
                  label="what it has to exceed")  # fmt: skip
        axes.plot(_fit(whole), row, "D", color=OURS, markersize=9, label="the text")
    axes.set_yticks(range(len(texts)), [name for name, _ in texts])
    axes.set_ylim(len(texts) - 0.5, -0.5)
    axes.set_xlabel("mean log likelihood a frame, less that of the best phone")
    handles, names = axes.get_legend_handles_labels()
    axes.legend(handles[:3], names[:3], fontsize="small", loc="lower right")
    save(figure, FOLDER / "decoys.png")


def _fit(whole: Aligner) -> float:
    penalties = lenient_penalties(whole.search)
    path = first_pass(whole.emissions, whole.network, penalties, whole.search)
    return mean_fit(whole.emissions, whole.network, path)


def edge() -> None:
    """The edges of two words beside a pause, moved to where the sound ends and begins."""
    own = sonnet()
    i = sum(map(len, own.sentences[: VERSE + 1])) - 1
    start, end = own.before[i][1] / 1000 - 0.5, own.before[i + 1][0] / 1000 + 0.5
    figure = new_figure(9, 4.4)
    top, low = figure.subplots(2, 1, sharex=True)
    spectrogram(top, own.audio.samples, start, end)
    energy(low, own.audio.samples, start, end)
    limit = measure_energy(own.audio.samples).threshold[int((start + end) * 500 / FRAME_MS)]
    low.axhline(limit, color=OTHER, linewidth=1.2)
    low.text(end - 0.01, limit + 1, "louder than this is sound", fontsize=8, ha="right")
    for axes in (top, low):
        for k, side in ((i, 1), (i + 1, 0)):
            axes.axvline(own.before[k][side] / 1000, color=BAD, linestyle="--")
            span = own.words[k][1]
            axes.axvline((span.end if side else span.start) / 1000, color=OURS, linewidth=1.8)
    top.set_title(
        f"“{own.words[i][0]}” ends and “{own.words[i + 1][0]}” begins: "
        "where the search put them (dashed), and where the sound does",
        fontsize="medium",
    )
    low.set_xlabel("s")
    save(figure, FOLDER / "edge.png")


def snapping() -> None:
    """The boundaries of aeneas, and the pauses that they move to."""
    own = sonnet()
    speeches = list(espeak.synthesize(own.sentences, espeak.find_voice(LANGUAGE)))
    bounds = sentence_boundaries(own.audio.samples, speeches)
    pauses = find_pauses(measure_energy(own.audio.samples))
    spans = sentence_spans(own.audio.samples, pauses, speeches)
    start, end = spans[3][0] / 1000 - 0.9, spans[6][1] / 1000 + 0.9
    figure = new_figure(10, 3)
    axes = figure.subplots()
    energy(axes, own.audio.samples, start, end)
    top = axes.get_ylim()[1]
    for a, b in pauses.near(start * 1000, end * 1000):
        axes.axvspan(a / 1000, b / 1000, color=QUIET, alpha=0.25, linewidth=0)
    for bound in bounds:
        axes.axvline(bound / 1000, color=BAD, linestyle="--")
    axes.set_ylim(top=top + 3)
    for k, (a, b) in enumerate(spans):
        axes.plot((a / 1000, b / 1000), (top, top), color=OURS, linewidth=5, solid_capstyle="butt")
        if start < (a + b) / 2000 < end:
            text = " ".join(own.sentences[k][:4]) + " ..."
            axes.text((a + b) / 2000, top + 4, text, ha="center", fontsize=8)
    axes.set_xlim(start, end)
    axes.set_xlabel("s")
    save(figure, FOLDER / "snapping.png")


def posterior() -> None:
    """Where else a word might begin: the word that is surest of all, and the least sure."""
    own = sonnet()
    figure = new_figure(9, 4.4)
    for axes, word in zip(
        figure.subplots(2, 1),
        (int(own.placed.posteriors.argmax()), int(own.placed.posteriors.argmin())),
        strict=True,
    ):
        s, w = own.network.words[word].tolist()
        times, chances = _spread(own, word)
        axes.fill_between(times, chances, color=OURS, alpha=0.4, linewidth=0, step="mid")
        at = seconds(own.placed.starts[own.network.firsts[word]])
        axes.axvspan(at - 0.1, at + 0.1, color=QUIET, alpha=0.15, linewidth=0)
        axes.axvline(at, color=BAD, linewidth=1)
        axes.set_title(
            f"“{own.sentences[s][w]}”: {own.placed.posteriors[word]:.2f} within 100 ms, "
            f"confidence {own.confidences[word]:.2f}", fontsize="medium"
        )  # fmt: skip
        axes.set_ylim(0, 0.4)
        axes.set_xlim(at - 0.3, at + 0.3)
        axes.set_ylabel("probability in 10 ms")
    figure.axes[-1].set_xlabel("s")
    save(figure, FOLDER / "posterior.png")


def _spread(own: Sonnet, word: int) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """The probability of a word to begin in each frame within 300 ms of its own."""
    trellis, chunk, first = chunk_at(own, int(own.network.words[word, 0]))
    starts = next(starts for known, starts in own.trellises if known is trellis)
    frame = int(own.placed.starts[own.network.firsts[word]]) - first
    words = trellis.words(chunk)
    at = words.start + int(np.flatnonzero(starts[words] == frame)[0])
    frames = np.arange(max(frame - 30, 0), frame + 31)
    chances = []
    for other in frames.tolist():
        moved = starts.copy()
        moved[at] = other
        chances.append(start_posteriors(trellis, moved, window=0)[at])
    return np.array([seconds(f + first) for f in frames.tolist()]), np.array(chances)
