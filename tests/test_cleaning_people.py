"""What people say about cleaning: glossaries, decisions, the diff, and pauses that decide."""

from __future__ import annotations

import copy
import pickle
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subalign.cleaning import (
    Answer,
    Change,
    CleaningOptions,
    Decision,
    Decisions,
    Glossary,
    changes,
    clean,
    normalise,
    parse_decisions,
    parse_glossary,
    pauses_between,
    readable,
    regroup,
    render_decisions,
    render_diff,
    review,
    suggest,
)
from subalign.cleaning.glossary import phrase_keys
from subalign.errors import InputError
from subalign.model import Span, Transcript
from subalign.transcript import parse_transcript

SEED = (Path(__file__).resolve().parents[1] / "fixtures/podcast/transcript.txt").read_text("utf-8")


def shown(transcript: Transcript) -> str:
    return " ".join(readable(transcript).split())


# --- glossary ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "text", "result"),
    [
        ("GPT-4 = GPD for", "GPD for, gpd For. GPD for-profit", "GPT-4, GPT-4. GPD for-profit"),
        ("GPT-4", "We use gpt 4, GPT-4 and Gpt4.", "We use GPT-4, GPT-4 and GPT-4."),
        ("SpaceX", "At space X, (space x) and “Space X”.", "At SpaceX, (SpaceX) and “SpaceX”."),
        ("Grok", "They grok it. Grock is here.", "They grok it. Grock is here."),
        ("Apple", "An apple a day.", "An apple a day."),
        ("US", "It is for us.", "It is for us."),
        ("Blade Runner", "He saw blade runner.", "He saw Blade Runner."),
        ("Walter Isaacson = I6", "The I6 book.", "The Walter Isaacson book."),
        ("Isaac = I, 6", "I saw 6.", "Isaac saw Isaac."),
        ("Tarragona = the rag owner", "In the rag. Owner of", "In Tarragona of"),
        ("Mars = the market", "At the the market. The market", "At the Mars. Mars"),
        ("the Guide = guide", "A guide. Guide. The guide.", "A the Guide. the Guide. the Guide."),
        ("New York\nNew York Times = new york time", "The New York time.", "The New York Times."),
        ("A B = b a\nB A = a b", "B a. A b.", "A B. B A."),
        ("Yahoo! = ya who", "We use ya who! Ya who.", "We use Yahoo! Yahoo!."),
    ],
)  # fmt: skip
def test_a_spelling_is_put_in(line: str, text: str, result: str) -> None:
    glossary = parse_glossary(line)
    after = clean(parse_transcript(text), glossary=glossary)
    assert shown(after) == result
    assert after.source == text
    assert clean(after, glossary=glossary) == after


_PHRASES = st.lists(
    st.sampled_from("the Market Street a market, street B".split()), min_size=1, max_size=3
).map(" ".join)


@given(st.dictionaries(_PHRASES, _PHRASES, max_size=3), st.lists(_PHRASES, max_size=6))
def test_no_glossary_is_applied_twice(names: dict[str, str], parts: list[str]) -> None:
    variants = {phrase_keys(variant): (name, variant) for name, variant in names.items()}
    glossary = parse_glossary(
        "\n".join(f"{n.replace(',', '')} = {v.replace(',', '')}" for n, v in variants.values())
    )
    made = parse_transcript("We went to " + " ".join(parts) + ".")
    once = clean(made, "verbatim", glossary=glossary)
    assert clean(once, "verbatim", glossary=glossary) == once
    assert once.source == made.source


def test_a_longer_variant_goes_first() -> None:
    glossary = parse_glossary("X = ex\nX platform = ex plat form")
    assert shown(clean(parse_transcript("Your ex plat form, your ex."), glossary=glossary)) == (
        "Your X platform, your X."
    )


