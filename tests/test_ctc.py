"""The engine ctc, by a model that the tests build: letters are tones."""

from __future__ import annotations

import json
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from conftest import needs_onnx
from tones import (
    LETTERS,
    SENTENCES,
    VOCABULARY,
    Spoken,
    samples,
    silence,
    speak,
    tone,
    write_model,
)
from typer.testing import CliRunner

import subalign
from subalign import engines
from subalign.acoustics.graph.spelling import spell
from subalign.acoustics.model import ctc as ctc_model
from subalign.acoustics.model.ctc import CtcModel
from subalign.acoustics.tts import espeak
from subalign.audio import as_segment, resample
from subalign.cli import app
from subalign.engines.base import Utterance, WordSpans
from subalign.errors import AlignmentError, InputError, SetupError, UsageError
from subalign.events import Event, Stage, ignore
from subalign.model import RATE, Audio

pytestmark = needs_onnx


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_model(tmp_path_factory.mktemp("model"))


@pytest.fixture(scope="module")
def spoken() -> Spoken:
    return speak(SENTENCES)


def align(folder: Path, audio: Audio, sentences: tuple[str, ...] | list[str]) -> WordSpans:
    engine = engines.find_engine("ctc", str(folder))
    assert engine.align
    return engine.align(audio, [Utterance(tuple(s.split())) for s in sentences], "en", ignore)


def errors(found: WordSpans, edges: list[list[tuple[int, int]]]) -> tuple[list[int], list[int]]:
    """How late starts and ends are, ms."""
    spans, true = list(chain(*found)), list(chain(*edges))
    pairs = [(s, t) for s, t in zip(spans, true, strict=True) if s]
    assert len(pairs) == len(true)
    return [s.start - t[0] for s, t in pairs], [s.end - t[1] for s, t in pairs]


