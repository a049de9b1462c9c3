"""How far times are from a reference: matching by text, and what is counted."""

from __future__ import annotations

import time
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subalign.errors import FormatError, InputError, UsageError
from subalign.evaluating import Timed, evaluate, from_captions, parse_labels, parse_wanted
from subalign.evaluating.comparing import Comparison, compare
from subalign.evaluating.confidence import reliability
from subalign.evaluating.items import Item, Unit, tokens
from subalign.evaluating.matching import UNMATCHED, match
from subalign.evaluating.report import Report
from subalign.model import Alignment, Break, Captions, Cue, Word

TEXT = """the quick brown fox jumps over the lazy dog and then the dog gets up and runs after the
fox until they both come to the river where the water is cold and the stones are wet""".split()


def words(
    text: str, *, step: int = 300, late: int = 0, confidence: float | None = None
) -> list[Item]:
    """Each word takes ``step`` ms but for the last 100."""
    return [
        Item(word, i * step + late, (i + 1) * step - 100 + late, confidence=confidence)
        for i, word in enumerate(text.split())
    ]


def phrases(items: Sequence[Item], *sizes: int) -> list[Item]:
    made, first = [], 0
    for size in sizes:
        own = items[first : first + size]
        made.append(Item(" ".join(i.text for i in own), own[0].start, own[-1].end))
        first += size
    return made


def judge(hypothesis: Timed, reference: Timed) -> Report:
    return evaluate(hypothesis, reference, 42)


def start_errors(found: Comparison) -> list[int | None]:
    return [pair.start_error for pair in found.pairs]


def end_errors(found: Comparison) -> list[int | None]:
    return [pair.end_error for pair in found.pairs]


# --- matching --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It’s O`Neil’s — “Wörter”, 20,000!", "it's o'neil's wörter 20 000"),
        ("[music] <i>the</i> 'end' rock_n_roll", "the end rock n roll"),
        ("ﬁne ＡＢＣ", "fine abc"),
        ("今日は ok です", "今 日 は ok で す"),
        ("हिन्दी में", "हिन्दी में"),
        ("... — !", ""),
    ],
)
def test_tokens_are_what_is_the_same_in_every_spelling(text: str, wanted: str) -> None:
    assert " ".join(tokens(text)) == wanted


@given(
    st.lists(st.sampled_from("abcd"), max_size=30), st.lists(st.sampled_from("abcd"), max_size=30)
)
def test_matches_are_of_the_same_tokens_and_in_order(one: list[str], other: list[str]) -> None:
    found = match(one, other)
    pairs = [(i, j) for i, j in enumerate(found.same) if j != UNMATCHED]
    assert all(one[i] == other[j] for i, j in pairs)
    assert [j for _, j in pairs] == sorted({j for _, j in pairs})
    assert len(found.starts) == len(found.ends) == len(one)
    if one == other:
        assert found.same == list(range(len(one)))


@given(st.data())
def test_a_text_is_found_in_itself_with_words_left_out(data: st.DataObject) -> None:
    kept = data.draw(st.lists(st.booleans(), min_size=len(TEXT), max_size=len(TEXT)))
    some = [word for word, keep in zip(TEXT, kept, strict=True) if keep]
    found = match(TEXT, some)
    assert found.count == len(some)


@pytest.mark.parametrize(
    ("reference", "hypothesis", "starts", "ends"),
    [
        ("he paid 20 euros", "he paid twenty euros", 2, 2),
        ("he paid 2500 euros", "he paid two thousand five hundred euros", 2, 5),
        ("ask Grock about it", "ask Grok about it", 1, 1),
        ("not any more here", "not anymore here", 1, None),
        ("we sat down", "we then down", None, None),
    ],
)
def test_what_is_spelt_differently_has_the_same_edges(
    reference: str, hypothesis: str, starts: int | None, ends: int | None
) -> None:
    one, other = tokens(reference), tokens(hypothesis)
    found = match(one, other)
    odd = next(i for i, word in enumerate(one) if found.same[i] == UNMATCHED)
    assert (found.starts[odd], found.ends[odd]) == (
        UNMATCHED if starts is None else starts,
        UNMATCHED if ends is None else ends,
    )


