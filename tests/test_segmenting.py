"""Which words share a caption and a line: limits, text, and captions that read well."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import replace

import pytest

from subalign.grammar import find_grammar
from subalign.languages import find_language, list_languages
from subalign.languages.base import Role
from subalign.measure import width
from subalign.model import Alignment, Break, Cue, Word
from subalign.segmenting import segment
from subalign.segmenting.analysis import TextAnalysis
from subalign.segmenting.pieces import label_of, split_pieces
from subalign.segmenting.scoring import score_breaks
from subalign.segmenting.weights import BreakScore, BreakWeights
from subalign.styles import STYLES, Style

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
        (
            "She bought three small houses in town, a farm, a mill,"
            " and the land between the river and the road.",
            [
                "She bought three small houses in town,",
                "a farm, a mill, and the land | between the river and the road.",
            ],
        ),
        (
            "They told us that it is possible to stay in the house"
            " for a while if nobody else wants it.",
            [
                "They told us that it is possible | to stay in the house",
                "for a while if nobody else wants it.",
            ],
        ),
        (
            "My neighbours bought it from you in the hope of a quick sale to somebody else.",
            ["My neighbours bought it from you", "in the hope of a quick sale | to somebody else."],
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


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("dann erteilte die Polizei Verbote", ""),
        ("die Polizei erteilte ein Verbot", "erteilte"),
        ("von der Polizei bekommt er Hilfe", "bekommt"),
        ("er hat Geschenke gemacht und gelacht", ""),
        ("er sah wie die Polizei wartete", ""),
        ("eine alte Brücke", ""),
    ],
)
def test_german_spelling_shows_a_verb_behind_its_noun(text: str, verb: str) -> None:
    parts = split_pieces(timed(text, language="de").words, NETFLIX, "de")
    analysis = TextAnalysis(parts, find_grammar("de"), NETFLIX, BreakWeights())
    found = [b for b in range(1, len(parts)) if analysis.finite_verb(b)]
    assert [parts[b].text for b in found] == [verb] * bool(verb)


def score_of(text: str) -> BreakScore:
    """How much the boundary at ``|`` asks for a break."""
    language, _, rest = text.partition(": ")
    before, after = rest.split(" | ")
    parts = split_pieces(timed(f"{before} {after}", language=language).words, NETFLIX, language)
    weights = BreakWeights()
    analysis = TextAnalysis(parts, find_grammar(language), NETFLIX, weights)
    return score_breaks(analysis, weights)[len(before.split())]


@pytest.mark.parametrize(
    "text",
    [
        "en: one family that lives right here in Washington, | D.C. sees a person at home",
        "en: the letters that are used in many splendid psalters, | etc., are made by them",
        "en: they can still think of it all like all | the books that were written by them",
        "en: then they start to have this with the data where | you have to make some more",
        "en: they look at the safety of planes and cars just | as we have done for years",
        "en: so they think of something like the S.R. | 71 that had almost no defences",
        "de: dann beginnt für den Verein beim damaligen | griechischen Zweitligisten die Zeit",
    ],
)
def test_what_belongs_together_is_not_parted(text: str) -> None:
    assert score_of(text).cue < 0
    assert score_of(text).line < 0


@pytest.mark.parametrize(
    "text",
    [
        "en: so what they have had to pay for it is far | more than any of us would give",
        "en: they have printed many more beautiful books than | in the years before the war",
        "en: they did not know all that much about how | to build it so that it would last",
    ],
)
def test_no_group_opens_inside_another(text: str) -> None:
    assert score_of(text).cue <= 0
    assert score_of(text).line <= 0


def test_a_sentence_that_a_caption_can_hold_is_not_cut() -> None:
    text = "With all their friends around, Anna and Ben are likely to stay."
    assert lines(text) == ["With all their friends around, | Anna and Ben are likely to stay."]


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "it", "nl", "pt", "ru"])
def test_no_caption_ends_on_a_word_that_leans_on_the_next(language: str) -> None:
    """Whatever else is said, there is always a better place than after an article."""
    own = find_grammar(language)
    asked = {Role.ARTICLE, Role.POSSESSIVE}
    small = [word for word, roles in own.words.items() if roles & asked and word[-1] != "'"]
    chance = random.Random(language)
    text = " ".join(
        chance.choice(small) + " " + "x" * chance.randint(3, 8) + " " + "y" * chance.randint(4, 9)
        for _ in range(120)
    )
    for cue in segment(timed(text, language=language), NETFLIX):
        assert not any(line.split()[-1] in small for line in cue.lines), cue


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("The council has now at last decided to close these narrow streets for cars.", "these"),
        ("The oldest of the four houses was sold for a very small price last year.", "very"),
        ("Whoever comes to us from far away must first learn to, you know, wait.", "to,"),
        ("Nobody in the whole town knew whom they could turn to when it rained.", "turn"),
        ("They asked all of us who had been there for more than 40 years about it.", "than"),
    ],
)
def test_no_line_ends_where_the_next_word_is_needed(text: str, never: str) -> None:
    broken = [line for cue in segment(timed(text), NETFLIX) for line in cue.lines]
    assert len(broken) > 1
    assert not any(line.split()[-1] == never for line in broken), broken


def test_a_preposition_that_a_verb_follows_opens_a_clause() -> None:
    assert lines("The mayor thanked the people of the town for helping to put out the fire.") == [
        "The mayor thanked the people of the town | for helping to put out the fire."
    ]


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
    assert lines(text) == ['He always said to us that "time is money" | and then he went to sleep.']


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
    first, second = split_pieces([word], NETFLIX)
    assert (first.start, first.end, second.start, second.end) == (1000, 2500, 2500, 4000)


def test_words_written_without_a_space_stay_together() -> None:
    glued = [Word("well", 0, 1, after=""), Word("known,", 1, 2), Word("rock-", 2, 3, after="")]
    made = split_pieces([*glued, Word("and-roll", 3, 4)], NETFLIX)
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
    made = [part.text for part in split_pieces(words, NETFLIX)]
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


@pytest.mark.parametrize("code", list_languages())
def test_the_lists_are_clean(code: str) -> None:
    lists = find_language(code).function_words
    for role, listed in lists.words.items():
        words = listed.split()
        assert listed == listed.lower(), role
        assert len(words) == len(set(words)), (role, sorted(words))
    for listed in lists.phrases.values():
        assert all(2 <= len(phrase.split()) <= 4 for phrase in listed.split(","))
    known = {word for listed in lists.words.values() for word in listed.split()}
    assert set(lists.unfinished.split()) <= known


def test_a_language_is_found_by_its_first_part() -> None:
    assert find_grammar("pt-BR") == find_grammar("pt")
    assert find_grammar("tlh").words == {}


def test_elided_words_open_and_lean_by_their_parts() -> None:
    french = find_grammar("fr")
    assert Role.SUBORDINATOR in french.roles_as_first("qu'une")
    assert Role.ARTICLE in french.roles_as_last("qu'une")
    assert french.roles_as_last("l'homme") == frozenset()
