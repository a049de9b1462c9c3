"""Cleaning of the raw podcast transcript, place by place and as a whole, and of clean prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from subalign.cleaning import Change, changes, clean, parse_glossary, readable, suggest
from subalign.model import Transcript
from subalign.transcript import parse_transcript

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = ROOT / "tests" / "golden"
SEED = (ROOT / "fixtures" / "podcast" / "transcript.txt").read_text("utf-8")
GLOSSARY = parse_glossary((GOLDEN / "seed.glossary.txt").read_text("utf-8"))


class Pair(NamedTuple):
    number: int
    decision: str
    before: str
    after: str


def pairs() -> Iterator[Pair]:
    text = (GOLDEN / "seed.pairs.txt").read_text("utf-8")
    for number, decision, before, after in re.findall(
        r"^(\d+) ([SCGK])\n  (.+)\n  (.+)$", text, re.M
    ):
        yield Pair(int(number), decision, before, after)


PAIRS = list(pairs())


def one_line(transcript: Transcript) -> str:
    return " ".join(readable(transcript).split())


@pytest.fixture(scope="module")
def seed() -> Transcript:
    return parse_transcript(SEED)


@pytest.fixture(scope="module")
def tidy(seed: Transcript) -> Transcript:
    return clean(seed)


@pytest.fixture(scope="module")
def named(seed: Transcript) -> Transcript:
    return clean(seed, glossary=GLOSSARY)


def test_the_pairs_are_all_there() -> None:
    assert [sum(p.decision == kind for p in PAIRS) for kind in "SCGK"] == [23, 7, 23, 5]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda p: f"{p.number}-{p.decision}")
def test_a_place_of_the_seed(pair: Pair, tidy: Transcript, named: Transcript) -> None:
    assert pair.after in one_line(named if pair.decision == "G" else tidy)
    assert pair.before in " ".join(SEED.split())
    if pair.decision in "SC":
        assert pair.before not in one_line(tidy)


# Where a person decides: the line, the words, and the rule that offers it.
HARD = [
    (10, "I haven't written it. I have not written in one lately, but.", "restated-fragments"),
    (4, "had have done physics, for example", "self-repairs"),
    (18, "Both will life or life on earth will die.", "self-repairs"),
    (15, "It just needs to be just need to build.", "self-repairs"),
    (15, "existence of consciousness consciousness that if we are one planet.", "doubled-words"),
    (17, "And then there are we maybe get you may get hit like like a comment", "self-repairs"),
    (17, "may get hit like like a comment", "doubled-words"),
    (21, "and so retro fight that and try to have. You know, be the most", "doubtful-periods"),
    (32, "about 600. 6, 700 per year.", "digit-groups"),
    (36, "Such as which one.", "question-marks"),
    (3, "Yeah last year was a chip constrained.", "speaker-turns"),
    (4, "Definitely will include this podcast.", "speaker-turns"),
    (38, "Hello. Hello. Hello. Hello, hello.", "sentence-loop"),
    (37, "Okay. Okay. Okay. Good. Good to go.", "sentence-loop"),
    (22, "Now you are, you know, through Starlink you've had some, you know, I mean,", "fillers"),
    (26, "true hundred hour weeks", "number-style"),
    (22, "Brazil India Turkey", "missing-commas"),
    (8, "staying away for the support of electric vehicles", ""),
    (23, "ancient Greek had a resetters day", ""),
    (38, "Bye. Take it off. All right. Bye. Thanks. Bye.", ""),
]


@pytest.mark.parametrize(("line", "text", "rule"), HARD, ids=[text[:20] for _, text, _ in HARD])
def test_what_a_person_decides_stays_and_is_offered(
    line: int, text: str, rule: str, seed: Transcript, tidy: Transcript
) -> None:
    assert text in one_line(tidy)
    if rule:
        near = [d for d in suggest(seed) if d.rule == rule and abs(d.line - line) <= 1]
        assert any(set(d.before.split()) <= set(SEED.split()) for d in near)


def test_the_whole_seed_reads_as_approved(tidy: Transcript) -> None:
    """``tests/golden/seed.tidy.txt`` was read in full; read what a change of rules changes."""
    assert readable(tidy).splitlines() == (
        (GOLDEN / "seed.tidy.txt").read_text("utf-8").splitlines()
    )


def test_the_seed_can_be_rebuilt_and_cleaned_again(tidy: Transcript, named: Transcript) -> None:
    assert tidy.source == named.source == SEED
    assert clean(tidy) == tidy
    assert clean(named, glossary=GLOSSARY) == named


def test_no_word_of_the_seed_is_lost(seed: Transcript, tidy: Transcript) -> None:
    """What is shown is a subsequence of what is said, and what is not is said again."""
    said = letters(" ".join(t.shown for t in seed.tokens))
    rest = iter(said)
    assert all(letter in rest for letter in letters(" ".join(t.shown for t in tidy.tokens)))
    shown = {letters(t.shown) for t in tidy.tokens}
    hidden = {letters(t.raw) for t in tidy.tokens if not t.shown}
    assert hidden - shown <= {"pea"}


def test_the_seed_is_said_as_before(seed: Transcript, tidy: Transcript) -> None:
    after = [t.spoken for t in tidy.tokens if t.why != "sentence-loop"]
    before = [t.spoken for t in seed.tokens]
    loop = "I don't think I managed smart people."
    assert " ".join(" ".join(after).split()) == " ".join(before).replace(f" {loop}" * 3, "")


def test_what_the_glossary_names_is_said_by_its_name(named: Transcript) -> None:
    said = {t.shown: t.spoken for t in named.tokens if t.why == "glossary-names"}
    assert said["GPT-4."] == "GPT-4"
    assert said["Cybertruck,"] == "cyber truck,"
    assert said["Isaacson"] == "Isaacson"


def test_clean_keeps_what_only_looks_like_a_filler(seed: Transcript) -> None:
    shown = one_line(clean(seed, "clean"))
    for kept in ("where you know the circumstances", "As you know, we are big", "kinds."):
        assert kept in shown
    assert "you've had some big impact in Ukraine" in shown
    assert shown.count(", you know,") == 0


def letters(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())


# --- prose that needs no cleaning ----------------------------------------------------------


def changed(text: str, language: str = "en") -> list[Change]:
    before = parse_transcript(text, language=language)
    return changes(before, clean(before, language=language))


def test_a_sonnet_stays_as_it_is() -> None:
    assert changed((ROOT / "fixtures" / "sonnet" / "transcript.txt").read_text("utf-8")) == []


DIALOGUE = """\
It was a commonplace that that slough awaits us, and we were housed for that that night. All this I
took in in a minute. He slipped in in safety. He dropped in from time to time to see us, and walked
from cell to cell to whom he liked. You would never guess what it was. It was my coat. A voice from
behind. One point struck him. You took me in completely. Until then I was well. We sang last night
and the night before and the night before that. Give her her head. I told you you were late. Don't
you dare do it. Would you please be seated. Such as they are, they are set forth here.

