"""The examples beside the weights are examples of them."""

from __future__ import annotations

import ast
import re
from dataclasses import fields
from itertools import pairwise
from pathlib import Path

import pytest

from subalign.grammar import find_grammar
from subalign.languages.base import Role
from subalign.model import Break, Word
from subalign.segmenting import weights as w
from subalign.segmenting.analysis import TextAnalysis
from subalign.segmenting.pieces import split_pieces
from subalign.segmenting.scoring import BreakScorer
from subalign.segmenting.weights import BreakScore, BreakWeights, LayoutCosts, RoleScore
from subalign.styles import STYLES

WEIGHTS = BreakWeights()
EXAMPLE = re.compile(r'"([^"]*\|[^"]*)"')


def documented(kind: type) -> list[tuple[str, str]]:
    """Names and explanations of all fields of a class of weights."""
    module = ast.parse(Path(w.__file__).read_text("utf-8"))
    (body,) = (
        n.body for n in module.body if isinstance(n, ast.ClassDef) and n.name == kind.__name__
    )
    return [
        (ast.unparse(a.target), " ".join(b.value.value.split()))
        for a, b in pairwise(body)
        if isinstance(a, ast.AnnAssign)
        and isinstance(b, ast.Expr)
        and isinstance(b.value, ast.Constant)
        and isinstance(b.value.value, str)
    ]


def found(example: str) -> list[BreakScore]:
    """Return the score of each rule for the boundary at ``|``.

    It stands far from the ends of the sentence, except of one that the example begins or ends.
    """
    language, _, text = example.rpartition(": ") if example[2:4] == ": " else ("en", "", example)
    before, after = (side.split() for side in text.split("|"))
    lead = [] if before[0][0].isupper() else "one two three".split()
    rest = [] if after[-1].endswith(".") else "somewhere near home at noon".split()
    texts = [*lead, *before, *after, *rest]
    ends = [text[-1] in ".?" for text in texts]
    words = [
        Word(text, 300 * i, 300 * i + 300, ends=Break.SENTENCE if end else Break.NONE)
        for i, (text, end) in enumerate(zip(texts, ends, strict=True))
    ]
    parts = split_pieces(words, STYLES["netflix"])
    analysis = TextAnalysis(parts, find_grammar(language), STYLES["netflix"], WEIGHTS)
    return [rule(len(lead) + len(before)) for rule in BreakScorer(analysis, WEIGHTS).rules]


@pytest.mark.parametrize(
    ("name", "example"),
    [(n, e) for n, doc in documented(BreakWeights) for e in EXAMPLE.findall(doc)],
)
def test_the_example_of_a_weight(name: str, example: str) -> None:
    assert getattr(WEIGHTS, name) in found(example)


@pytest.mark.parametrize("entry", [*WEIGHTS.starts_phrase, *WEIGHTS.needs_next])
def test_the_example_of_a_role(entry: RoleScore) -> None:
    assert entry.score in found(entry.example)


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.SUBORDINATOR, Role.SUBJECT])
def test_after_a_comma_what_starts_a_phrase_counts_less(role: Role) -> None:
    (entry,) = (e for e in WEIGHTS.starts_phrase if e.role is role)
    percent = WEIGHTS.starts_phrase_after_comma_percent
    text = entry.example.replace(" |", ", |")
    assert BreakScore(*(part * percent // 100 for part in entry.score)) in found(text)
    assert entry.score not in found(text)


@pytest.mark.parametrize(
    ("example", "needs"),
    [
        ("people said it is possible | to stay", False),
        ("people saw the public | halls", True),
        ("people sang for you | in halls", False),
        ("people wanted to see it | in halls", False),
        ("people sang before you | arrived", True),
        ("people say they think it | may rain", True),
    ],
)
def test_a_word_needs_the_next_one_only_in_some_places(example: str, needs: bool) -> None:
    roles = (Role.MODIFIER, Role.SUBJECT)
    heavy = {entry.score for entry in WEIGHTS.needs_next if entry.role in roles}
    assert bool(heavy & set(found(example))) is needs


@pytest.mark.parametrize("kind", [BreakWeights, LayoutCosts])
def test_every_weight_is_explained(kind: type[BreakWeights | LayoutCosts]) -> None:
    assert [name for name, _ in documented(kind)] == [field.name for field in fields(kind)]
