"""Words that sound like a name of the glossary are offered as that name.

Compared are Metaphone keys (L. Philips, 1990) of one to four words in a row; equal keys, or nearly
equal long ones, are a likely mishearing. It is only offered, because other words sound alike.

The glossary of the examples: ``GPT-4 = GPD for, GPT four`` and ``Cybertruck``.

PASS::

    The track is in a cipher.

OFFER::

    The siber truck is radical.
    => The Cybertruck is radical.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from subalign.cleaning.base import Edit, Level, Rule, View
from subalign.cleaning.glossary import phrase_keys

_LIKE = 85.0
"""Per cent of a key's letters; below that every other short word is offered."""
_SHORT = 3
"""Letters of a key; shorter ones must be equal and so must the first letter be."""
_MORE = 2
"""Words that a misheard name may have more than the right one ("all three things and")."""


def _find(view: View) -> Iterator[Edit]:
    names = [(name, _key(phrase_keys(name))) for name in view.context.glossary.spellings]
    names = [(name, key) for name, key in names if len(key) > 1]
    if not names:
        return
    done = 0
    for j in range(len(view.words)):
        found = _best(view, j, names) if j >= done else None
        if found:
            name, words = found
            done = words.stop
            yield view.say(words, name.split(), sure=False)


def _best(view: View, j: int, names: list[tuple[str, str]]) -> tuple[str, range] | None:
    from rapidfuzz.fuzz import ratio

    best: tuple[float, str, range] | None = None
    longest = max(len(phrase_keys(name)) for name, _ in names) + _MORE
    heard: list[str] = []
    for k in range(j, min(j + longest, len(view.words))):
        word = view.words[k]
        if not word.key:
            break
        heard += phrase_keys(word.key)
        sound = _key(tuple(heard))
        for name, key in names:
            if sound[:1] != key[:1] or len(phrase_keys(name)) + _MORE < k - j + 1:
                continue
            like = 100.0 if sound == key else ratio(sound, key) if len(key) > _SHORT else 0.0
            if (
                like >= _LIKE
                and (best is None or like > best[0])
                and tuple(heard) != phrase_keys(name)
            ):
                best = like, name, range(j, k + 1)
        if word.tail:
            break
    return (best[1], best[2]) if best else None


@cache
def _key(words: tuple[str, ...]) -> str:
    from jellyfish import metaphone

    return re.sub(r"\s", "", "".join(map(metaphone, words)))


RULE = Rule(
    "sounds-like",
    Level.TIDY,
    "what sounds like a glossary name is offered",
    _find,
    ("en",),
    offers=True,
)
