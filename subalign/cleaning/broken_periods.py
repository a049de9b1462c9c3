"""A period after a word that ends no sentence is removed.

Recognisers set a period where the speaker takes a breath. After "and", "the", "we're" or "to the
completely" no sentence ends, so the two halves are joined, also across a paragraph. They stay
apart if the second half is a clause of its own ("the. They say"), because then the speaker began
anew. A preposition may end a sentence if its noun stands before it ("what you talk about."),
so its period stays where a question word, "to" or a passive stands in front. Before "You
know," the period becomes a comma.

PASS::

    That is what we talk about. Trucks are fun. I said the. They went. World War I. After it, peace.

PASS::

    I think so. But no. Is it a. We will see.

FAIL::

    It is faster than. The old one and we're. Just trying to get to the completely. New model.
    => It is faster than the old one and we're just trying to get to the completely new model.

FAIL::

    We have rules to. You know, oversee aircraft and. The safety of cars.
    => We have rules to, you know, oversee aircraft and the safety of cars.

FAIL::

    It goes into the

    next field. It was the best of

    all worlds. He spoke and.

    Then he left.
    => It goes into the next field. It was the best of all worlds. He spoke and then he left.

FAIL (de)::

    Ich habe ein. Haus und. Du hast keins.
    => Ich habe ein Haus und du hast keins.
"""

from __future__ import annotations

from collections.abc import Iterator

from subalign.cleaning.base import Edit, Level, View, define_rule
from subalign.cleaning.english import (
    ADVERBS,
    BE,
    CONTRACTIONS,
    COORDINATORS,
    PARTICLES,
    PREPOSITIONS,
    QUESTION_WORDS,
    SUBJECTS,
)
from subalign.cleaning.english_usage import USAGE
from subalign.cleaning.phrases import begins_clause, last_word, skip_fillers, stop_mark
from subalign.model import Break


@define_rule("broken-periods", Level.TIDY, needs_lists=True)
def rule(view: View) -> Iterator[Edit]:
    """Remove a period after an unfinished word."""
    english = view.context.language.code == "en"
    for sentence in view.sentences:
        j = sentence.stop - 1
        if j + 1 >= len(view.words) or view.words[j].tail != "." or view.words[j + 1].lead:
            continue
        broken = _is_broken(view, sentence) if english else _is_unfinished(view, j)
        if broken and view.same_speaker(j, j + 1):
            yield view.join(j, stop_mark(view, j), bool(view.confident(True)))


def _is_unfinished(view: View, j: int) -> bool:
    """Return True if word ``j`` ends no sentence, in a language other than English."""
    language = view.context.language
    word, following = view.words[j], view.words[j + 1].key
    initial = len(word.core) == 1 and following not in language.closed | language.articles
    capital = word.core[:1].isupper() and (initial or not view.starts_sentence(j))
    if word.key not in language.unfinished or capital:
        return False
    if view.breaks[j] is Break.PARAGRAPH:
        return False
    link = word.key in ("und", "oder", "et", "ou", "y", "e", "o", "en", "of", "и", "или")
    return following not in language.openers or len(word.key) == 1 or link


def _is_broken(view: View, sentence: range) -> bool:
    """Return True if an English sentence goes on in the next one."""
    keys = view.keys(sentence)
    if len(sentence) == 1:
        return _is_lone_start(view, sentence.start)
    if set(keys) <= {"and", "so", "but", "or", "then"}:
        return _goes_on_with_filler(view, sentence)
    j = last_word(view, sentence, ADVERBS)
    key, after = view.words[j].key, skip_fillers(view, sentence.stop)
    following = view.words[after].key
    short = view.breaks[sentence.stop - 1] is Break.PARAGRAPH and len(sentence) < 3
    if short or _is_letter(view, j) or keys[-2:] == ["so", "on"]:
        return False
    compares = key == "as" and keys[-3:-2] == ["as"]  # "as soon as"
    joins = (key in USAGE.conjunctions and j == sentence.stop - 1) or compares
    measures = _lacks_what_it_measures(keys)
    if joins and not measures:
        return following not in COORDINATORS | USAGE.answers | {"because"}
    if key == "that" and not measures:
        return _lacks_what_it_tells(keys, following)
    needs_more = measures or _needs_more(view, range(sentence.start, j), after)
    return needs_more and not begins_clause(view, after)


