"""The sentences with the largest errors, drawn to be looked at."""

from __future__ import annotations

from dataclasses import dataclass

from bench.accuracy import engine, report, script_of, sentences_of
from bench.data import BUILD, FOLDER, Item, items
from bench.drawing import BAD, OURS, energy, new_figure, save, spectrogram, text_row
from subalign.audio import decode
from subalign.engines import AUTO
from subalign.evaluating.comparing import Pair
from subalign.inputs import as_timed

COUNT = 10

_AROUND = 1500  # ms on each side of what is drawn
_LONGEST = 12_000
"""Of a longer sentence the side with the larger error is drawn, ms."""


@dataclass(frozen=True, slots=True)
class _Case:
    item: Item
    pair: Pair


def run() -> None:
    """Draw them into build/bench/worst, and print which they are."""
    cases: list[_Case] = []
    for item in items():
        path = BUILD / AUTO / f"{item.name}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        engine(AUTO)(decode(item.audio), script_of(item), item.language, path)
        found = sentences_of(report(path, item))
        cases += [_Case(item, pair) for pair in found.worst(COUNT)] if found else []
    if not cases:
        print(f"worst: skipped, no recordings in {FOLDER}")
    cases.sort(key=lambda case: -case.pair.largest)
    for rank, case in enumerate(cases[:COUNT], start=1):
        _draw(rank, case)


def _draw(rank: int, case: _Case) -> None:
    pair = case.pair
    end = pair.end if pair.end is not None else pair.start
    print(
        f"\n{rank}. {case.item.name}, {pair.start / 1000:.2f}-{end / 1000:.2f} s: "
        f"start {_signed(pair.start_error)}, end {_signed(pair.end_error)}, "
        f"confidence {pair.confidence}: {pair.text}"
    )
    low, high = _window(pair, end)
    made = as_timed(BUILD / AUTO / f"{case.item.name}.json")
    gold = as_timed(case.item.gold, trusted=True)
    ours, phrases = (
        [
            (i.start / 1000, i.end / 1000, i.text[: max(1, (i.end - i.start) // 80)])
            for i in given
            if i.start is not None and i.end is not None and i.start < high and i.end > low
        ]
        for given in (made.words, gold.phrases)
    )
    figure = new_figure(13, 5.5)
    top, middle, bottom = figure.subplots(3, 1, sharex=True, height_ratios=(3, 2, 1.4))
    samples = decode(case.item.audio).samples
    spectrogram(top, samples, low / 1000, high / 1000)
    energy(middle, samples, low / 1000, high / 1000)
    text_row(bottom, [("ours", ours, OURS), ("reference", phrases, BAD)])
    for axes in (top, middle):
        for start, stop, _ in phrases:
            axes.axvline(start, color=BAD, linewidth=1.5)
            axes.axvline(stop, color=BAD, linewidth=1.5, linestyle="--")
    for at, error in ((pair.start, pair.start_error), (end, pair.end_error)):
        if error is not None:
            middle.axvline((at + error) / 1000, color=OURS, linewidth=1.5)
    top.set_xlim(low / 1000, high / 1000)
    bottom.set_xlabel("s")
    save(figure, BUILD / "worst" / f"{rank:02}.png")


def _window(pair: Pair, end: int) -> tuple[int, int]:
    """What is drawn, ms: the reference and what was found, or the worse side of it."""
    edges = ((pair.start, pair.start_error or 0), (end, pair.end_error or 0))
    if end - pair.start > _LONGEST:
        edges = (max(edges, key=lambda edge: abs(edge[1])),) * 2
    times = [t for at, error in edges for t in (at, at + error)]
    return max(0, min(times) - _AROUND), max(times) + _AROUND


def _signed(error: int | None) -> str:
    return "-" if error is None else f"{error:+} ms"