class TestTimes:
    def test_every_word_is_where_it_sounds(self, folder: Path, spoken: Spoken) -> None:
        starts, ends = errors(align(folder, spoken.audio, SENTENCES), spoken.edges)
        assert np.abs(starts).max() <= 25, "a frame and a bit"
        assert np.abs(ends).max() <= 40, "two frames"
        assert abs(np.median(starts)) <= 10

    def test_a_word_has_a_confidence(self, folder: Path, spoken: Spoken) -> None:
        spans = list(chain(*align(folder, spoken.audio, SENTENCES)))
        assert min(s.confidence for s in spans if s) > 0.5

    def test_a_long_silence_belongs_to_no_word(self, folder: Path) -> None:
        spoken = speak(SENTENCES[:4], before=9000, after=12000)
        sound = spoken.audio.samples
        at = spoken.edges[1][0][0] - 100
        cut = at * RATE // 1000
        audio = Audio(np.concatenate((sound[:cut], samples(silence(15_000)), sound[cut:])))
        edges = [
            [(a + 15_000 * (a > at), b + 15_000 * (b > at)) for a, b in r] for r in spoken.edges
        ]
        starts, ends = errors(align(folder, audio, SENTENCES[:4]), edges)
        assert np.abs(starts).max() <= 25
        assert np.abs(ends).max() <= 40

    def test_marks_and_cases_are_not_spelt(self, folder: Path, spoken: Spoken) -> None:
        plain = align(folder, spoken.audio, SENTENCES)
        shouted = [f"“{s.upper()}!”" for s in SENTENCES]
        assert [[s and s.start for s in r] for r in align(folder, spoken.audio, shouted)] == [
            [s and s.start for s in r] for r in plain
        ]

    def test_a_token_of_several_words_is_one(self, folder: Path, spoken: Spoken) -> None:
        engine = engines.find_engine("ctc", str(folder))
        assert engine.align
        said = [Utterance(tuple(s.split())) for s in SENTENCES]
        said[1] = Utterance(("he", "had a", "cafe", "beach", "bag,"))
        found = engine.align(spoken.audio, said, "en", ignore)
        both = found[1][1]
        assert both
        assert both.start == pytest.approx(spoken.edges[1][1][0], abs=25)
        assert both.end == pytest.approx(spoken.edges[1][2][1], abs=40)

    def test_a_token_that_cannot_be_spelt_takes_no_time(self, folder: Path, spoken: Spoken) -> None:
        sentences = [*SENTENCES[:2], "feed 77 each dead head", *SENTENCES[3:]]
        number = align(folder, spoken.audio, sentences)[2][1]
        assert number
        assert (number.start, number.confidence) == (number.end, 0.0)

    def test_it_keeps_what_every_engine_promises(self, folder: Path, spoken: Spoken) -> None:
        told: list[Event] = []
        engine = engines.find_engine("ctc", str(folder))
        assert engine.align
        said = [Utterance(tuple(s.split())) for s in SENTENCES]
        found = engine.align(spoken.audio, said, "en", told.append)
        times = [t for s in chain(*found) if s for t in (s.start, s.end)]
        assert times == sorted(times)
        assert 0 <= times[0] < times[-1] <= spoken.audio.duration
        assert told[-1] == Event(Stage.ALIGN, 1.0)
        for stage in {event.stage for event in told}:
            shares = [event.done for event in told if event.stage is stage]
            assert shares == sorted(shares)

    def test_a_language_without_a_voice_is_aligned(self, folder: Path, spoken: Spoken) -> None:
        assert "yo" not in espeak.voices()
        text = subalign.parse_transcript("\n\n".join(SENTENCES), language="yo")
        result = subalign.caption(
            spoken.audio, text, language="yo", engine="ctc", model=str(folder), cache=False
        )
        starts = [word.start for word in result.alignment.words]
        true = [start for row in spoken.edges for start, _ in row]
        assert starts == pytest.approx(true, abs=100)

    @pytest.mark.parametrize("ms", [100, 160, 500])
    def test_a_moment_of_noise_is_no_text(self, folder: Path, ms: int) -> None:
        noise = np.random.default_rng(0).normal(0, 2000, ms * RATE // 1000).astype(np.int16)
        try:
            ((span,),) = align(folder, Audio(noise), ["bad"])
        except AlignmentError:
            return
        assert span
        assert 0 <= span.start <= span.end <= ms


class TestTextThatDiffers:
    def test_a_sentence_that_is_not_there_gets_no_time(self, folder: Path, spoken: Spoken) -> None:
        sentences = [*SENTENCES[:4], "caged decaf had faced beads", *SENTENCES[4:]]
        found = align(folder, spoken.audio, sentences)
        assert found[4] == [None] * 5
        starts, _ = errors([*found[:4], *found[5:]], spoken.edges)
        assert np.abs(starts).max() <= 25

    def test_speech_that_is_not_in_the_text_is_left_alone(
        self, folder: Path, spoken: Spoken
    ) -> None:
        found = align(folder, spoken.audio, [*SENTENCES[:3], *SENTENCES[5:]])
        edges = [*spoken.edges[:3], *spoken.edges[5:]]
        starts, ends = errors(found, edges)
        assert np.abs(starts).max() <= 25
        assert np.abs(ends).max() <= 40

    def test_sounds_of_no_letter_are_left_alone(self, folder: Path, spoken: Spoken) -> None:
        music = 0.2 * np.sum([np.sin(np.arange(320_000) * f) for f in (1.1, 2)], axis=0)
        audio = Audio(np.concatenate((samples(music), spoken.audio.samples)))
        edges = [[(a + 20_000, b + 20_000) for a, b in row] for row in spoken.edges]
        starts, _ = errors(align(folder, audio, SENTENCES), edges)
        assert np.abs(starts).max() <= 25

    def test_another_text_is_refused(self, folder: Path) -> None:
        other = speak(["ghee bah cede", "fab gee had be", "heed a chef", "dab beach"] * 2)
        with pytest.raises(AlignmentError):
            align(folder, other.audio, SENTENCES)

    def test_sentences_in_another_order_are_refused(self, folder: Path, spoken: Spoken) -> None:
        with pytest.raises(AlignmentError):
            align(folder, spoken.audio, SENTENCES[::-1])

    def test_a_text_without_letters_is_refused(self, folder: Path, spoken: Spoken) -> None:
        with pytest.raises(AlignmentError, match="no letter in the text"):
            align(folder, spoken.audio, ["77"])


def count_samples(model: CtcModel, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many samples the model will be given at a time."""
    sizes: list[int] = []
    run = model.run_block

    def count(sound: npt.NDArray[Any]) -> npt.NDArray[Any]:
        sizes.append(len(sound))
        return run(sound)

    monkeypatch.setattr(model, "run_block", count)
    return sizes


class TestBlocks:
    @pytest.mark.parametrize("block", [0.5, 1.7, 4.0])
    def test_there_is_no_seam(self, folder: Path, spoken: Spoken, block: float) -> None:
        model = CtcModel(folder)
        wanted = list(range(len(VOCABULARY)))
        whole, top = model.log_probabilities(spoken.audio.samples, wanted, block_s=1000)
        parts, best = model.log_probabilities(
            spoken.audio.samples, wanted, block_s=block, context_s=0.2
        )
        assert len(spoken.audio.samples) / RATE > 4 * block
        np.testing.assert_allclose(parts, whole, atol=0.05)
        np.testing.assert_allclose(best, top, atol=0.05)

    def test_a_block_hears_what_stands_around_it(
        self, folder: Path, spoken: Spoken, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Without it, what lies across a seam is heard by halves."""
        model = CtcModel(folder)
        sizes = count_samples(model, monkeypatch)
        model.log_probabilities(spoken.audio.samples, [0], block_s=2, context_s=0.5)
        assert sizes[0] == 2.5 * RATE
        assert set(sizes[1:-2]) == {3 * RATE}

    def test_memory_is_that_of_a_block(
        self, folder: Path, spoken: Spoken, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        model = CtcModel(folder)
        sizes = count_samples(model, monkeypatch)
        model.log_probabilities(np.tile(spoken.audio.samples, 12), [0])
        assert max(sizes) == (ctc_model.BLOCK_S + 2 * ctc_model.CONTEXT_S) * RATE
        assert len(sizes) > 5

    def test_frames_are_where_they_are_heard(self, folder: Path) -> None:
        sound = np.concatenate([silence(40_000), tone("c", 40), silence(3_000)])
        model = CtcModel(folder)
        assert model.step == 20
        scores, _ = model.log_probabilities(samples(sound), [VOCABULARY["c"], 0])
        heard = np.flatnonzero(scores[:, 0] > scores[:, 1])
        assert 40_000 / 20 - 1 <= heard[0] <= heard[-1] <= 40_040 / 20


class TestFolders:
    def test_the_layouts_that_are_common(self, folder: Path, tmp_path: Path) -> None:
        onnx, vocabulary = folder / "model.onnx", folder / "vocab.json"
        table = "".join(
            f"{'<blk>' if t == '<pad>' else ' ' if t == '|' else t} {i}\n"
            for t, i in VOCABULARY.items()
        )
        layouts: dict[str, dict[str, bytes]] = {
            "optimum": {"model.onnx": onnx.read_bytes(), "vocab.json": vocabulary.read_bytes()},
            "below": {"onnx/model.onnx": onnx.read_bytes(), "vocab.json": vocabulary.read_bytes()},
            "sherpa": {"model.int8.onnx": onnx.read_bytes(), "tokens.txt": table.encode()},
        }
        for name, files in layouts.items():
            for file, content in files.items():
                (tmp_path / name / file).parent.mkdir(parents=True, exist_ok=True)
                (tmp_path / name / file).write_bytes(content)
            known = CtcModel(tmp_path / name).vocabulary
            assert set(known.letters) == set(LETTERS)
            assert (known.blank, known.delimiter) == (0, 4)

    def test_a_file_can_be_named(self, folder: Path) -> None:
        assert CtcModel(folder / "model.onnx").vocabulary.blank == 0

    def test_capitals_will_do(self, tmp_path: Path, spoken: Spoken) -> None:
        write_model(tmp_path, {t.upper() if t in LETTERS else t: i for t, i in VOCABULARY.items()})
        (tmp_path / "vocab.json").write_text((tmp_path / "vocab.json").read_text())
        starts, _ = errors(align(tmp_path, spoken.audio, SENTENCES), spoken.edges)
        assert np.abs(starts).max() <= 25

    def test_a_mask_is_given_where_one_is_asked_for(self, tmp_path: Path, spoken: Spoken) -> None:
        starts, _ = errors(
            align(write_model(tmp_path, mask=True), spoken.audio, SENTENCES), spoken.edges
        )
        assert np.abs(starts).max() <= 25

    def test_the_blank_can_be_named_in_the_configuration(self, tmp_path: Path) -> None:
        write_model(tmp_path)
        tokens = {"_": 0} | {t: i for t, i in VOCABULARY.items() if i > 3}
        (tmp_path / "vocab.json").write_text(json.dumps(tokens))
        with pytest.raises(InputError, match="no blank among 10 tokens"):
            CtcModel(tmp_path)
        (tmp_path / "config.json").write_text('{"pad_token_id": 0}')
        assert CtcModel(tmp_path).vocabulary.blank == 0

    def test_one_of_many_languages(self, tmp_path: Path) -> None:
        write_model(tmp_path)
        many = {"eng": VOCABULARY, "fra": VOCABULARY | {"é": 12}}
        (tmp_path / "vocab.json").write_text(json.dumps(many))
        with pytest.raises(InputError, match="it is of 2 languages"):
            CtcModel(tmp_path)
        (tmp_path / "tokenizer_config.json").write_text('{"target_lang": "fra"}')
        assert "é" in CtcModel(tmp_path).vocabulary.letters

    def test_loudness_is_normalised_where_the_model_wants_it(self, tmp_path: Path) -> None:
        """The model hears nothing of a whisper, unless its scale is that of the recording."""
        spoken = speak(SENTENCES, level=0.01)
        write_model(tmp_path, threshold=0.5)
        with pytest.raises(AlignmentError):
            align(tmp_path, spoken.audio, SENTENCES)
        (tmp_path / "preprocessor_config.json").write_text('{"do_normalize": true}')
        starts, _ = errors(align(tmp_path, spoken.audio, SENTENCES), spoken.edges)
        assert np.abs(starts).max() <= 25

    @pytest.mark.parametrize("rate", [8000, 22_050])
    def test_the_rate_is_the_models(self, tmp_path: Path, spoken: Spoken, rate: int) -> None:
        write_model(tmp_path, rate=rate)
        (tmp_path / "preprocessor_config.json").write_text(json.dumps({"sampling_rate": rate}))
        assert CtcModel(tmp_path).step == pytest.approx(320_000 / rate, abs=0.1)
        starts, _ = errors(align(tmp_path, spoken.audio, SENTENCES), spoken.edges)
        assert np.abs(starts).max() <= 50, "frames are 40 ms long at 8 kHz"

    def test_resampling_goes_both_ways(self, spoken: Spoken) -> None:
        there = resample(spoken.audio.samples, RATE, 8000)
        assert len(there) == pytest.approx(len(spoken.audio.samples) / 2, abs=50)
        assert np.abs(there).max() == pytest.approx(np.abs(spoken.audio.samples).max(), rel=0.1)


def test_captions_from_the_command_line(folder: Path, tmp_path: Path, spoken: Spoken) -> None:
    as_segment(spoken.audio).export(tmp_path / "a.wav", "wav").close()
    (tmp_path / "a.txt").write_text(" ".join(s.rstrip(",.") + "." for s in SENTENCES))
    command = ["align", tmp_path / "a.wav", tmp_path / "a.txt", "--language", "en"]
    command += ["--engine", "ctc", "--model", folder, "-o", tmp_path / "a.json", "-q"]
    done = CliRunner().invoke(app, list(map(str, command)), catch_exceptions=False)
    assert done.exit_code == 0
    made = json.loads((tmp_path / "a.json").read_text("utf-8"))
    assert made["engine"] == "ctc"
    starts = [s["start"] * 1000 for s in made["segments"]]
    assert starts == pytest.approx([row[0][0] for row in spoken.edges], abs=25)


class TestFaults:
    """One line: what, where, and what to do."""

    def test_no_model_is_named(self) -> None:
        with pytest.raises(UsageError, match=r"model: engine ctc needs a model \(name the folder"):
            engines.find_engine("ctc")

    def test_a_model_for_an_engine_without(self) -> None:
        for name in ("auto", "hmm", "uniform"):
            with pytest.raises(UsageError, match=f"engine {name} runs no model .*engine ctc does"):
                engines.find_engine(name, "folder")

    def test_auto_never_takes_it(self) -> None:
        names = [engine.name for engine in engines.list_engines()]
        assert names[-2:] == ["uniform", "ctc"]

    @pytest.mark.parametrize(
        ("missing", "message"),
        [
            ("", "no such folder"),
            ("model.onnx", "no model.onnx in this folder"),
            ("vocab.json", "no vocab.json or tokens.txt beside the model"),
        ],
    )
    def test_a_file_is_missing(
        self, folder: Path, tmp_path: Path, missing: str, message: str
    ) -> None:
        copy = tmp_path / "copy"
        if missing:
            copy.mkdir()
            for file in folder.iterdir():
                if file.name != missing:
                    (copy / file.name).write_bytes(file.read_bytes())
        with pytest.raises(InputError, match=message) as raised:
            CtcModel(copy)
        assert str(copy) in str(raised.value)
        assert "\n" not in str(raised.value)

    def test_several_models_are_named(self, folder: Path, tmp_path: Path) -> None:
        for name in ("a.onnx", "b.onnx"):
            (tmp_path / name).write_bytes((folder / "model.onnx").read_bytes())
        with pytest.raises(InputError, match=r"several models: a.onnx, b.onnx \(name the file"):
            CtcModel(tmp_path)

    @pytest.mark.parametrize(
        ("file", "content", "message"),
        [
            ("model.onnx", "what?", "not a model that onnxruntime can load"),
            ("vocab.json", "[1, 2]", "an object of tokens and their numbers"),
            ("vocab.json", '{"<pad>": 0, "a": "x"}', "an object of tokens and their numbers"),
            ("vocab.json", '{"<pad>": 0, "<unk>": 1}', "no letter in it"),
            ("vocab.json", '{"<pad>": 0, "a": 99}', "not 1 x frames x the 100 of"),
            ("vocab.json", '{"<pad>": 0, "▁the": 1, "s": 2}', "its tokens are pieces of words"),
            ("vocab.json", "{", "not a vocabulary"),
            ("preprocessor_config.json", "{", "malformed"),
            ("preprocessor_config.json", '{"sampling_rate": 0}', "the sampling rate 0"),
        ],
    )
    def test_a_file_is_malformed(
        self, tmp_path: Path, file: str, content: str, message: str
    ) -> None:
        write_model(tmp_path)
        (tmp_path / file).write_text(content)
        with pytest.raises(InputError, match=message) as raised:
            CtcModel(tmp_path)
        assert str(tmp_path) in str(raised.value)

    def test_a_table_that_is_none(self, folder: Path, tmp_path: Path) -> None:
        (tmp_path / "model.onnx").write_bytes((folder / "model.onnx").read_bytes())
        (tmp_path / "tokens.txt").write_text("<blk> 0\na one\n")
        with pytest.raises(InputError, match="line 2: a token and its number"):
            CtcModel(tmp_path)

    def test_a_model_of_features(self, tmp_path: Path) -> None:
        with pytest.raises(InputError, match="takes input_values of 3 dimensions, not samples"):
            CtcModel(write_model(tmp_path, features=True))

    def test_a_text_of_another_script(self, folder: Path, spoken: Spoken) -> None:
        with pytest.raises(UsageError, match=r"no sign for 100% of the letters.*of its language"):
            align(folder, spoken.audio, ["Привет, мир."])

    def test_onnxruntime_is_not_installed(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(__import__("sys").modules, "onnxruntime", None)
        with pytest.raises(SetupError, match=r"needs onnxruntime \(pip install"):
            CtcModel(folder)


LATIN = {c: i for i, c in enumerate("abcdefghijklmnopqrstuvwxyz'")}


class TestSpelling:
    @pytest.mark.parametrize(
        ("word", "letters"),
        [
            ("Don’t,", "don't"),
            ("CAFÉ", "cafe"),
            ("naïve…", "naive"),
            ("Straße", "strasse"),
            ("ﬁne", "fine"),
            ("well-known", "wellknown"),
        ],
    )
    def test_letters_that_the_vocabulary_has_not(self, word: str, letters: str) -> None:
        (((found,),),) = spell([[word]], LATIN, "v")
        assert "".join(found) == letters

    def test_the_vocabularys_own_accents_stay(self) -> None:
        (((found,),),) = spell([["Café"]], LATIN | {"é": 50}, "v")
        assert found == ("c", "a", "f", "é")

    def test_letters_of_several_signs(self) -> None:
        (((found,),),) = spell([["chata"]], LATIN | {"ch": 50}, "v")
        assert found == ("ch", "a", "t", "a")

    def test_words_in_a_token(self) -> None:
        assert spell([["five hundred,", "—", "'"]], LATIN, "v") == [
            [[tuple("five"), tuple("hundred")], [], []]
        ]

    def test_another_script_is_romanised(self) -> None:
        pytest.importorskip("uroman")
        found = spell([["Привет,", "мир"]], LATIN, "v")
        assert [["".join(w) for w in token] for token in found[0]] == [["privet"], ["mir"]]

    def test_uroman_is_not_installed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        from subalign.acoustics.graph import spelling

        spelling.load_romaniser.cache_clear()
        monkeypatch.setitem(__import__("sys").modules, "uroman", None)
        with pytest.raises(SetupError, match=r"v: .*uroman is needed \(pip install"):
            spell([["Привет"]], LATIN, "v")
