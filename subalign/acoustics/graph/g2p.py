"""Text as phonemes: libespeak-ng's letter-to-sound rules, without synthesising anything."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Any

from rapidfuzz.distance import Levenshtein

from subalign.acoustics.tts.espeak import UTF8, speaking_as
from subalign.languages import find_language
from subalign.text.scripts import HAN

_SWITCH = re.compile(r"\([a-z][\w-]*\)")
"""Mark of espeak-ng where another voice begins to speak, and where the voice before goes on:
``(en)wˈiːkɛnd(fr)``."""

_HAN = re.compile(f"[{HAN}]")


def transcribe(sentences: Iterable[Sequence[str]], voice: str) -> Iterator[list[str]]:
    """Yield the phonemes of the words of each sentence, as espeak-ng writes them (see ``ipa``).

    Words are pronounced in the context of their sentence. Han characters have no phonemes in
    voices that cannot read them.

    Raises:
        SetupError: espeak-ng is not installed.
        UsageError: espeak-ng has no such voice.
    """
    language = find_language(voice.rpartition("/")[2])
    space = "" if language.spaceless_voice else " "
    for words in sentences:
        said = words if language.voice_reads_han else [_HAN.sub(" ", word) for word in words]
        with speaking_as(voice) as (lib, _):
            phonemes = _words(lib, said, space)
        # not inside: a caller may keep this generator, or call espeak-ng, before it goes on
        yield phonemes


def _words(lib: Any, words: Sequence[str], space: str) -> list[str]:
    counts = [len(word.split()) for word in words]
    together = _translate(lib, space.join(words))
    parts = together.split()
    if len(parts) == sum(counts):
        firsts = [sum(counts[:i]) for i in range(len(words))]
        return [" ".join(parts[f : f + n]) for f, n in zip(firsts, counts, strict=True)]
    return _divide(together, [_translate(lib, word) for word in words])


def _divide(together: str, alone: Sequence[str]) -> list[str]:
    """Share the phonemes of a sentence out among its words, some of which are run together.

    Args:
        together: what the sentence sounds like.
        alone: what each of its words sounds like alone.

    >>> _divide("ʌvðə dˈeɪ", ["ˈʌv", "ðˈə", "dˈeɪ"])
    ['ʌv', 'ðə', 'dˈeɪ']
    """
    edges = list(accumulate((len(said) + 1 for said in alone), initial=0))
    at, cuts = 0, [0]
    # where each word would begin if one string were edited into the other
    for step in Levenshtein.opcodes(" ".join(alone), together):
        while at + 1 < len(alone) and edges[at + 1] <= step.src_end:
            inside = edges[at + 1] - step.src_start
            cuts.append(min(step.dest_start + inside, step.dest_end))
            at += 1
    cuts += [len(together)] * (len(alone) + 1 - len(cuts))
    found = [together[a:b].strip() for a, b in pairwise(cuts)]
    return [part or said for part, said in zip(found, alone, strict=True)]


def _translate(lib: Any, text: str) -> str:
    """Return the phonemes of a text.

    espeak-ng transcribes one clause at a time, and moves the pointer on to the next one.
    """
    ipa = 0x02  # espeak-ng's number for the International Phonetic Alphabet
    lib.espeak_TextToPhonemes.restype = ctypes.c_char_p
    raw = ctypes.create_string_buffer(text.encode("utf-8", "replace"))
    rest = ctypes.c_void_p(ctypes.addressof(raw))
    clauses = []
    while rest.value:
        clauses.append(lib.espeak_TextToPhonemes(ctypes.byref(rest), UTF8, ipa) or b"")
    return _SWITCH.sub("", b" ".join(clauses).decode("utf-8", "replace"))
