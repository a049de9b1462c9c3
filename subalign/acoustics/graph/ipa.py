"""Phonemes as phones of the acoustic model: the International Phonetic Alphabet to US English.

Each phoneme becomes the phone, or the two, that are articulated nearest to it: place, manner
and voice for consonants; height, backness and rounding for vowels.

espeak-ng does not write pure IPA everywhere. Where a voice gives a phoneme no IPA name,
espeak-ng prints its own name for it, in which the tone mark ``3`` becomes the vowel ``ɜ``. Some
letters also stand for different sounds in different languages. ``Language.ipa`` corrects both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from subalign.languages import find_language

Phones = tuple[str, ...]

_IPA = {
    # diphthongs, and vowels before r
    "eɪ": "EY", "aɪ": "AY", "ɔɪ": "OY", "aʊ": "AW", "oʊ": "OW", "əʊ": "OW",
    "oɹ": "AO R", "aɪɚ": "AY ER", "iə": "IY AH",
    # vowels
    "i": "IY", "ɪ": "IH", "ᵻ": "IH", "ɨ": "IH", "e": "EH", "ɛ": "EH", "ε": "EH", "æ": "AE",
    "a": "AE", "ɑ": "AA", "ɒ": "AA", "ɔ": "AO", "o": "OW", "ʊ": "UH", "u": "UW", "ʉ": "UW",
    "ɯ": "UH", "y": "UW", "ʏ": "UH", "ø": "UH", "œ": "AH", "ɵ": "UH", "ɘ": "AH", "ə": "AH",
    "ɐ": "AH", "ʌ": "AH", "ɤ": "AH", "ɚ": "ER", "ɜ": "AH", "ɞ": "ER",
    # nasal vowels end in a nasal
    "ɑ̃": "AA N", "ɔ̃": "AO N", "ɛ̃": "AE N", "œ̃": "AH N", "ã": "AH N", "õ": "OW N",
    "ẽ": "EY N", "\u0303": "N",
    # syllabic consonants get a vowel before them
    "l̩": "AH L", "r̩": "ER", "n̩": "AH N", "m̩": "AH M",
    # affricates
    "tʃ": "CH", "dʒ": "JH", "tɕ": "CH", "dʑ": "JH", "ʈʂ": "CH", "tʂ": "CH", "ts": "T S",
    "ʦ": "T S", "dz": "D Z", "pf": "P F",
    # stops; the glottal stop is only a break, and has no phone
    "p": "P", "b": "B", "t": "T", "d": "D", "k": "K", "ɡ": "G", "g": "G", "c": "K", "ɟ": "G",
    "q": "K", "ʔ": "", "ʈ": "T", "ɖ": "D", "ɾ": "D", "ɽ": "D", "ɓ": "B", "ɗ": "D",
    # fricatives; the Czech ř is a trill with one
    "f": "F", "v": "V", "θ": "TH", "ð": "DH", "s": "S", "z": "Z", "ʃ": "SH", "ʒ": "ZH",
    "ɕ": "SH", "ʂ": "SH", "ʑ": "ZH", "ʐ": "ZH", "h": "HH", "ɦ": "HH", "ç": "SH", "x": "K",
    "χ": "HH", "ħ": "HH", "ʕ": "AA", "ɣ": "G", "β": "V", "ɸ": "F", "ʁ": "R", "ɬ": "L",
    "r̝": "ZH", "r̝̊": "SH",
    # nasals and approximants
    "m": "M", "ɱ": "M", "n": "N", "ɳ": "N", "ŋ": "NG", "ɴ": "NG", "ɲ": "N Y", "l": "L",
    "ɫ": "L", "ɭ": "L", "ʎ": "L Y", "ɹ": "R", "r": "R", "ɻ": "R", "ʀ": "R", "j": "Y",
    "ʝ": "Y", "w": "W", "ʍ": "W", "ɰ": "W", "ɥ": "W", "ʋ": "V",
}  # fmt: skip
_MARKS = frozenset("\u0303\u0327\u0329\u031d\u030a")
"""Combining marks in the table: nasal, cedilla, syllabic, raised, voiceless."""
_PHONES = {unicodedata.normalize("NFD", ipa): said.split() for ipa, said in _IPA.items()}
_LONGEST = max(map(len, _PHONES))
_VOWELS = frozenset("AA AE AH AO AW AY EH ER EY IH IY OW OY UH UW".split())


def phones(ipa: str, voice: str = "") -> Phones:
    """Return the phones nearest to phonemes; marks of stress, length and tone are left out.

    Args:
        ipa: as espeak-ng writes it.
        voice: the identifier of its voice (``sit/cmn``); empty for pure IPA.

    >>> phones("kˈɑːnfɹəns")
    ('K', 'AA', 'N', 'F', 'R', 'AH', 'N', 'S')
    >>> phones("ts.hˈɑɜŋ", "sit/cmn")
    ('CH', 'AA', 'NG')
    """
    language = find_language(voice.rpartition("/")[2])
    plain = unicodedata.normalize("NFD", ipa.replace("ˈ", "").replace("ˌ", ""))
    local, pattern = _local(language.ipa)
    if local:
        plain = pattern.sub(lambda found: local[found[0]], plain)
    found = tuple(_nearest("".join(filter(_counts, plain))))
    return found if language.writes_vowels else tuple(_vowelled(found))


@lru_cache
def _local(remarks: str) -> tuple[dict[str, str], re.Pattern[str]]:
    text = unicodedata.normalize("NFD", remarks)
    pairs = {old: new for old, _, new in (pair.partition("=") for pair in text.split())}
    longest_first = sorted(pairs, key=len, reverse=True)
    return pairs, re.compile("|".join(map(re.escape, longest_first)))


def _counts(character: str) -> bool:
    return character in _MARKS or unicodedata.category(character) in ("Ll", "Lo")


def _nearest(ipa: str) -> Iterator[str]:
    at = 0
    while at < len(ipa):
        size = next((n for n in range(_LONGEST, 0, -1) if ipa[at : at + n] in _PHONES), 0)
        if size:
            yield from _PHONES[ipa[at : at + size]]
        at += size or 1


def _vowelled(found: Phones) -> Iterator[str]:
    """Add a vowel after a consonant between two others: a Semitic syllable begins with only one."""
    before = ""
    for phone, after in zip(found, [*found[1:], ""], strict=True):
        yield phone
        bare = before not in _VOWELS and phone not in _VOWELS and after not in _VOWELS
        if bare and after:
            yield (before := "AH")
        else:
            before = phone
