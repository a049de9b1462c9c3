"""Plug-ins of other packages, found by their entry points."""

from __future__ import annotations

import pytest
from conftest import InstallPlugin

from subalign import plugins
from subalign.errors import SetupError

GROUP = "subalign.colours"


PAINTS = "RED = 'red'\nBLUE = 3\n"


def test_nothing_is_offered() -> None:
    assert plugins.load("subalign.nothing", str) == {}


def test_an_installed_package_offers_one(install_plugin: InstallPlugin) -> None:
    install_plugin("paints", PAINTS, GROUP, red="RED")
    assert plugins.load(GROUP, str) == {"red": "red"}


def test_another_type_is_refused_with_the_package_named(install_plugin: InstallPlugin) -> None:
    install_plugin("paints", PAINTS, GROUP, blue="BLUE")
    with pytest.raises(SetupError) as caught:
        plugins.load(GROUP, str)
    assert str(caught.value) == (
        "plug-in blue of paints 1.0: is of type int, not builtins.str (update or uninstall paints)"
    )


def test_what_cannot_be_imported_is_refused_with_its_reason(install_plugin: InstallPlugin) -> None:
    install_plugin("paints", PAINTS, GROUP, green="GREEN")
    with pytest.raises(SetupError, match="green of paints 1.0: cannot be imported: .*GREEN"):
        plugins.load(GROUP, str)
