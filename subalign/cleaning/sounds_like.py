"""A name of the glossary is offered for words that sound like it.

The Metaphone keys (L. Philips, 1990) of a few words in a row are compared with those of the names.
Equal keys, or long keys that are nearly equal, point to a misheard name. The name is only offered,
because other words may sound the same.

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

from subalign.cleaning.base import Edit, Level, View, define_rule
from subalign.cleaning.glossary import phrase_keys

_EXTRA_WORDS = 2
"""Words that a misheard name may have more than the right one ("all three things and")."""


@define_rule("sounds-like", Level.TIDY, languages=("en",), offers=True)
def rule(view: View) -> Iterator[Edit]:
    """Offer a glossary name for words that sound like it."""
    sounds = {name: _sound(phrase_keys(name)) for name in view.context.glossary.spellings}
    names = [(name, sound) for name, sound in sounds.items() if len(sound) > 1]
    if not names:
        return
    done = 0
    for j in range(len(view.words)):
        found = _most_similar(view, j, names) if j >= done else None
        if found:
            name, words = found
            done = words.stop
            yield view.say(words, name.split(), sure=False)


def _most_similar(view: View, j: int, names: list[tuple[str, str]]) -> tuple[str, range] | None:
    """Return the name that a phrase from word ``j`` on is most like, and the words of the phrase;
    None if none is like enough."""
    best, found = view.context.options.min_similarity_percent, None
    longest = max(len(phrase_keys(name)) for name, _ in names) + _EXTRA_WORDS
    phrase: tuple[str, ...] = ()
    for k in range(j, min(j + longest, len(view.words))):
        word = view.words[k]
        if not word.key:
            break
        phrase += phrase_keys(word.key)
        sound = _sound(phrase)
        for name, wanted in names:
            keys = phrase_keys(name)
            if sound[:1] != wanted[:1] or len(keys) + _EXTRA_WORDS < k - j + 1 or phrase == keys:
                continue
            similarity = _similarity(sound, wanted)
            # Among equally similar pairs the first counts: the shortest phrase and the first name.
            if similarity > best or (similarity == best and not found):
                best, found = similarity, (name, range(j, k + 1))
        if word.tail:
            break
    return found


def _similarity(sound: str, wanted: str) -> float:
    """Return how alike two Metaphone keys are, in per cent; short ones must be equal."""
    from rapidfuzz.fuzz import ratio

    if sound == wanted:
        return 100.0
    return ratio(sound, wanted) if len(wanted) > 3 else 0.0


@cache
def _sound(words: tuple[str, ...]) -> str:
    from jellyfish import metaphone

    return re.sub(r"\s", "", "".join(map(metaphone, words)))
