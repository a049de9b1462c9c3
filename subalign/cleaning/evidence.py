"""Evidence of a transcript's own use: how its words are written, and whether it was edited.

The evidence is read from the source, not from what cleaning has made of it, so that cleaning a
second time finds the same evidence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from subalign.cleaning.options import CleaningOptions
from subalign.cleaning.word_sets import WordSets
from subalign.model import Token
from subalign.text.punctuation import QUESTION_MARKS, ends_sentence, final_mark


@dataclass(frozen=True, slots=True)
class Evidence:
    """Spellings and habits of a whole transcript, from which rules judge a single place.

    Args:
        lowercase: words that are somewhere written in small letters, so they are not names.
        names: from words that have a capital inside a sentence, in small letters, to their
            spelling.
        mixed_case: from words with a capital after the first letter (``SpaceX``, ``AI``), in small
            letters and without hyphens, to their spelling.
        has_question_marks: the source has a question mark.
        edited: the text is long and has hardly any repeated function word, so repetitions are
            taken as intended.
    """

    lowercase: frozenset[str]
    names: dict[str, str]
    mixed_case: dict[str, str]
    has_question_marks: bool
    edited: bool


def gather_evidence(
    tokens: Sequence[Token], language: WordSets, options: CleaningOptions
) -> Evidence:
    """Collect the evidence of a transcript from the source of its tokens."""
    sources = " ".join(t.raw for t in tokens if t.spoken or t.why).split()
    words = re.compile(r"[^\W_](?:[\w.’'&-]*[^\W_])?")
    lowercase: set[str] = set()
    names: dict[str, str] = {}
    spellings: dict[str, None] = {}
    starts_sentence = True
    for source in sources:
        for word in words.findall(source):
            spellings[word] = None
            if word.islower():
                lowercase.add(word)
            elif word[:1].isupper() and not starts_sentence:
                names.setdefault(word.lower(), word)
            starts_sentence = False
        starts_sentence = ends_sentence(source) or final_mark(source) == ":"
    return Evidence(
        frozenset(lowercase),
        names,
        _mixed_case(spellings) if lowercase else {},  # in a text of capitals they mean nothing
        any(mark in source for source in sources for mark in QUESTION_MARKS),
        _is_edited(sources, language, options),
    )


def _mixed_case(spellings: dict[str, None]) -> dict[str, str]:
    found: dict[str, str] = {}
    for word in spellings:
        if any(c.isupper() for c in word[1:]) and word[-2:] not in ("'S", "’S"):
            found.setdefault(word.replace("-", "").lower(), word)
    return found


def _is_edited(sources: Sequence[str], language: WordSets, options: CleaningOptions) -> bool:
    if len(sources) < options.edited_min_words:
        return False
    return _count_slips(sources, language) * options.edited_words_per_slip < len(sources)


def _count_slips(sources: Sequence[str], language: WordSets) -> int:
    """Count function words that stand twice, or before a period, where none can."""
    twice = language.closed - language.doubled - language.either
    last = language.unfinished - language.openers
    slips = 0
    for source, following in pairwise(sources):
        word = source.rstrip(",.").lower()
        if source.lower() == word:
            slips += word in twice and following.rstrip(",.").lower() == word
        elif source[-1] == ".":
            slips += word in last and source[0].islower() and following[0].isupper()
        elif word in last:
            slips += following.lower() == word
    return slips
