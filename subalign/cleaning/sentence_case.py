"""After a repair, sentences begin with a capital and other words do not.

Only where a rule has joined or hidden something. A word keeps its capital if it is a name by the
evidence of the same transcript, or has a form of its own; it loses it if it stands small
elsewhere, follows an article that names hardly have, is a common word, or has the form of one. A
word that nothing is known of keeps it.

PASS::

    He came from The Hague. then he left. We like it. Dr. Smith too.

FAIL::

    So when you, so when you think of our. Regular Falcon and the. Falcon Heavy.
    => So when you think of our regular Falcon and the Falcon Heavy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from subalign.cleaning.base import ALL, Edit, Level, Rule, View, Word, split_word
from subalign.text.punctuation import SENTENCE_FINAL, ends_sentence

_STOPS = tuple(SENTENCE_FINAL)
_FORMS = (
    "ing", "ed", "ly", "ous", "ive", "ible", "able", "ness", "ment", "ments", "tion", "tions",
    "uses", "ities", "ence", "ances", "ences", "ful", "less", "ized", "ships",
)  # fmt: skip
"""Ends of words that are hardly ever names."""
_PLURALS = (("s", ""), ("es", ""), ("ies", "y"))
_INFINITIVE = frozenset(
    "how what where enough able try tries tried trying want wants wanted need needs needed used"
    " supposed".split()
)
"""After these and "to" comes a verb."""
_LONG = 6
_ADJECTIVE = ("e", "en", "er", "es", "em")
"""How a German adjective in front of a noun ends."""


def _find(view: View) -> Iterator[Edit]:
    for j, word in enumerate(view.words):
        first = word.core[:1]
        if not word.key or not first.isalpha() or not view.at[j]:
            continue
        if view.starts_sentence(j):
            if first.islower() and word.core.islower() and _had_capital(view, j):
                yield view.show(j, word.lead + first.upper() + word.core[1:] + word.tail)
        elif first.isupper() and _was_start(view, j) and _is_common(view, j, word):
            yield view.show(j, word.lead + first.lower() + word.core[1:] + word.tail)


def _was_start(view: View, j: int) -> bool:
    """A stop in front of word ``j`` in the source is not shown any more."""
    before = view.tokens[view.at[j] - 1]
    if not before.shown:
        return bool(before.spoken) and ends_sentence(before.raw) and j > 0
    return before.raw.endswith(_STOPS) and not before.shown.endswith(_STOPS)


def _had_capital(view: View, j: int) -> bool:
    """What was hidden at the start of the sentence began with a capital."""
    first = view.at[j - 1] + 1 if j else 0
    hidden = [t for t in view.tokens[first : view.at[j]] if t.spoken]
    return bool(hidden) and split_word(hidden[0].raw).core[:1].isupper()


def _is_common(view: View, j: int, word: Word) -> bool:
    """It is no name, as far as anyone can tell."""
    language, evidence = view.context.language, view.context.evidence
    shaped = any(c.isupper() for c in word.core[1:])
    named = any(word.core in name.split() for name in view.context.glossary.spellings)
    if shaped or named or re.match(r"I\b", word.core):
        return False
    if word.key in language.closed or word.key in language.openers:
        return True
    if j + 1 < len(view.words) and view.words[j + 1].core[:1].isupper() and not word.tail:
        # "George Washington": a capital on both is a name, unless this one is common.
        known = word.key in language.common or word.key in evidence.small
        return known or _is_german_adjective(view, j)
    if word.key in evidence.small or _is_plural(view, word.key):
        return True
    if word.key in evidence.names or any(c.isdigit() for c in word.key):
        return False
    after_article = j > 0 and view.words[j - 1].key in language.articles
    if language.code == "en" and j > 1 and view.words[j - 1].key == "to":
        after_article = after_article or view.words[j - 2].key in _INFINITIVE
    formed = language.code == "en" and len(word.key) >= _LONG and word.key.endswith(_FORMS)
    return after_article or word.key in language.common or formed


def _is_german_adjective(view: View, j: int) -> bool:
    """``einen Neuen Vertrag``: nouns have a capital of their own, what stands in front has none."""
    language = view.context.language
    article = j > 0 and view.words[j - 1].key in language.closed
    return language.code == "de" and article and view.words[j].key.endswith(_ADJECTIVE)


def _is_plural(view: View, key: str) -> bool:
    known = view.context.evidence.small | view.context.language.common
    if view.context.language.code != "en" or len(key) < 4 or key in view.context.evidence.names:
        return False
    singles = (key[: -len(end)] + one for end, one in _PLURALS if key.endswith(end))
    return any(single in known for single in singles)


RULE = Rule("sentence-case", Level.TIDY, "capitals stand where sentences begin", _find, ALL)
