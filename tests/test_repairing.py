"""A repair touches no word, leaves nothing that it claims to mend, and need not be repeated."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import groupby, pairwise

import pysrt
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from subalign.checking import check
from subalign.errors import FormatError
from subalign.formats import named_format
from subalign.model import Cue, Problem, Severity
from subalign.repairing import repair
from subalign.repairing.patching import indivisible, patch
from subalign.segmenting import break_lines
from subalign.styles import STYLES, Style, find_style, on_frames
from subalign.timing import Leeway

NETFLIX = find_style("netflix")
WORDS = (
    "the of and I left my keys in car, Yes. Netflix 字幕は はい。 don't -no (sound) « oui »".split(
        " "
    )
)

lines = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
near = st.builds(
    lambda start, length, text: Cue(start, start + length, tuple(filter(None, text))),
    start=st.integers(0, 12_000),
    length=st.integers(-300, 9_000),
    text=st.lists(lines, max_size=3),
)
dense = st.lists(near, max_size=9)
styles = st.sampled_from(list(STYLES.values()))
limits = st.one_of(
    styles,
    st.builds(on_frames, styles, st.sampled_from([23.976, 24, 25, 29.97, 59.94])),
    st.builds(replace, styles, min_gap=st.sampled_from([500, 1000, 3000, 9000])),
)


def words(cue: Cue) -> str:
    return "".join("".join(cue.lines).split())


def copies(cues: list[Cue]) -> list[int]:
    return [i for i, cue in enumerate(cues) if cue in cues[:i]]


@given(cues=dense, style=styles)
def test_words_stay_as_they_are(cues: list[Cue], style: Style) -> None:
    made = repair(cues, style, "en")
    assert len(made.cues) == len(made.origins)
    kept = [i for i, cue in enumerate(cues) if words(cue) and i not in copies(cues)]
    assert sorted(set(made.origins)) == kept
    for i, group in groupby(zip(made.origins, made.cues, strict=True), lambda pair: pair[0]):
        parts = [cue for _, cue in group]
        assert "".join(map(words, parts)) == words(cues[i])
        spaced = " ".join(cues[i].lines)
        if spaced.isascii():
            assert " ".join(" ".join(part.lines) for part in parts) == spaced


@given(cues=dense, style=limits)
def test_what_is_always_mended_is_gone(cues: list[Cue], style: Style) -> None:
    made = repair(cues, style, "en").cues
    always = {"order", "copy", "empty", "overlap", "max-duration", "frames"}
    assert not {p.rule for p in check(made, style, "en")} & always
    assert all(cue.start < cue.end for cue in made)


@given(cues=dense, style=limits)
def test_a_gap_gives_way_to_the_least_duration(cues: list[Cue], style: Style) -> None:
    """However long the gap is that a style asks for, no cue flashes by where it need not."""
    frame = 1000 / style.fps if style.fps else 0
    for a, b in pairwise(repair(cues, style, "en").cues):
        room = b.start - a.start
        if room > style.min_duration + style.min_gap + frame:
            assert b.start - a.end >= style.min_gap
        elif a.duration > style.min_duration + frame:
            assert b.start - a.end >= min(style.min_gap, Leeway().late - frame)
        assert a.duration >= min(room // 3 - frame, style.min_duration)


@given(cues=dense, style=limits)
def test_a_second_repair_changes_nothing(cues: list[Cue], style: Style) -> None:
    once = repair(cues, style, "en").cues
    assert repair(once, style, "en").cues == once


@given(cues=dense, style=limits)
def test_there_are_no_more_errors(cues: list[Cue], style: Style) -> None:
    """Making room for one cue must not cost more than it mends."""
    made = repair(cues, style, "en").cues
    assert errors(check(made, style, "en")) <= errors(check(cues, style, "en"))


@st.composite
def broken(draw: st.DrawFn) -> list[Cue]:
    """Captions as people have them: good ones, of which some were spoilt."""
    cues: list[Cue] = []
    at = draw(st.integers(0, 3000))
    for _ in range(draw(st.integers(1, 8))):
        text = draw(st.lists(st.sampled_from(WORDS[:8]), min_size=1, max_size=14))
        lasts = draw(st.integers(1, 4)) * 300 + 75 * sum(len(word) + 1 for word in text)
        cues.append(Cue(at, at + lasts, (" ".join(text),)))
        at += lasts + draw(st.sampled_from([0, 40, 83, 200, 700, 3000]))
    for i, cue in enumerate(list(cues)):
        match draw(st.sampled_from(["", "", "late", "long", "flash", "copy", "lines", "join"])):
            case "late":
                cues[i] = replace(cue, end=cue.end + draw(st.integers(1, 900)))
            case "long":
                cues[i] = replace(cue, end=cue.end + draw(st.integers(3000, 12_000)))
            case "flash":
                cues[i] = replace(cue, end=cue.start + draw(st.integers(1, 700)))
            case "copy":
                cues.append(cues[i])
            case "lines":
                cues[i] = replace(cue, lines=tuple(cue.lines[0].split()))
            case "join" if i + 1 < len(cues) and cues[i + 1].start >= cue.end:
                cues[i] = replace(cue, lines=(*cue.lines, *cues[i + 1].lines), end=cues[i + 1].end)
                cues[i + 1] = replace(cues[i + 1], lines=("Yes.",), start=cues[i + 1].end - 50)
    return draw(st.permutations(cues)) if draw(st.integers(0, 5)) == 0 else cues


@given(cues=broken(), style=limits)
def test_broken_captions_have_fewer_problems(cues: list[Cue], style: Style) -> None:
    """Of rules that found less before, only those find more that weigh less than an overlap."""
    before, after = check(cues, style, "en"), check(repair(cues, style, "en").cues, style, "en")
    assert len(after) <= len(before)
    assert errors(after) <= errors(before)
    more = Counter(p.rule for p in after) - Counter(p.rule for p in before)
    assert set(more) <= {"reading-speed", "bad-break", "orphan", "min-gap", "min-duration"}
    assert "min-gap" not in more or style.min_gap > Leeway().late + 1


def errors(problems: list[Problem]) -> int:
    return sum(p.severity is Severity.ERROR for p in problems)


@given(cues=dense, style=limits)
def test_good_captions_are_left_alone(cues: list[Cue], style: Style) -> None:
    made = repair(cues, style, "en").cues
    good = [c for c in made if not check([c], style, "en")]
    far = 1_001_000  # as many ms as hold whole frames at any rate
    spread = [replace(c, start=c.start + far * i, end=c.end + far * i) for i, c in enumerate(good)]
    assert list(repair(spread, style, "en").cues) == spread


def test_times_give_way_where_the_voice_is_not() -> None:
    cues = [
        Cue(1000, 3200, ("It overlaps the next one,",)),
        Cue(3000, 3300, ("which is too short.",)),
        Cue(9000, 8000, ("It ends before it starts.",)),
        Cue(20_000, 30_000, ("It stays too long.",)),
    ]
    assert [(c.start, c.end) for c in repair(cues, NETFLIX).cues] == [
        (1000, 2917),
        (3000, 3950),
        (9000, 10_250),
        (20_000, 27_000),
    ]


def test_two_cues_at_once_share_their_time() -> None:
    cues = [Cue(0, 6000, ("Here is one.",)), Cue(0, 6000, ("And here is another one.",))]
    one, other = repair(cues, NETFLIX).cues
    assert (one.start, other.end, other.start - one.end) == (0, 6000, 83)
    assert 1800 < one.duration < 2200


def test_lines_are_broken_again_where_they_break_badly() -> None:
    (cue,) = repair(
        [Cue(0, 4000, ("I left the keys in the", "car and the garage was open."))], NETFLIX, "en"
    ).cues
    assert cue.lines == ("I left the keys in the car", "and the garage was open.")


@pytest.mark.parametrize(
    "lines",
    [
        ("-Are you coming? -No, I am not coming at", "-all."),
        ("x" * 60,),
        ("https://example.org/" + "a/" * 30,),
    ],
)
def test_what_no_lines_can_hold_stays(lines: tuple[str, ...]) -> None:
    (cue,) = repair([Cue(0, 4000, tuple(lines))], NETFLIX, "en").cues
    assert cue.lines == tuple(lines)


@given(text=st.lists(st.text(max_size=50), max_size=3), style=styles)
def test_broken_lines_hold_the_same_signs(text: list[str], style: Style) -> None:
    made = break_lines(tuple(text), "", "en", style)
    if made:
        assert "".join("".join(made).split()) == "".join("".join(text).split())


VTT = """WEBVTT - a title

