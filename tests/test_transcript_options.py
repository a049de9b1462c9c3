"""ParsingOptions: each threshold decides what a text is taken for."""

from __future__ import annotations

import copy
import pickle
from dataclasses import fields, replace
from typing import Any

import pytest

from subalign.errors import UsageError
from subalign.model import Transcript
from subalign.transcript import ParsingOptions, parse_transcript

DEFAULT = ParsingOptions()
WRAPPED = "The lines of this text are cut by\nhand where the editor met\nPeter who had no room"
CAPITALS = "ONE TWO THREE FOUR\nFIVE SIX\nSEVEN EIGHT NINE TEN\nELEVEN TWELVE ONE"
CASES: list[tuple[str, str, dict[str, Any]]] = [
    (
        "two clock times at line starts",
        "0:01 It begins\n0:05 and it goes on\nuntil the end",
        {"min_timestamped_lines": 2},
    ),
    (
        "one label in two paragraphs",
        "Anna: It begins.\n\nWe went on.\n\nBen: So it ends.\n\nIt did.\n\nIndeed.",
        {"min_labelled_share": 0.4},
    ),
    ("lines of forty characters", WRAPPED, {"max_wrapped_columns": 30}),
    ("one line of two in lower case", WRAPPED, {"min_run_on_share": 0.6}),
    ("lines with room for more", CAPITALS, {"min_filled_share": 0.3}),
    (
        "two sentences of three in lower case",
        "it begins. it goes on. It ends here.",
        {"max_lowercase_share": 0.5},
    ),
    ("seventy words without a stop", "word " * 70, {"max_sentence_words": 60}),
    ("more words than a sentence has", "word " * 200, {"min_cut_words": 50}),
    ("more words than a sentence has", "word " * 200, {"max_cut_words": 30}),
]


def parse(text: str, options: ParsingOptions) -> Transcript:
    return parse_transcript(text, options=options)


def test_every_threshold_has_a_case() -> None:
    assert {name for _, _, change in CASES for name in change} == {f.name for f in fields(DEFAULT)}


@pytest.mark.parametrize(
    ("text", "change"), [(text, change) for _, text, change in CASES], ids=[c[0] for c in CASES]
)
def test_each_threshold_decides(text: str, change: dict[str, Any]) -> None:
    made = parse(text, replace(DEFAULT, **change))
    assert made.tokens != parse(text, DEFAULT).tokens
    assert made.source == text


def test_without_options_the_defaults_hold() -> None:
    for _, text, _ in CASES:
        assert parse_transcript(text) == parse(text, DEFAULT)


def test_no_sentence_is_longer_than_allowed() -> None:
    options = ParsingOptions(max_sentence_words=10, min_cut_words=3, max_cut_words=6)
    made = parse("word " * 200, options)
    assert max(map(len, made.sentences())) <= 10


def test_options_pickle_copy_hash_and_compare() -> None:
    changed = replace(DEFAULT, max_sentence_words=99)
    assert pickle.loads(pickle.dumps(changed)) == copy.deepcopy(changed) == changed != DEFAULT
    assert hash(ParsingOptions()) == hash(DEFAULT)


@pytest.mark.parametrize(
    "change", [{"min_cut_words": 0}, {"min_cut_words": 61}, {"max_sentence_words": 59}], ids=str
)
def test_numbers_of_words_must_fit_together(change: dict[str, Any]) -> None:
    with pytest.raises(UsageError, match="max_cut_words"):
        ParsingOptions(**change)
