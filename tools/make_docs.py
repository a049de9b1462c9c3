"""Writes the pages of ``docs/`` that come from the code: ``python tools/make_docs.py``."""

from __future__ import annotations

import runpy
import sys
from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path
from types import ModuleType
from typing import Any

from typer.core import TyperGroup
from typer.main import get_command

from subalign import cleaning, settings
from subalign.checking import all_rules
from subalign.cleaning.word_sets import listed_languages
from subalign.cli import app
from subalign.formats import list_formats
from subalign.styles import LIMITS, STYLES

DOCS = Path(__file__).resolve().parents[1] / "docs"
CAPTIONS_PAGE = Path(__file__).with_name("captions_page.py")
MADE = "<!-- made by make docs: change the code, not this page -->"


def pages() -> dict[str, str]:
    """The text of each page by its file name."""
    made = {
        "captions.md": runpy.run_path(str(CAPTIONS_PAGE))["page"](),
        "checks.md": _checks(),
        "cleaning.md": _cleaning(),
        "cli.md": _commands(),
        "formats.md": _formats(),
        "settings.md": ["# Settings files\n", _markdown(settings)],
        "styles.md": _styles(),
    }
    return {name: "\n".join([MADE, *lines]).rstrip() + "\n" for name, lines in made.items()}


def _checks() -> Iterator[str]:
    yield "# What `subalign check` looks for\n"
    yield "Errors are what a player shows wrongly or a style forbids. Warnings are what speech"
    yield "itself may break, and what is judged from words or sound. In Python, `check` takes the"
    yield "names of rules to run (`select`) or to leave out (`ignore`). An installed package adds"
    yield "rules of its own by entry points of the group `subalign.rules`. In each example, PASS"
    yield "shows captions that the rule accepts, and FAIL captions with the problems after `=>`."
    for rule in all_rules():
        needs = ", needs the recording" if rule.needs_speech else ""
        kind = f"{rule.severity.value.capitalize()}{needs}"
        yield f"\n## {rule.name}\n\n{kind}: {rule.summary}.\n"
        yield _markdown(sys.modules[rule.find.__module__])


def _cleaning() -> Iterator[str]:
    yield "# What cleaning does\n"
    yield "Cleaning runs these rules in this order, and repeats them until no rule changes"
    yield "anything. A rule runs at its level and at the levels above it. A text under PASS stays"
    yield "as it is. A text under FAIL becomes what stands after `=>`. A change under OFFER is"
    yield "only proposed, by `subalign clean --review`."
    for rule in cleaning.all_rules():
        codes = listed_languages() if rule.needs_lists else sorted(rule.languages)
        languages = ", ".join(codes) or "every language"
        yield f"\n## {rule.name}\n\nLevel `{rule.level.value}`, {languages}.\n"
        yield _markdown(sys.modules[rule.find.__module__])


def _formats() -> Iterator[str]:
    yield "# File formats"
    for form in list_formats():
        yield f"\n## {form.name} ({', '.join(form.suffixes)})\n\n{form.summary}\n"
        yield _markdown(sys.modules[form.read.__module__])


def _styles() -> Iterator[str]:
    yield "# Styles\n\nTimes in ms, widths in columns, `max_cps` in characters per second."
    for style in STYLES.values():
        yield f"\n## {style.name}\n\n{style.summary}.\n\n| limit | value | source |\n|---|---|---|"
        for limit in LIMITS:
            yield f"| `{limit}` | {getattr(style, limit)} | {style.source(limit)} |"


def _commands() -> Iterator[str]:
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    yield f"# The command line\n\n{_paragraphs(group)}\n\n{_parameters(group)}"
    for name, command in _flattened(group):
        yield " ".join(["\n## subalign", name, *(_argument(p) for p in _arguments(command))])
        yield f"\n{_paragraphs(command)}\n\n{_parameters(command)}"


def _flattened(group: TyperGroup, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Yield each command with its full name, such as ``cache clear``."""
    for name, command in group.commands.items():
        if isinstance(command, TyperGroup):
            yield from _flattened(command, f"{prefix}{name} ")
        else:
            yield f"{prefix}{name}", command


def _paragraphs(command: Any) -> str:
    blocks = cleandoc(command.help or "").split("\n\n")
    return "\n\n".join(f"    {b}" if b.startswith("subalign ") else b for b in blocks)


def _arguments(command: Any) -> list[Any]:
    return [p for p in command.params if p.param_type_name == "argument"]


def _argument(parameter: Any) -> str:
    name = parameter.metavar or str(parameter.name).upper()
    return name if parameter.required else f"[{name}]"


def _parameters(command: Any) -> str:
    rows = ["| | | default |", "|---|---|---|"]
    for parameter in command.params:
        argument = parameter.param_type_name == "argument"
        names = [_argument(parameter)] if argument else parameter.opts + parameter.secondary_opts
        default = f"`{parameter.default}`" if parameter.default else ""
        code = ", ".join(f"`{name}`" for name in names)
        text = (parameter.help or "").replace("|", "\\|")
        rows.append(f"| {code} | {text} | {default} |")
    return "\n".join(rows) if len(rows) > 2 else ""


def _markdown(module: ModuleType) -> str:
    """Its docstring: ``::`` and doctests are what Markdown writes in another way."""
    text = (module.__doc__ or "").strip().replace("::\n", ":\n")
    blocks = text.split("\n\n")
    return "\n\n".join(f"```pycon\n{b}\n```" if b.startswith(">>>") else b for b in blocks)


if __name__ == "__main__":
    DOCS.mkdir(exist_ok=True)
    for name, text in pages().items():
        (DOCS / name).write_text(text, "utf-8")
        print(f"docs/{name}")