def test_what_is_said_twice_is_no_anchor() -> None:
    assert match("x y z u x y z".split(), "x y z u".split()).same == [0, 1, 2, 3, -1, -1, -1]


@pytest.mark.slow
@pytest.mark.parametrize("vocabulary", [1, 3, 5000])
def test_a_hundred_thousand_words_take_seconds(vocabulary: int) -> None:
    one = [f"w{(i * i * 7919) % vocabulary}" for i in range(100_000)]
    other = [word for i, word in enumerate(one) if i % 23] + ["more"] * 500
    began = time.process_time()
    assert match(one, other).count == len(other) - 500
    assert time.process_time() - began < 20


# --- what is counted -------------------------------------------------------------------------


def test_phrases_are_held_against_phrases_that_break_elsewhere() -> None:
    spoken = words(" ".join(TEXT))
    found = compare(
        phrases(spoken, 9, 10, 16), phrases(words(" ".join(TEXT), late=40), 9, 5, 21), Unit.WORDS
    )
    assert start_errors(found) == [40, 40, None]
    assert end_errors(found) == [40, None, 40]
    assert (round(found.start_coverage), round(found.end_coverage)) == (67, 67)


def test_hidden_and_different_words_leave_the_others_where_they_are() -> None:
    said = words("um so the the price is 20 dollars right")
    shown = words("um so the the price is twenty dollars right", late=-25)
    del shown[2], shown[0]
    found = compare(said, shown, Unit.WORDS)
    assert start_errors(found).count(-25) == 7
    assert [e for e in start_errors(found) if e not in (-25, None)] == []
    # either "the" may be the hidden one
    assert found.matched == 6


def test_what_is_not_in_the_recording_must_not_be_placed() -> None:
    spoken = words("one two three four five six seven eight")
    reference = [
        *phrases(spoken, 3),
        Item("four five six", None, None, spoken=False),
        spoken[6],
        spoken[7],
    ]
    assert compare(reference, spoken, Unit.WORDS).placed == (None,)
    left_out = [
        Item(i.text, None, None, spoken=False) if 3 <= k < 6 else i for k, i in enumerate(spoken)
    ]
    found = compare(reference, left_out, Unit.WORDS)
    assert (found.absent, found.placed, start_errors(found)) == (1, (), [0, 0, 0])


def test_a_reference_without_a_trusted_time_counts_for_the_text_only() -> None:
    reference = [Item("one two", None, None), *words("three")]
    found = compare(reference, words("one two three"), Unit.WORDS)
    assert (len(found.pairs), found.absent, found.matched) == (1, 0, 3)


def test_text_that_the_reference_does_not_have_is_counted() -> None:
    assert compare(words("one two"), words("one one two buckle my shoe"), Unit.WORDS).surplus == 4


def test_time_without_text_that_is_covered() -> None:
    reference = Timed("r", phrases=(Item("one two", 1000, 2000), Item("three", 4000, 5000)),
                      extra=((6000, 8000),), duration=10_000)  # fmt: skip
    hypothesis = Timed("h", phrases=(Item("one two", 1000, 3000), Item("three", 4500, 7000)))
    found = judge(hypothesis, reference)
    assert found.extra
    assert found.silence
    assert (found.extra.total, found.extra.covered, found.extra.share) == (2000, 1000, 50)
    # 0-1, 2-4 and 5-10 s are silent; 2-3 and 5-7 s are covered
    assert (found.silence.total, found.silence.covered) == (8000, 3000)


