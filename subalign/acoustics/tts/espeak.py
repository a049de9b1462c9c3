"""Speech synthesised in process by libespeak-ng: the reference that aeneas compares with.

The library and its data come inside the ``espeakng-loader`` wheel, and are called through ctypes:
no program, no temporary file. espeak-ng speaks more than a hundred languages and tells when it
begins each word and each phoneme. Its state is global, so a lock guards it: no code may hold
the lock while it waits for its caller.
"""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from itertools import count, pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from subalign.audio import resample
from subalign.errors import SetupError, UsageError, nearest
from subalign.languages import find_language
from subalign.model import Span

if TYPE_CHECKING:
    from subalign.model import Samples

UTF8 = 1
"""espeak-ng's number for text in UTF-8."""

_PHONEME = -1
"""Position of a mark that is a phoneme."""

_PAUSE = -2
"""Position of a mark that is a pause."""


class _EventId(ctypes.Union):
    _fields_ = (
        ("number", ctypes.c_int),
        ("name", ctypes.c_char_p),
        ("string", ctypes.c_char * 8),
    )


class _Event(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", _EventId),
    )


class _VoiceRecord(ctypes.Structure):
    _fields_ = (
        ("name", ctypes.c_char_p),
        ("languages", ctypes.POINTER(ctypes.c_char)),
        ("identifier", ctypes.c_char_p),
        ("gender", ctypes.c_ubyte),
        ("age", ctypes.c_ubyte),
        ("variant", ctypes.c_ubyte),
        ("xx1", ctypes.c_ubyte),
        ("score", ctypes.c_int),
        ("spare", ctypes.c_void_p),
    )


_CALLBACK = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event)
)
_LOCK = threading.Lock()


@dataclass(frozen=True, slots=True, eq=False)
class Speech:
    """A sentence as espeak-ng says it.

    Args:
        text: its words, with a space between.
        samples: int16 mono at ``RATE``, shape (n,); ends with the last sound.
        words: span of each of the given words; in order, without overlap.
    """

    text: str
    samples: Samples
    words: tuple[Span, ...]


def find_voice(language: str) -> str:
    """Return the identifier of espeak-ng's voice for a language.

    Args:
        language: BCP 47 tag; a region that is unknown is dropped.

    Raises:
        UsageError: espeak-ng has no voice for that language.
    """
    known = voices()
    code = language.strip().replace("_", "-").lower()
    parts = code.split("-")
    own = find_language(code)
    with_region = ["-".join(parts[:size]) for size in range(len(parts), 1, -1)]
    for name in (*with_region, own.voice or own.code):
        if name in known:
            return known[name]
    raise UsageError(
        f"no voice for language {language!r}", where="language", hint=nearest(code, known)
    )


@lru_cache(maxsize=1)
def voices() -> Mapping[str, str]:
    """Return the codes of the languages that espeak-ng speaks, and the voice for each."""
    best: dict[str, tuple[int, str]] = {}
    with _LOCK:
        lib, _ = _library()
        lib.espeak_ListVoices.restype = ctypes.POINTER(ctypes.POINTER(_VoiceRecord))
        listed = lib.espeak_ListVoices(None)
        for i in count():
            if not listed[i]:
                break
            voice = listed[i].contents
            for code, rank in _codes(voice.languages):
                entry = (rank, voice.identifier.decode())
                best[code.lower()] = min(best.get(code.lower(), entry), entry)
    return {code: identifier for code, (_, identifier) in best.items()}


@contextmanager
def speaking_as(voice: str) -> Iterator[tuple[Any, int]]:
    """Hold the lock of espeak-ng, whose state is global, with a voice chosen.

    Args:
        voice: identifier, such as ``roa/fr``.

    Yields:
        The library, and the rate of its samples, Hz.

    Raises:
        SetupError: espeak-ng cannot be loaded.
        UsageError: espeak-ng has no such voice.
    """
    with _LOCK:
        lib, rate = _library()
        if lib.espeak_SetVoiceByName(voice.encode()) != 0:
            raise UsageError(f"no voice {voice!r}", where="language")
        yield lib, rate


