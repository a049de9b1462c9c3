"""Transcripts aligned with recordings, and the results kept in the cache.

The spans of a transcript depend on the samples, the words that are said, the language and the
engine, and on nothing else: not on a style or a level of cleaning. They are cached under these,
so that the same text on the same recording is never aligned twice. Where only a few sentences of
a text have changed, only their neighbourhood is aligned again.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace

from subalign import __version__, cache, engines, filling, realigning
from subalign.calls import public
from subalign.cleaning import regroup
from subalign.engines.base import Engine
from subalign.errors import AlignmentError
from subalign.events import Event, Progress, Stage, ignore
from subalign.inputs import AudioLike, Recording, TranscriptLike, as_transcript
from subalign.model import Alignment, Audio, Segments, Span, TimedTranscript, Transcript
from subalign.realigning import CachedSpans, SentenceKeys
from subalign.spoken import verbalise


class Aligner:
    """An engine that aligns one recording after another.

    Create one per process and use it for all recordings: a model is loaded once.

    Args:
        engine: the name of an engine; `list_engines` lists them.
        model: folder of the model of an engine that runs one.
        cache: False to align even where the cache holds the result, and to keep nothing.

    Raises:
        UsageError: no engine has this name, or the engine runs no model.
        InputError: the folder holds no model that the engine runs.
        SetupError: the package that the engine needs is not installed.

    >>> aligner = Aligner("uniform")
    >>> alignment = aligner.align("fixtures/sonnet/audio.opus", "fixtures/sonnet/transcript.txt")
    >>> alignment.words[1].text, alignment.duration
    ('From', 53266)
    """

    @public
    def __init__(
        self,
        engine: str = engines.AUTO,
        *,
        model: str | os.PathLike[str] = "",
        cache: bool = True,
    ) -> None:
        engines.check_name(engine)
        self.engine, self._model, self._cache = engine, os.fspath(model), cache
        # Cached results depend on the version of the engine. That of a built-in engine is
        # subalign's, so it is imported only if the cache lacks the result; plug-ins and models are
        # loaded now.
        known = engine in engines.BUILT_IN and not self._model
        self._loaded = None if known else engines.find_engine(engine, self._model)

    @public
    def align(
        self,
        audio: AudioLike,
        transcript: TranscriptLike,
        *,
        language: str = "",
        progress: Progress = ignore,
    ) -> Alignment:
        """Align a transcript with its recording, without cleaning it.

        Args:
            audio: the recording.
            transcript: the text.
            language: BCP 47 tag; identified from the text when empty.
            progress: called with the events of the work.

        Raises:
            UsageError: there is no such language, or the engine cannot align it.
            InputError: a file is missing or malformed, or the recording cannot be used.
            SetupError: a package that the engine needs is not installed.
            AlignmentError: text and recording do not belong together.
        """
        parsed = as_transcript(transcript, language)
        return place(parsed, self.time(Recording(audio, progress=progress), parsed, progress))

    def time(
        self, recording: Recording, transcript: Transcript, progress: Progress
    ) -> TimedTranscript:
        """Find the span of each token of a transcript, in the cache or by aligning.

        Args:
            recording: the sound.
            transcript: its words as they are written, and its language.
            progress: called with the events of the work.

        Raises:
            AlignmentError: text and recording do not belong together.
            SubalignError: as `engines.find_engine` and `engines.align`.
        """
        version = self._loaded.version if self._loaded else ""
        method = cache.digest(__version__, self.engine, version, transcript.language)
        keys = sentence_keys(transcript)
        key = cache.digest(method, *(key for key, _ in keys))
        digest = recording.known_digest() if self._cache else None
        found = digest and cache.read(f"spans/{digest}", key, CachedSpans.from_json)
        if not found:
            # refuse what the engine cannot align before the recording is decoded
            self._load().check_language(transcript.language)
            found = self._find(recording, transcript, method, keys, progress)
            if self._cache:
                cache.write(f"spans/{recording.digest()}", key, found.to_json())
        progress(Event(Stage.ALIGN, 1.0))
        return TimedTranscript(
            transcript,
            found.spans,
            transcript.language,
            self.engine,
            found.duration,
            found.sound,
        )

    def _load(self) -> Engine:
        self._loaded = self._loaded or engines.find_engine(self.engine)
        return self._loaded

    def _find(
        self,
        recording: Recording,
        transcript: Transcript,
        method: str,
        keys: SentenceKeys,
        progress: Progress,
    ) -> CachedSpans:
        audio = recording.audio()
        if self._cache and self._load().hears:
            kind = f"spans/{recording.digest()}"
            entries = (cache.read(kind, key, CachedSpans.from_json) for key in cache.keys(kind))
            known = [entry for entry in entries if entry and entry.method == method]
            near = realigning.nearest(known, keys)
            spans = near and realigning.realign(near, audio, transcript, keys, self._align)
            if near and spans:
                return replace(near, keys=keys, spans=tuple(spans))
        spans = self._align(audio, transcript, progress)
        return CachedSpans(method, keys, tuple(spans), audio.duration, _sound(audio))

    def _align(
        self, audio: Audio, transcript: Transcript, progress: Progress = ignore
    ) -> list[Span | None]:
        said = verbalise(transcript, transcript.language)
        return engines.align(audio, said, transcript.language, self._load(), progress)


@public
def align(
    audio: AudioLike,
    transcript: TranscriptLike,
    *,
    language: str = "",
    engine: str = engines.AUTO,
    model: str | os.PathLike[str] = "",
    track: int = 1,
    progress: Progress = ignore,
    cache: bool = True,
) -> Alignment:
    """Align a transcript with its recording, without cleaning it.

    Args:
        audio: the recording: a path, bytes, a file object, or a value of `load_audio`.
        transcript: the text: a path, or a value of `load_transcript` or `parse_transcript`.
        language: BCP 47 tag; identified from the text when empty.
        engine: the name of an engine; `list_engines` lists them.
        model: folder of the model of an engine that runs one.
        track: which audio track of a file, from 1.
        progress: called with the events of the work.
        cache: False to align even where the cache holds the result, and to keep nothing.

    Raises:
        UsageError: there is no such language, engine or track.
        InputError: a file is missing or malformed, or the recording cannot be used.
        SetupError: a package that the engine needs is not installed.
        AlignmentError: text and recording do not belong together.

    >>> alignment = align(
    ...     "fixtures/sonnet/audio.opus", "fixtures/sonnet/transcript.txt", engine="uniform")
    >>> [sentence.text for sentence in alignment.sentences()][1][:19]
    'From fairest creatu'
    """
    aligner = Aligner(engine, model=model, cache=cache)
    parsed = as_transcript(transcript, language)
    return place(parsed, aligner.time(Recording(audio, track, progress), parsed, progress))


def place(shown: Transcript, timed: TimedTranscript) -> Alignment:
    """Give each shown token of a transcript the time that it was aligned at.

    Args:
        shown: what cleaning made of ``timed.transcript``, or that transcript itself.
        timed: the transcript that was aligned.
    """
    spans = regroup(timed.transcript, shown, timed.spans)
    alignment = filling.fill(
        shown, spans, language=timed.language, duration=timed.duration, engine=timed.engine
    )
    # Words that cleaning hides are still in the recording.
    covered = [(span.start, span.end) for span in timed.spans if span]
    covered += [(word.start, word.end) for word in alignment.words]
    from subalign.acoustics.activity.untranscribed import find_untranscribed

    untranscribed = find_untranscribed(timed.sound, covered, timed.duration)
    return replace(alignment, untranscribed=untranscribed, timed=timed)


def sentence_keys(transcript: Transcript) -> SentenceKeys:
    """Return for each sentence a key of what is said in it, and its number of tokens."""
    keys = []
    for sentence in transcript.sentences():
        tokens = transcript.tokens[sentence.start : sentence.stop]
        # The shown marks decide how a sentence is said, and the gaps which figures are one number.
        parts = [part for t in tokens for part in (t.spoken, t.shown, t.gap)]
        text = "\0".join(parts[:-1])  # the gap after a sentence does not change it
        key = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        keys.append((key, len(tokens)))
    return tuple(keys)


def _sound(audio: Audio) -> Segments:
    from subalign.acoustics.activity.energy import measure_energy
    from subalign.acoustics.activity.pauses import sounding_segments

    return sounding_segments(measure_energy(audio.samples))


def with_language(refusal: AlignmentError, language: str, given: bool) -> AlignmentError:
    """Return a refusal that also says which language the text was read in.

    Args:
        refusal: of text and recording.
        language: BCP 47 tag.
        given: True where the caller named the language, False where it was identified.
    """
    source = "as given" if given else "identified from the text"
    hints = [refusal.hint] * bool(refusal.hint)
    hints.append(f"the text was read as language {language}, {source}; name another if it is wrong")
    return AlignmentError(refusal.what, where=refusal.where, hint="; ".join(hints))
