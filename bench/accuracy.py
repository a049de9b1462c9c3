"""How exact sentences and words are, side by side with stock aeneas given the same text."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from bench.data import BUILD, ENGINES, FOLDER, Item, items
from bench.tables import show
from subalign import engines, filling, formats
from subalign.acoustics.dtw.task import sentence_boundaries
from subalign.acoustics.tts import espeak
from subalign.audio import decode
from subalign.errors import AlignmentError
from subalign.evaluating import Report, evaluate
from subalign.evaluating.comparing import Comparison
from subalign.evaluating.confidence import Reliability, reliability
from subalign.evaluating.items import Unit
from subalign.events import ignore
from subalign.inputs import as_timed, load_transcript
from subalign.model import Audio, Captions, Transcript
from subalign.spoken import verbalise
from subalign.styles import DEFAULT, find_style
from subalign.times import seconds

Aligned = Callable[[Audio, Transcript, str, Path], None]
Reports = dict[str, Report | None]
"""Of each way; None where it refuses the text."""

STOCK = "stock aeneas"

POOLED = "exact-phrase"
"""The kind of items whose edges are known by construction."""


def run() -> None:
    """Print the tables."""
    wanted = items()
    if not wanted:
        print(f"accuracy: skipped, no recordings in {FOLDER} (SUBALIGN_DATA names another folder)")
        return
    ways: dict[str, Aligned] = {STOCK: stock}
    ways |= {name: engine(name) for name in ENGINES}
    found = {item: _reports(item, ways) for item in wanted}
    _sentences(found, list(ways))
    _words(found, list(ways))
    _differing(found, list(ways))
    _confidences(found)


def _reports(item: Item, ways: dict[str, Aligned]) -> Reports:
    script, audio = script_of(item), decode(item.audio)
    reports: Reports = {}
    for way, aligned in ways.items():
        print(f"{item.name}: {way}        ", end="\r", file=sys.stderr, flush=True)
        path = BUILD / way.replace(" ", "-") / f"{item.name}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            aligned(audio, script, item.language, path)
            reports[way] = report(path, item)
        except AlignmentError:
            reports[way] = None
    return reports


def script_of(item: Item) -> Transcript:
    """Its text as it is said; every word has a reference time, so none is hidden."""
    return verbalise(load_transcript(item.transcript, language=item.language), item.language)


def report(path: Path, item: Item) -> Report:
    """Words or phrases of a file against the reference."""
    gold = as_timed(item.gold, trusted=True)
    return evaluate(as_timed(path), gold, find_style(DEFAULT).line_width)


def sentences_of(found: Report) -> Comparison | None:
    """By the words where there are any: a phrase of the reference may begin inside a sentence."""
    units = {c.unit: c for c in found.comparisons}
    return units.get(Unit.PHRASES_BY_WORDS) or units.get(Unit.PHRASES)


def _sentences(found: dict[Item, Reports], ways: Sequence[str]) -> None:
    rows = []
    pooled: dict[str, list[Comparison]] = {way: [] for way in ways}
    for item, reports in found.items():
        compared = {way: sentences_of(r) if r else None for way, r in reports.items()}
        if not any(compared.values()):
            continue
        rows.append(_row(item.name, [compared[way] for way in ways], 100))
        if item.kind == POOLED:
            for way in ways:
                pooled[way] += filter(None, [compared[way]])
    rows.append(_row(f"all {POOLED}", [_pool(pooled[way]) for way in ways], 100))
    show(
        "Sentences: starts within 100 ms, %; median error of starts / of ends, ms",
        ["item", "n", *ways],
        rows,
    )


def _words(found: dict[Item, Reports], ways: Sequence[str]) -> None:
    rows = []
    for item, reports in found.items():
        units = [_unit(reports[way], Unit.WORDS) for way in ways]
        if any(units):
            rows.append(_row(item.name, units, 50))
    show(
        "Words: starts within 50 ms, %; median error of starts / of ends, ms",
        ["item", "n", *ways],
        rows,
    )


def _row(name: str, columns: Sequence[Comparison | None], within: int) -> list[str]:
    n = max(c.starts.n for c in columns if c and c.starts)
    return [name, str(n), *(_cell(c, within, n) for c in columns)]


def _cell(found: Comparison | None, within: int, n: int) -> str:
    if found is None:
        return "-"
    starts, ends = found.starts, found.ends
    if not starts or not ends:
        return "nothing"
    own = f" (n {starts.n})" if starts.n != n else ""
    return f"{starts.within[within]:.1f}; {starts.median:.0f} / {ends.median:.0f}{own}"


def _differing(found: dict[Item, Reports], ways: Sequence[str]) -> None:
    rows = []
    for item, reports in found.items():
        known = [r for r in reports.values() if r]
        if any(_absent(r) for r in known):
            cells = [_placed(reports[way]) for way in ways]
            rows.append([f"{item.name}: absent sentences placed", *cells])
        if any(r.extra for r in known):
            shares = [r.extra if r else None for r in (reports[way] for way in ways)]
            cells = [f"{s.share:.1f} %" if s else "-" for s in shares]
            rows.append([f"{item.name}: speech not in the text, covered", *cells])
    show("Text that differs from the recording", ["item", *ways], rows)


def _absent(found: Report) -> int:
    compared = sentences_of(found)
    return compared.absent if compared else 0


def _placed(found: Report | None) -> str:
    compared = sentences_of(found) if found else None
    return f"{len(compared.placed)} of {compared.absent}" if compared else "-"


def _confidences(found: dict[Item, Reports]) -> None:
    rows = []
    for unit, name in ((Unit.PHRASES_BY_WORDS, "first word"), (Unit.PHRASES, "mean of the words")):
        for way in ENGINES:
            pool = _pool([c for r in found.values() if (c := _unit(r[way], unit))])
            rated = reliability(pool) if pool else None
            if rated:
                rows.append([f"{way}, {name}", *_reliability(rated)])
    show(
        "Confidence of sentences, all items",
        ["engine", "n", "calibration error", "at >= 0.99", "of these <= 100 ms", "<= 200 ms"],
        rows,
    )


def _reliability(rated: Reliability) -> list[str]:
    sure = rated.sure
    return [
        str(sum(b.n for b in rated.bins)),
        f"{rated.calibration_error:.1f} %",
        str(sure.n if sure else 0),
        f"{sure.right:.1f} %" if sure else "-",
        f"{sure.lenient:.1f} %" if sure else "-",
    ]


def _unit(found: Report | None, unit: str) -> Comparison | None:
    return next((c for c in found.comparisons if c.unit == unit), None) if found else None


def _pool(found: Sequence[Comparison]) -> Comparison | None:
    if not found:
        return None
    return replace(
        found[0],
        pairs=tuple(chain.from_iterable(c.pairs for c in found)),
        placed=tuple(chain.from_iterable(c.placed for c in found)),
    )


def engine(name: str) -> Aligned:
    """One of ours."""

    def aligned(audio: Audio, script: Transcript, language: str, path: Path) -> None:
        chosen = engines.find_engine(name)
        spans = engines.align(audio, script, language, chosen, ignore)
        alignment = filling.fill(script, spans, language=language, duration=audio.duration)
        formats.write_captions(path, Captions(alignment=alignment))

    return aligned


def stock(audio: Audio, script: Transcript, language: str, path: Path) -> None:
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
