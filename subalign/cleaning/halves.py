"""Two halves of a phrase, with a period between them: what the words of both tell.

All functions take the keys of a sentence of two or more words, and those of the next one.
"""

from __future__ import annotations

from collections.abc import Sequence

from subalign.cleaning.english import (
    ADVERBS,
    ARTICLES,
    AUXILIARIES,
    BE,
    CONTRACTIONS,
    COORDINATORS,
    POSSESSIVES,
    PREPOSITIONS,
    QUESTION_WORDS,
    SUBJECTS,
)

INFINITIVES = frozenset("have be do get go make take know see find come think".split())
OWNING = frozenset("have has had".split())
PREDICATES = ("ed", "ing", "ly", "ous", "ive", "ible", "able", "al")
_ORDERING = frozenset(
    "invite invited invites ask asked asks tell told tells allow allowed allows force forced forces"
    " enable enabled enables encourage encouraged encourages persuade persuaded convince convinced"
    " require required requires teach taught teaches order ordered urge urged remind reminded"
    " permit permitted warn warned hire hired need needs needed takes took use uses used".split()
)
"""Verbs whose object is told, or needed, to do something."""
_VERBAL = (
    AUXILIARIES | CONTRACTIONS | SUBJECTS | set("honest fair clear sure precise exact".split())
)
"""A clause of its own has one of these; and ``To be honest`` belongs to no verb in front."""
_STANCES = frozenset(
    "obviously absolutely exactly certainly definitely honestly frankly literally finally clearly"
    " apparently hopefully luckily fortunately unfortunately generally normally usually especially"
    " early only family".split()
)
"""Words with the ending of an adverb of manner that are none."""
_STANDING = ADVERBS | frozenset("arguably also then now certainly clearly already once".split())
_ATTRIBUTIVE = frozenset(
    "main ultimate actual entire whole very same next last first past biggest largest greatest"
    " smallest oldest youngest highest lowest hardest easiest latest newest longest".split()
)
"""Adjectives that a noun follows."""
_NUMBERS = frozenset(
    "a one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty"
    " fifty sixty seventy eighty ninety hundred thousand million billion".split()
)
_THOSE = frozenset("those people anyone someone everyone guys".split())
_GIVING = frozenset("give gives gave offered handed".split())
_RECEIVERS = frozenset("me him her us them".split())
_TRANSITIVE = frozenset("takes took costs includes involves requires contains means".split())
_NEEDING = frozenset("have has had need want see get got know".split())
_DENIED = frozenset("sure even really very quite able allowed interested".split())
_CAN = frozenset("can could ca will would wo should must might may did do does".split())
_VERBS = INFINITIVES | frozenset(
    "remember say tell believe imagine wait leave stop start keep put buy eat speak live happen let"
    " give learn become understand afford explain wear want need feel write send build".split()
)


def goes_on(keys: Sequence[str], following: Sequence[str]) -> bool:
    """What follows is the rest of a phrase that the sentence has begun."""
    first = following[0]
    if first == "of":  # "Of clearing the level": not "Of course"
        return following[1].endswith("ing") if len(following) > 1 else False
    if first == "to":  # "invite the judge. To come"
        verb = next((i for i, key in enumerate(keys) if key in _ORDERING), len(keys))
        free = not (_VERBAL - {"it"}) & set(following[2:])
        return free and "to" not in keys[verb:] and verb < len(keys) - 1
    if keys[-1].endswith("ly") and keys[-1] not in _STANCES | ADVERBS:  # "Just slowly. Falling"
        return set(keys[:-1]) <= ADVERBS and first.endswith("ing") and len(first) > 5
    noun = keys[1:] if keys[0] in COORDINATORS | PREPOSITIONS else keys  # "But the main. Problem"
    bare = len(noun) == 2 and noun[0] in ARTICLES | POSSESSIVES
    compared = keys[-3:-2] == ["a"] and keys[-2] in ("much", "more", "very")
    return compared or (bare and noun[1] in _ATTRIBUTIVE and first not in ARTICLES)


def lacks_predicate(keys: Sequence[str], following: Sequence[str]) -> bool:
    """What the sentence was going to say of its subject stands in the next one.

    That is so only if it answers no question, and no comma follows the first word of the next.
    """
    return _is_denied(keys, following) or _is_said_of(keys, following)


def _is_denied(keys: Sequence[str], following: Sequence[str]) -> bool:
    """``I'm not. Sure about it``"""
    if keys[-1] != "not" or keys[-2] not in BE | CONTRACTIONS:
        return False
    just = following[0] == "just" and bool(set(following[1:2]) & (PREPOSITIONS | ARTICLES))
    return just or following[0] in _DENIED


def _is_said_of(keys: Sequence[str], following: Sequence[str]) -> bool:
    """``We were. Really surprised``, ``You should. Always wear it``, if that answers nothing."""
    if len(keys) != 2 or keys[0] not in SUBJECTS or len(following) < 2:
        return False
    adverb = following[0] in ADVERBS | {"rather"}
    word = following[1] if adverb else following[0]
    verbless = not (AUXILIARIES | SUBJECTS | CONTRACTIONS) & set(following)
    if keys[1] in BE:
        noun = word in ARTICLES | POSSESSIVES and len(following) < 5 and verbless
        return adverb and (word.endswith(PREDICATES) or noun)
    if keys[1] in OWNING and following[0] in ("a", "an"):
        return verbless
    return keys[1].removesuffix("'t").removesuffix("n") in _CAN and (
        word in _VERBS or (adverb and following[0] in ("always", "never", "just", "only", "rather"))
    )


def lacks_object(keys: Sequence[str], following: Sequence[str]) -> bool:
    """``It takes. About a week``, ``They gave me. A chance``, ``Those who. Stay``"""
    if keys[-1] == "who":
        return keys[-2] in _THOSE
    if keys[-2] in BE | CONTRACTIONS and keys[-1] in ("still", "now", "already", "just", "always"):
        return following[0].endswith("ing") and len(following[0]) > 5
    plain = keys[0] in SUBJECTS and not (SUBJECTS | CONTRACTIONS | QUESTION_WORDS) & set(keys[1:])
    given = keys[-2] in _GIVING and keys[-1] in _RECEIVERS and following[0] in ARTICLES
    return plain and (keys[-1] in _TRANSITIVE or given)


def lacks_end(keys: Sequence[str], following: Sequence[str]) -> bool:
    """``between ten. And twenty``, ``We don't have. Any time``"""
    if following[0] == "any":
        denied = any(key.endswith("n't") or key in ("not", "never") for key in keys)
        return denied and "any" not in keys and keys[-1] in _NEEDING
    if following[0] != "and" or "between" not in keys:
        return False
    parts = keys[keys.index("between") + 1 :]
    return "and" not in parts and _counts(parts) and _counts(following[1:4])


def hangs_on(keys: Sequence[str], following: Sequence[str]) -> bool:
    """``It goes. From here to there``, ``He met Sumerians. Who were probably the first``"""
    first, *rest = following
    if first == "who":
        return rest[:1] != [] and rest[0] in BE and rest[1:2] != [] and rest[1] in _STANDING
    verbless = not (AUXILIARIES | SUBJECTS | CONTRACTIONS) & set(following)
    return first in PREPOSITIONS and verbless and len(following) > 2 and len(keys) > 2


def _counts(keys: Sequence[str]) -> bool:
    return any(key[:1].isdigit() or key in _NUMBERS for key in keys)
