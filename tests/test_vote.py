"""aeneas' vote, where the search of hmm is in doubt."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from subalign import engines
from subalign.acoustics.aligner import Aligner
from subalign.acoustics.observing import ProgressObserver
from subalign.audio import decode
from subalign.engines import auto
from subalign.events import ignore
from subalign.inputs import load_transcript
from subalign.model import Span
from subalign.spoken import verbalise

SONNET = Path(__file__).parents[1] / "fixtures" / "sonnet"


def _row(*times: int, sure: float = 0.9) -> list[Span | None]:
    return [Span(a, b, sure) for a, b in pairwise(times)]


def test_sentences_without_a_pause_between_them_are_doubted() -> None:
    found = [_row(500, 1000), _row(1500, 3000), _row(3020, 5000), _row(6000, 7000)]
    assert list(auto.doubtful_runs(found, 8000)) == [(range(1, 3), 1000, 6000)]


def test_so_are_those_that_are_not_sure() -> None:
    found = [_row(500, 1000), _row(1500, 3000, sure=0.5), _row(3500, 5000)]
    assert list(auto.doubtful_runs(found, 8000)) == [(range(1, 2), 1000, 3500)]


def test_one_that_is_not_heard_parts_nobody() -> None:
    nobody: list[Span | None] = [None]
    found = [_row(500, 1000), nobody, _row(1500, 3000)]
    assert list(auto.doubtful_runs(found, 8000)) == [(range(1, 2), 1000, 1500)]


def test_a_sure_start_behind_a_pause_counts_for_more_than_confidence() -> None:
    behind, at_once, unsure = (
        [_row(100, 900), _row(start, 2000, sure=sure)]
        for start, sure in ((1000, 0.8), (910, 0.95), (1000, 0.6))
    )
    assert auto.rank(behind, 0) > auto.rank(at_once, 0) > auto.rank(unsure, 0)


def test_a_first_word_in_the_sentence_before_is_found_again() -> None:
    script = verbalise(load_transcript(SONNET / "transcript.txt", language="en"), "en")
    said = [utterance for _, utterance in engines.utterances(script)]
    audio = decode(next(SONNET.glob("audio.*")))
    aligner = Aligner.by_phones(audio, [u.words for u in said], "en")
    aligned = aligner.align()
    found = aligned.spans
    right, before = found[5][0], found[4][-1]
    assert right
    assert before
    middle = (before.start + before.end) // 2
    found[4][-1] = Span(before.start, middle, 0.9)
    found[5][0] = Span(middle, before.end, 0.99)
    voted = auto.vote(aligner, aligned, said, "en", ProgressObserver(ignore))
    again = voted[5][0]
    assert again
    assert again.start == pytest.approx(right.start, abs=30)
