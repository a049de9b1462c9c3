"""A number with a space after its thousands comma becomes one number.

Nobody says "twenty, zero hundred", so a group ``000`` belongs to the figures before it. Any
other group may be a number of its own and is offered.

PASS::

    In 2019, 400 people came, and 20, 30 or 40 stayed.

FAIL::

    It makes 20, 000 a year.
    => It makes 20,000 a year.

OFFER::

    It was about 600. 6, 700 per year.
    => It was about 600, 700 per year.
"""

from __future__ import annotations

from collections.abc import Iterator

from subalign.cleaning.base import Edit, Level, View, define_rule


@define_rule("digit-groups", Level.TIDY)
def rule(view: View) -> Iterator[Edit]:
    """Join a number that is broken at its thousands."""
    words = view.words
    for j in range(len(words) - 1):
        first, second = words[j], words[j + 1]
        if not (first.core.isdigit() and second.core.isdigit() and len(second.core) == 3):
            continue
        if first.tail == "," and second.core == "000" and len(first.core) <= 3:
            yield view.fuse(range(j, j + 2), f"{first.core},{second.core}")
        elif first.tail == "," and j and words[j - 1].core == f"{first.core}00":
            # "600. 6, 700": the recogniser heard "six hundred, seven hundred" as two numbers
            number = words[j - 1]
            if number.tail in (".", ","):
                texts = [f"{number.core},", second.core]
                yield view.say(range(j - 1, j + 2), texts, sure=False)
