"""JUnit XML, which GitLab, Jenkins and other builders show as test results.

A file is a suite and a rule a case in it. A case fails where the rule finds what the command
fails for: errors and, where it is strict, warnings; other findings are its output. A
rule that needs a recording is skipped where there is none, and one that needs the aligned text
where that was refused. GitLab and Jenkins show one failure for each case, so all findings of a
rule stand in one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from subalign.checking import Rule, all_rules
from subalign.model import Problem, Severity
from subalign.reporting import Checked
from subalign.times import clock


def to_junit(checked: Sequence[Checked], strict: bool) -> str:
    """Return the test suites of all files.

    Args:
        checked: the files.
        strict: whether warnings fail, too.
    """
    root = ET.Element("testsuites", name="subalign check")
    for one in checked:
        _add_suite(root, one, strict)
    failures = sum(int(suite.attrib["failures"]) for suite in root)
    tests = len(checked) * len(all_rules())
    root.attrib.update(tests=str(tests), failures=str(failures), errors="0")
    ET.indent(root, " ")
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _add_suite(root: ET.Element, checked: Checked, strict: bool) -> None:
    name = _plain(checked.path)
    suite = ET.SubElement(root, "testsuite", name=name, tests=str(len(all_rules())), errors="0")
    failures = skipped = 0
    for rule in all_rules():
        case = ET.SubElement(suite, "testcase", classname=name, name=rule.name, file=name, time="0")
        why = _why_skipped(rule, checked)
        if why:
            skipped += 1
            ET.SubElement(case, "skipped", message=_plain(why))
        found = [p for p in checked.problems if p.rule == rule.name]
        if not found:
            continue
        text = "\n".join(_line(p) for p in found)
        if strict or rule.severity is Severity.ERROR:
            failures += 1
            failure = ET.SubElement(
                case, "failure", type=rule.severity.value, message=f"{len(found)} {rule.name}"
            )
            failure.text = text
        else:
            ET.SubElement(case, "system-out").text = text
    suite.attrib.update(failures=str(failures), skipped=str(skipped), time="0")


def _why_skipped(rule: Rule, checked: Checked) -> str:
    if rule.needs_speech and not checked.with_audio:
        return "without a recording"
    return checked.refused if rule.needs_spans else ""


def _line(problem: Problem) -> str:
    return _plain(f"cue {problem.cue} at {clock(problem.time)}: {problem.message}")


def _plain(text: str) -> str:
    not_xml = r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
    return re.sub(not_xml, "\ufffd", text)
