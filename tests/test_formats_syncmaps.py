"""TTML and SBV as other programs write them, and what in them is refused."""

from __future__ import annotations

import pytest

from subalign.errors import FormatError
from subalign.formats import named_format
from subalign.model import Captions, Cue

TTML = """<?xml version="1.0" encoding="UTF-8"?>
<tt xmlns="http://www.w3.org/ns/ttml" xmlns:tts="http://www.w3.org/ns/ttml#styling" xml:lang="en">
  <head><layout><region xml:id="bottom" tts:displayAlign="after"/></layout></head>
  <body region="bottom"><div>
    <p begin="00:00:01.5" end="00:00:03" xml:id="a"><metadata>one</metadata>
      <span tts:fontStyle="italic">Q &amp; A</span> at
      noon<br/>and <!-- a note -->after.</p>
    <p begin="3s" dur="1500ms">Two.</p>
    <p begin="0.1h" end="6.5m"/>
  </div></body>
</tt>
"""
SBV = "0:00:00.599,0:00:04.160\n>> ALICE: Hi, my name\nis Alice.\n\n0:01:04.160,1:00:06.770\nTwo.\n"


def read(name: str, text: str) -> tuple[Cue, ...]:
    return named_format(name).read(text, f"a.{name}").cues


def test_ttml_of_others() -> None:
    assert read("ttml", TTML) == (
        Cue(1500, 3000, ("Q & A at noon", "and after.")),
        Cue(3000, 4500, ("Two.",)),
        Cue(360_000, 390_000, ()),
    )


def test_ttml_of_the_first_edition_and_without_cues() -> None:
    old = TTML.replace("/ns/ttml", "/2006/10/ttaf1")
    assert read("ttml", old) == read("ttml", TTML)
    with pytest.raises(FormatError, match=r"a\.ttml: there is no cue in it"):
        read("ttml", "<tt/>")


def test_sbv_of_others() -> None:
    wanted = (
        Cue(599, 4160, (">> ALICE: Hi, my name", "is Alice.")),
        Cue(64_160, 3_606_770, ("Two.",)),
    )
    assert read("sbv", SBV) == read("sbv", SBV.replace("\n", "\r\n")) == wanted


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("</tt>", "", r"a\.ttml:10: this is no XML: "),
        ("3s", "3", r"a\.ttml:8: this is no cue time: '3' \(write 00:00:01\.000 or 1\.000s"),
        ("00:00:03", "00:00:03:12", r"a\.ttml:5: this is no cue time: '00:00:03:12'"),
        (' dur="1500ms"', "", r"a\.ttml:8: this is no cue time: ''"),
        ("<div>", '<div begin="10s">', r"a\.ttml:4: the times of a div are not read"),
        ("<span ", '<span begin="1s" ', r"a\.ttml:6: the times of a span are not read"),
        ("<tt ", "<!DOCTYPE tt><tt ", r"a\.ttml: a document type is not read"),
        ("p ", "q ", r"a\.ttml:7: this is no XML"),
    ],
)
def test_bad_ttml_is_refused_with_its_line(old: str, new: str, message: str) -> None:
    assert old in TTML
    with pytest.raises(FormatError, match=message):
        read("ttml", TTML.replace(old, new))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Hello.\n", r"a\.sbv:1: text before the times of the first cue"),
        ("\n\n", r"a\.sbv: there is no cue in it"),
        ("00:01.000,0:00:02.000\nHi.\n", r"a\.sbv:1: these are no cue times: '00:01\.000,0:00:0"),
        ("\n0:00:01,000 --> 0:00:02,000\nHi.\n", r"a\.sbv:2: these are no cue times"),
    ],
)
def test_bad_sbv_is_refused_with_its_line(text: str, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        read("sbv", text)


def test_golden_files() -> None:
    cues = Captions((Cue(1001, 2999, ("<b> & 0:00:01.0", "0:00:01.000,0:00:02.000"), label="A:"),))
    assert named_format("sbv").write(cues) == (
        "00:00:01.001,00:00:02.999\nA: <b> & 0:00:01.0\n\u20600:00:01.000,0:00:02.000\n\n"
    )
    assert named_format("ttml").write(cues) == (
        "<?xml version='1.0' encoding='UTF-8'?>\n"
        '<tt xmlns="http://www.w3.org/ns/ttml" xml:lang="">\n  <body>\n    <div>\n'
        '      <p xml:id="f000001" begin="1.001s" end="2.999s">A: &lt;b&gt; &amp; 0:00:01.0<br/>'
        "0:00:01.000,0:00:02.000</p>\n    </div>\n  </body>\n</tt>\n"
    )
