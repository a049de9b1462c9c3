"""Numbers that the aligner uses: thresholds, penalties and beams, with their units.

Log likelihoods are natural logarithms per frame of 10 ms, unless a field says otherwise. Values
without another source were found by a sweep over the recordings with reference times that
docs/benchmarks.md lists.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ActivityOptions:
    """Thresholds of speech activity, and its weight beside the acoustic model.

    Args:
        level_span_ms: length of sound on each side of a frame from which its levels of noise and
            speech are taken (5th and 95th percentile); rooms, speakers and music change.
        threshold_share: place of the threshold between the level of noise (0) and that of speech
            (1), in dB.
        speech_range_db: largest distance of the threshold below the level of speech, which limits
            it in a clean recording.
        min_pause_ms: shortest pause. The closure of a stop consonant is shorter, a pause between
            phrases longer.
        even_share: place between the levels of noise and speech at which a frame is as likely
            speech as not.
        evidence_slope: change of the speech evidence (-1..1) over the whole way from noise to
            speech.
        min_contrast_db: distance between noise and speech that is assumed where a recording has
            less, so that steady noise is no evidence.
        reverb_frames: length of a fall of energy, in frames of 10 ms, that only a room makes:
            voices rise and fall several times a second.
        max_rebound_db: largest rise inside such a fall.
        min_decay_db: smallest fall in either half of it. 60 dB in five seconds make 6 dB.
        max_decay_db: largest fall in either half of it. 60 dB in one second make 30 dB.
        direct_frames: frames at the beginning of the fall that may be the end of a vowel.
        smoothing_frames: frames over which energy is averaged before its falls are looked for;
            the strings of a voice beat in its echo. Odd.
        sustained_frames: length of a sound, in frames of the first pass (30 ms), from which on
            no voice holds it.
        sustained_fit: mean log likelihood of one phone, relative to the best phone of each frame,
            from which on a sound counts as sustained. In 50 minutes of speech the highest was
            -1.4, in chords -0.1.
        sustained_penalty: reduction of the log likelihoods of all phones in a sustained sound.
        noise_penalty: reduction of the log likelihood of a gap that is noise and not silence.
        first_pass_evidence: reduction of the log likelihood of a gap by certain speech, first
            pass.
        second_pass_evidence: the same in the second pass.
        first_pass_echo: lower bound of the log likelihood of a gap in reverberation, negated;
            first pass.
        second_pass_echo: the same in the second pass.
        snap_ms: distance within which an edge of a word moves to an edge of the sound.
        rise_ms: distance by which a start may move back to the beginning of the sound around it.
        fade_ms: length of a fading sound that belongs to the word before it; models take long
            fading vowels for noise.
        echo_share: share of reverberation from which on a longer fading sound belongs to it too.
        min_gap_ms: shortest distance between two words that counts as a pause.
        max_click_ms: sound shorter than this is a click, and does not count.
        max_closure_ms: silence shorter than this is the closure of a stop, and part of the word.
        min_clear_db: distance between noise and speech below which edges stay where the search
            put them: noise covers how words begin and fade. Measured on speech with noise or
            music 10, 15 and 20 dB below it.
    """

    level_span_ms: int = 15_000
    threshold_share: float = 1 / 3
    speech_range_db: float = 32.0
    min_pause_ms: int = 80

    even_share: float = 1 / 3
    evidence_slope: float = 6.0
    min_contrast_db: float = 17.0

    reverb_frames: int = 50
    max_rebound_db: float = 3.0
    min_decay_db: float = 3.0
    max_decay_db: float = 15.0
    direct_frames: int = 20
    smoothing_frames: int = 11

    sustained_frames: int = 33
    sustained_fit: float = -0.7

    sustained_penalty: float = 3.0
    noise_penalty: float = 1.0
    first_pass_evidence: float = 2.0
    second_pass_evidence: float = 4.0
    first_pass_echo: float = 0.5
    second_pass_echo: float = 2.0

    snap_ms: int = 100
    rise_ms: int = 160
    fade_ms: int = 300
    echo_share: float = 0.8
    min_gap_ms: int = 30
    max_click_ms: int = 15
    max_closure_ms: int = 60
    min_clear_db: float = 26.0


@dataclass(frozen=True, slots=True)
class AdaptationOptions:
    """Weights and limits of adapting the acoustic model to a recording (`model.adaptation`).

    Args:
        max_share: largest weight of the recording's own Gaussians beside those of the model, 0..1.
            Measured on words with human labels: in clean recordings 0.4 and 0.6 give the same
            accuracy; in noise or music 0.6 gives a better one.
        half_share_frames: frames of a phone after which its own Gaussians have half that weight.
            300 and 600 give the same accuracy. A full weight from the first frame on makes results
            worse where a recording has only half a minute of speech.
        max_phones: most phones that are learned from, about ten minutes of speech.
        parts: parts of the recording, at equal distances, that these phones come from.
        max_misfit: distance below the median score beyond which a phone is not learned from.
        max_phone_frames: longest phone that is learned from; a longer one is misplaced, or not
            alone.
        max_gap_frames: longest gap that is learned from; a longer one may hold an advertisement.
        prior_frames: weight of the prior mean and variance, in frames (MAP estimate): that of all
            sounds for a phone, that of its phone for a state.
        min_variance: lower bound of variances, as a share of the variance of all frames.
        min_log_likelihood: lower bound of the log likelihood of a phone. A single Gaussian
            is narrow: a creaky vowel must not be less likely than sound that is not in the text.
        min_gap_log_likelihood: lower bound of the log likelihood of a gap, by the model alone.
    """

    max_share: float = 0.6
    half_share_frames: int = 300
    max_phones: int = 8000
    parts: int = 8
    max_misfit: float = 3.0
    max_phone_frames: int = 40
    max_gap_frames: int = 500
    prior_frames: float = 20.0
    min_variance: float = 0.1
    min_log_likelihood: float = -6.0
    min_gap_log_likelihood: float = -12.0


@dataclass(frozen=True, slots=True)
class SearchOptions:
    """Penalties, beams and thresholds of the searches and of the judgement of their result.

    Penalties are subtracted from log likelihoods. The defaults belong to the Gaussian mixture model
    of pocketsphinx; a model whose log likelihoods have another range brings its own options.

    *Fit* is the log likelihood per frame of the phones on a path, relative to the best phone of
    each frame: 0 is perfect. Where the model fits a recording badly (another language, noise), even
    the right words fit badly, so the penalties of garbage and of skips grow (`search.penalties`).
    *Garbage* is sound that is not in the text.

    Args:
        transition_scale: weight of the log transition probabilities.
        first_pass_stay: probability of a gap to go on, per frame of the first pass.
        second_pass_stay: the same in the second pass.
        good_fit: median fit from which on the smallest penalties are right.
        min_aligned_phones: share of phones on the path below which the fit is measured anew, with
            penalties that let every text through.
        min_garbage: smallest penalty of garbage, per frame.
        garbage_offset: penalty of garbage, per frame, at a fit of 0.
        garbage_slope: its growth for each log that the fit is worse.
        min_skip: smallest penalty of leaving out a word of two phones; four more phones cost as
            much again.
        skip_fit: fit below which the penalty of skips grows.
        skip_slope: its growth for each log that the fit is worse than ``skip_fit``.
        lenient_garbage: penalty of garbage, per frame, of the search that only measures the fit.
        lenient_skip: penalty of skips of that search.
        skip_factor: factor of the skip penalty where each sentence is searched in its own span.
        inner_garbage: additional penalty of garbage where no mark allows a pause, as a share of
            what the penalty exceeds that of a good fit. Otherwise words scattered over
            similar sentences would score higher than the words of one sentence.
        suspect_fit: fit below which a text has to fit better than its words shuffled.
        min_margin: smallest mean fit by which the text has to be better. Texts of other recordings
            fitted up to 0.16 better than their words shuffled; right ones, clean, 0.7 to 1.9, in
            white noise at 10 dB 0.3 to 0.9 (but a few sentences alone in such noise from 0.04).
        max_decoys: number of decoys, texts of shuffled words, that a short text is compared with.
        decoy_phones: phones in all decoys together, beyond which there are fewer.
        beam_phones: phones on each side of the best path that are searched: about a minute and a
            half of speech. Where the path comes near an edge, the beam is doubled.
        first_pass_pause: penalty of a pause where no mark allows one, first pass.
        first_pass_pause_frame: penalty of each frame of such a pause.
        neighbours: number of phones on each side of a phone; the second pass looks for the phone
            where the first pass put any of them.
        band_frames: frames (10 ms) by which the second pass looks further on each side.
        min_cut_frames: shortest gap at which a chunk of the second pass may end, frames.
        min_chunk_frames: shortest chunk that ends with a sentence.
        min_inner_chunk_frames: shortest chunk that ends inside a sentence.
        max_chunk_frames: length from which on a chunk ends even without a gap: its time and memory
            grow with the square of its length.
        sound_threshold: a frame counts as sound if the log likelihood of a gap is below minus this.
        max_quiet_sound_frames: most frames of sound in a gap at which a chunk may end; a gap with
            more may hold a word that the first pass put on its wrong side.
        max_joined_gap_frames: length of a gap beyond which a chunk may end there all the same.
        margin_frames: frames around a chunk, at most.
        max_skipped_words: words in a row that the first pass may have skipped wrongly; longer
            runs are not looked for again.
        min_apart_frames: shortest gap across which phones do not change each other's sound.
        second_pass_pause: penalty of a pause where no mark allows one, second pass.
        second_pass_pause_frame: penalty of each frame of such a pause.
        min_second_garbage: smallest penalty of garbage in the second pass, per frame.
        second_garbage_offset: penalty of garbage in the second pass, per frame, at a fit of 0.
        second_garbage_slope: its growth for each log that the fit is worse.
        inner_second_garbage: additional penalty of garbage where no mark allows a pause, as a
            share of that penalty: people seldom say more inside a sentence than is written.
        second_pass_skip: penalty of leaving out a word in the second pass, in frames of garbage.
        acoustic_scale: exponent of likelihoods in the forward-backward sums. Neighbouring frames
            say nearly the same; if they were multiplied as independent ones, every path would be
            certain.
        start_window_frames: frames by which a start may be earlier or later and still count as
            right.
        max_deviations: number of median absolute deviations below the median score beyond which a
            sentence is unspoken.
        min_score_drop: smallest distance below the median that this may come to, logs per frame.
        max_score_drop: largest distance that it may come to, logs per frame.
        min_aligned_words: share of aligned words below which a sentence is unspoken.
        confidence_bias: bias of the logistic regression behind word confidences. Its coefficients
            were fitted on 8,285 sentences in 15 languages, clean and with white noise or music at
            10 dB, to predict whether a sentence starts within 100 ms.
        confidence_posterior: coefficient of -log(1 - posterior).
        confidence_word_score: coefficient of the score of the word, where below 0.
        confidence_sentence_score: coefficient of the sentence's score relative to the median.
    """

    transition_scale: float = 1.0
    first_pass_stay: float = 0.99
    second_pass_stay: float = 0.97

    good_fit: float = -1.2
    min_aligned_phones: float = 0.6
    min_garbage: float = 1.2
    garbage_offset: float = -0.5
    garbage_slope: float = 2.4
    min_skip: float = 20.0
    skip_fit: float = -0.85
    skip_slope: float = 20.0
    lenient_garbage: float = 4.0
    lenient_skip: float = 60.0
    skip_factor: float = 3.0
    inner_garbage: float = 0.2

    suspect_fit: float = -2.0
    min_margin: float = 0.22
    max_decoys: int = 4
    decoy_phones: int = 8000

    beam_phones: int = 1024
    first_pass_pause: float = 3.0
    first_pass_pause_frame: float = 0.3

    neighbours: int = 4
    band_frames: int = 10
    min_cut_frames: int = 20
    min_chunk_frames: int = 300
    min_inner_chunk_frames: int = 1500
    max_chunk_frames: int = 3000
    sound_threshold: float = 1.0
    max_quiet_sound_frames: int = 8
    max_joined_gap_frames: int = 500
    margin_frames: int = 60
    max_skipped_words: int = 3
    min_apart_frames: int = 6
    second_pass_pause: float = 16.0
    second_pass_pause_frame: float = 0.1
    min_second_garbage: float = 3.0
    second_garbage_offset: float = 1.5
    second_garbage_slope: float = 3.0
    inner_second_garbage: float = 1.0
    second_pass_skip: float = 70.0

    acoustic_scale: float = 0.05
    start_window_frames: int = 10

    max_deviations: float = 9.0
    min_score_drop: float = 2.5
    max_score_drop: float = 6.0
    min_aligned_words: float = 1 / 3
    confidence_bias: float = 2.7
    confidence_posterior: float = 0.4
    confidence_word_score: float = 0.35
    confidence_sentence_score: float = 0.4


DEFAULT_ACTIVITY = ActivityOptions()
"""Options of speech activity for recordings of any kind."""

DEFAULT_ADAPTATION = AdaptationOptions()
"""Options of adaptation for recordings of any kind."""

GMM_SEARCH = SearchOptions()
"""Options of searches in the emissions of the Gaussian mixture model."""

CTC_SEARCH = SearchOptions(
    transition_scale=0.25,
    good_fit=-0.3,
    min_garbage=0.3,
    garbage_offset=-0.125,
    min_skip=5.0,
    skip_fit=-0.2125,
    lenient_garbage=1.0,
    lenient_skip=15.0,
    suspect_fit=-0.5,
    min_margin=0.15,
    first_pass_pause=0.75,
    first_pass_pause_frame=0.075,
    sound_threshold=0.25,
    second_pass_pause=4.0,
    second_pass_pause_frame=0.025,
    min_second_garbage=0.75,
    second_garbage_offset=0.375,
    acoustic_scale=0.2,
    min_score_drop=0.625,
    max_score_drop=1.5,
    confidence_word_score=1.4,
    confidence_sentence_score=1.6,
)
"""Options of searches in the emissions of a CTC model.

A wrong phone costs the Gaussian mixture model about 4 logs in each of its 8 frames or so; a wrong
letter costs a CTC model its least log probability (8) once. So all penalties are a quarter of those
of `GMM_SEARCH`. ``min_margin`` was measured on a small model that was trained on 14 minutes: texts
of other recordings and right ones of a voice that it does not understand fitted up to 0.06 better
than their words shuffled, right ones of other strange voices 0.33 to 0.38. Confidences are those of
the Gaussian mixture model: they order sentences, but are not calibrated for a model of one's own.
"""