def _lacks_what_it_tells(keys: list[str], following: str) -> bool:
    """Return True for ``The reason is that.``, and ``I think that.`` before a clause."""
    told = keys[-2] in BE and bool(USAGE.told & set(keys[-4:-2]))
    clause = following in ("if", "when", "the", "a", "we", "they", "you", "there", "it")
    return told or (keys[-2] in USAGE.thinking and clause)


def _lacks_what_it_measures(keys: list[str]) -> bool:
    """Return True for ``It was very.``, ``It's more.``, ``It is not only.``"""
    last, before = keys[-1], keys[-2]
    if last == "very":
        return before != "thank" and "thank" not in keys[-3:]
    degree = last in ("more", "less", "really", "rather", "pretty", "fairly", "just")
    return (last == "only" and before == "not") or (
        degree and (before in BE or before in CONTRACTIONS)
    )


def _needs_more(view: View, before: range, after: int) -> bool:
    """Return True if a word cannot stand last in its clause.

    Args:
        view: all words.
        before: the words of its sentence before it.
        after: the first word after it that is not a filler.
    """
    key, previous = view.words[before.stop].key, view.words[before.stop - 1].key
    following = view.words[after].key
    noun = following in USAGE.determiners
    if key.endswith(("'ll", "'d")):
        return not noun
    if key in ("his", "its", "like"):
        return _hangs(view, before, after)
    if key == "to":
        named = following in PREPOSITIONS or following == "as"
        return not named and not _may_end_in_to(view, before, after)
    if owners := _owners_in_front(previous, key):
        return not owners & set(view.keys(before)[-10:])
    if key in PREPOSITIONS:
        alone = noun or view.breaks[after - 1] is Break.PARAGRAPH
        stands_alone = key in USAGE.lone_prepositions and alone
        return not stands_alone and not _has_its_noun(view, before, after)
    # "And if you. Look closely", but "Dick and I.", "said he."
    conditional = previous in ("if", "when", "because", "while")
    opens = before.stop - before.start < 3 and key in SUBJECTS and conditional
    subordinate = conditional or previous in ("that", "where", "until")
    begun = key in USAGE.nominatives and subordinate and following in ADVERBS
    return opens or begun or (key in view.context.language.unfinished and key not in SUBJECTS)


def _owners_in_front(previous: str, preposition: str) -> frozenset[str]:
    """Return the words to which a verb's preposition belongs where they stand before both.

    The set is empty if the preposition does not follow from its verb.
    """
    if preposition == "on" and previous in USAGE.verbs_with_on:
        return QUESTION_WORDS
    if preposition == "in" and previous in USAGE.verbs_with_in:
        return QUESTION_WORDS
    # "look back on", "get away from": verbs in three parts
    if (previous, preposition) in (("back", "on"), ("away", "from"), ("up", "with"), ("out", "of")):
        return QUESTION_WORDS | USAGE.to | {"that"}
    return frozenset()


def _may_end_in_to(view: View, before: range, after: int) -> bool:
    """Return True for ``I want to`` with no filler after it, and ``someone to talk to``."""
    keys = view.keys(before)[-2:]
    closed = view.context.language.closed
    talked = bool(USAGE.to & set(keys)) and keys[-1] not in closed | USAGE.to
    filled = after > before.stop + 1
    small = closed | view.context.language.openers
    if keys[-1] not in USAGE.bare_to and _has_contact_clause(view.keys(before), small):
        return True
    return talked or keys[-1] in USAGE.passives or (keys[-1] in USAGE.bare_to and not filled)


def _is_lone_start(view: View, j: int) -> bool:
    """Return True for ``So.`` and ``And.``, with which the next sentence starts."""
    first = skip_fillers(view, j + 1)
    word, after = view.words[j], view.words[first].key
    if view.breaks[j] is Break.PARAGRAPH:
        return False
    answers = COORDINATORS | USAGE.answers
    if word.key not in ("so", "and", "but"):  # "We're. Going", "Because. The sauce"
        hangs = word.key in view.context.language.unfinished - SUBJECTS and word.key != "very"
        return hangs and not (begins_clause(view, first) or after in answers)
    return after not in answers | {"because", "thanks", "sorry", "now"}


def _goes_on_with_filler(view: View, sentence: range) -> bool:
    """Return True for ``And then. You know, there was this.``"""
    after = skip_fillers(view, sentence.stop)
    return after > sentence.stop and view.words[after].key not in COORDINATORS | USAGE.answers


