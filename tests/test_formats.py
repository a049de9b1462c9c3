"""What holds of every format, on text that breaks writers."""

from __future__ import annotations

import html
import shutil
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pysrt
import pytest
import webvtt
from hypothesis import given
from hypothesis import strategies as st

from subalign.errors import FormatError, UsageError
from subalign.formats import Format, find_format, format_names, list_formats, named_format
from subalign.formats.base import clean_lines
from subalign.model import Alignment, Break, Captions, Cue, Word

NASTY = [
    *(
        "-->",
        "--",
        ">",
        "<",
        "&",
        "&amp;",
        "&lt",
        "<b>",
        "</i>",
        "<br />",
        "<v Bob>",
        "<3",
        "< b >",
        "<font x",
    ),
    *("{", "}", "{\\an8}", "{laughs}", "{y:i}", "\\N", "\\n", "\\", "\u2060", "\ufeff", "\u200b"),
    *(
        "\n",
        "\n\n",
        "\r\n",
        "\u2028",
        "\u2029",
        "\x85",
        "\x0b",
        "\x1c",
        "\t",
        "  ",
        "\xa0",
        "\u3000",
    ),
    *(
        "1",
        "1984",
        "00:00:01,000 --> 00:00:02,000",
        "00:00:01.000 --> 00:00:02.000",
        "10:30 -> 11",
        "0:00:01.000,0:00:02.000",
    ),
    *(
        "NOTE",
        "WEBVTT",
        "STYLE",
        "\x00",
        "\x1b",
        "\x7f",
        "e\u0301",
        "\u0338",
        "\u202e",
        "שלום",
        "字幕",
    ),
    *("Anna: ", "word", " ", "👩‍👧", "\U0010ffff", "\ufffe"),
]
texts = st.lists(
    st.sampled_from(NASTY) | st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
    max_size=6,
).map("".join)
times = st.integers(0, 400_000_000)
cues = st.builds(
    Cue,
    start=times,
    end=times,
    lines=st.lists(texts, max_size=3).map(tuple),
    speaker=texts.map(lambda text: text.replace("-", "--")),
    label=texts,
)
words = st.builds(
    Word,
    text=texts.filter(lambda text: text.strip()),
    start=times,
    end=st.integers(0, 5000),
    confidence=st.floats(0, 1),
    guessed=st.booleans(),
    ends=st.sampled_from(Break),
    speaker=st.sampled_from(["", "Anna", "Bob"]),
    line=st.integers(0, 9),
    after=st.sampled_from(["", " "]),
    spoken=st.sampled_from([True, True, False]),
)


def aligned(found: list[Word], language: str = "en", engine: str = "") -> Captions:
    found = sorted(found, key=lambda w: w.start)
    timed = (Word(w.text, w.start, w.start + w.end, w.confidence, w.guessed, w.ends, w.speaker,
                  w.line, w.after, w.spoken) for w in found)  # fmt: skip
    return Captions(alignment=Alignment(tuple(timed), language, 500_000_000, engine))


shown = st.lists(cues, max_size=4).map(tuple).filter(lambda c: any(clean_lines(x.lines) for x in c))
heard = st.lists(words, min_size=1, max_size=6).map(aligned)
some_heard = heard.filter(lambda c: bool(c.alignment and c.alignment.spoken_only().words))
complete = st.builds(lambda c, h: Captions(c, h.alignment), shown, some_heard)
"""Captions with cues and words, which every format can write."""

incomplete = {
    "srt": shown.map(Captions),
    "vtt": shown.map(Captions),
    "json": heard,
    "textgrid": some_heard | shown.map(Captions),
    "ctm": some_heard,
    "audacity": shown.map(Captions),
    "ttml": shown.map(Captions),
    "sbv": shown.map(Captions),
}
"""Captions with cues or words alone, which some formats can write too."""

FORMS = pytest.mark.parametrize("form", list_formats(), ids=format_names())


def ink(lines: Iterable[str]) -> Counter[str]:
    """What can be seen in a text, so that spaces, controls and line breaks do not matter."""
    text = unicodedata.normalize("NFD", "".join(lines))
    return Counter(c for c in text if unicodedata.category(c)[0] not in "CZ")


