"""transcript: who speaks, and what only looks like a speaker label."""

from __future__ import annotations

import pytest

from subalign.model import Break
from subalign.transcript import parse_transcript


def turns(text: str, language: str = "en") -> list[tuple[str, str]]:
    """Each run of words by one speaker, as (speaker, what is shown)."""
    made: list[tuple[str, str]] = []
    fresh = True
    for token in parse_transcript(text, language=language).tokens:
        if token.why == "speaker-label":
            assert (token.shown, token.spoken) == ("", "")
            fresh = True
            continue
        if fresh or made[-1][0] != token.speaker:
            made.append((token.speaker, token.shown))
        else:
            made[-1] = token.speaker, f"{made[-1][1]} {token.shown}"
        fresh = False
    return made


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ANNA: Hi.\nBEN: Yes.\nANNA: So.", "ANNA BEN ANNA"),
        ("Anna: Hi.\n\nBen: Yes.\n\nAnna: So.", "Anna Ben Anna"),
        ("Anna: Hi.\nBen: Yes.", "Anna Ben"),
        ("Q: What?\nA: This.\n\nQ: Why?\nA: So.", "Q A Q A"),
        ("Speaker 1: hi\nSpeaker 2: yes\nSpeaker 1: so", "Speaker_1 Speaker_2 Speaker_1"),
        ("speaker 1: hi.\nspeaker 2: yes.", "speaker_1 speaker_2"),
        ("[SPEAKER_00]: hi\n[SPEAKER_01]: yes", "SPEAKER_00 SPEAKER_01"),
        ("DR. SMITH: Hi.\nMRS. O'BRIEN: Yes.", "DR._SMITH MRS._O'BRIEN"),
        ("Vincent van Gogh: Hi.\nJ. K. Rowling: Yes.", "Vincent_van_Gogh J._K._Rowling"),
        ("Интервьюер: Да?\n\nМария: Да.\n\nИнтервьюер: Нет.", "Интервьюер Мария Интервьюер"),
        ("主持人：你好\n嘉宾：很好", "主持人 嘉宾"),
        ("أحمد: مرحبا.\nسارة: أهلا.", "أحمد سارة"),
        ("Anna : Oui.\nBen\xa0: Non.", "Anna Ben"),
        ("ANNA:\nHi.\n\nBEN:\n\nYes.", "ANNA BEN"),
        ("Anna (host): Hi.\nBen (laughing): Yes.", "Anna Ben"),
        ("**Anna:** Hi.\n\n**Ben**: Yes.", "Anna Ben"),
        ("[00:12] Anna: Hi.\n[00:15] Ben: Yes.", "Anna Ben"),
        ("00:00:12 Anna: Hi.\n00:00:15 Ben: Yes.", "Anna Ben"),
        ("Anna (00:01:23): Hi.\nBen (00:02): Yes.", "Anna Ben"),
        ("Anna Roe (00:01:23):\nHi.\n\nBen (00:02):\nYes.", "Anna_Roe Ben"),
        ("Anna Roe  0:03\nHi.\n\nBen Poe  0:12\nYes.", "Anna_Roe Ben_Poe"),
        ("0:03 Anna Roe\nHi.\n\n0:12 Ben Poe\nYes.", "Anna_Roe Ben_Poe"),
        ("[Anna Roe] 10:02:03\nHi.\n\n[Ben] 10:02:09\nYes.", "Anna_Roe Ben"),
        ("[Anna] Hi.\n[Ben] Yes.\n[Anna] So.", "Anna Ben Anna"),
        ("[Anna]: Hi.\n[Ben]: Yes.", "Anna Ben"),
        ("[Anna]\nHi.\n[Ben]\nYes.\n[Anna]\nSo.\n[Ben]\nYes.", "Anna Ben Anna Ben"),
        (">> ANNA: Hi.\n>> BEN: Yes.", "ANNA BEN"),
        ("ANNA: Hi.", "ANNA"),
        ("Anna Roe: Hi.", "Anna_Roe"),
    ],
)
def test_labels(text: str, names: str) -> None:
    made = turns(text)
    assert [name.replace(" ", "_") for name, _ in made] == names.split()
    firsts = {said.split()[0] for _, said in made}
    assert firsts <= {
        "Hi.",
        "hi",
        "hi.",
        "Yes.",
        "yes",
        "yes.",
        "So.",
        "so",
        "What?",
        "This.",
        "Why?",
    } | {*["Да?", "Да.", "Нет.", "你", "很", "مرحبا.", "أهلا.", "Oui.", "Non."]}


