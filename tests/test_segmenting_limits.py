"""Nothing is lost in captions, and no limit of the style is broken."""

from __future__ import annotations

import random
import re
import unicodedata
from dataclasses import replace

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st
from test_segmenting import shown

from subalign.checking import check
from subalign.measure import width
from subalign.model import Alignment, Break, Word
from subalign.segmenting import segment
from subalign.styles import STYLES, Style
from subalign.timing import Leeway, schedule

NETFLIX = STYLES["netflix"]
_ENDS = re.compile(r"[.?!…][\"'”’»)\]]*$")

# --- nothing is lost, and no limit is broken ---------------------------------------------------

UGLY = [
    "a",
    "it's",
    "“Oui”",
    "«",
    "»",
    "—",
    "!",
    "[laughs]",
    "♪",
    "15",
    "%",
    "\u200b",
    "naïve,",
    "\u0301",
    "今日は",
    "。",
    "ニャー",
    "ภาษาไทย",
    "👩\u200d🚀",
    "https://example.org/a/very/long/address/that/no/line/can/ever/hold?q=1&r=2",
    "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz",
    "[a very long description of some music that plays while nobody speaks]",
    "0" * 100,
    "\u0301" * 90,
    "漢" * 50,
]


@st.composite
def ugly_alignments(draw: st.DrawFn) -> Alignment:
    words, at = [], draw(st.integers(0, 10_000))
    for _ in range(draw(st.integers(0, 25))):
        lasts = draw(st.sampled_from([0, 1, 90, 300, 1000, 20_000]))
        words.append(
            Word(
                draw(st.sampled_from(UGLY)),
                at,
                at + lasts,
                ends=draw(st.sampled_from(list(Break))),
                speaker=draw(
                    st.sampled_from(["", "", "Al", "Dr. Wolfgang Amadeus von Trappstein"])
                ),
                after=draw(st.sampled_from([" ", " ", ""])),
            )
        )
        at += draw(st.sampled_from([0, 0, lasts, lasts, lasts + 400, lasts + 3_600_000]))
    return Alignment(tuple(words), draw(st.sampled_from(["en", "ja", "xx"])), at)


def letters(text: str) -> str:
    """What is left of a text without spaces, hyphens and what cannot be seen."""
    return "".join(c for c in text if c not in "- " and unicodedata.category(c) not in ("Cf", "Mn"))


@given(ugly_alignments(), st.sampled_from(list(STYLES.values())))
def test_every_word_is_shown_once_and_in_order(alignment: Alignment, style: Style) -> None:
    cues = segment(alignment, style)
    assert letters("".join("".join(c.lines) for c in cues)) == letters(alignment.text)


@given(ugly_alignments(), st.sampled_from(list(STYLES.values())))
def test_no_line_is_too_wide_and_no_cue_too_tall(alignment: Alignment, style: Style) -> None:
    for cue in segment(alignment, style):
        assert 1 <= len(cue.lines) <= style.max_lines
        assert all(0 < width(line) <= style.line_width for line in cue.labelled)


@given(ugly_alignments(), st.sampled_from(list(STYLES.values())))
def test_cues_start_with_their_first_word_and_end_with_their_last(
    alignment: Alignment, style: Style
) -> None:
    cues = segment(alignment, style)
    starts = {word.start for word in alignment.words}
    for cue, following in zip(cues, [*cues[1:], None], strict=False):
        assert cue.start <= cue.end
        assert following is None or cue.end <= following.start or cue.end == cue.start
    if cues:
        assert cues[0].start in starts


@st.composite
def numbered(draw: st.DrawFn) -> Alignment:
    """Words that tell their number, at any pace."""
    words, at = [], draw(st.integers(0, 2000))
    for n in range(draw(st.integers(1, 40))):
        lasts = draw(st.sampled_from([60, 150, 300, 700]))
        text = f"{'w' * draw(st.integers(1, 9))}{n}{draw(st.sampled_from(['', '', ',', '.']))}"
        ends = Break.SENTENCE if text.endswith(".") else Break.NONE
        words.append(Word(text, at, at + lasts, ends=ends))
        at += lasts + draw(st.sampled_from([0, 0, 0, 200, 900, 4000]))
    return Alignment(tuple(words), "en", at)


@given(numbered(), st.sampled_from(list(STYLES.values())))
def test_a_cue_keeps_to_its_words(alignment: Alignment, style: Style) -> None:
    """Each word is shown once, from its voice on, and no longer than the style lets it linger."""
    left = list(alignment.words)
    for cue in schedule(segment(alignment, style), style, alignment.duration + 60_000):
        own = [left.pop(0) for _ in cue.text.split()]
        assert [word.text for word in own] == cue.text.split()
        assert own[0].start - style.lead_in <= cue.start <= own[0].start + Leeway().late
        kindest = max(own[-1].end + style.linger, cue.start + style.min_duration)
        assert cue.end <= max(kindest, left[0].start if left and len(own) == 1 else 0)
    assert not left


def spoken(rate: int, seed: int, count: int) -> Alignment:
    """The start of the podcast, at ``rate`` words a minute on average, with pauses by chance."""
    text = (ROOT / "fixtures" / "podcast" / "transcript.txt").read_text("utf-8")
    chance = random.Random(seed)
    words: list[Word] = []
    at = 0
    for token in text.split()[:count]:
        lasts = round(60_000 / rate * (len(token) + 1) / 5.9 * chance.uniform(0.7, 1.3))
        ended = bool(_ENDS.search(token))
        words.append(Word(token, at, at + lasts, ends=Break.SENTENCE if ended else Break.NONE))
        at += lasts + (int(chance.expovariate(1 / 300)) if ended or chance.random() < 0.05 else 0)
    return Alignment(tuple(words), "en", at)


@pytest.mark.parametrize("style", STYLES.values(), ids=lambda s: s.name)
@pytest.mark.parametrize("rate", [120, 180, 260])
def test_speech_at_any_rate_keeps_the_hard_limits(rate: int, style: Style) -> None:
    alignment = spoken(rate, rate, 1500)
    cues = segment(alignment, style)
    made = schedule(cues, style, alignment.duration)
    # Random words make sentences that leave a word over where lines are short.
    broken = {problem.rule for problem in check(made, style)} - {"orphan"}
    assert broken <= ({"reading-speed"} if rate >= 180 else set()) | (
        {"reading-speed"} if style.name == "bbc" else set()
    )
    assert " ".join(" ".join(cue.lines) for cue in cues) == alignment.text


def test_slow_speech_can_always_be_read() -> None:
    alignment = spoken(120, 1, 1500)
    for style in STYLES.values():
        problems = check(schedule(segment(alignment, style), style, alignment.duration), style)
        assert {problem.rule for problem in problems} <= {"orphan"}


def test_an_episode_of_no_words_has_no_cues() -> None:
    assert segment(Alignment((), "en", 1000), NETFLIX) == ()
    blank = Alignment((Word(" ", 0, 5), Word("\u200b", 5, 9)), "en", 1000)
    assert segment(blank, NETFLIX) == ()


def test_the_layout_of_a_long_episode_does_not_depend_on_where_it_is_cut() -> None:
    """The search looks at 8192 starts at a time; nothing may happen at the seams."""
    part = spoken(170, 3, 600)
    count = 17
    words = [
        replace(word, start=word.start + n * 600_000, end=word.end + n * 600_000)
        for n in range(count)
        for word in part.words
    ]
    cues = segment(Alignment(tuple(words), "en", count * 600_000), NETFLIX)
    one = shown(segment(part, NETFLIX))
    assert len(words) > 8192
    assert shown(cues) == one * count
