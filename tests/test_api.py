"""The public functions and values: what they take, what they refuse, and what they promise."""

from __future__ import annotations

import ast
import copy
import io
import json
import pickle
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

import subalign as sa

SONNET = Path(__file__).resolve().parents[1] / "fixtures" / "sonnet"
AUDIO = SONNET / "audio.opus"
TEXT = SONNET / "transcript.txt"


@pytest.fixture(scope="module")
def audio() -> sa.Audio:
    return sa.load_audio(AUDIO)


@pytest.fixture(scope="module")
def result(audio: sa.Audio) -> sa.Result:
    return sa.caption(audio, TEXT, engine="uniform", cache=False)


def test_every_public_name_is_there_and_seen_by_type_checkers() -> None:
    tree = ast.parse(Path(sa.__file__).read_text("utf-8"))
    typed = {
        alias.asname: f"{node.module}.{alias.name}".removeprefix("subalign.")
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.asname
    }
    assert typed == sa._HOMES
    assert all(getattr(sa, name) is not None for name in sa.__all__)
    assert set(sa.__all__) <= set(dir(sa))
    with pytest.raises(AttributeError, match="captoin"):
        _ = sa.captoin


VALUES: dict[str, Callable[[sa.Result], object]] = {
    "Audio": lambda r: sa.load_audio(
        np.zeros(8000, np.int16) + np.arange(8000, dtype=np.int16), rate=16000
    ),
    "Transcript": lambda r: sa.parse_transcript("Hello there.", language="en"),
    "Token": lambda r: sa.parse_transcript("Hello there.", language="en").tokens[0],
    "Word": lambda r: r.alignment.words[0],
    "Sentence": lambda r: r.alignment.sentences()[0],
    "Span": lambda r: sa.Span(0, 500, 0.5),
    "Break": lambda r: sa.Break.SENTENCE,
    "Alignment": lambda r: r.alignment,
    "Cue": lambda r: r.captions[0],
    "Captions": lambda r: r.captions,
    "Problem": lambda r: sa.check([sa.Cue(0, 200, ("Short.",))])[0],
    "Severity": lambda r: sa.Severity.ERROR,
    "Style": lambda r: sa.find_style("bbc"),
    "extended Style": lambda r: sa.extend_style(sa.find_style("bbc"), "ours", {"line_width": 30}),
    "Glossary": lambda r: sa.Glossary.from_dict({"GPT-4": ["GPD for"]}),
    "Decision": lambda r: sa.review(sa.parse_transcript("It was the the best.", language="en"))[0],
    "Answer": lambda r: sa.Answer.YES,
    "Change": lambda r: sa.Change(line=1, rule="spacing", before="a ,", after="a,"),
    "Event": lambda r: sa.Event(sa.Stage.ALIGN, 0.5),
    "Stage": lambda r: sa.Stage.ALIGN,
    "Report": lambda r: sa.evaluate(r, r),
    "Result": lambda r: r,
}


@pytest.mark.parametrize("name", VALUES)
def test_values_pickle_copy_hash_and_compare(name: str, result: sa.Result) -> None:
    value = VALUES[name](result)
    for twin in (pickle.loads(pickle.dumps(value)), copy.deepcopy(value), copy.copy(value)):
        assert twin == value
        assert hash(twin) == hash(value)
    assert value != object()


@pytest.mark.parametrize("name", [n for n, v in vars(sa).items() if n in sa.__all__])
def test_functions_have_an_example(name: str) -> None:
    value = getattr(sa, name)
    if callable(value) and not isinstance(value, type):
        assert ">>>" in (value.__doc__ or "")


def test_recordings_come_from_paths_bytes_files_and_arrays(audio: sa.Audio) -> None:
    encoded = AUDIO.read_bytes()
    with AUDIO.open("rb") as file:
        assert sa.load_audio(file) == audio
    assert sa.load_audio(encoded) == sa.load_audio(str(AUDIO)) == audio
    assert sa.load_audio(io.BytesIO(encoded)) == audio
    assert sa.load_audio(audio) is audio
    samples = audio.samples
    assert sa.load_audio(samples, rate=16000) == audio
    stereo = np.stack([samples, samples], axis=1)
    assert sa.load_audio(stereo, rate=16000).digest == audio.digest
    floats = sa.load_audio(samples / 32768, rate=16000)
    assert np.abs(floats.samples.astype(int) - samples).max() <= 1


def test_a_file_object_is_read_from_its_beginning(audio: sa.Audio) -> None:
    with AUDIO.open("rb") as file:
        for place in (100, AUDIO.stat().st_size):
            file.seek(place)
            assert sa.load_audio(file) == audio


