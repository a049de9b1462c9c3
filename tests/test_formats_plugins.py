"""A format that another installed package offers by an entry point."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import InstallPlugin

from subalign.__main__ import main

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


def offer(install_plugin: InstallPlugin, source: str) -> None:
    install_plugin("lyrics", source, "subalign.formats", lyrics="FORMAT")


def test_the_command_line_lists_reads_and_writes_it(
    install_plugin: InstallPlugin,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    offer(install_plugin, LYRICS)
    monkeypatch.chdir(tmp_path)
    assert main(["formats"]) == 0
    assert "lyrics .lrc         Lyrics of songs" in capsys.readouterr().out
    Path("song.srt").write_text(SRT, "utf-8")
    assert main(["convert", "song.srt", "song.lrc", "-q"]) == 0
    written = Path("song.lrc").read_text("utf-8")
    assert written == "[1.0]Two lines.\n[3.0]One.\n"
    shift = ["--format", "lyrics", "--shift", "500", "-q"]
    assert main(["convert", "song.lrc", "-", *shift]) == 0
    shown = capsys.readouterr().out
    assert shown == "[1.5]Two lines.\n[3.5]One.\n"


def test_a_damaged_one_is_named(
    install_plugin: InstallPlugin, capsys: pytest.CaptureFixture[str]
) -> None:
    offer(install_plugin, "FORMAT = None\n")
    assert main(["formats"]) == 4
    assert "plug-in lyrics of lyrics 1.0: is of type NoneType" in capsys.readouterr().err
