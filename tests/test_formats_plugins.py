"""A format that another installed package offers by an entry point."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

LYRICS = '''
"""Lyrics: a line for each cue, with its start in front."""

from subalign.formats.base import Format, clean_lines, cues_to_write, split_lines
from subalign.model import Captions, Cue
from subalign.times import from_seconds, seconds


def keep(captions):
    lined = lambda cue: Cue(cue.start, cue.start, clean_lines([" ".join(cue.labelled)]))
    return cues_to_write(captions, lined)


def write(captions):
    return "".join(f"[{seconds(cue.start)}]{cue.lines[0]}\\n" for cue in keep(captions).cues)


def read(text, where):
    rows = [line[1:].split("]") for line in split_lines(text) if line]
    times = [from_seconds(float(at)) for at, _ in rows]
    return Captions(tuple(Cue(at, at, (row[1],)) for at, row in zip(times, rows)))


FORMAT = Format("lyrics", (".lrc",), "Lyrics of songs", read, write, keep)
'''
SRT = "1\n00:00:01,000 --> 00:00:02,500\nTwo\nlines.\n\n2\n00:00:03,000 --> 00:00:04,000\nOne.\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder of installed packages, one of which offers the format."""
    folder = tmp_path / "site"
    info = folder / "lyrics-1.0.dist-info"
    info.mkdir(parents=True)
    (folder / "lyrics.py").write_text(LYRICS, "utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: lyrics\nVersion: 1.0\n", "utf-8")
    (info / "entry_points.txt").write_text("[subalign.formats]\nlyrics = lyrics:FORMAT\n", "utf-8")
    return folder


def run(site: Path, *arguments: str) -> str:
    path = os.pathsep.join([str(site), *sys.path])
    command = [sys.executable, "-m", "subalign", *arguments]
    environment = {**os.environ, "PYTHONPATH": path}
    done = subprocess.run(
        command, cwd=site.parent, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_the_command_line_lists_reads_and_writes_it(site: Path) -> None:
    assert "lyrics .lrc         Lyrics of songs" in run(site, "formats")
    (site.parent / "song.srt").write_text(SRT, "utf-8")
    run(site, "convert", "song.srt", "song.lrc", "-q")
    written = (site.parent / "song.lrc").read_text("utf-8")
    assert written == "[1.0]Two lines.\n[3.0]One.\n"
    shown = run(site, "convert", "song.lrc", "-", "--format", "lyrics", "--shift", "500", "-q")
    assert shown == "[1.5]Two lines.\n[3.5]One.\n"


def test_a_damaged_one_is_named(site: Path) -> None:
    (site / "lyrics.py").write_text("FORMAT = None\n", "utf-8")
    with pytest.raises(subprocess.CalledProcessError) as caught:
        run(site, "formats")
    assert "plug-in lyrics of lyrics 1.0: is of type NoneType" in caught.value.stderr
