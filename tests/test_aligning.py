"""The cache of alignments: what is aligned again, what is not, and what stays where it is."""

from __future__ import annotations

import importlib
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from conftest import InstallPlugin

import subalign as sa
from subalign import cache
from subalign.__main__ import main
from subalign.inputs import Recording
from subalign.realigning import CachedSpans, nearest, realign

SONNET = Path(__file__).resolve().parents[1] / "fixtures" / "sonnet"
AUDIO = SONNET / "audio.opus"
TEXT = (SONNET / "transcript.txt").read_text("utf-8")
LINE = "And tender churl mak'st waste in niggarding:"
CHANGED = "And tender churl makes waste in niggarding:"

RECORDER = """
from subalign.engines import find_engine
from subalign.engines.base import Engine

CALLS = []

def align(audio, utterances, language, progress):
    CALLS.append((audio.duration, len(utterances)))
    return find_engine("hmm").align(audio, utterances, language, progress)

ENGINE = Engine(name="recorder", summary="engine hmm, with a list of its calls", align=align)
"""


@pytest.fixture
def recorder(install_plugin: InstallPlugin) -> ModuleType:
    """The module of an installed engine, which lists the recordings that it was given."""
    install_plugin("recorder", RECORDER, "subalign.engines", recorder="ENGINE")
    return importlib.import_module("recorder")


@pytest.fixture(scope="module")
def audio() -> sa.Audio:
    return sa.load_audio(AUDIO)


def words(result: sa.Result) -> list[tuple[str, int, int]]:
    return [(word.text, word.start, word.end) for word in result.alignment.words]


def test_another_style_level_or_decision_aligns_nothing(
    recorder: ModuleType, audio: sa.Audio
) -> None:
    text = sa.parse_transcript(f"{TEXT}\n")
    first = sa.caption(audio, text, engine="recorder")
    events: list[sa.Event] = []
    for how in ({"style": "bbc"}, {"cleaning": "clean"}, {"cleaning": "verbatim", "fps": 25.0}):
        again = sa.caption(audio, text, engine="recorder", progress=events.append, **how)
        assert words(again) == words(first)
    assert len(recorder.CALLS) == 1
    assert {event.stage for event in events} == {sa.Stage.ALIGN, sa.Stage.CAPTIONS}


