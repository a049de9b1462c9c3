"""``subalign segment``: words with times, from any tool, become captions."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from test_shots import film

from subalign.__main__ import main
from subalign.filling import as_tokens, transfer_times
from subalign.formats import read_captions
from subalign.identifying import confirm_language
from subalign.model import Alignment, Break, Word

ENGLISH = "I could not come to the party because my mother had fallen ill. Nobody minded."
FRENCH = "Nous avons visité la maison de l'écrivain qui a vécu dans ce village. " * 4


def whisper(text: str, **more: object) -> str:
    """A words JSON as Whisper writes it: spaces in front of words, one segment."""
    words = [
        {"word": f" {word}", "start": 0.4 * i, "end": 0.4 * i + 0.3, "probability": 0.9}
        for i, word in enumerate(text.split())
    ]
    segment = {"id": 0, "start": 0.0, "end": words[-1]["end"], "text": text, "words": words}
    return json.dumps({"text": text, "segments": [segment], "language": "en", **more})


def whisperx(text: str) -> str:
    """As whisperX writes it: no spaces, scores, and no time for what has no letters."""
    words: list[dict[str, object]] = []
    for i, word in enumerate(text.split()):
        timed = {"start": 0.4 * i, "end": 0.4 * i + 0.3, "score": 0.8}
        words.append({"word": word, **({} if word[0].isdigit() else timed)})
    last = 0.4 * len(words)
    segment = {"start": 0.0, "end": last, "text": text, "words": words}
    return json.dumps({"segments": [segment], "word_segments": words, "language": "en"})


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def given(folder: Path, text: str) -> str:
    (folder / "words.json").write_text(text, "utf-8")
    return "words.json"


def test_words_become_captions_in_two_formats(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["segment", given(folder, whisper(ENGLISH))]) == 0
    assert sorted(p.name for p in folder.iterdir()) == ["words.json", "words.srt", "words.vtt"]
    cues = read_captions("words.srt").cues
    assert [cue.lines for cue in cues] == [
        ("I could not come to the party", "because my mother had fallen ill."),
        ("Nobody minded.",),
    ]
    printed = capfd.readouterr()
    assert printed.out == ""
    assert printed.err.splitlines()[:3] == [
        "language: en",
        "words.vtt: 2 cues",
        "words.srt: 2 cues",
    ]


def test_words_without_times_get_one_from_their_neighbours(folder: Path) -> None:
    text = "We sold 140 of them in 15 days last year."
    assert main(["segment", given(folder, whisperx(text)), "-o", "out.srt", "-q"]) == 0
    cues = read_captions("out.srt").cues
    assert " ".join(cue.text for cue in cues) == text


def test_captions_go_to_standard_output(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    name = given(folder, whisper(ENGLISH))
    assert main(["segment", name, "-o", "-", "--format", "vtt", "-q"]) == 0
    assert capfd.readouterr().out.startswith("WEBVTT\n\n1\n00:00:00.000")


def test_words_stay_as_they_are_unless_cleaning_is_asked_for(folder: Path) -> None:
    stuttered = "We we we think think that that is, um, the the best way of all."
    name = given(folder, whisper(stuttered))
    assert main(["segment", name, "-o", "raw.srt", "-q"]) == 0
    assert " ".join(c.text for c in read_captions("raw.srt").cues) == stuttered
    assert main(["segment", name, "-o", "clean.srt", "--clean", "clean", "-q"]) == 0
    clean = " ".join(c.text for c in read_captions("clean.srt").cues)
    assert clean.startswith("We think")
    assert "um" not in clean.split(" ")


def test_cleaned_words_keep_the_times_of_what_they_cover() -> None:
    words = (
        Word("the", 0, 100),
        Word("the", 150, 250, 0.5),
        Word("corps", 300, 500, 0.5),
        Word(";", 500, 500, guessed=True),
        Word("fin.", 700, 900, ends=Break.SENTENCE),
    )
    tokens = list(as_tokens(words))
    assert [token.spoken for token in tokens] == ["the", "the", "corps", "", "fin."]
    joined = replace(tokens[2], raw="corps ;", shown="corps;")
    hidden = replace(tokens[0], shown="")
    made = transfer_times([hidden, tokens[1], joined, tokens[4]], Alignment(words, "en", 1000))
    assert [(w.text, w.start, w.end, w.guessed) for w in made.words] == [
        ("the", 150, 250, False),
        ("corps;", 300, 500, False),
        ("fin.", 700, 900, False),
    ]
    assert transfer_times(tokens, Alignment(words, "en", 1000)).words == words


def test_a_file_may_be_wrong_about_its_language(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["segment", given(folder, whisper(FRENCH)), "-o", "out.srt"]) == 0
    assert "language: fr" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("text", "claimed", "expected"),
    [
        (FRENCH, "en", "fr"),
        (FRENCH, "", "fr"),
        (FRENCH, "french", "fr"),
        (FRENCH, "fr-CA", "fr-CA"),
        (FRENCH[:70], "en", "en"),
        (ENGLISH * 5, "en-GB", "en-GB"),
        ("O diretor decidiu ontem fechar a escola porque não havia alunos. " * 5, "gl", "gl"),
    ],
)
def test_a_claim_stands_unless_the_text_plainly_denies_it(
    text: str, claimed: str, expected: str
) -> None:
    assert confirm_language(text, claimed) == expected


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["segment", "no.json"], 3, "no such file"),
        (["segment", "cues.srt", "-o", "out.vtt"], 3, "holds captions, not words"),
        (["segment", "words.json", "-o", "words.json"], 2, "it would be overwritten"),
        (["segment", "words.json", "-o", "-"], 2, "needs --format"),
        (["segment", "words.json", "--style", "netflx"], 2, "did you mean netflix"),
        (["segment", "words.json", "--clean", "tidyy"], 2, "did you mean tidy"),
        (["segment", "words.json", "--fps", "1000"], 2, "--fps: 1000 frames per second"),
        (["segment", "words.json", "--shots", "cues.srt"], 3, "cues.srt: "),
        (["segment", "words.json", "--glossary", "g.txt"], 2, "need --clean"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(
    folder: Path, capfd: pytest.CaptureFixture[str], arguments: list[str], code: int, says: str
) -> None:
    given(folder, whisper(ENGLISH))
    (folder / "cues.srt").write_text("1\n00:00:01,000 --> 00:00:02,000\nHi.\n", "utf-8")
    before = sorted(folder.iterdir())
    assert main(arguments) == code
    printed = capfd.readouterr()
    assert says in printed.err
    assert len(printed.err.splitlines()) == 1
    assert sorted(folder.iterdir()) == before


def test_strict_exits_with_1_where_the_style_is_broken(folder: Path) -> None:
    fast = json.loads(whisper(ENGLISH))
    for word in fast["segments"][0]["words"]:
        word["start"], word["end"] = word["start"] / 4, word["end"] / 4
    name = given(folder, json.dumps(fast))
    assert main(["segment", name, "-o", "out.srt", "-q"]) == 0
    assert main(["segment", name, "-o", "out.srt", "-q", "--strict"]) == 1


def test_karaoke_lights_up_each_word(folder: Path) -> None:
    name = given(folder, whisper(ENGLISH))
    assert main(["segment", name, "-o", "out.vtt", "--style", "karaoke", "-q"]) == 0
    text = (folder / "out.vtt").read_text("utf-8")
    assert "I <00:00:00.400>could <00:00:00.800>not <00:00:01.200>come" in text
    assert " ".join(cue.text for cue in read_captions("out.vtt").cues) == ENGLISH
    assert main(["convert", "out.vtt", "plain.srt", "-q"]) == 0
    assert "<" not in (folder / "plain.srt").read_text("utf-8")


def test_captions_come_and_go_with_the_frames_of_a_video(folder: Path) -> None:
    name = given(folder, whisper(ENGLISH))
    assert main(["segment", name, "-o", "out.srt", "--fps", "25", "-q", "--strict"]) == 0
    times = [t for cue in read_captions("out.srt").cues for t in (cue.start, cue.end)]
    assert all(time % 40 == 0 for time in times)


def test_captions_come_with_the_cuts_of_a_video(folder: Path) -> None:
    text = json.loads(whisper(ENGLISH))
    for word in text["segments"][0]["words"][13:]:
        word["start"], word["end"] = word["start"] + 2, word["end"] + 2
    name = given(folder, json.dumps(text))
    video = film(folder / "film.mp4", [175, 60], Fraction(25))
    assert main(["segment", name, "-o", "out.srt", "--shots", str(video), "-q"]) == 0
    # "Nobody" is said at 7.2 s, and the film cuts at 7 s
    assert [cue.start for cue in read_captions("out.srt").cues] == [0, 7000]
