"""What the aligner gets of a clean transcript: the same, however much was cleaned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from subalign.cleaning.base import strongest
from subalign.cleaning.diff import same_source
from subalign.model import Break, Token, Transcript


def as_said(before: Transcript, after: Transcript) -> Transcript:
    """The words of ``after`` with the sentence ends and the punctuation of its source.

    An aligner works sentence by sentence, and marks are heard as pauses. Were it given the
    repaired sentences, the words that stay would move with the level of cleaning.

    Args:
        before: as it was parsed.
        after: the same source, cleaned.

    Returns:
        Token for token the tokens of ``after``; what is said in them is kept.
    """
    pairs = same_source(before.tokens, after.tokens)
    return replace(after, tokens=tuple(t for old, new in pairs for t in _with_ends(old, new)))


def _with_ends(old: Sequence[Token], new: Sequence[Token]) -> Iterator[Token]:
    if len(old) == len(new):
        for own, token in zip(old, new, strict=True):
            yield replace(token, shown=own.shown, ends=own.ends)
        return
    for token in new[:-1]:
        yield replace(token, shown=token.raw, ends=Break.NONE)
    yield replace(new[-1], shown=old[-1].shown, ends=strongest(old))
