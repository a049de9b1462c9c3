"""Captions against recordings with known times: in their place, and moved."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from subalign.acoustics.activity.speech import find_speech
from subalign.audio import decode
from subalign.checking import RULES, check
from subalign.model import Cue, Problem, SpeechActivity
from subalign.proofing import align_cues
from subalign.styles import find_style

NETFLIX = find_style("netflix")
HEARD = {rule.name for rule in RULES if rule.needs_speech}


@cache
def references(folder: Path) -> tuple[tuple[Cue, ...], SpeechActivity]:
    """The phrases of a recording as cues that show them exactly as long as they are said."""
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    cues = tuple(
        Cue(round(p["start"] * 1000), round(p["end"] * 1000), (p["text"],))
        for p in gold["phrases"] or ()
        if p.get("start") is not None and p.get("end") is not None and not p.get("unverified")
    )
    return cues, find_speech(decode(folder / "audio.flac").samples)


def moved(cues: Sequence[Cue], by: int) -> list[Cue]:
    return [replace(c, start=max(0, c.start + by), end=max(1, c.end + by)) for c in cues]


def reported(problems: Sequence[Problem]) -> set[int]:
    """The cues that a rule about what is heard names, also as part of a run."""
    found = {p.cue for p in problems if p.rule in HEARD - {"uncaptioned"}}
    for problem in problems:
        if run := re.match(r"up to cue (\d+)", problem.message):
            found |= set(range(problem.cue, int(run[1]) + 1))
    return found


@pytest.mark.parametrize(
    ("by", "least", "most"),
    [(0, 0.0, 0.02), *((by, 0.97, 1.0) for by in (-1000, -500, -250, 250, 500, 1000))],
)
def test_moved_captions_are_reported_and_others_are_not(
    episodes: Path, by: int, least: float, most: float
) -> None:
    count = total = 0
    for folder in sorted(episodes.iterdir()):
        cues, voice = references(folder)
        count += len(reported(check(moved(cues, by), NETFLIX, "", voice)))
        total += len(cues)
    assert total > 500
    assert least <= count / total <= most


def test_a_run_that_is_moved_is_named_by_its_ends_and_its_shift(episodes: Path) -> None:
    cues, voice = references(episodes / "ep_en_ivr")
    some = [*cues[:30], *moved(cues[30:60], 600), *cues[61:]]
    (problem,) = [p for p in check(some, NETFLIX, "", voice) if p.rule == "shifted"]
    found = re.fullmatch(r"up to cue (\d+), text comes about (\d+) ms late, .*", problem.message)
    assert found
    assert abs(problem.cue - 31) <= 3
    assert abs(int(found[1]) - 60) <= 3
    assert abs(int(found[2]) - 600) <= 60


def test_speech_without_captions_is_found_and_music_is_not(episodes: Path) -> None:
    gold = json.loads((episodes / "ep_en_mismatch" / "gold.json").read_text("utf-8"))
    cues, voice = references(episodes / "ep_en_mismatch")
    times = [p.time for p in check(cues, NETFLIX, "", voice) if p.rule == "uncaptioned"]
    extra = [(e["start"] * 1000, e["end"] * 1000) for e in gold["extra_audio"]]
    assert all(any(start - 200 <= time <= end for start, end in extra) for time in times)
    found = [any(start - 200 <= time <= end for time in times) for start, end in extra]
    assert sum(found) >= len(extra) - 1
    cues, voice = references(episodes / "ep_en_intro_outro")
    times = [p.time for p in check(cues, NETFLIX, "", voice) if p.rule == "uncaptioned"]
    assert all(time > 340_000 for time in times), "30 s of music at the start are no speech"
    assert times


def test_text_is_found_where_it_is_said_and_text_that_is_not_is_named(episodes: Path) -> None:
    """Phrases that were never recorded stand between the others, a second long each."""
    folder = episodes / "ep_en_mismatch"
    phrases = json.loads((folder / "gold.json").read_text("utf-8"))["phrases"]
    cues: list[Cue] = []
    for p in phrases:
        at = cues[-1].end if cues else 0
        start, end = (
            (p["start"], p["end"]) if p["start"] is not None else (at / 1000, at / 1000 + 1)
        )
        cues.append(Cue(round(start * 1000), round(end * 1000), (p["text"],)))
    absent = {i for i, p in enumerate(phrases) if p["start"] is None}
    said = align_cues(decode(folder / "audio.flac"), cues, "en")
    found = {p.cue - 1 for p in check(cues, NETFLIX, "en", None, said) if p.rule == "not-spoken"}
    assert len(absent) > 10
    assert found <= absent
    assert len(found) >= 0.9 * len(absent)
    for by, least, most in ((0, 0.0, 0.01), (-600, 0.95, 1.0), (5000, 0.95, 1.0)):
        problems = check(moved(cues, by), NETFLIX, "en", None, said)
        late = reported([p for p in problems if p.rule == "out-of-sync"])
        here = [i for i in range(len(cues)) if i not in absent]
        assert least <= sum(i + 1 in late for i in here) / len(here) <= most
