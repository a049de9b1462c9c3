"""What holds of every checking rule, and the examples in their docstrings."""

from __future__ import annotations

import re
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from conftest import InstallPlugin
from hypothesis import given
from hypothesis import strategies as st
from webvtt.models import Timestamp

from subalign import checking
from subalign.checking import RULES, CaptionFile, Rule, all_rules, check
from subalign.errors import UsageError
from subalign.formats import named_format
from subalign.model import Cue, Severity, Span, SpeechActivity
from subalign.styles import STYLES, Style, find_style

NETFLIX = find_style("netflix")
WITHOUT_LIMIT = (
    "order",
    "copy",
    "overlap",
    "empty",
    "bad-break",
    "orphan",
    "unbalanced",
    "not-spoken",
)
EACH_RULE = pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)


class Example(NamedTuple):
    rule: Rule
    captions: CaptionFile
    found: list[str]
    """As ``cue 1: message``; empty where the example passes."""


def voice_of(text: str) -> SpeechActivity | None:
    """Where the notes of an example have voice; the recording ends a second after the last."""
    spans = re.findall(r"^NOTE voice (\S+) to (\S+)$", text, re.M)
    if not spans:
        return None
    starts, ends = (tuple(map(parse_clock, edges)) for edges in zip(*spans, strict=True))
    return SpeechActivity(starts, ends, (True,) * len(starts), ends[-1] + 1000)


def parse_clock(text: str) -> int:
    return Timestamp.from_string(text).in_milliseconds()


def said_of(text: str, cues: int) -> tuple[Span | None, ...] | None:
    """When the notes of an example have its cues said: none of them, or each."""
    notes = re.findall(r"^NOTE (?:said (\S+) to (\S+) \((\S+)\)|not said)$", text, re.M)
    assert len(notes) in (0, cues)
    spans = (
        Span(parse_clock(start), parse_clock(end), float(confidence)) if start else None
        for start, end, confidence in notes
    )
    return tuple(spans) or None


EXAMPLE = r"^(PASS|FAIL) \((\w+)(?: at (\d+) fps)?\)::\n((?:\n|    .*\n)+)"


def examples(rule: Rule) -> Iterator[Example]:
    doc = sys.modules[rule.find.__module__].__doc__ or ""
    for kind, style, fps, body in re.findall(EXAMPLE, doc, re.M):
        text, *found = re.split(r"^=> ", textwrap.dedent(body), flags=re.M)
        assert (kind == "FAIL") is bool(found), f"{rule.name}: {body}"
        cues = named_format("vtt").read(f"WEBVTT\n\n{text.strip()}\n", rule.name).cues
        limits, said = find_style(style, float(fps or 0)), said_of(text, len(cues))
        captions = CaptionFile(cues, limits, "en", voice_of(text), said)
        yield Example(rule, captions, [line.strip() for line in found])


EXAMPLES = [example for rule in all_rules() for example in examples(rule)]

cues = st.builds(
    Cue,
    start=st.integers(0, 20_000),
    end=st.integers(0, 20_000),
    lines=st.lists(st.text(max_size=60), max_size=3).map(tuple),
    label=st.sampled_from(["", "Anna:"]),
)
all_cues = st.lists(cues, max_size=6)
styles = st.sampled_from(list(STYLES.values()))


