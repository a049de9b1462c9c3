"""Words in the letters of a CTC model's vocabulary.

A character is looked up as it is written, then in its other case, then without its accent.
Scripts that the vocabulary lacks are romanised by uroman (Hermjakob et al. 2018), which knows
every script of Unicode: models of a thousand languages are trained on its output.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from subalign.errors import SetupError, UsageError

Spelling = tuple[str, ...]

_APOSTROPHES = "’‘ʼ`´"

_MAX_MISSING_SHARE = 0.2
"""Share of the letters of a text that a vocabulary of its language may lack."""


def spell(
    sentences: Sequence[Sequence[str]], vocabulary: Mapping[str, object], name: str
) -> list[list[list[Spelling]]]:
    """Return the letters of the spoken words in each token of each sentence.

    Args:
        sentences: their tokens, which may end in clause marks and hold several spoken words.
        vocabulary: by its letters; one can be of several characters.
        name: of the vocabulary, for messages.

    Returns:
        For each token its words; a word has at least one letter, a token can have no word.

    Raises:
        SetupError: the text has to be romanised, and uroman is not installed.
        UsageError: the vocabulary lacks many letters of the text.
    """
    letters = _Letters(vocabulary)
    texts = [[unicodedata.normalize("NFC", token) for token in row] for row in sentences]
    if letters.missing_share(texts) > _MAX_MISSING_SHARE and all(letters.has(c) for c in "aeinst"):
        texts = [[_romanise(token, name) for token in row] for row in texts]
    missing = letters.missing_share(texts)
    if missing > _MAX_MISSING_SHARE:
        raise UsageError(
            f"the model has no sign for {missing:.0%} of the letters of the text",
            where=name,
            hint="use a model of its language",
        )
    return [[letters.spell(token) for token in row] for row in texts]


class _Letters:
    """Letters of a vocabulary, and of other characters that can be written with them."""

    def __init__(self, vocabulary: Mapping[str, object]) -> None:
        self._known = frozenset(vocabulary)
        self._longest = max(map(len, vocabulary))
        self._of: Callable[[str], str] = lru_cache(maxsize=None)(self._find)

    def has(self, character: str) -> bool:
        return bool(self._of(character))

    def missing_share(self, texts: Sequence[Sequence[str]]) -> float:
        """Return the share of the letters of a text that the vocabulary lacks, 0..1."""
        letters = [c for row in texts for token in row for c in token if c.isalpha()]
        return sum(not self.has(c) for c in letters) / max(len(letters), 1)

    def spell(self, token: str) -> list[Spelling]:
        words = [tuple(self._read(word)) for word in token.split()]
        return [word for word in words if any(any(map(str.isalnum, c)) for c in word)]

    def _read(self, word: str) -> list[str]:
        found, at = [], 0
        while at < len(word):
            sizes = range(min(self._longest, len(word) - at), 1, -1)
            size = next((n for n in sizes if word[at : at + n] in self._known), 1)
            letter = word[at : at + size] if size > 1 else self._of(word[at])
            if letter:
                found += [letter] if letter in self._known else list(letter)
            at += size
        return found

    def _find(self, character: str) -> str:
        """Return the letters for a character: one, several ("ß": "ss"), or none."""
        plain = "'" if character in _APOSTROPHES else character
        base = "".join(c for c in unicodedata.normalize("NFKD", plain) if not _is_accent(c))
        for form in (plain, plain.lower(), plain.upper(), base, base.lower(), base.upper()):
            if form in self._known:
                return form
        for form in (plain.casefold(), base.casefold(), base.upper()):
            if form and all(c in self._known for c in form):
                return form
        return ""


def _is_accent(character: str) -> bool:
    return unicodedata.category(character) == "Mn"


def _romanise(text: str, name: str) -> str:
    found: str = load_romaniser(name).romanize_string(text)
    return found


@lru_cache(maxsize=1)
def load_romaniser(name: str) -> Any:
    """Load uroman, whose tables take several seconds.

    Args:
        name: of the vocabulary that needs it, for messages.

    Raises:
        SetupError: uroman is not installed.
    """
    try:
        from uroman import Uroman
    except ImportError:
        raise SetupError(
            "the model has Latin letters only, and the text has others: uroman is needed",
            where=name,
            hint='pip install "subalign[neural]"',
        ) from None
    return Uroman()