def test_the_words_of_a_replaced_phrase_keep_their_tokens() -> None:
    glossary = parse_glossary("the Guide to the Galaxy = the guy to the galaxy")
    after = clean(parse_transcript("Read the guy to the galaxy now."), glossary=glossary)
    assert [t.shown for t in after.tokens] == "Read the Guide to the Galaxy now.".split()
    assert [t.why for t in after.tokens].count("glossary-names") == 2


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("A1\n = GPD for", "names.txt:2: a glossary entry without a spelling"),
        ("A1 = GPD for,,x", "names.txt:1: an empty variant in the glossary"),
        ("\nA1 = one\n\nB2 = One", 'names.txt:4: "One" already stands for "A1" (see names.txt:2)'),
    ],
)  # fmt: skip
def test_a_wrong_glossary_line_is_named(text: str, message: str) -> None:
    with pytest.raises(InputError, match="^" + re.escape(message)):
        parse_glossary(text, "names.txt")


def test_comments_and_marks_are_no_part_of_a_name() -> None:
    glossary = parse_glossary("\ufeffC# = see sharp # the language\r\n#only this\n\nF1=eff one\n")
    assert glossary.spellings == ("C#", "F1")


def test_what_sounds_like_a_name_is_only_offered() -> None:
    glossary = parse_glossary("Grok\nCybertruck\nIsaacson")
    made = parse_transcript("Grock three and the siber truck and a book on crock pots.")
    assert clean(made, glossary=glossary) == made
    offered = {(d.before, d.after) for d in suggest(made, glossary=glossary)}
    assert ("Grock", "Grok") in offered
    assert ("siber truck", "Cybertruck") in offered
    assert not any(after == "Isaacson" for _, after in offered)


# --- decisions -----------------------------------------------------------------------------

line = st.text("ab Ωé',.-", max_size=20).map(lambda s: " ".join(s.split()))
decision = st.builds(
    Decision,
    rule=st.sampled_from(["doubled-words", "by-hand"]),
    before=line.map(lambda s: f"x {s}".strip()),
    after=line,
    left=line,
    right=line,
    answer=st.sampled_from(Answer),
    line=st.integers(0, 99),
)


@given(st.lists(decision, max_size=4))
def test_decisions_are_read_as_they_were_written(listed: list[Decision]) -> None:
    assert parse_decisions(render_decisions(listed)).all == tuple(listed)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("yes doubled-words (line 1)\n  before: a\nmaybe x\n", 'd.txt:3: unknown answer "maybe"'),
        ("  before: a\n", 'd.txt:1: not part of a decision: "before: a"'),
        ("yes x\n  befor: a\n", 'd.txt:2: not part of a decision: "befor: a" (did you mean before'),
        ("yes x\n  after: a\n", "d.txt:1: a decision without its words"),
        ("yes\n", 'd.txt:1: not a decision: "yes"'),
    ],
)
def test_a_wrong_decision_is_named(text: str, message: str) -> None:
    with pytest.raises(InputError, match="^" + re.escape(message)):
        parse_decisions(text, "d.txt")


def answered(listed: list[Decision], rule: str, answer: Answer) -> Decisions:
    chosen = [replace(d, answer=answer) if d.rule == rule else d for d in listed]
    return parse_decisions(render_decisions(chosen))


def test_answers_without_a_place_are_told() -> None:
    text = "We go with with AI. Nobody asked why. It is is so. Do you think so."
    decisions = answered(review(parse_transcript(text)), "doubled-words", Answer.NO)
    assert decisions.lost(text) == []
    assert decisions.lost(text.replace("Nobody", "Somebody")) == []
    (gone,) = decisions.lost(text.replace("It is is so. ", ""))
    assert gone.before == "is"
    assert len(decisions.lost("Another text.")) == len(decisions.all)


def test_a_refused_change_is_not_made() -> None:
    made = parse_transcript("We go with with AI. Do you think so. It is is.")
    decisions = answered(review(made), "doubled-words", Answer.NO)
    after = clean(made, decisions=decisions)
    assert shown(after) == "We go with with AI. Do you think so? It is is."
    assert clean(after, decisions=decisions) == after


