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

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module, metadata
from typing import Any, Generic, TypeVar

from subalign.errors import SetupError, UsageError, nearest

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Registry(Generic[T]):
    """All things of one kind by their names: subalign's own, and those of installed packages.

    Each is imported when it is asked for, because engines and formats load large libraries. A
    plug-in cannot replace one of subalign's own.

    Args:
        noun: what one of them is called in messages.
        group: of entry points, such as ``subalign.formats``.
        kind: the type of each.
        built_in: of each of subalign's own, by its name, the module and the variable there
            (``subalign.formats.srt:FORMAT``); in the order of lists.
    """

    noun: str
    group: str
    kind: type[T]
    built_in: Mapping[str, str]

    def names(self) -> tuple[str, ...]:
        """Return all names: first those of subalign's own, then those of plug-ins."""
        plugged_in = (entry.name for entry in entries(self.group))
        return (*self.built_in, *(name for name in plugged_in if name not in self.built_in))

    def find(self, name: str) -> T:
        """Return the one with a name.

        Raises:
            UsageError: there is none; the hint names the near ones.
            SetupError: a plug-in cannot be imported, or is of another type.
        """
        self.check(name)
        if name in self.built_in:
            module, _, variable = self.built_in[name].partition(":")
            found = getattr(import_module(module), variable)
            assert isinstance(found, self.kind)
            return found
        (entry,) = (entry for entry in entries(self.group) if entry.name == name)
        return _load(entry, self.kind)

    def check(self, name: str) -> None:
        """Refuse a name that does not exist, without importing anything.

        Raises:
            UsageError: the hint names the near ones.
        """
        if name not in self.names():
            hint = nearest(name, self.names())
            raise UsageError(f"no {self.noun} {name!r}", where=self.noun, hint=hint)

    def all(self) -> tuple[T, ...]:
        """Return all, in the order of their names.

        Raises:
            SetupError: a plug-in cannot be imported, or is of another type.
        """
        return tuple(map(self.find, self.names()))


@cache
def entries(group: str) -> tuple[metadata.EntryPoint, ...]:
    """Return the entry points of a group, in the order of names. Packages are looked up once.

    Of two packages with the same name for a plug-in, the one found first counts.
    """
    found: dict[str, metadata.EntryPoint] = {}
    for entry in metadata.entry_points(group=group):
        found.setdefault(entry.name, entry)
    return tuple(found[name] for name in sorted(found))


def _load(entry: metadata.EntryPoint, kind: type[T]) -> T:
    package = f"{entry.dist.name} {entry.dist.version}" if entry.dist else "an installed package"
    where = f"plug-in {entry.name} of {package}"
    hint = f"update or uninstall {entry.dist.name}" if entry.dist else ""
    try:
        plugin: Any = entry.load()
    except Exception as error:  # whatever another package's import raises
        raise SetupError(f"cannot be imported: {error}", where=where, hint=hint) from error
    if not isinstance(plugin, kind):
        what = f"is of type {type(plugin).__name__}, not {kind.__module__}.{kind.__name__}"
        raise SetupError(what, where=where, hint=hint)
    if getattr(plugin, "name", "") != entry.name:
        what = f"its value has the name {getattr(plugin, 'name', '')!r}"
        raise SetupError(what, where=where, hint=hint)
    return plugin