STYLE
::cue(b) { color: red }

NOTE one

intro
00:05.000 --> 00:09.000 align:start position:10%
<i>I left the keys in the</i>
car and the garage <b>was open.</b>

NOTE two

2
00:01.000 --> 00:05.200 line:0
<v Anna>Q &amp; A and the
end.

00:30.000 --> 00:30.100

1:00:31.000 --> 1:00:41.000
Long.
"""

MENDED = """WEBVTT - a title

STYLE
::cue(b) { color: red }

NOTE one

2
00:01.000 --> 00:04.917 line:0
<v Anna>Q &amp; A and the end.

intro
00:05.000 --> 00:09.000 align:start position:10%
<i>I left the keys in the</i> car
and the garage <b>was open.</b>

NOTE two

01:00:31.000 --> 01:00:38.000
Long.

"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_patch_keeps_all_but_times_and_line_breaks(end: str) -> None:
    text = VTT.replace("1:00:31", "01:00:31").replace("1:00:41", "01:00:41").replace("\n", end)
    cues = named_format("vtt").read(text, "a.vtt").cues
    patched = patch(text, cues, repair(cues, NETFLIX, "en"))
    assert patched == MENDED.replace("\n", end)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_missing_blank_line_between_cues_is_put_in(end: str) -> None:
    lines = ["1", "00:00:01,000 --> 00:00:02,000", "It was 42", "2"]
    lines += ["00:00:03,000 --> 00:00:03,100", "or more.", ""]
    text = end.join(lines)
    cues = named_format("srt").read(text, "a.srt").cues
    patched = patch(text, cues, repair(cues, NETFLIX))
    assert patched == end.join([*lines[:3], "", "2", "00:00:03,000 --> 00:00:03,833", *lines[5:]])
    assert len(pysrt.from_string(patched)) == 2


