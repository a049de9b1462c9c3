"""The words JSON: ours to the letter, and those of Whisper's tools."""

from __future__ import annotations

import json
from typing import Any

import pytest

from subalign.errors import FormatError
from subalign.formats import named_format
from subalign.model import Alignment, Break, Captions, Word

FORM = named_format("json")
SENTENCE, PARAGRAPH = Break.SENTENCE, Break.PARAGRAPH


def read(document: object) -> Alignment:
    text = document if isinstance(document, str) else json.dumps(document)
    alignment = FORM.read(text, "w.json").alignment
    assert alignment is not None
    return alignment


def times(alignment: Alignment) -> list[tuple[str, int, int]]:
    return [(w.text, w.start, w.end) for w in alignment.words]


def whisper(*words: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"segments": [{"start": 0.0, "end": 10.0, "words": list(words), **more}]}


OURS = Alignment(
    (
        Word("Who’s", 120, 400, 0.91237, speaker="Anna", line=3),
        Word("there?", 410, 1001, 1.0, ends=SENTENCE, speaker="Anna", line=3),
        Word("10\u00a0000", 2000, 2000, 0.0, guessed=True, speaker="Bob", after=""),
        Word("—", 2000, 2500, 0.5, speaker="Bob", after=""),
        Word("“me”", 2500, 59_999, 0.25, ends=PARAGRAPH, speaker="", after=""),
        Word("字", 60_000, 60_000, 0.0, guessed=True, ends=SENTENCE, after=""),
        Word("幕", 3_600_000, 3_600_001, ends=SENTENCE),
    ),
    language="en-GB",
    duration=3_700_000,
    engine="aeneas",
)


def test_golden_words_file() -> None:
    document = json.loads(FORM.write(Captions(alignment=OURS)))
    segments = document.pop("segments")
    assert document == {
        "text": "Who’s there? 10\u00a0000—“me”字幕",
        "language": "en-GB",
        "duration": 3700.0,
        "engine": "aeneas",
    }
    assert list(segments[0]) == ["id", "start", "end", "text", "confidence", "speaker", "words"]
    assert segments[0] == {
        "id": 0,
        "start": 0.12,
        "end": 1.001,
        "text": " Who’s there?",
        "confidence": 0.9562,
        "speaker": "Anna",
        "words": [
            {"word": " Who’s", "start": 0.12, "end": 0.4, "probability": 0.9124},
            {"word": " there?", "start": 0.41, "end": 1.001, "probability": 1.0},
        ],
    }
    # Several speakers: the words name them. The guessed word gives the segment no time.
    assert segments[1]["paragraph"] is True
    assert "speaker" not in segments[1]
    assert (segments[1]["start"], segments[1]["confidence"]) == (2.0, 0.375)
    assert [(w["word"], w.get("speaker"), w.get("guessed")) for w in segments[1]["words"]] == [
        (" 10\u00a0000", "Bob", True),
        ("—", "Bob", None),
        ("“me”", None, None),
    ]
    assert [segment["text"] for segment in segments[2:]] == ["字", "幕"]
    assert "".join(w["word"] for s in segments for w in s["words"]) == f" {document['text']}"


def test_our_file_reads_back_but_for_lines_of_the_transcript() -> None:
    back = read(FORM.write(Captions(alignment=OURS)))
    assert [w.line for w in back.words] == [0] * 7
    assert back.words[0].confidence == 0.9124
    for found, word in zip(back.words, OURS.words, strict=True):
        assert (found.text, found.start, found.end) == (word.text, word.start, word.end)
        assert (found.guessed, found.speaker) == (word.guessed, word.speaker)
        assert (found.ends, found.after) == (word.ends, word.after)
    assert (back.language, back.duration, back.engine) == ("en-GB", 3_700_000, "aeneas")


def test_what_is_not_in_the_recording_has_no_times() -> None:
    said = (
        Word("Here.", 1000, 1500, ends=SENTENCE),
        Word("Cut", 1500, 1600, 0.4, spoken=False),
        Word("out.", 1600, 1700, 0.4, ends=SENTENCE, spoken=False),
        Word("Half", 1400, 1450, 0.1, spoken=False),
        Word("said.", 1450, 1800, ends=SENTENCE),
    )
    text = FORM.write(Captions(alignment=Alignment(said, "en", 2000, "hmm")))
    here, cut, half = json.loads(text)["segments"]
    assert (cut["start"], cut["end"], cut["spoken"]) == (None, None, False)
    assert [(w["start"], w["end"]) for w in cut["words"]] == [(None, None)] * 2
    assert (half["start"], half["end"], half["words"][0]["start"]) == (1.45, 1.8, None)
    assert "spoken" not in here
    assert times(read(text)) == [
        ("Here.", 1000, 1500),
        ("Cut", 1000, 1000),
        ("out.", 1000, 1000),
        ("Half", 1000, 1000),
        ("said.", 1450, 1800),
    ]


