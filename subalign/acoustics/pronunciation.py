"""How words are said, in the phones of the acoustic model: the lexicon of the aligner.

espeak-ng gives the phonemes of any of its languages in the International Phonetic Alphabet;
each becomes the phone, or the two, of US English that are articulated nearest to it (place,
manner and voice for consonants; height, backness and rounding for vowels). English words
that stand in the pronouncing dictionary of Carnegie Mellon University, which comes with the
model, are said as it says.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from subalign.acoustics.acoustic_model import model_folder
from subalign.acoustics.phonemes import transcribe

Phones = tuple[str, ...]

_IPA = {
    # diphthongs, and vowels before r
    "eɪ": "EY", "aɪ": "AY", "ɔɪ": "OY", "aʊ": "AW", "oʊ": "OW", "əʊ": "OW",
    "oɹ": "AO R", "aɪɚ": "AY ER", "iə": "IY AH",
    # vowels
    "i": "IY", "ɪ": "IH", "ᵻ": "IH", "ɨ": "IH", "e": "EH", "ɛ": "EH", "æ": "AE", "a": "AA",
    "ɑ": "AA", "ɒ": "AA", "ɔ": "AO", "o": "OW", "ʊ": "UH", "u": "UW", "ʉ": "UW", "ɯ": "UH",
    "y": "UW", "ʏ": "UH", "ø": "ER", "œ": "ER", "ɵ": "UH", "ɘ": "AH", "ə": "AH", "ɐ": "AH",
    "ʌ": "AH", "ɤ": "AH", "ɚ": "ER", "ɜ": "ER", "ɞ": "ER",
    # nasal vowels end in a nasal
    "ɑ̃": "AA N", "ɔ̃": "AO N", "ɛ̃": "AE N", "œ̃": "AH N", "ã": "AH N", "õ": "OW N",
    "ẽ": "EY N", "ĩ": "IY N", "ũ": "UW N", "ɐ̃": "AH N",
    # affricates
    "tʃ": "CH", "dʒ": "JH", "tɕ": "CH", "dʑ": "JH", "ʈʂ": "CH", "tʂ": "CH", "ts": "T S",
    "dz": "D Z", "pf": "P F",
    # stops
    "p": "P", "b": "B", "t": "T", "d": "D", "k": "K", "ɡ": "G", "g": "G", "c": "K", "ɟ": "G",
    "q": "K", "ʔ": "T", "ʈ": "T", "ɖ": "D", "ɾ": "D", "ɽ": "D", "ɓ": "B", "ɗ": "D",
    # fricatives
    "f": "F", "v": "V", "θ": "TH", "ð": "DH", "s": "S", "z": "Z", "ʃ": "SH", "ʒ": "ZH",
    "ɕ": "SH", "ʂ": "SH", "ʑ": "ZH", "ʐ": "ZH", "h": "HH", "ɦ": "HH", "ç": "HH", "x": "K",
    "χ": "HH", "ħ": "HH", "ʕ": "AA", "ɣ": "G", "β": "V", "ɸ": "F", "ʁ": "R", "ɬ": "L",
    # nasals and approximants
    "m": "M", "n": "N", "ɳ": "N", "ŋ": "NG", "ɴ": "NG", "ɲ": "N Y", "l": "L", "ɫ": "L",
    "ɭ": "L", "ʎ": "L Y", "ɹ": "R", "r": "R", "ɻ": "R", "ʀ": "R", "j": "Y", "ʝ": "Y",
    "w": "W", "ɰ": "W", "ɥ": "W", "ʋ": "V",
}  # fmt: skip
_NASAL, _CEDILLA = "\u0303", "\u0327"
_PHONES = {unicodedata.normalize("NFD", ipa): said.split() for ipa, said in _IPA.items()}
_LONGEST = max(map(len, _PHONES))


def pronounce(sentences: Sequence[Sequence[str]], language: str, voice: str) -> list[list[Phones]]:
    """The phones of each word of each sentence; none for a word that is not said.

    Args:
        sentences: their words, which may end in clause marks and hold several spoken words.
        language: BCP 47 code.
        voice: espeak-ng's for that language.

    Raises:
        SetupError: espeak-ng or pocketsphinx is not installed.
    """
    english = language.lower().startswith("en")
    return [
        [
            (_look_up(word) if english else ()) or phones(ipa)
            for word, ipa in zip(words, transcribed, strict=True)
        ]
        for words, transcribed in zip(sentences, transcribe(sentences, voice), strict=True)
    ]


def phones(ipa: str) -> Phones:
    """The phones nearest to phonemes; marks of stress, length and tone say nothing here.

    >>> phones("kˈɑːnfɹəns")
    ('K', 'AA', 'N', 'F', 'R', 'AH', 'N', 'S')
    """
    return tuple(_nearest("".join(filter(_counts, unicodedata.normalize("NFD", ipa)))))


def _counts(character: str) -> bool:
    return character in (_NASAL, _CEDILLA) or unicodedata.category(character) in ("Ll", "Lo")


def _nearest(ipa: str) -> Iterator[str]:
    at = 0
    while at < len(ipa):
        size = next((n for n in range(_LONGEST, 0, -1) if ipa[at : at + n] in _PHONES), 0)
        if size:
            yield from _PHONES[ipa[at : at + size]]
        at += size or 1


def _look_up(token: str) -> Phones:
    """What the dictionary has for all words of a token, or nothing."""
    dictionary = _dictionary()
    found: list[str] = []
    for word in token.split():
        plain = "".join(c for c in word.lower().replace("’", "'") if c.isalnum() or c == "'")
        entry = dictionary.get(plain) or dictionary.get(plain.strip("'"))
        if not entry:
            return ()
        found += entry.split()
    return tuple(found)


@lru_cache(maxsize=1)
def _dictionary() -> dict[str, str]:
    text = (model_folder() / "cmudict-en-us.dict").read_text("latin-1")
    return {word: said for word, _, said in (row.partition(" ") for row in text.splitlines())}
