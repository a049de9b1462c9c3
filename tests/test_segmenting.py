"""Which words share a caption and a line: limits, text, and captions that read well."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from subalign.checking import check
from subalign.grammar.function_words import LANGUAGES, Role
from subalign.grammar.lexicon import lexicon
from subalign.measure import width
from subalign.model import Alignment, Break, Cue, Word
from subalign.segmenting import segment
from subalign.segmenting.pieces import label_of, pieces
from subalign.styles import STYLES, Style
from subalign.timing import retime

NETFLIX, BBC = STYLES["netflix"], STYLES["bbc"]
_ENDS = re.compile(r"[.?!…][\"'”’»)\]]*$")
_HARD = {"order", "overlap", "empty", "line-length", "line-count", "min-duration", "max-duration"}


def timed(text: str, each: int = 80, language: str = "en", speaker: str = "") -> Alignment:
    """Words that take ``each`` ms a letter; ``/`` is a pause of 0.5 s, a newline a new paragraph.

    A token such as ``Anna:`` changes the speaker.
    """
    words: list[Word] = []
    at = 0
    for paragraph in text.split("\n"):
        for token in paragraph.split():
            if token == "/":
                at += 500
            elif re.fullmatch(r"[A-Z]\w*:", token):
                speaker = token[:-1]
            else:
                end = at + each * len(token)
                ends = Break.SENTENCE if _ENDS.search(token) else Break.NONE
                words.append(Word(token, at, end, ends=ends, speaker=speaker))
                at = end
        words[-1] = replace(words[-1], ends=Break.PARAGRAPH)
    return Alignment(tuple(words), language, at + 500)


def lines(text: str, style: Style = NETFLIX, **kw: int | str) -> list[str]:
    """The cues of a text as a person would write them down."""
    return shown(segment(timed(text, **kw), style))  # type: ignore[arg-type]


def shown(cues: Sequence[Cue]) -> list[str]:
    return [" | ".join(cue.labelled) for cue in cues]


# --- nothing is lost, and no limit is broken ---------------------------------------------------

UGLY = [
    "a",
    "it's",
    "“Oui”",
    "«",
    "»",
    "—",
    "!",
    "[laughs]",
    "♪",
    "15",
    "%",
    "\u200b",
    "naïve,",
    "\u0301",
    "今日は",
    "。",
    "ニャー",
    "ภาษาไทย",
    "👩\u200d🚀",
    "https://example.org/a/very/long/address/that/no/line/can/ever/hold?q=1&r=2",
    "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz",
    "[a very long description of some music that plays while nobody speaks]",
    "0" * 100,
    "\u0301" * 90,
    "漢" * 50,
]


@st.composite
def ugly_alignments(draw: st.DrawFn) -> Alignment:
    words, at = [], draw(st.integers(0, 10_000))
    for _ in range(draw(st.integers(0, 25))):
        lasts = draw(st.sampled_from([0, 1, 90, 300, 1000, 20_000]))
        words.append(
            Word(
                draw(st.sampled_from(UGLY)),
                at,
                at + lasts,
                ends=draw(st.sampled_from(list(Break))),
                speaker=draw(
                    st.sampled_from(["", "", "Al", "Dr. Wolfgang Amadeus von Trappstein"])
                ),
                after=draw(st.sampled_from([" ", " ", ""])),
            )
        )
        at += draw(st.sampled_from([0, 0, lasts, lasts, lasts + 400, lasts + 3_600_000]))
    return Alignment(tuple(words), draw(st.sampled_from(["en", "ja", "xx"])), at)


def letters(text: str) -> str:
    """What is left of a text without spaces, hyphens and what cannot be seen."""
    return "".join(c for c in text if c not in "- " and unicodedata.category(c) not in ("Cf", "Mn"))


@given(ugly_alignments(), st.sampled_from(list(STYLES.values())))
def test_every_word_is_shown_once_and_in_order(alignment: Alignment, style: Style) -> None:
    cues = segment(alignment, style)
    assert letters("".join("".join(c.lines) for c in cues)) == letters(alignment.text)


@given(ugly_alignments(), st.sampled_from(list(STYLES.values())))
def test_no_line_is_too_wide_and_no_cue_too_tall(alignment: Alignment, style: Style) -> None:
    for cue in segment(alignment, style):
        assert 1 <= len(cue.lines) <= style.max_lines
        assert all(0 < width(line) <= style.line_width for line in cue.labelled)


@given(ugly_alignments(), st.sampled_from(list(STYLES.values())))
def test_cues_start_with_their_first_word_and_end_with_their_last(
    alignment: Alignment, style: Style
) -> None:
    cues = segment(alignment, style)
    starts = {word.start for word in alignment.words}
    for cue, following in zip(cues, [*cues[1:], None], strict=False):
        assert cue.start <= cue.end
        assert following is None or cue.end <= following.start or cue.end == cue.start
    if cues:
        assert cues[0].start in starts


def spoken(rate: int, seed: int, count: int) -> Alignment:
    """The start of the podcast, at ``rate`` words a minute on average, with pauses by chance."""
    text = (ROOT / "fixtures" / "podcast" / "transcript.txt").read_text("utf-8")
    chance = random.Random(seed)
    words: list[Word] = []
    at = 0
    for token in text.split()[:count]:
        lasts = round(60_000 / rate * (len(token) + 1) / 5.9 * chance.uniform(0.7, 1.3))
        ended = bool(_ENDS.search(token))
        words.append(Word(token, at, at + lasts, ends=Break.SENTENCE if ended else Break.NONE))
        at += lasts + (int(chance.expovariate(1 / 300)) if ended or chance.random() < 0.05 else 0)
    return Alignment(tuple(words), "en", at)


@pytest.mark.parametrize("style", STYLES.values(), ids=lambda s: s.name)
@pytest.mark.parametrize("rate", [120, 180, 260])
def test_speech_at_any_rate_keeps_the_hard_limits(rate: int, style: Style) -> None:
    alignment = spoken(rate, rate, 1500)
    cues = segment(alignment, style)
    made = retime(cues, style, alignment.duration)
    # Random words make sentences that leave a word over where lines are short.
    broken = {problem.rule for problem in check(made, style)} - {"orphan"}
    assert broken <= ({"reading-speed"} if rate >= 180 else set()) | (
        {"reading-speed"} if style.name == "bbc" else set()
    )
    assert " ".join(" ".join(cue.lines) for cue in cues) == alignment.text


def test_slow_speech_can_always_be_read() -> None:
    alignment = spoken(120, 1, 1500)
    for style in STYLES.values():
        problems = check(retime(segment(alignment, style), style, alignment.duration), style)
        assert {problem.rule for problem in problems} <= {"orphan"}


def test_an_episode_of_no_words_has_no_cues() -> None:
    assert segment(Alignment((), "en", 1000), NETFLIX) == ()
    blank = Alignment((Word(" ", 0, 5), Word("\u200b", 5, 9)), "en", 1000)
    assert segment(blank, NETFLIX) == ()


def test_the_layout_of_a_long_episode_does_not_depend_on_where_it_is_cut() -> None:
    """The search looks at 8192 starts at a time; nothing may happen at the seams."""
    part = spoken(170, 3, 600)
    count = 17
    words = [
        replace(word, start=word.start + n * 600_000, end=word.end + n * 600_000)
        for n in range(count)
        for word in part.words
    ]
    cues = segment(Alignment(tuple(words), "en", count * 600_000), NETFLIX)
    one = shown(segment(part, NETFLIX))
    assert len(words) > 8192
    assert shown(cues) == one * count


# --- captions read well -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fits in one line, so it stays there.", ["It fits in one line, so it stays there."]),
        (
            "I could not come to the party because my mother had fallen ill.",
            ["I could not come to the party | because my mother had fallen ill."],
        ),
        (
            "He wanted to see the whole of the old town, and nobody had told him why.",
            ["He wanted to see | the whole of the old town,", "and nobody had told him why."],
        ),
        (
            "This is the house that the famous writer Johann Wolfgang Goethe bought.",
            ["This is the house that the famous writer | Johann Wolfgang Goethe bought."],
        ),
        (
            "The programme was seen last year by 140 million people in the country.",
            ["The programme was seen last year | by 140 million people in the country."],
        ),
        (
            "They closed the bridge for two weeks because of the storm that was coming.",
            ["They closed the bridge for two weeks | because of the storm that was coming."],
        ),
        ("Yes. No. Simple.", ["Yes. No. Simple."]),
        (
            "It is cold. We should really all go home now, I think. It is very late.",
            ["It is cold. | We should really all go home now, I think.", "It is very late."],
        ),
    ],
)
def test_english_breaks_where_the_sense_does(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "de",
            "Wir konnten die alte Brücke nicht retten obwohl die Nachbarn alle sofort kamen.",
            "Wir konnten die alte Brücke nicht retten | obwohl die Nachbarn alle sofort kamen.",
        ),
        (
            "fr",
            "Nous avons visité la maison de l'écrivain qui a vécu dans ce village.",
            "Nous avons visité la maison de l'écrivain | qui a vécu dans ce village.",
        ),
        (
            "es",
            "El presidente dijo ayer por la tarde en Madrid que no pensaba dimitir nunca.",
            "El presidente dijo ayer por la tarde | en Madrid que no pensaba dimitir nunca.",
        ),
        (
            "it",
            "Il direttore ha chiuso la scuola vecchia perché non c'era rimasto nessuno.",
            "Il direttore ha chiuso la scuola vecchia | perché non c'era rimasto nessuno.",
        ),
        (
            "nl",
            "De burgemeester heeft gisteren gezegd dat hij niet opnieuw wil worden gekozen.",
            "De burgemeester heeft gisteren gezegd | dat hij niet opnieuw wil worden gekozen.",
        ),
        (
            "pt",
            "O diretor decidiu ontem fechar a escola porque já não havia alunos.",
            "O diretor decidiu ontem fechar a escola | porque já não havia alunos.",
        ),
        (
            "ru",
            "Учитель сказал нам вчера вечером что завтра занятий в школе не будет.",
            "Учитель сказал нам вчера вечером | что завтра занятий в школе не будет.",
        ),
    ],
)
def test_each_language_knows_where_its_clauses_open(
    language: str, text: str, expected: str
) -> None:
    assert lines(text, language=language) == [expected]


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "it", "nl", "pt", "ru"])
def test_no_caption_ends_on_a_word_that_leans_on_the_next(language: str) -> None:
    """Whatever else is said, there is always a better place than after an article."""
    own = lexicon(language)
    asked = {Role.ARTICLE, Role.POSSESSIVE}
    small = [word for word, roles in own.words.items() if roles & asked and word[-1] != "'"]
    chance = random.Random(language)
    text = " ".join(
        chance.choice(small) + " " + "x" * chance.randint(3, 8) + " " + "y" * chance.randint(4, 9)
        for _ in range(120)
    )
    for cue in segment(timed(text, language=language), NETFLIX):
        assert not any(line.split()[-1] in small for line in cue.lines), cue


def test_a_period_after_a_word_that_ends_no_sentence_is_a_slip() -> None:
    text = "We looked for a long time at the. Old house in the wood and went home."
    assert not any(cue.endswith("the.") for cue in lines(text))


def test_a_period_after_a_preposition_is_believed_where_the_voice_rests() -> None:
    spoken_on = "That is really what all of this is for. Nobody knew it at the time."
    rested = spoken_on.replace("for.", "for. /")
    assert lines(rested)[0].endswith("for.")
    assert not lines(spoken_on)[0].endswith("for.")


def test_titles_and_abbreviations_end_no_sentence() -> None:
    text = "We sat for hours and waited for Dr. Anna Grove to come into the room."
    assert all("Dr. Anna Grove" in cue or "Dr." not in cue for cue in lines(text))


def test_a_pause_that_is_heard_ends_a_caption() -> None:
    text = "one two three four five six / / seven eight nine ten"
    assert lines(text) == ["one two three four five six", "seven eight nine ten"]
    assert len(lines(text.replace("/", ""))) == 1


def test_nothing_is_read_long_before_it_is_said() -> None:
    words = timed("The winner of this year's prize is").words
    later = Word("Anna.", words[-1].end + 3_600_000, words[-1].end + 3_600_500)
    cues = segment(Alignment((*words, later), "en", 4_000_000), NETFLIX)
    assert shown(cues) == ["The winner of this year's prize is", "Anna."]


def test_sounds_stand_apart_from_speech() -> None:
    text = "and that was all there was to say [applause] so they went home"
    assert lines(text, each=120) == [
        "and that was all there was to say",
        "[applause]",
        "so they went home",
    ]


def test_quotes_are_kept_together() -> None:
    text = 'He always said to us that "time is money" and then he went to sleep.'
    assert lines(text) == [
        'He always said to us that "time is money"',
        "and then he went to sleep.",
    ]


# --- speakers -----------------------------------------------------------------------------------


def test_a_new_speaker_starts_a_cue_and_is_named() -> None:
    cues = segment(timed("Anna: I am here. Ben: So am I, and I was first."), BBC)
    assert shown(cues) == ["Anna: I am here.", "Ben: So am I, and I was first."]
    assert [cue.speaker for cue in cues] == ["Anna", "Ben"]


def test_a_speaker_who_goes_on_is_not_named_again() -> None:
    text = "Anna: This is the first sentence that I say. And this is the second one of them all."
    assert [cue.label for cue in segment(timed(text), BBC)] == ["Anna:", ""]


def test_speakers_share_a_cue_only_where_it_would_be_too_short() -> None:
    text = "Anna: Did you see it at all? Ben: No. Anna: And why not, if I may ask you?"
    hurried = segment(timed(text, each=60), NETFLIX)
    assert shown(hurried) == [
        "-Did you see it at all? | -No.",
        "Anna: And why not, if I may ask you?",
    ]
    assert [cue.speaker for cue in hurried] == ["", "Anna"]
    assert not any("-" in cue for cue in lines(text, each=400))
    assert not any("-" in cue for cue in lines(text, style=BBC, each=60))


def test_a_label_takes_its_room_in_the_first_line() -> None:
    name = "Dr. Wolfgang Amadeus von Trappstein"
    assert label_of(name, NETFLIX) == "Dr. Wolfgang Amadeus:"
    text = "We came, all of us together, to the house in the wood that nobody knew before."
    for style in STYLES.values():
        cue = segment(timed(text, speaker=name), style)[0]
        assert cue.label == label_of(name, style)
        assert width(cue.labelled[0]) <= style.line_width


# --- words that are wider than a line, and scripts without spaces -----------------------------


def test_a_long_word_is_cut_with_a_hyphen_between_syllables() -> None:
    word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk"
    (cue,) = segment(timed(word, each=30), NETFLIX)
    assert cue.lines == ("Donaudampfschifffahrtselekt-", "rizitätenhauptbetriebswerk")


def test_an_address_is_cut_after_a_sign_without_a_hyphen() -> None:
    address = "https://www.example.org/one/two/three/four/five/six"
    (cue,) = segment(timed(address, each=40), NETFLIX)
    assert "".join(cue.lines) == address
    assert cue.lines[0].endswith("/")


def test_the_parts_of_a_cut_word_share_its_time() -> None:
    word = Word("x" * 60, 1000, 4000)
    first, second = pieces([word], NETFLIX)
    assert (first.start, first.end, second.start, second.end) == (1000, 2500, 2500, 4000)


def test_words_written_without_a_space_stay_together() -> None:
    glued = [Word("well", 0, 1, after=""), Word("known,", 1, 2), Word("rock-", 2, 3, after="")]
    made = pieces([*glued, Word("and-roll", 3, 4)], NETFLIX)
    assert [part.text for part in made] == ["wellknown,", "rock-", "and-roll"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "吾輩は猫である。名前はまだ無い。「どこで生れたか」とんと見当がつかぬ。ニャーニャー。",
            "ja",
        ),
        ("二十世纪九十年代以来，互联网改变了人们获取信息的方式，也让“全球化”变得家喻户晓。", "zh"),
    ],
)
def test_no_line_starts_or_ends_with_a_sign_that_may_not(text: str, language: str) -> None:
    words = [Word(c, 150 * i, 150 * i + 150, after="") for i, c in enumerate(text)]
    for columns in range(8, 42):
        style = replace(NETFLIX, line_width=columns, min_duration=1)
        cues = segment(Alignment(tuple(words), language, 10_000), style)
        every = [line for cue in cues for line in cue.lines]
        assert "".join(every) == text
        assert not any(line[0] in "。，」”ーャ" or line[-1] in "「“" for line in every), every


def test_french_signs_stay_with_their_word() -> None:
    words = [Word(text, 0, 0) for text in "Il a dit : « Pourquoi ? » Oui .".split()]
    made = [part.text for part in pieces(words, NETFLIX)]
    assert made == ["Il", "a", "dit :", "« Pourquoi ? »", "Oui ."]


# --- times that no engine should give ---------------------------------------------------------


def test_a_word_that_lasts_too_long_stands_alone() -> None:
    words = (Word("Well", 0, 60_000), Word("then.", 60_000, 60_400))
    cues = segment(Alignment(words, "en", 61_000), NETFLIX)
    assert shown(cues) == ["Well", "then."]
    assert cues[0].duration <= NETFLIX.max_duration


def test_words_that_all_start_at_once_fill_their_cues() -> None:
    words = tuple(Word("word", 5000, 5000) for _ in range(16))
    assert len(segment(Alignment(words, "en", 9000), NETFLIX)) == 1


# --- the lists ----------------------------------------------------------------------------------


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_lists_are_clean(code: str) -> None:
    lists = LANGUAGES[code]
    for role, listed in lists.words.items():
        words = listed.split()
        assert listed == listed.lower(), role
        assert len(words) == len(set(words)), (role, sorted(words))
    for listed in lists.phrases.values():
        assert all(2 <= len(phrase.split()) <= 4 for phrase in listed.split(","))
    known = {word for listed in lists.words.values() for word in listed.split()}
    assert set(lists.unfinished.split()) <= known


def test_a_language_is_found_by_its_first_part() -> None:
    assert lexicon("pt-BR") == lexicon("pt")
    assert lexicon("tlh").words == {}


def test_elided_words_open_and_lean_by_their_parts() -> None:
    french = lexicon("fr")
    assert Role.SUBORDINATOR in french.opens("qu'une")
    assert Role.ARTICLE in french.leans("qu'une")
    assert french.leans("l'homme") == frozenset()
