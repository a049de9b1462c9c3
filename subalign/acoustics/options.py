"""Numbers that the aligner goes by: thresholds, penalties and beams, with their units.

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
        speech_range_db: frames down to so much below the level of speech stay above the
            threshold in a clean recording.
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
        direct_frames: frames at the begin of the fall that may be the end of a vowel.
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
        rise_ms: distance by which a start may move back to the begin of the sound around it.
        fade_ms: length of a fading sound that belongs to the word before it; models take long
            fading vowels for noise.
        echo_share: share of reverberation from which on a longer fading sound belongs to it too.
        min_gap_ms: words that lie nearer to each other have no pause between them.
        max_click_ms: sound shorter than this is a click and no sound.
        max_closure_ms: silence shorter than this is the closure of a stop and part of a word.
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


DEFAULT_ACTIVITY = ActivityOptions()
"""Options of speech activity for recordings of any kind."""
