"""Two hyphens become a dash.

Typists write ``--`` for a dash (The Chicago Manual of Style, 6.91). Which of them to show is a
matter of style, so only the level ``clean`` changes it.

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

from subalign.cleaning.base import Edit, Level, View, define_rule


@define_rule("dashes", Level.CLEAN)
def rule(view: View) -> Iterator[Edit]:
    """Turn two hyphens into a dash."""
    for j in range(len(view.words)):
        shown = view.token(j).shown
        if "--" in shown and "://" not in shown:
            yield view.show(j, re.sub(r"(?<!-)--(?!-)", "—", shown))
