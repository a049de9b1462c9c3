"""Evaluating agrees with the scripts that came with the reference recordings and captions."""

from __future__ import annotations

import json
import random
import runpy
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from subalign import api, formats, result
from subalign.evaluating import evaluate
from subalign.evaluating.breaks import BreakKind, broken, compare_breaks, score_breaks
from subalign.evaluating.comparing import Comparison, Errors
from subalign.evaluating.items import Unit
from subalign.evaluating.report import Report
from subalign.inputs import as_timed
from subalign.model import Alignment, Break, Captions, Cue, Word
from subalign.styles import STYLES

# Those scripts leave their files open.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")

UNITS = {
    "words": Unit.WORDS,
    "phrases": Unit.PHRASES,
    "phrases_from_words": Unit.PHRASES_BY_WORDS,
}


@pytest.fixture(scope="module")
def score(episodes: Path) -> Callable[[str, str], dict[str, Any]]:
    found: Callable[[str, str], dict[str, Any]]
    found = runpy.run_path(str(episodes.parent / "score.py"))["score"]
    return found


def hypotheses(gold: dict[str, Any], name: str) -> Iterator[tuple[str, Captions]]:
    """Times as an aligner might give them: off by a little, some by a lot, all text placed."""
    draw = random.Random(name)
    items = [(p["text"], p["start"], p["end"]) for p in gold["phrases"] or []]
    items = items or [(w["word"], w["start"], w["end"]) for w in gold["words"]]
    words: list[Word] = []
    cues: list[Cue] = []
    for text, start, end in items:
        shown = text.split()
        free = words[-1].start if words else 0
        first = free if start is None else round(start * 1000 + draw.gauss(-8, 60))
        last = first + 300 if end is None else round(end * 1000 + draw.gauss(150, 150))
        first = max(free, first)
        step = max(1, (last - first) // len(shown))
        for i, word in enumerate(shown):
            at = first + i * step
            ends = Break.SENTENCE if i == len(shown) - 1 else Break.NONE
            words.append(Word(word, at, at + step, draw.random(), ends=ends))
        cues.append(Cue(first, max(first + 1, last), (text,)))
    yield "words.json", Captions(alignment=Alignment(tuple(words), "en", 10**6, "test"))
    yield "cues.srt", Captions(tuple(cues))
    two = [Cue(a.start, b.end, (*a.lines, *b.lines)) for a, b in pairwise(cues)]
    yield "pairs.vtt", Captions(tuple(two[::2]))


def judge(path: Path, gold: Path) -> Report:
    return evaluate(as_timed(path), as_timed(gold, trusted=True), 42)


def numbers(errors: Errors | None) -> dict[str, Any] | None:
    if errors is None:
        return None
    return {
        "n": errors.n,
        "median_ms": round(errors.median, 1),
        "max_ms": errors.largest,
        "bias_ms": round(errors.bias, 1),
        **{f"<={ms}": round(share, 1) for ms, share in errors.within.items()},
    }


def unit(found: Comparison) -> dict[str, Any]:
    made: dict[str, Any] = {
        "gold_items": len(found.pairs),
        "matched_tokens_pct": round(found.matched_share, 1),
        "coverage_start_pct": round(found.start_coverage, 1),
        "coverage_end_pct": round(found.end_coverage, 1),
        "start": numbers(found.starts),
        "end": numbers(found.ends),
    }
    if found.absent:
        share = round(100 * len(found.placed) / found.absent, 1)
        made["absent"] = {"n": found.absent, "placed": len(found.placed), "placed_pct": share}
    return made


def agree(path: Path, gold: Path, wanted: dict[str, Any]) -> None:
    report = judge(path, gold)
    compared = {c.unit: c for c in report.comparisons}
    assert {UNITS[name] for name in UNITS if name in wanted} == set(compared) - {
        Unit.PHRASES_ON_WORDS
    }
    for name in UNITS.keys() & wanted.keys():
        # The mean is of floating point seconds there, which rounds to another tenth of a ms.
        for edge in ("start", "end"):
            mean = (wanted[name][edge] or {}).pop("mean_ms", None)
            (wanted[name][edge] or {}).pop("p95_ms", None)
            own = {"start": compared[UNITS[name]].starts, "end": compared[UNITS[name]].ends}[edge]
            assert mean is None or own is None or own.mean == pytest.approx(mean, abs=0.051)
        assert unit(compared[UNITS[name]]) == wanted[name], (path.name, name)
    if "extra_audio" in wanted:
        assert report.extra
        assert round(report.extra.share, 1) == wanted["extra_audio"]["extra_covered_pct"]


def test_agrees_with_score_on_every_episode(
    episodes: Path, score: Callable[[str, str], dict[str, Any]], tmp_path: Path
) -> None:
    compared = 0
    for gold in sorted(episodes.glob("*/gold.json")):
        for name, captions in hypotheses(json.loads(gold.read_text("utf-8")), gold.parent.name):
            path = tmp_path / name
            formats.write_captions(path, captions)
            agree(path, gold, score(str(path), str(gold)))
            compared += 1
    assert compared == 3 * 14


@pytest.mark.parametrize(
    ("name", "engine"), [("ep_en_mismatch", "hmm"), ("hw_acoustic_corpus", "aeneas")]
)
def test_agrees_with_score_on_what_is_made(
    name: str,
    engine: str,
    episodes: Path,
    score: Callable[[str, str], dict[str, Any]],
    tmp_path: Path,
) -> None:
    folder = episodes / name
    audio, transcript = folder / "audio.flac", folder / "transcript.txt"
    made = api.caption(audio, transcript, engine=engine, cleaning="verbatim")
    path = tmp_path / "made.json"
    made.save(path)
    agree(path, folder / "gold.json", score(str(path), str(folder / "gold.json")))


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("style", ["ted", "podcast"])
def test_agrees_with_the_scores_of_human_breaks(
    language: str, style: str, episodes: Path, tmp_path: Path
) -> None:
    pytest.importorskip("sacrebleu")
    theirs = runpy.run_path(str(episodes.parent / "breaks" / "breaks.py"))
    gold = theirs["read_gold"](episodes.parent / "breaks" / f"human.{language}.txt")
    (tmp_path / "words.json").write_text(json.dumps(theirs["words_json"](gold)), "utf-8")
    alignment = formats.read_captions(tmp_path / "words.json").alignment
    assert alignment
    cues = result.make_captions(alignment, style).captions.cues
    formats.write_captions(tmp_path / "own.srt", Captions(cues))
    wanted = theirs["score"](gold, theirs["read_srt"](tmp_path / "own.srt"))
    kinds = list(BreakKind)
    sentences = [[(word, kinds[end]) for word, end in zip(*row, strict=True)] for row in gold]
    found = score_breaks(sentences, broken(cues), 0)
    assert found.sigma == pytest.approx(wanted["Sigma"], abs=1e-9)
    assert found.f1 == pytest.approx(wanted["F1"])
    assert found.line_f1 == pytest.approx(wanted["F1 line"])
    assert found.cue_f1 == pytest.approx(wanted["F1 caption"])
    # From a caption file alone, sentence ends are known by their punctuation only.
    by_file = compare_breaks(list(human_cues(gold)), cues, STYLES[style].line_width)
    assert by_file.sigma == pytest.approx(wanted["Sigma"], abs=0.2)


def human_cues(gold: list[tuple[list[str], list[int]]]) -> Iterator[Cue]:
    lines, line = list[str](), list[str]()
    for number, (words, ends) in enumerate(gold):
        for word, end in zip(words, ends, strict=True):
            line.append(word)
            if end:
                lines.append(" ".join(line))
                line = []
            if end == 2:
                yield Cue(number * 1000, number * 1000 + 900, tuple(lines))
                lines = []
