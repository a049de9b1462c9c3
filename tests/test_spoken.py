"""What is said for what is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subalign.errors import TranscriptError
from subalign.spoken import verbalise
from subalign.transcript import parse_transcript


def said(text: str, language: str) -> str:
    script = verbalise(parse_transcript(text, language=language), language)
    assert script.source == text
    return " ".join(t.spoken for t in script.tokens if t.spoken)


@pytest.mark.parametrize(
    ("language", "text", "spoken"),
    [
        ("en", "It cost $5 billion.", "It cost five billion dollars"),
        ("en", "In 1984 we met.", "In nineteen eighty-four we met"),
        ("en", "About 50 % of them", "About fifty percent of them"),
        ("en", "the 21st century", "the twenty-first century"),
        ("en", "20,000 people", "twenty thousand people"),
        ("en", "Dr. Smith vs. MS-13", "Doctor Smith versus MS thirteen"),
        ("en", "see example.com", "see example dot com"),
        ("de", "Das kostet 5 Euro.", "Das kostet fünf Euro"),
        ("de", "z. B. 20 %", "zum Beispiel zwanzig Prozent"),
        ("fr", "Il y a 3 chats.", "Il y a trois chats"),
        ("es", "Tengo 12 gatos.", "Tengo doce gatos"),
    ],
)
def test_what_is_said(language: str, text: str, spoken: str) -> None:
    assert said(text, language).lower() == spoken.lower()


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "it", "nl", "pt", "ru", "tr", "xx"])
@given(text=st.text("0123456789.,:/-–%$€£°²½ aIVXkmB#+'\n", min_size=1, max_size=20))
def test_no_figure_is_left_unsaid(language: str, text: str) -> None:
    try:
        script = verbalise(parse_transcript(text, language=language), language)
    except TranscriptError:
        return
    assert script.source == text
    for token in script.tokens:
        if token.shown and any(c.isascii() and c.isdigit() for c in token.shown) and not token.why:
            assert token.spoken, token


def test_known_languages_leave_no_figures() -> None:
    for language in ("en", "de", "fr", "es", "it", "nl", "pt", "ru"):
        assert not any(
            c.isdigit() for c in said("There are 7, 12,5 or 1001 of 23 at 10:30.", language)
        )