def _is_letter(view: View, j: int) -> bool:
    """Return True for ``Plan A.``, ``World War I.`` and ``OR.``, which are no word of a clause."""
    core = view.words[j].core
    if core == "I":
        return j > 1 and view.words[j - 1].core[:1].isupper()
    return core.isupper()


def _has_its_noun(view: View, before: range, after: int) -> bool:
    """Return True if the noun of a preposition stands before it, or it needs none.

    Args:
        view: all words.
        before: the words of the sentence before the preposition.
        after: the first word after it that is not a filler.
    """
    keys, preposition = view.keys(before)[-10:], view.words[before.stop].key
    closed, following = view.context.language.closed, view.words[after].key
    if following.endswith(("ing", "ly")) and len(following) > 5:
        return False
    last, previous = set(keys[-1:]), set(keys[-2:-1])
    another = following in PREPOSITIONS or following == "as"
    return bool(
        set(keys) & (QUESTION_WORDS | {"something", "nothing", "anything"})
        or _has_relative_that(keys)
        or _has_infinitive(keys)
        or _has_contact_clause(keys, closed | view.context.language.openers)
        or (another and not _is_measure(view, after))
        or last & (SUBJECTS | PARTICLES | PREPOSITIONS)
        or (last & {"me", "him", "them", "us"} and previous - closed)
        or (_may_take(keys[-1:], preposition) and not _is_plain_clause(keys, preposition))
    )


def _is_measure(view: View, j: int) -> bool:
    """Return True for ``About an hour``, where "about" is not a preposition."""
    key = view.key(j + 1)
    return view.words[j].key == "about" and (key in ("a", "an", "half") or key.isdigit())


def _may_take(last: list[str], preposition: str) -> bool:
    """Return True if the verb of a relative clause or passive may end with a preposition, as in
    ``what he asked for``."""
    formed = preposition != "by" and any(key.endswith(("ed", "ing")) for key in last)
    return formed or bool(set(last) & USAGE.passives)


def _is_plain_clause(keys: list[str], preposition: str) -> bool:
    """Return True for one active clause whose subject is its first word, so that the preposition
    after it has no noun yet."""
    active = keys[-1].endswith("ing") or not (BE | CONTRACTIONS) & set(keys)
    needs_noun = (keys[-1] in ("living", "lived") and preposition in ("in", "near")) or (
        keys[-1] in ("sold", "made", "about") and preposition == "about"
    )
    stands_alone = preposition in USAGE.lone_prepositions and not needs_noun
    return active and not stands_alone and _has_first_subject(keys)


def _has_first_subject(keys: list[str]) -> bool:
    """Return True if the only subject is the first word, apart from "and" or "so"."""
    subjects = [i for i, key in enumerate(keys) if key in SUBJECTS | CONTRACTIONS]
    return subjects == [0] or (subjects == [1] and keys[0] in COORDINATORS)


def _has_contact_clause(keys: list[str], closed: frozenset[str]) -> bool:
    """Return True for ``the man I spoke`` (to): a clause after a noun without a link."""
    near = range(max(len(keys) - 3, 2), len(keys))
    return any(
        keys[i] in USAGE.nominatives and keys[i - 1] not in closed | USAGE.times for i in near
    )


def _has_infinitive(keys: list[str]) -> bool:
    """Return True for ``fun to play`` (with), not for ``went to school`` (with)."""
    near = range(max(len(keys) - 3, 0), len(keys))
    plain = _has_first_subject(keys)
    return any(
        keys[i] in USAGE.to
        and USAGE.going.isdisjoint(keys[i - 1 : i])
        and not (plain and (i == 0 or keys[i - 1] in USAGE.same_clause_to))
        for i in near
    )


def _has_relative_that(keys: list[str]) -> bool:
    """Return True for ``the house that he lives`` (in), not for ``and that was the end`` (of)."""
    near = range(max(len(keys) - 6, 1), len(keys) - 1)
    return any(keys[i] == "that" and keys[i - 1] not in COORDINATORS for i in near)


def _hangs(view: View, before: range, after: int) -> bool:
    """Return True for ``the king and his.`` and ``it's like. You know,``, not for ``of his`` and
    ``what it is like``."""
    key, previous = view.words[before.stop].key, view.words[before.stop - 1].key
    if key != "like":
        return previous in COORDINATORS | PREPOSITIONS - {"of"}
    compared = previous in BE or previous in CONTRACTIONS
    filled = after > before.stop + 1
    return compared and filled and not QUESTION_WORDS & set(view.keys(before))
