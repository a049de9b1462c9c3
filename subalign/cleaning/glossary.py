"""Preferred spellings, as a person lists them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from subalign.errors import InputError

_KEY = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

Keys = tuple[str, ...]
"""The words of a phrase without case and punctuation."""


@dataclass(frozen=True, slots=True)
class Glossary:
    """Spellings and what stands for them in a raw transcript.

    Args:
        spellings: as they shall be shown, in the order of the file.
        variants: what is replaced by itself: the words of a phrase, and the spelling.
    """

    spellings: tuple[str, ...] = ()
    variants: dict[Keys, str] = field(default_factory=dict)

    @property
    def longest(self) -> int:
        """Words of the longest variant."""
        return max(map(len, self.variants), default=0)


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
    spellings: list[str] = []
    variants: dict[Keys, str] = {}
    lines: dict[Keys, int] = {}
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), 1):
        entry = re.split(r"(?:^|\s)#", line, maxsplit=1)[0].strip()
        if not entry:
            continue
        where = f"{name}:{number}"
        spelling, equals, rest = (part.strip() for part in entry.partition("="))
        if not phrase_keys(spelling):
            raise InputError("a glossary line without a spelling", where=where, hint=_HINT)
        spellings.append(" ".join(spelling.split()))
        for variant in rest.split(",") if equals else ():
            keys = phrase_keys(variant)
            if not keys:
                raise InputError("an empty variant in the glossary", where=where, hint=_HINT)
            if variants.get(keys, spellings[-1]) != spellings[-1]:
                what = f'"{variant.strip()}" already stands for "{variants[keys]}"'
                raise InputError(what, where=where, hint=f"see line {lines[keys]}")
            variants[keys], lines[keys] = spellings[-1], number
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
