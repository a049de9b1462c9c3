"""transcript: where sentences and paragraphs end."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from subalign.model import Break
from subalign.transcript import parse_transcript


def sentences(text: str, language: str = "en") -> list[str]:
    """Each sentence as it is read, a paragraph's last with a pilcrow."""
    made = parse_transcript(text, language=language)
    runs = [[made.tokens[i] for i in run] for run in made.sentences()]
    return [
        " ".join(t.shown for t in run if t.shown) + "¶" * (run[-1].ends is Break.PARAGRAPH)
        for run in runs
    ]


# One paragraph each; "|" stands where a sentence ends.
ENGLISH = [
    "Mr. Smith paid $5.50 to J. K. Rowling on Jan. 5.|She left.",
    "It is 3.14, e.g. this one, i.e. that.|See a.b@c.org or example.com.|Version 2.0.1 is out.",
    "The U.S. Senate met in the U.S.|The end.|Washington, D.C. that hosted them.",
    "It was 5 p.m.|Then we left at 6 p.m. Monday.|He is at Apple Inc.|The pay is good.",
    "No. 5 is alive.|No.|Never!",
    '"Stop!" he cried.|"Go."|"No."|(He left.)|He said: “Yes.”|Then?!|Fine.',
    "So did I.|We left.|World War I.|It ended.|Plan B.|The end.",
    "Wait... what?|Well... I think so.|Hmm…|Maybe.",
    "Sgt. Pepper et al. say so.|iPhone sales rose.|eBay did not.",
    "Dr. T. A. Brown, Ph.D. of St. Mary, came.|Who?|Me.",
    "He came etc.|The rest is vs. him.|Vol. 3 is out.",
    "1. First we go.|2. Then we stay.",
    "I think it's.|Probably next year.|It was a kind of a.|Radical design.|See p. Anton.",
]
OTHERS = [
    ("de", "Viele, z. B. Der Spiegel, schreiben.|Andere nicht."),
    (
        "de",
        "Er kam am 3. Mai z. B. mit Dr. Meier bzw. Frau Huber usw.|Das war 1990.|Danach ging er.",
    ),
    (
        "de",
        "Der 2. Weltkrieg.|Ludwig XIV. war da.|Es sind 5 Mio. Euro, d.h. viel.|„Halt!“|»Gut.«|Ja.",
    ),
    (
        "fr",
        "M. Dupont et Mme Roy à l'art. 5.|« Bonjour. »|Quoi ?|Rien !|Il dit : « Non ! » et part.",
    ),
    ("fr", "Il y a.|Puis d'A. Dumas et l'on.|Voilà."),
    ("es", "¿Qué pasa, Sr. López?|¡Nada!|En EE. UU. hay más.|Dijo que no.|¿Y tú?"),
    ("it", "Il sig. Rossi arriva.|Poi, ecc.|La fine.|«Vieni!»|Sì."),
    ("nl", "Dhr. Jansen komt o.a. morgen, d.w.z. laat.|Dat is goed enz.|De rest."),
    ("pt", "O Sr. Silva e a Dra. Costa.|Fim."),
    ("ru", "А. С. Пушкин и т. д.|Потом, т. е. позже.|«Да!» — сказал он.|Что?..|Ничего."),
    ("zh", "你 好 吗？|“很 好！”|谢 谢。"),
    ("hi", "यह एक है।|दूसरा है।"),
    ("ar", "كيف حالك؟|أنا بخير.|شكرا!"),
    ("ko", "안녕하세요.|예.|좋아요?"),
    ("el", "Καλημέρα.|Τι κάνεις;|Καλά."),
    ("xx", "Abc def.|Ghi jkl!"),
]


@pytest.mark.parametrize(("language", "marked"), [*[("en", x) for x in ENGLISH], *OTHERS])
def test_sentences(language: str, marked: str) -> None:
    made = parse_transcript(marked.replace("|", " "), language=language)
    runs = [" ".join(made.tokens[i].raw for i in run) for run in made.sentences()]
    assert [" ".join(run.split()) for run in runs] == marked.split("|")


def test_a_text_without_capitals_is_split_all_the_same() -> None:
    text = "hello there. how are you? i am fine, e.g. today. bye."
    assert sentences(text) == ["hello there.", "how are you?", "i am fine, e.g. today.", "bye.¶"]


def test_chinese_needs_no_space_after_a_stop() -> None:
    assert sentences("你好吗？很好。", "zh") == ["你 好 吗？", "很 好。¶"]


