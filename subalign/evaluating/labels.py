"""JSON of labels: references that say more than captions can, and lists from other aligners.

A reference names what is said when, what of the text is not in the recording (no times), what
of it has no trusted time (``unverified``), and speech that the text does not have
(``extra_audio``); seconds::

    {"phrases": [{"text": "Good evening.", "start": 0.52, "end": 1.4},
                 {"text": "This was cut.", "start": null, "end": null}],
     "words": [{"word": "Good", "start": 0.52, "end": 0.71}],
     "extra_audio": [{"start": 9.1, "end": 21.5}], "duration": 60.0}

A bare list of words or phrases will do, and so will the sync map of aeneas (``fragments``).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from subalign.errors import FormatError
from subalign.evaluating.items import Interval, Item, Timed
from subalign.times import LONGEST_S, from_seconds

_TIMED_LISTS = ("words", "phrases", "fragments")
"""Keys of the lists whose entries have a text and times."""


def is_labels(text: str) -> bool:
    """Return True if a JSON text holds labels, and not what a recogniser writes."""
    try:
        document = _document(text, "")
    except FormatError:
        return True  # `parse_labels` says what is wrong
    # Recognisers write these keys beside a list of words or phrases; labels never have them.
    recognised = {"segments", "text", "combinedPhrases"}.intersection(document)
    return not recognised and any(key in document for key in (*_TIMED_LISTS, "extra_audio"))


def parse_labels(text: str, where: str) -> Timed:
    """Read labels; ``where`` names the file in errors.

    Raises:
        FormatError: the text is not JSON, or holds no labels.
    """
    document = _document(text, where)
    names = (*_TIMED_LISTS, "extra_audio")
    for name in names:
        if not isinstance(document.get(name) or [], list):
            raise FormatError(f"{name!r} is no list", where=where)
    lists = {name: _items(document.get(name) or [], f"{where}: {name}") for name in names}
    if not any(lists[name] for name in _TIMED_LISTS):
        raise FormatError(
            "there are no times in it",
            where=where,
            hint=f"labels have one of: {', '.join(_TIMED_LISTS)}",
        )
    return Timed(
        where,
        lists["words"],
        lists["phrases"] or lists["fragments"],
        _intervals(lists["extra_audio"], where),
        _time(document.get("duration"), f"{where}: duration") or 0,
    )


def _document(text: str, where: str) -> dict[str, Any]:
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        line = f"{where}:{error.lineno}"
        raise FormatError(f"this is no JSON: {error.msg}", where=line) from None
    except (ValueError, RecursionError) as error:
        raise FormatError(f"this JSON cannot be read: {error}", where=where) from None
    if isinstance(document, list):
        words = bool(document) and isinstance(document[0], dict) and "word" in document[0]
        return {"words" if words else "phrases": document}
    if not isinstance(document, dict):
        raise FormatError("this is no JSON object and no list", where=where)
    return document


def _items(rows: Sequence[Any], where: str) -> tuple[Item, ...]:
    return tuple(_item(row, f"{where}[{i}]") for i, row in enumerate(rows))


def _item(row: Any, where: str) -> Item:
    if not isinstance(row, dict):
        raise FormatError("this is no JSON object", where=where)
    start = _time(row["begin"] if "begin" in row else row.get("start"), where)
    end = _time(row.get("end"), where)
    if start is not None and end is not None and end < start:
        raise FormatError(f"it ends {start - end} ms before it starts", where=where)
    if row.get("unverified") is True:
        return Item(_text(row), None, None)
    absent = start is None and end is None
    return Item(_text(row), start, end, spoken=not absent and row.get("spoken") is not False)


def _text(row: dict[str, Any]) -> str:
    lines = row.get("lines")
    if isinstance(lines, list):
        return " ".join(map(str, lines))
    return str(next((row[key] for key in ("word", "text", "label") if row.get(key)), ""))


def _time(value: Any, where: str) -> int | None:
    if value is None or value == "":
        return None
    try:
        number = -1.0 if isinstance(value, bool) else float(value)
    except (TypeError, ValueError):
        number = -1.0
    if not 0 <= number <= LONGEST_S:
        raise FormatError(f"this is no time in seconds: {str(value)[:20]!r}", where=where)
    return from_seconds(number)


def _intervals(items: Sequence[Item], where: str) -> tuple[Interval, ...]:
    found = [(item.start, item.end) for item in items]
    if any(start is None or end is None for start, end in found):
        raise FormatError("each needs a start and an end", where=f"{where}: extra_audio")
    return tuple((start or 0, end or 0) for start, end in found)
