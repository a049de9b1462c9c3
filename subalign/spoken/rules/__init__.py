"""The rules by what they read; the order matters, for the first that matches is taken."""

from __future__ import annotations

from subalign.spoken.rules import (
    abbreviations,
    addresses,
    codes,
    dates,
    ordinals,
    quantities,
    romans,
)
from subalign.spoken.voice import Rule, Voice

_GROUPS = (addresses, abbreviations, romans, codes, dates, ordinals, quantities)


def all_rules(voice: Voice) -> list[Rule]:
    """The rules for the language of ``voice``."""
    return [rule for group in _GROUPS for rule in group.rules(voice)]