def test_an_accepted_offer_is_made() -> None:
    made = parse_transcript("Such as which one. Hello. Hello. Hello. Good.")
    listed = suggest(made)
    assert {d.answer for d in listed} == {Answer.OPEN}
    decisions = Decisions(tuple(replace(d, answer=Answer.YES) for d in listed))
    assert shown(clean(made, decisions=decisions)) == "Such as which one? Hello. Good."
    assert suggest(made, decisions=decisions) == []


def test_an_edited_answer_is_what_is_shown() -> None:
    made = parse_transcript("It was true hundred hour weeks for us.")
    [offer] = [d for d in suggest(made) if d.rule == "number-style"]
    edited = Decisions((replace(offer, answer=Answer.YES, after="one-hundred-hour"),))
    after = clean(made, decisions=edited)
    assert shown(after) == "It was true one-hundred-hour weeks for us."
    assert clean(after, decisions=edited) == after


def test_a_turn_that_a_person_accepts_is_a_paragraph() -> None:
    made = parse_transcript("What is it? Yeah last year was hard.")
    [offer] = [d for d in suggest(made) if d.rule == "speaker-turns"]
    assert (offer.before, offer.after) == ("it?", "it? ¶")
    yes = Decisions((replace(offer, answer=Answer.YES),))
    assert readable(clean(made, decisions=yes)) == "What is it?\nYeah last year was hard.\n"


BY_HAND = """\
yes by-hand (line 1)
  context: I want to get in like [...] the support of electric
  before: staying away for
  after: saying thank you for

yes by-hand
  context: [...]
  before: so much appreciated
  after:
"""


def test_a_change_by_hand_is_made_where_it_belongs() -> None:
    text = (
        "Staying away for good. I want to get in like staying away for the support."
        " So much appreciated. Bye."
    )
    decisions = parse_decisions(BY_HAND)
    after = clean(parse_transcript(text), "verbatim", decisions=decisions)
    assert shown(after) == (
        "Staying away for good. I want to get in like saying thank you for the support. Bye."
    )
    assert after.source == text
    assert clean(after, "verbatim", decisions=decisions) == after
    said = " ".join(t.spoken for t in after.tokens)
    assert "like saying thank you for the support. So much appreciated. Bye." in said


def test_words_put_in_by_hand_are_normalised_but_not_yet_cleaned() -> None:
    decisions = Decisions((Decision("by-hand", "this", "the", "It is", "the end", Answer.YES),))
    made = normalise(parse_transcript("It is this the end of it."), decisions=decisions)
    assert [t.spoken for t in made.tokens] == "It is the the end of it.".split()
    assert {t.why for t in made.tokens} == {"", "by-hand"}
    assert shown(clean(made, decisions=decisions)) == "It is the end of it."


def test_decisions_survive_edits_of_the_transcript() -> None:
    decisions = answered(review(parse_transcript(SEED)), "question-marks", Answer.NO)
    edited = "A new first line.\n\n" + SEED.replace("Love to kick off", "I'd love to kick off")
    edited = edited.replace("tanking the time Elon", "taking the time, Elon")
    after = clean(parse_transcript(edited), decisions=decisions)
    assert not [t for t in after.tokens if t.why == "question-marks"]
    assert shown(after).count("Just what is it. Yeah") == 1


def test_one_of_two_alike_places_can_be_refused() -> None:
    text = "Red cars come with with us today. Blue boats are here with with them tomorrow."
    made = parse_transcript(text)
    first, second = (d for d in review(made) if d.rule == "doubled-words")
    decisions = Decisions((replace(first, answer=Answer.NO), second))
    assert shown(clean(made, decisions=decisions)) == text.replace("here with with", "here with")


