"""Settings files: where they are looked for, what they say, and that commands heed them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from subalign.__main__ import main
from subalign.cli import app
from subalign.errors import InputError
from subalign.settings import KEYS, find_project, find_settings, parse_settings

TEXT = "We kick off with with AI, um, at space X. Why is it so.\n"

Put = Callable[[str, str], Path]


@pytest.fixture
def put(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Put:
    """Writes a file under the working folder, which is a repository."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)

    def write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    return write


def cleaned(capsys: pytest.CaptureFixture[str], *args: str) -> str:
    assert main(["clean", *args]) == 0
    return capsys.readouterr().out


def test_an_empty_file_says_nothing(put: Put, capsys: pytest.CaptureFixture[str]) -> None:
    put("subalign.toml", "")
    put("talk.txt", "All is well.")
    assert cleaned(capsys, "talk.txt") == "All is well.\n"


# --- what a file says ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('stlye = "bbc"', "subalign.toml: no setting 'stlye' (did you mean style"),
        ("x = 1", "subalign.toml: no setting 'x' (one of: clean, decisions, engine,"),
        ("style = 3", "subalign.toml: style: must be a text, not 3"),
        ("track = true", "subalign.toml: track: must be a whole number, not True"),
        ("strict = 1", "subalign.toml: strict: must be true or false, not 1"),
        ("a = 1\nstyle = x\n", "subalign.toml:2: no TOML: Invalid value (write: style"),
        ('\n\nstyle = "a', "subalign.toml: no TOML: Unterminated string at the end"),
        ('style = "a"\nstyle = "b"', "subalign.toml: no TOML: Cannot overwrite a value at the"),
        ('output = "a.srt"', "subalign.toml: 'output' is for one episode (see episode.toml)"),
        ('[glossary]\nX = "ex"', "subalign.toml: glossary: 'X' must be a list of texts (write:"),
        ('[glossary]\nX = ["."]', "subalign.toml: glossary: an empty variant in the glossary"),
        ('[glossary]\nX = ["a"]\nY = ["A"]', 'subalign.toml: glossary: "A" already stands for'),
        ("glossary = 3", "subalign.toml: glossary: must be a path, not 3"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_file_is_said(text: str, message: str) -> None:
    with pytest.raises(InputError, match="^" + re.escape(message)):
        parse_settings(text, Path("subalign.toml"))


def test_paths_are_relative_to_their_file() -> None:
    text = 'glossary = "names.txt"\noutput = ["a.srt", "/b.vtt"]\ndecisions = "~/d.txt"\n'
    found = parse_settings("\ufeff" + text, Path("ep/1/episode.toml"))
    assert found.values == {
        "glossary": "ep/1/names.txt",
        "output": ["ep/1/a.srt", "/b.vtt"],
        "decisions": str(Path.home() / "d.txt"),
    }


def test_names_of_both_files_come_together(put: Put) -> None:
    put("subalign.toml", '[glossary]\nSpaceX = ["space ex", "it"]\nMars = ["marce"]\n')
    put("ep/episode.toml", '[glossary]\n"Walter Isaacson" = ["it"]\n')
    names = find_settings(Path.cwd(), Path("ep/t.txt")).names
    assert names.spellings == ("Walter Isaacson", "SpaceX", "Mars")
    assert dict(names.variants)[("it",)] == "Walter Isaacson"
    assert dict(names.variants)[("space", "ex")] == "SpaceX"


def test_the_project_is_looked_for_up_to_its_repository(tmp_path: Path) -> None:
    inner = tmp_path / "repo" / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "subalign.toml").write_text('style = "bbc"', "utf-8")
    assert find_project(inner) == tmp_path / "subalign.toml"
    (tmp_path / "repo" / ".git").write_text("gitdir: elsewhere", "utf-8")
    assert find_project(inner) is None
    (tmp_path / "repo" / "subalign.toml").write_text('style = "ted"', "utf-8")
    assert find_project(inner) == tmp_path / "repo" / "subalign.toml"


def test_the_home_folder_is_the_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    (home / "talks").mkdir(parents=True)
    monkeypatch.setattr(Path, "home", lambda: home)
    (tmp_path / "subalign.toml").write_text('style = "bbc"', "utf-8")
    assert find_project(home / "talks") is None