"I know, I know," said I. "What, what is it?" said he to Dick. "It is all there is is it?"

They had had it, and I said that that is very, very clear. She was the first.

The door led in. The girls got in, Dick and I. The boat was where it ought to be. Smoke rose.

Is it over? Were it not for him, so would I. Which way? Which way? He went on and on and on.
"Will you, won't you, will you, won't you, will you join the dance?" It was what it was. Nothing
more. He did not know what it was for. The end came. What a pity. How he ran! Have a seat. As if.
"""


def test_dialogue_of_a_novel_stays_as_it_is() -> None:
    assert changed(DIALOGUE) == []


def test_a_text_that_never_stutters_means_what_it_says() -> None:
    doubtful = "To him, to him who was ill. We ran ran. They came from. Far away. What is it for."
    seen = "Of the {} things that he had seen little was left to tell. "
    fluent = "".join(seen.format(i) for i in range(50))
    raw = "So the the man and and the dog went to. The the river. "
    assert changed(fluent + doubtful) == []
    shown = one_line(clean(parse_transcript(fluent + raw + doubtful)))
    assert shown.endswith("To him who was ill. We ran. They came from far away. What is it for?")


def test_real_recordings_are_hardly_changed(episodes: Path) -> None:
    words, found = 0, []
    for path in sorted(episodes.glob("*/transcript.txt")):
        code = next((c for c in ("de", "es", "ru") if f"_{c}_" in path.parent.name), "en")
        text = path.read_text("utf-8")
        words += len(text.split())
        found += changed(text, code)
    # "uh uh" of a talk, and two dots at a sentence end
    assert {(c.rule, c.before) for c in found} == {
        ("doubled-words", "uh"),
        ("ellipses", "отвечает.."),
    }
    assert len(found) * 2000 < words
