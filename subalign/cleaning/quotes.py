"""Typewriter quotes of two signs become quotation marks.

TeX and old corpora write ``` ``so'' ```, which no reader expects. Straight and curly quotation
marks are both in use, so they stay. Two apostrophes without an opening quote in front stay, too.

PASS::

    He said "no" and “yes”, 'maybe', ''never'', and ran 5' 10''.

FAIL::

    He said ``never'' again.
    => He said “never” again.
"""

from __future__ import annotations

from collections.abc import Iterator

from subalign.cleaning.base import Edit, Level, View, define_rule


@define_rule("quotes", Level.VERBATIM)
def rule(view: View) -> Iterator[Edit]:
    """Turn quotes of two signs into quotation marks."""
    inside = False
    for j, word in enumerate(view.words):
        opens = "``" in word.lead
        closes = "''" in word.tail and (inside or opens)
        inside = (inside or opens) and not closes
        if opens or closes:
            tail = word.tail.replace("''", "”") if closes else word.tail
            yield view.show(j, word.lead.replace("``", "“") + word.core + tail)
