"""Words JSON of other tools: each layout as its maker documents it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from subalign.errors import FormatError
from subalign.formats import named_format
from subalign.model import Alignment, Captions

Times = list[tuple[str, int, int]]


def read(document: object) -> Alignment:
    alignment = named_format("json").read(json.dumps(document), "w.json").alignment
    assert alignment is not None
    return alignment


OPENAI = {
    "task": "transcribe", "language": "english", "duration": 4.5,
    "text": "Well, it costs $20 — “no more”. Right?",
    "words": [
        {"word": "Well", "start": 0.0, "end": 0.4}, {"word": "it", "start": 0.5, "end": 0.6},
        {"word": "costs", "start": 0.6, "end": 1.0}, {"word": "20", "start": 1.0, "end": 1.6},
        {"word": "no", "start": 2.0, "end": 2.2}, {"word": "more", "start": 2.2, "end": 2.5},
        {"word": "Right", "start": 3.0, "end": 3.5},
    ],
}  # fmt: skip
OPENAI_BOTH = OPENAI | {"segments": [{"id": 0, "start": 0.0, "end": 4.0, "text": OPENAI["text"]}]}
ELEVENLABS = {
    "language_code": "eng", "language_probability": 0.98, "text": "Hello, Ann! (audience laughs)",
    "words": [
        {"text": "Hello,", "start": 0.119, "end": 0.259, "type": "word",
         "speaker_id": "speaker_0", "logprob": -0.1},
        {"text": " ", "start": 0.239, "end": 0.299, "type": "spacing", "speaker_id": "speaker_0"},
        {"text": "Ann!", "start": 0.3, "end": 0.6, "type": "word", "speaker_id": "speaker_0",
         "logprob": 0.0},
        {"text": " ", "start": 0.6, "end": 0.7, "type": "spacing", "speaker_id": "speaker_1"},
        {"text": "(audience laughs)", "start": 0.7, "end": 1.7, "type": "audio_event",
         "speaker_id": "speaker_1"},
    ],
}  # fmt: skip
ASSEMBLYAI = {
    "id": "6rlr37c4", "status": "completed", "audio_duration": 12, "language_code": "en_us",
    "text": "Smoke from wildfires.", "confidence": 0.9,
    "words": [
        {"text": "Smoke", "start": 250, "end": 650, "confidence": 0.97, "speaker": "A"},
        {"text": "from", "start": 730, "end": 1022, "confidence": 1.0, "speaker": "A"},
        {"text": "wildfires.", "start": 1076, "end": 1466, "confidence": 0.9, "speaker": "B"},
    ],
}  # fmt: skip
DEEPGRAM = {
    "metadata": {"duration": 25.9, "channels": 1},
    "results": {"channels": [{"detected_language": "en", "alternatives": [{
        "transcript": "Yeah. As much", "confidence": 0.9,
        "words": [
            {"word": "yeah", "start": 0.08, "end": 0.32, "confidence": 0.99, "speaker": 0,
             "punctuated_word": "Yeah."},
            {"word": "as", "start": 0.32, "end": 0.79, "confidence": 0.98, "speaker": 1,
             "punctuated_word": "As"},
            {"word": "much", "start": 0.79, "end": 1.2, "confidence": 0.97, "speaker": 1,
             "punctuated_word": "much"},
        ]}]}]},
}  # fmt: skip
AMAZON = {
    "jobName": "my-first-transcription-job", "status": "COMPLETED",
    "results": {
        "language_code": "en-US",
        "transcripts": [{"transcript": "I've held, sorry."}],
        "speaker_labels": {"speakers": 1, "segments": [{"start_time": "4.87", "end_time": "6.88",
            "speaker_label": "spk_0", "items": [
                {"start_time": "4.87", "end_time": "5.02", "speaker_label": "spk_0"},
                {"start_time": "5.02", "end_time": "5.17", "speaker_label": "spk_0"}]}]},
        "items": [
            {"start_time": "4.87", "end_time": "5.02", "type": "pronunciation",
             "alternatives": [{"confidence": "0.99", "content": "I've"}]},
            {"start_time": "5.02", "end_time": "5.17", "type": "pronunciation",
             "alternatives": [{"confidence": "1.0", "content": "held"}]},
            {"type": "punctuation", "alternatives": [{"confidence": "0.0", "content": ","}]},
            {"start_time": "6.0", "end_time": "6.88", "type": "pronunciation",
             "alternatives": [{"confidence": "0.5", "content": "sorry"}]},
            {"type": "punctuation", "alternatives": [{"confidence": "0.0", "content": "."}]},
        ],
    },
}  # fmt: skip
SPEECHMATICS = {
    "format": "2.9", "job": {"duration": 15},
    "metadata": {"transcription_config": {"language": "en"}},
    "results": [
        {"type": "word", "start_time": 0.55, "end_time": 1.2, "channel": "channel_1",
         "alternatives": [{"content": "Before", "confidence": 0.9, "speaker": "S1"}]},
        {"type": "word", "start_time": 1.45, "end_time": 1.8, "channel": "channel_1",
         "alternatives": [{"content": "he", "confidence": 0.7, "speaker": "S1"}]},
        {"type": "punctuation", "start_time": 1.8, "end_time": 1.8, "attaches_to": "previous",
         "channel": "channel_1",
         "alternatives": [{"content": ".", "confidence": 1.0, "speaker": "S1"}]},
    ],
}  # fmt: skip
GOOGLE = {
    "name": "1234567890", "done": True,
    "response": {"results": [
        {"alternatives": [{"transcript": "Okay, so", "words": [
            {"endTime": "0.300s", "word": "Okay,"},
            {"startTime": "0.300s", "endTime": "1.100s", "word": "so", "confidence": 0.9}]}],
         "languageCode": "en-us"},
        {"alternatives": [{"words": [
            {"endTime": "0.300s", "word": "Okay,", "speakerTag": 1},
            {"startTime": "0.300s", "endTime": "1.100s", "word": "so", "speakerTag": 2}]}]},
    ]},
}  # fmt: skip
GOOGLE_V2 = {
    "results": [{"alternatives": [{"transcript": "Okay so", "confidence": 0.9, "words": [
        {"endOffset": "0.300s", "word": "Okay"},
        {"startOffset": "0.300s", "endOffset": "1s", "word": "so", "confidence": 0.8}]}],
        "resultEndOffset": "1.2s", "languageCode": "en-US"}],
}  # fmt: skip
AZURE_BATCH = {
    "durationInTicks": 25800000, "durationMilliseconds": 2580, "duration": "PT2.58S",
    "combinedRecognizedPhrases": [{"channel": 0, "display": "Hello world."}],
    "recognizedPhrases": [{
        "recognitionStatus": "Success", "channel": 0, "locale": "en-US", "speaker": 1,
        "offsetInTicks": 7600000.0, "durationInTicks": 13200000.0,
        "nBest": [
            {"confidence": 0.56, "lexical": "hello world", "display": "Hello world.",
             "displayWords": [
                 {"displayText": "Hello", "offsetInTicks": 7600000.0, "durationInTicks": 7600000.0},
                 {"displayText": "world.", "offsetInTicks": 15200000.0,
                  "durationInTicks": 5600000.0}]},
            {"confidence": 0.17, "lexical": "helloworld", "display": "helloworld"}],
    }],
}  # fmt: skip
AZURE_LEXICAL = {
    "durationInTicks": 25800000,
    "recognizedPhrases": [{
        "offsetInTicks": 7600000, "durationInTicks": 13200000,
        "nBest": [{"display": "Hello, world.", "words": [
            {"word": "hello", "offsetInTicks": 7600000, "durationInTicks": 7600000,
             "confidence": 0.5},
            {"word": "world", "offsetInTicks": 15200000, "durationInTicks": 5600000,
             "confidence": 0.6}]}],
    }],
}  # fmt: skip
AZURE_FAST = {
    "durationMilliseconds": 182439, "combinedPhrases": [{"text": "Good afternoon."}],
    "phrases": [{"offsetMilliseconds": 960, "durationMilliseconds": 640, "text": "Good afternoon.",
        "locale": "en-US", "confidence": 0.93,
        "words": [
            {"text": "Good", "offsetMilliseconds": 960, "durationMilliseconds": 240},
            {"text": "afternoon.", "offsetMilliseconds": 1200, "durationMilliseconds": 400}]}],
}  # fmt: skip
REV = {
    "monologues": [
        {"speaker": 1, "elements": [
            {"type": "text", "value": "Just", "ts": 16.71, "end_ts": 16.81, "confidence": 0.47},
            {"type": "punct", "value": ", "},
            {"type": "text", "value": "go", "ts": 21.39, "end_ts": 21.76, "confidence": 0.98},
            {"type": "punct", "value": "."}]},
        {"speaker": 2, "speaker_info": {"id": "2", "display_name": "Ann Lee"}, "elements": [
            {"type": "text", "value": "Where", "ts": 22.0, "end_ts": 22.4, "confidence": 1.0},
            {"type": "punct", "value": "?"}]},
    ]
}  # fmt: skip
TRANSFORMERS = {
    "text": " Not in Quimper.",
    "chunks": [{"text": " Not", "timestamp": [0.0, 0.42]},
               {"text": " in", "timestamp": [0.42, 0.6]},
               {"text": " Quimper.", "timestamp": [0.6, None]}],
}  # fmt: skip
WHISPER_CPP = {
    "systeminfo": "AVX = 1", "params": {"language": "en"}, "result": {"language": "en"},
    "transcription": [
        {"timestamps": {"from": "00:00:00,000", "to": "00:00:01,750"},
         "offsets": {"from": 0, "to": 1750}, "text": " Hello, retake.", "speaker": "0",
         "tokens": [
             {"text": "[_BEG_]", "offsets": {"from": 0, "to": 0}, "id": 50364, "p": 0.9},
             {"text": " Hello", "offsets": {"from": 0, "to": 500}, "id": 2425, "p": 0.9},
             {"text": ",", "offsets": {"from": 500, "to": 550}, "id": 11, "p": 0.8},
             {"text": " re", "offsets": {"from": 1200, "to": 1400}, "id": 319, "p": 0.9},
             {"text": "take", "offsets": {"from": 1400, "to": 1700}, "id": 1691, "p": 0.7},
             {"text": ".", "offsets": {"from": 1700, "to": 1750}, "id": 13, "p": 0.9},
             {"text": "[_TT_150]", "offsets": {"from": 1750, "to": 1750}, "id": 50514}]},
        {"offsets": {"from": 3000, "to": 4000}, "text": " So it", "speaker": "?"},
    ],
}  # fmt: skip
WHISPER_CPP_WORDS = {
    "result": {"language": "en"},
    "transcription": [{"offsets": {"from": a, "to": b}, "text": text} for text, a, b in
                      ((" And", 320, 370), (" re", 370, 690), ("take", 690, 900), (".", 900, 910))],
}  # fmt: skip
VOSK = {
    "result": [{"conf": 0.9, "start": 0.1, "end": 0.3, "word": "one"},
               {"conf": 0.8, "start": 0.3, "end": 0.6, "word": "two"}],
    "text": "one two",
}  # fmt: skip
AENEAS = {
    "fragments": [
        {"begin": "0.000", "children": [], "end": "1.000", "id": "f1", "language": "eng",
         "lines": ["One two,", "three."]},
        {"begin": "1.000", "children": [], "end": "2.400", "id": "f2", "language": "eng",
         "lines": ["Four."]},
    ],
}  # fmt: skip
LIST = [{"word": "one", "start": 100, "end": 300}, {"word": "two", "start": 300, "end": 600}]
PHRASES = [{"text": "One two.", "start": 0.5, "end": 1.5}, {"text": "Three.", "start": 2, "end": 3}]


@pytest.mark.parametrize(
    ("document", "text", "times", "language", "duration"),
    [
        (OPENAI, "Well, it costs $20 — “no more”. Right?",
         [(0, 400), (500, 600), (600, 1000), (1000, 1600), (2000, 2200), (2200, 2500),
          (3000, 3500)], "english", 4500),
        (OPENAI_BOTH, "Well, it costs $20 — “no more”. Right?",
         [(0, 400), (500, 600), (600, 1000), (1000, 1600), (2000, 2200), (2200, 2500),
          (3000, 3500)], "english", 4500),
        (ELEVENLABS, "Hello, Ann! (audience laughs)", [(119, 299), (300, 700), (700, 1700)], "eng",
         1700),
        (ASSEMBLYAI, "Smoke from wildfires.", [(250, 650), (730, 1022), (1076, 1466)], "en_us",
         12_000),
        (DEEPGRAM, "Yeah. As much", [(80, 320), (320, 790), (790, 1200)], "en", 25_900),
        (AMAZON, "I've held, sorry.", [(4870, 5020), (5020, 5170), (6000, 6880)], "en-US", 6880),
        (SPEECHMATICS, "Before he.", [(550, 1200), (1450, 1800)], "en", 15_000),
        (GOOGLE, "Okay, so", [(0, 300), (300, 1100)], "en-us", 1100),
        (GOOGLE_V2, "Okay so", [(0, 300), (300, 1000)], "en-US", 1000),
        (AZURE_BATCH, "Hello world.", [(760, 1520), (1520, 2080)], "en-US", 2580),
        (AZURE_LEXICAL, "Hello, world.", [(760, 1520), (1520, 2080)], "", 2580),
        (AZURE_FAST, "Good afternoon.", [(960, 1200), (1200, 1600)], "en-US", 182_439),
        (REV, "Just, go. Where?", [(16_710, 16_810), (21_390, 21_760), (22_000, 22_400)], "",
         22_400),
        (TRANSFORMERS, "Not in Quimper.", [(0, 420), (420, 600), (600, 600)], "", 600),
        (WHISPER_CPP, "Hello, retake. So it", [(0, 550), (1200, 1750), (3000, 3500), (3500, 4000)],
         "en", 4000),
        (WHISPER_CPP_WORDS, "And retake.", [(320, 370), (370, 910)], "en", 910),
        (VOSK, "one two", [(100, 300), (300, 600)], "", 600),
        (AENEAS, "One two, three. Four.", [(0, 230), (230, 538), (538, 1000), (1000, 2400)],
         "", 2400),
        (LIST, "one two", [(100, 300), (300, 600)], "", 600),
        (PHRASES, "One two. Three.", [(500, 928), (928, 1500), (2000, 3000)], "", 3000),
    ],
    ids="openai openai-both elevenlabs assemblyai deepgram amazon speechmatics google google-v2 "
    "azure-batch azure-lexical azure-fast rev transformers whisper.cpp whisper.cpp-ml1 vosk "
    "aeneas list phrases".split(),
)  # fmt: skip
def test_layouts(
    document: object, text: str, times: list[tuple[int, int]], language: str, duration: int
) -> None:
    found = read(document)
    assert found.text == text
    assert [(w.start, w.end) for w in found.words] == times
    assert (found.language, found.duration) == (language, duration)
    form, captions = named_format("json"), Captions(alignment=found)
    assert form.read(form.write(captions), "x.json") == form.keep(captions)


def test_speakers_have_names() -> None:
    speakers = {name: [w.speaker for w in read(d).words] for name, d in {
        "deepgram": DEEPGRAM, "assemblyai": ASSEMBLYAI, "amazon": AMAZON, "google": GOOGLE,
        "azure": AZURE_BATCH, "rev": REV, "whisper.cpp": WHISPER_CPP, "elevenlabs": ELEVENLABS,
    }.items()}  # fmt: skip
    assert speakers == {
        "deepgram": ["Speaker 0", "Speaker 1", "Speaker 1"],
        "assemblyai": ["Speaker A", "Speaker A", "Speaker B"],
        "amazon": ["spk_0", "spk_0", ""],
        "google": ["Speaker 1", "Speaker 2"],
        "azure": ["Speaker 1", "Speaker 1"],
        "rev": ["Speaker 1", "Speaker 1", "Ann Lee"],
        "whisper.cpp": ["Speaker 0", "Speaker 0", "", ""],
        "elevenlabs": ["speaker_0", "speaker_0", "speaker_1"],
    }


def test_confidences() -> None:
    assert [w.confidence for w in read(AMAZON).words] == [0.99, 1.0, 0.5]
    assert [w.confidence for w in read(WHISPER_CPP).words] == [0.8, 0.7, 0.0, 0.0]
    assert [round(w.confidence, 3) for w in read(ELEVENLABS).words] == [0.905, 1.0, 1.0]
    assert [w.confidence for w in read(GOOGLE_V2).words] == [1.0, 0.8]


def test_own_speakers_keep_their_names() -> None:
    words = [{"word": " Yes.", "start": 0, "end": 1, "speaker": "A"}]
    document = {"engine": "hmm", "segments": [{"start": 0, "end": 1, "words": words}]}
    assert read(document).words[0].speaker == "A"


@pytest.mark.parametrize(
    ("text", "words", "written"),
    [
        # a word that is written in another way, and one that the list lacks
        ("Go for 4 of them, we all.", "Go for four of them we all", "Go for four of them, we all."),
        ("Well, um, yes. No.", "Well yes No", "Well, yes. No."),
        ("He said: “Stop!” (Twice.)", "He said Stop Twice", "He said: “Stop!” (Twice.)"),
        ("字幕、好。", "字 幕 好", "字幕、好。"),
        ("", "no text", "no text"),
    ],
)  # fmt: skip
def test_marks_come_from_the_text_beside_the_words(text: str, words: str, written: str) -> None:
    rows = [{"word": w, "start": i, "end": i + 1} for i, w in enumerate(words.split())]
    assert read({"text": text, "words": rows}).text == written


def test_the_text_of_an_hour_is_read_in_a_moment() -> None:
    words = [f"word{i % 97}" for i in range(20_000)]
    rows = [{"word": w, "start": 0.4 * i, "end": 0.4 * i + 0.3} for i, w in enumerate(words)]
    found = read({"text": ", ".join(words), "words": rows})
    assert found.words[-2].text == f"{words[-2]},"


def test_several_channels_are_refused() -> None:
    channel: dict[str, Any] = DEEPGRAM["results"]["channels"][0]  # type: ignore[index]
    with pytest.raises(FormatError, match="it holds 2 channels .recognise one channel, or all"):
        read({"results": {"channels": [channel, channel]}})
    silent = {"alternatives": [{"transcript": "", "words": []}]}
    assert read({"results": {"channels": [silent, channel]}}).text == "Yeah. As much"


@pytest.mark.parametrize("document", [
    {"transcripts": [{"text": "a"}]},
    {"results": []},
    {"results": {"transcripts": []}},
    {"utterances": []},
    {"chunks": [{"text": "a", "timestamp": 3}]},
    {"words": [{"start": 1, "end": 2}]},
    {"words": [{"word": "a", "start": "soon", "end": 2}]},
    {"results": {"items": [{"start_time": "x", "alternatives": [{"content": "a"}]}]}},
    {"results": {"channels": "none"}},
    {"transcription": [{"offsets": 3, "text": "a"}]},
    {"monologues": [{"elements": [{"type": "text", "value": 7, "ts": 1, "end_ts": 2}]}]},
    {"recognizedPhrases": [{"nBest": [{"words": [{"word": "a", "offsetInTicks": "PT1S"}]}]}]},
])  # fmt: skip
def test_what_is_not_understood_is_one_line_with_its_place(document: object) -> None:
    with pytest.raises(FormatError) as caught:
        read(document)
    assert str(caught.value).startswith("w.json")
    assert "\n" not in str(caught.value)
