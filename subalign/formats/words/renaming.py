"""Helpers that bring the layouts of several tools to the keys of Whisper."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from subalign.formats.words.document import Node, Segment


def renamed(node: Node, /, **values: Any) -> Node:
    """Return a node at the same place with the values that are not None."""
    return Node({key: value for key, value in values.items() if value is not None}, node.where)


def either(node: Node, *keys: str) -> Any:
    """Return the first value that stands at one of the keys; None where there is none."""
    return next((node.values[key] for key in keys if node.values.get(key) is not None), None)


def as_number(value: Any) -> Any:
    """Return ``"0.45"`` and ``"1.400s"`` as numbers, and all else as it is."""
    found = re.fullmatch(r"(\d+(?:\.\d+)?)s?", value) if isinstance(value, str) else None
    return float(found[1]) if found else value


def entry(word: Node) -> Node:
    """Return a word whose text, probability and speaker stand at any of the usual keys.

    Raises:
        FormatError: the word has no text.
    """
    text = either(word, "punctuated_word", "word", "text")
    if text is None:
        word.wrong("it has no 'word'")
    sure = either(word, "probability", "score", "confidence", "conf")
    if sure is None and word.has("logprob", float):
        sure = math.exp(min(0.0, word.values["logprob"]))
    speaker = either(word, "speaker", "speaker_id")
    return Node(word.values | {"word": text, "probability": sure, "speaker": speaker}, word.where)


def spaced(word: Node) -> Node:
    """Return the word with a space before it."""
    return Node(word.values | {"word": f" {word.text('word')}"}, word.where)


def worded(alternative: Node, read: Callable[[Node], Node]) -> Segment:
    """Return a segment of the ``words`` and the ``transcript`` of an alternative."""
    text = alternative.values.get("transcript")
    return Segment(renamed(alternative, text=text), [read(w) for w in alternative.nodes("words")])


def glued(words: Iterable[tuple[Node, bool]]) -> list[Node]:
    """Join each entry that goes on with a word to that word.

    A joined word lasts until its last part ends, and its probability is that of the least certain
    part. A part that follows no word is left out.

    Args:
        words: the entries, each with whether it goes on with the word in front.
    """
    whole: list[Node] = []
    for word, goes_on in words:
        if not goes_on:
            whole.append(word)
        elif whole:
            whole[-1] = _together(whole[-1], word)
    return whole


def _together(word: Node, part: Node) -> Node:
    joined: dict[str, Any] = {"word": word.text("word") + part.text("word")}
    for key, choose in ("end", max), ("probability", min):
        numbers = [n.number(key, math.inf) for n in (word, part)]
        joined[key] = choose((n for n in numbers if n is not None), default=None)
    return Node(word.values | joined, word.where)


def refuse_channels(document: Node, parts: Sequence[Node], key: str) -> None:
    """Refuse words from several channels: words at the same time have no order.

    Raises:
        FormatError: the parts are of more than one channel.
    """
    channels = {part.values.get(key) for part in parts}
    if len(channels) > 1:
        hint = "recognise one channel, or all mixed to one"
        document.wrong(f"it holds {len(channels)} channels", hint)


def inside(document: Node, key: str) -> Iterator[str]:
    """Yield the keys of the object at ``key``, or of the first in the list there."""
    value = document.values.get(key)
    value = value[0] if isinstance(value, list) and value else value
    return iter(value if isinstance(value, dict) else ())
