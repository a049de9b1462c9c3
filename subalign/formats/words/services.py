"""Layouts of the JSON of services on the net, as they document it, with the keys of Whisper.

- Deepgram: ``results.channels[].alternatives[].words``
- Amazon Transcribe: ``results.items``, punctuation as items of its own, numbers as text
- Speechmatics: ``results``, a list of such items
- Google: ``results[].alternatives[].words``, in ``response`` where it ran long; times as text
- Azure: ``recognizedPhrases`` of batches, in ticks, and ``phrases`` of fast transcriptions, in ms
- Rev AI: ``monologues`` with ``elements``, punctuation and spaces as elements of their own
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

from subalign.formats.words.document import Node, Recognised, Segment
from subalign.formats.words.renaming import (
    as_number,
    either,
    entry,
    glued,
    refuse_channels,
    renamed,
    spaced,
    worded,
)


def deepgram(document: Node) -> Recognised:
    """Read Deepgram's answer for a whole recording."""
    channels = document.node("results").nodes("channels")
    numbered = [Node(c.values | {"number": i}, c.where) for i, c in enumerate(channels)]
    heard = [c for c in numbered if c.first("alternatives").values.get("words")]
    refuse_channels(document, heard, "number")
    return Recognised(
        [worded(channel.first("alternatives"), entry) for channel in heard],
        language="".join(channel.text("detected_language") for channel in heard),
        duration=document.node("metadata").time("duration"),
    )


def amazon(document: Node) -> Recognised:
    """Read a transcript of Amazon Transcribe."""
    results = document.node("results")
    speakers = {
        item.values.get("start_time"): item.values.get("speaker_label")
        for segment in results.node("speaker_labels").nodes("segments")
        for item in segment.nodes("items")
    }
    items = [
        Node({"speaker": speakers.get(item.values.get("start_time"))} | item.values, item.where)
        for item in results.nodes("items")
    ]
    refuse_channels(document, items, "channel_label")
    text = results.first("transcripts").values.get("transcript")
    segment = Segment(renamed(document, text=text), _items(items))
    return Recognised([segment], results.text("language_code"))


def speechmatics(document: Node) -> Recognised:
    """Read a transcript of Speechmatics, json-v2."""
    items = document.nodes("results")
    refuse_channels(document, items, "channel")
    language = document.node("metadata").node("transcription_config").text("language")
    duration = document.node("job").time("duration")
    return Recognised([Segment(renamed(document), _items(items))], language, duration)


def _items(items: Iterable[Node]) -> list[Node]:
    """Return words, each joined with the punctuation that follows as an item of its own."""
    return glued((_item(item), item.values.get("type") == "punctuation") for item in items)


def _item(item: Node) -> Node:
    best = item.first("alternatives")
    text, speaker = best.values.get("content"), either(item, "speaker_label", "speaker")
    if item.values.get("type") == "punctuation":
        return renamed(item, word=text)
    return renamed(
        item,
        word=text,
        start=as_number(item.values.get("start_time")),
        end=as_number(item.values.get("end_time")),
        probability=as_number(best.values.get("confidence")),
        speaker=best.values.get("speaker", speaker),
    )


def google(document: Node) -> Recognised:
    """Read an answer of Google's, v1 or v2, or the operation with the answer as ``response``."""
    whole = document.node("response") if "response" in document.values else document
    results = [r for r in whole.nodes("results") if r.first("alternatives").values.get("words")]
    refuse_channels(document, results, "channelTag")
    best = [result.first("alternatives") for result in results]
    # with diarization the last result has all words once more, and they alone have speakers
    if best and _has_speakers(best[-1]) and not _has_speakers(best[0]):
        best = best[-1:]
    return Recognised(
        [worded(alternative, _timed_by_text) for alternative in best],
        language=next((result.text("languageCode") for result in results), ""),
    )


def _has_speakers(alternative: Node) -> bool:
    return bool(either(alternative.first("words"), "speakerTag", "speakerLabel"))


def _timed_by_text(word: Node) -> Node:
    """Read a word of Google's, which leaves out or sets to zero what is not known."""
    start, end = either(word, "startTime", "startOffset"), either(word, "endTime", "endOffset")
    return renamed(
        word,
        word=word.values.get("word"),
        start=as_number("0s" if start is None and end is not None else start),
        end=as_number(end),
        probability=word.values.get("confidence") or None,
        speaker=either(word, "speakerLabel", "speakerTag") or None,
    )


def azure(document: Node) -> Recognised:
    """Read a batch or a fast transcription of Azure."""
    batch = "recognizedPhrases" in document.values
    phrases = document.nodes("recognizedPhrases" if batch else "phrases")
    refuse_channels(document, phrases, "channel")
    # A tick is 100 ns, 0.0001 ms.
    suffix, unit = ("InTicks", 1e-4) if batch else ("Milliseconds", 1)
    segments = []
    for phrase in phrases:
        best = phrase.first("nBest") if batch else phrase
        words = best.nodes("displayWords") or best.nodes("words")
        head = _lasting(phrase, suffix, either(best, "display", "text"))
        named = [(word, either(word, "displayText", "word", "text")) for word in words]
        segments.append(Segment(head, [_lasting(word, suffix, text) for word, text in named]))
    locale = next((phrase.text("locale") for phrase in phrases), "")
    return Recognised(segments, locale, document.time(f"duration{suffix}", unit), unit)


def _lasting(node: Node, suffix: str, text: Any) -> Node:
    """Return a node whose ``end`` comes from its duration."""
    start, lasts = (node.number(f"{key}{suffix}", math.inf) for key in ("offset", "duration"))
    end = None if start is None or lasts is None else start + lasts
    sure, speaker = node.values.get("confidence"), node.values.get("speaker")
    return renamed(
        node, text=text, word=text, start=start, end=end, probability=sure, speaker=speaker
    )


def rev(document: Node) -> Recognised:
    """Read a transcript of Rev AI."""
    names = {s.values.get("id"): s.values.get("name") for s in document.nodes("speakers")}
    segments = []
    for monologue in document.nodes("monologues"):
        number = monologue.values.get("speaker")
        name = monologue.node("speaker_info").values.get("display_name")
        head = renamed(monologue, speaker=name or names.get(number, number))
        elements = monologue.nodes("elements")
        words = glued((_element(e), e.values.get("type") == "punct") for e in elements)
        segments.append(Segment(head, [*map(spaced, words[:1]), *words[1:]]))
    return Recognised(segments)


def _element(element: Node) -> Node:
    values = element.values
    start, end, sure = values.get("ts"), values.get("end_ts"), values.get("confidence")
    return renamed(element, word=values.get("value"), start=start, end=end, probability=sure)
