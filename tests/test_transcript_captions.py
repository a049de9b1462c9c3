"""transcript: captions read as a transcript."""

from __future__ import annotations

import pytest

from subalign.model import Break, Transcript
from subalign.transcript import parse_transcript


def read(text: str) -> Transcript:
    made = parse_transcript(text)
    assert made.source == text
    return made


def words(text: str) -> str:
    return " ".join(t.shown for t in read(text).tokens if t.shown)


def breaks(text: str) -> list[str]:
    return [t.shown for t in read(text).tokens if t.ends]


SRT = """1
00:00:01,000 --> 00:00:03,000
Hello there, this is
<i>a long</i> sentence that

2
00:00:03,500 --> 00:00:05,000 X1:1 X2:2
{\\an8}goes on. 1984
was Orwell's

3
00:00:06,000 --> 00:00:07,000
year, <font color="red">Anna</font> &amp; I say.
"""


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_srt(end: str) -> None:
    text = SRT.replace("\n", end)
    assert words(text) == (
        "Hello there, this is a long sentence that goes on. 1984 was Orwell's year, Anna & I say."
    )
    assert breaks(text) == ["on.", "say."]
    made = read(text)
    assert (made.lead, made.tokens[0].line) == (f"1{end}00:00:01,000 --> 00:00:03,000{end}", 3)
    assert f"2{end}00:00:03,500 --> 00:00:05,000 X1:1 X2:2{end}" in made.tokens[7].gap


def test_srt_without_index_and_with_odd_times() -> None:
    assert words("0:0:1.5 --> 0:0:2\nHello\n\n00:03 --> 00:04\nworld.") == "Hello world."


def test_content_decides_and_not_a_header_alone() -> None:
    assert words("Some title\n\n1\n00:00:01,000 --> 00:00:02,000\nHi.") == "Some title Hi."
    assert words("At 10:30 --> I left.") == "At 10:30 --> I left."


VTT = """WEBVTT - A title
Kind: captions
Language: en

NOTE made by
a tool

STYLE
::cue { color: red }

intro
00:01.000 --> 00:02.000 align:start
<v Anna Roe>Hello &lt;you&gt; at AT&amp;T

00:02.000 --> 00:04.000
<v.loud Bob &amp; Co>Hi <c.red>An</c>na, <00:00:03.000>5&nbsp;km.</v>

NOTE between

00:05.000 --> 00:06.000
No voice here, &unknown; that is.
"""


def test_vtt() -> None:
    made = read(VTT)
    assert words(VTT) == "Hello <you> at AT&T Hi Anna, 5 km. No voice here, &unknown; that is."
    said = [t.speaker for t in made.tokens]
    assert said == ["Anna Roe"] * 4 + ["Bob & Co"] * 4 + [""] * 6
    assert breaks(VTT) == ["AT&T", "km.", "is."]
    assert made.lead.endswith("align:start\n")
    assert made.tokens[0].raw == "<v Anna Roe>Hello"


def test_a_voice_that_goes_on_makes_no_paragraph() -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Anna>We go\n\n"
    text += "00:02.000 --> 00:03.000\n<v Anna>on. Yes."
    assert breaks(text) == ["on.", "Yes."]
    assert [t.ends for t in read(text).tokens][2:] == [Break.SENTENCE, Break.PARAGRAPH]


def test_a_voice_ends_with_its_cue() -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Anna>We go.\n\n"
    text += "00:02.000 --> 00:03.000\nWho is it?"
    assert [t.speaker for t in read(text).tokens] == ["Anna", "Anna", "", "", ""]


def test_sbv() -> None:
    text = "0:00:00.599,0:00:04.160\n>> ALICE: Hi, I am\nAlice and\n\n"
    text += "0:00:04.160,0:00:06.770\nthis is it. >> JOHN: Yes.\n"
    assert words(text) == "Hi, I am Alice and this is it. Yes."
    assert [t.speaker for t in read(text).tokens if t.shown] == ["ALICE"] * 8 + ["JOHN"]


def cue(n: int, text: str) -> str:
    return f"{n}\n00:00:{n:02},000 --> 00:00:{n:02},900\n{text}\n\n"


def test_lines_that_roll_up_are_read_once() -> None:
    lines = ["we begin", "and go", "and go", "on and on", "until it ends"]
    rolling = cue(1, lines[0]) + "".join(cue(i + 2, "\n".join(lines[i : i + 2])) for i in range(4))
    assert words(rolling) == " ".join(lines)


def test_a_line_said_twice_is_read_twice() -> None:
    said = ["Yeah.", "Yeah.", "So we go.", "No.", "No.", "It is so.", "Yes.", "Yes.", "Bye.", "Oh."]
    text = "".join(cue(i + 1, line) for i, line in enumerate(said))
    assert words(text) == " ".join(said)


def test_two_dashes_in_a_cue_are_two_speakers() -> None:
    text = cue(1, "- Really?\n- Yes and\nno.") + cue(2, "-Why?") + cue(3, "I said -\nno.")
    made = read(text)
    assert [t.why for t in made.tokens if t.raw == "-"] == ["speaker-label"] * 3 + ["sign"]
    assert [t.shown for t in made.tokens if t.ends is Break.PARAGRAPH] == ["Really?", "no.", "no."]


def test_labels_in_captions() -> None:
    text = (
        cue(1, "ANNA: I WENT\nTO THE STORE")
        + cue(2, "YESTERDAY.\nBOB: NICE.")
        + cue(3, "(door slams)")
    )
    said = [(t.speaker, t.shown) for t in read(text).tokens if t.spoken]
    assert said[0] == ("ANNA", "I")
    assert said[-1] == ("BOB", "NICE.")
    assert breaks(text) == ["YESTERDAY.", "(door slams)"]


def test_a_copied_transcript_panel() -> None:
    text = "0:00\nhello everyone welcome to\n0:03\nthe show today we have\n"
    text += "0:07\na guest who is\n1:02:33\nvery nice"
    assert (
        words(text) == "hello everyone welcome to the show today we have a guest who is very nice"
    )
    assert breaks(text) == ["nice"]


def test_paragraphs_between_timestamps_stay_paragraphs() -> None:
    text = "0:00\nHello there,\n\n0:05\nThis is it\n\n0:09\nBye now"
    assert breaks(text) == ["there,", "it", "now"]


def test_whisper_lines() -> None:
    text = "[00:00.000 --> 00:04.000]  Hello there and\n[00:04.000 --> 00:08.000]  welcome. Bye."
    assert words(text) == "Hello there and welcome. Bye."
    assert breaks(text) == ["welcome.", "Bye."]
