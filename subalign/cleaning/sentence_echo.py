"""A sentence that comes again after one cut-off word is shown once.

"I wouldn't call it that. I'm. I wouldn't call it that." The same four or more words stand twice,
with at most one cut-off word between them, so the speaker or the recogniser started anew. Twice in
a row without such a word may be emphasis, so a person decides.

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

from subalign.cleaning.base import Edit, View


def find(view: View) -> Iterator[Edit]:
    """Find sentences that stand a second time, at once or after a cut-off word."""
    sentences = view.sentences
    for i, first in enumerate(sentences[:-1]):
        own = view.keys(first)
        if len(own) < view.context.options.echo_min_words or "" in own:
            continue
        for after_fragment, again in enumerate(sentences[i + 1 : i + 3]):
            if view.keys(again) != own or not view.same_speaker(first.start, again.stop - 1):
                continue
            if after_fragment and not _is_cut_off(view, sentences[i + 1]):
                continue
            sure = bool(after_fragment and view.confident(True))
            yield view.hide(range(first.start, again.start), sure)
            break


def _is_cut_off(view: View, sentence: range) -> bool:
    unfinished = view.context.language.unfinished
    return len(sentence) == 1 and view.words[sentence.start].key in unfinished
