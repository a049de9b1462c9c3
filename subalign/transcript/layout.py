"""Line ends: whether each ends nothing, a sentence, or a paragraph.

A blank line ends a paragraph. For all other line ends, three kinds of text are told apart by
the length of the lines and by the letters that they begin with:

- Paragraph lines, as word processors and speech recognisers save them: long lines, each one
  a paragraph.
- Running text, hard-wrapped or broken for captions: sentences run on over line ends, so many
  lines begin with a lower-case letter. A line end says nothing.
- Verse and lists: lines begin with capitals. A line end is taken for the end of a sentence,
  because the reader pauses there and an aligner does better with one verse than with fourteen
  in one breath.

In texts without lower-case letters (other scripts, all capitals), running text shows in that
the first word of a line would not have fitted on the line before.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from subalign.model import Break
from subalign.text.scripts import is_spaceless
from subalign.transcript.masking import MASK, MaskedText
from subalign.transcript.options import ParsingOptions

_LinePair = tuple[str, str]
"""A line, and the next one."""


def line_breaks(
    masked: MaskedText, labelled: Collection[int], options: ParsingOptions
) -> list[Break]:
    """Return what ends after each line, as far as the layout shows.

    Args:
        masked: Text whose lines are judged.
        labelled: Numbers of the lines that begin with a speaker label.
        options: Thresholds for long, filled and run-on lines.

    Returns:
        One break for each of ``masked.lines``; the last is the end of a paragraph.
    """
    texts = [masked.text[x.start : x.end].replace(MASK, "").rstrip() for x in masked.lines]
    pairs = list(pairwise(texts))
    below = masked.lines[1:]
    # Lines after a blank line or with a speaker label begin anew in every kind of text, so
    # they tell nothing about it.
    telling = [
        pair
        for pair, line in zip(pairs, below, strict=True)
        if not line.after_blank and line.number not in labelled
    ]
    layout = _line_layout(telling, options)
    breaks = []
    for pair, above, line in zip(pairs, masked.lines, below, strict=False):
        if above.heading or line.heading or (line.after_blank and not masked.from_captions):
            breaks.append(Break.PARAGRAPH)
        else:
            breaks.append(Break.NONE if masked.from_captions else layout.between(*pair))
    return [*breaks, Break.PARAGRAPH]


def runs_on(pairs: Sequence[_LinePair], options: ParsingOptions) -> bool:
    """Return True if sentences run on over the line ends.

    Args:
        pairs: Lines, each with the next one.
        options: ``min_run_on_share`` is used, or ``min_filled_share`` where no letter is lower
            case.

    >>> runs_on([("From fairest creatures we", "desire increase")], ParsingOptions())
    True
    """
    begun = [c for _, below in pairs if not _bullet(below) and (c := _initial(below))]
    lowercase = sum(c.islower() for c in begun)
    if lowercase or any(c.islower() for above, _ in pairs for c in above):
        return lowercase >= max(1, len(begun) * options.min_run_on_share)
    return _is_filled(pairs, options)


@dataclass(frozen=True, slots=True)
class _LineLayout:
    """Layout of the lines of one text.

    Args:
        paragraph_lines: Each line is a paragraph.
        run_on: Sentences run on over line ends.
        wrap_columns: Length of the longest line of hard-wrapped text, in characters; 0 if the
            text is not hard-wrapped.
        max_wrapped_columns: Length from which on a line is a paragraph.
    """

    paragraph_lines: bool
    run_on: bool
    wrap_columns: int
    max_wrapped_columns: int

    def between(self, above: str, below: str) -> Break:
        """Return what ends between two lines."""
        if self.paragraph_lines:
            return Break.PARAGRAPH
        item = _bullet(below)
        # A sentence that goes on in lower case, unless the lower case belongs to a list item.
        if _initial(below).islower() and not item:
            return Break.NONE
        # First lines of paragraphs are indented in running text; in verse an indent is ornament.
        indented = self.run_on and below[:1].isspace() and not above[:1].isspace()
        if indented or max(len(above), len(below)) > self.max_wrapped_columns:
            return Break.PARAGRAPH
        # The line ends early although the next word would have fitted: somebody meant it.
        has_room = self.wrap_columns > 0 and _length_with(above, below) <= self.wrap_columns
        is_meant = item or _bullet(above) or has_room or not self.run_on
        return Break.SENTENCE if is_meant else Break.NONE


def _line_layout(pairs: Sequence[_LinePair], options: ParsingOptions) -> _LineLayout:
    limit = options.max_wrapped_columns
    size = sum(len(above) for above, _ in pairs)
    long = sum(len(above) for above, _ in pairs if len(above) > limit)
    short = [pair for pair in pairs if max(map(len, pair)) <= limit]
    wrap_columns = 0
    if _is_filled(short, options):
        wrap_columns = max((len(above) for above, _ in short), default=0)
    return _LineLayout(size > 0 and long * 2 > size, runs_on(short, options), wrap_columns, limit)


def _is_filled(pairs: Sequence[_LinePair], options: ParsingOptions) -> bool:
    """Return True if hardly a line had room for the first word of the next one."""
    if len(pairs) < 2:
        return False
    widest = max(len(above) for above, _ in pairs)
    full = sum(_length_with(above, below) > widest for above, below in pairs)
    return full >= len(pairs) * options.min_filled_share


def _length_with(above: str, below: str) -> int:
    """Return the length of ``above`` with the first word of ``below`` on it."""
    if is_spaceless(_initial(below)):
        return len(above) + 1
    return len(above) + 1 + len(below.split(maxsplit=1)[0])


def _bullet(line: str) -> re.Match[str] | None:
    """Match the bullet before a list item."""
    return re.match(r"\s*[-*•‣◦▪·]\s", line)


def _initial(text: str) -> str:
    """Return the first letter or digit of ``text``; empty if there is none."""
    return next((c for c in text if c.isalnum()), "")