def test_a_reference_with_words_only_judges_cues_by_them() -> None:
    spoken = words(" ".join(TEXT))
    cues = phrases(words(" ".join(TEXT), late=-60), 9, 26)
    (found,) = judge(Timed("h", phrases=tuple(cues)), Timed("r", words=tuple(spoken))).comparisons
    assert (found.unit, start_errors(found), end_errors(found)) == (
        "phrases-on-words",
        [-60] * 2,
        [-60] * 2,
    )
    assert [pair.start for pair in found.pairs] == [0, 2700]


def test_times_that_were_filled_in_are_no_reference() -> None:
    said = (
        Word("One", 0, 200),
        Word("two.", 200, 400, guessed=True, ends=Break.SENTENCE),
        Word("Three", 800, 900, guessed=True),
        Word("four.", 900, 1200, ends=Break.SENTENCE),
        Word("Five.", 1200, 1200, spoken=False),
    )
    captions = Captions(alignment=Alignment(said, "en", 1500))
    truth, own = from_captions(captions, "r", trusted=True), from_captions(captions, "h")
    assert [(i.start, i.end) for i in truth.words] == [
        (0, 200),
        (None, None),
        (None, None),
        (900, 1200),
        (None, None),
    ]
    assert [i.spoken for i in truth.words] == [True] * 4 + [False]
    assert [(i.start, i.end) for i in truth.phrases] == [(0, None), (None, 1200), (None, None)]
    assert [i.spoken for i in truth.phrases] == [True, True, False]
    assert [(i.start, i.end) for i in own.words[1:3]] == [(200, 400), (800, 900)]


@pytest.mark.parametrize(
    "other",
    [
        " ".join(reversed(TEXT)),
        "der schnelle braune Fuchs springt über den faulen Hund und dann steht der Hund auf",
        "— … !",
    ],
)
def test_another_text_is_refused(other: str) -> None:
    reference = Timed("truth.srt", phrases=tuple(words(" ".join(TEXT))))
    with pytest.raises(
        InputError, match=r"h\.srt: only \d+ % of its words stand in truth\.srt .*same"
    ):
        judge(Timed("h.srt", phrases=tuple(words(other))), reference)


def test_a_part_of_the_text_is_not_another_text() -> None:
    reference = Timed("r", words=tuple(words(" ".join(TEXT))))
    part = Timed("h", words=tuple(words(" ".join(TEXT))[12:20]))
    (found,) = judge(part, reference).comparisons
    assert found.starts
    assert (found.starts.n, found.starts.largest) == (8, 0)
    assert found.start_coverage == pytest.approx(800 / 37)


def test_a_reference_without_times_is_refused() -> None:
    with pytest.raises(InputError, match="r: a reference needs times"):
        judge(Timed("h", words=tuple(words("a"))), Timed("r", phrases=(Item("a", None, None),)))


# --- confidence ------------------------------------------------------------------------------


def test_reliability_counts_what_is_right_among_what_is_promised() -> None:
    reference = [*words(" ".join(TEXT[:10])), Item("nowhere", None, None, spoken=False)]
    right = words(" ".join(TEXT[:8]), confidence=0.95)
    wrong = [
        Item(i.text, (i.start or 0) + 150, i.end, confidence=1.0)
        for i in words(" ".join(TEXT[:10]))
    ]
    found = reliability(
        compare(
            reference, right + wrong[8:] + [Item("nowhere", 9000, 9100, confidence=0.5)], Unit.WORDS
        )
    )
    assert found
    assert [(b.low, b.n, b.right, b.lenient) for b in found.bins] == [
        (0.5, 1, 0, 0),
        (0.9, 10, 80, 100),
    ]
    assert found.sure
    assert (found.sure.n, found.sure.right, found.sure.lenient) == (2, 0, 100)
    assert found.calibration_error == pytest.approx((1 * 50 + 10 * abs(96 - 80)) / 11)


def test_files_without_confidences_have_no_reliability() -> None:
    cues = Captions((Cue(0, 900, ("One two",)), Cue(1000, 1900, ("three",))))
    assert judge(from_captions(cues, "h"), from_captions(cues, "r")).reliabilities == {}


