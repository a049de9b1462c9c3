"""Commas between three names in a row are offered.

The names may be a list, but they may also be one name ("New York City"), so a person decides.

PASS::

    We met George Washington and Brazil, India, Turkey.

OFFER::

    We choose Brazil India Turkey. It is fun.
    => We choose Brazil, India, Turkey. It is fun.
"""

from __future__ import annotations

from collections.abc import Iterator

from subalign.cleaning.base import Edit, Level, View, define_rule


@define_rule("missing-commas", Level.TIDY, languages=("en",), offers=True)
def rule(view: View) -> Iterator[Edit]:
    """Offer commas in a list of names."""
    for sentence in view.sentences:
        names: list[int] = []
        for j in sentence:
            if j > sentence.start and _is_name(view, j):
                names.append(j)
            if names and (names[-1] != j or view.words[j].tail or j == sentence.stop - 1):
                if len(names) >= 3:
                    yield _with_commas(view, names)
                names = []


def _is_name(view: View, j: int) -> bool:
    word = view.words[j]
    capital = word.core[:1].isupper() and word.core[1:].islower()
    return capital and not word.lead and word.key not in view.context.language.closed


def _with_commas(view: View, names: list[int]) -> Edit:
    cores = [view.words[j].core for j in names]
    texts = [f"{core}," for core in cores[:-1]] + [cores[-1]]
    return view.say(range(names[0], names[-1] + 1), texts, sure=False)