def in_order(cues: Iterable[Cue]) -> list[Cue]:
    """The cues as they are written: none ends before it starts."""
    ordered = (replace(cue, end=max(cue.start, cue.end)) for cue in cues)
    return sorted(ordered, key=lambda cue: (cue.start, cue.end))


@FORMS
@given(data=st.data())
def test_what_is_written_reads_back_as_the_format_keeps_it(
    form: Format, data: st.DataObject
) -> None:
    captions = data.draw(complete | incomplete.get(form.name, st.nothing()))
    kept = form.keep(captions)
    text = form.write(captions)
    text.encode("utf-8")
    assert text.endswith("\n")
    assert "\r" not in text
    assert form.read(text, "x") == kept
    assert form.read(text.replace("\n", "\r\n"), "x") == kept
    assert all(cue.start <= cue.end for cue in kept.cues)
    assert form.keep(kept) == kept
    assert form.write(kept) == text


@given(captions=shown.map(Captions))
def test_srt_is_complete_and_the_same_to_pysrt(captions: Captions) -> None:
    items = pysrt.from_string(named_format("srt").write(captions), error_handling=pysrt.ERROR_RAISE)
    wanted = in_order(cue for cue in captions.cues if clean_lines(cue.labelled))
    assert [item.index for item in items] == list(range(1, len(items) + 1))
    assert [(i.start.ordinal, i.end.ordinal) for i in items] == [(c.start, c.end) for c in wanted]
    assert [ink([item.text]) for item in items] == [ink(cue.labelled) for cue in wanted]
    assert not any("\n\n" in item.text for item in items)


@given(captions=shown.map(Captions))
def test_vtt_is_complete_and_the_same_to_webvtt_py(captions: Captions) -> None:
    found = webvtt.WebVTT.from_string(named_format("vtt").write(captions), strict=True).captions
    wanted = in_order(cue for cue in captions.cues if clean_lines(shown_lines(cue)))
    assert [caption.identifier for caption in found] == [str(i + 1) for i in range(len(found))]
    assert [c.start_time.in_milliseconds() for c in found] == [c.start for c in wanted]
    assert [ink([html.unescape(c.text)]) for c in found] == [ink(shown_lines(c)) for c in wanted]
    assert [ink([html.unescape(c.voice or "").replace("-", "")]) for c in found] == [
        ink(voice(c)) for c in wanted
    ]


def shown_lines(cue: Cue) -> tuple[str, ...]:
    """A voice mark stands for the label."""
    return cue.lines if voice(cue) else cue.labelled


def voice(cue: Cue) -> tuple[str, ...]:
    return clean_lines([cue.speaker.translate(LEFT_OUT)])


LEFT_OUT = dict.fromkeys(map(ord, "&<>-"))


CUES = Captions(
    (
        Cue(3000, 4500, ("Se\u0301cond & <last>",), speaker="Bob & Co", label="Bob:"),
        Cue(1001, 2999, ("First --> line,", "{\\an8}next."), label="Anna:"),
    )
)
SRT = """\
1
00:00:01,001 --> 00:00:02,999
Anna: First --⁠> line,
{⁠\\an8}next.

2
00:00:03,000 --> 00:00:04,500
Bob: Sécond & <⁠last>

"""
VTT = """\
WEBVTT

1
00:00:01.001 --> 00:00:02.999
Anna: First --&gt; line,
{\\an8}next.

2
00:00:03.000 --> 00:00:04.500
<v Bob Co>Sécond &amp; &lt;last&gt;
"""


def test_golden_captions() -> None:
    assert named_format("srt").write(CUES) == SRT
    assert named_format("vtt").write(CUES) == VTT


@pytest.mark.parametrize("name", ["srt", "vtt"])
def test_captions_without_cues_or_before_zero_are_refused(name: str) -> None:
    form = named_format(name)
    for cues in ((), (Cue(0, 900, (" \u2028", "\0")),)):
        with pytest.raises(FormatError, match="no cue to write"):
            form.write(Captions(cues, aligned([Word("a", 0, 1)]).alignment))
    with pytest.raises(FormatError, match=r"300 ms before the recording \(shift by less"):
        form.write(Captions((Cue(5, 900, ("a",)), Cue(-300, 900, ("b",)))))


