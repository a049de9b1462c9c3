"""Synthetic speech, cepstra, the DTW kernel, pauses, and snapping."""

from __future__ import annotations

import threading
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from subalign.acoustics.activity.energy import measure_energy
from subalign.acoustics.activity.pauses import Pauses, find_pauses, sounding_segments
from subalign.acoustics.activity.untranscribed import find_untranscribed
from subalign.acoustics.dtw import kernels
from subalign.acoustics.dtw.cepstra import aeneas_cepstra, compute_from_data
from subalign.acoustics.dtw.extensions import prepare
from subalign.acoustics.dtw.snapping import snap
from subalign.acoustics.graph.g2p import transcribe
from subalign.acoustics.tts import espeak
from subalign.errors import UsageError
from subalign.model import RATE

ARGUMENTS = (RATE, 40, 13, 512, 133.3333, 6855.4976, 0.97, 0.1, 0.04)


def say(*sentences: str, language: str = "en") -> list[espeak.Speech]:
    return list(espeak.synthesize([s.split() for s in sentences], espeak.find_voice(language)))


def noise(ms: int, level: float, seed: int = 0) -> npt.NDArray[Any]:
    values = np.random.default_rng(seed).normal(0, level, RATE * ms // 1000)
    return values.astype(np.int16)


class TestEspeak:
    def test_nobody_waits_for_one_who_has_not_read_to_the_end(self) -> None:
        """The generators are kept, as a traceback keeps them, and another thread speaks."""
        voice = espeak.find_voice("en")
        phonemes = transcribe([["hello"], ["world"]], voice)
        speeches = espeak.synthesize([["hello"], ["world"]], voice)
        next(phonemes), next(speeches)
        found: list[object] = []

        def speak() -> None:
            found.extend(transcribe([["one"]], voice))
            found.extend(espeak.synthesize([["one"]], voice))

        # a daemon, so that a dead-lock fails this test and does not hold up the others
        other = threading.Thread(target=speak, daemon=True)
        other.start()
        other.join(timeout=20)
        assert len(found) == 2
        assert next(phonemes)

    @pytest.mark.parametrize(
        ("code", "voice"),
        [
            ("en", "gmw/en-US"),
            ("en-GB", "gmw/en"),
            ("de-AT", "gmw/de"),
            ("fr", "roa/fr"),
            ("pt", "roa/pt-BR"),
            ("pt-PT", "roa/pt"),
            ("zh", "sit/cmn"),
            ("no", "gmq/nb"),
            ("es_MX", "roa/es-419"),
        ],
    )
    def test_a_language_code_finds_its_voice(self, code: str, voice: str) -> None:
        assert espeak.find_voice(code) == voice

    def test_every_voice_can_be_chosen(self) -> None:
        for code, voice in espeak.voices().items():
            assert espeak.find_voice(code)
            (speech,) = espeak.synthesize([["1", "2"]], voice)
            assert len(speech.words) == 2

    def test_an_unknown_language_names_the_near_ones(self) -> None:
        with pytest.raises(UsageError, match=r"no voice for language 'enn'.*did you mean"):
            espeak.find_voice("enn")

    def test_each_word_has_its_time_in_order(self) -> None:
        words = "Hello, my name is Bob; of the in the world.".split()
        (speech,) = espeak.synthesize([words], espeak.find_voice("en"))
        assert len(speech.words) == len(words)
        assert all(a.end <= b.start for a, b in pairwise(speech.words))
        assert all(w.end > w.start for w in speech.words)
        assert speech.words[1].start - speech.words[0].end >= 100, "a comma is a pause"
        assert speech.words[-1].end <= len(speech.samples) * 1000 / RATE

    def test_a_word_is_where_its_sound_is(self) -> None:
        (alone,) = say("extraordinary")
        (both,) = say("no, extraordinary")
        span = both.words[1]
        cut = both.samples[span.start * RATE // 1000 : span.end * RATE // 1000]
        assert len(cut) == pytest.approx(len(alone.samples), rel=0.15)

    def test_what_cannot_be_said_is_silent_and_not_lost(self) -> None:
        (speech,) = say("— …")
        assert len(speech.words) == 2

    def test_the_same_text_takes_the_same_time_again(self) -> None:
        first, _, again = say("One two three.", "Something else.", "One two three.")
        # espeak-ng carries a little over from what it said before
        assert len(first.samples) == pytest.approx(len(again.samples), rel=0.02)


@pytest.fixture(scope="module")
def frames() -> npt.NDArray[Any]:
    (speech,) = say("From fairest creatures we desire increase, that thereby beauty's rose.")
    data = speech.samples / 32768 + np.random.default_rng(1).normal(0, 1e-4, len(speech.samples))
    return compute_from_data(data, *ARGUMENTS)[0]


class TestKernels:
    """aeneas' own Python code is the reference."""

    def test_cepstra_are_those_of_aeneas(self) -> None:
        prepare()
        from aeneas.mfcc import MFCC

        (speech,) = say("A few words.")
        data = speech.samples / 32768
        ours = compute_from_data(data, *ARGUMENTS)[0]
        assert np.allclose(ours, MFCC().compute_from_data(data.copy(), RATE), atol=1e-9)

    @pytest.mark.parametrize("delta", [20, 40, 10_000])
    def test_the_path_is_that_of_aeneas(self, frames: npt.NDArray[Any], delta: int) -> None:
        prepare()
        from aeneas.dtw import DTWStripe

        a = np.ascontiguousarray(frames.T)
        b = a[:, ::2] + np.random.default_rng(0).normal(0, 0.05, a[:, ::2].shape)
        reference = DTWStripe(a, b, delta)._compute_path_pure_python()[1]
        assert kernels.compute_best_path(a[1:], b[1:], min(delta, b.shape[1])) == reference

    @given(st.integers(1, 300), st.integers(1, 300), st.integers(1, 300), st.integers(0, 99))
    def test_any_shape_gives_a_whole_monotone_path(
        self, n: int, m: int, delta: int, seed: int
    ) -> None:
        random = np.random.default_rng(seed)
        a, b = random.normal(size=(3, n)), random.normal(size=(3, m))
        wide_enough = 2 * (m // n) + 2  # for the band's rows to overlap
        path = kernels.compute_best_path(a, b, min(max(delta, wide_enough), m))
        assert path[0] == (0, 0)
        assert path[-1] == (n - 1, m - 1)
        steps = {(c - a, d - b) for (a, b), (c, d) in pairwise(path)}
        assert steps <= {(0, 1), (1, 0), (1, 1)}

    @pytest.mark.parametrize("seed", range(4))
    def test_blocks_do_not_change_the_path(self, seed: int) -> None:
        random = np.random.default_rng(seed)
        a, b = random.normal(size=(4, 700)), random.normal(size=(4, 400))
        whole = kernels.compute_best_path(a, b, 90)
        assert kernels.compute_best_path(a, b, 90, max_cells=0) == whole

    def test_digital_silence_does_not_poison_the_path(self) -> None:
        a = np.zeros((12, 50))
        a[:, 20:30] = 1.0
        assert kernels.compute_best_path(a, a.copy(), 50)[-1] == (49, 49)

    def test_our_kernels_stand_in_for_what_is_not_compiled(self) -> None:
        kinds = prepare()
        import aeneas.cdtw.cdtw

        stands_in = aeneas.cdtw.cdtw.compute_best_path is kernels.compute_best_path
        assert stands_in == (kinds["cdtw"] == "numpy")


class TestFeatures:
    def test_blocks_give_the_frames_of_the_whole(self) -> None:
        prepare()
        samples = noise(3000, 500)
        whole = aeneas_cepstra(samples, 0.025, 0.01)
        assert np.allclose(aeneas_cepstra(samples, 0.025, 0.01, block_s=1), whole)
        assert whole.shape == (300, 13)

    def test_no_sound_gives_no_frames(self) -> None:
        assert aeneas_cepstra(np.zeros(10, np.int16), 0.025, 0.01).shape == (0, 13)


class TestPauses:
    def test_edges_are_found_to_two_frames(self) -> None:
        loud, quiet = noise(700, 3000), noise(300, 20, seed=1)
        pauses = find_pauses(measure_energy(np.concatenate([quiet, loud, quiet, loud, quiet])))
        assert pauses.starts == pytest.approx([0, 1000, 2000], abs=20)
        assert pauses.ends == pytest.approx([300, 1300, 2300], abs=20)

    def test_a_stop_consonant_is_no_pause(self) -> None:
        loud, closure = noise(700, 3000), noise(60, 20, seed=1)
        pauses = find_pauses(measure_energy(np.concatenate([loud, closure, loud, noise(500, 20)])))
        assert len(pauses.starts) == 1

    def test_the_threshold_follows_a_louder_room(self) -> None:
        calm = np.concatenate([noise(400, 3000), noise(400, 20)])
        noisy = np.concatenate([noise(400, 3000), noise(400, 400)])
        pauses = find_pauses(
            measure_energy(np.concatenate([np.tile(calm, 50), np.tile(noisy, 50)]))
        )
        # within 15 s of the change the calmer room decides
        assert len(pauses.starts) == pytest.approx(100, abs=16)

    def test_quiet_frames_are_those_inside_pauses(self) -> None:
        quiet = Pauses(np.array([0, 50]), np.array([20, 70])).quiet_frames(6)
        assert quiet.tolist() == [True, True, False, False, False, True]

    def test_near_gives_what_touches(self) -> None:
        pauses = Pauses(np.array([0, 500, 2000]), np.array([100, 900, 2500]))
        assert pauses.near(850, 2000) == [(500, 900), (2000, 2500)]


class TestSnapping:
    def pauses(self, *edges: tuple[int, int]) -> Pauses:
        starts, ends = zip(*edges, strict=True)
        return Pauses(np.array(starts), np.array(ends))

    def test_a_boundary_becomes_the_pause_around_it(self) -> None:
        spans = snap([0, 2100, 4000], [2000, 1500], self.pauses((2000, 2400), (3900, 4000)))
        assert spans == [(0, 2000), (2400, 3900)]

    def test_two_boundaries_never_share_a_pause(self) -> None:
        pauses = self.pauses((1000, 1400), (2400, 2900))
        spans = snap([0, 1300, 1450, 4000], [1000, 1000, 1100], pauses)
        assert spans == [(0, 1000), (1400, 2400), (2900, 4000)]

    def test_without_a_pause_the_boundary_stays(self) -> None:
        assert snap([0, 2100, 4000], [2000, 1900], self.pauses((9000, 9500))) == [
            (0, 2100),
            (2100, 4000),
        ]

    def test_music_before_the_first_sentence_is_left_out(self) -> None:
        pauses = self.pauses((30_000, 30_600), (32_600, 33_000), (35_000, 35_400))
        spans = snap([0, 32_700, 35_100, 37_000], [2000, 2000, 1600], pauses)
        assert spans[0] == (30_600, 32_600)

    def test_a_pause_inside_the_first_sentence_does_not_behead_it(self) -> None:
        pauses = self.pauses((0, 500), (1800, 2600), (6000, 6400))
        spans = snap([0, 6100, 9000], [5000, 2500], pauses)
        assert spans[0] == (500, 6000)

    def test_a_boundary_stays_in_its_pause_beside_a_longer_one(self) -> None:
        for boundary, edges in (990, (900, 1000)), (1020, (1060, 1260)):
            pauses = self.pauses((900, 1000), (1060, 1260))
            first, second = snap([0, boundary, 2000], [1000, 1000], pauses)
            assert (first[1], second[0]) == edges


class TestUntranscribed:
    def test_segments_are_what_lies_between_the_pauses(self) -> None:
        loud, quiet = noise(700, 3000), noise(300, 20, seed=1)
        energy = measure_energy(np.concatenate([quiet, loud, quiet, loud, quiet]))
        found = np.array(sounding_segments(energy))
        assert found == pytest.approx(np.array([(300, 1000), (1300, 2000)]), abs=20)

    def test_digital_silence_sounds_nowhere(self) -> None:
        assert sounding_segments(measure_energy(np.zeros(0, np.int16))) == ()

    @pytest.mark.parametrize(
        ("covered", "found"),
        [
            ([], ((100, 4900),)),
            ([(100, 2000)], ((2500, 4900),)),
            ([(2000, 2400)], ((100, 2000), (2500, 4900))),
            ([(1500, 4800)], ()),
            ([(1600, 4800)], ((100, 1600),)),
        ],
    )
    def test_much_sound_that_no_word_covers(
        self, covered: list[tuple[int, int]], found: tuple[tuple[int, int], ...]
    ) -> None:
        segments = [(100, 2000), (2500, 4900)]
        assert find_untranscribed(segments, covered, 5000) == found
