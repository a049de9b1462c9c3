"""The examples beside the weights are examples of them."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from subalign.grammar.lexicon import lexicon
from subalign.languages.base import Role
from subalign.model import Break, Word
from subalign.segmenting import evidence
from subalign.segmenting import weights as w
from subalign.segmenting.pieces import pieces
from subalign.segmenting.reading import Reading
from subalign.segmenting.weights import Pull
from subalign.styles import STYLES

SOURCE = ast.parse(Path(w.__file__).read_text("utf-8"))
EXAMPLE = re.compile(r'"([^"]*\|[^"]*)"')


def documented() -> list[tuple[str, str]]:
    """Names and explanations of all weights."""
    pairs = zip(SOURCE.body, SOURCE.body[1:], strict=False)
    return [
        (ast.unparse(a.targets[0] if isinstance(a, ast.Assign) else a.target), b.value.value)
        for a, b in pairs
        if isinstance(a, ast.Assign | ast.AnnAssign)
        and isinstance(b, ast.Expr)
        and isinstance(b.value, ast.Constant)
        and isinstance(b.value.value, str)
    ]


def found(example: str) -> list[Pull]:
    """What the rules say of the boundary at ``|``.

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
    reading = Reading(pieces(words, STYLES["netflix"]), lexicon(language), STYLES["netflix"])
    return [rule(reading, len(lead) + len(before)) for rule in evidence.RULES]


@pytest.mark.parametrize(
    ("name", "example"), [(n, e) for n, doc in documented() for e in EXAMPLE.findall(doc)]
)
def test_the_example_of_a_weight(name: str, example: str) -> None:
    assert getattr(w, name) in found(example)


@pytest.mark.parametrize("role", w.OPENS)
def test_the_example_of_a_word_that_opens(role: Role) -> None:
    assert w.OPENS[role] in found(w.OPENING[role])


@pytest.mark.parametrize("role", w.LEANS)
def test_the_example_of_a_word_that_leans(role: Role) -> None:
    assert w.LEANS[role] in found(w.LEANING[role])


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.SUBORDINATOR, Role.SUBJECT])
def test_after_a_comma_what_opens_counts_less(role: Role) -> None:
    full, text = w.OPENS[role], w.OPENING[role].replace(" |", ", |")
    assert Pull(*(part * w.AFTER_COMMA // 100 for part in full)) in found(text)
    assert full not in found(text)


@pytest.mark.parametrize(
    ("example", "leans"),
    [
        ("people said it is possible | to stay", False),
        ("people saw the public | halls", True),
        ("people sang for you | in halls", False),
        ("people wanted to see it | in halls", False),
        ("people sang before you | arrived", True),
        ("people say they think it | may rain", True),
    ],
)
def test_a_word_leans_on_what_it_needs(example: str, leans: bool) -> None:
    heavy = {w.LEANS[role] for role in (Role.MODIFIER, Role.SUBJECT)}
    assert bool(heavy & set(found(example))) is leans


def test_every_weight_is_explained() -> None:
    names = {name for name in vars(w) if name.isupper()}
    assert {name for name, _ in documented()} == names
    assert set(w.OPENING) == set(w.OPENS)
    assert set(w.LEANING) == set(w.LEANS)


def test_weights_are_round() -> None:
    pulls = [v for v in vars(w).values() if isinstance(v, Pull)]
    pulls += [*w.OPENS.values(), *w.LEANS.values()]
    assert all(part % 5 == 0 for pull in pulls if pull != w.PAUSE for part in pull)
