"""A name in pieces is put together if the transcript elsewhere writes it in one piece.

Such a name has a capital or figure inside (``SpaceX``, ``AI``). One of the pieces must be a single
letter, or all must be in capitals. The word "a" before capitals counts as a piece, because
"a I" is not English.

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
from collections.abc import Iterator, Sequence

from subalign.cleaning.base import Edit, Level, View, define_rule
from subalign.cleaning.tokens import WordParts

_MAX_ACRONYM_LETTERS = 5
"""Longer words in capitals are a heading."""


@define_rule("split-names", Level.TIDY, languages=("en",))
def rule(view: View) -> Iterator[Edit]:
    """Put a name in pieces together."""
    names = view.context.evidence.mixed_case
    if not names:
        return
    independent = _without_article(view)
    starts = {name[:end] for name in names for end in range(1, len(name))}
    for j, key in enumerate(view.word_keys):
        if key in starts:
            made = (_name(view, words, independent) for words in _phrases(view, j, starts))
            found = [edit for edit in made if edit]
            yield from found[-1:]  # the longest


def _phrases(view: View, j: int, starts: set[str]) -> Iterator[range]:
    """Yield phrases from word ``j`` on, of which all words but the last begin a name."""
    letters = view.words[j].key
    for k in range(j + 1, min(j + _MAX_ACRONYM_LETTERS, len(view.words))):
        if letters not in starts or view.words[k - 1].tail or view.words[k].lead:
            return
        yield range(j, k + 1)
        letters += view.words[k].key


def _name(view: View, words: range, independent: set[str]) -> Edit | None:
    """Put the name together that some words are the pieces of; None if they are not."""
    parts = view.words[words.start : words.stop]
    names = view.context.evidence.mixed_case
    letters, ending = "".join(w.key for w in parts), ""
    name = names.get(letters)
    if not name and letters.endswith("'s"):
        ending = parts[-1].core[-2:]
        name = names.get(letters[:-2])
    numeral = re.fullmatch(r"[ivxlc]+", letters)
    if not name or numeral or not _are_pieces(parts, independent):
        return None
    same = view.same_speaker(words.start, words.stop - 1)
    return view.fuse(words, name + ending) if same else None


def _are_pieces(parts: Sequence[WordParts], independent: set[str]) -> bool:
    first, *rest = parts
    if first.core in ("a", "A"):
        return all(w.core.isupper() and w.core not in independent for w in rest)
    if any(len(w.core) == 1 and w.core.isupper() for w in parts):
        return True
    if first.core in ("i", "e") and parts[1].core[:1].isupper() and len(parts) == 2:
        return True  # "i Phone"
    letters = sum(len(w.core) for w in parts)
    return all(w.core.isupper() for w in parts) and letters <= _MAX_ACRONYM_LETTERS


def _without_article(view: View) -> set[str]:
    """Return the words in capitals that stand somewhere without "a" in front, so that "a" is an
    article of theirs and no piece."""
    return {
        word.core
        for j, word in enumerate(view.words)
        if word.core.isupper() and len(word.core) > 1 and (not j or view.words[j - 1].key != "a")
    }
