"""Cleaning of sentences as recognisers write them, in eight languages; all are offered or made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subalign.cleaning import Level, clean, readable
from subalign.model import Transcript
from subalign.transcript import parse_transcript

TALK = Path(__file__).parent / "golden" / "talk.txt"
CODES = ("en", "de", "fr", "es", "it", "nl", "pt", "ru")


class Line(NamedTuple):
    level: str
    language: str
    before: str
    after: str


def lines() -> Iterator[Line]:
    level = language = ""
    for row in TALK.read_text("utf-8").splitlines():
        head = re.fullmatch(r"\[(\w+) (\w+)\]", row)
        if head:
            level, language = head[1], head[2]
        elif row and not row.startswith("#"):
            before, after = row.replace("\\n", "\n").split(" | ")
            yield Line(level, language, before, before if after == "=" else after)


LINES = list(lines())
WORDS = {
    code: sorted({word for line in LINES if line.language == code for word in line.before.split()})
    for code in CODES
}


def one_line(transcript: Transcript) -> str:
    return " ".join(readable(transcript).split())


def test_every_language_has_its_lines() -> None:
    assert {line.language for line in LINES} == set(CODES)
    assert len(LINES) > 250


@pytest.mark.parametrize("line", LINES, ids=lambda x: f"{x.language}-{x.before[:30]}")
def test_a_line_becomes_what_stands_there(line: Line) -> None:
    made = parse_transcript(line.before, language=line.language)
    after = clean(made, line.level, line.language)
    assert one_line(after) == " ".join(line.after.split())
    assert after.source == line.before


TEXTS = st.sampled_from(CODES).flatmap(
    lambda code: st.tuples(
        st.just(code),
        st.lists(
            st.one_of(
                st.sampled_from([line.before for line in LINES if line.language == code]),
                st.lists(st.sampled_from(WORDS[code]), min_size=1, max_size=12).map(" ".join),
            ),
            min_size=1,
            max_size=6,
        ).map(" ".join),
    )
)
"""Lines of a language, whole and shuffled, after each other."""


@given(TEXTS, st.sampled_from(list(Level)))
def test_talk_is_cleaned_once_and_rebuilt(text: tuple[str, str], level: Level) -> None:
    code, source = text[0], f"A. {text[1]}"
    made = parse_transcript(source, language=code)
    once = clean(made, level, code)
    assert clean(once, level, code) == once
    assert once.source == source
    if not any(t.why == "sentence-loop" for t in once.tokens):
        assert said(once) == said(made)


def said(transcript: Transcript) -> list[str]:
    return " ".join(t.spoken for t in transcript.tokens if t.spoken).split()
