"""How exact sentences and words are, side by side with stock aeneas given the same text."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from bench.data import BUILD, FOLDER, Item, items
from subalign import engines, filling, formats, pipeline
from subalign.acoustics import espeak
from subalign.audio import decode
from subalign.engines.aeneas import sentence_boundaries
from subalign.evaluating import evaluate
from subalign.evaluating.comparing import Comparison, measure
from subalign.model import Audio, Captions, Transcript
from subalign.styles import DEFAULT, find_style
from subalign.times import seconds

Aligned = Callable[[Audio, Transcript, str, Path], None]

POOLED = "exact-phrase"
"""The kind of items whose edges are known by construction."""


def run() -> None:
    """Print the table."""
    found = items()
    if not found:
        print(f"accuracy: skipped, no recordings in {FOLDER} (SUBALIGN_DATA names another folder)")
        return
    ways: dict[str, Aligned] = {"stock aeneas": _stock}
    ways |= {name: _engine(name) for name in engines.ENGINES}
    print("sentence starts within 100 ms (%), median error of ends (ms); w: words instead\n")
    print(f"{'item':20}" + "".join(f"{way:>22}" for way in ways))
    pooled = {way: Errors([], []) for way in ways}
    for item in found:
        # every word of the text has a reference time, so none is hidden
        verbatim = pipeline.Cleaning(level="verbatim")
        script = pipeline.load_transcript(item.transcript, item.language, verbatim).said()
        audio = decode(item.audio)
        rows: dict[str, dict[str, Errors]] = {}
        for way, aligned in ways.items():
            path = BUILD / way.replace(" ", "-") / f"{item.name}.json"
            path.parent.mkdir(parents=True, exist_ok=True)
            aligned(audio, script, item.language, path)
            rows[way] = _errors(path, item)
            if item.kind == POOLED:
                pooled[way].starts.extend(rows[way]["sentence"].starts)
                pooled[way].ends.extend(rows[way]["sentence"].ends)
        for unit, name in (("sentence", item.name), ("word", f"{item.name} w")):
            if unit in rows["aeneas"]:
                _print(name, [rows[way].get(unit) for way in ways])
    _print(f"all {POOLED}", pooled.values())


@dataclass(frozen=True, slots=True)
class Errors:
    """Errors of starts and of ends, ms; either may be missing where the texts differ."""

    starts: list[int]
    ends: list[int]

    def __str__(self) -> str:
        starts, ends = measure(self.starts), measure(self.ends)
        within = starts.within[100] if starts else 0.0
        end = ends.median if ends else float("nan")
        return f"{within:5.1f} {end:4.0f} (n {len(self.starts)})"


def _print(name: str, columns: Iterable[Errors | None]) -> None:
    print(f"{name:20}" + "".join(f"{errors or '-'!s:>22}" for errors in columns), flush=True)


UNITS = {"phrases": "sentence", "words": "word"}


def _errors(path: Path, item: Item) -> dict[str, Errors]:
    gold = pipeline.read_timed(item.gold, trusted=True)
    found = evaluate(pipeline.read_timed(path), gold, find_style(DEFAULT).line_width).comparisons
    return {UNITS[c.unit]: _differences(c) for c in found if c.unit in UNITS}


def _differences(found: Comparison) -> Errors:
    return Errors(
        [p.start_error for p in found.pairs if p.start_error is not None],
        [p.end_error for p in found.pairs if p.end_error is not None],
    )


def _engine(name: str) -> Aligned:
    def aligned(audio: Audio, script: Transcript, language: str, path: Path) -> None:
        engine = engines.find_engine(name)
        spans = engines.align(audio, script, language, engine, lambda stage, share: None)
        alignment = filling.fill(script, spans, language=language, duration=audio.duration)
        formats.write_captions(path, Captions(alignment=alignment))

    return aligned


def _stock(audio: Audio, script: Transcript, language: str, path: Path) -> None:
    """aeneas' boundaries as they are: a sentence ends where the next begins."""
    utterances = engines.utterances(script)
    voice = espeak.find_voice(language)
    speeches = list(espeak.synthesize((u.words for _, u in utterances), voice))
    bounds = sentence_boundaries(audio.samples, speeches)
    rows = [
        {
            "text": " ".join(script.tokens[i].shown for i in tokens),
            "start": seconds(round(bounds[k])),
            "end": seconds(round(bounds[k + 1])),
        }
        for k, (tokens, _) in enumerate(utterances)
    ]
    path.write_text(json.dumps(rows), "utf-8")