def synthesize(sentences: Iterable[Sequence[str]], voice: str) -> Iterator[Speech]:
    """Say sentences.

    Args:
        sentences: their words. A word may hold several spoken words and end in a clause mark,
            which shapes intonation and length; it must not be empty.
        voice: identifier, such as ``roa/fr``.

    Raises:
        SetupError: espeak-ng cannot be loaded.
        UsageError: espeak-ng has no such voice.
    """
    for words in sentences:
        with speaking_as(voice) as (lib, rate):
            # some voices change the pace for the voices that are chosen after them
            pace_parameter, words_a_minute = 1, 175  # espeak-ng's default
            lib.espeak_SetParameter(pace_parameter, words_a_minute, 0)
            text = " ".join(words)
            samples, events = _say(lib, text)
        spans = _place(words, events, len(samples) * 1000 // rate)
        yield Speech(text, resample(samples, rate), spans)


def _codes(listed: Any) -> Iterator[tuple[str, int]]:
    """Yield the codes of a voice and their rank, 1 for the likeliest.

    The codes stand in memory as a byte and a C string each, ended by a zero byte.
    """
    address = ctypes.addressof(listed.contents)
    while rank := ctypes.string_at(address, 1)[0]:
        code = ctypes.string_at(address + 1)
        yield code.decode(), rank
        address += len(code) + 2


@lru_cache(maxsize=1)
def _library() -> tuple[Any, int]:
    try:
        import espeakng_loader

        lib = ctypes.CDLL(espeakng_loader.get_library_path())
        data = espeakng_loader.get_data_path().encode()
    except (ImportError, OSError) as error:
        raise SetupError(
            f"espeak-ng cannot be loaded: {error}",
            hint="pip install --force-reinstall espeakng-loader",
        ) from None
    retrieval, buffer_ms, phoneme_events = 1, 200, 1
    rate = lib.espeak_Initialize(retrieval, buffer_ms, data, phoneme_events)
    if rate <= 0:
        raise SetupError(
            "espeak-ng found no data", hint="pip install --force-reinstall espeakng-loader"
        )
    return lib, rate


@dataclass(frozen=True, slots=True)
class _Mark:
    """Start of a word, of a phoneme or of a pause.

    Args:
        position: first character of a word; -1 for a phoneme, -2 for a pause.
        time: ms.
    """

    position: int
    time: int


def _say(lib: Any, text: str) -> tuple[Samples, list[_Mark]]:
    chunks: list[Samples] = []
    marks: list[_Mark] = []
    end_of_list, word_event, phoneme_event, by_character = 0, 1, 7, 1

    def collect(wave: Any, size: int, events: Any) -> int:
        if wave and size > 0:
            chunks.append(np.ctypeslib.as_array(wave, (size,)).copy())
        for i in count():
            event = events[i]
            if event.type == end_of_list:
                break
            if event.type == word_event:
                marks.append(_Mark(event.text_position - 1, event.audio_position))
            elif event.type == phoneme_event:
                marks.append(_Mark(_sound(event.id.string), event.audio_position))
        return 0

    callback = _CALLBACK(collect)
    lib.espeak_SetSynthCallback(callback)
    raw = text.encode("utf-8", "replace")
    lib.espeak_Synth(raw, len(raw) + 1, 0, by_character, 0, UTF8, None, None)
    lib.espeak_Synchronize()
    samples = np.concatenate(chunks) if chunks else np.zeros(0, np.int16)
    return samples, marks


def _sound(phoneme: bytes) -> int:
    """Return the position of a mark by its phoneme; a pause has an empty name, or only signs."""
    return _PHONEME if phoneme.strip(b"_:; |") else _PAUSE


def _place(words: Sequence[str], marks: Sequence[_Mark], total: int) -> tuple[Span, ...]:
    """Return the span of each word: from its event to the end of its last phoneme."""
    firsts = np.cumsum([0, *(len(w) + 1 for w in words[:-1])])
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    current = 0
    for i, mark in enumerate(marks):
        following = marks[i + 1].time if i + 1 < len(marks) else total
        if mark.position >= 0:
            current = max(current, int(np.searchsorted(firsts, mark.position, "right")) - 1)
            starts.setdefault(current, mark.time)
        elif mark.position == _PHONEME:
            ends[current] = following
    return tuple(_fill(words, starts, ends, total))


def _fill(
    words: Sequence[str], starts: dict[int, int], ends: dict[int, int], total: int
) -> Iterator[Span]:
    """Let words that espeak-ng runs together ("of the") share the time of the first by length."""
    known = sorted({0, *starts})
    for first, stop in zip(known, [*known[1:], len(words)], strict=True):
        start = starts.get(first, 0)
        until = starts.get(stop, total)
        end = min(max(ends.get(first, until), start), until)
        edges = np.cumsum([0, *(len(w) for w in words[first:stop])])
        times = [start + int((end - start) * e / edges[-1]) for e in edges]
        yield from (Span(a, b, 1.0) for a, b in pairwise(times))
