"""``subalign eval`` as scripts and people use it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from subalign.__main__ import main
from subalign.evaluating import plotting
from subalign.formats import write_captions
from subalign.model import Alignment, Break, Captions, Cue, Word

LINES = ("It was the best of times,", "it was the worst of times,", "it was the age of wisdom.")


def alignment(late: int = 0, confidence: float = 0.9) -> Alignment:
    words = []
    for k, line in enumerate(LINES):
        for i, text in enumerate(line.split()):
            at = 1000 + 3000 * k + 300 * i + late
            words.append(Word(text, at, at + 250, confidence))
        words[-1] = Word(text, at, at + 250, confidence, ends=Break.SENTENCE)
    return Alignment(tuple(words), "en", 12_000, "test")


def cues(late: int = 0) -> tuple[Cue, ...]:
    return tuple(
        Cue(1000 + 3000 * k + late, 2750 + 3000 * k + late, (line,)) for k, line in enumerate(LINES)
    )


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_captions("own.json", Captions(alignment=alignment(late=60)))
    write_captions("early.json", Captions(alignment=alignment(late=-700, confidence=0.995)))
    write_captions("own.srt", Captions(cues(late=30)))
    write_captions("truth.srt", Captions(cues()))
    write_captions("truth.TextGrid", Captions(cues(), alignment()))
    write_captions("truth.ctm", Captions(alignment=alignment()))
    write_captions("truth.labels", Captions(cues()))
    return tmp_path


def lines(text: str) -> list[list[str]]:
    return [line.split() for line in text.splitlines()]


@pytest.mark.parametrize("truth", ["truth.srt", "truth.TextGrid", "truth.ctm", "truth.labels"])
def test_files_side_by_side(truth: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", "own.json", "early.json", truth]) == 0
    rows = lines(capsys.readouterr().out)
    assert rows[0] == ["own.json", "early.json"]
    assert "start median |error| 60 ms 700 ms".split() in rows
    assert "start bias +60 ms -700 ms".split() in rows
    assert "starts within 100 ms 100.0 % 0.0 %".split() in rows
    assert (["words"] in rows) == (truth in ("truth.TextGrid", "truth.ctm"))


def test_labels_under_the_name_that_audacity_gives_them(folder: Path) -> None:
    Path("truth.labels").rename("Label Track.txt")
    assert main(["eval", "own.srt", "Label Track.txt", "--min", "starts50=100"]) == 0


def test_captions_are_compared_as_captions_too(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("broken.srt").write_text(
        "1\n00:00:01,000 --> 00:00:09,000\nIt was the best\nof times,\n"
        "it was the worst of times, it was the age of wisdom.\n"
    )
    assert main(["eval", "own.srt", "broken.srt", "truth.srt", "--style", "bbc"]) == 0
    rows = lines(capsys.readouterr().out)
    assert "Sigma 100.0".split() in [row[:2] for row in rows]
    # one of its two breaks is in place, but ends a line only
    assert "F1 of all breaks 100.0 % 50.0 %".split() in rows
    assert "F1 of cue breaks 100.0 % 0.0 %".split() in rows
    assert "lines fit bbc 100.0 % 66.7 %".split() in rows
    errors = next(row for row in rows if row[0] == "errors")
    assert errors[1] == "0"
    assert int(errors[2]) >= 2


def test_json_for_programs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", "own.json", "early.json", "truth.TextGrid", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["reference"] == "truth.TextGrid"
    own, early = document["files"]
    assert [own["name"], early["name"]] == ["own.json", "early.json"]
    assert own["units"]["words"]["starts100"] == 100
    assert early["units"]["words"]["start-bias"] == -700
    assert early["units"]["phrases"]["sure"] == 0
    (only,) = own["units"]["words"]["reliability"]
    assert (only["low"], only["n"], only["right"]) == (0.9, 18, 100)
    assert own["units"]["phrases"]["worst"][0]["start_error"] == 60
    assert len(own["units"]["words"]["worst"]) == 10


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (["starts100=100"], {"early.json: starts100 is 0; at least 100 is wanted"}),
        (["start-median=59", "words.matched=100"],
         {"own.json: start-median is 60; at most 59 is wanted",
          "early.json: start-median is 700; at most 59 is wanted"}),
        (["sigma=50"], {"own.json: sigma is not measured on these files",
                        "early.json: sigma is not measured on these files"}),
        (["start-median=700"], set()),
    ],
)  # fmt: skip
def test_what_falls_short_is_named_and_exits_with_1(
    wanted: list[str], said: set[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = [part for text in wanted for part in ("--min", text)]
    code = main(["eval", "own.json", "early.json", "truth.TextGrid", "--quiet", *options])
    assert code == (1 if said else 0)
    printed = capsys.readouterr()
    assert (printed.out, set(printed.err.splitlines())) == ("", said)


def test_the_worst_are_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", "early.json", "truth.srt", "--verbose"]) == 0
    said = capsys.readouterr().err
    assert "early.json: worst phrases\n" in said
    assert "  0:01 start -700 ms, end -700 ms: It was the best of times,\n" in said


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["own.json"], 2, "give at least two files (first what is judged, last the reference)"),
        (["own.json", "truth.doc"], 2, "truth.doc: no format reads '.doc'"),
        (["own.json", "none.srt"], 3, "none.srt: there is no such file"),
        (["own.json", "truth.srt", "--plot", "p.pdf"], 2, "p.pdf: the picture is a PNG"),
        (["own.json", "truth.srt", "--style", "bcc"], 2, "no style 'bcc' (did you mean bbc?)"),
        (["other.srt", "truth.srt"], 3, "other.srt: only 0 % of its words stand in truth.srt"),
        (["nothing.json", "truth.srt"], 3, "nothing.json: this is no words file that is known"),
        (["own.json", "nulls.json"], 3, "nulls.json: a reference needs times"),
        (["own.json", "truth.srt", "--min", "starts=3"], 2, "no measure 'starts' (did you mean"),
    ],
)
def test_bad_input_is_one_clear_line(
    arguments: list[str], code: int, message: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("other.srt").write_text("1\n00:00:01,000 --> 00:00:02,000\nAlles ganz anders\n")
    Path("nothing.json").write_text("{}")
    Path("nulls.json").write_text('[{"text": "It was", "start": null, "end": null}]')
    assert main(["eval", *arguments]) == code
    said = capsys.readouterr().err
    assert message in said
    assert said.count("\n") == 1


def test_a_picture(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("matplotlib")
    image = pytest.importorskip("PIL.Image")
    assert main(["eval", "own.json", "early.json", "truth.srt", "--plot", "p.png", "-q"]) == 0
    assert main(["eval", "own.srt", "truth.srt", "--plot", "plain.png", "-q"]) == 0
    with image.open("p.png") as rated, image.open("plain.png") as plain:
        assert rated.size[0] > plain.size[0] > 600
        # the bars of the second file are drawn in another colour than those of the first
        assert len(rated.convert("RGB").getcolors(1 << 20)) > 50


def test_a_picture_without_matplotlib(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(plotting, "find_spec", lambda name: None)
    assert main(["eval", "own.json", "truth.srt", "--plot", "p.png"]) == 4
    said = capsys.readouterr().err
    assert said == (
        "subalign: --plot: matplotlib is not installed (pip install 'subalign[plot]')\n"
    )
    assert not Path("p.png").exists()
