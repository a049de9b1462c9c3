"""A caption document is its file, block by block."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subalign.documents import cue_lines, parse, parse_any, parse_lines

PIECES = [
    *("\n", "\r\n", "\r", "\n\n", " \n", "\ufeff", "\u2028", "\x0c", ""),
    *("WEBVTT", "WEBVTT - title", "NOTE", "NOTE made by hand", "STYLE", "REGION", "intro", "12"),
    *("00:00:01,000 --> 00:00:02,000", "00:01.000 --> 00:02.000 line:0", "0:00:01.0,0:00:02.0"),
    *("1:2 --> 3:4", "00:00:03.000-->00:00:04.000", "-->", "a --> b", "Hello.", "<i>Hi", "字幕"),
]
files = st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=14).map("".join)


@given(text=files, sbv=st.booleans())
def test_a_document_keeps_every_character(text: str, sbv: bool) -> None:
    document = parse(text, sbv=sbv)
    assert str(document) == text
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for block in document.blocks:
        assert block.time_line.rstrip("\r\n") == lines[block.line - 1]
        assert block.start in block.time_line
        assert block.end in block.time_line
    assert cue_lines(text) == tuple(block.line for block in parse_any(text).blocks)


@given(text=files, start=st.integers(0, 10**8), end=st.integers(0, 10**8))
def test_other_times_change_only_the_time_line(text: str, start: int, end: int) -> None:
    for block in parse(text).blocks:
        moved = block.at(start, end)
        assert moved._replace(time_line="", start="", end="") == block._replace(
            time_line="", start="", end=""
        )
        assert moved.at(start, end) == moved
        again = parse(f"{moved.time_line}\nHi.\n").blocks
        assert [(b.start, b.end) for b in again] == [(moved.start, moved.end)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "1\n00:01.0 --> 00:02.0\nHi.\n \nno\n\n2\n",
            [("1\n", ("Hi.\n", " \n", "no\n", "\n", "2\n"))],
        ),
        (
            "WEBVTT\n\nNOTE\n00:01.0 --> 00:02.0\n\nx\n00:03.000 --> 00:04.000\nHi.\n\nno",
            [("x\n", ("Hi.\n",))],
        ),
        ("WEBVTT\nNOTE\n\nNOTE\n00:01.000 --> 00:02.000\nHi.", [("NOTE\n", ("Hi.",))]),
        ("00:01.0 --> 00:02.0\n1\n00:03.0 --> 00:04.0\n", [("", ()), ("1\n", ())]),
    ],
)
def test_names_and_texts(text: str, found: list[tuple[str, tuple[str, ...]]]) -> None:
    """SubRip goes on over blank lines; a browser ends a cue there, and hides bad times in notes."""
    assert [(block.name, block.payload) for block in parse(text).blocks] == found


def test_lines_of_any_kind() -> None:
    document = parse_lines(("0:01.0,0:02.0\f", "Hi.\f"), sbv=True)
    assert [(block.line, block.payload) for block in document.blocks] == [(1, ("Hi.\f",))]