def test_numbers_and_sequences_of_numpy_and_iterators_are_taken() -> None:
    at_25 = sa.segment(WORDS, fps=np.float32(25), shots=np.array([400, 800])).captions  # type: ignore[arg-type]
    assert at_25 == sa.segment(WORDS, fps=25, shots=iter([400, 800])).captions
    assert at_25 == sa.segment(WORDS, fps=25.0, shots=[400, 800]).captions
    made = sa.Captions((sa.Cue(np.int64(0), np.int64(900), ("Hello.",)),))  # type: ignore[arg-type]
    plain = sa.Captions((sa.Cue(0, 900, ("Hello.",)),))
    for form in sa.list_formats():
        assert sa.render(made, form.name) == sa.render(plain, form.name)
    said = sa.parse_transcript(np.array(["Hello", "there."]), language="en")
    assert said == sa.parse_transcript(["Hello", "there."], language="en")


def test_transcripts_come_from_files_text_and_tokens() -> None:
    text = TEXT.read_text("utf-8")
    read = sa.load_transcript(TEXT)
    assert read.language == "en"
    assert sa.parse_transcript(text).tokens == read.tokens
    words = text.replace("1.", "").split()
    spoken = [t.shown for t in sa.parse_transcript(words).tokens if t.spoken]
    assert spoken == words


def test_glossaries_come_from_files_and_dicts(tmp_path: Path) -> None:
    raw = sa.parse_transcript("GPD for is new.", language="en")
    path = tmp_path / "names.txt"
    path.write_text("GPT-4 = GPD for\n")
    for glossary in (path, {"GPT-4": ["GPD for"]}, {"GPT-4": "GPD for"}):
        shown = [t.shown for t in sa.clean(raw, glossary=glossary).tokens if t.shown]
        assert shown[0] == "GPT-4"


def test_a_result_is_shown_in_other_styles_and_formats(result: sa.Result, tmp_path: Path) -> None:
    other = result.with_style("vertical")
    assert other.style.name == "vertical"
    assert other.alignment is result.alignment
    assert other.captions != result.captions
    assert result.to_string("vtt").startswith("WEBVTT\n")
    result.save(tmp_path / "a.srt")
    assert (tmp_path / "a.srt").read_text("utf-8") == result.to_string("srt")
    read = sa.load(tmp_path / "a.srt")
    assert isinstance(read, sa.Captions)
    assert read[0].lines == result.captions[0].lines
    assert other.audio == result.audio == str(AUDIO)
    made = json.loads(json.dumps(result.to_dict()))
    assert [c["lines"] for c in made["cues"]] == [list(c.lines) for c in result.captions]


def test_review_answers_are_obeyed() -> None:
    raw = sa.parse_transcript("It was the the best.", language="en")
    (found,) = sa.review(raw)
    refused = replace(found, answer=sa.Answer.NO)
    assert [t.shown for t in sa.clean(raw, decisions=[refused]).tokens].count("the") == 2
    assert [t.shown for t in sa.clean(raw).tokens].count("the") == 1


SHORT = [sa.Cue(0, 1000, ("Hello.",))]
TONE = np.sin(np.arange(16_000) * 0.05)
WORDS = sa.Alignment((sa.Word("Hello.", 0, 900),), "en", 2000)


def closed_file() -> io.BytesIO:
    file = io.BytesIO(b"RIFF")
    file.close()
    return file