def test_a_long_alignment_keeps_every_millisecond() -> None:
    words = tuple(Word("a", ms, ms + 1) for ms in range(35_990_000, 35_999_999, 7))
    back = read(FORM.write(Captions(alignment=Alignment(words, "en", 36_000_000))))
    assert [(w.start, w.end) for w in back.words] == [(w.start, w.end) for w in words]


# --- other tools' files ----------------------------------------------------------------------


def test_whisper() -> None:
    """As ``whisper --word_timestamps True``: sentences cross segments, words may be glued."""
    alignment = read(
        {
            "segments": [
                {"id": 0, "seek": 0, "start": 0.0, "end": 2.0, "text": " We met it",
                 "words": [{"word": " We", "start": 0.0, "end": 0.4, "probability": 0.5},
                           {"word": " met", "start": 0.4, "end": 0.9, "probability": 0.9},
                           {"word": " it", "start": 0.9, "end": 1.4, "probability": 0.9}]},
                {"id": 1, "start": 1.96, "end": 4.0, "text": " in re-runs. And then… we",
                 "words": [{"word": " in", "start": 1.38, "end": 2.0, "probability": 0.9},
                           {"word": " re", "start": 2.0, "end": 2.4, "probability": 0.9},
                           {"word": "-runs.", "start": 2.4, "end": 3.0, "probability": 0.9},
                           {"word": " And", "start": 3.0, "end": 3.5, "probability": 0.9},
                           {"word": " then…", "start": 3.5, "end": 3.5, "probability": 0.9},
                           {"word": " we", "start": 3.5, "end": 4.0, "probability": 0.9}]},
            ],
            "language": "en",
        }
    )  # fmt: skip
    assert alignment.text == "We met it in re-runs. And then… we"
    assert [w.text for w in alignment.words if w.ends] == ["-runs.", "we"]
    assert (alignment.language, alignment.duration, alignment.engine) == ("en", 4000, "")
    assert not any(w.guessed for w in alignment.words)


def test_whisperx() -> None:
    """No spaces in words, a score, digits without times, speakers."""
    alignment = read(
        {
            "segments": [
                {"start": 1.0, "end": 5.0, "text": " In 1984 £5, “no”-one left.", "speaker": "S0",
                 "words": [{"word": "In", "start": 1.0, "end": 1.2, "score": 0.8},
                           {"word": "1984"}, {"word": "£5,"},
                           {"word": "“no”", "start": 3, "end": 3.4, "score": 0.7, "speaker": "S1"},
                           {"word": "-one", "start": 3.4, "end": 4.0, "score": 0.7},
                           {"word": "left."}]},
                {"start": 6.0, "end": 7.0, "text": "Gone.", "words": [{"word": "Gone."}]},
            ],
            "word_segments": [],
        }
    )  # fmt: skip
    assert alignment.text == "In 1984 £5, “no”-one left. Gone."
    assert times(alignment) == [
        ("In", 1000, 1200),
        ("1984", 1200, 2228),
        ("£5,", 2228, 3000),
        ("“no”", 3000, 3400),
        ("-one", 3400, 4000),
        ("left.", 4000, 5000),
        ("Gone.", 6000, 7000),
    ]
    assert [w.guessed for w in alignment.words] == [False, True, True, False, False, True, True]
    assert [w.confidence for w in alignment.words] == [0.8, 0.0, 0.0, 0.7, 0.7, 0.0, 0.0]
    assert [w.speaker[-1:] for w in alignment.words] == ["0", "0", "0", "1", "0", "0", ""]
    assert [w.text for w in alignment.words if w.ends] == ["left.", "Gone."]


def test_scripts_without_spaces_stay_without() -> None:
    segment = {"start": 0, "end": 1, "text": "字幕。", "words": [{"word": c} for c in "字幕。"]}
    alignment = read({"segments": [segment, {**segment, "start": 1, "end": 2}]})
    assert alignment.text == "字幕。字幕。"
    assert [w.ends for w in alignment.words] == [Break.NONE, Break.NONE, SENTENCE] * 2


def test_spaces_behind_words_count_too() -> None:
    found = read(whisper(*({"word": w, "start": 0, "end": 1} for w in ("a ", "b", "-c "))))
    assert [w.after for w in found.words] == [" ", "", " "]


