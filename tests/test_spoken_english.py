"""What English figures, signs and abbreviations say, token by token."""

from __future__ import annotations

import re

import pytest

from subalign.model import Break, Token, Transcript
from subalign.spoken import verbalise


def tokens(text: str) -> Transcript:
    """``text`` cut at spaces; a no-break space does not part its figures."""
    parts = re.finditer(r"([^ \n]+)([ \n]*)", text)
    return Transcript(tuple(Token(p[1], p[2], p[1], p[1]) for p in parts))


def said(text: str, language: str = "en") -> str:
    return " | ".join(t.spoken for t in verbalise(tokens(text), language).tokens)


CASES = {
    "money": [
        ("$5 billion,", "five | billion dollars"),
        ("£3.50 and $0.99", "three pounds fifty | and | ninety-nine cents"),
        ("$1 or $1.00", "one dollar | or | one dollar"),
        ("€ 20 or 20 €", "twenty | euros | or | twenty | euros"),
        ("$50k $1.5bn £20m", "fifty thousand dollars | one point five billion dollars"
         " | twenty million pounds"),
        ("$5-10 or $5-$10", "five to ten dollars | or | five dollars to ten dollars"),
    ],
    "counts": [
        ("5,000 people", "five thousand | people"),
        ("1,234,567", "one million two hundred and thirty-four thousand five hundred and"
         " sixty-seven"),
        ("1.000.000", "one million"),
        ("3.14 2.0 0.05", "three point one four | two point zero | zero point zero five"),
        ("3.14 -5 −5", "three point one four | minus five | minus five"),
        ("007", "zero zero seven"),
        ("12345678901", "one two three four five six seven eight nine zero one"),
        ("50% 50 % 10-12%", "fifty percent | fifty | percent | ten to twelve percent"),
        ("3-5 and 5–10", "three to five | and | five to ten"),
        ("a 10-year-old's", "a | ten year-old's"),
    ],
    "years": [
        ("in 1984.", "in | nineteen eighty-four"),
        ("in 2008", "in | two thousand and eight"),
        ("in 1905", "in | nineteen oh-five"),
        ("in 2024 people voted", "in | twenty twenty-four | people | voted"),
        ("with 2024 people", "with | two thousand and twenty-four | people"),
        ("the 1990s, '90s and 1900s", "the | nineteen nineties | nineties | and"
         " | nineteen hundreds"),
        ("mid-90s or 100s", "mid nineties | or | hundreds"),
        ("2019-2020 1984-85", "twenty nineteen to twenty twenty"
         " | nineteen eighty-four to eighty-five"),
    ],
    "dates and times": [
        ("on 3/4/2021", "on | March fourth twenty twenty-one"),
        ("2021-03-04", "March fourth twenty twenty-one"),
        ("March 3, 2021", "March | third | twenty twenty-one"),
        ("March 3rd or 3 March", "March | third | or | third of | March"),
        ("10:30 10:05 10:00", "ten thirty | ten oh five | ten o'clock"),
        ("10:00 p.m. 7pm", "ten | PM | seven pm"),
        ("2:1 and 16:9", "two to one | and | sixteen to nine"),
    ],
    "ordinals and fractions": [
        ("the 21st", "the | twenty-first"),
        ("1st–3rd", "first third"),
        ("1/2 3/4 ½ 5½", "one half | three quarters | one half | five and one half"),
        ("1 1/2", "one | and one half"),
        ("24/7 9/11", "twenty-four seven | nine eleven"),
    ],
    "units": [
        ("5km 10 kg", "five kilometers | ten | kilograms"),
        ("1 km", "one | kilometer"),
        ("60 km/h", "sixty | kilometers an hour"),
        ("20°C 5m²", "twenty degrees Celsius | five square meters"),
        ("5'10\"", "five foot ten"),
        ("5 in total", "five | in | total"),
    ],
    "names with figures": [
        ("H2O B2B mp3 3D", "H two O | B two B | mp three | three D"),
        ("Covid-19 GPT-4's MS-13.", "Covid nineteen | GPT four's | MS thirteen"),
        ("A320 F-150 Q3", "A three twenty | F one fifty | Q three"),
        ("v2.0 2.0.1", "version two point zero | two point zero point one"),
        ("#1 No. 5 № 5", "number one | number | five | number | five"),
        ("+49 170 1234567", "plus four nine | one seven zero | one two three four five six seven"),
        ("555-1234", "five five five one two three four"),
    ],
    "Roman numerals": [
        ("Louis XIV, Henry VIII's", "Louis | the fourteenth | Henry | the eighth's"),
        ("(Louis XIV)", "Louis | the fourteenth"),
        ("Chapter IV phase II", "Chapter | four | phase | two"),
        ("World War I or II", "World | War | one | or | II"),
        ("the part I like; an IV drip", "the | part | I | like | an | IV | drip"),
        ("Malcolm X MIX", "Malcolm | X | MIX"),
    ],
    "signs and addresses": [
        ("Q&A a + b = c", "Q and A | a | plus | b | equals | c"),
        ("and/or C++ @me", "and or | C plus plus | at me"),
        ("see example.com.", "see | example dot com"),
        ("me@example.com", "me at example dot com"),
        ("https://example.com/a-b", "example dot com slash a dash b"),
    ],
    "abbreviations": [
        ("Mr. Smith vs. Dr. No.", "Mister | Smith | versus | Doctor | No"),
        ("St. Louis, Main St.", "Saint | Louis | Main | Street"),
        ("e.g. i.e. etc.", "for example | that is | et cetera"),
        ("U.S. A.I. AI NASA", "U.S | A.I | AI | NASA"),
    ],
    "nothing to say": [
        ("wait … 👍 — *** ok", "wait |  |  |  |  | ok"),
        ("\"hello,\" 'quote' 'cause don’t", "hello | quote | 'cause | don’t"),
        ("state-of-the-art", "state-of-the-art"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("text", "words"), [case for cases in CASES.values() for case in cases])
def test_english(text: str, words: str) -> None:
    assert said(text) == words


def test_british_dates_begin_with_the_day() -> None:
    assert said("3/4/2021", "en-GB") == "the third of April twenty twenty-one"


def spoken_of(*parts: Token) -> list[str]:
    return [t.spoken for t in verbalise(Transcript(parts), "en").tokens]


def test_silent_tokens_stay_silent() -> None:
    label = Token("[5", " ", "[5", "", why="sound")
    assert spoken_of(label, Token("5", " ", "5", "5")) == ["", "five"]


def test_a_silent_dash_between_figures_is_said_by_its_neighbour() -> None:
    dash = Token("–", " ", "–", "")
    assert spoken_of(Token("3", " ", "3", "3"), dash, Token("5", "", "5", "5")) == [
        "three to",
        "",
        "five",
    ]


@pytest.mark.parametrize("between", [Break.SENTENCE, Break.PARAGRAPH])
def test_nothing_is_read_across_the_end_of_a_sentence(between: Break) -> None:
    five = Token("$5", " ", "$5", "$5", between)
    assert spoken_of(five, Token("billion", "", "billion", "billion")) == [
        "five dollars",
        "billion",
    ]


def test_nothing_is_read_across_a_speaker_label() -> None:
    label = Token("Ann:", " ", "Ann:", "")
    five, billion = Token("$5", " ", "$5", "$5"), Token("billion", "", "billion", "billion")
    assert spoken_of(five, label, billion) == ["five dollars", "", "billion"]


def test_a_hidden_stutter_is_read_too() -> None:
    assert spoken_of(Token("5", " ", "", "5"), Token("5", "", "5", "5")) == ["five", "five"]


def test_all_but_the_spoken_face_is_kept() -> None:
    token = Token("5,", "\n\n", "5,", "5,", Break.PARAGRAPH, "Ann", "rule", 7)
    made = verbalise(Transcript((token,), " lead", "name"), "en")
    assert made.tokens == (Token("5,", "\n\n", "5,", "five", Break.PARAGRAPH, "Ann", "rule", 7),)
    assert (made.lead, made.name, made.source) == (" lead", "name", " lead5,\n\n")
