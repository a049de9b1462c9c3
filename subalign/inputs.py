"""Whatever a caller may give for a recording, a transcript, a glossary or decisions.

Files, bytes and values in memory become one kind of value each here, and only here.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol, runtime_checkable

from subalign import __version__, cache, formats, identifying, languages
from subalign.calls import public
from subalign.cleaning import (
    Decision,
    Decisions,
    Glossary,
    parse_decisions,
    parse_glossary,
)
from subalign.errors import InputError
from subalign.events import Progress, Stage, ignore, of_stage
from subalign.formats import StrPath
from subalign.model import Alignment, Audio, Captions, Transcript
from subalign.transcript import parse_transcript as parse_text

if TYPE_CHECKING:
    from subalign import evaluating


@runtime_checkable
class SupportsArray(Protocol):
    """An object that numpy can read as an array, such as an array of numpy or a torch tensor."""

    def __array__(self) -> Any:
        """Return the array."""


AudioLike = StrPath | bytes | BinaryIO | Audio
"""The path of a media file, its bytes, a file object that is open for reading, or a value of
`load_audio`."""

TranscriptLike = StrPath | Transcript
"""The path of a text file, or a value of `load_transcript` or `parse_transcript`."""

GlossaryLike = StrPath | Mapping[str, str | Sequence[str]] | Glossary
"""The path of a glossary file, or preferred spellings, each with its variants."""

DecisionsLike = StrPath | Iterable[Decision]
"""The path of a file of decisions, or decisions of `review`, answered."""


TimesLike = StrPath | Captions | Alignment
"""The path of a file of times, captions or words."""


@public
def load_audio(
    source: AudioLike | SupportsArray | Sequence[Any],
    *,
    rate: int = 0,
    track: int = 1,
    progress: Progress = ignore,
) -> Audio:
    """Decode a recording to mono samples at 16 kHz.

    Args:
        source: the path of any audio or video file, its bytes, a file object that is open for
            reading and is read from its beginning, or an array of samples: of shape (n,) or (n,
            channels), whole numbers of 16 bits, or floating-point numbers from -1 to 1.
        rate: sampling rate of an array, Hz; not used for files and bytes.
        track: which audio track of a file, from 1.
        progress: called with the events of decoding.

    Raises:
        AudioError: the recording is missing, not a media file, without sound, truncated, silent,
            or shorter than 100 ms.
        UsageError: the file has no such track; a file object that is closed, or open for text;
            an array without its rate, or of another shape or scale.

    >>> import numpy as np
    >>> tone = np.sin(np.arange(44_100) * 0.05)
    >>> load_audio(tone, rate=44_100).duration
    1000
    """
    from subalign import audio

    if isinstance(source, Audio):
        return source
    report = of_stage(progress, Stage.DECODE)
    if isinstance(source, bytes | bytearray):
        source = io.BytesIO(source)
    if isinstance(source, str | os.PathLike) or hasattr(source, "read"):
        return audio.decode(source, track=track, progress=report)  # type: ignore[arg-type]
    return audio.from_array(source, rate)


@public
def load_transcript(path: StrPath, *, language: str = "") -> Transcript:
    """Read a transcript: plain text, or an SRT or VTT file whose times are not to be trusted.

    Args:
        path: of the file.
        language: BCP 47 tag; identified from the text when empty.

    Raises:
        InputError: the file is missing, binary, in no known encoding, or holds no spoken word.
        UsageError: no language has this tag; the text itself was given in place of a path.

    >>> made = load_transcript("fixtures/sonnet/transcript.txt")
    >>> made.language, made.tokens[1].shown, made.tokens[1].line
    ('en', 'From', 2)
    """
    formats.refuse_text_as_path(path, "transcript", "subalign.parse_transcript(text)")
    text = formats.read_text(path)
    if Path(path).suffix.lower() == ".json":
        hint = "give its text; segment makes captions of words that have their times"
        raise InputError("this is data, not a transcript", where=os.fspath(path), hint=hint)
    return parse_transcript(text, language=language, name=os.fspath(path))


@public
def parse_transcript(
    text: str | Iterable[str], *, language: str = "", name: str = "transcript"
) -> Transcript:
    """Read a transcript from memory.

    Args:
        text: as it would stand in a file; or its words in order, with their punctuation.
        language: BCP 47 tag; identified from the text when empty.
        name: of the text, for messages.

    Raises:
        TranscriptError: no word of the text is spoken.
        UsageError: no language has this tag.

    >>> made = parse_transcript("ANNA: Hello there. [laughs] Fine?", language="en")
    >>> [token.shown for token in made.tokens], made.tokens[1].speaker
    (['', 'Hello', 'there.', '[laughs]', 'Fine?'], 'ANNA')
    >>> parse_transcript(["Hello", "there."], language="en").source
    'Hello there.'
    """
    if not isinstance(text, str):
        text = " ".join(text)
    languages.check_language(language)
    return parse_text(text, name, language or identifying.identify(text))


def as_transcript(given: TranscriptLike, language: str = "") -> Transcript:
    """Return the transcript that a caller gives, with its language.

    Args:
        given: a path, or a transcript.
        language: BCP 47 tag; that of the transcript, or identified from its text, when empty.

    Raises:
        InputError, UsageError: as `load_transcript`.
    """
    if not isinstance(given, Transcript):
        return load_transcript(given, language=language)
    if language in ("", given.language) and given.language:
        return given
    # another language has other abbreviations, so sentences may end elsewhere
    return parse_transcript(given.source, language=language, name=given.name)


def as_glossary(given: GlossaryLike | None) -> Glossary:
    """Return the glossary that a caller gives; an empty one for None or an empty path.

    Raises:
        InputError: a file is missing or malformed, a spelling has no word, or two spellings share
            a variant.
    """
    if isinstance(given, Glossary):
        return given
    if isinstance(given, Mapping):
        rows = {name: [own] if isinstance(own, str) else list(own) for name, own in given.items()}
        return Glossary.from_dict(rows)
    if not given:
        return Glossary()
    formats.refuse_text_as_path(given, "glossary", "a dict of spellings")
    return parse_glossary(formats.read_text(given), os.fspath(given))


def as_decisions(given: DecisionsLike | None) -> Decisions:
    """Return the decisions that a caller gives; none for None or an empty path.

    Raises:
        InputError: a file is missing or malformed.
    """
    if isinstance(given, str | os.PathLike):
        formats.refuse_text_as_path(given, "decisions", "what subalign.review returns")
        path = os.fspath(given)
        return parse_decisions(formats.read_text(path), path) if path else Decisions()
    return Decisions(tuple(given or ()))


def as_shots(given: StrPath | Iterable[int] | None, progress: Progress) -> tuple[int, ...]:
    """Return the cuts that a caller gives as a video or as times in ms; none for None.

    Raises:
        AudioError: the video cannot be read, or holds no picture.
    """
    if not given:
        return ()
    if isinstance(given, str | os.PathLike):
        from subalign.shots import find_shots

        return find_shots(given, progress)
    return tuple(given)


def as_timed(given: TimesLike, *, trusted: bool = False) -> evaluating.Timed:
    """Return the times that a caller gives, as a hypothesis or as a reference.

    Args:
        given: a value; or the path of a caption or words file, or of JSON of labels. ``.txt`` is
            taken for Audacity's labels.
        trusted: True for a reference, of which times that were filled in do not count.

    Raises:
        UsageError: no format has this suffix.
        InputError: the file is missing, not text, or malformed.
    """
    from subalign import evaluating

    if not isinstance(given, str | os.PathLike):
        captions = Captions(alignment=given) if isinstance(given, Alignment) else given
        name = "reference" if trusted else "hypothesis"
        return evaluating.from_captions(captions, name, trusted=trusted)
    where = os.fspath(given)
    is_audacity = Path(where).suffix.lower() == ".txt"
    form = (
        formats.named_format("audacity")
        if is_audacity
        else formats.find_format(given, to_read=True)
    )
    text = formats.read_text(given)
    if form.name == "json" and evaluating.is_labels(text):
        return evaluating.parse_labels(text, where)
    return evaluating.from_captions(form.read(text, where), where, trusted=trusted)


class Recording:
    """A recording that is decoded only when its samples are needed.

    A file whose digest is in the cache need not be decoded.

    Args:
        source: a recording.
        track: which audio track of a file, from 1.
        progress: called with the events of decoding.

    Raises:
        AudioError, UsageError: as `load_audio`, here or in any of the methods.
    """

    def __init__(self, source: AudioLike, track: int = 1, progress: Progress = ignore) -> None:
        self._source, self._track, self._progress = source, track, progress
        self._audio = source if isinstance(source, Audio) else None

    @property
    def name(self) -> str:
        """Name of the file, for messages; empty where there is none."""
        if isinstance(self._source, Audio):
            return self._source.name
        return os.fspath(self._source) if isinstance(self._source, str | os.PathLike) else ""

    def audio(self) -> Audio:
        """Return the recording, decoded."""
        if self._audio is None:
            self._audio = load_audio(self._source, track=self._track, progress=self._progress)
        return self._audio

    def known_digest(self) -> str | None:
        """Return the digest of the samples where it is known without decoding; else None."""
        if self._audio is not None:
            return self._audio.digest
        key = self._key
        return cache.read("samples", key, cache.as_text) if key else None

    def digest(self) -> str:
        """Return the SHA-256 of the samples, in hexadecimal, and keep it for the next run."""
        return self._digest

    @cached_property
    def _digest(self) -> str:
        key = self._key
        digest = self.audio().digest
        # What was decoded of a file that someone replaced meanwhile may be neither of the two.
        if key and key == self._find_key():
            cache.write("samples", key, digest)
        return digest

    @cached_property
    def _key(self) -> str | None:
        return self._find_key()

    def _find_key(self) -> str | None:
        if not isinstance(self._source, str | os.PathLike):
            return None
        contents = cache.file_digest(self._source)
        # another version of FFmpeg may decode other samples
        decoder = f"subalign {__version__} av {metadata.version('av')}"
        return cache.digest(contents, str(self._track), decoder) if contents else None