@st.composite
def voices(draw: st.DrawFn) -> SpeechActivity:
    edges = sorted(draw(st.sets(st.integers(0, 20_000), max_size=12)))
    edges = edges[: len(edges) // 2 * 2]
    speechlike = draw(st.lists(st.booleans(), min_size=len(edges) // 2, max_size=len(edges) // 2))
    return SpeechActivity(tuple(edges[::2]), tuple(edges[1::2]), tuple(speechlike), 20_000)


spans = st.builds(
    lambda start, length, confidence: Span(start, start + length, confidence),
    st.integers(0, 20_000),
    st.integers(0, 3_000),
    st.sampled_from([0.0, 0.5, 0.9, 1.0]),
)


@st.composite
def captions_to_check(draw: st.DrawFn) -> CaptionFile:
    found = draw(all_cues)
    said = st.lists(st.none() | spans, min_size=len(found), max_size=len(found))
    return CaptionFile(
        found,
        draw(styles),
        draw(st.sampled_from(["", "en", "de", "ja"])),
        draw(st.none() | voices()),
        draw(st.none() | said),
    )


@pytest.mark.parametrize(
    "example", EXAMPLES, ids=lambda e: f"{e.rule.name}-{e.captions.style.name}"
)
def test_an_example_finds_what_it_says(example: Example) -> None:
    found = [f"cue {f.cue + 1}: {f.message}" for f in example.rule.find(example.captions)]
    assert found == example.found


@pytest.mark.parametrize(
    "example", EXAMPLES, ids=lambda e: f"{e.rule.name}-{e.captions.style.name}"
)
def test_an_example_breaks_no_other_rule(example: Example) -> None:
    s = example.captions
    found = {p.rule for p in check(s.cues, s.style, s.language, s.speech, s.spans)}
    assert found <= ({example.rule.name} if example.found else set())


@EACH_RULE
def test_a_rule_shows_what_passes_and_what_fails(rule: Rule) -> None:
    outcomes = [bool(example.found) for example in EXAMPLES if example.rule is rule]
    assert {True, False} == set(outcomes)


@EACH_RULE
def test_a_finding_gives_value_limit_and_unit_or_the_words(rule: Rule) -> None:
    for line in (line for e in EXAMPLES if e.rule is rule for line in e.found):
        limit, words = re.search(r"at (?:least|most) \d", line), re.search(r"'.+'", line)
        assert rule.name in WITHOUT_LIMIT or limit or (words and rule not in RULES), line
        assert re.search(r"\d [a-z]+|shows no text", line) or words


@EACH_RULE
@given(captions=captions_to_check())
def test_a_rule_is_pure_and_names_cues_that_exist(rule: Rule, captions: CaptionFile) -> None:
    before = list(captions.cues)
    first = list(rule.find(captions))
    assert first == list(rule.find(captions))
    assert captions.cues == before
    assert all(0 <= f.cue < len(before) and f.message and "\n" not in f.message for f in first)


def test_rules_are_registered_once_and_no_module_is_forgotten() -> None:
    names = [rule.name for rule in RULES]
    folder = Path(checking.__file__).parent
    modules = {path.stem for path in folder.glob("*.py")} - {"__init__", "base"}
    assert sorted(names) == sorted(module.replace("_", "-") for module in modules)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", name) for name in names)
    assert all(rule.summary and not rule.summary.endswith(".") for rule in RULES)


@given(found=all_cues, style=styles)
def test_problems_come_by_cue_and_then_by_rule(found: list[Cue], style: Style) -> None:
    problems = check(found, style)
    names = [rule.name for rule in RULES]
    places = [(p.cue, names.index(p.rule)) for p in problems]
    assert places == sorted(places)
    assert all(p.time == found[p.cue - 1].start for p in problems)
    assert all(p.severity is RULES[names.index(p.rule)].severity for p in problems)


def test_only_what_a_player_shows_wrongly_or_a_style_forbids_is_an_error() -> None:
    """What speech may force, and what is judged from words or sound, is a warning."""
    errors = {rule.name for rule in RULES if rule.severity is Severity.ERROR}
    times = {"order", "overlap", "min-duration", "max-duration", "min-gap"}
    assert errors == times | {"copy", "empty", "line-length", "line-count"}


@given(found=all_cues)
def test_times_rules_agree_with_a_direct_reading(found: list[Cue]) -> None:
    """The same rules over every pair and every moment, without sorting."""
    captions = CaptionFile(found, NETFLIX)
    rules = {rule.name: {f.cue for f in rule.find(captions)} for rule in RULES}
    shown = [cue for cue in found if cue.end > cue.start]
    apart = all(
        a is b or a.end + NETFLIX.min_gap <= b.start or b.end + NETFLIX.min_gap <= a.start
        for a in shown
        for b in shown
    )
    if len(shown) == len(found):
        assert apart is not bool(rules["overlap"] | rules["copy"] | rules["min-gap"])
    assert rules["min-duration"] == {i for i, c in enumerate(found) if c.end - c.start < 833}


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_exactly_at_every_limit_nothing_is_wrong(style: Style) -> None:
    full = ("x" * style.line_width,) * style.max_lines
    short = Cue(0, style.min_duration, ("y.",))
    long = Cue(short.end + style.min_gap, short.end + style.min_gap + style.max_duration, full)
    late = Cue(long.end + style.chain, long.end + style.chain + style.min_duration, ("y.",))
    assert check([short, long, late], style) == []
    wider = replace(long, end=long.end + 1, lines=(*full, "x" + full[0]))
    nearer = replace(late, start=long.end)
    broken = {p.rule for p in check([replace(short, end=short.end - 1), wider, nearer], style)}
    assert broken >= {"min-duration", "max-duration", "line-length", "line-count", "overlap"}


@pytest.mark.parametrize(
    ("duration", "found"), [(2050, False), (2049, False), (2045, False), (2044, True)]
)
def test_reading_speed_at_the_limit_to_a_tenth_is_no_problem(duration: int, found: bool) -> None:
    cue = Cue(0, duration, ("Twenty characters is", "forty with this one."))
    assert bool(check([cue], NETFLIX)) is found


def test_labels_count_in_width_and_speed() -> None:
    bare = Cue(0, 2100, ("x" * 42,))
    assert check([bare], NETFLIX) == []
    assert [p.rule for p in check([replace(bare, label="Anna:")], NETFLIX)] == [
        "line-length",
        "reading-speed",
    ]


def test_a_long_cue_overlaps_all_that_it_covers() -> None:
    long = Cue(0, 7000, ("Stays.",))
    inner = [Cue(1000, 2000, ("One.",)), Cue(3000, 4000, ("Two.",)), Cue(7083, 8000, ("Three.",))]
    problems = check([long, *inner], NETFLIX)
    assert [(p.cue, p.rule, p.message) for p in problems] == [
        (2, "overlap", "starts 6000 ms before cue 1 ends"),
        (3, "overlap", "starts 4000 ms before cue 1 ends"),
    ]


def test_no_cues_no_problems() -> None:
    assert check([], NETFLIX) == []


FLASHES = (Cue(1000, 1100, ("It is shown for far too short a time to be read.",)),)


def test_rules_are_selected_and_ignored_by_name() -> None:
    def found(**chosen: Any) -> list[str]:
        return [problem.rule for problem in check(FLASHES, NETFLIX, **chosen)]

    assert found() == ["line-length", "min-duration", "reading-speed"]
    assert found(select=["min-duration", "overlap"]) == ["min-duration"]
    assert found(ignore=["min-duration"]) == ["line-length", "reading-speed"]
    assert found(select=["min-duration", "line-length"], ignore=["line-length"]) == ["min-duration"]
    assert found(select=[]) == []


@pytest.mark.parametrize(
    ("chosen", "says"),
    [
        ({"select": ["min-durtion"]}, "select: no rule 'min-durtion' (did you mean min-duration"),
        ({"ignore": ["order", "colour"]}, "ignore: no rule 'colour' (one of: bad-break, chain,"),
        ({"ignore": "order"}, "ignore: 'order' is a text (write ['order'])"),
        ({"select": "colour"}, "select: no rule 'colour'"),
    ],
)
def test_a_rule_that_does_not_exist_is_refused(chosen: dict[str, Any], says: str) -> None:
    with pytest.raises(UsageError) as error:
        check(FLASHES, NETFLIX, **chosen)
    assert str(error.value).startswith(says)


PLUGIN = '''
from subalign.checking.base import Finding, define_rule
from subalign.model import Severity

@define_rule("no-shouting", Severity.WARNING)
def rule(captions):
    """Nobody shouts."""
    for i, cue in enumerate(captions.cues):
        if cue.text.isupper():
            yield Finding(i, f"{cue.text!r} is shouted")
'''


@pytest.fixture
def shouting(install_plugin: InstallPlugin) -> None:
    """An installed package that brings a rule, and another one under the name of a built-in."""
    second = PLUGIN.replace("no-shouting", "order").replace("def rule", "def order")
    source = PLUGIN + second.split("import Severity")[1]
    install_plugin("manners", source, "subalign.rules", **{"no-shouting": "rule", "order": "order"})


@pytest.mark.usefixtures("shouting")
def test_a_rule_of_another_package_is_found_selected_and_replaces_none() -> None:
    loud = [Cue(1000, 3000, ("GO AWAY!",))]
    assert [rule.name for rule in all_rules()] == [*(rule.name for rule in RULES), "no-shouting"]
    assert all_rules()[-1].summary == "nobody shouts"
    (problem,) = check(loud, NETFLIX)
    assert str(problem) == "cue 1 at 0:01: no-shouting: 'GO AWAY!' is shouted"
    assert check(loud, NETFLIX, ignore=["no-shouting"]) == []
    assert check(loud, NETFLIX, select=["no-shouting"]) == [problem]
