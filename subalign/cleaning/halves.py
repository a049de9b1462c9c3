"""Tests of two English sentences: whether the second one is the rest of the first.

All functions take the keys of a sentence of two or more words, and those of the next one.
"""

from __future__ import annotations

from collections.abc import Sequence

from subalign.cleaning.english import (
    ADVERBS,
    ARTICLES,
    BE,
    CONTRACTIONS,
    COORDINATORS,
    POSSESSIVES,
    PREPOSITIONS,
    QUESTION_WORDS,
    SUBJECTS,
)
from subalign.cleaning.english_usage import USAGE


def goes_on(keys: Sequence[str], following: Sequence[str]) -> bool:
    """Return True if the next sentence is the rest of a phrase: ``the main. Problem is``."""
    first = following[0]
    if first == "of":  # "Of clearing the level": not "Of course"
        return following[1].endswith("ing") if len(following) > 1 else False
    if first == "to":  # "invite the judge. To come"
        verb = next((i for i, key in enumerate(keys) if key in USAGE.ordering), len(keys))
        free = not (USAGE.clause_signs - {"it"}) & set(following[2:])
        return free and "to" not in keys[verb:] and verb < len(keys) - 1
    if keys[-1].endswith("ly") and keys[-1] not in USAGE.sentence_adverbs:  # "Just slowly. Falling"
        return set(keys[:-1]) <= ADVERBS and first.endswith("ing") and len(first) > 5
    noun = keys[1:] if keys[0] in COORDINATORS | PREPOSITIONS else keys  # "But the main. Problem"
    bare = len(noun) == 2 and noun[0] in ARTICLES | POSSESSIVES
    compared = keys[-3:-2] == ["a"] and keys[-2] in ("much", "more", "very")
    return compared or (bare and noun[1] in USAGE.attributive and first not in ARTICLES)


def lacks_predicate(keys: Sequence[str], following: Sequence[str]) -> bool:
    """Return True if the next sentence says what the first one was going to say of its subject.

    Ask only about a sentence that answers no question, and a next one without a comma after its
    first word.
    """
    return _is_denied(keys, following) or _is_said_of(keys, following)


def _is_denied(keys: Sequence[str], following: Sequence[str]) -> bool:
    """Return True for ``I'm not. Sure about it``."""
    if keys[-1] != "not" or keys[-2] not in BE | CONTRACTIONS:
        return False
    just = following[0] == "just" and bool(set(following[1:2]) & (PREPOSITIONS | ARTICLES))
    return just or following[0] in USAGE.denied


def _is_said_of(keys: Sequence[str], following: Sequence[str]) -> bool:
    """Return True for ``We were. Really surprised`` and ``You should. Always wear it``."""
    if len(keys) != 2 or keys[0] not in SUBJECTS or len(following) < 2:
        return False
    adverb = following[0] in ADVERBS | {"rather"}
    word = following[1] if adverb else following[0]
    verbless = USAGE.clause_words.isdisjoint(following)
    if keys[1] in BE:
        noun = word in ARTICLES | POSSESSIVES and len(following) < 5 and verbless
        return adverb and (word.endswith(USAGE.predicate_endings) or noun)
    if keys[1] in USAGE.owning and following[0] in ("a", "an"):
        return verbless
    return keys[1].removesuffix("'t").removesuffix("n") in USAGE.negatable and (
        word in USAGE.plain_verbs
        or (adverb and following[0] in ("always", "never", "just", "only", "rather"))
    )


def lacks_object(keys: Sequence[str], following: Sequence[str]) -> bool:
    """Return True for ``It takes. About a week``, ``They gave me. A chance``, ``Those who. Go``."""
    if keys[-1] == "who":
        return keys[-2] in {"those", "people", "anyone", "someone", "everyone", "guys"}
    if keys[-2] in BE | CONTRACTIONS and keys[-1] in ("still", "now", "already", "just", "always"):
        return following[0].endswith("ing") and len(following[0]) > 5
    plain = keys[0] in SUBJECTS and not (SUBJECTS | CONTRACTIONS | QUESTION_WORDS) & set(keys[1:])
    given = (
        keys[-2] in USAGE.giving
        and keys[-1] in {"me", "him", "her", "us", "them"}
        and following[0] in ARTICLES
    )
    return plain and (keys[-1] in USAGE.transitive or given)


def lacks_end(keys: Sequence[str], following: Sequence[str]) -> bool:
    """Return True for ``between ten. And twenty`` and ``We don't have. Any time``."""
    if following[0] == "any":
        denied = any(key.endswith("n't") or key in ("not", "never") for key in keys)
        return denied and "any" not in keys and keys[-1] in USAGE.needing
    if following[0] != "and" or "between" not in keys:
        return False
    parts = keys[keys.index("between") + 1 :]
    return "and" not in parts and _counts(parts) and _counts(following[1:4])


def hangs_on(keys: Sequence[str], following: Sequence[str]) -> bool:
    """Return True for ``It goes straight. From here to there``, ``He met Ann. Who was also``."""
    first, *rest = following
    if first == "who":
        return len(rest) > 1 and rest[0] in BE and rest[1] in ADVERBS | USAGE.standing
    if first not in PREPOSITIONS or len(following) < 3 or len(keys) < 3:
        return False
    return USAGE.clause_words.isdisjoint(following)


def _counts(keys: Sequence[str]) -> bool:
    """Return True if a number is among some words."""
    return any(key[:1].isdigit() or key in USAGE.numbers for key in keys)
