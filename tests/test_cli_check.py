"""``subalign check``: what it prints, repairs and writes, and its exit codes."""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from subalign.__main__ import main
from subalign.audio import decode
from subalign.checking import RULES
from subalign.formats import read_captions
from subalign.model import Cue, Span
from subalign.proofing import align_cues
from subalign.times import clock

AUDIO = Path(__file__).parents[1] / "fixtures" / "sonnet" / "audio.opus"

BAD = """1
00:00:01,000 --> 00:00:03,000
<i>I left the keys in the</i>
car and the garage was open & dark.

2
00:00:02,900 --> 00:00:03,300
No.

3
00:00:08,000 --> 00:00:10,000
A-very-long-word-that-no-style-with-forty-two-columns-can-hold-whole-in-any-of-its-lines.
"""
GOOD = "1\n00:00:01,000 --> 00:00:03,000\nAll is well.\n"


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    path = tmp_path / "bad.srt"
    path.write_text(BAD, "utf-8")
    return path


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.srt"
    path.write_text(GOOD, "utf-8")
    return path


Capture = pytest.CaptureFixture[str]


def test_several_files_a_line_each_and_a_table(bad: Path, good: Path, capfd: Capture) -> None:
    assert main(["check", str(bad), str(good)]) == 1
    printed = capfd.readouterr()
    assert f"{bad}:2:00:00:02.900: overlap: starts 100 ms before cue 1 ends\n" in printed.out
    assert f"{bad}:1:00:00:01.000: bad-break: line 1 ends on 'the'\n" in printed.out
    assert str(good) not in printed.out
    assert f"{good}: 1 cue, netflix, en: no problems\n" in printed.err
    assert "      1 overlap       error   no two cues are on the screen at once\n" in printed.err


def test_json_names_the_file_of_each_problem(bad: Path, good: Path, capfd: Capture) -> None:
    assert main(["check", str(bad), str(good), "--json"]) == 1
    rows = json.loads(capfd.readouterr().out)
    assert {row["file"] for row in rows} == {str(bad)}
    assert all(set(row) == {"file", "rule", "cue", "time", "message", "severity"} for row in rows)


def test_a_file_that_cannot_be_read_does_not_hide_the_others(bad: Path, capfd: Capture) -> None:
    assert main(["check", "no.srt", str(bad)]) == 3
    printed = capfd.readouterr()
    assert "subalign: no.srt: there is no such file" in printed.err
    assert "overlap" in printed.out


def test_fix_keeps_tags_and_words_and_says_what_remains(bad: Path, capfd: Capture) -> None:
    out = bad.with_name("out.srt")
    assert main(["check", str(bad), "--fix", "-o", str(out)]) == 1
    printed = capfd.readouterr()
    assert "repaired 1 bad-break, 1 overlap, 1 min-duration" in printed.err
    assert f"{out}:3:00:00:08.000: line-length" in printed.out
    assert bad.read_text("utf-8") == BAD
    text = out.read_text("utf-8")
    assert "<i>I left the keys in the</i> car\nand the garage was open & dark.\n" in text
    assert text.rstrip().endswith(BAD.splitlines()[-1])
    assert main(["check", str(out), "--fix", "--in-place", "-q"]) == 1
    assert out.read_text("utf-8") == text


def test_fix_in_place_and_in_another_format(bad: Path) -> None:
    assert main(["check", str(bad), "--fix", "-o", str(bad.with_suffix(".vtt")), "-q"]) == 1
    assert main(["check", str(bad), "--fix", "--in-place", "-q"]) == 1
    assert read_captions(bad).cues == read_captions(bad.with_suffix(".vtt")).cues
    assert "<i>" in bad.read_text("utf-8")


LONG = """7
00:00:01,000 --> 00:00:08,000 X1:10
{\\an8}<i>I left the keys in the car, and the garage was open and dark.
Nobody had been there</i> for as long as she could remember, they said.

8
00:00:09,000 --> 00:00:11,000
No.

8
00:00:09,000 --> 00:00:11,000
No.
"""


