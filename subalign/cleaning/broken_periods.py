"""A period after a word that ends no sentence is taken away.

Recognisers set a period where the speaker took a breath. After "and", "the", "we're" or "to the
completely" no sentence ends, so the two halves are joined, also across a paragraph. They stay
apart when the second half starts a clause of its own ("the. They say"): then the speaker began
anew. A preposition may end a sentence when something in front belongs to it ("what you talk
about."), so after a question word, "to" or a passive it is left alone. Before "You know," the
period becomes a comma.

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

from subalign.cleaning.base import Edit, View
from subalign.cleaning.english import (
    ADVERBS,
    ARTICLES,
    BE,
    CONTRACTIONS,
    COORDINATORS,
    DEMONSTRATIVES,
    PARTICIPLES,
    PARTICLES,
    POSSESSIVES,
    PREPOSITIONS,
    QUESTION_WORDS,
    SUBJECTS,
)
from subalign.cleaning.phrases import begins_clause, last_word, skip_fillers, stop_mark
from subalign.model import Break

_JOINING = frozenset("and or nor because if than but until unless whether".split())
_LINKING = frozenset("and so but or then".split())
_TALK = frozenset("yeah yes no well okay ok sure right oh".split())
_THINKING = frozenset("think guess suppose".split())
_THOUGHTS = frozenset("if when the a we they you there it".split())
_ELLIPTIC = frozenset(
    "want wants wanted have has had need needs going used able like love supposed ought got".split()
)
"""After these "to" may stand for a verb that is understood."""
_PASSIVES = PARTICIPLES | frozenset("spoken thought heard seen known dealt gone come".split())
_ADVERBIAL = frozenset("in on over by through about behind beyond near across under".split())
"""Prepositions that also stand alone: "went in", "was over"."""
_LEANING = {
    "on": frozenset("depend depends rely relies insist insists focus concentrate comment".split()),
    "in": frozenset("result results believe believes specialize consist engage invest".split()),
}
"""Verbs that never stand without their preposition and its noun."""
_PHRASAL = frozenset((("back", "on"), ("away", "from"), ("up", "with"), ("out", "of")))
"""Ends of verbs in three parts ("look back on", "get away from"), which need an object."""
_STAYING = {
    **dict.fromkeys(("living", "lived"), frozenset(("in", "near"))),
    **dict.fromkeys(("sold", "made", "about"), frozenset(("about",))),
}
"""Verbs after which these prepositions are none that stand alone."""
_GOING = [[verb] for verb in "went go goes came come comes moved next close according".split()]
"""In front of "to", which then has a noun."""
_HAVING = frozenset(
    "had have has going want wanted need needed trying try tried used able like started began"
    " decided supposed got".split()
)
"""In front of "to" and a verb of the same clause."""
_TIMES = frozenset("year week day time morning night month yesterday today tomorrow".split())
_TOLD = frozenset("reason problem thing point fact idea issue answer truth trouble hope".split())
_TO = frozenset("to wanna gonna gotta".split())
_TAKEN = QUESTION_WORDS | _TO | {"that"}
"""With one of these in front, the object may stand there too."""
_NOMINATIVES = frozenset("i we he she they".split())
_CONDITIONS = frozenset("if when because while".split())
_SUBORDINATING = frozenset("that if when because where while until".split())
_OBJECTS = frozenset("me him them us".split())
_ANSWERS = PREPOSITIONS | frozenset("as".split())
_DEGREES = frozenset("more less really rather pretty fairly just".split())
_NEAR = 6
"""Words in front of a preposition among which a relative "that" stands."""
_REACH = 10
"""Words in front of a preposition among which the one it belongs to is looked for."""


def find(view: View) -> Iterator[Edit]:
    """Find periods after words that end no sentence."""
    english = view.context.language.code == "en"
    for sentence in view.sentences:
        j = sentence.stop - 1
        if j + 1 >= len(view.words) or view.words[j].tail != "." or view.words[j + 1].lead:
            continue
        cut = _is_cut(view, sentence) if english else _is_unfinished(view, j)
        if cut and view.same_speaker(j, j + 1):
            yield view.join(j, stop_mark(view, j), bool(view.confident(True)))


def _is_unfinished(view: View, j: int) -> bool:
    language = view.context.language
    word, following = view.words[j], view.words[j + 1].key
    initial = len(word.core) == 1 and following not in language.closed | language.articles
    capital = word.core[:1].isupper() and (initial or not view.starts_sentence(j))
    if word.key not in language.unfinished or capital:
        return False
    if view.breaks[j] is Break.PARAGRAPH:
        return False
    return following not in language.openers or len(word.key) == 1 or word.key in _LINKS


def _is_cut(view: View, sentence: range) -> bool:
    if len(sentence) == 1 or set(view.keys(sentence)) <= _LINKING:
        return _is_cut_at_once(view, sentence)
    j = last_word(view, sentence, ADVERBS)
    key, after = view.words[j].key, skip_fillers(view, sentence.stop)
    following = view.words[after].key
    short = view.breaks[sentence.stop - 1] is Break.PARAGRAPH and len(sentence) < 3
    if short or _is_letter(view, j) or view.keys(sentence)[-2:] == ["so", "on"]:
        return False
    if _lacks_what_it_measures(view.keys(sentence)):
        return not begins_clause(view, after)
    compares = key == "as" and view.keys(sentence)[-3:-2] == ["as"]  # "as soon as"
    if (key in _JOINING and j == sentence.stop - 1) or compares:
        return following not in COORDINATORS | _TALK | {"because"}
    if key == "that":
        return _lacks_what_it_tells(view.keys(sentence), following)
    return not begins_clause(view, after) and _needs_more(view, range(sentence.start, j), after)


def _lacks_what_it_tells(keys: list[str], following: str) -> bool:
    """``The reason is that.``, ``I think that.`` with a clause behind it."""
    told = keys[-2] in BE and bool(_TOLD & set(keys[-4:-2]))
    return told or (keys[-2] in _THINKING and following in _THOUGHTS)


def _lacks_what_it_measures(keys: list[str]) -> bool:
    """``It was very.``, ``It's more.``, ``It is not only.``"""
    last, before = keys[-1], keys[-2]
    if last == "very":
        return before != "thank" and "thank" not in keys[-3:]
    return (last == "only" and before == "not") or (
        last in _DEGREES and (before in BE or before in CONTRACTIONS)
    )


