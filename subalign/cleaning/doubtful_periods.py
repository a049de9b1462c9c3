"""A period that may be wrong is removed if the words around it or the pause speak against it.

The words speak against a period

- after "which is", and after "is" or "would be" before an adverb or participle ("the power of
  speed is. Underappreciated as");
- before a participle that belongs to an object ("getting transformers. Put in place.");
- after "the first" or "the main" without a noun, in a fragment without a verb;
- inside "between ten. And twenty" and "asked the judge. To wait";
- after a condition before its main clause ("And if it rains. You can").

These sentences are joined, unless there is a pause of 0.3 s or more. Before a shorter pause a
sentence that ends in any function word is joined to the next one.

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

FAIL::

    And if it turns out badly. You can blame me. It was kept by him. I think.
    => And if it turns out badly, you can blame me. It was kept by him, I think.

FAIL::

    It takes between ten. And twenty days. We asked the judge. To wait. It has. New wheels.
    => It takes between ten and twenty days. We asked the judge to wait. It has new wheels.

FAIL::

    It is part. Of making bread. Just slowly. Falling apart. But the main. Problem is oil.
    => It is part of making bread. Just slowly falling apart. But the main problem is oil.

FAIL::

    It would be, I guess. Eleven in the morning.
    => It would be, I guess, eleven in the morning.

OFFER::

    If it turns out badly. You can blame me.
    => If it turns out badly, you can blame me.

OFFER::

    It goes straight. From here to there.
    => It goes straight from here to there.

OFFER::

    Everything you should. The rest of it is easy.
    => Everything you should the rest of it is easy.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from subalign.cleaning import halves
from subalign.cleaning.base import Edit, Level, View, define_rule
from subalign.cleaning.english import (
    ADVERBS,
    ARTICLES,
    CONTRACTIONS,
    COORDINATORS,
    PARTICIPLES,
    PREPOSITIONS,
    QUESTION_WORDS,
    SUBJECTS,
)
from subalign.cleaning.english_usage import USAGE
from subalign.cleaning.phrases import begins_clause, skip_fillers, stop_mark
from subalign.model import Break


@define_rule("doubtful-periods", Level.TIDY, languages=("en",))
def rule(view: View) -> Iterator[Edit]:
    """Remove a period that words or a pause speak against."""
    rests = view.pauses(s.stop - 1 for s in view.sentences)
    for sentence, after in pairwise(view.sentences):
        j = sentence.stop - 1
        if view.words[j].tail != "." or len(sentence) < 2:
            continue
        if view.words[j].core.isupper() or view.words[j + 1].lead:
            continue
        if not view.same_speaker(j, j + 1):
            continue
        following = view.keys(after)
        sure = _is_cut(view, sentence, following)
        if j in rests:
            sure = _is_short(view, j, sure, rests[j])
        if sure is not None:
            named = view.words[j + 1].key == "to" and view.words[j - 1].tail == ","
            mark = "," if named else stop_mark(view, j)  # "the judge, Alexander. To come"
            yield view.join(j, mark, bool(view.confident(sure)))
        elif _is_afterthought(view, sentence, after) or _is_parenthesis(view, sentence):
            yield view.join(j, ",", bool(view.confident(True)))
        elif (
            halves.hangs_on(view.keys(sentence), following)
            and "." in view.words[after.stop - 1].tail
        ):
            yield view.join(j, "," if following[0] == "who" else "", sure=False)
        elif _is_condition(view, sentence):
            yield view.join(j, ",", bool(view.confident(_is_plain_condition(view.keys(sentence)))))


def _is_afterthought(view: View, sentence: range, after: range) -> bool:
    """Return True for ``They manage themselves. I think.`` at the end of a paragraph."""
    ends = view.breaks[after.stop - 1] is Break.PARAGRAPH or after.stop == len(view.words)
    said = tuple(view.keys(after)) in USAGE.afterthoughts and view.words[after.stop - 1].tail == "."
    return (
        ends
        and said
        and tuple(view.keys(sentence)[-2:]) not in USAGE.afterthoughts
        and len(sentence) > 2
    )


def _is_parenthesis(view: View, sentence: range) -> bool:
    """Return True for ``which would be, I guess. Eleven``: the guess comes after the period."""
    keys = view.keys(sentence)
    before = sentence.stop - 3
    said = tuple(keys[-2:]) in USAGE.afterthoughts and before > sentence.start
    open_ended = (
        said and view.words[before].tail == "," and view.words[before].key in USAGE.incomplete_verbs
    )
    return open_ended and not begins_clause(view, sentence.stop)


def _is_condition(view: View, sentence: range) -> bool:
    """Return True for ``And if it turns out badly. You can blame me``."""
    keys = view.keys(sentence)
    opening = keys[:2] if keys[0] in COORDINATORS | {"but"} else keys[:1]
    parted = any(w.tail for w in view.words[sentence.start : sentence.stop - 1])
    starts = view.words[sentence.stop].key in SUBJECTS | CONTRACTIONS | {"that"}
    return opening[-1] == "if" and len(keys) > 3 and starts and not parted


def _is_plain_condition(keys: list[str]) -> bool:
    """Return True for ``And if it rains``, which begins anew and has no main clause of its own."""
    subjects = sum(key in SUBJECTS | CONTRACTIONS for key in keys)
    anew = keys[0] != "if" and keys[2] in SUBJECTS | CONTRACTIONS
    return anew and subjects == 1 and len(keys) > 4


def _is_short(view: View, j: int, sure: bool | None, rest: int) -> bool | None:
    """Return True if the pause after word ``j`` is short enough to join a doubtful end.

    After a function word a short pause is enough; a long one keeps any period.

    Args:
        view: all words.
        j: the word before the period.
        sure: what the words tell: True for surely no end, False for maybe, None for an end.
        rest: the pause, ms.
    """
    closed = view.words[j].key in view.context.language.closed
    joins = rest < view.context.options.short_pause_ms and (
        sure or (closed and not begins_clause(view, j + 1))
    )
    return True if joins else None


def _is_cut(view: View, sentence: range, following: list[str]) -> bool | None:
    """Return True if a sentence surely goes on in the next one, False if maybe, None if not."""
    keys, after = view.keys(sentence), skip_fillers(view, sentence.stop)
    rest = view.words[sentence.stop : sentence.stop + len(following) - 1]
    purpose = following[0] == "to" and any(w.tail for w in rest)  # "To be fair, they won"
    if purpose or "\n" in view.token(sentence.stop - 1).gap:  # someone else may speak there
        following = []
    plain = bool(following) and not view.words[sentence.stop].tail
    answers = bool(sentence.start) and "?" in view.words[sentence.start - 1].tail
    unsaid = plain and not answers and halves.lacks_predicate(keys, following)
    unsaid = unsaid or (bool(following) and halves.lacks_end(keys, following))
    if view.words[after].key == "than" or unsaid:
        return True
    if begins_clause(view, after):
        return None
    lacking = plain and halves.lacks_object(keys, following)
    if lacking or _lacks_noun(view, sentence) or _is_caused(view, sentence):
        return True
    if keys[-1] in USAGE.incomplete_verbs | USAGE.linking_verbs:
        return _lacks_predicate(view, sentence, after)
    if following and halves.goes_on(keys, following):
        return True
    return True if keys[-1] in QUESTION_WORDS and after > sentence.stop else None


def _lacks_predicate(view: View, sentence: range, after: int) -> bool:
    """Return True for ``The power of speed is. Underappreciated as``."""
    keys = view.keys(sentence)
    before, following = keys[-2], view.words[after]
    if following.key == "not" and keys[-1] in USAGE.modals:  # "could. Not have known"
        return bool(set(view.keys(range(after + 1, after + 2))) & USAGE.infinitives)
    if following.key == "be":  # not "have be"
        return keys[-1] in USAGE.modals
    doing = following.key.endswith("ing") and following.key not in ("nothing", "something")
    if before in ("that", "which", "who", "there") or _lacks_what_it_is(keys):
        return True
    if keys[-1] in USAGE.modals and following.key == "have":
        return view.words[after + 1 : after + 2] != [] and view.words[after + 1].key not in ARTICLES
    owner = before in SUBJECTS or (keys[-1] == "got" and before.endswith(("'ve", "'s")))
    if keys[-1] in USAGE.owning | {"got"} and owner and _is_adjective(following.key):
        return not following.tail and (
            len(keys) == 2 or keys[-3] in USAGE.joints
        )  # not "all I have"
    parted = before in SUBJECTS or QUESTION_WORDS & set(keys[:-2]) or following.tail == ","
    parted = parted or (doing and keys[-1] in USAGE.modals | USAGE.owning)
    return not parted and (
        following.key in ADVERBS | USAGE.modifiers
        or (
            len(following.key) > 4
            and following.key.endswith(USAGE.predicate_endings)
            and following.key not in view.context.evidence.names
        )
    )


def _is_adjective(key: str) -> bool:
    """Return True for a common adjective, or a word with the ending of one."""
    return key in USAGE.qualities or (key.endswith(USAGE.adjective_endings) and len(key) > 3)


def _lacks_what_it_is(keys: list[str]) -> bool:
    """Return True for ``The next step would be.``, but not for a pronoun or a question."""
    if len(keys) < 4 or keys[-1] != "be" or keys[-2] not in USAGE.modals:
        return False
    named = keys[-3] not in SUBJECTS | ADVERBS | {"that", "which", "who"}
    return named and not (QUESTION_WORDS | {"as", "than"}) & set(keys[:-2])


def _lacks_noun(view: View, sentence: range) -> bool:
    """Return True for ``Well, the first.`` at the end of a line."""
    keys = view.keys(sentence)
    if keys[-1] not in USAGE.ordinals or keys[-2] not in ARTICLES or len(keys) > 6:
        return False
    end = sentence.stop - 1
    if view.breaks[end] is not Break.PARAGRAPH and "\n" not in view.token(end).gap:
        return False
    following = view.words[sentence.stop].key
    verbs = USAGE.clause_words
    small = ARTICLES | COORDINATORS | USAGE.ordinals | {"well", "then", "now", "okay", "yeah"}
    return not verbs & set(keys) and set(keys) <= small and following not in ARTICLES


def _is_caused(view: View, sentence: range) -> bool:
    """Return True for ``So getting transformers. Put in place``."""
    first = view.words[sentence.stop]
    if first.key not in PARTICIPLES or first.tail or sentence.stop + 1 >= len(view.words):
        return False
    follows = view.words[sentence.stop + 1].key in PREPOSITIONS
    return follows and bool(set(view.keys(sentence)) & USAGE.causing)
