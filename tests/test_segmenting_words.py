"""Every word stands once, in order, in lines that fit; and where captions must break."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subalign.measure import width
from subalign.model import Alignment, Break, Word
from subalign.segmenting import segment
from subalign.styles import STYLES, Style

NETFLIX = STYLES["netflix"]


def timed(text: str, pace: int = 330, pauses: dict[str, int] | None = None) -> Alignment:
    """``text`` said at ``pace`` ms a word, with pauses (ms) after some of its words."""
    words: list[Word] = []
    at = 0
    for word in text.split():
        ends = Break.SENTENCE if word[-1] in ".?!" else Break.NONE
        words.append(Word(word, at, at + pace - 30, ends=ends))
        at += pace + (pauses or {}).get(word, 0)
    return Alignment(tuple(words), "en", at)


def lines(alignment: Alignment, style: Style = NETFLIX) -> list[tuple[str, ...]]:
    return [c.lines for c in segment(alignment, style)]


def test_a_short_sentence_is_one_line() -> None:
    assert lines(timed("Nobody knows what he said.")) == [("Nobody knows what he said.",)]


def test_a_line_does_not_end_on_a_word_that_leans_on_the_next() -> None:
    text = "We went all the way to the station and there was a train that left without the driver."
    leaning = {"the", "a", "and", "to", "that", "without", "was"}
    for cue in lines(timed(text)):
        for line in cue:
            assert line.split()[-1] not in leaning


def test_a_long_pause_ends_a_caption() -> None:
    made = lines(timed("First we wait and then we go.", pauses={"wait": 4000}))
    assert made[0][-1].endswith("wait")


def test_speakers_do_not_share_a_caption_without_dashes() -> None:
    words = timed("Are you coming? Yes, I am on my way.", pace=600).words
    both = tuple(
        Word(w.text, w.start, w.end, ends=w.ends, speaker="Ann" if i < 3 else "Bob")
        for i, w in enumerate(words)
    )
    cues = segment(Alignment(both, "en", 10_000), STYLES["bbc"])
    assert [c.speaker for c in cues] == ["Ann", "Bob"]
    assert cues[1].label == "Bob:"


def test_japanese_breaks_between_characters_and_keeps_punctuation_off_line_starts() -> None:
    text = "私たちは長い間そのことについて話し合いましたが、結局何も決まりませんでした。" * 2
    words = tuple(
        Word(c, i * 150, i * 150 + 140, after="", ends=Break.SENTENCE if c == "。" else Break.NONE)
        for i, c in enumerate(text)
    )
    cues = segment(Alignment(words, "ja", len(text) * 150), NETFLIX)
    assert "".join(line for c in cues for line in c.lines) == text
    for cue in cues:
        for line in cue.lines:
            assert width(line) <= NETFLIX.line_width
            assert line[0] not in "、。"


words_of = st.lists(
    st.tuples(
        st.sampled_from(
            ["a", "the", "word,", "sentence.", "and", "Rindfleischetikettierung", "of", "x" * 50]
        ),
        st.integers(60, 900),
        st.integers(0, 2500),
    ),
    max_size=40,
)


@given(words_of, st.sampled_from(list(STYLES.values())))
def test_every_word_stands_once_in_order_in_lines_that_fit(
    parts: list[tuple[str, int, int]], style: Style
) -> None:
    words: list[Word] = []
    at = 0
    for text, voice, pause in parts:
        ends = Break.SENTENCE if text.endswith(".") else Break.NONE
        words.append(Word(text, at, at + voice, ends=ends))
        at += voice + pause
    cues = segment(Alignment(tuple(words), "en", at), style)
    shown = " ".join(line for c in cues for line in c.lines)
    # a word wider than a line is cut with a hyphen
    assert shown.replace(" ", "").replace("-", "") == "".join(w.text for w in words)
    for cue in cues:
        assert len(cue.lines) <= style.max_lines
        assert all(width(line) <= style.line_width for line in cue.lines)
    assert [c.start for c in cues] == sorted(c.start for c in cues)


@pytest.mark.parametrize("language", ["en", "de", "fr", "ru", "xx"])
def test_no_words_give_no_captions(language: str) -> None:
    assert segment(Alignment((), language, 1000), NETFLIX) == ()
