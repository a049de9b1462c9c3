"""SARIF 2.1.0, which GitHub and other code hosts show beside the lines of a file.

Source: OASIS, Static Analysis Results Interchange Format 2.1.0.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from inspect import cleandoc
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from subalign.checking import all_rules
from subalign.model import Problem
from subalign.reporting import Checked
from subalign.times import clock


def to_sarif(checked: Sequence[Checked], version: str) -> str:
    """Return a SARIF log with one run.

    Args:
        checked: the files.
        version: of subalign.
    """
    described = list(_rules())
    rules = [rule["id"] for rule in described]
    driver = {"name": "subalign", "version": version, "rules": described}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(c, p, rules) for c in checked for p in c.problems],
    }
    home = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os"
    schema = f"{home}/schemas/sarif-schema-2.1.0.json"
    log = {"$schema": schema, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _rules() -> Iterator[dict[str, Any]]:
    for rule in all_rules():
        text = cleandoc(sys.modules[rule.find.__module__].__doc__ or "")
        yield {
            "id": rule.name,
            "shortDescription": {"text": f"{rule.summary[0].upper()}{rule.summary[1:]}."},
            "fullDescription": {"text": " ".join(text.split("\n\nPASS")[0].split())},
            "help": {"text": text},
            "defaultConfiguration": {"level": rule.severity.value},
        }


def _result(checked: Checked, problem: Problem, rules: Sequence[str]) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(checked.path)}}
    if checked.lines:
        place["region"] = {"startLine": checked.lines[problem.cue - 1]}
    where = f"cue {problem.cue} at {clock(problem.time)}"
    return {
        "ruleId": problem.rule,
        "ruleIndex": rules.index(problem.rule),
        "level": problem.severity.value,
        "message": {"text": f"{where}: {problem.message}"},
        "locations": [
            {"physicalLocation": place, "logicalLocations": [{"name": f"cue {problem.cue}"}]}
        ],
    }


def _uri(path: str) -> str:
    pure = PurePath(path)
    return pure.as_uri() if pure.is_absolute() else quote(os.fsencode(pure.as_posix()))
