"""What a line end means: nothing, the end of a sentence, or the end of a paragraph.

A blank line ends a paragraph. Between other lines three kinds of text are told apart by their
length and by the letters that they begin with:

- each line a paragraph, as word processors and speech recognisers save it: long lines;
- hard-wrapped prose, or lines broken for captions: sentences run on, so many lines begin
  with a small letter, and a line end says nothing;
- verse and lists: the lines begin with capitals. A line end is taken for the end of a
  sentence, because the reader pauses there and an aligner does better with one verse than
  with fourteen in one breath.

Without small letters (other scripts, all capitals), wrapped prose shows in that the first
word of a line would not have fitted on the line before.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from subalign.model import Break
from subalign.transcript.masking import MASK, MaskedText
from subalign.transcript.words import is_spaceless

_WIDEST_WRAP = 120
"""Characters; editors and mail programs wrap at 72 to 100, so a longer line is a paragraph."""

_RUN_ON = 0.2
"""Share of lines beginning small from which line ends say nothing: about 0.85 in prose wrapped
at 72 columns, 0 in the sonnets and in text of one sentence a line."""

_FILLED = 0.8
"""Share of lines with no room for the next word from which a text counts as wrapped: all but
the last of a paragraph in wrapped prose, about one in four in verse, by chance."""

_BULLET = re.compile(r"\s*[-*•‣◦▪·]\s")

_Pair = tuple[str, str]


def line_breaks(masked: MaskedText, labelled: Collection[int]) -> list[Break]:
    """What ends after each line of ``masked``, as far as the layout tells.

    Args:
        masked: whose lines.
        labelled: the numbers of the lines that begin with a speaker label.
    """
    texts = [masked.text[x.start : x.end].replace(MASK, "").rstrip() for x in masked.lines]
    pairs = list(pairwise(texts))
    below = masked.lines[1:]
    layout = _layout(
        [
            p
            for p, b in zip(pairs, below, strict=True)
            if not b.after_blank and b.number not in labelled
        ]
    )
    breaks = []
    for pair, above, line in zip(pairs, masked.lines, below, strict=False):
        if above.heading or line.heading or (line.after_blank and not masked.from_captions):
            breaks.append(Break.PARAGRAPH)
        else:
            breaks.append(Break.NONE if masked.from_captions else layout.between(*pair))
    return [*breaks, Break.PARAGRAPH]


def runs_on(pairs: Sequence[_Pair]) -> bool:
    """Whether sentences run over the line ends of ``pairs``, each a line and the next."""
    begun = [c for _, below in pairs if not _BULLET.match(below) and (c := _initial(below))]
    small = sum(c.islower() for c in begun)
    if small or any(c.islower() for above, _ in pairs for c in above):
        return small >= max(1, len(begun) * _RUN_ON)
    return _is_filled(pairs)


@dataclass(frozen=True, slots=True)
class _Layout:
    """How the lines of a text were made. ``wide``: the longest one, 0 if not filled."""

    paragraphs: bool
    run_on: bool
    wide: int

    def between(self, above: str, below: str) -> Break:
        if self.paragraphs:
            return Break.PARAGRAPH
        item = _BULLET.match(below)
        if _initial(below).islower() and not item:
            return Break.NONE
        indented = self.run_on and below[:1].isspace() and not above[:1].isspace()
        if indented or max(len(above), len(below)) > _WIDEST_WRAP:
            return Break.PARAGRAPH
        has_room = self.wide > 0 and _length_with(above, below) <= self.wide
        apart = item or _BULLET.match(above) or has_room or not self.run_on
        return Break.SENTENCE if apart else Break.NONE


def _layout(pairs: Sequence[_Pair]) -> _Layout:
    size = sum(len(above) for above, _ in pairs)
    long = sum(len(above) for above, _ in pairs if len(above) > _WIDEST_WRAP)
    short = [pair for pair in pairs if max(map(len, pair)) <= _WIDEST_WRAP]
    run_on = runs_on(short)
    wide = max((len(above) for above, _ in short), default=0) if _is_filled(short) else 0
    return _Layout(size > 0 and long * 2 > size, run_on, wide)


def _is_filled(pairs: Sequence[_Pair]) -> bool:
    """Wrapped: hardly a line had room for the first word of the next one."""
    if len(pairs) < 2:
        return False
    wide = max(len(above) for above, _ in pairs)
    full = sum(_length_with(above, below) > wide for above, below in pairs)
    return full >= len(pairs) * _FILLED


def _length_with(above: str, below: str) -> int:
    """How long ``above`` would be with the first word of ``below`` on it."""
    if is_spaceless(_initial(below)):
        return len(above) + 1
    return len(above) + 1 + len(below.split(maxsplit=1)[0])


def _initial(text: str) -> str:
    """The first letter or digit."""
    return next((c for c in text if c.isalnum()), "")
