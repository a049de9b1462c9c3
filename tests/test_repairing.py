"""A repair touches no word, leaves nothing that it claims to mend, and need not be repeated."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subalign.checking import check
from subalign.formats import FORMATS
from subalign.model import Cue
from subalign.repairing import ALWAYS, repair
from subalign.repairing.patching import patch
from subalign.segmenting import break_lines
from subalign.styles import STYLES, Style, find_style

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


def words(cue: Cue) -> str:
    return "".join("".join(cue.lines).split())


@given(cues=dense, style=styles)
def test_words_stay_as_they_are(cues: list[Cue], style: Style) -> None:
    made = repair(cues, style, "en")
    assert len(made.cues) == len(made.origins)
    assert sorted(made.origins) == [i for i, cue in enumerate(cues) if words(cue)]
    for i, cue in zip(made.origins, made.cues, strict=True):
        assert words(cue) == words(cues[i])
        spaced = " ".join(cues[i].lines)
        if spaced.isascii():
            assert " ".join(cue.lines) == spaced


@given(cues=dense, style=styles)
def test_what_is_always_mended_is_gone(cues: list[Cue], style: Style) -> None:
    made = repair(cues, style, "en").cues
    assert not {p.rule for p in check(made, style, "en")} & ALWAYS
    assert all(cue.start < cue.end for cue in made)


@given(cues=dense, style=styles)
def test_a_second_repair_changes_nothing(cues: list[Cue], style: Style) -> None:
    once = repair(cues, style, "en").cues
    assert repair(once, style, "en").cues == once


@given(cues=dense, style=styles)
def test_nothing_gets_worse_in_number_of_errors(cues: list[Cue], style: Style) -> None:
    """Making room for one cue must not cost more than it mends."""
    before = [p for p in check(cues, style, "en") if p.severity.value == "error"]
    after = [
        p for p in check(repair(cues, style, "en").cues, style, "en") if p.severity.value == "error"
    ]
    assert len(after) <= len(before)


@given(cues=dense, style=styles)
def test_good_captions_are_left_alone(cues: list[Cue], style: Style) -> None:
    made = repair(cues, style, "en").cues
    good = [c for c in made if not check([c], style, "en")]
    spread = [Cue(20_000 * i, 20_000 * i + c.duration, c.lines) for i, c in enumerate(good)]
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
        ("word " * 30).strip().split("  "),
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
    cues = FORMATS["vtt"].read(text, "a.vtt").cues
    patched = patch(text, cues, repair(cues, NETFLIX, "en"))
    assert patched
    assert patched[0] == MENDED.replace("\n", end)
    assert FORMATS["vtt"].read(patched[0], "a.vtt").cues == patched[1]


def srt(cues: list[Cue]) -> str:
    return "\n".join(
        f"{n}\n{clock(c.start)} --> {clock(c.end)}\n" + "".join(f"<i>{x}</i>\n" for x in c.lines)
        for n, c in enumerate(cues, 1)
    )


def clock(ms: int) -> str:
    return f"00:{ms // 60000:02}:{ms // 1000 % 60:02},{ms % 1000:03}"


@given(cues=st.lists(near.filter(lambda c: c.end >= 0), min_size=1, max_size=9), style=styles)
def test_a_patched_file_reads_as_it_should(cues: list[Cue], style: Style) -> None:
    form = FORMATS["srt"]
    text = srt(cues)
    read = form.read(text, "a.srt").cues
    made = repair(read, style, "en")
    patched = patch(text, read, made)
    assert patched
    if made.cues:
        assert form.read(patched[0], "a.srt").cues == patched[1] == made.cues
        assert Counter(patched[0])["<"] == 2 * sum(len(read[i].lines) for i in made.origins)
        again = repair(patched[1], style, "en")
        assert patch(patched[0], patched[1], again) == patched
