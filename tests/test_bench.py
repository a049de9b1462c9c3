"""What the bench computes itself, and the pages that show it."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest

from bench import tables
from bench.calibration import Rated, fit, held_out

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "alignment.md").read_text("utf-8")


def test_every_picture_is_there_and_small() -> None:
    pictures = re.findall(r"!\[[^\]]+\]\((pictures/\w+\.png)\)", PAGE)
    assert len(pictures) == 10
    for name in pictures:
        assert 2_000 < (ROOT / "docs" / name).stat().st_size < 120_000
    assert len(list((ROOT / "docs" / "pictures").iterdir())) == len(pictures)


def test_the_page_names_modules_that_exist() -> None:
    modules = re.findall(r"`([\w/]+\.py)`", PAGE)
    assert len(modules) >= 15
    for name in modules:
        folders = (ROOT / "subalign" / "acoustics", ROOT / "subalign")
        assert any((folder / name).is_file() for folder in folders), name


def rows(items: int) -> list[Rated]:
    """Starts that are right with a probability of coefficients 0.5 and 2."""
    random = np.random.default_rng(3)
    made = []
    for item in range(items):
        for sign in random.normal(size=400):
            right = random.random() < 1 / (1 + np.exp(-0.5 - 2 * sign))
            made.append(Rated(f"item {item}", "clean", 10 if right else 900, np.array([1.0, sign])))
    return made


def test_the_fit_finds_what_made_the_starts() -> None:
    assert fit(rows(5)) == pytest.approx([0.5, 2.0], abs=0.2)


def test_a_recording_is_judged_by_the_others() -> None:
    some = rows(3)
    sure = held_out(some)
    # one item whose starts are all wrong: the others, which know nothing of it, promise as before
    wrong = [Rated(r.item, r.condition, 900, r.features) if r.item == "item 0" else r for r in some]
    own = np.array([r.item == "item 0" for r in some])
    assert held_out(wrong)[own] == pytest.approx(sure[own])
    assert held_out(wrong)[~own].mean() < sure[~own].mean() - 0.1


def test_tables_are_markdown_in_columns(capsys: pytest.CaptureFixture[str]) -> None:
    tables.show("Title", ["item", "n"], [["a", "10"], ["longer", "7"]])
    assert capsys.readouterr().out == (
        "\nTitle\n\n| item   |  n |\n| ------ | -: |\n| a      | 10 |\n| longer |  7 |\n"
    )