def test_a_cue_that_holds_too_much_becomes_two_with_their_own_tags(bad: Path) -> None:
    bad.write_text(LONG, "utf-8")
    assert main(["check", str(bad), "--fix", "--in-place", "-q"]) == 0
    assert (
        bad.read_text("utf-8")
        == """1
00:00:01,000 --> 00:00:04,281 X1:10
{\\an8}<i>I left the keys in the car,
and the garage was open and dark.</i>

2
00:00:04,364 --> 00:00:08,000 X1:10
{\\an8}<i>Nobody had been there</i> for as long as
she could remember, they said.

3
00:00:09,000 --> 00:00:11,000
No.

"""
    )


def test_words_that_say_when_they_come_are_not_split(tmp_path: Path) -> None:
    path = tmp_path / "words.vtt"
    said = "I <00:00:02.000>left the keys in the car, and the garage was open and dark. " * 2
    text = f"WEBVTT\n\nintro\n00:00:01.000 --> 00:00:08.000\n{said.strip()}\n"
    path.write_text(text, "utf-8")
    assert main(["check", str(path), "--fix", "--in-place", "-q"]) == 1
    assert path.read_text("utf-8") == text
    path.write_text(text.replace("I <00:00:02.000>", "<v Anna>I ", 1).replace("<00:00:02.000>", ""))
    assert main(["check", str(path), "--fix", "--in-place", "-q"]) == 0
    speakers = [cue.speaker for cue in read_captions(path).cues]
    assert speakers == ["Anna"] * len(speakers)
    assert len(speakers) > 1
    assert path.read_text("utf-8").count("<v Anna>") == len(speakers)
    assert path.read_text("utf-8").count("intro") == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_repair_keeps_the_encoding_of_a_file_and_its_line_ends(
    bad: Path, encoding: str, end: str
) -> None:
    bad.write_bytes(BAD.replace("\n", end).encode(encoding))
    head = bad.read_bytes()[:3]
    assert main(["check", str(bad), "--fix", "--in-place", "-q"]) == 1
    data = bad.read_bytes()
    assert data[:3] == head
    text = data.decode(encoding)
    assert text.count("\n") == text.count(end)
    assert "\r" not in text.replace("\r\n", "")
    assert "\ufeff" not in text
    assert "garage was open & dark." in text


def test_a_repair_brings_times_to_the_frames(bad: Path, capfd: Capture) -> None:
    bad.write_text(GOOD.replace("03,000", "03,017"), "utf-8")
    assert main(["check", str(bad), "--fps", "25", "--fix", "--in-place", "--strict"]) == 0
    assert "repaired 1 frames" in capfd.readouterr().err
    assert bad.read_text("utf-8") == GOOD


@pytest.mark.parametrize(
    "options", [["--fix"], ["--in-place"], ["-o", "x.srt"], ["--fix", "--in-place", "-o", "x.srt"]]
)
def test_a_repair_needs_one_place(bad: Path, options: list[str]) -> None:
    assert main(["check", str(bad), *options]) == 2
    assert bad.read_text("utf-8") == BAD


def test_one_place_cannot_hold_two_files(bad: Path, good: Path) -> None:
    assert main(["check", str(bad), str(good), "--fix", "-o", str(bad.with_name("x.srt"))]) == 2


def test_a_report_never_overwrites_what_is_checked(bad: Path) -> None:
    assert main(["check", str(bad), "--sarif", str(bad)]) == 2
    assert main(["check", str(bad), "--junit", str(bad.parent / "no" / "x.xml")]) == 3
    assert bad.read_text("utf-8") == BAD


def test_words_that_cannot_be_captions_of_a_fix_stay(tmp_path: Path) -> None:
    empty = tmp_path / "empty.srt"
    empty.write_text("1\n00:00:01,000 --> 00:00:02,000\n\n", "utf-8")
    assert main(["check", str(empty), "--fix", "--in-place"]) == 3
    assert empty.read_text("utf-8") == "1\n00:00:01,000 --> 00:00:02,000\n\n"