def _needs_more(view: View, before: range, after: int) -> bool:
    """The word behind ``before`` cannot stand last in its clause."""
    key, previous = view.words[before.stop].key, view.words[before.stop - 1].key
    following = view.words[after].key
    noun = following in ARTICLES | POSSESSIVES | DEMONSTRATIVES
    if key.endswith(("'ll", "'d")):
        return not noun
    if key in ("his", "its", "like"):
        return _hangs(view, before, after)
    if key == "to":
        return following not in _ANSWERS and not _may_end_in_to(view, before, after)
    if previous in _LEANING.get(key, ()) or (previous, key) in _PHRASAL:
        taken = QUESTION_WORDS if previous in _LEANING.get(key, ()) else _TAKEN
        return not taken & set(view.keys(before)[-_REACH:])
    if key in PREPOSITIONS:
        alone = noun or view.breaks[after - 1] is Break.PARAGRAPH
        return not (key in _ADVERBIAL and alone) and not _is_answered(view, before, after)
    # "And if you. Look closely", but "Dick and I.", "said he."
    opens = before.stop - before.start < 3 and key in SUBJECTS and previous in _CONDITIONS
    begun = key in _NOMINATIVES and previous in _SUBORDINATING and following in ADVERBS
    return opens or begun or (key in view.context.language.unfinished and key not in SUBJECTS)


def _may_end_in_to(view: View, before: range, after: int) -> bool:
    """``I want to``, with nothing behind it; ``someone to talk to``."""
    keys = view.keys(before)[-2:]
    talked = bool(_TO & set(keys)) and keys[-1] not in view.context.language.closed | _TO
    filled = after > before.stop + 1
    small = view.context.language.closed | view.context.language.openers
    if keys[-1] not in _ELLIPTIC and _has_contact_clause(view.keys(before), small):
        return True
    return talked or keys[-1] in _PASSIVES or (keys[-1] in _ELLIPTIC and not filled)


def _is_cut_at_once(view: View, sentence: range) -> bool:
    if len(sentence) == 1:
        return _is_lone_start(view, sentence.start)
    return _goes_on_with_filler(view, sentence)


def _is_lone_start(view: View, j: int) -> bool:
    """``So.`` ``And.``: the sentence starts with the next one."""
    first = skip_fillers(view, j + 1)
    word, after = view.words[j], view.words[first].key
    if view.breaks[j] is Break.PARAGRAPH:
        return False
    if word.key not in ("so", "and", "but"):  # "We're. Going", "Because. The sauce"
        hangs = word.key in view.context.language.unfinished - SUBJECTS and word.key != "very"
        return hangs and not (begins_clause(view, first) or after in COORDINATORS | _TALK)
    return after not in COORDINATORS | _TALK | {"because", "thanks", "sorry", "now"}


