"""Evaluation of times against a reference, and of captions against those of a person.

`evaluate` compares two files that were read by `from_captions` or `parse_labels`.
"""

from __future__ import annotations

from subalign.evaluating.items import Timed, from_captions
from subalign.evaluating.labels import is_labels, parse_labels
from subalign.evaluating.measures import Wanted, measures_of_file, measures_of_unit, parse_wanted
from subalign.evaluating.report import Report, evaluate

__all__ = [
    "Report",
    "Timed",
    "Wanted",
    "evaluate",
    "from_captions",
    "is_labels",
    "measures_of_file",
    "measures_of_unit",
    "parse_labels",
    "parse_wanted",
]
