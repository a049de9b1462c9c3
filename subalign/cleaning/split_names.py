"""A name that the same transcript also writes in one piece is put together.

The evidence is the document's own: a word with a capital or figure inside (``SpaceX``, ``AI``)
stands somewhere else. The pieces must look like pieces: one of them is a single letter or a
capital. An "a" in front of capitals counts, because English has no "a I".

PASS::

    I have a GI in the family. Space exploration is fun. They gave a PR talk about PR.

FAIL::

    SpaceX is big. In the case of space X, it is clear.
    => SpaceX is big. In the case of SpaceX, it is clear.

FAIL::

    What is AI? The safety of a I just now. When do we see AGI? How do you define a GI.
    => What is AI? The safety of AI just now. When do we see AGI? How do you define AGI?
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from subalign.cleaning.base import Edit, Level, Rule, View, Word

_ROMAN = re.compile(r"[ivxlc]+")
_ACRONYM = 5
"""Letters; longer capitals are a heading."""


def _find(view: View) -> Iterator[Edit]:
    shaped = view.context.evidence.shaped
    if not shaped:
        return
    alone = _stand_alone(view)
    starts = {name[:end] for name in shaped for end in range(1, len(name))}
    for j in range(len(view.words) - 1):
        if view.words[j].key not in starts:
            continue
        for n in range(_ACRONYM, 1, -1):
            name = _name(view, range(j, j + n), alone)
            if name:
                yield view.fuse(range(j, j + n), name)
                break


def _name(view: View, words: range, alone: set[str]) -> str:
    parts = view.words[words.start : words.stop]
    if len(parts) < len(words) or any(w.tail for w in parts[:-1]) or any(w.lead for w in parts[1:]):
        return ""
    letters, ending = "".join(w.key for w in parts), ""
    name = view.context.evidence.shaped.get(letters)
    if not name and letters.endswith("'s"):
        ending = parts[-1].core[-2:]
        name = view.context.evidence.shaped.get(letters[:-2])
    if not name or _ROMAN.fullmatch(letters) or not _are_pieces(parts, alone):
        return ""
    return name + ending if view.one_voice(words.start, words.stop - 1) else ""


def _are_pieces(parts: Sequence[Word], alone: set[str]) -> bool:
    rest = parts[1:]
    if parts[0].core in ("a", "A"):
        return all(w.core.isupper() and w.core not in alone for w in rest)
    if any(len(w.core) == 1 and w.core.isupper() for w in parts):
        return True
    if parts[0].core in ("i", "e") and parts[1].core[:1].isupper() and len(parts) == 2:
        return True  # "i Phone"
    return all(w.core.isupper() for w in parts) and sum(len(w.core) for w in parts) <= _ACRONYM


def _stand_alone(view: View) -> set[str]:
    """Capitals that stand somewhere without an "a" in front, so they are words of their own."""
    counts: Counter[str] = Counter()
    for j, word in enumerate(view.words):
        if word.core.isupper() and len(word.core) > 1 and (not j or view.words[j - 1].key != "a"):
            counts[word.core] += 1
    return set(counts)


RULE = Rule("split-names", Level.TIDY, "a name in pieces is put together", _find, ("en",))
