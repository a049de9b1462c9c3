"""What the engines work with inside, for pictures and for fitting: nothing of it is kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any
from unittest import mock


@contextmanager
def calls(module: ModuleType, function: str) -> Iterator[list[tuple[Any, ...]]]:
    """The arguments of each call of a function while the context lasts.

    Args:
        module: the one that calls it.
        function: the name it has there.
    """
    seen: list[tuple[Any, ...]] = []
    called = getattr(module, function)

    def note(*arguments: Any) -> Any:
        seen.append(arguments)
        return called(*arguments)

    with mock.patch.object(module, function, note):
        yield seen
