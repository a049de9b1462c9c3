"""What holds of every cleaning rule, and the examples in their docstrings."""

from __future__ import annotations

import importlib
import re
import sys
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
from conftest import InstallPlugin
from hypothesis import given
from hypothesis import strategies as st

from subalign import cleaning
from subalign.cleaning import (
    RULES,
    Level,
    Rule,
    all_rules,
    clean,
    normalise,
    parse_decisions,
    parse_glossary,
    readable,
    review,
    suggest,
)
from subalign.cleaning.word_sets import find_word_sets, listed_languages
from subalign.errors import InputError, UsageError
from subalign.model import Break, Token, Transcript
from subalign.transcript import parse_transcript

GLOSSARY = parse_glossary("GPT-4 = GPD for, GPT four\nCybertruck")
EACH_RULE = pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])


class Example(NamedTuple):
    rule: Rule
    kind: str
    level: Level
    language: str
    text: str
    result: str


def examples(rule: Rule) -> Iterator[Example]:
    doc = sys.modules[rule.find.__module__].__doc__ or ""
    pattern = r"^(PASS|FAIL|OFFER)(?: \(([\w, ]+)\))?::\n((?:\n|    .*\n)+)"
    for kind, options, body in re.findall(pattern, doc, re.M):
        chosen = options.split(", ") if options else []
        levels = [Level(option) for option in chosen if option in set(Level)]
        codes = [option for option in chosen if option not in set(Level)]
        text, *results = re.split(r"^=> ", textwrap.dedent(body).strip(), flags=re.M)
        assert (kind == "PASS") is not bool(results), f"{rule.name}: {body}"
        yield Example(
            rule,
            kind,
            levels[0] if levels else Level.TIDY,
            codes[0] if codes else "en",
            text.strip(),
            (results or [text])[0].strip(),
        )


EXAMPLES = [example for rule in RULES for example in examples(rule)]
EACH_EXAMPLE = pytest.mark.parametrize(
    "example", EXAMPLES, ids=lambda e: f"{e.rule.name}-{e.kind}-{e.language}"
)


def one_line(text: str) -> str:
    return " ".join(text.split())


def cleaned(example: Example) -> Transcript:
    made = parse_transcript(example.text, language=example.language)
    return clean(made, example.level, example.language, GLOSSARY)


@EACH_EXAMPLE
def test_an_example_becomes_what_it_says(example: Example) -> None:
    before = parse_transcript(example.text, language=example.language)
    after = cleaned(example)
    if example.kind == "FAIL":
        assert one_line(readable(after)) == one_line(example.result)
        assert example.rule.name in {token.why for token in after.tokens}
    else:
        assert one_line(readable(after)) == one_line(readable(before))
    assert after.source == example.text


@EACH_EXAMPLE
def test_an_example_is_offered_where_it_says(example: Example) -> None:
    made = parse_transcript(example.text, language=example.language)
    offers = suggest(made, example.level, example.language, GLOSSARY)
    offered = [d for d in offers if d.rule == example.rule.name]
    if example.kind != "OFFER":
        assert not (example.rule.offers and offered)
        return
    yes = tuple(replace(d, answer=cleaning.Answer.YES) for d in offered)
    decisions = cleaning.Decisions(yes)
    after = clean(made, example.level, example.language, GLOSSARY, decisions)
    shown = readable(after).strip().replace("\n", " ¶ ")
    assert one_line(shown) == one_line(example.result)
    assert after.source == example.text


@EACH_RULE
def test_a_rule_shows_what_passes_and_what_fails(rule: Rule) -> None:
    kinds = {example.kind for example in EXAMPLES if example.rule is rule}
    assert "PASS" in kinds
    if rule.name != "by-hand":
        assert ("OFFER" if rule.offers else "FAIL") in kinds
    assert not (rule.offers and "FAIL" in kinds)


def test_rules_are_registered_once_and_no_module_is_forgotten() -> None:
    paths = Path(cleaning.__file__).parent.glob("*.py")
    modules = [
        importlib.import_module(f"subalign.cleaning.{p.stem}") for p in paths if p.stem[0] != "_"
    ]
    defined = [module.rule for module in modules if hasattr(module, "rule")]
    assert sorted(rule.name for rule in RULES) == sorted(rule.name for rule in defined)
    assert [rule.name.replace("-", "_") for rule in RULES] == [
        rule.find.__module__.rpartition(".")[2] for rule in RULES
    ]


SHOUTING = """
from subalign.cleaning import Level, define_rule

@define_rule("shout", Level.TIDY)
def shout(view):
    for j, word in enumerate(view.words):
        if word.core == "hush":
            yield view.show(j, "HUSH" + word.tail)

@define_rule("dashes", Level.TIDY)
def dashes(view):
    return iter(())
"""


def test_an_installed_package_offers_a_rule(install_plugin: InstallPlugin) -> None:
    group = "subalign.cleaning_rules"
    install_plugin("shouting", SHOUTING, group, shout="shout", dashes="dashes")
    assert [rule.name for rule in all_rules()] == [*(rule.name for rule in RULES), "shout"]
    after = clean(parse_transcript("Now hush. The the end."))
    assert readable(after) == "Now HUSH. The end.\n"
    assert after.tokens[1].why == "shout"


@pytest.mark.parametrize("act", [clean, normalise, review, suggest])
def test_a_decision_about_an_unknown_rule_is_refused(act: Callable[..., object]) -> None:
    decisions = parse_decisions("yes filers (line 3)\n  before: um,\n")
    with pytest.raises(InputError, match=r"no cleaning rule 'filers' \(did you mean fillers\?\)"):
        act(parse_transcript("It is, um, good."), decisions=decisions)


