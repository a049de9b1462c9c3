"""Pronunciations of words in the phones of the acoustic model: the lexicon of the aligner.

espeak-ng gives the phonemes of any of its languages, and each becomes the nearest phone.
English words are looked up first in the pronouncing dictionary of Carnegie Mellon University,
which comes with the model.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from subalign.acoustics.graph.g2p import transcribe
from subalign.acoustics.graph.ipa import Phones, phones
from subalign.acoustics.model.sphinx import model_folder
from subalign.languages import find_language


def pronounce(sentences: Sequence[Sequence[str]], language: str, voice: str) -> list[list[Phones]]:
    """Return the phones of each word of each sentence; none for a word that is not said.

    Args:
        sentences: their words, which may end in clause marks and hold several spoken words.
        language: BCP 47 code.
        voice: espeak-ng's for that language.

    Raises:
        SetupError: espeak-ng or pocketsphinx is not installed.
    """
    english = find_language(language).code == "en"
    return [
        [
            (_look_up(word) if english else ()) or phones(ipa, voice)
            for word, ipa in zip(words, transcribed, strict=True)
        ]
        for words, transcribed in zip(sentences, transcribe(sentences, voice), strict=True)
    ]


def _look_up(token: str) -> Phones:
    """Return the phones of a token by the dictionary; none if a word of the token is not in it."""
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