@pytest.mark.parametrize("name", ["json", "ctm"])
def test_words_before_zero_are_refused(name: str) -> None:
    early = aligned([Word("a", -300, 100), Word("b", 200, 900)])
    with pytest.raises(FormatError, match=r"300 ms before the recording \(shift by less"):
        named_format(name).write(early)


def test_words_file_needs_word_times() -> None:
    with pytest.raises(FormatError, match="no word times to write"):
        named_format("json").write(CUES)


@FORMS
def test_lone_surrogates_become_replacement_characters(form: Format) -> None:
    captions = Captions(
        (Cue(0, 900, ("a\ud800b",)),), aligned([Word("a\ud800b", 0, 900)]).alignment
    )
    assert "a\ufffdb" in form.write(captions)


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("a.srt", "srt"),
        ("x/Y.VTT", "vtt"),
        (Path("a.b.json"), "json"),
        ("A.TextGrid", "textgrid"),
    ],
)
def test_a_format_is_found_by_suffix(asked: str | Path, name: str) -> None:
    assert find_format(asked).name == name


def test_only_the_format_that_is_needed_is_imported() -> None:
    code = (
        "import sys; from subalign.formats import find_format; find_format('a.srt');"
        "print(*(name in sys.modules for name in ('pysrt', 'webvtt', 'lxml')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "True False False\n"


def test_a_format_is_found_by_name() -> None:
    assert named_format("srt").name == "srt"
    with pytest.raises(UsageError, match=r"^format: no format 'srr' \(did you mean srt\?\)"):
        named_format("srr")


def test_what_no_format_reads_is_not_said_to_be_written() -> None:
    with pytest.raises(UsageError, match=r"a.txt: no format reads '\.txt' \(one of: \.ctm, "):
        find_format("a.txt", to_read=True)


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("ep.vt", r"ep\.vt: no format writes '\.vt' \(did you mean \.vtt\?\)"),
        ("ep.docx", r"no format writes '\.docx' \(one of: \.ctm, \.json, \.labels, "),
        ("ep", r"ep: its name has no suffix \(one of: "),
        ("-", r"-: its name has no suffix"),
    ],
)
def test_an_unknown_suffix_names_the_near_ones(asked: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        find_format(asked)


def test_names_and_suffixes_are_told_apart() -> None:
    suffixes = [suffix for form in list_formats() for suffix in form.suffixes]
    assert len(set(suffixes)) == len(suffixes)
    assert all(s.startswith(".") and s == s.lower() for s in suffixes)
    assert tuple(form.name for form in list_formats()) == format_names()
    assert all(form.summary for form in list_formats())


@pytest.mark.skipif(not shutil.which("ffmpeg"), reason="FFmpeg is not installed")
@pytest.mark.parametrize("name", ["srt", "vtt"])
def test_ffmpeg_shows_what_was_written(name: str, tmp_path: Path) -> None:
    texts = ["<Bob> hi", "a <3 b > c", "< b >", "x<", "<i>it</i>", "{", "a --> b",
             "AT&T &amp; &lt;", "שלום", "♪ la", "00:00:01,000 --> 00:00:02,000"]  # fmt: skip
    # FFmpeg's WebVTT decoder writes these as ASS overrides; browsers show them as they are.
    texts += ["{\\an8}top", "one\\Ntwo", "{y:i}x"] if name == "srt" else []
    cues = tuple(Cue(i * 1000, i * 1000 + 900, (text, "|end")) for i, text in enumerate(texts))
    source = tmp_path / f"a.{name}"
    source.write_text(named_format(name).write(Captions(cues)), encoding="utf-8")
    command = ["ffmpeg", "-v", "error", "-i", str(source), "-f", "ass", "-"]
    ran = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    lines = [line.split(",", 9)[9] for line in ran.stdout.splitlines() if "Dialogue:" in line]
    plain = [
        line.replace("\u2060", "").replace("\\{", "{").replace("\\N|end", "") for line in lines
    ]
    assert plain == texts
