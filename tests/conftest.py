"""Settings of all tests: repeatable examples, no network, and the recordings that few have."""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest
from hypothesis import HealthCheck, settings

from subalign import plugins

ROOT = Path(__file__).resolve().parents[1]
_EPISODES = ROOT.parent / "shared" / "data" / "episodes"
needs_onnx = pytest.mark.skipif(
    not all(map(importlib.util.find_spec, ("onnx", "onnxruntime"))),
    reason="the engine ctc is not installed: pip install 'subalign[neural]' onnx",
)

_HERE = (None, "", "localhost", "127.0.0.1", "::1")

# The same examples in every run; a slow or busy machine is no failure. To search for more:
# SUBALIGN_EXAMPLES=5000 make fast
settings.register_profile(
    "repeatable",
    derandomize=True,
    deadline=None,
    max_examples=int(os.environ.get("SUBALIGN_EXAMPLES", "60")),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("repeatable")


def _refuse_network(event: str, args: tuple[object, ...]) -> None:
    host: object = None
    if event == "socket.getaddrinfo":
        host = args[0]
    elif event == "socket.connect" and isinstance(args[1], tuple):
        host = args[1][0]
    if host not in _HERE:
        raise PermissionError(f"subalign works offline, and this asks for {host!r}")


sys.addaudithook(_refuse_network)


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test finds what another one, or the user, has kept."""
    monkeypatch.setenv("SUBALIGN_CACHE", str(tmp_path_factory.mktemp("cache")))


class InstallPlugin(Protocol):
    """Function that installs a package with one module for the length of a test."""

    def __call__(self, module: str, source: str, group: str, **plugins: str) -> None:
        """Install a package that offers plug-ins, each by the name of a variable in its module."""


@pytest.fixture
def install_plugin(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[InstallPlugin]:
    folder = tmp_path_factory.mktemp("site")
    modules = []

    def install(module: str, source: str, group: str, **offered: str) -> None:
        modules.append(module)
        (folder / f"{module}.py").write_text(source, "utf-8")
        info = folder / f"{module}-1.0.dist-info"
        info.mkdir()
        metadata = f"Metadata-Version: 2.1\nName: {module}\nVersion: 1.0\n"
        (info / "METADATA").write_text(metadata, "utf-8")
        lines = [f"{name} = {module}:{variable}" for name, variable in offered.items()]
        (info / "entry_points.txt").write_text("\n".join([f"[{group}]", *lines]), "utf-8")
        monkeypatch.syspath_prepend(str(folder))
        plugins.entries.cache_clear()

    yield install
    for module in modules:
        sys.modules.pop(module, None)
    plugins.entries.cache_clear()


@pytest.fixture(scope="session")
def episodes() -> Path:
    """The folder of real recordings with reference times; its tests count as slow."""
    if not _EPISODES.is_dir():
        pytest.skip("the reference recordings are not here (../shared/data/episodes)")
    return _EPISODES


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "episodes" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.slow)
