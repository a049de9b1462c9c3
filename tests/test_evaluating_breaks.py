"""Breaks of captions against a person's: Sigma, F1 and SubER."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subalign.errors import SetupError
from subalign.evaluating import edit_rate, evaluate, from_captions, parse_wanted
from subalign.evaluating.breaks import BreakKind, _mteval, broken, compare_breaks, score_breaks
from subalign.model import Captions, Cue

PERSON = (
    Cue(0, 2000, ("It was the best of times,", "it was the worst of times.")),
    Cue(2000, 4000, ("It was the age of wisdom,",)),
    Cue(4000, 6000, ("and of foolishness.",)),
)


def test_the_same_breaks_are_perfect() -> None:
    found = compare_breaks(PERSON, PERSON, 42)
    assert round(found.sigma, 9) == found.f1 == found.line_f1 == found.cue_f1 == 100
    assert (found.narrow, compare_breaks(PERSON, PERSON, 25).narrow) == (100, 75)


def test_sentence_ends_do_not_count_for_f1() -> None:
    """Of three inner breaks one is found, one is of the other kind, and one is missing."""
    other = (
        Cue(0, 2000, ("It was the best of times,",)),
        Cue(2000, 4000, ("it was the worst of times.",)),
        Cue(4000, 6000, ("It was", "the age of wisdom, and of foolishness.")),
    )
    found = compare_breaks(PERSON, other, 42)
    # wanted: a line and a cue break; there: a cue and a line break, one of them in place
    assert found.f1 == pytest.approx(50)
    assert (found.line_f1, found.cue_f1) == (0, 0)
    assert 50 < found.sigma < 95


def test_words_that_differ_do_not_shift_the_breaks() -> None:
    other = (
        Cue(0, 2000, ("Well, it was the best times,", "it was the worst of times.")),
        Cue(2000, 4000, ("It was the age of wisdom,",)),
        Cue(4000, 6000, ("and foolishness.",)),
    )
    found = compare_breaks(PERSON, other, 42)
    assert (found.f1, found.line_f1, found.cue_f1) == (100, 100, 100)
    assert 80 < found.sigma < 105


@pytest.mark.parametrize("cues", [(), (Cue(0, 1, ("",)),), (Cue(0, 1, ("…",)),)])
def test_captions_without_words_are_worth_nothing(cues: tuple[Cue, ...]) -> None:
    found = compare_breaks(PERSON, cues, 42)
    assert (found.sigma, found.f1) == (0, 0)


@given(st.data())
def test_fewer_right_breaks_are_never_better(data: st.DataObject) -> None:
    words = [(f"w{i}", BreakKind.NONE) for i in range(12)]
    ends = data.draw(st.lists(st.sampled_from(list(BreakKind)), min_size=12, max_size=12))
    gold = [(word, end) for (word, _), end in zip(words, [*ends[:-1], BreakKind.CUE], strict=True)]
    dropped = data.draw(st.integers(0, 10))
    other = [(w, BreakKind.NONE if i == dropped else e) for i, (w, e) in enumerate(gold)]
    assert score_breaks([gold], gold, 0).f1 == 100
    found = score_breaks([gold], other, 0)
    assert found.f1 <= 100
    assert (found.f1 == 100) == (gold == other or not any(e for _, e in gold[:-1]))


def test_tokens_of_bleu_are_those_of_sacrebleu() -> None:
    sacrebleu = pytest.importorskip("sacrebleu.tokenizers.tokenizer_13a").Tokenizer13a()
    texts = ["It's 3.5%, or 1,000-2,000: (no) \"yes\".", "A.B.C., e.g. x/y §", "&amp; &lt;b&gt;",
             "&quot;", "end-of-line 5- -5 5-a", "½ «Où?» …", "a,b.c 1.a a.1", ". , -"]  # fmt: skip
    for text in texts:
        assert " ".join(_mteval(text)) == " ".join(sacrebleu(text).split()), text


def test_suber_is_that_of_its_authors(tmp_path: object) -> None:
    pytest.importorskip("suber")
    other = (Cue(100, 1900, ("It was the best of times",)), *PERSON[1:])
    assert edit_rate.suber(PERSON, PERSON) == 0
    # of 24 words and breaks 7 are missing: six words and the line break before them
    assert edit_rate.suber(PERSON, other) == pytest.approx(100 * 7 / len_with_breaks(), abs=0.01)


def len_with_breaks() -> int:
    return sum(1 + (ends is not BreakKind.NONE) for _, ends in broken(PERSON))


def test_without_its_package_suber_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(edit_rate, "find_spec", lambda name: None)
    captions = from_captions(Captions(PERSON), "p.srt")
    report = evaluate(captions, captions, 42)
    assert report.suber is None
    with pytest.raises(SetupError, match=r"^min: SubER is not installed \(pip install"):
        parse_wanted("suber=5").shortfall(report)
    with pytest.raises(SetupError, match="SubER is not installed"):
        edit_rate.suber(PERSON, PERSON)
