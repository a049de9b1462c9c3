"""An ellipsis has three dots.

Two dots are a slip for one or for three; where a sentence ends one is right, in its middle
three. Four are three and a period, as books set them, and stay.

PASS::

    Well... I don't know.... Maybe…

FAIL::

    Well.. i don't know.. Maybe not..
    => Well... i don't know. Maybe not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from subalign.cleaning.base import Edit, Level, Rule, View

_TWO = re.compile(r"(?<!\.)\.\.(?!\.)")


def _find(view: View) -> Iterator[Edit]:
    for j, word in enumerate(view.words):
        if word.key and _TWO.search(word.tail):
            following = view.words[j + 1].core if j + 1 < len(view.words) else ""
            dots = "..." if following[:1].islower() else "."
            yield view.show(j, word.lead + word.core + _TWO.sub(dots, word.tail))


RULE = Rule("ellipses", Level.TIDY, "two dots become one or three", _find)
