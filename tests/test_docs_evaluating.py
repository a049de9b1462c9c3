"""The page about evaluating shows what happens."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from subalign.__main__ import main

PAGE = (Path(__file__).parents[1] / "docs" / "evaluating.md").read_text("utf-8")
FILES = ("truth.json", "own.srt", "person.srt", "tool.srt")
BLOCKS = re.findall(r"^```\w*\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
COMMANDS = [block for block in BLOCKS if block.startswith("$ ")]


@pytest.mark.parametrize("shown", COMMANDS)
def test_commands_print_what_the_page_shows(
    shown: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("suber")
    monkeypatch.chdir(tmp_path)
    given = [block for block in BLOCKS if block not in COMMANDS]
    for name, text in zip(FILES, given, strict=True):
        assert f"`{name}`" in PAGE
        Path(name).write_text(text, "utf-8")
    command, _, wanted = shown.removeprefix("$ subalign ").partition("\n")
    code = main(shlex.split(command))
    printed = capsys.readouterr()
    assert printed.out + printed.err == wanted
    assert code == (1 if "is wanted" in wanted else 0)


def test_the_page_has_commands() -> None:
    assert len(COMMANDS) == 3