MISUSE: list[tuple[Callable[[], object], str]] = [
    (lambda: sa.caption(AUDIO, TEXT, cleaning="cleen"), "did you mean clean"),
    (lambda: sa.caption(AUDIO, TEXT, style="nettflix"), "did you mean netflix"),
    (lambda: sa.caption(AUDIO, TEXT, style=5), "style: cannot be an int"),  # type: ignore[arg-type]
    (lambda: sa.caption(AUDIO, TEXT, clean="tidy"), "did you mean cleaning"),  # type: ignore[call-arg]
    (lambda: sa.caption(AUDIO, TEXT, "en"), "write the name of each"),  # type: ignore[call-arg]
    (lambda: sa.caption(AUDIO), "missing a required argument: 'transcript'"),  # type: ignore[call-arg]
    (lambda: sa.caption(AUDIO, TEXT.read_text()), "parse_transcript"),
    (lambda: sa.caption(AUDIO, 5), "transcript: cannot be an int"),  # type: ignore[arg-type]
    (lambda: sa.caption(TEXT, AUDIO), "comes first"),
    (lambda: sa.caption(AUDIO, TEXT, engine="whisper"), "engine: no engine 'whisper'"),
    (lambda: sa.caption(AUDIO, TEXT, language="klingon"), "no language has the code"),
    (lambda: sa.caption(AUDIO, TEXT, fps="25"), "give a number"),  # type: ignore[arg-type]
    (lambda: sa.caption(AUDIO, TEXT, glossary={"A": 5}), "glossary: cannot be"),  # type: ignore[dict-item]
    (lambda: sa.caption(AUDIO, TEXT, decisions=["yes"]), "cannot be a list of str"),  # type: ignore[list-item]
    (lambda: sa.caption(AUDIO, TEXT, progress=5), "give a function"),  # type: ignore[arg-type]
    (lambda: sa.load_audio([1, 2, 3]), "rate"),
    (lambda: sa.parse_transcript([1, 2]), "cannot be a list of int"),  # type: ignore[list-item]
    (lambda: sa.Aligner(enigne="hmm"), "did you mean engine"),  # type: ignore[call-arg]
    (lambda: sa.clean("some text"), "give a Transcript or an Alignment"),  # type: ignore[type-var]
    (lambda: sa.check(SHORT, select="min-gap"), "each a text"),
    (lambda: sa.check(SHORT, ignore=["min-gpa"]), "min-gap"),
    (lambda: sa.save(5, "x.srt"), "value: cannot be an int"),  # type: ignore[arg-type]
    (lambda: sa.render(sa.Captions(tuple(SHORT)), "vttt"), "did you mean vtt"),
    (lambda: sa.find_style(5), "give a text or a Style"),  # type: ignore[arg-type]
    (lambda: sa.parse_transcript({"Hello.": 1}), "text: cannot be a dict of int"),
    (lambda: sa.parse_transcript(n for n in (1, 2)), "text: cannot be a tuple of int"),  # type: ignore[misc]
    (lambda: sa.parse_transcript(b"Hello."), "text: cannot be a bytes"),  # type: ignore[arg-type]
    (lambda: sa.segment(WORDS, shots=(c for c in "ab")), "shots: cannot be a tuple of str"),  # type: ignore[misc]
    (lambda: sa.segment(WORDS, shots=b"ab"), "shots: cannot be a bytes"),
    (lambda: sa.segment(WORDS, shots=np.array([[1]])), "shots: cannot be a tuple of ndarray"),
    (lambda: sa.review(TEXT, decisions=" word" * 9), "decisions: this is text, not the path"),
    (lambda: sa.load_transcript("\u8bcd" * 60), "transcript: this is text, not the path"),
    (lambda: sa.load("1\n00:01,000 --> 00:02,000\nHi.\n"), "path: this is text, not the path"),
    (lambda: sa.load_audio(io.StringIO("text")), "cannot be read as bytes"),  # type: ignore[arg-type]
    (lambda: sa.load_audio(closed_file()), "cannot be read as bytes"),
    (lambda: sa.load_audio(TONE * 9000, rate=16_000), "source: an array with samples of 9000"),
    (lambda: sa.load_audio([[1.0], [1.0, 2.0]], rate=16_000), "source: an array of no shape"),
    (lambda: sa.load_audio(TONE, rate=10**12), "rate: no recording has"),
    (lambda: sa.load_audio(TONE, rate=True), "rate: no recording has"),
    (lambda: sa.Cue(0.5, 1000, ("Hello.",)), "start: is no whole number"),  # type: ignore[arg-type]
    (lambda: sa.Cue(0, 1000, "Hello."), "lines: is one text"),  # type: ignore[arg-type]
    (lambda: sa.Captions(tuple(SHORT)).shift(2.5), "start: is no whole number"),  # type: ignore[arg-type]
    (lambda: sa.Audio(TONE), "samples: needs int16 of shape (n,)"),
]


@pytest.mark.parametrize(("call", "said"), MISUSE, ids=[said for _, said in MISUSE])
def test_misuse_says_what_to_write(call: Callable[[], object], said: str) -> None:
    with pytest.raises(sa.SubalignError) as caught:
        call()
    message = str(caught.value)
    assert said in message
    assert len(message) < 250
    assert not caught.value.where.startswith("-")


def test_a_cancelled_call_stops(audio: sa.Audio) -> None:
    seen: list[sa.Event] = []

    def stop(event: sa.Event) -> None:
        seen.append(event)
        raise sa.Cancelled

    with pytest.raises(sa.Cancelled):
        sa.caption(audio, TEXT, engine="uniform", progress=stop)
    assert len(seen) == 1
