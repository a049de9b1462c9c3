"""After a repair, sentences begin with a capital and other words do not.

Only words beside a repair are changed. A word keeps its capital if the transcript writes it with a
capital inside a sentence, too, or if it has a capital or figure inside. It loses its capital if it
stands in small letters somewhere in the transcript, follows an article or possessive, is a common
word, or has the ending of one ("-tion"). Any other word keeps its capital.

PASS::

    He came from The Hague. then he left. We like it. Dr. Smith too.

FAIL::

    So when you, so when you think of our. Regular Falcon and the. Falcon Heavy.
    => So when you think of our regular Falcon and the Falcon Heavy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from subalign.cleaning.base import Edit, Level, View, define_rule
from subalign.cleaning.tokens import WordParts, split_word
from subalign.text.punctuation import SENTENCE_FINAL, ends_sentence

_COMMON_ENDINGS = (
    "ing", "ed", "ly", "ous", "ive", "ible", "able", "ness", "ment", "ments", "tion", "tions",
    "uses", "ities", "ence", "ances", "ences", "ful", "less", "ized", "ships",
)  # fmt: skip
"""Endings of English words that are hardly ever names."""
_BEFORE_INFINITIVE = frozenset(
    "how what where enough able try tries tried trying want wants wanted need needs needed used"
    " supposed".split()
)
"""English words after which "to" is followed by a verb."""


@define_rule("sentence-case", Level.TIDY)
def rule(view: View) -> Iterator[Edit]:
    """Put capitals where sentences begin."""
    for j, word in enumerate(view.words):
        first = word.core[:1]
        if not word.key or not first.isalpha() or not view.indices[j]:
            continue
        if view.starts_sentence(j):
            if first.islower() and word.core.islower() and _follows_hidden_capital(view, j):
                yield view.show(j, word.lead + first.upper() + word.core[1:] + word.tail)
        elif first.isupper() and _follows_removed_stop(view, j) and _is_common(view, j, word):
            yield view.show(j, word.lead + first.lower() + word.core[1:] + word.tail)


def _follows_removed_stop(view: View, j: int) -> bool:
    """Return True if the source ends a sentence before word ``j``, and the shown text not."""
    stops = tuple(SENTENCE_FINAL)
    before = view.tokens[view.indices[j] - 1]
    if not before.shown:
        return bool(before.spoken) and ends_sentence(before.raw) and j > 0
    return before.raw.endswith(stops) and not before.shown.endswith(stops)


def _follows_hidden_capital(view: View, j: int) -> bool:
    """Return True if hidden words before word ``j`` began with a capital."""
    first = view.indices[j - 1] + 1 if j else 0
    hidden = [t for t in view.tokens[first : view.indices[j]] if t.spoken]
    return bool(hidden) and split_word(hidden[0].raw).core[:1].isupper()


def _is_common(view: View, j: int, word: WordParts) -> bool:
    """Return True if a word with a capital is not a name, as far as the evidence goes."""
    language, evidence = view.context.language, view.context.evidence
    mixed_case = any(c.isupper() for c in word.core[1:])
    in_glossary = any(word.core in name.split() for name in view.context.glossary.spellings)
    if mixed_case or in_glossary or re.match(r"I\b", word.core):
        return False
    if word.key in language.closed or word.key in language.openers:
        return True
    if j + 1 < len(view.words) and view.words[j + 1].core[:1].isupper() and not word.tail:
        # "George Washington": a capital on both is a name, unless this one is common.
        known = word.key in language.common or word.key in evidence.lowercase
        return known or _is_german_adjective(view, j)
    if word.key in evidence.lowercase or _is_plural(view, word.key):
        return True
    if word.key in evidence.names or any(c.isdigit() for c in word.key):
        return False
    after_article = j > 0 and view.words[j - 1].key in language.articles
    return after_article or word.key in language.common or _is_common_english(view, j)


def _is_common_english(view: View, j: int) -> bool:
    """Return True for an English verb after "to", or a word with the ending of a common one."""
    if view.context.language.code != "en":
        return False
    key = view.words[j].key
    infinitive = j > 1 and view.words[j - 1].key == "to"
    if infinitive and view.words[j - 2].key in _BEFORE_INFINITIVE:
        return True
    return len(key) >= 6 and key.endswith(_COMMON_ENDINGS)


def _is_german_adjective(view: View, j: int) -> bool:
    """Return True for an adjective before a noun, as in ``einen Neuen Vertrag``.

    Nouns have a capital of their own in German; the adjective has none.
    """
    language = view.context.language
    article = j > 0 and view.words[j - 1].key in language.closed
    return (
        language.code == "de"
        and article
        and view.words[j].key.endswith(("e", "en", "er", "es", "em"))
    )


def _is_plural(view: View, key: str) -> bool:
    """Return True if an English word is the plural of one that is not a name."""
    context = view.context
    if context.language.code != "en" or len(key) < 4 or key in context.evidence.names:
        return False
    endings = (("s", ""), ("es", ""), ("ies", "y"))
    singulars = {key[: -len(end)] + rest for end, rest in endings if key.endswith(end)}
    return not singulars.isdisjoint(context.evidence.lowercase) or not singulars.isdisjoint(
        context.language.common
    )