def test_the_command_line_neither_decodes_nor_aligns_twice(
    recorder: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("talk.txt").write_text(TEXT, "utf-8")
    given = ["align", str(AUDIO), "talk.txt", "--engine", "recorder", "-q", "-o"]
    assert main([*given, "a.vtt", "--words", "a.json"]) == 0
    assert main([*given, "b.vtt", "--words", "b.json", "--style", "vertical"]) == 0
    assert len(recorder.CALLS) == 1
    assert Path("a.json").read_bytes() == Path("b.json").read_bytes()
    assert Path("a.vtt").read_bytes() != Path("b.vtt").read_bytes()


def test_a_changed_sentence_moves_only_itself(recorder: ModuleType, audio: sa.Audio) -> None:
    before = sa.caption(audio, sa.parse_transcript(TEXT), engine="recorder")
    changed = TEXT.replace(LINE, CHANGED)
    after = sa.caption(audio, sa.parse_transcript(changed), engine="recorder")
    (whole, _), (part, sentences) = recorder.CALLS
    assert part < whole / 2
    assert sentences <= 5
    pairs = list(zip(words(before), words(after), strict=True))
    moved = [new[0] for old, new in pairs if old != new]
    assert "makes" in moved
    assert set(moved) <= set(CHANGED.split())
    assert all(abs(old[1] - new[1]) < 150 for old, new in pairs)
    # what was aligned in parts is kept as a whole
    sa.caption(audio, sa.parse_transcript(changed), engine="recorder", style="bbc")
    assert len(recorder.CALLS) == 2


def test_a_sentence_left_out_aligns_nothing(recorder: ModuleType, audio: sa.Audio) -> None:
    before = sa.caption(audio, sa.parse_transcript(TEXT), engine="recorder")
    left_out = TEXT.splitlines()[4]
    rest = sa.parse_transcript(TEXT.replace(f"{left_out}\n", ""))
    after = sa.caption(audio, rest, engine="recorder")
    assert words(after) == [w for w in words(before) if w in words(after)]
    assert len(before.alignment.words) - len(after.alignment.words) == len(left_out.split())
    assert len(recorder.CALLS) == 1


def test_an_engine_that_hears_nothing_aligns_every_change_as_a_whole(audio: sa.Audio) -> None:
    lines = TEXT.splitlines()
    sa.align(audio, sa.parse_transcript(TEXT, language="en"), engine="uniform")
    changed = sa.parse_transcript("\n".join(lines[:8] + lines[9:]), language="en")
    found, anew = (sa.align(audio, changed, engine="uniform", cache=kept) for kept in (True, False))
    assert found.words == anew.words


def test_another_text_is_aligned_as_a_whole(recorder: ModuleType, audio: sa.Audio) -> None:
    lines = TEXT.splitlines()
    for half in (lines[:8], lines[5:]):
        sa.caption(audio, sa.parse_transcript("\n".join(half)), engine="recorder")
    assert [duration for duration, _ in recorder.CALLS] == [audio.duration] * 2


def test_a_new_version_of_an_engine_aligns_anew(
    recorder: ModuleType, audio: sa.Audio, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = sa.parse_transcript(TEXT)
    sa.align(audio, text, engine="recorder")
    monkeypatch.setattr(recorder, "ENGINE", replace(recorder.ENGINE, version="2"))
    sa.align(audio, text, engine="recorder")
    assert len(recorder.CALLS) == 2


def test_without_the_cache_nothing_is_kept(recorder: ModuleType, audio: sa.Audio) -> None:
    text = sa.parse_transcript(TEXT)
    cache.clear()
    for _ in range(2):
        sa.align(audio, text, engine="recorder", cache=False)
    assert len(recorder.CALLS) == 2
    assert cache.info().entries == 0


def test_a_recording_replaced_while_it_is_decoded_is_not_taken_for_the_old_one(
    tmp_path: Path,
) -> None:
    path, old, new = tmp_path / "a.wav", tmp_path / "old.wav", tmp_path / "new.wav"
    speech = sa.load_audio(AUDIO)
    sa.save_clip(speech, 0, 12_000, old)
    sa.save_clip(speech, 12_000, 30_000, new)
    path.write_bytes(old.read_bytes())
    text = sa.parse_transcript(TEXT.splitlines()[1], language="en")
    recording = Recording(path)
    assert recording.known_digest() is None
    path.write_bytes(new.read_bytes())
    assert recording.digest() == sa.load_audio(new).digest
    path.write_bytes(old.read_bytes())
    assert sa.align(new, text, engine="uniform").duration == 18_000
    assert sa.align(path, text, engine="uniform").duration == 12_000


def test_a_damaged_entry_is_made_anew(recorder: ModuleType, audio: sa.Audio) -> None:
    text = sa.parse_transcript(TEXT)
    first = sa.align(audio, text, engine="recorder")
    for path in cache.folder().rglob("*.json"):
        path.write_text('{"way": 3}')
    assert sa.align(audio, text, engine="recorder") == first
    assert len(recorder.CALLS) == 2


def test_a_change_in_a_text_that_repeats_itself_is_found_where_it_stands(audio: sa.Audio) -> None:
    verse = [("a", 1), ("b", 1), ("c", 1)]
    old = verse * 20
    new = [*old[:28], ("x", 1), *old[29:]]
    spans = tuple(sa.Span(100 * i, 100 * i + 90, 1.0) for i in range(60))
    parts: list[str] = []

    def align_part(part: sa.Audio, text: sa.Transcript) -> list[sa.Span | None]:
        parts.append(" ".join(token.shown for token in text.tokens))
        return [sa.Span(100 * i, 100 * i + 90, 1.0) for i in range(len(text.tokens))]

    text = sa.parse_transcript([f"{key}." for key, _ in new], language="en")
    known = CachedSpans("way", tuple(old), spans, audio.duration, ())
    found = realign(known, audio, text, tuple(new), align_part)
    assert parts == ["c. a. x. c. a."]
    assert found
    starts = [span and span.start for span in found]
    assert starts == [100 * i - 10 * (i == 28) for i in range(60)]


@pytest.mark.parametrize("old", ["abdcefgh", "abCcdefgh"], ids=["order", "repetition"])
def test_what_was_not_heard_is_looked_for_where_the_text_is_put_right(
    audio: sa.Audio, old: str
) -> None:
    times = {key: sa.Span(100 * i, 100 * i + 90, 1.0) for i, key in enumerate("abcdefgh")}
    heard = {key: span for key, span in times.items() if key != "d" or "C" in old}
    spans = tuple(heard.get(key) for key in old)
    known = CachedSpans("way", tuple((k.lower(), 1) for k in old), spans, audio.duration, ())

    def align_part(part: sa.Audio, text: sa.Transcript) -> list[sa.Span | None]:
        keys = [token.shown[0] for token in text.tokens]
        start = times[chr(ord(keys[0]) - 1)].end if keys[0] > "a" else 0
        return [sa.Span(times[key].start - start, times[key].end - start, 1.0) for key in keys]

    text = sa.parse_transcript([f"{key}." for key in times], language="en")
    keys = tuple((key, 1) for key in times)
    assert realign(known, audio, text, keys, align_part) == [*times.values()]


def test_repeated_sentences_count_as_often_as_they_stand() -> None:
    key = (("a", 2),)
    ten = CachedSpans("way", key * 10, (None,) * 20, 1000, ())
    assert nearest([ten], key * 9) is ten
    assert nearest([ten], key * 13) is None
