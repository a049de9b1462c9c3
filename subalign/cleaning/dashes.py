"""Two hyphens become a dash.

A typist's ``--`` stands for a dash (The Chicago Manual of Style, 6.91). It is a matter of style,
so only the level ``clean`` changes it.

PASS::

    Well -- I mean it--really.

PASS (clean)::

    A well-known end-to-end test - yes.

FAIL (clean)::

    Well -- not really--no.
    => Well — not really—no.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from subalign.cleaning.base import Edit, View


def find(view: View) -> Iterator[Edit]:
    """Find two hyphens that are no part of an address or of a longer line of hyphens."""
    for j in range(len(view.words)):
        shown = view.token(j).shown
        if "--" in shown and "://" not in shown:
            yield view.show(j, re.sub(r"(?<!-)--(?!-)", "—", shown))