@pytest.mark.parametrize(
    "text",
    [
        "Warning: hot coffee. I mean it.\nIt is hot.",
        "Note: this is new.\nNote: so is this.\nNote: and this.",
        "Then he said: go.\n\nThen he said: no.",
        "10:30 is late.\n10:40 is later.",
        "http://a.b/c is it.\nhttps://d.e too.",
        "Anna: Hi, this is a long talk.\n\nIt goes on.\n\nAnd on.\n\nAnd on.",
        "New York: the city.\n\nI went there.\n\nLondon: the other.\n\nI went.\n\nBoth are fun.",
        "Remember: be kind.\n\nOne.\n\nTwo.\n\nThree.\n\nRemember: be kind.\n\nFour.\n\nFive.",
        "The list is as follows: a.\nThe rest is here: b.",
        "He spoke.\n\nAnd he said to me:\n\nGo home.",
        "[Doorbell] Hello.\n[Door slams]\nBye.",
        "-5 degrees.\n-6 degrees.",
        "[Breeze]\nHello.\n[Breeze]\nBye.",
        "The Very Best Old Times: one.\nThe Very Best Old Times: two.",
    ],
)
def test_speech_is_no_label(text: str) -> None:
    made = parse_transcript(text).tokens
    assert not [t.raw for t in made if t.why == "speaker-label" or t.speaker]


def test_a_remark_in_a_dialogue_is_speech() -> None:
    text = "Anna: Hi.\n\nBen: Yes.\n\nNote: it rains.\n\nAnna: So.\n\n"
    text += "Ben: Look: a dog.\n\nListen: it barks."
    assert [name for name, _ in turns(text)] == ["Anna", "Ben", "Anna", "Ben"]
    assert turns(text)[1] == ("Ben", "Yes. Note: it rains.")


def test_one_word_of_a_guest_is_a_label_where_all_others_have_one() -> None:
    text = "Anna: Hi.\n\nBen: Yes.\n\nAnna: So.\n\nBen: No.\n\nZoe: Bye."
    assert turns(text)[-1] == ("Zoe", "Bye.")


def test_a_word_that_the_text_also_writes_small_is_speech() -> None:
    text = "Anna: Hi.\n\nBen: A trick.\n\nAnna: So.\n\nBen: No.\n\nTrick: ask."
    assert turns(text)[-1] == ("Ben", "No. Trick: ask.")


def test_a_label_begins_a_paragraph_and_ends_nothing() -> None:
    made = parse_transcript("ANNA:\n\nHello there\nBEN: Yes").tokens
    assert [(t.raw, t.ends) for t in made] == [
        ("ANNA:", Break.NONE),
        ("Hello", Break.NONE),
        ("there", Break.PARAGRAPH),
        ("BEN:", Break.NONE),
        ("Yes", Break.PARAGRAPH),
    ]


def test_a_change_of_speaker_without_a_name() -> None:
    assert turns(">> ANNA: Hi.\n>> Yes.\nI do.\n>>> News.") == [
        ("ANNA", "Hi."),
        ("", "Yes. I do."),
        ("", "News."),
    ]


def test_dashes_are_turns_where_all_lines_have_them() -> None:
    assert turns("— Bonjour !\n— Salut.\n—Oui.", "fr") == [
        ("", "Bonjour\xa0!"),
        ("", "Salut."),
        ("", "Oui."),
    ]
    made = parse_transcript("We need\n- apples\n- pears\nand so on, and on\nand on, and\nthe rest.")
    assert [t.why for t in made.tokens if t.raw == "-"] == ["sign", "sign"]