def test_a_rule_for_a_language_finds_its_words() -> None:
    assert listed_languages() == ("de", "en", "es", "fr", "it", "nl", "pt", "ru")
    assert {code for rule in RULES for code in rule.languages} <= set(listed_languages())
    assert any(rule.needs_lists and not rule.speaks("ja") and rule.speaks("de") for rule in RULES)
    for code in listed_languages():
        words = find_word_sets(code)
        assert words.closed > words.unfinished
        assert min(map(len, (words.openers, words.hesitations, words.fillers))) > 0
        assert words.common >= words.closed


def test_levels_include_each_other() -> None:
    text = "Well , the the, um, thing is ,, you know, good."
    shown = [readable(clean(parse_transcript(text), level)).strip() for level in Level]
    assert shown == [
        "Well, the the, um, thing is, you know, good.",
        "Well, the, um, thing is, you know, good.",
        "Well, the thing is good.",
    ]


def test_an_unknown_level_names_the_near_one() -> None:
    with pytest.raises(UsageError, match=r"no cleaning level .tidi. \(did you mean tidy\?\)"):
        clean(parse_transcript("Hello."), "tidi")


# --- text made of what rules look for -----------------------------------------------------

WORDS = (
    "the a of to and And So so I we we're That that it is was very had no you know, You like, um"
    " Mars SpaceX space X AI a GI big, rocket. Rocket rockets going. put Put in in. with, what do"
    " think. right. first. once -- ... 20, 000 600. 6, 700 'so' micro management said, ``hm''"
).split(" ")
texts = st.lists(
    st.tuples(st.sampled_from(WORDS), st.sampled_from([" "] * 9 + ["\n", "\n\n", "\nANNA: "])),
    min_size=1,
    max_size=40,
).map(lambda parts: "Well " + "".join(word + gap for word, gap in parts))
levels = st.sampled_from(list(Level))
languages = st.sampled_from(["en", "en-GB", "de", "fr", "es", "it", "nl", "pt", "ru", "ja", "xx"])


@given(texts, levels, languages)
def test_cleaning_again_changes_nothing(text: str, level: Level, language: str) -> None:
    once = clean(parse_transcript(text, language=language), level, language, GLOSSARY)
    assert clean(once, level, language, GLOSSARY) == once


@given(texts, levels, languages)
def test_cleaning_does_not_change_what_was_aligned(text: str, level: Level, language: str) -> None:
    said = normalise(parse_transcript(text, language=language), language, GLOSSARY)
    after = clean(said, level, language, GLOSSARY)
    kept = [t for t in after.tokens if t.why != "sentence-loop"]
    loops = len(kept) < len(after.tokens)
    assert loops or speech(after) == speech(said)
    assert after == clean(parse_transcript(text, language=language), level, language, GLOSSARY)


@given(texts, levels, languages)
def test_nothing_is_deleted_and_nothing_said_is_changed(
    text: str, level: Level, language: str
) -> None:
    before = parse_transcript(text, language=language)
    after = clean(before, level, language)
    assert after.source == text
    kept = [t for t in after.tokens if t.why != "sentence-loop"]
    said = " ".join(t.spoken for t in kept if t.spoken)
    loops = any(t.why == "sentence-loop" for t in after.tokens)
    assert loops or said == " ".join(t.spoken for t in before.tokens if t.spoken)


@given(texts, levels, languages)
def test_what_is_shown_is_said_in_the_same_order(text: str, level: Level, language: str) -> None:
    before = parse_transcript(text, language=language)
    after = clean(before, level, language)
    said = letters(" ".join(t.shown for t in before.tokens))
    shown = letters(" ".join(t.shown for t in after.tokens))
    rest = iter(said)
    assert all(letter in rest for letter in shown)


@given(texts, levels, languages)
def test_every_change_names_its_rule(text: str, level: Level, language: str) -> None:
    before = parse_transcript(text, language=language)
    after = clean(before, level, language)
    names = {rule.name for rule in RULES}
    known = {(t.raw, t.shown, t.spoken, t.ends, t.why) for t in before.tokens}
    for token in after.tokens:
        same = (token.raw, token.shown, token.spoken, token.ends, token.why) in known
        assert same or token.why in names


@given(texts, languages)
def test_speakers_keep_their_words(text: str, language: str) -> None:
    before = parse_transcript(text, language=language)
    after = clean(before, "clean", language)
    by_place = dict(places(before))
    for place, token in places(after):
        assert by_place[place].speaker == token.speaker
    for one, two in pairwise(after.tokens):
        if one.speaker != two.speaker and one.shown and two.shown:
            assert one.ends is Break.PARAGRAPH


@given(texts, languages)
def test_verbatim_shows_every_word(text: str, language: str) -> None:
    before = parse_transcript(text, language=language)
    after = clean(before, "verbatim", language)
    shown = "".join(t.raw if t.why == "sentence-loop" else t.shown for t in after.tokens)
    assert letters(shown) == letters("".join(t.shown for t in before.tokens))


@given(texts, levels)
def test_the_review_leaves_nothing_unsaid(text: str, level: Level) -> None:
    made = parse_transcript(text)
    listed = review(made, level)
    applied = {d.rule for d in listed if d.answer is cleaning.Answer.YES}
    whys = {t.why for t in clean(made, level).tokens} - {t.why for t in made.tokens}
    assert whys <= applied


def speech(transcript: Transcript) -> str:
    return " ".join(token.spoken for token in transcript.tokens if token.spoken)


def letters(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())


def places(transcript: Transcript) -> Iterator[tuple[int, Token]]:
    at = 0
    for token in transcript.tokens:
        yield at, token
        at += len(token.raw) + len(token.gap)
