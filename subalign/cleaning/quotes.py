"""Typewriter quotes of two signs become quotation marks.

``` ``so'' ``` comes from TeX and from old corpora, and no reader expects it. Straight and curly
quotes are both in use, so they stay.

PASS::

    He said "no" and “yes”, 'maybe'.

FAIL::

    He said ``never'' again.
    => He said “never” again.
"""

from __future__ import annotations

from collections.abc import Iterator

from subalign.cleaning.base import Edit, Level, Rule, View


def _find(view: View) -> Iterator[Edit]:
    for j, word in enumerate(view.words):
        if "``" in word.lead or "''" in word.tail:
            lead, tail = word.lead.replace("``", "“"), word.tail.replace("''", "”")
            yield view.show(j, lead + word.core + tail)


RULE = Rule("quotes", Level.VERBATIM, "quotes of two signs become quotation marks", _find)