def test_segments_without_words_share_their_time_by_length() -> None:
    alignment = read(
        {"segments": [{"start": 1, "end": 2, "text": " Yes, I am. "},
                      {"start": 5, "end": 5, "text": "So"}, {"start": 6, "end": 7, "text": " "}]}
    )  # fmt: skip
    assert times(alignment) == [
        ("Yes,", 1000, 1500),
        ("I", 1500, 1625),
        ("am.", 1625, 2000),
        ("So", 5000, 5000),
    ]
    assert all(w.guessed and w.confidence == 0 for w in alignment.words)


def test_untimed_words_in_a_segment_without_times_lie_between_the_timed() -> None:
    words = [{"word": " a"}, {"word": " b", "start": 1, "end": 2}, {"word": " c"},
             {"word": " d", "start": 3, "end": 4}]  # fmt: skip
    assert times(read({"segments": [{"words": words}]})) == [
        ("a", 1000, 1000), ("b", 1000, 2000), ("c", 2000, 3000), ("d", 3000, 4000)
    ]  # fmt: skip


def test_words_that_overlap_a_little_are_put_in_order() -> None:
    found = read(
        whisper({"word": " a", "start": 2.0, "end": 2.5}, {"word": " b", "start": 1.9, "end": 1.95})
    )
    assert times(found) == [("a", 2000, 2500), ("b", 2000, 2000)]


def word(**changes: object) -> dict[str, Any]:
    return {"word": " a", "start": 1.0, "end": 2.0, "probability": 0.5} | changes


@pytest.mark.parametrize(
    ("document", "where", "what"),
    [
        ("{\n", "w.json:2", "this is no JSON"),
        ("[]", "w.json", "there are no words in it"),
        ("3", "w.json", "no JSON object"),
        ("[" * 100_000, "w.json", "cannot be read"),
        ('{"segments": [' + "1" * 5000 + "]}", "w.json", "cannot be read|no JSON object"),
        ("{}", "w.json", "no words file that is known .words are read from Whisper, .* as a list"),
        (
            '{"monologues": [{"speaker": {"id": "Ana"}, "terms": []}]}',
            "w.json",
            "no words file that is known",
        ),
        ({"segments": {}}, "w.json", "no words in it"),
        ({"fragments": [{"lines": "a"}]}, "w.json: fragments[0]", "'lines' is no list of texts"),
        ({"segments": {"a": 1}}, "w.json", "'segments' is no list"),
        ({"segments": []}, "w.json", "no words in it"),
        ({"segments": [whisper(), 3]}, "w.json: segments[1]", "no JSON object"),
        ({"segments": [{"text": 3}]}, "w.json: segments[0]", "'text' is no text: 3"),
        ({"segments": [{"text": "a b"}]}, "w.json: segments[0]", "neither it nor its words have"),
        (whisper({"start": 1, "end": 2}), "w.json: segments[0].words[0]", "it has no 'word'"),
        (whisper(word(), word(word=7)), "w.json: segments[0].words[1]", "'word' is no text"),
        (whisper(word(start="1")), "w.json: segments[0].words[0]", "'start' is no number: '1'"),
        (whisper(word(start=True)), "w.json: segments[0].words[0]", "'start' is no number"),
        (whisper(word(start=-0.1)), "w.json: segments[0].words[0]", "'start' is -0.1"),
        (whisper(word(end=1e300)), "w.json: segments[0].words[0]", "'end' is 1e.300, and must"),
        (whisper(word(end=None)), "w.json: segments[0].words[0]", "'start' without an 'end'"),
        (whisper(word(end=0.5)), "w.json: segments[0].words[0]", "ends 500 ms before it starts"),
        (whisper(word(probability=1.5)), "w.json: segments[0].words[0]", "'probability' is 1.5"),
        (whisper(word(start=5, end=6), word()), "w.json: segments[0].words[1]",
         "starts 4000 ms before the word in front"),
        (json.dumps(whisper(word())).replace("0.5", "NaN"), "w.json", "NaN is no time"),
        (json.dumps(whisper(word())).replace("1.0,", "Infinity,"), "w.json", "Infinity is no time"),
        (json.dumps(whisper(word())).replace("1.0,", "1e999,"), "w.json: segments[0].words[0]",
         "'start' is inf"),
        (whisper(word()) | {"duration": "long"}, "w.json", "'duration' is no number"),
    ],
)  # fmt: skip
def test_nonsense_is_named_with_its_place(document: object, where: str, what: str) -> None:
    with pytest.raises(FormatError, match=what) as caught:
        read(document)
    assert caught.value.where == where
    assert "\n" not in str(caught.value)
