"""JSON objects with their places, and the one form that the layouts of all tools come to."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NoReturn

from subalign.errors import FormatError
from subalign.times import LONGEST_S, SECOND


@dataclass(frozen=True, slots=True)
class Node:
    """A JSON object and where it stands in the file."""

    values: dict[str, Any]
    where: str

    def wrong(self, what: str, hint: str = "") -> NoReturn:
        """Refuse the file for what is wrong here.

        Raises:
            FormatError: always.
        """
        raise FormatError(what, where=self.where, hint=hint)

    def text(self, key: str) -> str:
        """Return the text at ``key``; empty where there is none."""
        value = self.values.get(key)
        if value is None:
            return ""
        return value if isinstance(value, str) else self.wrong(f"{key!r} is no text: {value!r}")

    def person(self, key: str) -> str:
        """Return the name of a speaker, for which recognisers often have a number or a letter."""
        value = self.values.get(key)
        if isinstance(value, int) and not isinstance(value, bool):
            return f"Speaker {value}"
        name = self.text(key).strip()
        return f"Speaker {name}" if len(name) == 1 and name.isalnum() else name

    def number(self, key: str, most: float) -> float | None:
        """Return the number from 0 to ``most`` at ``key``, if any."""
        value = self.values.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.wrong(f"{key!r} is no number: {value!r}")
        if not 0 <= value <= most:
            self.wrong(f"{key!r} is {str(value)[:20]}, and must lie between 0 and {most:g}")
        return float(value)

    def time(self, key: str, unit: float = SECOND) -> int | None:
        """Return the time at ``key``, ms, if any; the file counts in units of ``unit`` ms."""
        value = self.number(key, LONGEST_S * SECOND / unit)
        return None if value is None else round(value * unit)

    def nodes(self, key: str) -> list[Node]:
        """Return the objects in the list at ``key``; none where there is no list."""
        entries = self.values.get(key) or []
        if not isinstance(entries, list):
            self.wrong(f"{key!r} is no list")
        split = "." if self.where.endswith("]") else ": "
        return [node(entry, f"{self.where}{split}{key}[{i}]") for i, entry in enumerate(entries)]

    def node(self, key: str) -> Node:
        """Return the object at ``key``, or an empty one where there is none."""
        split = "." if self.where.endswith("]") else ": "
        return node(self.values.get(key) or {}, f"{self.where}{split}{key}")

    def first(self, key: str) -> Node:
        """Return the first object in the list at ``key``, or an empty one.

        Recognisers list the best alternative first.
        """
        return next(iter(self.nodes(key)), Node({}, self.where))

    def has(self, key: str, kind: type) -> bool:
        """Tell whether a value of this kind stands at ``key``."""
        return isinstance(self.values.get(key), kind)


def node(value: object, where: str) -> Node:
    """Return ``value`` as an object.

    Raises:
        FormatError: the value is not an object.
    """
    if not isinstance(value, dict):
        raise FormatError("this is no JSON object", where=where)
    return Node(value, where)


def parse(text: str, where: str) -> Node:
    """Parse the text of a file; a list stands at the empty key of the result.

    Raises:
        FormatError: the text is not JSON, or neither an object nor a list.
    """

    def refuse(constant: str) -> NoReturn:
        raise FormatError(f"{constant} is no time and no probability", where=where)

    try:
        value = json.loads(text.removeprefix("\ufeff"), parse_constant=refuse)
    except json.JSONDecodeError as error:
        line = f"{where}:{error.lineno}"
        raise FormatError(f"this is no JSON: {error.msg}", where=line) from None
    except (ValueError, RecursionError) as error:
        raise FormatError(f"this JSON cannot be read: {error}", where=where) from None
    return node({"": value} if isinstance(value, list) else value, where)


@dataclass(frozen=True, slots=True)
class Segment:
    """As much as a recogniser took at once, with the keys of Whisper.

    Args:
        node: with ``start``, ``end``, ``text``, ``speaker`` and ``paragraph``, or some of them.
        words: with ``word``, ``start``, ``end``, ``probability``, ``speaker``, ``guessed`` and
            ``spoken``, or some of them; none where only the text is known.
    """

    node: Node
    words: Sequence[Node]


@dataclass(frozen=True, slots=True)
class Recognised:
    """Contents of a file of any tool.

    Args:
        segments: in the order of the text.
        language: as the file says it; empty where it does not.
        duration: of the recording, ms; None where unknown.
        unit: unit of the times of segments and words, ms.
        own: whether subalign wrote the file, so that segments are sentences.
        engine: name of the engine that aligned the words; empty where the file does not say.
        untranscribed: sound that no word covers, ms.
    """

    segments: Sequence[Segment]
    language: str = ""
    duration: int | None = None
    unit: float = SECOND
    own: bool = False
    engine: str = ""
    untranscribed: tuple[tuple[int, int], ...] = ()
