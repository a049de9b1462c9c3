"""transcript: nothing is lost, and each token says what is read and what is heard."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subalign.errors import TranscriptError
from subalign.model import Break, Token, Transcript
from subalign.transcript import parse_transcript

PODCAST = Path(__file__).parents[1] / "fixtures" / "podcast" / "transcript.txt"

# Everything the parser looks at, so that chance puts it into odd places.
PARTS = [
    *"aZé.:;,!?…。今ーก()[]<>{}*_#&♪/\\|\"'«»“”-–—0123 \t\n\r\xa0\u2028\x0b\x0c\x00\x1c\x85",
    *["\u200b", "\u200f", "\ufeff", "\u0301", "😀", "\r\n", "\n\n", "--", "...", "-->"],
    *["ANNA: ", "Ben: ", "[Ben] ", ">> ", "- ", "• ", "# ", "**", "Mr. ", "z. B. ", "word ", "It "],
    *["[music]", "(laughs)", "<i>", "</i>", "[00:12]", "0:03", "0:04\n", "(1:02:33)", "1\xa0000"],
    *["WEBVTT\n\n", "NOTE x\n", "<v Bob>", "</v>", "&amp;", "&nbsp;", "{\\an8}", "3\n"],
    *["00:01.000 --> 00:02.000\n", "1\r\n00:00:01,000 --> 00:00:02,000\r\n"],
]
texts = st.one_of(st.text(), st.lists(st.sampled_from(PARTS), max_size=40).map("".join))


def parse(text: str, language: str = "en") -> Transcript | None:
    try:
        return parse_transcript(text, language=language)
    except TranscriptError:
        return None


def tokens(text: str, language: str = "en") -> list[Token]:
    return list(parse_transcript(text, language=language).tokens)


def shown(text: str) -> list[str]:
    return [token.shown for token in tokens(text)]


def spoken(text: str) -> list[str]:
    return [token.spoken for token in tokens(text) if token.spoken]


@given(texts, st.sampled_from(["en", "de", "fr-CA", "zh_TW", "xx", ""]))
def test_the_source_comes_back_exactly(text: str, language: str) -> None:
    made = parse(text, language)
    if made:
        assert made.source == text
        assert all(token.raw for token in made.tokens)


@given(texts)
def test_every_token_keeps_the_contract(text: str) -> None:
    made = parse(text)
    if not made:
        return
    for token in made.tokens:
        assert len(token.shown.splitlines()) <= 1
        assert token.shown == token.shown.strip()
        assert "\0" not in token.shown
        assert token.spoken == " ".join(token.spoken.split())
        assert token.shown or token.why == "speaker-label"
        assert token.spoken or token.why in ("speaker-label", "sound-label", "sign")
        assert not (token.why == "speaker-label" and token.ends and token is not made.tokens[-1])


@given(texts)
def test_lines_count_as_editors_count(text: str) -> None:
    made = parse(text)
    done = made.lead if made else ""
    for token in made.tokens if made else ():
        above = re.sub("\r\n?", "\n", done + token.raw[:1])
        assert token.line == 1 + above.count("\n")
        done += token.raw + token.gap


@given(texts)
def test_a_sentence_says_something_unless_it_is_a_paragraph(text: str) -> None:
    made = parse(text)
    if not made:
        return
    assert made.tokens[-1].ends is Break.PARAGRAPH
    for run in made.sentences():
        said = sum(made.tokens[i].spoken != "" for i in run)
        assert said <= 100
        assert said or made.tokens[run[-1]].ends is Break.PARAGRAPH


@given(st.lists(st.sampled_from("Ja so. Nun? Wir gehen jetzt, ja! Gut...".split()), min_size=1))
def test_line_ends_of_any_kind_mean_the_same(words: list[str]) -> None:
    text = "\n".join(words) + "\n\nEnde."
    want = [(t.shown, t.ends, t.line) for t in tokens(text)]
    for end in ("\r\n", "\r"):
        assert [(t.shown, t.ends, t.line) for t in tokens(text.replace("\n", end))] == want


@pytest.mark.parametrize("text", ["", " \r\n\t\u2028\xa0", "\ufeff\u200b\0", "[00:12]\n---\n"])
def test_an_empty_transcript_is_an_error(text: str) -> None:
    with pytest.raises(TranscriptError, match=r"^ep\.txt: the transcript is empty \(.+\)$"):
        parse_transcript(text, "ep.txt")


@pytest.mark.parametrize(
    "text", ["[music]\n♪ — ♪", "...", "ANNA:\nBEN:\nANNA:", "1\n0:01,0 --> 0:02,0\n-"]
)
def test_a_transcript_without_a_spoken_word_is_an_error(text: str) -> None:
    with pytest.raises(TranscriptError, match=r"spoken word|is empty"):
        parse_transcript(text)


def test_punctuation_stays_with_its_word() -> None:
    text = "“Hello,” she said (twice); it's 3.14, and/or R&B!"
    assert shown(text) == text.split()


def test_a_dash_inside_a_word_parts_it() -> None:
    made = tokens("communities—the gang–who you--know wait...what well…yes “no”—he")
    assert [t.raw + t.gap for t in made] == [
        *["communities—", "the ", "gang–", "who ", "you--", "know ", "wait...", "what "],
        *["well…", "yes ", "“no”—", "he"],
    ]


@pytest.mark.parametrize(
    "word", ["MS-13", "1990–2000", "--help", "a@b--c.org", "http://a.b/c--d", "—so"]
)
def test_what_only_looks_like_a_dash_between_words_stays_whole(word: str) -> None:
    assert shown(f"see {word} now") == ["see", word, "now"]


@pytest.mark.parametrize("sign", ["—", "-", "•", "/", "#", "*", "_", "🎉", "👍🏽", "♪", "«»"])
def test_a_lone_sign_is_read_but_not_heard(sign: str) -> None:
    made = {t.raw: t for t in tokens(f"one {sign} two")}
    assert (made[sign].shown, made[sign].spoken, made[sign].why) == (sign, "", "sign")


@pytest.mark.parametrize("sign", ["%", "€", "$", "&", "+", "=", "@", "°", "½", "№", "£"])
def test_a_lone_symbol_that_is_read_out_is_heard(sign: str) -> None:
    assert spoken(f"five {sign} six") == ["five", sign, "six"]


def test_what_cannot_be_seen_is_not_shown() -> None:
    made = tokens("a\u200bb \u202ecd\u202c soft\xadly cafe\u0301 \u200f \ufeff x\x07y")
    assert [t.shown for t in made] == ["ab", "cd", "softly", "café", "xy"]
    assert [t.raw for t in made][2] == "soft\xadly"


def test_joiners_and_direction_marks_stay_where_they_shape_the_text() -> None:
    made = tokens("می\u200cخواهم 👩\u200d👧 שלום!\u200f")
    assert [t.shown for t in made] == ["می\u200cخواهم", "👩\u200d👧", "שלום!\u200f"]
    assert made[2].spoken == "שלום!"


def test_french_spaces_part_no_words() -> None:
    made = tokens("« Quoi ? » dit-il : 20\u202f000\xa0€ !", "fr")
    assert [t.raw for t in made] == ["« Quoi ? »", "dit-il :", "20\u202f000", "€ !"]
    assert made[0].shown == "«\xa0Quoi\xa0?\xa0»"
    assert [t.spoken for t in made] == ["«Quoi?»", "dit-il:", "20000", "€!"]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("我用GPT-4写了3.14页（很难）。", "我 用 GPT-4 写 了 3.14 页 （很 难）。"),
        ("「ラーメン」を、きょう！", "「ラー メ ン」 を、 きょ う！"),
        ("佐々木は言った", "佐々 木 は 言っ た"),
        ("สวัสดีเก่งน้ำ", "ส วั ส ดี เก่ ง น้ำ"),
        ("안녕하세요, 저는 GPT-4를", "안녕하세요, 저는 GPT-4를"),
        ("हिन्दी में है।", "हिन्दी में है।"),
    ],
)
def test_scripts_without_spaces_are_cut_by_character(text: str, want: str) -> None:
    made = tokens(text)
    assert [t.shown for t in made] == want.split()
    assert " ".join(text.split()) == "".join(t.raw + t.gap for t in made)


@pytest.mark.parametrize(
    "label",
    [
        *["[music]", "[upbeat music playing]", "[LAUGHTER]", "[inaudible 00:12:33]", "[Doorbell]"],
        *["(laughs)", "(Gelächter)", "(rires)", "(se ríe)", "(смех)", "（笑）", "(both laughing)"],
        *[
            "(crosstalk)",
            "(upbeat music)",
            "*sighs*",
            "<noise>",
            "{laughs}",
            "♪ upbeat music ♪",
            "[1]",
        ],
    ],
)
def test_a_sound_label_is_one_silent_token(label: str) -> None:
    made = tokens(f"so {label} yes")
    assert [(t.raw, t.spoken) for t in made] == [("so", "so"), (label, ""), ("yes", "yes")]
    assert (made[1].shown, made[1].why) == (label, "sound-label")


@pytest.mark.parametrize(
    "words",
    [
        *["(which is true)", "(NASA)", "(I love music)", "(the music)", "(my phone)", "need[ed]"],
        *["[W]e", "(speaking of which)", "(in 1990)", "(a dog)", "{x}", "(3:16)"],
    ],
)
def test_brackets_round_speech_are_speech(words: str) -> None:
    assert spoken(f"so {words} yes") == ["so", *words.split(), "yes"]


def test_a_doubtful_label_counts_when_it_stands_alone_on_its_line() -> None:
    assert spoken("Hello.\n(soft piano melody plays)\nBye.") == ["Hello.", "Bye."]
    assert "(soft" in spoken("Hello (soft piano melody plays) now.")


def test_what_is_sung_between_notes_is_heard() -> None:
    made = tokens("♪ Happy day ♪ ♪Oh my♪")
    assert [t.shown for t in made] == ["♪", "Happy", "day", "♪", "♪", "Oh", "my", "♪"]
    assert [t.spoken for t in made if t.spoken] == ["Happy", "day", "Oh", "my"]
    assert made[4].gap == ""


def test_a_label_over_two_lines_is_shown_in_one() -> None:
    made = tokens("1\n00:00:01,000 --> 00:00:02,000\n[upbeat music\nplaying] Hello.")
    assert made[0].shown == "[upbeat music playing]"
    assert made[0].raw == "[upbeat music\nplaying]"


def test_a_bracket_does_not_reach_over_a_blank_line() -> None:
    assert spoken("so [one\n\ntwo] yes") == ["so", "[one", "two]", "yes"]


def test_markdown_is_not_shown() -> None:
    text = "# A Heading\nSome **bold, so bold** and _it_ words, snake_case, f**k, 2 * 3 * 4.\n---\n"
    text += "> See [the page](https://a.b/c)."
    made = tokens(text)
    words = "A Heading Some bold, so bold and it words, snake_case, f**k, 2 * 3 * 4. See the page."
    assert [t.shown for t in made] == words.split()
    assert made[1].ends is Break.PARAGRAPH


def test_timestamps_are_no_words() -> None:
    text = "[00:01] Hi there (1:02:33) and [0:05] so.\n(0:07) At 10:30, see (3:16).\n"
    assert spoken(text) == "Hi there and so. At 10:30, see (3:16).".split()


def test_a_clock_at_a_line_start_is_read_out_unless_it_is_a_habit() -> None:
    assert spoken("10:30 we met.\n11:00 we left.")[0] == "10:30"
    assert (
        spoken("0:00 hello and\n0:05 welcome to\n0:09 the show")
        == "hello and welcome to the show".split()
    )
    assert spoken("9:00 it began.\n8:00 was before.\n7:00 too.")[0] == "9:00"


# Each took minutes when a regular expression or a loop over it was quadratic.
@pytest.mark.slow
@pytest.mark.parametrize(
    "part",
    [
        "a.",
        "0:01\n",
        "[0:01]",
        "A:\n",
        "(",
        "[a\n",
        "<",
        "*a",
        "—",
        "…",
        "\0",
        " ",
        "\n",
        "A B: ",
        "♪a",
        "- ",
    ],
)
def test_hostile_text_takes_linear_time(part: str) -> None:
    began = time.process_time()
    parse(part * (300_000 // len(part)) + " word")
    assert time.process_time() - began < 20


def test_raw_speech_recognition_keeps_every_word() -> None:
    text = PODCAST.read_text(encoding="utf-8")
    made = parse_transcript(text)
    assert [t.raw for t in made.tokens] == [t.spoken for t in made.tokens] == text.split()
    ends = [t.ends for t in made.tokens]
    assert ends.count(Break.PARAGRAPH) == len(text.splitlines())
    # Stray periods: other splitters find 654 to 665 sentences in it.
    assert 650 <= sum(end is not Break.NONE for end in ends) <= 690


def test_real_transcripts_keep_every_word(episodes: Path) -> None:
    for path in episodes.glob("*/transcript.txt"):
        text = path.read_bytes().decode("utf-8-sig")
        made = parse_transcript(text, path.name)
        assert made.source == text
        assert [t for t in made.tokens if t.why] == [t for t in made.tokens if t.raw in ("–", "-")]
