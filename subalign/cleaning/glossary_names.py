"""A variant from the glossary becomes the preferred spelling.

Only the words of a variant are replaced, whatever their case and punctuation, and the preferred
spelling is also what is aligned. A name with a capital or figure inside (``SpaceX``) is found
without a variant where its letters are written apart or in small letters (``space x``). The rule
``sounds-like`` offers words that only sound like a name.

The glossary of the examples: ``GPT-4 = GPD for, GPT four`` and ``Cybertruck``.

PASS::

    The GPD forum and a truck.

FAIL::

    It is better than. GPD for. And more.
    => It is better than GPT-4. And more.

FAIL::

    For example, the cyber truck, which was radical.
    => For example, the Cybertruck, which was radical.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from subalign.cleaning.base import Edit, Level, View, define_rule
from subalign.cleaning.glossary import Glossary, Keys, has_shape, phrase_keys


@define_rule("glossary-names", Level.VERBATIM)
def rule(view: View) -> Iterator[Edit]:
    """Replace variants by the glossary's spelling."""
    glossary = view.context.glossary
    if not glossary.spellings:
        return
    found = [*_variants(view, glossary), *_names_in_pieces(view, glossary)]
    yield from sorted(found, key=lambda edit: (edit.start, -edit.stop))


def _variants(view: View, glossary: Glossary) -> Iterator[Edit]:
    """Replace variants, the longest first, but not where a spelling is right already."""
    replaced = {**_names_of_several_words(glossary), **dict(glossary.variants)}
    words = [(key, j) for j, word in enumerate(view.words) for key in phrase_keys(word.key)]
    spellings = {phrase_keys(name): name for name in glossary.spellings}
    right: dict[int, tuple[range, str]] = {}
    for place, spelling in _places(words, spellings):
        if _shown(view, place) == spelling:
            right |= dict.fromkeys(place, (place, spelling))
    for place, spelling in _places(words, replaced):
        inside = {right[j] for j in place if j in right}
        if all(_outgrows(place, spelling, *one) for one in inside):
            yield view.say(place, spelling.split())


def _places(
    words: Sequence[tuple[str, int]], phrases: Mapping[Keys, str]
) -> Iterator[tuple[range, str]]:
    """Find phrases in a text.

    Args:
        words: the keys of the text, each with the index of its shown word; a shown word such as
            ``GPT-4`` may have several keys.
        phrases: from the keys of a phrase to its spelling.

    Yields:
        The shown words of each phrase, and its spelling.
    """
    by_first: dict[str, list[tuple[Keys, str]]] = {}
    for keys, spelling in sorted(phrases.items(), key=lambda item: -len(item[0])):
        by_first.setdefault(keys[0], []).append((keys, spelling))
    text = [key for key, _ in words]
    for i, (key, j) in enumerate(words):
        for keys, spelling in by_first.get(key, ()):
            stop = i + len(keys)
            whole_words = (i == 0 or words[i - 1][1] != j) and (
                stop >= len(words) or words[stop][1] != words[stop - 1][1]
            )
            if whole_words and text[i:stop] == list(keys):
                yield range(j, words[stop - 1][1] + 1), spelling
                break


def _outgrows(place: range, spelling: str, right: range, right_spelling: str) -> bool:
    """Return True if a phrase holds a name that is right by itself, and stands for another one."""
    inside = place.start <= right.start and right.stop <= place.stop
    return inside and place != right and spelling != right_spelling


def _names_of_several_words(glossary: Glossary) -> dict[Keys, str]:
    """Return the names of several words, which are to be found in any case."""
    names = {phrase_keys(name): name for name in glossary.spellings if " " in name}
    return {keys: name for keys, name in names.items() if len(keys) > 1}


def _names_in_pieces(view: View, glossary: Glossary) -> Iterator[Edit]:
    """Put names of one word together that are written apart or in small letters."""
    shortest = view.context.options.min_plain_name_letters
    names = {
        name.replace("-", "").lower(): name
        for name in glossary.spellings
        if " " not in name and (has_shape(name) or len(name) >= shortest)
    }
    starts = {name[:1] for name in names}
    for j, word in enumerate(view.words):
        if word.key[:1] not in starts or not word.key:
            continue
        letters = ""
        for k in range(j, min(j + 4, len(view.words))):
            letters += view.words[k].key.replace("-", "")
            name = names.get(letters)
            if name and (k > j or has_shape(name)) and _shown(view, range(j, k + 1)) != name:
                yield view.fuse(range(j, k + 1), name)
                break
            if view.words[k].tail or (k + 1 < len(view.words) and view.words[k + 1].lead):
                break


def _shown(view: View, words: range) -> str:
    """Return what is shown of some words, without the punctuation around them."""
    parts = view.words[words.start : words.stop]
    inner = " ".join(w.lead + w.core + w.tail for w in parts)
    return inner[len(parts[0].lead) : len(inner) - len(parts[-1].tail)]
