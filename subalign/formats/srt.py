"""SubRip: the format that every player reads and nobody has specified.

>>> from subalign.model import Captions, Cue
>>> text = FORMAT.write(Captions((Cue(1000, 2500, ("Two <3", "lines."), label="Anna:"),)))
>>> print(text.replace("\\u2060", "|").rstrip())
1
00:00:01,000 --> 00:00:02,500
Anna: Two <|3
lines.

SubRip has no escapes: a player shows ``&amp;`` as it stands. But FFmpeg, and with it mpv and
VLC, deletes ``<Bob>`` and ``{\\an8}`` and breaks the line at ``\\N``, also where the speaker
meant them. A word joiner (U+2060, invisible, no width) after the first sign makes them plain
text; ``read`` takes it out again. For ``{laughs}``, which libass hides, nothing helps.

Reading is as tolerant as players are: a missing number or blank line, a blank line inside
the text, dots for commas, positions after the times. Tags go, nothing else is decoded. As in
FFmpeg and pysrt, what stands after the comma is a number of milliseconds.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence

import pysrt

from subalign.errors import FormatError
from subalign.formats.base import Format, clean_lines, cues_to_write, split_lines
from subalign.model import Captions, Cue

_CLOCK = r"(\d{1,9}):([0-5]?\d):([0-5]?\d)[.,](\d{1,3})"
_TIMES = re.compile(rf"\s*{_CLOCK}\s*-->\s*{_CLOCK}(?:\s.*)?", re.ASCII)
# An arrow after a time is never text: `_harmless` breaks it. Other arrows may be text, unless
# they stand where a cue begins.
_MEANT_AS_TIMES = re.compile(r"\s*[-+]?\d+\s*:.*-->", re.ASCII)
_MISSPELT_TIMES = re.compile(r"\s*[-+]?\d+\s*:.*(?:->|→|[—–=]>)\s*\d", re.ASCII)
_NUMBER = re.compile(r"\s*(\d{1,9})\s*", re.ASCII)

_JOINER = "\u2060"
_TAG = re.compile(r"</?(?:[bius]|font)(?:\s[^<>]*)?>|\{(?:\\|[CFOPSY]:)[^{}]*\}", re.IGNORECASE)
# What FFmpeg's decoder takes for a tag, an override or a line break, and arrows; and the same
# with a joiner already there, so that `_plain` takes out what `_harmless` put in.
_MEANT_AS_MARKUP = re.compile(
    r"<|\{(?=\u2060|\\|[CFOPSY]:|$)|\\(?=\u2060|[Nnh])|--(?=\u2060*>)", re.IGNORECASE
)
_MARKED = re.compile(r"[<{\\-]")
_MADE_HARMLESS = re.compile(r"([<{\\])\u2060|--\u2060(?=\u2060*>)")


def _keep(captions: Captions) -> Captions:
    return cues_to_write(captions, lambda cue: Cue(cue.start, cue.end, clean_lines(cue.labelled)))


def _write(captions: Captions) -> str:
    file = io.StringIO()
    items = [
        # pysrt rounds float seconds down, so it is given whole milliseconds.
        pysrt.SubRipItem(number, cue.start, cue.end, "\n".join(map(_harmless, cue.lines)))
        for number, cue in enumerate(_keep(captions).cues, 1)
    ]
    pysrt.SubRipFile(items).write_into(file, eol="\n")
    return file.getvalue()


def _harmless(line: str) -> str:
    return _MEANT_AS_MARKUP.sub(lambda found: found[0] + _JOINER, line)


def _plain(line: str) -> str:
    if not _MARKED.search(line):
        return line
    return _MADE_HARMLESS.sub(lambda found: found[1] or "--", _TAG.sub("", line))


def _read(text: str, where: str) -> Captions:
    lines = split_lines(text)
    times = [i for i, line in enumerate(lines) if _TIMES.fullmatch(line)]
    _refuse_malformed(lines, set(times), where)
    if not times:
        raise FormatError("there is no cue in it", where=where, hint="is it an SRT file?")
    lead = [i for i, line in enumerate(lines[: times[0]]) if line.strip()]
    if lead and (len(lead) > 1 or not _NUMBER.fullmatch(lines[lead[0]])):
        raise FormatError("text before the times of the first cue", where=f"{where}:{lead[0] + 1}")
    return Captions(tuple(_cues(lines, times, where)))


def _refuse_malformed(lines: Sequence[str], times: set[int], where: str) -> None:
    for i, line in enumerate(lines):
        if ">" not in line and "→" not in line:
            continue
        misspelt = _MISSPELT_TIMES.match(line) and _begins_cue(lines, i)
        if i not in times and (misspelt or _MEANT_AS_TIMES.match(line)):
            raise FormatError(
                f"these are no cue times: {line.strip()[:60]!r}",
                where=f"{where}:{i + 1}",
                hint="write 00:00:01,000 --> 00:00:02,000",
            )


def _begins_cue(lines: Sequence[str], i: int) -> bool:
    """Whether the line stands after a blank one, or after such a one and a number."""
    before = i - 2 if i and _number(lines[i - 1]) is not None else i - 1
    return before < 0 or not lines[before].strip()


def _cues(lines: Sequence[str], times: Sequence[int], where: str) -> Iterator[Cue]:
    number = _number(lines[times[0] - 1]) if times[0] else None
    for start, end in zip(times, [*times[1:], len(lines)], strict=True):
        body = list(lines[start + 1 : end])
        following = _number(body[-1]) if body and end < len(lines) else None
        if following is not None:
            body.pop()
        _refuse_missing_times(body, start + 1, number, where)
        yield Cue(*_times(lines[start]), clean_lines(map(_plain, body)))
        number = following


def _times(line: str) -> tuple[int, int]:
    found = _TIMES.fullmatch(line)
    h, m, s, ms, to_h, to_m, to_s, to_ms = map(int, found.groups()) if found else (0,) * 8
    return ((h * 60 + m) * 60 + s) * 1000 + ms, ((to_h * 60 + to_m) * 60 + to_s) * 1000 + to_ms


def _refuse_missing_times(body: Sequence[str], first: int, number: int | None, where: str) -> None:
    """A blank line, the next number and text: a cue whose times are lost."""
    for i in range(1, len(body) - 1):
        expected = number is not None and _number(body[i]) == number + 1
        if expected and not body[i - 1].strip() and body[i + 1].strip():
            raise FormatError(
                f"cue {body[i].strip()} has no times",
                where=f"{where}:{first + i + 1}",
                hint="write 00:00:01,000 --> 00:00:02,000 in the next line",
            )


def _number(line: str) -> int | None:
    found = _NUMBER.fullmatch(line)
    return int(found[1]) if found else None


FORMAT = Format(
    name="srt",
    suffixes=(".srt",),
    summary="SubRip: every player and editor; speakers as words in the text",
    read=_read,
    write=_write,
    keep=_keep,
)
