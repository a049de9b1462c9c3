"""Writing of the words JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace

from subalign.formats.base import alignment_of, one_line
from subalign.model import Alignment, Break, Captions, Sentence, Word
from subalign.times import seconds


def keep(captions: Captions) -> Captions:
    """Return the words, without their lines in the transcript.

    Raises:
        FormatError: there are no words.
    """
    return Captions(alignment=_carried(captions))


def _carried(captions: Captions) -> Alignment:
    alignment = alignment_of(captions)
    words = [
        replace(
            word,
            text=one_line(word.text),
            confidence=round(word.confidence, 4),
            speaker=one_line(word.speaker),
            line=0,
            after=" " if word.after else "",
        )
        for word in placed(alignment.words)
    ]
    words[-1] = replace(words[-1], ends=words[-1].ends or Break.SENTENCE, after=" ")
    return replace(alignment, words=tuple(words))


def placed(words: Iterable[Word]) -> Iterator[Word]:
    """Yield the words; one that is not in the recording has the start of the word before it.

    Any time of such a word is wrong, but this one keeps the order, and no other word has to move.
    """
    start = 0
    for word in words:
        if not word.spoken:
            yield replace(word, start=start, end=start, confidence=0.0, guessed=True)
        else:
            yield word
            start = word.start


def write(captions: Captions) -> str:
    """Return the words with their times as JSON.

    Raises:
        FormatError: there are no words, or one comes before the recording.
    """
    alignment = _carried(captions)
    segments = []
    before = " "
    for number, sentence in enumerate(alignment.sentences()):
        segments.append(_segment(number, sentence, before))
        before = sentence.words[-1].after
    document = {
        "text": alignment.text,
        "language": alignment.language,
        "duration": seconds(alignment.duration),
        "engine": alignment.engine,
        "segments": segments,
    }
    if alignment.untranscribed:
        document["untranscribed"] = [
            {"start": seconds(a), "end": seconds(b)} for a, b in alignment.untranscribed
        ]
    return json.dumps(document, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def _segment(number: int, sentence: Sentence, before: str) -> dict[str, object]:
    speakers = {word.speaker for word in sentence.words}
    spaces = [before, *(word.after for word in sentence.words)]
    segment: dict[str, object] = {
        "id": number,
        "start": seconds(sentence.start) if sentence.spoken else None,
        "end": seconds(sentence.end) if sentence.spoken else None,
        "text": before + sentence.text,
        "confidence": round(sentence.confidence, 4),
    }
    if len(speakers) == 1 and sentence.words[0].speaker:
        segment["speaker"] = sentence.words[0].speaker
    if not sentence.spoken:
        segment["spoken"] = False
    if sentence.words[-1].ends is Break.PARAGRAPH:
        segment["paragraph"] = True
    segment["words"] = [
        _word(word, space, len(speakers) > 1)
        for word, space in zip(sentence.words, spaces, strict=False)
    ]
    return segment


def _word(word: Word, space: str, mixed: bool) -> dict[str, object]:
    entry: dict[str, object] = {
        "word": space + word.text,
        "start": seconds(word.start) if word.spoken else None,
        "end": seconds(word.end) if word.spoken else None,
        "probability": word.confidence,
    }
    if not word.spoken:
        entry["spoken"] = False
    elif word.guessed:
        entry["guessed"] = True
    if mixed and word.speaker:
        entry["speaker"] = word.speaker
    return entry
