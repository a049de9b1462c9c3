"""Three names in a row may be a list; the commas are offered.

They may as well be one name ("New York City"), so nothing is changed by rule.

PASS::

    We met George Washington and Brazil, India, Turkey.

OFFER::

    We choose Brazil India Turkey. It is fun.
    => We choose Brazil, India, Turkey. It is fun.
"""

from __future__ import annotations

from collections.abc import Iterator

from subalign.cleaning.base import Edit, Level, Rule, View

_NAMES = 3


def _find(view: View) -> Iterator[Edit]:
    for sentence in view.sentences:
        run: list[int] = []
        for j in sentence:
            if j > sentence.start and _is_name(view, j):
                run.append(j)
            if run and (run[-1] != j or view.words[j].tail or j == sentence.stop - 1):
                if len(run) >= _NAMES:
                    yield _listed(view, run)
                run = []


def _is_name(view: View, j: int) -> bool:
    word = view.words[j]
    name = word.core[:1].isupper() and word.core[1:].islower()
    return name and not word.lead and word.key not in view.context.language.closed


def _listed(view: View, names: list[int]) -> Edit:
    words = [view.words[j] for j in names]
    texts = [f"{w.core}," for w in words[:-1]] + [words[-1].core]
    return view.say(range(names[0], names[-1] + 1), texts, sure=False)


RULE = Rule(
    "missing-commas",
    Level.TIDY,
    "commas in a list of names are offered",
    _find,
    ("en",),
    offers=True,
)
