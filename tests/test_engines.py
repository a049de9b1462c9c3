"""The contract that every engine keeps, and what each of them must reach."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

import subalign
from subalign import engines
from subalign.acoustics.dtw.task import run_task, sentence_boundaries
from subalign.acoustics.tts import espeak
from subalign.audio import decode
from subalign.engines.base import Engine, Utterance
from subalign.errors import AlignmentError, SetupError, TranscriptError, UsageError
from subalign.events import Event, Stage, ignore
from subalign.model import RATE, Audio, Break, Span, Token, Transcript

SONNET = Path(__file__).parents[1] / "fixtures" / "sonnet"

SENTENCES = (
    "The boy grew and prospered.",
    "At first his progress was slow and erratic.",
    "Her achievements, with cocoanuts, were a revelation!",
    "No.",
    "Suddenly his fingers closed tightly over the silver.",
)


def script(*sentences: str) -> Transcript:
    tokens = [
        Token(word, " ", word, word, Break.SENTENCE if word == sentence.split()[-1] else Break.NONE)
        for sentence in sentences
        for word in sentence.split()
    ]
    return Transcript(tuple(tokens), name="script.txt")


Recording = tuple[Audio, list[list[tuple[int, int]]]]
"""Speech, and for each sentence when its words begin and end, ms."""


def recording(pauses: tuple[int, ...]) -> Recording:
    """The sentences in a British voice with these pauses (ms) around them.

    Its times are kept, because espeak-ng does not say the same twice in one process.
    """
    random = np.random.default_rng(3)
    voice = espeak.find_voice("en-GB")
    parts: list[npt.NDArray[Any]] = []
    times: list[list[tuple[int, int]]] = []
    at = 0
    for pause, speech in zip(
        pauses, espeak.synthesize((s.split() for s in SENTENCES), voice), strict=False
    ):
        parts += [random.normal(0, 8, pause * RATE // 1000).astype(np.int16), speech.samples]
        at += pause
        times.append([(at + word.start, at + word.end) for word in speech.words])
        at += len(speech.samples) * 1000 // RATE
    parts.append(random.normal(0, 8, pauses[-1] * RATE // 1000).astype(np.int16))
    return Audio(np.concatenate(parts)), times


@pytest.fixture(scope="module")
def spoken() -> Recording:
    return recording((700, 250, 1200, 400, 600, 900))


# one that runs a model of the user's own is tested with that model: test_ctc.py
@pytest.mark.parametrize("name", [e.name for e in engines.list_engines() if not e.load])
class TestEveryEngine:
    def test_gives_every_spoken_token_a_time_in_order(self, name: str, spoken: Recording) -> None:
        audio, _ = spoken
        found = engines.align(audio, script(*SENTENCES), "en", engines.find_engine(name), ignore)
        spans = [s for s in found if s]
        assert len(spans) == len(" ".join(SENTENCES).split())
        times = [t for s in spans for t in (s.start, s.end)]
        assert times == sorted(times)
        assert 0 <= times[0] < times[-1] <= audio.duration

    def test_gives_silent_tokens_none(self, name: str, spoken: Recording) -> None:
        audio, _ = spoken
        with_label = Transcript((Token("[music]", " ", "[music]", ""), *script(*SENTENCES).tokens))
        found = engines.align(audio, with_label, "en", engines.find_engine(name), ignore)
        assert found[0] is None
        assert all(found[1:])

    @pytest.mark.parametrize("ms", [100, 160, 500])
    def test_survives_a_moment_of_noise(self, name: str, ms: int) -> None:
        """Or says that nothing of the text is in it."""
        samples = np.random.default_rng(0).normal(0, 2000, ms * RATE // 1000).astype(np.int16)
        engine = engines.find_engine(name)
        try:
            (span,) = engines.align(Audio(samples), script("No."), "en", engine, ignore)
        except AlignmentError:
            assert name != "uniform"
        else:
            assert span
            assert 0 <= span.start <= span.end <= ms

    def test_reports_up_to_the_whole(self, name: str, spoken: Recording) -> None:
        told: list[Event] = []
        audio, _ = spoken
        engine = engines.find_engine(name)
        engines.align(audio, script(*SENTENCES), "en", engine, told.append)
        assert told[-1] == Event(Stage.ALIGN, 1.0)
        for stage in {event.stage for event in told}:
            shares = [event.done for event in told if event.stage is stage]
            assert shares == sorted(shares)


def first_starts(name: str, audio: Audio, sentences: Sequence[str]) -> list[int | None]:
    """When each sentence begins, ms; None for those that get no time."""
    text = script(*sentences)
    found = engines.align(audio, text, "en", engines.find_engine(name), ignore)
    rows = [[found[i] for i in tokens] for tokens, _ in engines.utterances(text)]
    return [next((span.start for span in row if span), None) for row in rows]


@pytest.fixture(scope="module")
def sonnet() -> tuple[Audio, list[str]]:
    """A human voice, and its verses."""
    lines = (SONNET / "transcript.txt").read_text("utf-8").split("\n")
    return decode(SONNET / "audio.opus"), [v.strip() for v in lines if v.strip()]


@pytest.mark.parametrize("name", ["auto", "hmm", "aeneas"])
class TestEnginesThatListen:
    def test_a_sentence_that_is_not_there_gets_no_time(
        self, name: str, sonnet: tuple[Audio, list[str]]
    ) -> None:
        audio, verses = sonnet
        right = first_starts(name, audio, verses)
        other = "Invention of movable metal letters gave printing to that century."
        starts = first_starts(name, audio, [*verses[:6], other, *verses[6:]])
        assert starts[6] is None
        assert [*starts[:6], *starts[7:]] == pytest.approx(right, abs=50)

    def test_what_is_not_in_the_text_is_left_uncovered(
        self, name: str, sonnet: tuple[Audio, list[str]]
    ) -> None:
        if name == "aeneas":
            pytest.skip("aeneas lays the whole text over the whole recording")
        audio, verses = sonnet
        right = first_starts(name, audio, verses)
        text = script(*verses[:6], *verses[8:])
        found = engines.align(audio, text, "en", engines.find_engine(name), ignore)
        left, until = right[6], right[8]
        assert left
        assert until
        inside = [s for s in found if s and left < (s.start + s.end) / 2 < until - 300]
        assert inside == []

    def test_another_text_is_refused(self, name: str, sonnet: tuple[Audio, list[str]]) -> None:
        with pytest.raises(AlignmentError):
            first_starts(name, sonnet[0], SENTENCES * 2)

    def test_sentences_in_another_order_are_refused(
        self, name: str, sonnet: tuple[Audio, list[str]]
    ) -> None:
        audio, verses = sonnet
        with pytest.raises(AlignmentError):
            first_starts(name, audio, verses[::-1])

    def test_words_begin_with_their_sound(self, name: str, spoken: Recording) -> None:
        audio, times = spoken
        found = engines.align(audio, script(*SENTENCES), "en", engines.find_engine(name), ignore)
        truth = [start for sentence in times for start, _ in sentence]
        errors = [abs(s.start - t) for s, t in zip(found, truth, strict=True) if s]
        assert np.median(errors) <= 20
        assert np.mean(np.array(errors) <= 100) >= 0.85

    def test_every_stage_moves_while_it_works(
        self, name: str, sonnet: tuple[Audio, list[str]]
    ) -> None:
        audio, verses = sonnet
        told: list[Event] = []
        engines.align(audio, script(*verses), "en", engines.find_engine(name), told.append)
        for stage in (Stage.LISTEN, Stage.ALIGN):
            shares = [event.done for event in told if event.stage is stage]
            assert len(shares) >= 20
            assert shares[-1] == 1.0
            # aeneas ends early where its first attempt covers the whole recording
            assert np.diff([0.0, *shares[:-1]]).max() <= 0.2
            assert {type(share) for share in shares} == {float}


class TestAeneas:
    def test_its_own_task_gives_a_sync_map(self, sonnet: tuple[Audio, list[str]]) -> None:
        audio, verses = sonnet
        speeches = list(espeak.synthesize([v.split() for v in verses], espeak.find_voice("en")))
        task = run_task(audio.samples, speeches)
        assert [f["lines"] for f in json.loads(task.sync_map.json_string)["fragments"]] == [
            [],
            *([verse] for verse in verses),
            [],
        ]
        assert task.sync_map.has_adjacent_leaves_only
        bounds = sentence_boundaries(audio.samples, speeches)
        assert bounds == [1000 * float(f.begin) for f in task.sync_map_leaves()[1:]]
        assert len(bounds) == len(verses) + 1

    def test_edges_are_those_of_the_voice(self, spoken: Recording) -> None:
        audio, times = spoken
        found = engines.align(
            audio, script(*SENTENCES), "en", engines.find_engine("aeneas"), ignore
        )
        at = 0
        for sentence, words in zip(SENTENCES, times, strict=True):
            spans = found[at : at + len(sentence.split())]
            at += len(spans)
            assert spans[0]
            assert spans[-1]
            assert spans[0].start == pytest.approx(words[0][0], abs=60), sentence
            assert spans[-1].end == pytest.approx(words[-1][1], abs=120), sentence

    def test_beats_the_baseline(self, spoken: Recording) -> None:
        audio, times = spoken
        errors = {}
        for name in ("aeneas", "uniform"):
            found = engines.align(
                audio, script(*SENTENCES), "en", engines.find_engine(name), ignore
            )
            firsts = np.cumsum([0, *(len(s.split()) for s in SENTENCES[:-1])])
            starts = [span.start for i in firsts if (span := found[i])]
            errors[name] = np.abs(np.subtract(starts, [words[0][0] for words in times])).mean()
        assert errors["aeneas"] < errors["uniform"] / 4

    def test_a_real_voice_begins_every_verse_after_a_pause(self) -> None:
        audio = decode(SONNET / "audio.opus")
        verses = (SONNET / "transcript.txt").read_text("utf-8").split("\n")
        verses = [v.strip() for v in verses if v.strip()]
        found = engines.align(audio, script(*verses), "en", engines.find_engine("aeneas"), ignore)
        firsts = np.cumsum([0, *(len(v.split()) for v in verses[:-1])])
        starts = [span.start for i in firsts if (span := found[i])]
        level = np.abs(audio.samples.astype(float))
        before = [level[(s - 80) * 16 : (s - 20) * 16].mean() for s in starts]
        after = [level[(s + 20) * 16 : (s + 140) * 16].mean() for s in starts]
        assert np.median(np.divide(after, before)) > 10


class TestLanguages:
    @pytest.mark.parametrize("language", ["yo", "so", "zu", "km", "lo", "mn", "tl", "ig"])
    def test_an_engine_without_a_synthesiser_aligns_any_language(self, language: str) -> None:
        assert language not in espeak.voices()
        result = subalign.caption(
            SONNET / "audio.opus",
            subalign.parse_transcript("Ọjọ́ kan wà. Ó dára.", language=language),
            language=language,
            engine="uniform",
            cache=False,
        )
        assert result.alignment.language == language
        assert len(result.alignment.words) == 5

    @pytest.mark.parametrize("name", ["auto", "hmm", "aeneas"])
    def test_an_engine_with_a_synthesiser_refuses_a_language_without_voice(self, name: str) -> None:
        audio = Audio(np.ones(RATE, np.int16))
        with pytest.raises(UsageError, match="no voice for language 'yo'"):
            engines.align(audio, script("No."), "yo", engines.find_engine(name), ignore)


class TestDoor:
    def test_an_unknown_engine_names_the_near_one(self) -> None:
        with pytest.raises(UsageError, match=r"no engine 'aenas' .did you mean aeneas"):
            engines.find_engine("aenas")

    def test_the_default_is_among_them(self) -> None:
        assert engines.find_engine(engines.AUTO).name == "auto"

    def test_what_is_not_installed_says_how_to_get_it(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(engines, "is_installed", lambda engine: False)
        with pytest.raises(SetupError, match="engine aeneas needs aeneas .pip install"):
            engines.find_engine("aeneas")

    def test_a_text_that_cannot_be_said_in_time_is_refused(self) -> None:
        with pytest.raises(AlignmentError, match="cannot be said in 1.0 s"):
            engines.align(
                Audio(np.ones(RATE, np.int16)),
                script("word " * 50),
                "en",
                engines.find_engine("uniform"),
                ignore,
            )

    def test_a_text_without_speech_is_refused(self) -> None:
        silent = Transcript((Token("[music]", "", "[music]", ""),), name="a.txt")
        with pytest.raises(TranscriptError, match="a.txt: nothing in it is spoken"):
            engines.align(
                Audio(np.ones(RATE, np.int16)), silent, "en", engines.find_engine("uniform"), ignore
            )

    @pytest.mark.parametrize(
        "spans",
        [
            [],
            [[Span(0, 10, 1.0)]],
            [[Span(0, 10, 1.0), Span(5, 20, 1.0)]],
            [[Span(0, 10, 1.0), Span(30, 20, 1.0)]],
            [[Span(0, 10, 1.0), Span(10, 2000, 1.0)]],
            [[Span(0, 10, 1.0), Span(10, 20, 1.5)]],
        ],
    )
    def test_a_broken_contract_is_a_bug(self, spans: list[list[Span]]) -> None:
        broken = Engine("broken", "", lambda *_: spans)
        with pytest.raises(AssertionError, match="engine broken gave"):
            engines.align(Audio(np.ones(RATE, np.int16)), script("two words"), "en", broken, ignore)

    def test_the_mark_that_is_seen_shapes_what_is_said(self) -> None:
        tokens = (Token("5%,", " ", "5%,", "five percent"), Token("“ok”?", "", "“ok”?", "ok"))
        ((_, said),) = engines.utterances(Transcript(tokens))
        assert said == Utterance(("five percent,", "ok?"))
