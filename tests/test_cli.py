"""The command line: its contract, its exit codes, and what it says when something is wrong."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pysrt
import pytest
import webvtt
from test_audio import tone, write

from subalign import formats
from subalign.__main__ import main
from subalign.formats import read_captions

FIXTURES = Path(__file__).parents[1] / "fixtures"
AUDIO = FIXTURES / "sonnet" / "audio.opus"
TEXT = FIXTURES / "sonnet" / "transcript.txt"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sonnet, aligned once, with all that can be written of it."""
    folder = tmp_path_factory.mktemp("made")
    outputs = ["-o", str(folder / "s.srt"), "-o", str(folder / "s.vtt")]
    assert main(["align", str(AUDIO), str(TEXT), *outputs, "--words", str(folder / "s.json")]) == 0
    return folder


Run = Callable[..., str]
"""Runs a command that must fail with ``code`` and gives what it says."""


def spoken(text: str) -> list[str]:
    return text.split()


class TestAlign:
    def test_captions_hold_every_word_once_and_in_order(self, made: Path) -> None:
        want = spoken(TEXT.read_text("utf-8"))
        srt = pysrt.open(str(made / "s.srt"))
        vtt = webvtt.read(str(made / "s.vtt"))
        assert spoken(" ".join(item.text for item in srt)) == want
        assert spoken(" ".join(caption.text for caption in vtt.captions)) == want

    def test_words_are_in_the_layout_of_whisper(self, made: Path) -> None:
        words = json.loads((made / "s.json").read_text("utf-8"))
        assert set(words) >= {"text", "language", "duration", "engine", "segments"}
        assert words["language"] == "en"
        assert words["duration"] == pytest.approx(53.3, abs=0.2)
        flat = [w for segment in words["segments"] for w in segment["words"]]
        assert [w["word"].strip() for w in flat] == spoken(TEXT.read_text("utf-8"))
        times = [t for w in flat for t in (w["start"], w["end"])]
        assert times == sorted(times)
        for segment in words["segments"]:
            assert segment["start"] == segment["words"][0]["start"]
            assert 0 <= segment["confidence"] <= 1

    def test_the_summary_goes_to_standard_error(
        self, tmp_path: Path, capfd: pytest.CaptureFixture[str]
    ) -> None:
        out = tmp_path / "a.srt"
        assert main(["align", str(AUDIO), str(TEXT), "-o", str(out)]) == 0
        printed = capfd.readouterr()
        assert printed.out == ""
        assert "language: en (identified from the transcript), engine: auto" in printed.err
        assert f"{out}: 1" in printed.err
        assert "netflix: no problems" in printed.err

    def test_quiet_says_nothing(self, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
        assert main(["align", str(AUDIO), str(TEXT), "-o", str(tmp_path / "a.srt"), "--quiet"]) == 0
        assert capfd.readouterr() == ("", "")

    def test_without_outputs_it_writes_beside_no_one(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        assert main(["align", str(AUDIO), str(TEXT), "-q"]) == 0
        assert sorted(p.name for p in tmp_path.iterdir()) == ["audio.srt", "audio.vtt"]

    def test_captions_go_to_standard_output(self, capfd: pytest.CaptureFixture[str]) -> None:
        assert main(["align", str(AUDIO), str(TEXT), "-o", "-", "--format", "srt", "-q"]) == 0
        assert capfd.readouterr().out.startswith("1\n00:00:00,")

    def test_a_caption_file_serves_as_transcript(self, made: Path, tmp_path: Path) -> None:
        late = tmp_path / "late.srt"
        assert main(["convert", str(made / "s.srt"), str(late), "--shift", "5000", "-q"]) == 0
        again = tmp_path / "again.srt"
        assert main(["align", str(AUDIO), str(late), "-o", str(again), "-q"]) == 0
        first, second = read_captions(made / "s.srt").cues, read_captions(again).cues
        assert spoken(" ".join(c.text for c in second)) == spoken(" ".join(c.text for c in first))
        assert abs(second[0].start - first[0].start) < 300

    def test_strict_exits_with_1_where_the_style_is_broken(self, tmp_path: Path) -> None:
        crowded = tmp_path / "a.txt"
        crowded.write_text(TEXT.read_text("utf-8") * 3, "utf-8")
        arguments = ["align", str(AUDIO), str(crowded), "-o", str(tmp_path / "a.srt"), "-q"]
        arguments += ["--engine", "uniform"]
        assert main(arguments) == 0
        assert main([*arguments, "--strict"]) == 1

    @pytest.mark.parametrize("style", ["netflix", "bbc", "ted", "youtube", "podcast"])
    def test_what_it_writes_keeps_every_style(self, style: str, made: Path, tmp_path: Path) -> None:
        out = tmp_path / "a.srt"
        assert main(["segment", str(made / "s.json"), "-o", str(out), "--style", style, "-q"]) == 0
        assert main(["check", str(out), "--style", style, "--strict"]) == 0


class TestWhatIsWrong:
    """Each: one line on standard error, the right code, and nothing written."""

    @pytest.fixture
    def run(self, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Run:
        out = tmp_path / "out.srt"
        out.write_text("kept", "utf-8")

        def run(*arguments: object, code: int) -> str:
            before = sorted(tmp_path.rglob("*"))
            assert main([*map(str, arguments)]) == code
            assert out.read_text("utf-8") == "kept"
            assert sorted(tmp_path.rglob("*")) == before
            printed = capfd.readouterr()
            assert "Traceback" not in printed.err
            return printed.err

        return run

    @pytest.mark.parametrize(
        ("content", "says"),
        [
            (b"", "empty"),
            (b"  \n\n", "t.txt"),
            (b"\x00\x01\x02\x03" * 100, "t.txt"),
            ("Où étiez-vous ?".encode("cp1252"), "not UTF-8"),
            (b"[music]", "spoken"),
        ],
    )
    def test_transcripts(self, run: Run, tmp_path: Path, content: bytes, says: str) -> None:
        text = tmp_path / "t.txt"
        text.write_bytes(content)
        said = run("align", AUDIO, text, "-o", tmp_path / "out.srt", code=3)
        assert says in said
        assert said.startswith(f"subalign: {text}")
        assert said.count("\n") == 1

    def test_a_missing_transcript(self, run: Run, tmp_path: Path) -> None:
        said = run("align", AUDIO, tmp_path / "no.txt", "-o", tmp_path / "out.srt", code=3)
        assert said.count("\n") == 1
        assert "no.txt" in said

    def test_silence(self, run: Run, tmp_path: Path) -> None:
        silent = write(tmp_path / "s.wav", [np.zeros(32_000, np.int16)], "pcm_s16le")
        said = run("align", silent, TEXT, "-o", tmp_path / "out.srt", code=3)
        assert "silence from start to end" in said

    def test_a_text_far_too_long_for_the_recording(self, run: Run, tmp_path: Path) -> None:
        short = write(tmp_path / "s.wav", [tone(440, 1000)], "pcm_s16le")
        said = run("align", short, TEXT, "-o", tmp_path / "out.srt", code=5)
        assert "cannot be said in 1.0 s" in said

    @pytest.mark.parametrize(
        ("options", "says", "code"),
        [
            (["--style", "netflx"], "did you mean netflix?", 2),
            (["--engine", "aenas"], "did you mean aeneas?", 2),
            (["--language", "xx-Nowhere"], "no language has the code 'xx-Nowhere' (such as en", 2),
            (["--language", "yo"], "no voice for language 'yo'", 2),
            (["-o", "a.sub"], ".sub", 2),
            (["-o", "nosuffix"], "suffix", 2),
            (["-o", "-"], "--format", 2),
            (["--format", "srt"], "standard output", 2),
            (["--track", "2"], "no audio track 2", 2),
            (["-o", "no/such/folder/a.srt"], "no such folder", 3),
            (["--nonsense"], "nonsense", 2),
            (["--clean", "tidi"], "did you mean tidy?", 2),
            (["--glossary", "no-such-file"], "no-such-file", 3),
            (["-o", str(TEXT)], "would be overwritten", 2),
            (["-o", "twice.vtt", "-o", "twice.vtt"], "named twice", 2),
        ],
    )
    def test_options(
        self, run: Run, tmp_path: Path, options: list[str], says: str, code: int
    ) -> None:
        said = run("align", AUDIO, TEXT, "-o", tmp_path / "out.srt", *options, code=code)
        assert says in said

    def test_a_full_disk(self, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def full(file: int) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "fsync", full)
        said = run("align", AUDIO, TEXT, "-o", tmp_path / "out.srt", code=3)
        assert "the disk is full" in said

    def test_a_stop_from_the_keyboard(
        self, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def stop(*_: object, **__: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr("subalign.audio.decode", stop)
        assert "stopped" in run("align", AUDIO, TEXT, "-o", tmp_path / "out.srt", code=130)

    def test_a_stop_while_it_starts(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        class Stopped:
            def find_spec(self, name: str, *_: object) -> None:
                if name == "subalign.cli":
                    raise KeyboardInterrupt

        monkeypatch.delitem(sys.modules, "subalign.cli")
        monkeypatch.setattr(sys, "meta_path", [Stopped(), *sys.meta_path])
        assert "stopped" in run("styles", code=130)

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
    @pytest.mark.parametrize("arguments", [["styles"], ["--help"], ["clean", str(TEXT)]])
    def test_standard_output_that_is_full(self, arguments: list[str]) -> None:
        command = [sys.executable, "-m", "subalign", *arguments]
        with open("/dev/full", "w") as full:
            done = subprocess.run(
                command, check=False, stdout=full, stderr=subprocess.PIPE, text=True
            )
        assert done.returncode == 3
        assert done.stderr.startswith("subalign: standard output: it cannot be written")
        assert done.stderr.count("\n") == 1

    def test_a_reader_that_has_gone_is_no_finding(self) -> None:
        read, write_end = os.pipe()
        os.close(read)
        command = [sys.executable, "-m", "subalign", "styles"]
        done = subprocess.run(
            command, check=False, stdout=write_end, stderr=subprocess.PIPE, text=True
        )
        os.close(write_end)
        assert (done.returncode, done.stderr) == (141, "")

    def test_standard_error_that_is_closed_or_full(self, made: Path) -> None:
        for sink in ("2>&-", "2>/dev/full"):
            command = f'"{sys.executable}" -m subalign check "{made / "s.srt"}" -q {sink}'
            assert subprocess.run(command, check=False, shell=True).returncode == 0
            command = f'"{sys.executable}" -m subalign check nowhere.srt {sink}'
            assert subprocess.run(command, check=False, shell=True).returncode == 3

    def test_a_bug_is_ours_and_says_so(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
    ) -> None:
        def broken(*_: object, **__: object) -> None:
            raise ZeroDivisionError

        monkeypatch.setattr("subalign.audio.decode", broken)
        assert main(["align", str(AUDIO), str(TEXT), "-o", str(tmp_path / "a.srt")]) == 70
        assert "this is a bug in subalign" in capfd.readouterr().err


class TestClean:
    RAW = "We went to to the. The market. I think that that is it.\n"

    def test_the_raw_text_is_not_overwritten(
        self, raw: Path, capfd: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["clean", str(raw), "-o", str(raw)]) == 2
        assert "it would be overwritten" in capfd.readouterr().err
        assert raw.read_text("utf-8") == self.RAW

    def test_decisions_of_another_text_are_told(
        self, raw: Path, capfd: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["clean", str(raw), "--review"]) == 0
        assert main(["clean", str(raw), "--decisions", "raw.decisions.txt", "-o", "-"]) == 0
        assert "warning" not in capfd.readouterr().err
        Path("other.txt").write_text("Something else was said.\n", "utf-8")
        assert main(["clean", "other.txt", "--decisions", "raw.decisions.txt", "-o", "-"]) == 0
        assert "of the decisions fit no place of the transcript" in capfd.readouterr().err

    def test_a_hyphen_is_standard_output(
        self, raw: Path, capfd: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["clean", str(raw), "-o", "-"]) == 0
        assert capfd.readouterr().out.startswith("We went to the")
        assert not Path("-").exists()

    @pytest.fixture
    def raw(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        monkeypatch.chdir(tmp_path)
        path = tmp_path / "raw.txt"
        path.write_text(self.RAW, "utf-8")
        return path

    def test_the_clean_text_goes_to_standard_output(
        self, raw: Path, capfd: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["clean", str(raw), "--language", "en"]) == 0
        assert capfd.readouterr().out == "We went to the market. I think that that is it.\n"

    def test_the_diff_names_place_rule_and_counts(
        self, raw: Path, capfd: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["clean", str(raw), "--language", "en", "--diff"]) == 0
        printed = capfd.readouterr().out
        assert "1: " in printed
        assert "[-to-]" in printed
        assert "2  doubled-words" in printed

    def test_a_person_decides(self, raw: Path, capfd: pytest.CaptureFixture[str]) -> None:
        assert main(["clean", str(raw), "--language", "en", "--review"]) == 0
        decisions = raw.with_name("raw.decisions.txt")
        refused = decisions.read_text("utf-8").replace("yes doubled-words", "no doubled-words")
        decisions.write_text(refused, "utf-8")
        capfd.readouterr()
        assert main(["clean", str(raw), "--language", "en", "--decisions", str(decisions)]) == 0
        assert "to to the" in capfd.readouterr().out

    def test_a_glossary_is_applied(self, raw: Path, capfd: pytest.CaptureFixture[str]) -> None:
        names = raw.with_name("names.txt")
        names.write_text("Covent Garden = the market\n", "utf-8")
        assert main(["clean", str(raw), "--language", "en", "--glossary", str(names)]) == 0
        assert "Covent Garden" in capfd.readouterr().out

    def test_output_is_whole_or_not_at_all(self, raw: Path) -> None:
        out = raw.with_name("clean.txt")
        assert main(["clean", str(raw), "--language", "en", "-o", str(out)]) == 0
        assert out.read_text("utf-8").startswith("We went to the market.")
        assert main(["clean", str(raw), "-o", "no/folder/a.txt"]) == 3
        assert main(["clean", str(raw), "--clean", "tidi"]) == 2
        assert main(["clean", str(raw), "--review", "--diff"]) == 2

    def test_captions_show_the_clean_face_and_hear_all(self, tmp_path: Path) -> None:
        stutter = tmp_path / "t.txt"
        stutter.write_text(TEXT.read_text("utf-8").replace("His tender", "His his tender"), "utf-8")
        times = {}
        for level in ("verbatim", "tidy"):
            out = tmp_path / f"{level}.json"
            assert (
                main(["align", str(AUDIO), str(stutter), "-o", str(out), "--clean", level, "-q"])
                == 0
            )
            words = [w for s in json.loads(out.read_text("utf-8"))["segments"] for w in s["words"]]
            times[level] = [(w["word"].strip().lower(), w["start"]) for w in words]
        assert len(times["verbatim"]) == len(times["tidy"]) + 1
        heard = dict(times["verbatim"])
        late = [abs(heard[w] - t) for w, t in times["tidy"] if list(heard).count(w) == 1]
        assert sum(d <= 0.05 for d in late) > 0.7 * len(late)


class TestCheck:
    def test_names_file_cue_time_rule_and_message(
        self, tmp_path: Path, capfd: pytest.CaptureFixture[str]
    ) -> None:
        bad = tmp_path / "bad.srt"
        bad.write_text(f"1\n00:00:01,000 --> 00:00:03,000\n{'word ' * 10}\n", "utf-8")
        assert main(["check", str(bad)]) == 1
        printed = capfd.readouterr()
        assert f"{bad}:1:00:00:01.000: line-length: " in printed.out
        assert "1 line-length" in printed.err

    def test_warnings_count_only_when_strict(
        self, tmp_path: Path, capfd: pytest.CaptureFixture[str]
    ) -> None:
        fast = tmp_path / "fast.srt"
        fast.write_text(
            "1\n00:00:01,000 --> 00:00:02,000\nA very long sentence for a second.\n", "utf-8"
        )
        assert main(["check", str(fast), "--json"]) == 0
        (problem,) = json.loads(capfd.readouterr().out)
        assert (problem["rule"], problem["cue"], problem["severity"]) == (
            "reading-speed",
            1,
            "warning",
        )
        assert main(["check", str(fast), "--strict"]) == 1

    def test_a_words_file_has_no_captions_to_check(self, made: Path) -> None:
        assert main(["check", str(made / "s.json")]) == 3


class TestConvert:
    def test_there_and_back(self, made: Path, tmp_path: Path) -> None:
        assert main(["convert", str(made / "s.srt"), str(tmp_path / "a.vtt"), "-q"]) == 0
        assert main(["convert", str(tmp_path / "a.vtt"), str(tmp_path / "b.srt"), "-q"]) == 0
        assert (tmp_path / "b.srt").read_text("utf-8") == (made / "s.srt").read_text("utf-8")

    def test_words_become_captions_of_a_style(self, made: Path, tmp_path: Path) -> None:
        out = tmp_path / "a.srt"
        assert main(["convert", str(made / "s.json"), str(out), "--style", "bbc", "-q"]) == 0
        assert main(["check", str(out), "--style", "bbc"]) == 0
        assert spoken(" ".join(c.text for c in read_captions(out).cues)) == spoken(
            TEXT.read_text("utf-8")
        )

    def test_captions_become_words(self, made: Path, tmp_path: Path) -> None:
        assert main(["convert", str(made / "s.srt"), str(tmp_path / "a.json"), "-q"]) == 0
        words = json.loads((tmp_path / "a.json").read_text("utf-8"))
        flat = [w for segment in words["segments"] for w in segment["words"]]
        assert [w["word"].strip() for w in flat] == spoken(TEXT.read_text("utf-8"))
        assert all(w["guessed"] for w in flat)

    def test_shift_and_speed(self, made: Path, tmp_path: Path) -> None:
        out = tmp_path / "a.srt"
        arguments = ["--shift", "500", "--fps-from", "25", "--fps-to", "24", "-q"]
        assert main(["convert", str(made / "s.srt"), str(out), *arguments]) == 0
        before, after = read_captions(made / "s.srt").cues, read_captions(out).cues
        assert [c.start for c in after] == [round(c.start * (25 / 24)) + 500 for c in before]

    @pytest.mark.parametrize(
        "options",
        [["--fps-from", "25"], ["--style", "bbc"], ["--shift", "-100000"], ["--format", "srt"]],
    )
    def test_what_cannot_be_meant_is_refused(
        self, made: Path, tmp_path: Path, options: list[str]
    ) -> None:
        out = tmp_path / "a.vtt"
        assert main(["convert", str(made / "s.srt"), str(out), *options, "-q"]) in (2, 3)
        assert not out.exists()


class TestLists:
    @pytest.mark.parametrize(
        ("command", "shows"),
        [
            ("engines", ["auto", "aeneas", "uniform"]),
            ("styles", ["netflix", "bbc", "ted", "youtube", "podcast"]),
            ("formats", [".srt", ".vtt", ".json"]),
        ],
    )
    def test_lists_and_json(
        self, command: str, shows: list[str], capfd: pytest.CaptureFixture[str]
    ) -> None:
        assert main([command]) == 0
        printed = capfd.readouterr().out
        assert all(name in printed for name in shows)
        assert main([command, "--json"]) == 0
        assert len(json.loads(capfd.readouterr().out)) >= len(shows) - 1

    def test_a_style_gives_the_source_of_each_number(
        self, capfd: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["styles", "bbc"]) == 0
        printed = capfd.readouterr().out
        assert "BBC Subtitle Guidelines" in printed
        assert "line_width" in printed

    def test_help_and_version_and_no_command(self, capfd: pytest.CaptureFixture[str]) -> None:
        assert main(["--version"]) == 0
        assert main(["align", "--help"]) == 0
        assert "subalign align talk.mp3 talk.txt" in capfd.readouterr().out
        assert main([]) == 2

    def test_a_closed_pipe_is_no_error(self) -> None:
        command = f"{sys.executable} -m subalign styles netflix | head -n 1"
        done = subprocess.run(command, shell=True, capture_output=True, text=True, check=True)
        assert done.stderr == ""


def test_every_format_is_reachable(made: Path, tmp_path: Path) -> None:
    for form in formats.list_formats():
        for suffix in form.suffixes:
            assert main(["convert", str(made / "s.json"), str(tmp_path / f"a{suffix}"), "-q"]) == 0


@pytest.mark.parametrize("form", formats.list_formats(), ids=formats.format_names())
def test_no_converted_cue_or_word_ends_before_it_starts(
    form: formats.Format, tmp_path: Path
) -> None:
    wrong = (
        "1\n00:00:02,000 --> 00:00:01,000\nTwo words.\n\n2\n00:00:03,000 --> 00:00:04,000\nOne.\n"
    )
    (tmp_path / "a.srt").write_text(wrong, "utf-8")
    target = tmp_path / f"b{form.suffixes[0]}"
    assert main(["convert", str(tmp_path / "a.srt"), str(target), "-q"]) == 0
    made = read_captions(target)
    words = made.alignment.words if made.alignment else ()
    assert len(made.cues) == 2 or len(words) == 3
    assert all(cue.start <= cue.end for cue in made.cues)
    assert all(word.start <= word.end for word in words)
