"""Our own aligner: hidden Markov models of phones, and a judgement of what was not said.

espeak-ng says which phones the text has, the acoustic model how well each frame of the
recording fits them, and a Viterbi search which stretch is which phone: first through the
whole recording, then to 10 ms between pauses. Sentences that do not fit where they were put
are left out, and the rest is aligned again. docs/alignment.md tells the reasons.
"""

from __future__ import annotations

from collections.abc import Sequence

from subalign.acoustics.aligner import Aligner
from subalign.acoustics.tts import espeak
from subalign.engines.base import Engine, Utterance, WordSpans
from subalign.events import Event, Progress, Stage
from subalign.model import Audio


def align(
    audio: Audio, utterances: Sequence[Utterance], language: str, progress: Progress
) -> WordSpans:
    """When each word is said; None for words that are not in the audio.

    Raises:
        AlignmentError: most of the text is not in the audio, or nothing can be said of it.
        SetupError: espeak-ng or pocketsphinx is not installed.
        UsageError: espeak-ng has no voice for the language.
    """
    progress(Event(Stage.LISTEN, 0.0))
    aligner = Aligner.by_phones(audio, [u.words for u in utterances], language)
    progress(Event(Stage.LISTEN, 1.0))
    return search_and_settle(aligner, progress)


def search_and_settle(aligner: Aligner, progress: Progress) -> WordSpans:
    """Search the whole recording once, and place every word.

    Raises:
        AlignmentError: most of the text is not in the audio, or nothing can be said of it.
    """
    progress(Event(Stage.ALIGN, 0.0))
    path = aligner.search()
    progress(Event(Stage.ALIGN, 0.4))
    found = aligner.settle(path)
    progress(Event(Stage.ALIGN, 1.0))
    return found


ENGINE = Engine(
    name="hmm",
    summary="phones against an acoustic model; says which sentences are not in the recording",
    needs="pocketsphinx",
    install="pip install pocketsphinx",
    align=align,
    check_language=espeak.find_voice,
)
