"""Commands that take from settings files what the command line does not say."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand

from subalign.errors import InputError, SetupError, SubalignError, UsageError
from subalign.styles import look_up

if TYPE_CHECKING:
    from subalign.cleaning import Glossary
    from subalign.settings import Settings


class Configured(TyperCommand):
    """A command whose options may stand in ``subalign.toml`` and ``episode.toml``.

    The settings are the context's ``obj``. Errors about a value name the file it stands in.
    """

    def invoke(self, ctx: Any) -> Any:
        """Fill in the options that were not given, and run."""
        from subalign.settings import find_settings

        transcript = ctx.params.get("transcript")
        found = ctx.obj = find_settings(Path.cwd(), Path(transcript) if transcript else None)
        filled = _fill(self, ctx, found)
        try:
            _take_own_style(ctx, found)
            return super().invoke(ctx)
        except SubalignError as error:
            option = _option_of(self, error)
            if option in filled:
                # a wrong value in a file is wrong input, not wrong usage of the command line
                kind = InputError if isinstance(error, UsageError) else type(error)
                raise kind(error.what, where=filled[option], hint=error.hint) from None
            if option:
                raise type(error)(error.what, where=option, hint=error.hint) from None
            raise


def _option_of(command: TyperCommand, error: SubalignError) -> str:
    """Return the option that stands for the argument of the library that an error names, such as
    ``--style`` for ``style``; empty where it names a file or no option."""
    if isinstance(error, UsageError | SetupError):
        for param in command.params:
            option = _long_option(param)
            if option and error.where in (param.name, option.lstrip("-"), option):
                return option
    return ""


def _long_option(param: Any) -> str:
    return next((opt for opt in param.opts if opt.startswith("--")), "")


def _fill(command: TyperCommand, ctx: Any, found: Settings) -> dict[str, str]:
    """Put settings into parameters that were not given; return their sources by option."""
    filled = {}
    for param in command.params:
        option = _long_option(param)
        value = found.values.get(option.lstrip("-"))
        # an episode has a list of outputs, its captions; the output of "clean" is one other file
        other = isinstance(value, list) is not getattr(param, "multiple", False)
        if value is None or other or was_given(ctx, str(param.name)):
            continue
        ctx.params[param.name] = value
        filled[option] = found.places[option.lstrip("-")]
    return filled


def _take_own_style(ctx: Any, found: Settings) -> None:
    """Replace the name of a style of the settings files by the style; others are found by name."""
    if not found.tables:
        return
    styles, name = found.styles(), ctx.params.get("style")
    chosen = look_up(name, styles) if name else None
    if name in found.tables:
        ctx.params["style"] = chosen


def was_given(ctx: typer.Context, name: str) -> bool:
    """Return True if the parameter ``name`` was given on the command line."""
    source = ctx.get_parameter_source(name)
    return source is not None and source.name == "COMMANDLINE"


def glossary(ctx: typer.Context, path: str) -> Glossary:
    """Return the spellings of the glossary file, and after them those of the settings files.

    Raises:
        InputError: the file is missing or malformed.
    """
    from subalign.inputs import as_glossary

    names: Glossary = ctx.obj.names
    return as_glossary(path).over(names)