def test_the_review_lists_all_places_once() -> None:
    made = parse_transcript(SEED)
    listed = review(made)
    done = [d for d in listed if d.answer is Answer.YES]
    assert len(done) > 150
    assert len(listed) - len(done) == len(suggest(made))
    again = review(made, decisions=Decisions(tuple(listed)))
    assert sorted(map(str, again)) == sorted(map(str, listed))


# --- the diff ------------------------------------------------------------------------------


def test_changes_say_what_where_and_why() -> None:
    before = parse_transcript("It is here.\n\nWe kick off with with our. New AI.")
    assert changes(before, clean(before)) == [
        Change("doubled-words", 3, "with", "", "¶ We kick off", "with our new AI."),
        Change("broken-periods", 3, "our. New", "our new", "We kick off with", "AI. ¶"),
    ]
    assert changes(before, before) == []


def test_the_diff_is_lines_of_styled_text_with_counts() -> None:
    before = parse_transcript("We kick off with with AI. Why is it so.")
    lines = list(render_diff(before, clean(before)))
    assert ["".join(text for _, text in pieces) for pieces in lines] == [
        "1: We kick off [-with-] with AI. Why is  doubled-words",
        "1: AI. Why is it [-so. ¶-]{+so? ¶+}  question-marks",
        "     1  doubled-words",
        "     1  question-marks",
    ]
    assert ("hidden", "[-with-]") in lines[0]


def test_readable_text_names_speakers_and_keeps_dashes() -> None:
    made = parse_transcript("ANNA: Well—no.\nAnd yes.\n\nBO: [laughs] All right.\n\nBO: Bye.")
    assert readable(made) == "ANNA: Well—no. And yes.\nBO: [laughs] All right.\nBye.\n"


def test_readable_text_of_the_source_is_the_source() -> None:
    assert readable(parse_transcript(SEED)).split() == SEED.split()


# --- pauses --------------------------------------------------------------------------------


def aligned(transcript: Transcript, rests: dict[str, int]) -> list[Span | None]:
    """Give each spoken token 100 ms, and a silence in ms after those in ``rests``."""
    spans: list[Span | None] = []
    now = 0
    for token in transcript.tokens:
        spans.append(Span(now, now + 100, 1.0) if token.spoken else None)
        now += (100 + rests.get(token.raw, 0)) * bool(token.spoken)
    return spans


PAUSED = "So we got transformers. Put in place. I saw it is. Nothing else. It is by. The sea."


def after_pauses(rests: dict[str, int]) -> str:
    made = parse_transcript(PAUSED)
    first = clean(made)
    second = clean(made, pauses=pauses_between(made, aligned(made, rests)))
    assert [t.raw for t in second.tokens] == [t.raw for t in first.tokens]
    assert [bool(t.shown) for t in second.tokens] == [bool(t.shown) for t in first.tokens]
    assert [t.spoken for t in second.tokens] == [t.spoken for t in first.tokens]
    return shown(second)


def test_without_pauses_the_words_decide() -> None:
    assert shown(clean(parse_transcript(PAUSED))).startswith("So we got transformers put in place.")


def test_a_long_pause_keeps_a_doubtful_period() -> None:
    text = after_pauses({"transformers.": 300, "is.": 500, "place.": 500, "by.": 500})
    assert text.startswith("So we got transformers. Put in place. I saw it is. Nothing else.")


def test_a_short_pause_joins_after_a_function_word() -> None:
    text = after_pauses({"place.": 500, "else.": 400})
    assert (
        text == "So we got transformers put in place. I saw it is nothing else. It is by the sea."
    )


def test_pauses_lie_between_words_that_were_heard() -> None:
    made = parse_transcript("One two three — four [music] five six seven.")
    spans = aligned(made, {"One": 250, "three": 300, "four": 300, "five": 50, "six": 400})
    assert pauses_between(made, spans) == {0: 250, 1: 0, 6: 50, 7: 400}
    spans[7] = None
    assert pauses_between(made, spans) == {0: 250, 1: 0}


