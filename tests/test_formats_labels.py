"""Files of phonetics and speech recognition: TextGrid, CTM, Audacity labels."""

from __future__ import annotations

import re

import pytest

from subalign.errors import FormatError
from subalign.formats import named_format
from subalign.model import Alignment, Captions, Cue, Word

TEXTGRID = named_format("textgrid")
CTM = named_format("ctm")
AUDACITY = named_format("audacity")

LONG = '''\
File type = "ooTextFile"
Object class = "TextGrid"

xmin = 0
xmax = 2.5
tiers? <exists>
size = 4
item []:
    item [1]:
        class = "IntervalTier"
        name = "Anna - words"
        xmin = 0
        xmax = 2.5
        intervals: size = 4
        intervals [1]:
            xmin = 0
            xmax = 0.1004
            text = ""
        intervals [2]:
            xmin = 0.1004
            xmax = 0.5
            text = "say"
        intervals [3]:
            xmin = 0.5
            xmax = 1
            text = "item [1]: ""no"""
        intervals [4]:
            xmin = 1
            xmax = 2.5
            text = " "
    item [2]:
        class = "IntervalTier"
        name = "Anna - phones"
        xmin = 0
        xmax = 2.5
        intervals: size = 1
        intervals [1]:
            xmin = 0
            xmax = 2.5
            text = "s"
    item [3]:
        class = "TextTier"
        name = "clicks"
        xmin = 0
        xmax = 2.5
        points: size = 1
        points [1]:
            number = 1
            mark = "x"
    item [4]:
        class = "IntervalTier"
        name = "Bob - words"
        xmin = 0
        xmax = 2.5
        intervals: size = 1
        intervals [1]:
            xmin = 0.7
            xmax = 2.5
            text = "yes"
'''
SHORT = """\
File type = "ooTextFile"
Object class = "TextGrid"

0
3
<exists>
2
"IntervalTier"
"Anna"
0
3
1
0
1.5
"Two
lines"
"IntervalTier"
"Bob"
0
3
2
0
0.9
""
0.9
3
"One"
"""


def words(captions: Captions) -> list[tuple[str, int, int]]:
    assert captions.alignment
    return [(w.text, w.start, w.end) for w in captions.alignment.words]


def test_words_come_from_the_tiers_that_are_named_so() -> None:
    read = TEXTGRID.read(LONG, "x")
    wanted = [("say", 100, 500), ('item [1]: "no"', 500, 1000), ("yes", 700, 2500)]
    assert (words(read), read.cues) == (wanted, ())


def test_a_short_textgrid_with_a_phrase_tier_for_each_speaker() -> None:
    assert TEXTGRID.read(SHORT.replace("\n", "\r\n"), "x") == Captions(
        (Cue(0, 1500, ("Two", "lines"), "Anna"), Cue(900, 3000, ("One",), "Bob"))
    )


def test_textgrid_intervals_never_overlap_and_have_a_length() -> None:
    overlapping = (Word("a", 0, 900), Word("b", 800, 800), Word('"c"', 800, 1200))
    kept = TEXTGRID.keep(Captions(alignment=Alignment(overlapping, "en", 2000)))
    assert words(kept) == [("a", 0, 900), ("b", 900, 901), ('"c"', 901, 1200)]
    text = TEXTGRID.write(kept)
    edges = re.findall(r"^ {12}xm(?:in|ax) = (\S+)$", text, re.MULTILINE)
    assert edges == "0.0 0.9 0.9 0.901 0.901 1.2 1.2 2.0".split()
    assert 'text = """c"""' in text


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("ooTextFile", "ooBinaryFile", r"x:1: this is no TextGrid"),
        ("xmax = 0.5\n", "xmax = 0.05\n", r"x:21: an interval from 0\.1004 to 0\.05 s"),
        ("xmax = 0.5\n", "xmax = --undefined--\n", r"x:22: a number is missing before '\"say\"'"),
        ("xmax = 0.5\n", "xmax = 1e9\n", r"x:21: a number is too large: 1e9"),
        ('"TextTier"', '"Text"', r"x:43: no kind of tier: 'Text'"),
        ('name = "Anna - words"', "name = Anna", r"a text in quotes is missing before '0'"),
        ('            text = "yes"\n', "", "x:58: the file ends too early"),
        ("words", "phones", r"x: no tier of words .* \(tiers: Anna - phones, Anna - phones, Bob"),
    ],
)
def test_a_broken_textgrid_names_the_line(old: str, new: str, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        TEXTGRID.read(LONG.replace(old, new), "x")


def test_ctm_of_a_recogniser() -> None:
    text = ";; made by hand\nep 1 0.50 0.25 Hello\nep\t2\t0.10\t0.30\t10\u00a0000\t0.75 lex\n\n"
    read = CTM.read(text + "ep 1 0.8 0.2 there. NA\n", "x")
    assert words(read) == [("10\u00a0000", 100, 400), ("Hello", 500, 750), ("there.", 800, 1000)]
    assert read.alignment
    assert [w.confidence for w in read.alignment.words] == [0.75, 1.0, 1.0]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("ep 1 0.5 0.2", r"x:1: this is no word \(recording, channel"),
        ("ep 1 0.5 0.2 a\nfilm 1 1 1 b", r"x:2: a second recording, 'film' after 'ep'"),
        ("ep 1 -0.5 0.2 a", r"x:1: the start must lie between 0 and 1e\+07: '-0\.5'"),
        ("ep 1 0.5 nan a", r"x:1: the duration must lie"),
        ("ep 1 0.5 0.2 a 87", r"x:1: the confidence must lie between 0 and 1: '87'"),
        (";; nothing", r"x: there are no words in it"),
    ],
)
def test_a_broken_ctm_names_the_line(text: str, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        CTM.read(text, "x")


def test_audacity_labels() -> None:
    text = "0.5\t1.234567\tOne two\n\\\t100.0\t2000.0\n2\t2\t\n"
    assert AUDACITY.read(text + "3.000000\t3.000000\tpoint\tafter tab\n", "x").cues == (
        Cue(500, 1235, ("One two",)),
        Cue(3000, 3000, ("point after tab",)),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("0 1 a", r"x:1: this is no label: '0 1 a' \(start and end in seconds"),
        ("0\t1\ta\n-1\t2\tb", "x:2: this is no label"),
        ("0\t1\t \n", "x: there is no label with text"),
        ("0\t99999999\ta", "x:1: this is no label"),
    ],
)
def test_a_broken_label_file_names_the_line(text: str, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        AUDACITY.read(text, "x")