def test_every_setting_is_an_option_of_align() -> None:
    group: Any = get_command(app)
    assert isinstance(group, TyperGroup)
    options = {opt for param in group.commands["align"].params for opt in param.opts}
    assert {f"--{key}" for key in KEYS} <= options


STYLES = """
[styles.lecture]
extends = "slow"
line_width = 30
[styles.slow]
max_cps = 12
summary = "for slow readers"
"""


def test_a_style_extends_another() -> None:
    made = parse_settings(STYLES, Path("subalign.toml")).styles()
    lecture, netflix = made["lecture"], made["netflix"]
    assert (lecture.line_width, lecture.max_cps, lecture.max_lines) == (30, 12, netflix.max_lines)
    assert (str(lecture), made["slow"].summary) == ("lecture", "for slow readers")
    assert lecture.source("line_width") == "style 'lecture'"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[styles.x]\nextends = "bcb"', "s.toml: styles.x: extends 'bcb', which is no style (did"),
        ('[styles.x]\nextends = "x"', "s.toml: styles.x: extends itself: x > x (one of them"),
        ('[styles.x]\nextends = "y"\n[styles.y]\nextends = "z"\n[styles.z]\nextends = "y"\n',
         "s.toml: styles.z: extends itself: y > z > y (one of them must extend netflix or"),
        ('[styles.x]\nextends = "y"\n[styles.y]\nextends = "bcb"',
         "s.toml: styles.y: extends 'bcb', which is no style (did you mean bbc?)"),
        ("[styles.x]\nline_with = 3", "s.toml: styles.x: no limit is called 'line_with' (did"),
        ('[styles.x]\nmax_cps = "a"', "s.toml: styles.x: max_cps"),
        ("[styles.x]\nmax_lines = true", "s.toml: styles.x: max_lines"),
        ("[styles.bbc]", "s.toml: styles: 'bbc' is a style already"),
        ('styles = "bbc"', "s.toml: styles are tables"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_style_is_said(text: str, message: str) -> None:
    with pytest.raises(InputError, match="^" + re.escape(message)):
        parse_settings(text, Path("s.toml")).styles()


# --- commands ------------------------------------------------------------------------------


def test_the_nearer_wins(put: Put, capsys: pytest.CaptureFixture[str]) -> None:
    put("ep/t.txt", TEXT)
    assert cleaned(capsys, "ep/t.txt").startswith("We kick off with AI, um, at space X. Why")
    put("subalign.toml", 'clean = "clean"\n')
    assert cleaned(capsys, "ep/t.txt").startswith("We kick off with AI at space X. Why is")
    put("ep/episode.toml", 'clean = "verbatim"\n')
    assert cleaned(capsys, "ep/t.txt").startswith("We kick off with with AI, um, at space X.")
    assert "with AI at space X." in cleaned(capsys, "ep/t.txt", "--clean", "clean")
    # also when what the command line says is the default
    assert "with AI, um, at space X." in cleaned(capsys, "ep/t.txt", "--clean", "tidy")


def test_names_from_settings_are_put_in(put: Put, capsys: pytest.CaptureFixture[str]) -> None:
    put("ep/t.txt", TEXT)
    put("subalign.toml", '[glossary]\nSpaceX = []\nxAI = ["AI"]\n')
    assert "with xAI, um, at SpaceX." in cleaned(capsys, "ep/t.txt")
    put("names.txt", "Mistral = AI\n")
    assert "with Mistral, um, at SpaceX." in cleaned(capsys, "ep/t.txt", "--glossary", "names.txt")
    put("ep/names.txt", "Llama = AI\n")
    put("ep/episode.toml", 'glossary = "names.txt"\n')
    assert "with Llama, um, at SpaceX." in cleaned(capsys, "ep/t.txt")


def test_a_wrong_value_is_named_by_its_file(put: Put, capsys: pytest.CaptureFixture[str]) -> None:
    put("ep/t.txt", TEXT)
    put("ep/episode.toml", 'clean = "tidi"\n')
    assert main(["clean", "ep/t.txt"]) == 3
    assert capsys.readouterr().err == (
        "subalign: ep/episode.toml: clean: no cleaning level 'tidi' (did you mean tidy?)\n"
    )
    assert main(["clean", "ep/t.txt", "--clean", "tidx"]) == 2
    assert "subalign: --clean: no cleaning level 'tidx'" in capsys.readouterr().err
    put("ep/episode.toml", 'claen = "tidy"\n')
    assert main(["clean", "ep/t.txt"]) == 3
    assert capsys.readouterr().err == (
        "subalign: ep/episode.toml: no setting 'claen' (did you mean clean?)\n"
    )


def test_a_setting_is_left_to_the_commands_that_have_it(
    put: Put, capsys: pytest.CaptureFixture[str]
) -> None:
    put("ep/t.txt", TEXT)
    put("ep/episode.toml", 'output = ["ep.srt"]\ntrack = 2\nstyle = "bbc"\n')
    assert cleaned(capsys, "ep/t.txt").startswith("We kick off")
    assert not Path("ep/ep.srt").exists()


def test_captions_are_checked_by_the_style_of_the_project(
    put: Put, capsys: pytest.CaptureFixture[str]
) -> None:
    put("a.srt", f"1\n00:00:01,000 --> 00:00:05,000\n{'word ' * 8}\n")
    assert main(["check", "a.srt"]) == 0
    put("subalign.toml", 'style = "bbc"\n')
    assert main(["check", "a.srt"]) == 1
    assert "1 cue, bbc, nl: 1 error" in capsys.readouterr().err
    # captions stay as they are: the style is for files of words
    assert main(["convert", "a.srt", "a.vtt"]) == 0
    assert main(["convert", "a.srt", "b.vtt", "--style", "bbc"]) == 2


def test_a_style_of_the_project_is_one_of_all(put: Put, capsys: pytest.CaptureFixture[str]) -> None:
    put("a.srt", f"1\n00:00:01,000 --> 00:00:05,000\n{'word ' * 7}\n")
    put("subalign.toml", STYLES)
    assert main(["check", "a.srt"]) == 0
    assert main(["check", "a.srt", "--style", "lecture"]) == 1
    assert "1 cue, lecture, nl: 1 error" in capsys.readouterr().err
    put("subalign.toml", f'style = "lecture"\n{STYLES}')
    assert main(["check", "a.srt"]) == 1
    assert main(["check", "a.srt", "--style", "bbc"]) == 0
    assert main(["styles"]) == 0
    assert "for slow readers" in capsys.readouterr().out
    put("subalign.toml", f'style = "lectur"\n{STYLES}')
    assert main(["check", "a.srt"]) == 3
    assert "subalign.toml: style: no style 'lectur' (did you mean lecture?)" in (
        capsys.readouterr().err
    )


@pytest.mark.parametrize(
    ("command", "setting"),
    [
        (["check", "a.srt"], 'language = "xx"'),
        (["check", "a.srt"], 'style = "bcb"'),
        (["clean", "a.txt"], 'language = "xx"'),
        (["align", "a.wav", "a.txt"], 'engine = "magic"'),
    ],
)
def test_every_wrong_setting_is_bad_input(
    command: list[str], setting: str, put: Put, capsys: pytest.CaptureFixture[str]
) -> None:
    put("a.srt", "1\n00:00:01,000 --> 00:00:05,000\nWords\n")
    put("a.txt", "Words")
    put("subalign.toml", setting)
    assert main(command) == 3
    said = capsys.readouterr().err
    assert f"subalign.toml: {setting.split(maxsplit=1)[0]}: no " in said
    assert said.count("\n") == 1


def test_align_takes_all_of_its_settings(put: Put, capsys: pytest.CaptureFixture[str]) -> None:
    fixtures = Path(__file__).parents[1] / "fixtures" / "sonnet"
    put("ep/t.txt", (fixtures / "transcript.txt").read_text("utf-8"))
    settings = 'language = "en-GB"\nengine = "uniform"\nstyle = "ted"\nstrict = true\n'
    put("ep/episode.toml", settings + 'output = "made.srt"\nwords = "made.json"\n')
    code = main(["align", str(fixtures / "audio.opus"), "ep/t.txt"])
    said = capsys.readouterr().err
    assert code == (0 if "ted: no problems" in said else 1)
    assert "language: en-GB, engine: uniform" in said
    assert Path("ep/made.srt").is_file()
    assert Path("ep/made.json").is_file()
