"""Figures are offered for a number word with a unit, and one word for a model number in pieces.

Most styles write "100-hour weeks" for "hundred-hour weeks" (the Netflix style guide for English has
figures above ten), but that is a choice. "H 100s" may be a product or a unit.

PASS::

    It took a hundred hours. They are 10-hour weeks.

OFFER::

    We had true hundred hour weeks.
    => We had true 100-hour weeks.

OFFER::

    It needs H 100s now.
    => It needs H100s now.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from subalign.cleaning.base import Edit, Level, View, define_rule

_NUMBERS = {
    "eleven": 11, "twelve": 12, "fifteen": 15, "sixteen": 16, "eighteen": 18, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90, "hundred": 100, "thousand": 1000,
}  # fmt: skip
"""Number words above ten with their figures."""


@define_rule("number-style", Level.TIDY, languages=("en",), offers=True)
def rule(view: View) -> Iterator[Edit]:
    """Offer figures for measures."""
    units = "second minute hour day week month year mile page person man ton dollar".split()
    for j in range(len(view.words) - 1):
        first, second = view.words[j], view.words[j + 1]
        if first.tail:
            continue
        if first.key in _NUMBERS and second.key in units and _has_noun(view, j + 1):
            shown = f"{_NUMBERS[first.key]}-{second.core}"
            yield view.fuse(range(j, j + 2), shown, sure=False)
        elif _is_lone_capital(first.core) and re.fullmatch(r"\d{2,4}s?", second.core):
            yield view.fuse(range(j, j + 2), first.core + second.core, sure=False)


def _has_noun(view: View, j: int) -> bool:
    """Return True if a plural noun follows the unit at ``j``."""
    return not view.words[j].tail and view.key(j + 1).endswith("s")


def _is_lone_capital(core: str) -> bool:
    """Return True for a single capital that is not a word, as "A" and "I" are."""
    return len(core) == 1 and "B" <= core <= "Z" and core != "I"