@pytest.mark.skipif(sys.platform != "linux", reason="names there are any bytes")
def test_sarif_of_a_name_that_is_no_unicode(bad: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(bad.parent)
    name = os.fsdecode(b"a\xff.srt")
    bad.rename(name)
    assert main(["check", name, "--sarif", "out.sarif", "--junit", "out.xml", "-q"]) == 1
    assert '"uri": "a%FF.srt"' in Path("out.sarif").read_text("utf-8")


def test_sarif_has_what_code_hosts_need(bad: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The properties that the SARIF 2.1.0 schema requires, and lines that are the cues'."""
    monkeypatch.chdir(bad.parent)
    name = "a b%ü.srt"
    bad.rename(name)
    assert main(["check", name, "--sarif", "out.sarif", "-q"]) == 1
    log = json.loads(Path("out.sarif").read_text("utf-8"))
    assert log["version"] == "2.1.0"
    # what the schema allows here: most tools that read SARIF refuse what it does not know
    assert set(log) == {"$schema", "version", "runs"}
    (run,) = log["runs"]
    assert set(run) == {"tool", "columnKind", "results"}
    driver = run["tool"]["driver"]
    assert driver["name"] == "subalign"
    assert [rule["id"] for rule in driver["rules"]] == [rule.name for rule in RULES]
    assert all(
        rule["shortDescription"]["text"] and rule["help"]["text"] for rule in driver["rules"]
    )
    assert run["results"]
    lines = Path(name).read_text("utf-8").splitlines()
    for result in run["results"]:
        assert set(result) == {"ruleId", "ruleIndex", "level", "message", "locations"}
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning")
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "a%20b%25%C3%BC.srt"
        number = int(result["message"]["text"].split()[1])
        assert lines[place["region"]["startLine"] - 2] == str(number)


@pytest.mark.parametrize("strict", [False, True])
def test_junit_fails_for_what_the_command_fails_for(bad: Path, good: Path, strict: bool) -> None:
    out = bad.with_name("out.xml")
    options = ["--strict"] if strict else []
    assert main(["check", str(bad), str(good), "--junit", str(out), "-q", *options]) == 1
    root = ET.parse(out).getroot()
    assert root.tag == "testsuites"
    failing = {}
    # the names and the order of parts in which Jenkins' schema junit-10.xsd has them
    assert set(root.attrib) == {"name", "tests", "failures", "errors"}
    for suite in root.iter("testsuite"):
        cases = suite.findall("testcase")
        assert set(suite.attrib) == {"name", "tests", "failures", "errors", "skipped", "time"}
        assert all(len(case) <= 1 for case in cases)
        failed = {str(case.get("name")) for case in cases if case.find("failure") is not None}
        assert int(str(suite.get("tests"))) == len(cases) == len(RULES)
        assert int(str(suite.get("failures"))) == len(failed)
        skipped = {str(case.get("name")) for case in cases if case.find("skipped") is not None}
        assert skipped == {rule.name for rule in RULES if rule.needs_speech}
        failing[suite.get("name")] = failed
    errors = {"overlap", "min-duration", "line-length"}
    assert failing[str(bad)] & errors == errors
    assert ("bad-break" in failing[str(bad)]) is strict
    assert failing[str(good)] == set()
    assert "cue 2 at 00:00:02.900: starts 100 ms before cue 1 ends" in out.read_text("utf-8")


def test_captions_of_a_recording_are_in_sync_and_moved_ones_are_not(
    tmp_path: Path, capfd: Capture
) -> None:
    made, moved = tmp_path / "made.srt", tmp_path / "moved.srt"
    text = AUDIO.with_name("transcript.txt")
    assert main(["align", str(AUDIO), str(text), "-o", str(made), "-q"]) == 0
    assert main(["convert", str(made), str(moved), "--shift", "700", "-q"]) == 0
    capfd.readouterr()
    assert main(["check", str(made), "--audio", str(AUDIO), "--strict"]) == 0
    assert main(["check", str(moved), "--audio", str(AUDIO), "--strict"]) == 1
    printed = capfd.readouterr().out
    assert "shifted: up to cue 18, text comes about 7" in printed
    assert "0 ms late" in printed


def test_the_text_of_captions_is_looked_for_in_the_recording(
    tmp_path: Path, capfd: Capture
) -> None:
    made, far = tmp_path / "made.srt", tmp_path / "far.srt"
    text = AUDIO.with_name("transcript.txt")
    assert main(["align", str(AUDIO), str(text), "-o", str(made), "-q"]) == 0
    assert main(["convert", str(made), str(far), "--shift", "5000", "-q"]) == 0
    last = read_captions(far).cues[-1].end + 1000
    extra = "Nobody bought purple submarines\nat the supermarket last Wednesday."
    times = f"{clock(last)} --> {clock(last + 4000)}"
    far.write_text(f"{far.read_text('utf-8')}\n99\n{times}\n{extra}\n", "utf-8")
    capfd.readouterr()
    assert main(["check", str(far), "--audio", str(AUDIO)]) == 0
    lines = capfd.readouterr().out.splitlines()
    (moved,) = [line for line in lines if "out-of-sync" in line]
    assert re.search(r":1:.* up to cue \d+, text is said about (49|50)\d\d ms earlier", moved)
    (absent,) = [line for line in lines if "not-spoken" in line]
    assert "'Nobody bought purple submarines at the …'" in absent


def test_captions_of_another_recording_are_refused_and_otherwise_checked(
    bad: Path, tmp_path: Path, capfd: Capture
) -> None:
    long = tmp_path / "long.srt"
    long.write_text(BAD + "\n" + "Much too long to have been said in here. " * 100, "utf-8")
    report = tmp_path / "out.xml"
    assert main(["check", str(long), "--audio", str(AUDIO), "--junit", str(report)]) == 1
    printed = capfd.readouterr()
    (note,) = [line for line in printed.err.splitlines() if "not aligned" in line]
    assert re.match(rf"{long}: not aligned with the recording: [\d,]+ characters cannot", note)
    assert "overlap: starts 100 ms before cue 1 ends" in printed.out
    cases = ET.parse(report).getroot().iter("testcase")
    skipped = {str(case.get("name")) for case in cases if case.find("skipped") is not None}
    assert skipped == {rule.name for rule in RULES if rule.needs_spans}


def test_cues_without_words_of_their_own_and_out_of_order_keep_their_spans() -> None:
    audio = decode(AUDIO)
    words = AUDIO.with_name("transcript.txt").read_text("utf-8").split("\n\n")[-1].split("\n")
    cues = [Cue(1000 * i, 1000 * i + 900, (line,)) for i, line in enumerate(words) if line]
    plain = align_cues(audio, cues, "en")
    music = Cue(50, 90, ("[music]",))
    mixed = align_cues(audio, [*reversed(cues), music], "en")
    assert len(cues) > 5
    assert all(plain)
    assert mixed == (*reversed(plain), Span(50, 90, 0.0))


def test_a_language_can_be_named(tmp_path: Path, capfd: Capture) -> None:
    short = tmp_path / "short.srt"
    short.write_text("1\n00:00:01,000 --> 00:00:03,000\nGarage der\nWagen\n", "utf-8")
    assert main(["check", str(short), "--language", "de"]) == 0
    assert "ends on 'der'" in capfd.readouterr().out


def test_a_file_of_another_kind_is_not_repaired_in_place(bad: Path, capfd: Capture) -> None:
    assert main(["convert", str(bad), str(bad.with_suffix(".ttml")), "-q"]) == 0
    before = bad.with_suffix(".ttml").read_bytes()
    assert main(["check", str(bad.with_suffix(".ttml")), "--fix", "--in-place"]) == 3
    assert (
        "is of a format that is not repaired in place (convert it to SRT" in capfd.readouterr().err
    )
    assert bad.with_suffix(".ttml").read_bytes() == before
