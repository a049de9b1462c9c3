"""Verbalisation rules, a module for each kind of text that is not said as it is written."""

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


def all_rules(vocabulary: Vocabulary) -> list[VerbalisationRule]:
    """Return the rules of one language, in the order in which they are tried.

    The first rule that accepts a match is taken, so special forms come before general ones:
    a date before a fraction, and a bare number last.
    """
    modules = (addresses, abbreviations, romans, codes, dates, ordinals, quantities)
    return [rule for module in modules for rule in module.rules(vocabulary)]
