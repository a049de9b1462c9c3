"""Engine hmm: hidden Markov models of phones, and a judgement of what is not in the recording.

espeak-ng gives the phones of the text, and the acoustic model the likelihood of each phone in each
frame of the recording. A Viterbi search finds the stretch of each phone: first through the whole
recording, then to 10 ms between pauses. Sentences that do not fit their place are left out, and the
rest is aligned again. docs/alignment.md gives the reasons.
"""

from __future__ import annotations

from collections.abc import Sequence

from subalign.acoustics.aligner import Aligner
from subalign.acoustics.observing import Observer, ProgressObserver, observe_nothing
from subalign.acoustics.tts import espeak
from subalign.engines.base import Engine, Utterance, WordSpans
from subalign.events import Progress, Stage
from subalign.model import Audio


def align(
    audio: Audio,
    utterances: Sequence[Utterance],
    language: str,
    progress: Progress,
    observe: Observer = observe_nothing,
) -> WordSpans:
    """Align by one search through the whole recording.

    Args:
        audio: the recording.
        utterances: its sentences.
        language: BCP 47 tag.
        progress: called with the events of the work.
        observe: called with every step and its value.

    Raises:
        AlignmentError: most of the text is not in the recording, or espeak-ng can say none of it.
        SetupError: espeak-ng or pocketsphinx is not installed.
        UsageError: espeak-ng has no voice for the language.
    """
    watch = ProgressObserver(progress, observe)
    watch.report(Stage.LISTEN, 0.0)
    aligner = Aligner.by_phones(audio, [u.words for u in utterances], language, observe=watch)
    return aligner.align().spans


ENGINE = Engine(
    name="hmm",
    summary="phones against an acoustic model; says which sentences are not in the recording",
    needs="pocketsphinx",
    install="pip install pocketsphinx",
    align=align,
    check_language=espeak.find_voice,
)
