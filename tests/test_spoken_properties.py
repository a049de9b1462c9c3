"""Whatever is written, nothing is lost, nothing fails, and no figure is left unsaid."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_spoken_english import tokens

from subalign.model import Token, Transcript
from subalign.spoken import verbalise

LANGUAGES = st.sampled_from(
    ["en", "en-GB", "de", "fr", "es", "it", "nl", "pt-BR", "ru", "cs", "ja", "ar", "sv", "th", "xx"]
)
SIGNS = st.text(
    st.sampled_from("0123456789  .,:;-–/'’\"()%$€£°#&+@№½²①፩٣५５XVILMabskmGhrté三\u00a0\u202f!?"),
    max_size=30,
)
PHRASES = st.lists(
    st.sampled_from(
        "5 1 000 $5 billion € % km XIV Louis St. Dr. No. z. B. 3. Mai 10:30 Uhr '90s 1/2 + 49 0"
        " – - 1984 people Chapter I 5'10\" example.com e.g. mid-90s г. году".split()
    ),
    max_size=12,
).map(" ".join)
TEXTS = SIGNS | PHRASES | st.text(max_size=20)


@given(TEXTS, LANGUAGES)
def test_nothing_is_lost_and_no_figure_is_left_unsaid(text: str, language: str) -> None:
    script = tokens(text)
    made = verbalise(script, language)
    assert made.source == script.source
    assert [t.shown for t in made.tokens] == [t.shown for t in script.tokens]
    for token in made.tokens:
        assert token.spoken == " ".join(token.spoken.split())
        if any(c.isdigit() or c.isalpha() for c in token.shown):
            assert any(c.isalnum() for c in token.spoken), token
        if language != "xx":
            assert not any(c.isdigit() for c in token.spoken), token


@given(TEXTS, st.sampled_from(["en", "de", "fr", "es", "it", "nl", "pt", "ru"]))
def test_a_known_language_is_said_in_words_alone(text: str, language: str) -> None:
    for token in verbalise(tokens(text), language).tokens:
        signs = {c for c in token.spoken if unicodedata.category(c)[0] in "SPN"}
        assert signs <= set("-'’ʼ.‐‑·‧"), token


@pytest.mark.parametrize(
    "text",
    [
        "9" * 50_000,
        "1" + ",000" * 10_000,
        "1:" * 5_000,
        "a." * 5_000 + "5",
        "a@5" * 3_000,
        "(5" * 3_000,
        "5 " * 3_000,
        "1 000 " * 2_000,
        "0." + "1" * 20_000,
        "9" * 5_000 + "th",
        "$" + "9" * 5_000 + ".99",
        "1" * 5_000 + "%",
        "X" * 50_000 + "5",
    ],
    ids=lambda text: text[:6],
)
def test_no_length_is_too_long(text: str) -> None:
    """Python itself refuses to read more than 4,300 figures as one number."""
    for token in verbalise(tokens(text), "en").tokens:
        assert token.spoken
        assert not any(c.isdigit() for c in token.spoken)


def test_ordinary_tokens_are_the_same_objects() -> None:
    token = Token("word", " ", "word", "word")
    assert verbalise(Transcript((token,)), "en").tokens[0] is token