def test_a_label_goes_with_the_sentence_that_it_answers() -> None:
    assert sentences("Thank you. [applause] We begin. (laughs)") == [
        "Thank you. [applause]",
        "We begin. (laughs)¶",
    ]
    assert sentences("Thank you.\n[music] We begin.") == ["Thank you.", "[music] We begin.¶"]


def test_a_paragraph_of_sound_stands_by_itself() -> None:
    assert sentences("Yes.\n\n[music]\n\nNo.") == ["Yes.¶", "[music]¶", "No.¶"]


VERSE = """One
From fairest creatures we desire increase,
That thereby beauty’s rose might never die,

But as the riper should by time decease,
His tender heir might bear his memory:"""


def test_a_line_of_verse_is_a_unit() -> None:
    want = VERSE.replace("\n\n", "¶\n").splitlines()
    assert sentences(VERSE) == [*want[:-1], want[-1] + "¶"]


PROSE = (
    "It was the best of times, it was the worst of times, it was the age of wisdom, it was the "
    "age of foolishness. It was the epoch of belief, as Mr. Dickens said in London; it was the "
    "season of Light. We had everything before us, and I think that Mary had nothing before her. "
    "In short, the period was so far like the present period that some insisted on it."
)


@given(st.integers(24, 110))
def test_a_wrapped_paragraph_is_one_paragraph(columns: int) -> None:
    assert sentences(textwrap.fill(PROSE, columns)) == sentences(PROSE)
    twice = f"{textwrap.fill(PROSE, columns)}\n\n{textwrap.fill(PROSE, columns)}\n"
    assert sentences(twice) == sentences(PROSE) * 2


def test_a_short_line_in_wrapped_prose_is_apart() -> None:
    made = sentences(f"The first chapter\n{textwrap.fill(PROSE, 60)}")
    assert made == ["The first chapter", *sentences(PROSE)]


@given(st.integers(24, 60))
def test_wrapped_capitals_are_told_by_full_lines(columns: int) -> None:
    text = PROSE.upper().replace("MR. ", "")
    assert sentences(textwrap.fill(text, columns)) == sentences(text)


@given(st.integers(10, 30))
def test_wrapped_chinese_is_told_by_full_lines(columns: int) -> None:
    text = (
        "今天天气很好我们去公园散步吧因为天气很好所以大家都想去看看花草树木和小鸟。明天也是。" * 2
    )
    lines = textwrap.wrap(text, columns)
    assume(not any(line.startswith("。") for line in lines))
    assert sentences("\n".join(lines), "zh") == sentences(text, "zh")


@given(st.lists(st.integers(3, 9), min_size=30, max_size=30))
def test_lines_broken_for_captions_do_not_end_sentences(lengths: list[int]) -> None:
    words, lines = PROSE.split(), []
    for length in lengths:
        lines.append(" ".join(words[:length]))
        words = words[length:]
    assert sentences("\n".join(x for x in lines if x)) == sentences(PROSE)


def test_each_long_line_is_a_paragraph() -> None:
    assert sentences(f"{PROSE}\nYeah.\n{PROSE} So\n{PROSE}").count("Yeah.¶") == 1
    assert sentences(f"{PROSE} So\n{PROSE}")[4] == "So¶"
    assert sentences(f"{PROSE} So\nand then\n{PROSE}")[4:6] == ["So¶", "and then¶"]


def test_indented_paragraphs_need_no_blank_line() -> None:
    text = "    It was dark and the rain fell\nin torrents for a while.\n"
    text += "    Then it stopped, and\nall went out."
    made = sentences(text)
    assert made == [
        "It was dark and the rain fell in torrents for a while.¶",
        "Then it stopped, and all went out.¶",
    ]


def test_items_of_a_list_are_apart() -> None:
    assert sentences("We need\n- some apples\n- some pears\nThat is all, and so\nwe go.") == [
        *["We need", "- some apples", "- some pears", "That is all, and so we go.¶"]
    ]


def test_a_text_without_stops_is_cut_at_line_ends_or_commas() -> None:
    lines = [f"so this is line number {i} of it" for i in range(60)]
    made = sentences("\n".join(lines))
    assert all(x.rstrip("¶").startswith("so this") and len(x.split()) <= 100 for x in made)
    assert 8 <= len(made) <= 15
    made = sentences(" ".join(["one two three four five six seven,"] * 40))
    assert all(x.rstrip("¶").endswith("seven,") for x in made)


def test_a_long_sentence_is_left_alone() -> None:
    assert len(sentences("It is " + "so very " * 48 + "long.")) == 1
