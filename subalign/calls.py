"""Wrong calls of public functions, reported as errors of this package.

The annotations of a public function say what it takes. `public` checks each call against them,
so that no function has to look at the types of its arguments, and no message repeats their values.
"""

from __future__ import annotations

import contextlib
import functools
import inspect
import numbers
import types
import typing
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from typing import Any, ParamSpec, TypeVar

from subalign.errors import UsageError, nearest

P = ParamSpec("P")
R = TypeVar("R")


def public(function: Callable[P, R]) -> Callable[P, R]:
    """Wrap a public function so that arguments of another name or type raise `UsageError`.

    >>> @public
    ... def greet(name: str, *, loud: bool = False) -> str:
    ...     return name.upper() if loud else name
    >>> greet("Ann", lout=True)
    Traceback (most recent call last):
    subalign.errors.UsageError: greet: there is no argument 'lout' (did you mean loud?)
    >>> greet(5)
    Traceback (most recent call last):
    subalign.errors.UsageError: name: cannot be an int (give a text)
    """
    signature = inspect.signature(function)

    # Names in annotations can be resolved only after the module has been imported, and the type of
    # a result only where its module is needed.
    @functools.cache
    def hints() -> dict[str, Any]:
        given = {k: hint for k, hint in function.__annotations__.items() if k != "return"}
        return typing.get_type_hints(
            types.SimpleNamespace(__annotations__=given), function.__globals__
        )

    @functools.wraps(function)
    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            bound = signature.bind(*args, **kwargs)
        except TypeError as error:
            raise _misuse(function, signature, kwargs, str(error)) from None
        for name, value in bound.arguments.items():
            if name not in hints():
                continue
            held = bound.arguments[name] = _held(value, hints()[name])
            if not fits(held, hints()[name]):
                raise wrong_type(held, name, hints()[name])
        return function(*bound.args, **bound.kwargs)

    return call


def _held(value: object, hint: Any) -> object:
    """Return an iterator or an array as a tuple where any iterable may be given.

    Its members can then be looked at, and a function need not know of either.
    """
    kinds = [typing.get_origin(kind) or kind for kind in (hint, *typing.get_args(hint))]
    if Iterable not in kinds or isinstance(value, Sequence | Set | Mapping):
        return value
    # not every value can be iterated, even where its type says so: an array of shape () cannot
    with contextlib.suppress(TypeError):
        return tuple(value)  # type: ignore[arg-type]
    return value


def _misuse(
    function: Callable[..., object],
    signature: inspect.Signature,
    given: Mapping[str, object],
    problem: str,
) -> UsageError:
    """Return the error of a call whose arguments have no place in a signature."""
    known = [argument for argument in signature.parameters if argument != "self"]
    name = function.__qualname__.removesuffix(".__init__")
    unknown = [argument for argument in given if argument not in known]
    if unknown:
        hint = nearest(unknown[0], known)
        return UsageError(f"there is no argument '{unknown[0]}'", where=name, hint=hint)
    if problem.startswith("too many"):
        by_name = [p.name for p in signature.parameters.values() if p.kind is p.KEYWORD_ONLY]
        hint = f"write the name of each of: {', '.join(by_name)}"
        return UsageError("too many arguments without a name", where=name, hint=hint)
    return UsageError(problem, where=name, hint=f"the arguments are {', '.join(known)}")


def wrong_type(value: object, argument: str, hint: object) -> UsageError:
    """Return the error of an argument of a type that a function does not take.

    Args:
        value: what was given.
        argument: the name of the argument.
        hint: the annotation of the argument.

    >>> print(wrong_type([1, 2], "select", typing.Sequence[str]))
    select: cannot be a list of int (give a list, each a text)
    """
    found = _with_article(type(value).__name__)
    members = [*value.values()] if isinstance(value, dict) else value
    if isinstance(members, list | tuple) and members:
        found += f" of {type(members[0]).__name__}"
    return UsageError(f"cannot be {found}", where=argument, hint=f"give {_described(hint)}")


def _described(hint: Any) -> str:
    """Return the types that an annotation names, in words."""
    origin, members = typing.get_origin(hint), typing.get_args(hint)
    if isinstance(hint, TypeVar):
        members = hint.__constraints__
    elif origin in _WORDS:
        return _WORDS[origin]
    elif origin not in (typing.Union, types.UnionType):
        if _is_path(origin):
            return "a path"
        if origin is Mapping:
            return f"a dict, each value {_described(members[1])}"
        if origin is not None:
            return f"a list, each {_described(members[0])}"
        return _WORDS.get(hint) or _with_article(hint.__name__)
    # A path may be written as a text, so that the text need not be named beside the path.
    paths = any(_is_path(typing.get_origin(kind)) for kind in members)
    kinds = [kind for kind in members if kind is not types.NoneType and not (paths and kind is str)]
    return " or ".join(dict.fromkeys(map(_described, kinds)))


def _is_path(kind: object) -> bool:
    return hasattr(kind, "__fspath__")


def _with_article(name: str) -> str:
    return f"{'an' if name[0] in 'AEIOUaeiou' else 'a'} {name}"


def fits(value: object, hint: Any) -> bool:
    """Return True if a value is of the type that an annotation names.

    The members of lists, tuples, sets and dicts are looked at as well; iterators are not consumed.
    A text is not a sequence of texts, because a list of one text was meant, and bytes are not
    numbers.

    >>> fits(3, float), fits("a", list[str]), fits(["a", 1], typing.Sequence[str]), fits(None, int)
    (True, False, False, False)
    """
    origin, members = typing.get_origin(hint), typing.get_args(hint)
    if isinstance(hint, TypeVar):
        members = hint.__constraints__
    if origin in (typing.Union, types.UnionType) or isinstance(hint, TypeVar):
        return any(fits(value, kind) for kind in members)
    if hint is Any or hint is typing.BinaryIO:
        return hint is Any or hasattr(value, "read")
    if origin is None:
        return isinstance(value, _NUMBERS.get(hint, hint))
    return isinstance(value, origin) and _members_fit(value, members)


def _members_fit(value: object, kinds: tuple[Any, ...]) -> bool:
    if isinstance(value, Mapping) and len(kinds) == 2:
        return all(fits(k, kinds[0]) and fits(v, kinds[1]) for k, v in value.items())
    if isinstance(value, list | tuple | Set):
        return all(fits(member, kinds[0]) for member in value)
    return not isinstance(value, str | bytes | bytearray | Mapping)


_NUMBERS: dict[Any, Any] = {int: numbers.Integral, float: numbers.Real}
"""Numbers of numpy and of the standard library that pass for one of Python's own types."""

_WORDS: dict[Any, str] = {
    str: "a text",
    bytes: "bytes",
    typing.BinaryIO: "an open file",
    bool: "True or False",
    int: "a whole number",
    float: "a number",
    Callable: "a function",
}
"""Names of the types of arguments in messages."""
