"""Plug-ins of other packages, found by their entry points."""

from __future__ import annotations

from fractions import Fraction

import pytest
from conftest import InstallPlugin

from subalign.engines.base import Engine
from subalign.errors import SetupError, UsageError
from subalign.plugins import Registry

GROUP = "subalign.test_engines"
OWN = "subalign.engines.uniform:ENGINE"
SOURCE = """
from subalign.engines.base import Engine
fast = Engine("fast", "no time at all", align=None)
uniform = Engine("uniform", "another one", align=None)
number = 3
"""
REGISTRY = Registry("engine", GROUP, Engine, {"uniform": OWN})


def test_only_our_own_are_there_where_nothing_is_offered() -> None:
    assert REGISTRY.names() == ("uniform",)
    assert REGISTRY.find("uniform").name == "uniform"


def test_an_installed_package_adds_one_and_replaces_none(install_plugin: InstallPlugin) -> None:
    install_plugin("swift", SOURCE, GROUP, fast="fast", uniform="uniform")
    assert REGISTRY.names() == ("uniform", "fast")
    assert [engine.summary[:7] for engine in REGISTRY.all()] == ["time sh", "no time"]


def test_an_unknown_name_is_refused_with_the_near_ones(install_plugin: InstallPlugin) -> None:
    install_plugin("swift", SOURCE, GROUP, fast="fast")
    with pytest.raises(UsageError, match=r"engine: no engine 'fats' \(did you mean fast\?\)"):
        REGISTRY.find("fats")


@pytest.mark.parametrize(
    ("name", "variable", "says"),
    [
        ("number", "number", "is of type int, not subalign.engines.base.Engine"),
        ("quick", "fast", "its value has the name 'fast'"),
        ("slow", "slow", "cannot be imported: module 'swift' has no attribute 'slow'"),
    ],
)
def test_a_faulty_one_is_refused_with_its_package(
    install_plugin: InstallPlugin, name: str, variable: str, says: str
) -> None:
    install_plugin("swift", SOURCE, GROUP, **{name: variable})
    with pytest.raises(SetupError) as caught:
        REGISTRY.find(name)
    assert str(caught.value) == (f"plug-in {name} of swift 1.0: {says} (update or uninstall swift)")


def test_our_own_are_of_the_right_type() -> None:
    registry = Registry("number", GROUP, Fraction, {"uniform": OWN})
    with pytest.raises(AssertionError):
        registry.find("uniform")
