"""A sentence that comes again after one cut-off word is shown once.

In "I wouldn't call it that. I'm. I wouldn't call it that." the same four or more words stand twice
with one cut-off word between them, so the speaker or the recogniser began anew. Two copies without
such a word between them may be emphasis, so the change is only offered.

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

from subalign.cleaning.base import Edit, Level, View, define_rule


@define_rule("sentence-echo", Level.TIDY, needs_lists=True)
def rule(view: View) -> Iterator[Edit]:
    """Show a sentence once that is begun anew."""
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