# --- labels and assertions -------------------------------------------------------------------


def test_labels_of_every_layout() -> None:
    full = parse_labels(
        """{"phrases": [{"text": "a b", "start": 0.5, "end": 1},
                        {"text": "c", "start": null, "end": null},
                        {"text": "d", "start": 3, "end": 4, "unverified": true}],
            "words": [{"word": "a", "start": 0.5, "end": "0.7504"}],
            "extra_audio": [{"start": 5, "end": 6.5}], "duration": 7}""",
        "x",
    )
    assert full.phrases == (
        Item("a b", 500, 1000),
        Item("c", None, None, spoken=False),
        Item("d", None, None),
    )
    assert (full.words, full.extra, full.duration) == (
        (Item("a", 500, 750),),
        ((5000, 6500),),
        7000,
    )
    assert parse_labels('[{"word": "a", "start": 0, "end": 1}]', "x").words == (Item("a", 0, 1000),)
    assert parse_labels('[{"text": "a", "start": 0, "end": 1}]', "x").phrases == (
        Item("a", 0, 1000),
    )
    sync_map = '{"fragments": [{"begin": "0.000", "end": "1.200", "lines": ["a", "b"]}]}'
    assert parse_labels(sync_map, "x").phrases == (Item("a b", 0, 1200),)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[]", "x: there are no times in it"),
        ('{"words": {}}', "there are no times"),
        ('{"words": {"a": 1}}', "x: 'words' is no list"),
        ('{"phrases": [1]}', r"x: phrases\[0\]: this is no JSON object"),
        ('[{"text": "a", "start": 3, "end": 2}]', r"phrases\[0\]: it ends 1000 ms before it"),
        ('[{"text": "a", "start": NaN, "end": 2}]', r"no time in seconds: 'nan'"),
        ('[{"text": "a", "start": true, "end": 2}]', r"no time in seconds: 'True'"),
        ('[{"text": "a", "start": 1, "end": 2e9}]', r"no time in seconds"),
        ('{"phrases":\n[', "x:2: this is no JSON"),
        ("3", "no JSON object and no list"),
        ('{"words": [{"word": "a", "start": 0, "end": 1}], "extra_audio": [{"start": 1}]}',
         "x: extra_audio: each needs a start and an end"),
    ],
)  # fmt: skip
def test_broken_labels_are_named(text: str, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        parse_labels(text, "x")


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("starts100=100", ""),
        ("phrases-by-words.starts100=100", ""),
        ("words.starts20=0", ""),
        ("start-median=40", ""),
        ("start-bias=40", ""),
        ("starts20=1", "starts20 is 0; at least 1 is wanted"),
        ("start-bias=39.5", "start-bias is -40; at most 39.5 is wanted"),
        ("sigma=80", "sigma is not measured on these files"),
        ("phrases-on-words.starts20=1", "phrases-on-words.starts20 is not measured on these files"),
    ],
)
def test_assertions(asked: str, message: str) -> None:
    spoken, own = words(" ".join(TEXT)), words(" ".join(TEXT), late=-40)
    reference = Timed("r", tuple(spoken), tuple(phrases(spoken, 9, 26)))
    hypothesis = Timed("h", tuple(own), tuple(phrases(own, 9, 26)))
    assert parse_wanted(asked).shortfall(judge(hypothesis, reference)) == message


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("starts100", r"'starts100' has no value \(write it as starts100=99\)"),
        ("start100=9", r"no measure 'start100' \(did you mean starts100"),
        ("words.sigma=9", "no measure 'sigma'"),
        ("word.starts20=9", r"no unit 'word' \(did you mean words"),
        ("starts20=many", "'many' is no number"),
        ("starts20=inf", "'inf' is no number"),
    ],
)
def test_an_assertion_that_says_nothing_is_refused(asked: str, message: str) -> None:
    with pytest.raises(UsageError, match=f"^min: {message}"):
        parse_wanted(asked)
