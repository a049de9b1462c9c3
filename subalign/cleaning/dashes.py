"""Two hyphens become a dash.

A typist's ``--`` stands for a dash (The Chicago Manual of Style, 6.91). It is a matter of style,
so only ``clean`` does it.

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

from subalign.cleaning.base import Edit, Level, Rule, View

_HYPHENS = re.compile(r"(?<!-)--(?!-)")


def _find(view: View) -> Iterator[Edit]:
    for j, at in enumerate(view.at):
        shown = view.tokens[at].shown
        if "--" in shown and "://" not in shown:
            yield view.show(j, _HYPHENS.sub("—", shown))


RULE = Rule("dashes", Level.CLEAN, "two hyphens become a dash", _find)
