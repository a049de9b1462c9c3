"""A sentence that comes again after one cut-off word is shown once.

"I wouldn't call it that. I'm. I wouldn't call it that." The same four or more words twice with at
most a fragment of one word between them: speaker or recogniser started anew. Twice in a row
without the fragment may be emphasis, so a person decides.

PASS::

    No, I won't. Yes. No, I won't.

FAIL::

    I wouldn't call it big. I'm. I wouldn't call it big.
    => I wouldn't call it big.

OFFER::

    We all go down together. We all go down together. And so it ends.
    => We all go down together. And so it ends.
"""

from __future__ import annotations

from collections.abc import Iterator

from subalign.cleaning.base import LISTED, Edit, Level, Rule, View

_WORDS = 4


def _find(view: View) -> Iterator[Edit]:
    sentences = view.sentences
    for i, first in enumerate(sentences[:-1]):
        if len(first) < _WORDS:
            continue
        own = view.keys(first)
        for second, sure in ((i + 1, False), (i + 2, True)):
            if second >= len(sentences) or view.keys(sentences[second]) != own or "" in own:
                continue
            last = sentences[second]
            if not view.one_voice(first.start, last.stop - 1):
                continue
            between = view.words[first.stop].key
            if sure and (
                len(sentences[i + 1]) > 1 or between not in view.context.language.unfinished
            ):
                continue
            yield view.hide(range(first.start, last.start), bool(view.slips(sure)))
            break


RULE = Rule("sentence-echo", Level.TIDY, "a sentence begun anew is shown once", _find, LISTED)
