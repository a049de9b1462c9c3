"""Reading SRT and WebVTT as other tools write them; what is malformed is named, not dropped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subalign.errors import FormatError
from subalign.formats import named_format
from subalign.model import Cue

A, B = "00:00:01,000 --> 00:00:02,000", "00:00:03,000 --> 00:00:04,000"
V, W = A.replace(",", "."), B.replace(",", ".")


def srt(text: str) -> list[Cue]:
    return list(named_format("srt").read(text, "a.srt").cues)


def vtt(text: str) -> list[Cue]:
    return list(named_format("vtt").read(text, "a.vtt").cues)


def lines(cues: list[Cue]) -> list[tuple[str, ...]]:
    return [cue.lines for cue in cues]


# --- SRT -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"1\n{A}\nOne.\n\n2\n{B}\nTwo.\n", ["One."]),
        (f"\ufeff1\r\n{A}\r\nOne.\r\n\r\n2\r\n{B}\r\nTwo.", ["One."]),
        (f"1\r{A}\rOne.\r\r2\r{B}\rTwo.\r", ["One."]),
        (f"\n\n{A}\nOne.\n\n{B}\nTwo.\n\n\n", ["One."]),
        (f"1\n{A}\nOne.\n2\n{B}\nTwo.\n", ["One."]),
        (f"{A}\nOne.\n{B}\nTwo.\n", ["One."]),
        (f"1\n{A}\nOne.\n\nmore\n \n\n2\n{B}\nTwo.\n", ["One.", "more"]),
        (f" 7 \n  {V} X1:201 Y1:10\t\nOne.\n\n7\n{W}\nTwo.\n", ["One."]),
        ("1\n0:0:1,000-->0:0:2,000\nOne.\n\n2\n" + B + "\nTwo.\n", ["One."]),
        (f"1\n{A}\n\n2\n{B}\nTwo.\n", []),
        (f"1\n{A}\n2\n{B}\nTwo.\n", []),
        (f"1\n{A}\n1984\n\n2\n{B}\nTwo.\n", ["1984"]),
        (f"1\n{A}\n\n1984\nwas a year.\n\n2\n{B}\nTwo.\n", ["1984", "was a year."]),
        (f"1\n{A}\n10:30 -> 11:00\n9:30–11\n\n2\n{B}\nTwo.\n", ["10:30 -> 11:00", "9:30–11"]),
        (f"1\n{A}\nx --> y\n\n2\n{B}\nTwo.\n", ["x --> y"]),
        (f"1\n{A}\n<i>It</i> <FONT color='red'>is</font> {{\\an8}}so\n\n{B}\nTwo.", ["It is so"]),
        (f"1\n{A}\n<Bob> &amp; a <3 {{laughs}}\\N\n\n{B}\nTwo.", ["<Bob> &amp; a <3 {laughs}\\N"]),
        (f"1\n{A}\n<i></i>\n\n{B}\nTwo.", []),
        (f"1\n{A}\nOne\u2028two\x0b three\u00a0\n\n{B}\nTwo.", ["One two three"]),
    ],
)  # fmt: skip
def test_srt_is_read_as_tolerantly_as_players_do(text: str, found: list[str]) -> None:
    assert srt(text) == [Cue(1000, 2000, tuple(found)), Cue(3000, 4000, ("Two.",))]


@pytest.mark.parametrize(
    ("text", "where", "what"),
    [
        ("Only text.\n", "a.srt", "there is no cue in it"),
        ("\n\n", "a.srt", "there is no cue in it"),
        (f"Title\n\n1\n{A}\nOne.\n", "a.srt:1", "text before the times of the first cue"),
        (f"1\n2\n{A}\nOne.\n", "a.srt:1", "text before the times of the first cue"),
        (f"1\n{A}\nOne.\n\n2\n00:00:0x,000 --> 00:00:04,000\nTwo.", "a.srt:6", "no cue times"),
        (f"1\n{A}\nOne.\n2\n00:00:03,000 -->\nTwo.", "a.srt:5", "no cue times"),
        (f"1\n{A}\nOne.\n\n2\n00:00:03,000 -> 00:00:04,000\nTwo.", "a.srt:6", "no cue times"),
        (f"1\n{A}\nOne.\n\n00:00:03,000 → 00:00:04,000\nTwo.", "a.srt:5", "no cue times"),
        (f"1\n{A}\nOne.\n\n2\n00:00:03 --> 00:00:04\nTwo.", "a.srt:6", "no cue times"),
        (f"1\n{A}\nOne.\n\n2\n00:03,000 --> 00:04,000\nTwo.", "a.srt:6", "no cue times"),
        (f"1\n{A}\nOne.\n\n2\n00:75:03,000 --> 00:00:04,000\nTwo.", "a.srt:6", "no cue times"),
        (f"1\n{A}\nOne.\n\n2\n-0:00:03,000 --> 00:00:04,000\nTwo.", "a.srt:6", "no cue times"),
        (f"1\n{A}\nOne.\n\n2\n00:00:03,000 --> 00:00:04,000x\nTwo.", "a.srt:6", "no cue times"),
        (f"1\n{A}\nOne.\n\n2\nLost.\n\n3\n{B}\nTwo.", "a.srt:5", "cue 2 has no times"),
        (f"1\n{A}\nOne.\n\n2\nLost.\n", "a.srt:5", "cue 2 has no times"),
    ],
)
def test_malformed_srt_is_named_by_line(text: str, where: str, what: str) -> None:
    with pytest.raises(FormatError, match=what) as caught:
        srt(text)
    assert caught.value.where == where


def test_cues_stay_in_the_order_of_the_file_with_their_faults() -> None:
    text = f"1\n{B}\nLate.\n\n2\n{A}\nEarly.\n\n3\n00:00:01,500 --> 00:00:01,000\nBackwards.\n"
    found = [
        Cue(3000, 4000, ("Late.",)),
        Cue(1000, 2000, ("Early.",)),
        Cue(1500, 1000, ("Backwards.",)),
    ]
    assert srt(text) == found
    assert vtt("WEBVTT\n\n" + text.replace(",", ".")) == found


def test_milliseconds_after_an_srt_comma_are_a_number() -> None:
    assert srt("00:00:01,5 --> 00:00:02,050\nx")[0].start == 1005


@given(
    st.lists(st.sampled_from(["1", "2", A, B, "", "x", "-->", "00:0 --> 1", "<i>"]), max_size=12)
)
def test_any_srt_is_read_whole_or_refused(rows: list[str]) -> None:
    try:
        found = srt("\n".join(rows))
    except FormatError:
        return
    assert len(found) == sum(row in (A, B) for row in rows)
    assert sum(line == "x" for cue in found for line in cue.lines) == rows.count("x")


# --- WebVTT ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"WEBVTT\n\n{V}\nOne.\n\n{W}\nTwo.\n", ["One."]),
        (f"\ufeffWEBVTT - t\r\nKind: x\r\n\r\na b\r\n{V}\r\nOne.\r\n\r\n{W}\r\nTwo.", ["One."]),
        (f"WEBVTT\n{V}\nOne.\n{W}\nTwo.", ["One."]),
        (f"WEBVTT\n\nNOTE x --> y\nz\n\nSTYLE\n::cue {{}}\n\n{V}\nOne.\n\n{W}\nTwo.", ["One."]),
        (f"WEBVTT\n\nREGION\nid:a\n\nNOTE\nz\n\n{V}\nOne.\n\n{W}\nTwo.", ["One."]),
        (f"WEBVTT\n\n1\n{V} line:0 position:20%,line-left\nOne.\n\n{W}\nTwo.", ["One."]),
        ("WEBVTT\n\n00:01.000 --> 0:00:02.000\nOne.\n\n" + W + "\nTwo.", ["One."]),
        (f"WEBVTT\n\n{V}\n\n{W}\nTwo.", []),
        (f"WEBVTT\n\n{V}\n<c.x>A</c> &amp; <b>b</b> &lt;i&gt;\n\n{W}\nTwo.", ["A & b <i>"]),
        (f"WEBVTT\n\n{V}\na&nbsp;c&lrm;&#8212;\n\n{W}\nTwo.", ["a\u00a0c\u200e—"]),
        (f"WEBVTT\n\n{V}\nOne <00:00:01.500>two\n \nthree\n\n{W}\nTwo.", ["One two", "three"]),
        (f"WEBVTT\n\n{V}\na < b and a {{\\an8}}\n\n{W}\nTwo.", ["a < b and a {\\an8}"]),
    ],
)  # fmt: skip
def test_vtt_is_read_as_browsers_do(text: str, found: list[str]) -> None:
    assert vtt(text) == [Cue(1000, 2000, tuple(found)), Cue(3000, 4000, ("Two.",))]


@pytest.mark.parametrize(
    ("payload", "cue"),
    [
        ("<v Anna>Hi.", Cue(1000, 2000, ("Hi.",), "Anna")),
        (
            "<v.loud.x Anna K. &amp; Co>Hi\nyou.</v>",
            Cue(1000, 2000, ("Hi", "you."), "Anna K. & Co"),
        ),
        ("<i><v Anna>Hi.</v></i>", Cue(1000, 2000, ("Hi.",), "Anna")),
        ("<v Anna>Hi.</v>\n<v Anna>You.</v>", Cue(1000, 2000, ("Hi.", "You."), "Anna")),
        ("<v Anna>Hi.</v>\n<v Bob>Hello.", Cue(1000, 2000, ("Anna: Hi.", "Bob: Hello."))),
        ("<v >Hi.", Cue(1000, 2000, ("Hi.",))),
    ],
)
def test_a_voice_names_the_speaker(payload: str, cue: Cue) -> None:
    assert vtt(f"WEBVTT\n\n{V}\n{payload}\n") == [cue]


@pytest.mark.parametrize(
    ("text", "where", "what"),
    [
        ("", "a.vtt:1", "does not begin with WEBVTT"),
        (f"1\n{A}\nOne.\n", "a.vtt:1", "does not begin with WEBVTT .if it is an SRT file"),
        (f"WEBVTTX\n\n{V}\nOne.\n", "a.vtt:1", "does not begin with WEBVTT"),
        ("WEBVTT\n\nNOTE nothing\n", "a.vtt", "there is no cue in it"),
        (f"WEBVTT\n\n{A}\nOne.\n", "a.vtt:3", "no cue times"),
        ("WEBVTT\n\n1\n00:00:01.00 --> 00:00:02.000\nOne.\n", "a.vtt:4", "no cue times"),
        ("WEBVTT\n\n00:00:75.000 --> 00:00:02.000\nOne.\n", "a.vtt:3", "no cue times"),
        ("WEBVTT\n\n00:00:01.000 --> 00:00:02.0001\nOne.\n", "a.vtt:3", "no cue times"),
        (f"WEBVTT\n\n{V}\na --> b\n", "a.vtt:4", "no cue times: 'a --> b' .*--&gt;"),
        (
            f"WEBVTT\n\n{V}\nOne.\n\nand more.\n\n{W}\nTwo.",
            "a.vtt:6",
            "text outside a cue: 'and more.'",
        ),
        (f"WEBVTT\n\na\nb\n{V}\nOne.\n", "a.vtt:3", "text outside a cue: 'a'"),
    ],
)
def test_malformed_vtt_is_named_by_line(text: str, where: str, what: str) -> None:
    with pytest.raises(FormatError, match=what) as caught:
        vtt(text)
    assert caught.value.where == where


@given(st.lists(st.sampled_from(["1", V, W, A, "", "x", "-->", "NOTE", "<v A>", " "]), max_size=12))
def test_any_vtt_is_read_whole_or_refused(rows: list[str]) -> None:
    try:
        found = vtt("\n".join(["WEBVTT", *rows]))
    except FormatError:
        return
    assert len(found) == sum(row in (V, W) for row in rows)
