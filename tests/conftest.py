"""Settings of all tests: repeatable examples, no network, and the recordings that few have."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

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
