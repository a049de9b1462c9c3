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

from subalign.cleaning.base import Edit, Level, Rule, View


def _find(view: View) -> Iterator[Edit]:
    opened = False
    for j, word in enumerate(view.words):
        opens, closes = "``" in word.lead, "''" in word.tail and (opened or "``" in word.lead)
        opened = (opened or opens) and not closes
        if opens or closes:
            lead, tail = word.lead.replace("``", "“"), word.tail
            tail = tail.replace("''", "”") if closes else tail
            yield view.show(j, lead + word.core + tail)


RULE = Rule("quotes", Level.VERBATIM, "quotes of two signs become quotation marks", _find)
