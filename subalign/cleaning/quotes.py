"""Typewriter quotes of two signs become quotation marks.

``` ``so'' ``` comes from TeX and from old corpora, and no reader expects it. Straight and curly
quotes are both in use, so they stay; so do two apostrophes without their opening half.

PASS::

    He said "no" and “yes”, 'maybe', ''never'', and ran 5' 10''.

FAIL::

    He said ``never'' again.
    => He said “never” again.
"""

from __future__ import annotations

from collections.abc import Iterator

from subalign.cleaning.base import Edit, View


def find(view: View) -> Iterator[Edit]:
    """Find opening quotes of two signs, and the closing ones that belong to them."""
    inside = False
    for j, word in enumerate(view.words):
        opens = "``" in word.lead
        closes = "''" in word.tail and (inside or opens)
        inside = (inside or opens) and not closes
        if opens or closes:
            tail = word.tail.replace("''", "”") if closes else word.tail
            yield view.show(j, word.lead.replace("``", "“") + word.core + tail)
