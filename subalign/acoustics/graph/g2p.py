"""Text as phonemes: libespeak-ng's letter-to-sound rules, without synthesising anything."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Any

from rapidfuzz.distance import Levenshtein

from subalign.acoustics.tts.espeak import _LOCK, _library
from subalign.errors import UsageError

_UTF8 = 1
_IPA = 0x02

_SWITCH = re.compile(r"\([a-z][\w-]*\)")
"""What stands where espeak-ng takes another voice for a word, and where it takes its own again:
``(en)wˈiːkɛnd(fr)``."""

_HAN = re.compile(r"[\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_UNSPACED = frozenset({"th", "my"})
"""Their letters are read by those around them, and the words given are clusters of letters."""

_READS_HAN = frozenset({"cmn", "yue"})
"""All other voices say "Chinese letter" for each."""


def transcribe(sentences: Iterable[Sequence[str]], voice: str) -> Iterator[list[str]]:
    """The phonemes of each word of each sentence, as espeak-ng writes them (see ``ipa``).

    Words are pronounced in the context of their sentence. Han characters have no phonemes in
    voices that cannot read them.

    Raises:
        SetupError: espeak-ng is not installed.
        UsageError: it has no such voice.
    """
    name = voice.rpartition("/")[2]
    reads_han, space = name in _READS_HAN, "" if name in _UNSPACED else " "
    for words in sentences:
        with _LOCK:
            lib, _ = _library()
            if lib.espeak_SetVoiceByName(voice.encode()) != 0:
                raise UsageError(f"no voice {voice!r}", where="language")
            said = words if reads_han else [_HAN.sub(" ", word) for word in words]
            yield _words(lib, said, space)


def _words(lib: Any, words: Sequence[str], space: str) -> list[str]:
    counts = [len(word.split()) for word in words]
    together = _translate(lib, space.join(words))
    parts = together.split()
    if len(parts) == sum(counts):
        firsts = [sum(counts[:i]) for i in range(len(words))]
        return [" ".join(parts[f : f + n]) for f, n in zip(firsts, counts, strict=True)]
    return _divide(together, [_translate(lib, word) for word in words])


def _divide(together: str, alone: Sequence[str]) -> list[str]:
    """The phonemes of a sentence shared out among its words, some of which are run together.

    Args:
        together: what the sentence sounds like.
        alone: what each of its words sounds like alone.

    >>> _divide("ʌvðə dˈeɪ", ["ˈʌv", "ðˈə", "dˈeɪ"])
    ['ʌv', 'ðə', 'dˈeɪ']
    """
    edges = list(accumulate((len(said) + 1 for said in alone), initial=0))
    at, cuts = 0, [0]
    # where each word would begin if the one text were edited into the other
    for step in Levenshtein.opcodes(" ".join(alone), together):
        while at + 1 < len(alone) and edges[at + 1] <= step.src_end:
            inside = edges[at + 1] - step.src_start
            cuts.append(min(step.dest_start + inside, step.dest_end))
            at += 1
    cuts += [len(together)] * (len(alone) + 1 - len(cuts))
    found = [together[a:b].strip() for a, b in pairwise(cuts)]
    return [part or said for part, said in zip(found, alone, strict=True)]


def _translate(lib: Any, text: str) -> str:
    """All clauses of ``text``; espeak-ng does one at a time and moves the pointer on."""
    lib.espeak_TextToPhonemes.restype = ctypes.c_char_p
    raw = ctypes.create_string_buffer(text.encode("utf-8", "replace"))
    rest = ctypes.c_void_p(ctypes.addressof(raw))
    clauses = []
    while rest.value:
        clauses.append(lib.espeak_TextToPhonemes(ctypes.byref(rest), _UTF8, _IPA) or b"")
    return _SWITCH.sub("", b" ".join(clauses).decode("utf-8", "replace"))
