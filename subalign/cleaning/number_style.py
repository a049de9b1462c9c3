"""A number that belongs to its unit is offered in figures, and a broken model number as one.

"Hundred-hour weeks" is written "100-hour weeks" by most styles (Netflix English guide: figures
above ten), but it is a choice. "H 100s" may be a product or a unit.

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

from subalign.cleaning.base import Edit, Level, Rule, View

_NUMBERS = {
    "eleven": 11, "twelve": 12, "fifteen": 15, "sixteen": 16, "eighteen": 18, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90, "hundred": 100, "thousand": 1000,
}  # fmt: skip
_UNITS = frozenset("second minute hour day week month year mile page person man ton dollar".split())
_FIGURES = re.compile(r"\d{2,4}s?")
_MODELS = frozenset("BCDEFGHJKLMNOPQRSTUVWXYZ")
"""Single capitals that are no words."""


def _find(view: View) -> Iterator[Edit]:
    for j in range(len(view.words) - 1):
        first, second = view.words[j], view.words[j + 1]
        if first.tail:
            continue
        if first.key in _NUMBERS and second.key in _UNITS and _has_noun(view, j + 1):
            yield view.fuse(range(j, j + 2), f"{_NUMBERS[first.key]}-{second.core}", False)
        elif first.core in _MODELS and _FIGURES.fullmatch(second.core):
            yield view.fuse(range(j, j + 2), first.core + second.core, False)


def _has_noun(view: View, j: int) -> bool:
    following = view.words[j + 1].key if j + 1 < len(view.words) else ""
    return not view.words[j].tail and following.endswith("s")


RULE = Rule(
    "number-style", Level.TIDY, "figures for measures are offered", _find, ("en",), offers=True
)
