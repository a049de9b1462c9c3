"""Languages: phonemes of each as phones, kana, phrases, and what a text is written in."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from pathlib import Path

import pytest

from subalign import caption
from subalign.acoustics.graph import ipa
from subalign.acoustics.graph.g2p import transcribe
from subalign.acoustics.graph.ipa import phones
from subalign.acoustics.tts import espeak
from subalign.errors import AlignmentError, UsageError
from subalign.identifying import contradicts, identify
from subalign.model import Word
from subalign.segmenting.pieces import split_pieces
from subalign.spoken import verbalise
from subalign.styles import STYLES
from subalign.transcript import parse_transcript

FIXTURES = Path(__file__).parents[1] / "fixtures"
AUDIO = FIXTURES / "sonnet" / "audio.opus"
TEXT = FIXTURES / "sonnet" / "transcript.txt"
GERMAN = (
    "Guten Morgen und herzlich willkommen zu unserer Sendung über alte Brücken. Mein Großvater war"
    " Zimmermann in einem kleinen Dorf am Fluss. Er sagte immer, Holz müsse atmen können, und"
    " deshalb baute er nie mit Beton. Danke fürs Zuhören und auf Wiederhören."
)


def said(text: str, language: str) -> str:
    """The phones of a text, a bar between its words."""
    voice = espeak.find_voice(language)
    (row,) = transcribe([text.split()], voice)
    return " | ".join(" ".join(phones(word, voice)) for word in row)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # a word of one letter is read as in its sentence, not by the letter's name
        ("cs", "řeka v městě", "ZH EH K AE | V | M N Y EH S T Y EH"),
        # tones are no sounds, and stops without breath are those of "bad dog"
        ("zh", "来 长 大", "L AY | JH AA NG | D AA"),
        ("yue", "茶 香", "T S AA | HH AH NG"),
        ("vi", "các", "K AE K"),
        ("ko", "칼", "K AE IH"),
        ("hi", "जीवन", "JH IY V AH N"),
        ("pt", "hoje rua", "OW ZH IH | HH UW AH"),
        ("sv", "sjuk", "SH UW K"),
        # syllables that are written without their vowels
        ("ar", "تمتد", "T AH M T AH D"),
        # words of another language in another voice: its name is not said
        ("zh", "好 hello", "HH AW | HH AH L OW"),
    ],
)
def test_phones(language: str, text: str, expected: str) -> None:
    assert said(text, language) == expected


@pytest.mark.parametrize("language", ["ja", "en", "de"])
def test_nothing_is_said_of_characters_that_a_voice_cannot_read(language: str) -> None:
    assert said("𠮷 漢字", language) == " | "


def test_words_that_are_run_together_are_told_apart() -> None:
    (row,) = transcribe([["the", "house", "of", "the", "rising", "sun"]], espeak.find_voice("en"))
    assert len(row) == 6
    assert row[2].startswith("ʌ")
    assert row[3].startswith("ð")


LETTERS = (
    "abcdefghijklmnopqrstuvwxyzàáâãäåæçèéêëìíîñòóôõöøùúûüýčďěłňőřśşšťūůźžșțơư "
    "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґңөү αβγδεζηθικλμνξοπρστυφχψω "
    "ابتثجحخدذرزسشصضطظعغفقكلمنهويپچگ אבגדהוזחטיכלמנסעפצקרשת "
    "अआइईउऊएऐओऔकखगघचछजझटठडढणतथदधनपफबभमयरलवशषसह 가나다라마바사아자차카타파하까따빠싸짜"
)
"""Letters of many scripts: each voice knows some, and names the others in words of its own."""


def test_every_symbol_of_every_voice_has_a_phone() -> None:
    known = set(unicodedata.normalize("NFD", "".join(ipa._IPA)))
    unknown = set()
    for voice in set(espeak.voices().values()):
        try:
            (row,) = transcribe([list(LETTERS.replace(" ", ""))], voice)
        except UsageError:  # its dictionary is not in the wheel
            continue
        plain = unicodedata.normalize("NFD", " ".join(row))
        unknown |= {c for c in plain if unicodedata.category(c) in ("Ll", "Lo")} - known
    assert not unknown


def kana(text: str) -> str:
    tokens = verbalise(parse_transcript(text, "", "ja"), "ja").tokens
    return " ".join(f"{t.shown}{t.spoken}" for t in tokens)


def test_japanese_is_said_in_kana() -> None:
    # particles, figures, kana at the end of a word, and a character that no one can read
    assert kana("今日は2011年") == "今きょ 日う はわ 2011にせんじゅういち 年ねん"
    assert kana("東京へ。行った") == "東とう 京きょう へ。え 行っいっ たた"
    assert kana("小さな𠮷") == "小ちい ささ なな 𠮷𠮷"


def test_chinese_says_the_figures_of_a_year() -> None:
    tokens = verbalise(parse_transcript("2008年，20年", "", "zh"), "zh").tokens
    assert [t.spoken for t in tokens] == ["2 0 0 8", "年", "20", "年"]


def broken(text: str, language: str) -> Sequence[str]:
    words = [Word(c, i, i + 1, after="") for i, c in enumerate(text)]
    return [piece.text for piece in split_pieces(words, STYLES["netflix"], language)]


def test_no_line_ends_inside_a_phrase() -> None:
    assert broken("町に出た。「海は広い」", "ja") == ["町に", "出た。", "「海は", "広い」"]
    assert broken("我们谈谈河边的村庄", "zh")[0] == "我们"
    assert len(broken("我们谈谈", "")) == 4


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hello.", "en"),
        ("OK", "en"),
        ("你好", "zh"),
        ("Ciao a tutti", "it"),
        ("今日は晴れ", "ja"),
        ("Ano, děkuji.", "cs"),
        ("Goedemorgen allemaal.", "nl"),
    ],
)
def test_a_word_or_two_are_identified(text: str, language: str) -> None:
    assert identify(text) == language


def test_a_language_that_the_text_denies() -> None:
    assert contradicts(GERMAN, "fr") == "de"
    assert contradicts(GERMAN, "de-AT") == ""
    assert contradicts(GERMAN[:100], "fr") == ""
    assert contradicts("今天天气很好。" * 30, "cmn") == ""


def test_a_refusal_names_the_language(tmp_path: Path) -> None:
    # so many letters cannot be said in the time of the recording: refused without listening
    text = tmp_path / "a.txt"
    text.write_text(GERMAN * 50, "utf-8")
    with pytest.raises(AlignmentError, match="language de, identified from the text; name another"):
        caption(AUDIO, text)
    with pytest.raises(AlignmentError, match="language nl, as given"):
        caption(AUDIO, text, language="nl")


def test_a_wrong_language_is_warned_of() -> None:
    made = caption(AUDIO, TEXT, engine="uniform", language="fr")
    assert made.warnings == ("the text looks like language en, but was to be read as fr",)
    assert caption(AUDIO, TEXT, engine="uniform").warnings == ()
