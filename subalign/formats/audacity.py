"""Audacity labels: a line each with start, end and text, as its label tracks are exported.

>>> from subalign.model import Captions, Cue
>>> FORMAT.write(Captions((Cue(1000, 2500, ("Two", "lines."), label="Anna:"),)))
'1.000000\\t2.500000\\tAnna: Two lines.\\n'

Times are seconds. Audacity itself names such files ``.txt``, which here are transcripts: rename
them. Lines that begin with a backslash hold the frequencies of the label before them and
are passed over; a label without text is not a cue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from subalign.errors import FormatError
from subalign.formats.base import Format, clean_lines, cues_to_write, split_lines
from subalign.model import Captions, Cue
from subalign.times import LONGEST_S, SECOND, from_seconds


def _keep(captions: Captions) -> Captions:
    return cues_to_write(captions, _shape)


def _shape(cue: Cue) -> Cue:
    return Cue(cue.start, cue.end, clean_lines([" ".join(cue.labelled)]))


def _write(captions: Captions) -> str:
    return "".join(
        f"{cue.start / SECOND:.6f}\t{cue.end / SECOND:.6f}\t{cue.lines[0]}\n"
        for cue in _keep(captions).cues
    )


def _read(text: str, where: str) -> Captions:
    cues = tuple(_cues(text, where))
    if not cues:
        raise FormatError("there is no label with text in it", where=where)
    return Captions(cues)


def _cues(text: str, where: str) -> Iterator[Cue]:
    seconds = r"(\d{1,9}(?:\.\d+)?)"
    label = re.compile(rf"{seconds}\t{seconds}(?:\t(.*))?", re.ASCII)
    for number, line in enumerate(split_lines(text), 1):
        if not line.strip() or line.startswith("\\"):
            continue
        found = label.fullmatch(line)
        if not found or float(found[2]) > LONGEST_S:
            raise FormatError(
                f"this is no label: {line.strip()[:60]!r}",
                where=f"{where}:{number}",
                hint="start and end in seconds and the text, with tabs between",
            )
        shown = clean_lines([found[3] or ""])
        if shown:
            yield Cue(from_seconds(float(found[1])), from_seconds(float(found[2])), shown)


FORMAT = Format(
    name="audacity",
    suffixes=(".labels",),
    summary="Audacity labels: start, end and text between tabs",
    read=_read,
    write=_write,
    keep=_keep,
)
