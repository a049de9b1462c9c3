"""Text as phonemes: libespeak-ng's letter-to-sound rules, without synthesising anything."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from subalign.acoustics.espeak import _LOCK, _library
from subalign.errors import UsageError

_UTF8 = 1
_IPA = 0x02


def transcribe(sentences: Iterable[Sequence[str]], voice: str) -> Iterator[list[str]]:
    """The phonemes of each word of each sentence, in the International Phonetic Alphabet.

    Words are pronounced in the context of their sentence where espeak-ng keeps them apart,
    and alone where it runs some together ("of the").

    Raises:
        SetupError: espeak-ng is not installed.
        UsageError: it has no such voice.
    """
    for words in sentences:
        with _LOCK:
            lib, _ = _library()
            if lib.espeak_SetVoiceByName(voice.encode()) != 0:
                raise UsageError(f"no voice {voice!r}", where="--language")
            yield _words(lib, words)


def _words(lib: Any, words: Sequence[str]) -> list[str]:
    counts = [len(word.split()) for word in words]
    together = _translate(lib, " ".join(words)).split()
    if len(together) != sum(counts):
        return [_translate(lib, word) for word in words]
    firsts = [sum(counts[:i]) for i in range(len(words))]
    return [" ".join(together[f : f + n]) for f, n in zip(firsts, counts, strict=True)]


def _translate(lib: Any, text: str) -> str:
    """All clauses of ``text``; espeak-ng does one at a time and moves the pointer on."""
    lib.espeak_TextToPhonemes.restype = ctypes.c_char_p
    raw = ctypes.create_string_buffer(text.encode("utf-8", "replace"))
    rest = ctypes.c_void_p(ctypes.addressof(raw))
    clauses = []
    while rest.value:
        clauses.append(lib.espeak_TextToPhonemes(ctypes.byref(rest), _UTF8, _IPA) or b"")
    return b" ".join(clauses).decode("utf-8", "replace")
