"""Punctuation, scripts and sounds: one definition each, which the whole package uses."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from subalign.filling import SOUND, as_tokens
from subalign.formats.base import punctuated
from subalign.model import Alignment, Word
from subalign.segmenting import segment
from subalign.styles import find_style
from subalign.text import punctuation as p
from subalign.transcript import parse_transcript

PACKAGE = Path(__file__).parents[1] / "subalign"

SENTENCES = {
    "ar": "هل أنت هنا؟ نعم أنا هنا. شكرا لك.",
    "am": "ቤቱ ትልቅ ነው። እሱ መጣ። ደህና ሁን።",
    "en": "Are you here? I am. Good.",
    "hi": "राम घर गया। वह सो गया। सुबह हुई।",
    "hy": "Նա եկավ։ Մենք խոսեցինք։ Լավ էր։",
    "my": "သူလာသည်။ ငါတို့ပြောသည်။ ကောင်းသည်။",
    "ur": "میں یہاں ہوں۔ وہ بازار گیا۔ شام ہوئی۔",
}
"""Three sentences in each language."""


def timed(text: str) -> tuple[Word, ...]:
    words = text.split()
    return tuple(Word(word, 500 * i, 500 * i + 400, after=" ") for i, word in enumerate(words))


@pytest.mark.parametrize("language", SENTENCES)
def test_transcript_and_words_have_the_same_sentences(language: str) -> None:
    text = SENTENCES[language]
    transcript = parse_transcript(text, "", language)
    words = Alignment(punctuated(timed(text)), language, 60_000)
    assert len(list(transcript.sentences())) == 3
    assert len(list(words.sentences())) == 3


def test_no_urdu_line_ends_behind_the_first_word_of_a_sentence() -> None:
    text = "میں یہاں آج صبح سے بیٹھا ہوا ہوں۔ وہ بازار گیا ہے اور شام کو واپس آئے گا۔"
    words = Alignment(punctuated(timed(text)), "ur", 60_000)
    cues = segment(words, find_style("netflix"))
    assert any(line.endswith("ہوں۔") for cue in cues for line in cue.lines)


@pytest.mark.parametrize(
    ("label", "sound"),
    [
        ("[music]", True),
        ("[anything at all]", True),
        ("(laughs)", True),
        ("(laughs),", True),
        ("*sighs*", True),
        ("{applause}", True),
        ("【拍手】", True),
        ("（笑）", True),
        ("(really)", False),
        ("{name}", False),
        ("*very*", False),
        ("need[ed]", False),
    ],
)
def test_a_sound_is_judged_alike_in_text_and_in_words(label: str, sound: bool) -> None:
    tokens = parse_transcript(f"Well {label} so we go on", "", "en").tokens
    assert [t.why == SOUND for t in tokens if t.shown.strip(",") == label.strip(",")] in (
        [sound],
        [],  # stars around a word that is stressed are markup
    )
    (token,) = as_tokens([Word(label, 0, 100)])
    assert (token.why == SOUND, bool(token.spoken)) == (sound, not sound)


# --- one home --------------------------------------------------------------------------------

EXEMPT = {
    "checking/unbalanced.py": "says which mark closes which",
    "transcript/speakers.py": "says what no name of a speaker holds",
    "transcript/words.py": "says what touches a word on its left or right",
}
"""Modules that pick marks for a reason of their own."""

FOREIGN_STOPS = frozenset(p.SENTENCE_FINAL) - frozenset(".!?" + p.ELLIPSES)
FOREIGN_QUOTES = frozenset(p.OPENING + p.CLOSING) - frozenset("([{\"'}])\u00a0")
OTHERS = frozenset(p.COMMAS + p.CLAUSE_FINAL) - frozenset(",;:")


def literals(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield the line and the text of each string, set or tuple of strings; no docstrings."""
    prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if id(node) not in prose:
                yield node.lineno, node.value
        elif isinstance(node, (ast.Tuple, ast.Set, ast.List)):
            parts = [e.value for e in node.elts if isinstance(e, ast.Constant)]
            if all(isinstance(part, str) and len(part) == 1 for part in parts):
                yield node.lineno, "".join(map(str, parts))


def is_mark_set(text: str) -> bool:
    """Return True if a literal lists marks that end sentences or clauses, or that quote.

    In a regular expression each character class is a list.
    """
    return any(map(_lists_marks, [text, *re.findall(r"\[([^\]]*)\]", text)]))


def _lists_marks(text: str) -> bool:
    marks = set(text)
    if len(marks & FOREIGN_STOPS) > 1 or len(marks & OTHERS) > 1 or len(marks & FOREIGN_QUOTES) > 2:
        return True
    ends = marks & frozenset(p.SENTENCE_FINAL)
    return len(ends) > 2 and "(?" not in text and not any(c.isalnum() for c in text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (".?!…。！？", True),
        ("[.?!…]", True),
        ("\"'”’»)]", True),
        (",、，", True),
        (r"\s+(?=[.,;:!?…]+$)", True),
        (r"[.!?](?:[\"')\]]*)$", True),
        ("Really?! No.", False),
        (r"(?!\d)", False),
        ("–—", False),
    ],
)
def test_the_search_for_literal_sets(text: str, found: bool) -> None:
    assert is_mark_set(text) is found


def strays(package: Path) -> list[str]:
    """Return where the modules of a package list marks, without those that are exempt."""
    return [
        f"{path.relative_to(package)}:{line}: {text!r}"
        for path in sorted(package.rglob("*.py"))
        if path.parent.name != "text" and str(path.relative_to(package)) not in EXEMPT
        for line, text in literals(ast.parse(path.read_text("utf-8")))
        if is_mark_set(text)
    ]


def test_the_search_finds_lists_of_marks_in_modules(tmp_path: Path) -> None:
    (tmp_path / "text").mkdir()
    (tmp_path / "text" / "punctuation.py").write_text('STOPS = ".!?…"')
    (tmp_path / "cleaning").mkdir()
    (tmp_path / "cleaning" / "rule.py").write_text(
        '"""Ends with one of .!? as a rule."""\n\nSTOPS = (".", "!", "?")\n'
    )
    assert strays(tmp_path) == ["cleaning/rule.py:3: '.!?'"]


def test_marks_are_listed_in_one_place() -> None:
    assert not strays(PACKAGE), "subalign/text/punctuation.py has lists of marks"


def test_each_exemption_is_needed() -> None:
    for name in EXEMPT:
        tree = ast.parse((PACKAGE / name).read_text("utf-8"))
        assert any(is_mark_set(text) for _, text in literals(tree)), name