def test_a_patch_of_sbv() -> None:
    form = named_format("sbv")
    text = "0:00:01.000,0:00:09.500\r\nIt stays too long.\r\n\r\n0:00:09.000,0:00:12.000\r\nNo.\r\n"
    cues = form.read(text, "a.sbv").cues
    wanted = text.replace("0:00:09.500", "00:00:08.000").replace("0:00:01.000", "00:00:01.000")
    made = repair(cues, NETFLIX, "en")
    assert patch(text, cues, made) == wanted
    assert form.read(wanted, "a.sbv").cues == made.cues


def srt(cues: list[Cue]) -> str:
    return "\n".join(
        f"{n}\n{clock(c.start)} --> {clock(c.end)}\n" + "".join(f"<i>{x}</i>\n" for x in c.lines)
        for n, c in enumerate(cues, 1)
    )


def clock(ms: int) -> str:
    return f"00:{ms // 60000:02}:{ms // 1000 % 60:02},{ms % 1000:03}"


@given(cues=st.lists(near.filter(lambda c: c.end >= 0), min_size=1, max_size=9), style=styles)
def test_a_patched_file_reads_as_it_should(cues: list[Cue], style: Style) -> None:
    form = named_format("srt")
    text = srt(cues)
    read = form.read(text, "a.srt").cues
    made = repair(read, style, "en", indivisible(text, read))
    patched = patch(text, read, made)
    assert patched is not None
    if made.cues:
        assert form.read(patched, "a.srt").cues == made.cues
        assert patched.count("<i>") == patched.count("</i>")
        if len(made.origins) == len(set(made.origins)):
            assert Counter(patched)["<"] == 2 * sum(len(read[i].lines) for i in made.origins)
        again = repair(made.cues, style, "en")
        assert patch(patched, made.cues, again) == patched


SRT_PIECES = (
    "word -> <i> </i> <b>bold</b> {\\an8} &amp; & < <3 - -- 1 12 \u2060 字幕 شكرا x\u0301".split(
        " "
    )
)
VTT_PIECES = (
    "word <i> </i> <b>bold</b> <00:00:01.000> <v Bob> &amp; &lt; - -- 1 字幕 شكرا <c.x>y</c>".split(
        " "
    )
)


@st.composite
def careless_file(draw: st.DrawFn, name: str, pieces: list[str]) -> str:
    """A file with markup, blank lines with spaces, missing names and mixed line ends."""
    webvtt = name == "vtt"
    text = "WEBVTT\n\nNOTE made\nby hand\n\n" if webvtt else ""
    line = st.lists(st.sampled_from(pieces), min_size=1, max_size=8).map(" ".join)
    for n in range(1, draw(st.integers(1, 4)) + 1):
        start = draw(st.integers(0, 20_000))
        end = start + draw(st.integers(-200, 9_000))
        named = draw(st.sampled_from([f"{n}\n", "" if webvtt else f"{n} \n"]))
        settings = draw(st.sampled_from(["", " line:0", "  X1:40 X2:600"]))
        times = f"{clock(start)} --> {clock(max(0, end))}".replace(",", "." if webvtt else ",")
        lines = draw(st.lists(line, min_size=1, max_size=3))
        text += (
            f"{named}{times}{settings}\n"
            + "\n".join(lines)
            + draw(st.sampled_from(["\n\n", "\n\n\n"] + ([] if webvtt else ["\n \n"])))
        )
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n", "\r"])))


@pytest.mark.parametrize(("name", "pieces"), [("srt", SRT_PIECES), ("vtt", VTT_PIECES)])
@given(data=st.data(), style=styles)
def test_a_careless_file_keeps_its_words(
    name: str, pieces: list[str], data: st.DataObject, style: Style
) -> None:
    form = named_format(name)
    text = data.draw(careless_file(name, pieces))
    try:
        cues = form.read(text, "a").cues
    except FormatError:
        assume(False)
    made = repair(cues, style, "en", indivisible(text, cues))
    patched = patch(text, cues, made)
    assert patched is not None
    if made.cues:
        read = form.read(patched, "a").cues
        assert [(c.start, c.end) for c in read] == [(c.start, c.end) for c in made.cues]
        assert [words(c) for c in read] == [words(c) for c in made.cues]
