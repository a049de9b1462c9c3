"""Preferred spellings, as a person lists them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from subalign.errors import InputError

Keys = tuple[str, ...]
"""The words of a phrase in small letters and without punctuation."""


@dataclass(frozen=True, slots=True)
class Glossary:
    """Preferred spellings and the variants that they replace.

    Args:
        spellings: names as they are to be shown, in the order of the file.
        variants: the words of each variant, sorted, with the spelling that replaces it.
    """

    spellings: tuple[str, ...] = ()
    variants: tuple[tuple[Keys, str], ...] = ()

    @staticmethod
    def from_dict(names: Mapping[str, Sequence[str]], where: str = "glossary") -> Glossary:
        """Make a glossary of spellings with their variants.

        Args:
            names: from a spelling to the list of its variants, which may be empty.
            where: where they come from, for messages.

        Raises:
            InputError: a spelling holds no word, the variants are not a list of texts, or a variant
                is empty or stands for two spellings.

        >>> Glossary.from_dict({"GPT-4": ["GPD for"], "Cybertruck": []}).spellings
        ('GPT-4', 'Cybertruck')
        """
        for spelling, variants in names.items():
            if not isinstance(variants, list | tuple) or not all(
                isinstance(variant, str) for variant in variants
            ):
                raise InputError(
                    f"{spelling!r} must be a list of texts",
                    where=where,
                    hint='write: "GPT-4" = ["GPD for", "GPT four"]',
                )
        return _collect((spelling, variants, where) for spelling, variants in names.items())

    def over(self, farther: Glossary) -> Glossary:
        """Return both glossaries together; where they differ about a variant, this one wins.

        >>> near, far = Glossary.from_dict({"A1": ["x"]}), Glossary.from_dict({"B2": ["x"]})
        >>> near.over(far).variants
        ((('x',), 'A1'),)
        """
        spellings = dict.fromkeys((*self.spellings, *farther.spellings))
        variants = {**dict(farther.variants), **dict(self.variants)}
        return Glossary(tuple(spellings), tuple(sorted(variants.items())))


@lru_cache(maxsize=1 << 14)
def phrase_keys(text: str) -> Keys:
    """Return the words of a text as they are compared: in small letters, without punctuation.

    >>> phrase_keys("GPT-4, battle. Start")
    ('gpt', '4', 'battle', 'start')
    """
    words = re.findall(r"[^\W_]+(?:['’][^\W_]+)*", text)
    return tuple(word.lower().replace("’", "'") for word in words)


def parse_glossary(text: str, name: str = "glossary") -> Glossary:
    """Read a glossary: a line for each spelling, with its variants after an equals sign.

    A variant is found whatever its case and punctuation, also across a false period. The same
    letters written otherwise (``space X`` for ``SpaceX``) need no variant if the name has a capital
    or a figure inside.

    Args:
        text: lines such as ``GPT-4 = GPD for, GPT four``; ``#`` begins a comment.
        name: name of the file, for messages.

    Raises:
        InputError: a line has no spelling or an empty variant, or a variant stands for two
            spellings.

    >>> made = parse_glossary("GPT-4 = GPD for, GPT four  # the model")
    >>> made.spellings, dict(made.variants)[("gpd", "for")]
    (('GPT-4',), 'GPT-4')
    """
    return _collect(_lines(text, name))


def has_shape(word: str) -> bool:
    """Return True if a word has a capital or figure inside, as no ordinary word has.

    >>> [has_shape(word) for word in ("xAI", "GPT-4", "Apple", "US")]
    [True, True, False, False]
    """
    inner = word[1:]
    mixed = any(c.isupper() for c in inner) and any(c.islower() for c in word)
    return mixed or (any(c.isdigit() for c in inner) and any(c.isalpha() for c in word))


def _lines(text: str, name: str) -> Iterator[tuple[str, Sequence[str], str]]:
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), 1):
        entry = re.split(r"(?:^|\s)#", line, maxsplit=1)[0].strip()
        if entry:
            spelling, equals, rest = (part.strip() for part in entry.partition("="))
            yield spelling, rest.split(",") if equals else [], f"{name}:{number}"


def _collect(entries: Iterable[tuple[str, Sequence[str], str]]) -> Glossary:
    """Make a glossary of spellings, their variants, and where they stand."""
    hint = "write: GPT-4 = GPD for, GPT four"
    spellings: list[str] = []
    variants: dict[Keys, str] = {}
    places: dict[Keys, str] = {}
    for spelling, listed, where in entries:
        if not phrase_keys(spelling):
            raise InputError("a glossary entry without a spelling", where=where, hint=hint)
        spellings.append(" ".join(spelling.split()))
        for variant in listed:
            keys = phrase_keys(variant)
            if not keys:
                raise InputError("an empty variant in the glossary", where=where, hint=hint)
            if variants.get(keys, spellings[-1]) != spellings[-1]:
                what = f'"{variant.strip()}" already stands for "{variants[keys]}"'
                raise InputError(what, where=where, hint=f"see {places[keys]}")
            variants[keys], places[keys] = spellings[-1], where
    return Glossary(tuple(spellings), tuple(sorted(variants.items())))
