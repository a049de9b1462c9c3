"""A period that may be wrong is taken away when the words or a pause say so.

A sentence may end in "is" or "would be", but not in "which is", and hardly before an adverb or
participle ("the power of speed is. Underappreciated as"). A participle may be what an object in
front gets ("getting transformers. Put in place."). A fragment without a verb that ends in "the
first" lacks its noun. These are joined, unless the voice rests there for 0.3 s or more. With a
pause shorter than that any function word is joined to what follows.

PASS::

    That is how it is. Nvidia chips are scarce. I think it was. Very much so.

PASS::

    He came in the first. The second was late. We love trucks. Put it in place.

FAIL::

    My joke which is. A little long is about speed that was. Actually faster.
    => My joke which is a little long is about speed that was actually faster.

FAIL::

    The power of speed is. Underappreciated as a weapon. So getting transformers. Put in place.
    => The power of speed is underappreciated as a weapon. So getting transformers put in place.

FAIL::

    Well, the first.

    Starship that will land on Mars will be big.
    => Well, the first Starship that will land on Mars will be big.

OFFER::

    And if it turns out badly. You can blame me.
    => And if it turns out badly, you can blame me.

OFFER::

    Everything you should. The rest of it is easy.
    => Everything you should the rest of it is easy.
"""

from __future__ import annotations

from collections.abc import Iterator

from subalign.cleaning.base import SHORT_PAUSE, Edit, Level, Rule, View
from subalign.cleaning.english import (
    ADVERBS,
    ARTICLES,
    AUXILIARIES,
    CONTRACTIONS,
    COORDINATORS,
    PARTICIPLES,
    PREPOSITIONS,
    QUESTION_WORDS,
    SUBJECTS,
)
from subalign.cleaning.phrases import begins_clause, skip_fillers, stop_mark
from subalign.model import Break

_BE = frozenset("is are was were be been has have had must got will would should can could".split())
_RELATIVES = frozenset("that which who there".split())
_CAUSING = frozenset("get gets getting got have having had see seeing want keep keeping".split())
_ORDINALS = frozenset("first second third last next same only other".split())
_LINKING = frozenset("seem seems seemed sound sounds sounded become becomes became".split())
_MODALS = frozenset("must will would should can could".split())
_INFINITIVES = frozenset("have be do get go make take know see find come think".split())
_OWNING = frozenset("have has had".split())
_ADJECTIVES = ("ory", "ary", "al", "ous", "ive", "ible", "able", "ic")
_PREDICATES = ("ed", "ing", "ly", "ous", "ive", "ible", "able", "al")
_MODIFIERS = ADVERBS | frozenset("more most less least so too be have".split())


def _find(view: View) -> Iterator[Edit]:
    rests = view.rests()
    for sentence in view.sentences:
        j = sentence.stop - 1
        if j + 1 >= len(view.words) or view.words[j].tail != "." or len(sentence) < 2:
            continue
        if view.words[j].core.isupper() or view.words[j + 1].lead:
            continue
        if not view.one_voice(j, j + 1):
            continue
        sure = _is_cut(view, sentence)
        if j in rests:
            sure = _is_short(view, j, sure, rests[j])
        if sure is not None:
            yield view.join(j, stop_mark(view, j), bool(view.slips(sure)))
        elif _is_condition(view, sentence):
            yield view.join(j, ",", sure=False)


def _is_condition(view: View, sentence: range) -> bool:
    """``And if it turns out badly. You can blame me``, if that is not what stands in front."""
    keys = view.keys(sentence)
    opening = keys[:2] if keys[0] in COORDINATORS | {"but"} else keys[:1]
    parted = any(w.tail for w in view.words[sentence.start : sentence.stop - 1])
    starts = view.words[sentence.stop].key in SUBJECTS | CONTRACTIONS | {"that"}
    return opening[-1] == "if" and len(keys) > 3 and starts and not parted


def _is_short(view: View, j: int, sure: bool | None, rest: int) -> bool | None:
    """The pause decides: a long one keeps the period, a short one joins after a small word."""
    closed = view.words[j].key in view.context.language.closed
    joins = rest < SHORT_PAUSE and (sure or (closed and not begins_clause(view, j + 1)))
    return True if joins else None


def _is_cut(view: View, sentence: range) -> bool | None:
    after = skip_fillers(view, sentence.stop)
    if view.words[after].key == "than":  # no sentence begins with it
        return True
    if begins_clause(view, after):
        return None
    if _lacks_noun(view, sentence) or _is_caused(view, sentence):
        return True
    keys = view.keys(sentence)
    if keys[-1] in _BE | _LINKING:
        return _lacks_predicate(view, sentence, after)
    if keys[-3:-1] in (["a", "much"], ["a", "more"], ["a", "very"]):
        return True
    return True if keys[-1] in QUESTION_WORDS and after > sentence.stop else None


def _lacks_predicate(view: View, sentence: range, after: int) -> bool:
    keys = view.keys(sentence)
    before, following = keys[-2], view.words[after]
    if following.key == "not" and keys[-1] in _MODALS:  # "could. Not have known"
        return bool(set(view.keys(range(after + 1, after + 2))) & _INFINITIVES)
    if following.key == "be":  # not "have be"
        return keys[-1] in _MODALS
    if before in _RELATIVES or _lacks_what_it_is(keys):
        return True
    if keys[-1] in _MODALS and following.key == "have":
        return view.words[after + 1 : after + 2] != [] and view.words[after + 1].key not in ARTICLES
    if keys[-1] in _OWNING and before in SUBJECTS and following.key.endswith(_ADJECTIVES):
        return not following.tail
    parted = before in SUBJECTS or QUESTION_WORDS & set(keys[:-2]) or following.tail == ","
    return not parted and (
        following.key in _MODIFIERS
        or (
            len(following.key) > 4
            and following.key.endswith(_PREDICATES)
            and following.key not in view.context.evidence.names
        )
    )


def _lacks_what_it_is(keys: list[str]) -> bool:
    """``The next step would be.``: not with a pronoun ("than it would be"), nor in a question."""
    if len(keys) < 4 or keys[-1] != "be" or keys[-2] not in _MODALS:
        return False
    named = keys[-3] not in SUBJECTS | ADVERBS | {"that", "which", "who"}
    return named and not (QUESTION_WORDS | {"as", "than"}) & set(keys[:-2])


def _lacks_noun(view: View, sentence: range) -> bool:
    keys = view.keys(sentence)
    if keys[-1] not in _ORDINALS or keys[-2] not in ARTICLES or len(keys) > 6:
        return False
    end = sentence.stop - 1
    if view.breaks[end] is not Break.PARAGRAPH and "\n" not in view.token(end).gap:
        return False
    following = view.words[sentence.stop].key
    verbs = AUXILIARIES | CONTRACTIONS | SUBJECTS
    small = ARTICLES | COORDINATORS | _ORDINALS | {"well", "then", "now", "okay", "yeah"}
    return not verbs & set(keys) and set(keys) <= small and following not in ARTICLES


def _is_caused(view: View, sentence: range) -> bool:
    first = view.words[sentence.stop]
    if first.key not in PARTICIPLES or first.tail or sentence.stop + 1 >= len(view.words):
        return False
    follows = view.words[sentence.stop + 1].key in PREPOSITIONS
    return follows and bool(set(view.keys(sentence)) & _CAUSING)


RULE = Rule(
    "doubtful-periods", Level.TIDY, "a doubtful period goes by words or pause", _find, ("en",)
)
