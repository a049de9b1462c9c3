"""Preferred spellings, as a person lists them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from subalign.errors import InputError

_KEY = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

Keys = tuple[str, ...]
"""The words of a phrase without case and punctuation."""

Entry = tuple[str, Sequence[str], str]
"""A spelling, its variants, and where they stand, for messages."""


@dataclass(frozen=True, slots=True)
class Glossary:
    """Spellings and what stands for them in a raw transcript.

    Args:
        spellings: as they shall be shown, in the order of the file.
        variants: what is replaced by itself: the words of a phrase, and the spelling.
    """

    spellings: tuple[str, ...] = ()
    variants: dict[Keys, str] = field(default_factory=dict)

    def over(self, farther: Glossary) -> Glossary:
        """Both together; where they differ about a variant, this one holds."""
        spellings = dict.fromkeys((*self.spellings, *farther.spellings))
        return Glossary(tuple(spellings), {**farther.variants, **self.variants})


def phrase_keys(text: str) -> Keys:
    """The words of ``text`` as they are compared.

    >>> phrase_keys("GPT-4, battle. Start")
    ('gpt', '4', 'battle', 'start')
    """
    return tuple(word.lower().replace("’", "'") for word in _KEY.findall(text))


def parse_glossary(text: str, name: str = "glossary") -> Glossary:
    """Read a glossary: a line for each spelling, with variants after an equals sign.

    A variant is found whatever its case and punctuation, also across a false period. Other
    spellings of the same letters (``space X`` for ``SpaceX``) need no variant where the name
    has a form of its own: a capital inside, or a figure.

    Args:
        text: lines such as ``GPT-4 = GPD for, GPT four``; ``#`` begins a comment.
        name: of the file, for messages.

    Raises:
        InputError: a line has no spelling, an empty variant, or one that is already taken.

    >>> made = parse_glossary("GPT-4 = GPD for, GPT four  # the model")
    >>> made.spellings, made.variants[("gpd", "for")]
    (('GPT-4',), 'GPT-4')
    """
    return make_glossary(_entries(text, name))


def _entries(text: str, name: str) -> Iterator[Entry]:
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), 1):
        entry = re.split(r"(?:^|\s)#", line, maxsplit=1)[0].strip()
        if entry:
            spelling, equals, rest = (part.strip() for part in entry.partition("="))
            yield spelling, rest.split(",") if equals else [], f"{name}:{number}"


def make_glossary(entries: Iterable[Entry]) -> Glossary:
    """A glossary of spellings with their variants, each with the place where it stands.

    Raises:
        InputError: a spelling without a word, an empty variant, or one that is already taken.
    """
    spellings: list[str] = []
    variants: dict[Keys, str] = {}
    places: dict[Keys, str] = {}
    for spelling, listed, where in entries:
        if not phrase_keys(spelling):
            raise InputError("a glossary entry without a spelling", where=where, hint=_HINT)
        spellings.append(" ".join(spelling.split()))
        for variant in listed:
            keys = phrase_keys(variant)
            if not keys:
                raise InputError("an empty variant in the glossary", where=where, hint=_HINT)
            if variants.get(keys, spellings[-1]) != spellings[-1]:
                what = f'"{variant.strip()}" already stands for "{variants[keys]}"'
                raise InputError(what, where=where, hint=f"see {places[keys]}")
            variants[keys], places[keys] = spellings[-1], where
    return Glossary(tuple(spellings), variants)


def has_shape(word: str) -> bool:
    """A capital inside or a figure tells that no ordinary word is written so.

    >>> [has_shape(word) for word in ("xAI", "GPT-4", "Apple", "US")]
    [True, True, False, False]
    """
    inner = word[1:]
    mixed = any(c.isupper() for c in inner) and any(c.islower() for c in word)
    return mixed or (any(c.isdigit() for c in inner) and any(c.isalpha() for c in word))


_HINT = "write: GPT-4 = GPD for, GPT four"
