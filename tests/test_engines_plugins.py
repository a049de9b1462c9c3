"""An engine that another installed package offers by an entry point."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SONNET = Path(__file__).parents[1] / "fixtures" / "sonnet"

METRONOME = '''
"""Metronome: each word lasts half a second, in German alone."""

import subalign
from subalign.errors import UsageError


def check_language(language):
    if language != "de":
        raise UsageError(f"metronome knows no {language}", where="language")


def align(audio, utterances, language, progress):
    rows, at = [], 0
    for utterance in utterances:
        row = []
        for _ in utterance.words:
            row.append(subalign.Span(at, at + 400, 0.5))
            at += 500
        rows.append(row)
    progress(subalign.Event(subalign.Stage.ALIGN, 1.0))
    return rows


ENGINE = subalign.Engine(
    "metronome", "each word lasts half a second", align, check_language=check_language
)
'''

CAPTION = """
import json, sys
import subalign

told = []
text = subalign.parse_transcript("Das ist ein Satz. Hier ist noch einer.", language="de")
result = subalign.caption(
    sys.argv[1], text, language="de", engine="metronome", cache=False, progress=told.append
)
print(json.dumps({
    "engines": [engine.name for engine in subalign.list_engines()],
    "words": [(word.start, word.end) for word in result.alignment.words],
    "cues": [cue.text for cue in result.captions],
    "told": [event.stage.value for event in told],
}))
try:
    subalign.caption(sys.argv[1], text, language="en", engine="metronome", cache=False)
except subalign.UsageError as refusal:
    print(json.dumps(str(refusal)))
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder of installed packages, one of which offers the engine."""
    info = tmp_path / "metronome-1.0.dist-info"
    info.mkdir()
    (tmp_path / "metronome.py").write_text(METRONOME, "utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: metronome\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[subalign.engines]\nmetronome = metronome:ENGINE\n")
    return tmp_path


def run(site: Path, *arguments: str) -> str:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(site), *sys.path])}
    command = [sys.executable, *arguments]
    return subprocess.run(
        command, cwd=site, env=environment, capture_output=True, text=True, check=True
    ).stdout


def test_the_public_function_aligns_by_it(site: Path) -> None:
    aligned, refused = run(site, "-c", CAPTION, str(SONNET / "audio.opus")).splitlines()
    found = json.loads(aligned)
    assert found["engines"][-1] == "metronome"
    assert found["words"] == [[at, at + 400] for at in range(0, 4000, 500)]
    assert found["cues"] == ["Das ist ein Satz.", "Hier ist noch einer."]
    assert "align" in found["told"]
    assert "metronome knows no en" in json.loads(refused)


def test_the_command_line_aligns_by_it(site: Path) -> None:
    (site / "text.txt").write_text("Das ist ein Satz. Hier ist noch einer.", "utf-8")
    options = ["--engine", "metronome", "--language", "de", "-o", "c.srt", "-q"]
    run(site, "-m", "subalign", "align", str(SONNET / "audio.opus"), "text.txt", *options)
    assert "Das ist ein Satz." in (site / "c.srt").read_text("utf-8")
