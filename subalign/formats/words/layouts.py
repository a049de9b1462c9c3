"""Layouts of the JSON that recognisers write, brought to the keys of Whisper.

A layout is recognised by keys that no other has, and is read by a function from the whole file to
its segments. It relies on the documentation of the tools or, where there is none, on their files:

- Whisper, faster-whisper, stable-ts, whisperX, whisper-timestamped: ``segments`` with ``words``;
  OpenAI's ``verbose_json`` has the words beside the segments, without punctuation
- whisper.cpp (``-oj``, ``-ojf``): ``transcription`` with ``offsets`` in ms, and ``tokens``
- transformers: ``chunks`` with ``timestamp``
- ElevenLabs: ``words`` with ``type`` word, spacing or audio_event
- AssemblyAI: ``words`` with times in ms
- Vosk: ``result``
- aeneas: ``fragments`` with ``lines``, whose words share the time of the fragment
- those in `services`
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from statistics import median

from subalign.formats.words import services
from subalign.formats.words.document import Node, Recognised, Segment
from subalign.formats.words.renaming import as_number, entry, glued, inside, renamed, spaced
from subalign.times import SECOND


def recognise(document: Node) -> Recognised:
    """Return the segments of a file of any tool.

    Raises:
        FormatError: no layout is known that has its keys, or it holds several channels.
    """
    for is_it, read in _LAYOUTS:
        if is_it(document):
            return read(document)
    hint = (
        "words are read from Whisper, whisper.cpp, faster-whisper, stable-ts, whisperX, "
        "transformers, OpenAI, Amazon, AssemblyAI, Azure, Deepgram, ElevenLabs, Google, Rev AI, "
        'Speechmatics, Vosk, aeneas, and as a list of {"word", "start", "end"}'
    )
    return document.wrong("this is no words file that is known", hint)


def _whisper(document: Node) -> Recognised:
    nodes = document.nodes("segments")
    segments = [Segment(node, [entry(word) for word in node.nodes("words")]) for node in nodes]
    if document.has("words", list) and not any(segment.words for segment in segments):
        return _plain(document)
    return Recognised(
        segments,
        language=document.text("language"),
        duration=document.time("duration"),
        own="engine" in document.values,
        engine=document.text("engine"),
        untranscribed=tuple(_stretch(node) for node in document.nodes("untranscribed")),
    )


def _stretch(node: Node) -> tuple[int, int]:
    start, end = node.time("start"), node.time("end")
    if start is None or end is None or end < start:
        node.wrong("it has no 'start' and 'end' in order")
    return start, end


# --- one list of words or phrases ------------------------------------------------------------


def _list_key(document: Node) -> str | None:
    """Return where the list stands, at the empty key in a file that is nothing but a list."""
    return next((key for key in ("words", "result", "") if document.has(key, list)), None)


def _plain(document: Node) -> Recognised:
    nodes = document.nodes(_list_key(document) or "")
    return Recognised(
        list(_joined(document, nodes)),
        language=document.text("language") or document.text("language_code"),
        duration=document.time("audio_duration") or document.time("duration"),
        unit=_unit(nodes),
    )


def _joined(document: Node, nodes: Sequence[Node]) -> Iterator[Segment]:
    """Yield the words as one segment, or each as its own where there are phrases among them."""
    if not any(_is_phrase(node) for node in nodes):
        words = glued((entry(node), node.values.get("type") == "spacing") for node in nodes)
        yield Segment(renamed(document, text=document.values.get("text")), words)
        return
    for node in nodes:
        own = [entry(word) for word in node.nodes("words")]
        yield Segment(node, own or ([] if _is_phrase(node) else [spaced(entry(node))]))


def _is_phrase(node: Node) -> bool:
    """Return True for a phrase: an entry with words, or a text of several, that is not an event."""
    text = node.values.get("text")
    several = isinstance(text, str) and len(text.split()) > 1 and "type" not in node.values
    return several or node.has("words", list)


def _unit(nodes: Sequence[Node]) -> int:
    """Return how many ms the times count in: 1000 or 1, which such files do not say."""
    words = [word for node in nodes for word in node.nodes("words") or [node]]
    pairs = [(word.values.get("start"), word.values.get("end")) for word in words]
    lasts = [b - a for a, b in pairs if isinstance(a, int | float) and isinstance(b, int | float)]
    # The median word never lasts 10 s, and never as little as 10 ms. The limit is our choice.
    return 1 if lasts and median(lasts) > 10 else SECOND


def _transformers(document: Node) -> Recognised:
    chunks = [_from_pair(chunk) for chunk in document.nodes("chunks")]
    return Recognised(list(_joined(document, chunks)), document.text("language"))


def _from_pair(chunk: Node) -> Node:
    times = chunk.values.get("timestamp")
    if not isinstance(times, list) or len(times) != 2:
        chunk.wrong("'timestamp' is no pair of times")
    start, end = times
    # the end of the last one may be unknown
    return Node(chunk.values | {"start": start, "end": start if end is None else end}, chunk.where)


def _aeneas(document: Node) -> Recognised:
    fragments = document.nodes("fragments")
    return Recognised([Segment(_fragment(node), []) for node in fragments])


def _fragment(node: Node) -> Node:
    lines = node.values.get("lines")
    if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
        node.wrong("'lines' is no list of texts")
    start, end = as_number(node.values.get("begin")), as_number(node.values.get("end"))
    return renamed(node, text=" ".join(lines), start=start, end=end)


# --- whisper.cpp -----------------------------------------------------------------------------


def _whisper_cpp(document: Node) -> Recognised:
    nodes = document.nodes("transcription")
    tokens = [node.nodes("tokens") for node in nodes]
    segments = [Segment(_from_to(n), _words(own)) for n, own in zip(nodes, tokens, strict=True)]
    if not any(tokens) and not any(_is_phrase(node) for node in nodes):
        segments = [Segment(renamed(document), _words(nodes))]  # of -ml 1, a word each
    return Recognised(segments, document.node("result").text("language"), unit=1)


def _words(tokens: Sequence[Node]) -> list[Node]:
    marks = re.compile(r"\[_\w+\]|<\|.*\|>")  # tokens that are not text, such as [_TT_150]
    texts = [_from_to(token) for token in tokens if not marks.fullmatch(token.text("text"))]
    return glued((token, _goes_on(token)) for token in texts)


def _from_to(node: Node) -> Node:
    text, offsets = node.values.get("text"), node.node("offsets").values
    speaker = node.values.get("speaker")
    return renamed(
        node,
        word=text,
        text=text,
        start=offsets.get("from"),
        end=offsets.get("to"),
        probability=node.values.get("p"),
        speaker=None if speaker == "?" else speaker,
    )


def _goes_on(token: Node) -> bool:
    """Tell whether a token goes on with a word: no space before it, in a script that has them."""
    first = token.text("word")[:1]
    # Scripts that write no spaces begin with Thai, U+0E00; their tokens stay as they are.
    return not first.isspace() and first < "\u0e00"


_LAYOUTS: tuple[tuple[Callable[[Node], bool], Callable[[Node], Recognised]], ...] = (
    (lambda d: "segments" in d.values, _whisper),
    (lambda d: "transcription" in d.values, _whisper_cpp),
    (lambda d: "elements" in inside(d, "monologues"), services.rev),
    (lambda d: "recognizedPhrases" in d.values or "combinedPhrases" in d.values, services.azure),
    (lambda d: "channels" in inside(d, "results"), services.deepgram),
    (lambda d: "items" in inside(d, "results"), services.amazon),
    (lambda d: "type" in inside(d, "results"), services.speechmatics),
    (lambda d: "alternatives" in inside(d, "results"), services.google),
    (lambda d: "results" in inside(d, "response"), services.google),
    (lambda d: "chunks" in d.values, _transformers),
    (lambda d: "fragments" in d.values, _aeneas),
    (lambda d: _list_key(d) is not None, _plain),
)
"""Test and reader of each layout; the first layout that fits is read."""
