"""A variant from the glossary becomes the preferred spelling.

Only an exact variant is replaced, whatever its case and punctuation; the name that stands
there then is also what is aligned. A spelling with a capital inside or a figure needs no
variants for its own letters written apart or small. What only sounds like a name is offered
by ``sounds-like``.

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

from subalign.cleaning.base import Edit, Level, Rule, View
from subalign.cleaning.glossary import Glossary, Keys, has_shape, phrase_keys

_LONG = 7
"""Letters; a shorter plain name may be two ordinary words written together."""


def _find(view: View) -> Iterator[Edit]:
    glossary = view.context.glossary
    if not glossary.spellings:
        return
    found = [*_variants(view, glossary), *_closed(view, glossary)]
    yield from sorted(found, key=lambda edit: (edit.start, -edit.stop))


def _variants(view: View, glossary: Glossary) -> Iterator[Edit]:
    """Places of variants, longest first; none that a spelling stands in already."""
    known = {**_own_words(glossary), **glossary.variants}
    flat = [(key, j) for j, word in enumerate(view.words) for key in phrase_keys(word.key)]
    right = {phrase_keys(name): name for name in glossary.spellings}
    done: dict[int, tuple[range, str]] = {}
    for words, spelling in _places(flat, right):
        if _shown(view, words) == spelling:
            done |= dict.fromkeys(words, (words, spelling))
    for words, spelling in _places(flat, known):
        there = {done[j] for j in words if j in done}
        if all(_outgrows(words, spelling, *place) for place in there):
            yield view.say(words, spelling.split())


def _places(
    flat: Sequence[tuple[str, int]], phrases: Mapping[Keys, str]
) -> Iterator[tuple[range, str]]:
    """The words of each phrase that stands there, with what it stands for."""
    starts: dict[str, list[tuple[Keys, str]]] = {}
    for keys, spelling in sorted(phrases.items(), key=lambda item: -len(item[0])):
        starts.setdefault(keys[0], []).append((keys, spelling))
    only = [key for key, _ in flat]
    for i, (key, j) in enumerate(flat):
        for keys, spelling in starts.get(key, ()):
            end = i + len(keys)
            whole = (i == 0 or flat[i - 1][1] != j) and (
                end >= len(flat) or flat[end][1] != flat[end - 1][1]
            )
            if whole and only[i:end] == list(keys):
                yield range(j, flat[end - 1][1] + 1), spelling
                break


def _outgrows(words: range, spelling: str, place: range, there: str) -> bool:
    """``words`` hold a ``place`` that is right by itself, and mean something longer."""
    inside = words.start <= place.start and place.stop <= words.stop
    return inside and words != place and spelling != there


def _own_words(glossary: Glossary) -> dict[Keys, str]:
    """Names of several words, to be found in any case."""
    names = {phrase_keys(name): name for name in glossary.spellings if " " in name}
    return {keys: name for keys, name in names.items() if len(keys) > 1}


def _closed(view: View, glossary: Glossary) -> Iterator[Edit]:
    """Names of one word that are written apart or in small letters."""
    names = {
        name.replace("-", "").lower(): name
        for name in glossary.spellings
        if " " not in name and (has_shape(name) or len(name) >= _LONG)
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
    parts = view.words[words.start : words.stop]
    inner = " ".join(w.lead + w.core + w.tail for w in parts)
    return inner[len(parts[0].lead) : len(inner) - len(parts[-1].tail)]


RULE = Rule("glossary-names", Level.VERBATIM, "variants become the glossary's spelling", _find)
