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
from subalign.spoken.rules.base import VerbalisationRule
from subalign.spoken.vocabulary import Vocabulary

_GROUPS = (addresses, abbreviations, romans, codes, dates, ordinals, quantities)


def all_rules(vocabulary: Vocabulary) -> list[VerbalisationRule]:
    """The rules for the language of ``vocabulary``."""
    return [rule for group in _GROUPS for rule in group.rules(vocabulary)]