def _goes_on_with_filler(view: View, sentence: range) -> bool:
    """``And then. You know, there was this.``"""
    after = skip_fillers(view, sentence.stop)
    return after > sentence.stop and view.words[after].key not in COORDINATORS | _TALK


def _is_letter(view: View, j: int) -> bool:
    """``Plan A.``, ``World War I.``, ``OR.``: no word of the sentence."""
    core = view.words[j].core
    if core == "I":
        return j > 1 and view.words[j - 1].core[:1].isupper()
    return core.isupper()


def _is_answered(view: View, before: range, after: int) -> bool:
    """What the preposition belongs to stands in front of it."""
    keys, word = view.keys(before)[-_REACH:], view.words[before.stop].key
    following = view.words[after]
    if following.key.endswith(("ing", "ly")) and len(following.key) > 5:
        return False
    return bool(
        set(keys) & (QUESTION_WORDS | {"something", "nothing", "anything"})
        or _has_relative(keys)
        or _has_infinitive(keys)
        or _has_contact_clause(keys, view.context.language.closed | view.context.language.openers)
        or (following.key in _ANSWERS and not _is_measure(view, after))
        or set(keys[-1:]) & (SUBJECTS | PARTICLES | PREPOSITIONS)
        or (set(keys[-1:]) & _OBJECTS and set(keys[-2:-1]) - view.context.language.closed)
        or (_is_verb(keys[-1:], word) and not _is_plain(keys, word))
    )


def _is_measure(view: View, j: int) -> bool:
    """``for. About an hour``"""
    key = view.words[j + 1].key if j + 1 < len(view.words) else ""
    return view.words[j].key == "about" and (key in ("a", "an", "half") or key.isdigit())


def _is_verb(last: list[str], word: str) -> bool:
    """The verb of a relative clause or passive may end with ``word``: ``what he asked for``."""
    formed = word != "by" and any(key.endswith(("ed", "ing")) for key in last)
    return formed or bool(set(last) & _PASSIVES)


def _is_plain(keys: list[str], word: str) -> bool:
    """One active clause, whose subject is its first word: the preposition has no object yet."""
    active = keys[-1].endswith("ing") or not (BE | CONTRACTIONS) & set(keys)
    stands = word in _ADVERBIAL - _STAYING.get(keys[-1], frozenset())
    return active and not stands and _has_first_subject(keys)


def _has_first_subject(keys: list[str]) -> bool:
    subjects = [i for i, key in enumerate(keys) if key in SUBJECTS | CONTRACTIONS]
    return subjects == [0] or (subjects == [1] and keys[0] in COORDINATORS)


def _has_contact_clause(keys: list[str], closed: frozenset[str]) -> bool:
    """``the man I spoke`` (to): a clause that hangs on a noun without a word between."""
    near = range(max(len(keys) - 3, 2), len(keys))
    return any(keys[i] in _NOMINATIVES and keys[i - 1] not in closed | _TIMES for i in near)


def _has_infinitive(keys: list[str]) -> bool:
    """``fun to play with``; not ``went to school with``."""
    near = range(max(len(keys) - 3, 0), len(keys))
    plain = _has_first_subject(keys)
    return any(
        keys[i] in _TO
        and keys[i - 1 : i] not in _GOING
        and not (plain and (i == 0 or keys[i - 1] in _HAVING))
        for i in near
    )


def _has_relative(keys: list[str]) -> bool:
    """``the house that he lives`` (in), not ``and that was the end`` (of)."""
    near = range(max(len(keys) - _NEAR, 1), len(keys) - 1)
    return any(keys[i] == "that" and keys[i - 1] not in COORDINATORS for i in near)


def _hangs(view: View, before: range, after: int) -> bool:
    """``the king and his.``, ``it's like. You know,``; but ``of his``, ``what it is like``."""
    key, previous = view.words[before.stop].key, view.words[before.stop - 1].key
    if key != "like":
        return previous in COORDINATORS | PREPOSITIONS - {"of"}
    compared = previous in BE or previous in CONTRACTIONS
    filled = after > before.stop + 1
    return compared and filled and not QUESTION_WORDS & set(view.keys(before))


_LINKS = frozenset("und oder et ou y e ed o en of и или".split())
