"""Plug-ins of other packages, found by their entry points."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from subalign import plugins
from subalign.errors import SetupError

GROUP = "subalign.colours"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of installed packages, in which a package offers three plug-ins."""
    (tmp_path / "paints.py").write_text("RED = 'red'\nBLUE = 3\n", "utf-8")
    info = tmp_path / "paints-1.2.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: paints\nVersion: 1.2\n", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    yield info
    sys.modules.pop("paints", None)


def offer(site: Path, *lines: str) -> None:
    (site / "entry_points.txt").write_text("\n".join([f"[{GROUP}]", *lines]), "utf-8")


def test_nothing_is_offered() -> None:
    assert plugins.load("subalign.nothing", str) == {}


def test_an_installed_package_offers_one(site: Path) -> None:
    offer(site, "red = paints:RED")
    assert plugins.load(GROUP, str) == {"red": "red"}


def test_another_type_is_refused_with_the_package_named(site: Path) -> None:
    offer(site, "blue = paints:BLUE")
    with pytest.raises(SetupError) as caught:
        plugins.load(GROUP, str)
    assert str(caught.value) == (
        "plug-in blue of paints 1.2: is of type int, not builtins.str (update or uninstall paints)"
    )


def test_what_cannot_be_imported_is_refused_with_its_reason(site: Path) -> None:
    offer(site, "green = paints:GREEN")
    with pytest.raises(SetupError, match="green of paints 1.2: cannot be imported: .*GREEN"):
        plugins.load(GROUP, str)
