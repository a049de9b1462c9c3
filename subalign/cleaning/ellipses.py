"""An ellipsis has three dots.

Two dots are a slip: at the end of a sentence for one dot, inside a sentence for three. Four dots
stay, because books set an ellipsis and a period so.

PASS::

    Well... I don't know.... Maybe…

FAIL::

    Well.. i don't know.. Maybe not..
    => Well... i don't know. Maybe not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from subalign.cleaning.base import Edit, Level, View, define_rule


@define_rule("ellipses", Level.TIDY)
def rule(view: View) -> Iterator[Edit]:
    """Turn two dots into one or three."""
    two_dots = re.compile(r"(?<!\.)\.\.(?!\.)")
    for j, word in enumerate(view.words):
        if word.key and two_dots.search(word.tail):
            following = view.words[j + 1].core if j + 1 < len(view.words) else ""
            dots = "..." if following[:1].islower() else "."
            yield view.show(j, word.lead + word.core + two_dots.sub(dots, word.tail))
