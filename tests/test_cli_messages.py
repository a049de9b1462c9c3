"""What commands say when something is wrong: one line, with what, where and what to do."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from test_audio import tone, write

from subalign.__main__ import main

GOOD = "1\n00:00:01,000 --> 00:00:03,000\nAll is well.\n"
WORDS = '[{"word": "All", "start": 0, "end": 0.5}, {"word": "well.", "start": 0.5, "end": 1}]'

Said = Callable[..., str]
"""Runs a command, which must end with ``code``, and gives what it says on standard error."""


@pytest.fixture
def said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Said:
    monkeypatch.chdir(tmp_path)
    Path("good.srt").write_text(GOOD, "utf-8")
    Path("words.json").write_text(WORDS, "utf-8")
    Path("talk.txt").write_text("All is well. " * 20, "utf-8")

    def run(*arguments: str, code: int) -> str:
        assert main(list(arguments)) == code
        return capfd.readouterr().err

    return run


@pytest.mark.parametrize(
    ("command", "line"),
    [
        (["segment", "words.json", "--language", "zz"],
         "--language: no language has the code 'zz' (such as en, en-GB or pt-BR)"),
        (["check", "good.srt", "--language", "eng"],
         "--language: no language has the code 'eng' (did you mean en?)"),
        (["check", "talk.txt"],
         "talk.txt: no format reads '.txt'"
         " (one of: .ctm, .json, .labels, .sbv, .srt, .textgrid, .ttml, .vtt)"),
        (["check", "good.srt", "--language", "en_US.UTF-8"],
         "--language: no language has the code 'en_US.UTF-8' (such as en, en-GB or pt-BR)"),
        (["convert", "good.srt", "a.srt", "--fps-from", "nan", "--fps-to", "25"],
         "--fps-from: nan frames per second (for example 23.976)"),
        (["convert", "good.srt", "a.srt", "--fps-from", "25", "--fps-to", "1e300"],
         "--fps-to: 1e+300 frames per second (for example 23.976)"),
        (["convert", "good.srt", "a.srt", "--fps-from", "25"],
         "give both --fps-from and --fps-to (or neither)"),
        (["segment", "words.json", "-o", "-", "-o", "-", "--format", "srt"],
         "-o -: standard output is named twice"),
        (["eval", "good.srt", "good.srt", "--plot", "good.srt"],
         "good.srt: the picture is a PNG (name it .png)"),
        (["convert", "good.srt", "-", "--format", "sr"],
         "--format: no format 'sr' (did you mean srt?)"),
    ],
)  # fmt: skip
def test_wrong_use(said: Said, command: list[str], line: str) -> None:
    assert said(*command, code=2) == f"subalign: {line}\n"


def test_what_is_no_input_is_named(said: Said) -> None:
    assert said("clean", "words.json", code=3) == (
        "subalign: words.json: this is data, not a transcript (give its text; segment makes "
        "captions of words that have their times)\n"
    )
    assert said("check", ".", code=3) == "subalign: .: this is a folder (name a file in it)\n"
    assert said("eval", "nofile.srt", "good.srt", "--plot", "no/a.png", code=3) == (
        "subalign: no/a.png: there is no such folder (make it first: mkdir -p no)\n"
    )


@pytest.mark.skipif(sys.platform != "linux", reason="file names are Unicode elsewhere")
@pytest.mark.parametrize("encoding", ["utf-8:strict", "ascii:strict", "cp1252:strict"])
def test__standard_output_is_utf_8_whatever_it_was(tmp_path: Path, encoding: str) -> None:
    name = os.fsdecode(b"a\xff.srt")
    (tmp_path / name).write_text(GOOD.replace("3,000", "1,100").replace("well", "wěll"), "utf-8")

    def out(*arguments: str) -> str:
        command = [sys.executable, "-m", "subalign", *arguments]
        environment = os.environ | {"PYTHONIOENCODING": encoding}
        done = subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, check=False
        )
        assert b"Traceback" not in done.stderr
        return done.stdout.decode("utf-8")

    assert "All is wěll." in out("convert", name, "-", "--format", "vtt")
    assert json.loads(out("check", name, "--json"))[0]["file"] == name


@pytest.mark.parametrize(
    "command",
    [
        ["convert", "good.srt", "new.srt/"],
        ["segment", "words.json", "-o", "new.srt/"],
        ["check", "good.srt", "--fix", "-o", "new.srt/"],
        ["check", "good.srt", "--junit", "new.srt/"],
        ["align", "a.wav", "talk.txt", "-o", "a.srt", "--words", "new.srt/"],
        ["clean", "talk.txt", "-o", "new.srt/"],
    ],
)
def test_a_slash_at_the_end_means_a_folder(said: Said, command: list[str]) -> None:
    assert said(*command, code=3) == "subalign: new.srt/: it is a folder (name a file in it)\n"
    assert not Path("new.srt").exists()


def test_one_cue_is_no_cues(said: Said) -> None:
    assert said("convert", "good.srt", "good.vtt", code=0) == "good.vtt: 1 cue\n"
    assert "one.srt: 1 cue\n" in said("segment", "words.json", "-o", "one.srt", code=0)


def test_a_refusal_names_both_files(said: Said, tmp_path: Path) -> None:
    write(tmp_path / "tone.wav", [tone(440, 20_000)], "pcm_s16le")
    line = said("align", "tone.wav", "talk.txt", "-o", "a.srt", code=5)
    assert line.startswith("subalign: talk.txt with tone.wav: ")
    assert line.count("\n") == 1


def test_no_name_breaks_a_line_or_commands_the_terminal(
    said: Said, capfd: pytest.CaptureFixture[str]
) -> None:
    name = "a\nb\x1b[31m\u202e.srt"
    Path(name).write_text(GOOD.replace("3,000", "1,100"), "utf-8")
    assert main(["check", name]) == 1
    printed = capfd.readouterr()
    assert printed.out.startswith(r"a\nb\x1b[31m\u202e.srt:1:00:00:01.000: min-duration: ")
    assert printed.err.startswith(r"a\nb\x1b[31m\u202e.srt: 1 cue, netflix")
    assert printed.out.count("\n") == 2
    assert said("convert", name, "b\r\n.txt", code=2).count("\n") == 1
    assert said("check", "no\nsuch.srt", code=3) == (
        "subalign: no\\nsuch.srt: there is no such file (check the path)\n"
    )