def test_a_hidden_stutter_is_no_silence() -> None:
    made = parse_transcript("My joke which is. A a little long is good.")
    text = "My joke which is a little long is good."
    assert shown(clean(made)) == text
    spans = aligned(made, {"is.": 250, "A": 50})
    assert [pauses_between(made, spans)[i] for i in (3, 4)] == [250, 50]
    assert shown(clean(made, pauses=pauses_between(made, spans))) == text
    long = pauses_between(made, aligned(made, {"is.": 50, "A": 350}))
    assert shown(clean(made, pauses=long)) == "My joke which is. A little long is good."


def test_a_name_in_pieces_lasts_as_long_as_they_do() -> None:
    made = parse_transcript("SpaceX is space X. Yes.")
    after = clean(made)
    spans = [Span(0, 300, 0.9), Span(300, 400, 1.0), Span(400, 700, 0.5), None, Span(900, 990, 1.0)]
    found = regroup(made, after, spans)
    assert [t.shown for t in after.tokens] == ["SpaceX", "is", "SpaceX.", "Yes."]
    assert found == [spans[0], spans[1], Span(400, 700, 0.5), spans[4]]
    spans[3] = Span(720, 800, 0.7)
    assert regroup(made, after, spans)[2] == Span(400, 800, 0.6)
    assert regroup(made, after, [None] * 5) == [None] * 4


# --- values --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "value",
    [
        parse_glossary("GPT-4 = GPD for, GPT four\nCybertruck"),
        Decision("fillers", "um,", "", "It is,", "good.", Answer.YES, 3),
        Decisions((Decision("by-hand", "a b", "c"), Decision("quotes", "d", "e"))),
        Change("fillers", 3, "um,", "", "It is,", "good."),
        CleaningOptions(short_pause_ms=200),
    ],
    ids=lambda value: type(value).__name__,
)
def test_values_pickle_copy_hash_and_compare(value: object) -> None:
    for copied in (pickle.loads(pickle.dumps(value)), copy.deepcopy(value), copy.copy(value)):
        assert copied == value
        assert {copied, value} == {value}
        assert repr(copied) == repr(value)


def test_copied_decisions_still_find_their_places() -> None:
    known = Decisions((Decision("quotes", "a b", "c", "one", "two"),))
    place = Decision("quotes", "a b", "", "one", "two")
    assert pickle.loads(pickle.dumps(known)).find(place) == known.all[0]


def test_a_glossary_of_a_dict_is_that_of_the_file() -> None:
    made = Glossary.from_dict({"GPT-4": ["GPD for", "GPT four"], "Cybertruck": ()})
    assert made == parse_glossary("GPT-4 = GPT four, GPD for\nCybertruck")
    assert shown(clean(parse_transcript("A GPD for it."), glossary=made)) == "A GPT-4 it."


@pytest.mark.parametrize(
    ("names", "message"),
    [
        ({"GPT-4": "GPD for"}, "names: 'GPT-4' must be a list of texts"),
        ({"GPT-4": [4]}, "names: 'GPT-4' must be a list of texts"),
        ({"GPT-4": ["!"]}, "names: an empty variant in the glossary"),
        ({"...": []}, "names: a glossary entry without a spelling"),
        ({"A1": ["b"], "C1": ["B"]}, 'names: "B" already stands for "A1"'),
    ],
)
def test_a_wrong_dict_is_refused_as_a_wrong_file_is(
    names: dict[str, list[str]], message: str
) -> None:
    with pytest.raises(InputError) as caught:
        Glossary.from_dict(names, "names")
    assert str(caught.value).startswith(message)


def test_options_change_what_is_sure() -> None:
    made = parse_transcript("We go now. We go now. We go now. Good.")
    assert shown(clean(made)) == shown(made)
    assert shown(clean(made, options=CleaningOptions(loop_min_words=3))) == "We go now. Good."
