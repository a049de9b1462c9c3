"""Plug-ins of other packages: engines, formats and rules that an installed package offers.

A package offers a plug-in by an entry point in its ``pyproject.toml``::

    [project.entry-points."subalign.formats"]
    ttml = "my_package.ttml:FORMAT"

The groups are ``subalign.engines`` (`subalign.engines.base.Engine`), ``subalign.formats``
(`subalign.formats.base.Format`), ``subalign.rules`` (`subalign.checking.base.Rule`) and
``subalign.cleaning_rules`` (`subalign.cleaning.base.Rule`). A plug-in cannot replace one that
subalign brings itself.
"""

from __future__ import annotations

from functools import cache
from importlib import metadata
from typing import TypeVar

from subalign.errors import SetupError

T = TypeVar("T")


def load(group: str, kind: type[T]) -> dict[str, T]:
    """Return the plug-ins of a group by the names of their entry points, in the order of names.

    Args:
        group: such as ``subalign.formats``.
        kind: the type that each plug-in must have.

    Raises:
        SetupError: a plug-in cannot be imported, or is of another type.
    """
    return {entry.name: _checked(entry, kind) for entry in entries(group)}


@cache
def entries(group: str) -> tuple[metadata.EntryPoint, ...]:
    """Return the entry points of a group, in the order of names. Packages are looked up once."""
    return tuple(sorted(metadata.entry_points(group=group)))


def _checked(entry: metadata.EntryPoint, kind: type[T]) -> T:
    package = f"{entry.dist.name} {entry.dist.version}" if entry.dist else "an installed package"
    where = f"plug-in {entry.name} of {package}"
    hint = f"update or uninstall {entry.dist.name}" if entry.dist else ""
    try:
        plugin = entry.load()
    except Exception as error:  # whatever another package's import raises
        raise SetupError(f"cannot be imported: {error}", where=where, hint=hint) from error
    if not isinstance(plugin, kind):
        what = f"is of type {type(plugin).__name__}, not {kind.__module__}.{kind.__name__}"
        raise SetupError(what, where=where, hint=hint)
    return plugin
