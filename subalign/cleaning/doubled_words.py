"""A word that is said twice in a row is shown once.

Speakers stutter on small words, and on the word they are looking past. The last copy is shown,
since speech goes on from there. What may be said twice on purpose stays: emphasis ("very,
very"), answers, numbers, names, and what grammar doubles ("had had", "said that that is").

With a comma between the copies only a function word is a stutter, and only where it cannot end
the clause in front ("with, with"; but "if you want it, it is yours"). With a period between
them ("trust me on. On this one.") the second half must lack a verb, or the first be cut off.
In other languages than English only function words count, and with a comma or period between them
only those that end nothing.

PASS::

    It was very, very good. Yeah, yeah, it's fun. I had had it. He said that that is it.

PASS::

    If you want it, it is yours. She saw him. Him she knew. Duran Duran sang one one two.

PASS (de)::

    Das ist die Frau, die die Welt kennt.

FAIL::

    Moving moving out out in space. With, with your chair.
    => Moving out in space. With your chair.

FAIL::

    You get into this problem where you. You have to trust me on. On this one.
    => You get into this problem where you have to trust me on this one.

FAIL::

    We we've seen it, and I, I'm glad. I told you you're late.
    => We've seen it, and I'm glad. I told you you're late.

FAIL::

    That's, that's, and then they left. And. And. So the lights went out.
    => That's, and then they left. And. So the lights went out.

FAIL (de)::

    Wir haben mit mit ihm gesprochen, und, und dass. Dass er kommt, wussten wir.
    => Wir haben mit ihm gesprochen, und dass er kommt, wussten wir.

OFFER::

    It has the toughest, toughest challenges.
    => It has the toughest challenges.
"""

from __future__ import annotations

from collections.abc import Iterator

from subalign.cleaning.base import Edit, View
from subalign.cleaning.english import (
    ADVERBS,
    ARTICLES,
    ASKING,
    AUXILIARIES,
    BE,
    CONTRACTIONS,
    COORDINATORS,
    DEMONSTRATIVES,
    POSSESSIVES,
    PREPOSITIONS,
    QUESTION_WORDS,
    SUBJECTS,
)

_SAYING = frozenset(
    "say says said quoth think thinks thought know knows knew believe mean means".split()
)
_CLAUSAL = frozenset(
    "say said tell told think thought know knew known believ believe mean meant hop hope hear"
    " heard fear find found feel felt see saw seen show shown learn claim agre agree admit argu"
    " argue assum assume suppos suppose guess understand understood realiz realize realis realise"
    " remember forget forgot notic notice not note expect explain wish doubt prov prove decid"
    " decide conclud conclude suggest insist promis promise imagin imagine mention point fact idea"
    " clear sure certain true likely possibl possible probabl probable evident obviou obvious"
    " plain afraid glad sorry happy aware proud right wrong good bad sad odd strang strange"
    " important so such is was be been commonplac commonplace news hint chanc chance case"
    " way reason answer story rule law belief opinion view sense evidenc evidence proof"
    " sign".split()
)
"""Words, without their endings, that a clause with "that" hangs on."""
_MOVING = frozenset(
    "tak take took taken com come came go goe went gone going put bring brought let get got gett"
    " mov move walk ran run runn turn fit slip drop carr carry held hold sit sat sitt stand stood"
    " look lock log break broke broken hand giv give gave call check cut step stepp fill bas base"
    " drag pull push throw threw thrown send sent keep kept lay lie mov switch work back pas pass"
    " hang hung jump fall fell liv live set settl sign stay start sta turn us use count depend"
    " focus insist reli rely agre agree ey believ cut trad thrown".split()
)
"""Verbs, without their endings, with a small word of their own ("take in", "go on")."""
_TWOFOLD = frozenset("in on over through by about around under".split())
_PERSONS = frozenset("you her it".split())
_RELATIVES = frozenset("that which who whom whose where".split())
_OPENING = QUESTION_WORDS | COORDINATORS | {"that", "if", "because", "than"}
_TIED = frozenset("of from into between during against".split())
"""Prepositions that hardly end a clause, so a comma after one is a stutter's."""
_DETERMINERS = frozenset("any each some".split())
_CLEFTS = frozenset("all what where who how thing reason problem point".split())
_CLAUSE = 5
"""Words in front among which the opening of a cleft stands."""
_CLEFT = 8
"""The same where a comma parts the clause from what it is."""
_VERBLESS = 4
"""Words; a longer sentence without a known verb probably has an unknown one."""


def find(view: View) -> Iterator[Edit]:
    """Find words that stand twice in a row."""
    words = view.words
    for j in range(len(words) - 1):
        first, second = words[j], words[j + 1]
        if not first.key:
            continue
        same = first.key == second.key
        if not same and not (first.key in SUBJECTS and second.key.startswith(f"{first.key}'")):
            continue
        sure = _is_stutter(view, j) if same else _is_contracted(view, j)
        if sure is not None and view.same_speaker(j, j + 1):
            yield view.hide(range(j, j + 1), sure)


def _is_stutter(view: View, j: int) -> bool | None:
    """Whether word ``j`` stutters; None when the copies do not even look like it."""
    first, language = view.words[j], view.context.language
    if _is_meant(view, j):
        return None
    closed = first.key in language.closed
    if language.code != "en":
        sure = _is_stutter_elsewhere(view, j)
    elif first.key in _SPECIAL:
        sure = _SPECIAL[first.key](view, j) or None
    elif first.tail:
        sure = _is_parted_stutter(view, j, closed)
    else:
        sure = not _is_grammar(view, j) and (closed or not _is_pattern(view, j))
    plain = closed and not first.tail and first.key not in language.either
    return sure if plain else view.confident(sure)


def _is_stutter_elsewhere(view: View, j: int) -> bool | None:
    """A function word; with punctuation between the copies one that ends nothing."""
    first, second, language = view.words[j], view.words[j + 1], view.context.language
    if not first.tail:
        return first.key not in language.either if first.key in language.closed else None
    goes_on = not second.tail and j + 2 < len(view.words) and not view.breaks[j + 1]
    hangs = first.key in language.unfinished and first.tail in (",", ".") and goes_on
    listed = first.key in view.keys(range(max(j - 1, 0), j))  # "und, und, und"
    return True if hangs and not listed else None


def _is_contracted(view: View, j: int) -> bool | None:
    """``We we've``: the pronoun is said again, and now with its verb."""
    first, second = view.words[j], view.words[j + 1]
    if first.key not in SUBJECTS or first.tail not in ("", ",") or first.lead or second.lead:
        return None
    opens = view.starts_sentence(j) or view.words[j - 1].key in COORDINATORS | {"because", "that"}
    if first.key in _PERSONS | {"he"} or first.tail:
        return view.confident(True) if opens else None  # "I told you you're late", "says he, he's"
    return view.confident(True)


def _is_meant(view: View, j: int) -> bool:
    """Both copies are wanted: quotes, names, numbers, letters, and the keep-list."""
    first, second = view.words[j], view.words[j + 1]
    if first.lead or second.lead or _is_name(view, j) or any(c.isdigit() for c in first.key):
        return True
    if first.key in _SPECIAL and view.context.language.code == "en":
        return False
    letter = len(first.key) == 1 and first.key not in view.context.language.closed
    return letter or first.key in view.context.language.doubled


def _is_parted_stutter(view: View, j: int, closed: bool) -> bool | None:
    """The same with punctuation between the copies."""
    first, second = view.words[j], view.words[j + 1]
    goes_on = not second.tail and j + 2 < len(view.words) and not view.breaks[j + 1]
    if first.tail == ",":
        if first.key in ADVERBS and goes_on:
            return False if view.words[j + 2].key != "not" else None
        open_ended = second.tail == "," and first.key in view.context.language.unfinished
        return closed and (goes_on or open_ended) and _by_comma(view, j)
    if first.key in COORDINATORS and view.starts_sentence(j) and second.stops:
        return True if first.tail == second.tail == "." else None  # "And. And."
    if first.tail == "." and closed:
        return goes_on and _by_period(view, j)
    content = first.tail == "." and goes_on and j and view.words[j - 1].key == "to"
    return True if content else None


def _is_pattern(view: View, j: int) -> bool:
    """A word with a meaning said twice on purpose, or the second copy is explained.

    ``words words words``: three and more. ``a sign of life, life that we know``: the comma was
    not heard.
    """
    keys = view.keys(range(max(j - 1, 0), min(j + 3, len(view.words))))
    explained = view.words[j + 2 : j + 3] and view.words[j + 2].key in _RELATIVES
    verb = view.words[j].key.endswith(("ing", "ed"))
    return keys.count(view.words[j].key) > 2 or (bool(explained) and not verb)


def _by_comma(view: View, j: int) -> bool:
    key = view.words[j].key
    before = view.words[j - 1].key if j else ""
    if key in SUBJECTS and before in _SAYING:
        return False  # "thought I, I cannot"
    if key in view.context.language.unfinished | COORDINATORS | _DETERMINERS or key == "with":
        return True
    opens = view.starts_sentence(j) or before in COORDINATORS
    if key in ("is", "was"):  # not "what it is, is a fungus"
        clause = view.keys(range(max(j - _CLEFT, 0), j))
        return opens or (before in SUBJECTS and not (_CLEFTS | {"that"}) & set(clause))
    if key in _TIED:
        return view.words[j + 2].key not in QUESTION_WORDS | {"course"}
    if key in DEMONSTRATIVES:
        return opens or view.words[j + 2].key not in ASKING | CONTRACTIONS | SUBJECTS
    return opens or (key == "like" and before in PREPOSITIONS)


def _by_period(view: View, j: int) -> bool:
    key, unfinished = view.words[j].key, view.context.language.unfinished
    before = "" if view.starts_sentence(j) else view.words[j - 1].key
    if key in SUBJECTS:  # not "that is I. I am"
        return before in _OPENING | {""}
    if key in unfinished | COORDINATORS:
        return True
    if key in QUESTION_WORDS | ADVERBS:
        return before in PREPOSITIONS | COORDINATORS
    if key in ("that", "this", "there"):
        return before in QUESTION_WORDS | unfinished
    after = view.words[j + 2].key
    if after in COORDINATORS:
        return False  # "It is over. Over and done with"
    return (key in _DETERMINERS and after not in ASKING | {"of"}) or (
        key in PREPOSITIONS and _lacks_verb(view, j + 1)
    )


def _lacks_verb(view: View, j: int) -> bool:
    rest = []
    for k in range(j, min(j + _VERBLESS + 1, len(view.words))):
        rest.append(view.words[k].key)
        if view.breaks[k]:
            return len(rest) <= _VERBLESS and not set(rest) & AUXILIARIES
    return False


def _is_grammar(view: View, j: int) -> bool:
    """``He said that that is``, ``all there is is``: each copy has its own clause."""
    key = view.words[j].key
    if view.starts_sentence(j):
        return False
    before = view.keys(range(max(j - _CLAUSE, 0), j))
    after = view.words[j + 2].key if j + 2 < len(view.words) and not view.breaks[j + 1] else ""
    if key == "that":
        return _is_that_clause(before, after)
    if key in BE:  # "the question is is it legal"
        return after in SUBJECTS or bool(set(before) & _CLEFTS)
    # "I told you you would", "gave her her hat", "when I saw it it was"
    apart = key in _PERSONS and before[-1] not in view.context.language.closed
    # "it was like like a comet": a filler, and a word of comparison
    compared = key == "like" and after in ARTICLES | POSSESSIVES
    # "took it in in the end": the first belongs to the verb, the second to what follows
    small = key in _TWOFOLD and after not in PREPOSITIONS
    moving = small and _holds(before, _MOVING)
    return apart or compared or moving or key in ("do", "does", "did")


def _is_that_clause(before: list[str], after: str) -> bool:
    """``I think that that helps``: the second copy may be a pronoun of its own."""
    if before[-1] in (PREPOSITIONS - {"in", "for"}) | COORDINATORS | QUESTION_WORDS:
        return False
    if after in SUBJECTS | ARTICLES | POSSESSIVES | CONTRACTIONS | DEMONSTRATIVES | {"there"}:
        return False
    return after not in ASKING or _holds(before, _CLAUSAL)


def _holds(words: list[str], stems: frozenset[str]) -> bool:
    """Whether one of ``words`` is one of ``stems``, with an ending or without."""
    return any(_stem(word) in stems or _stem(word)[:-1] in stems for word in words)


def _stem(word: str) -> str:
    """``thinks``, ``claimed``, ``moving`` without their endings."""
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)]
    return word


def _begins_anew(view: View, j: int) -> bool:
    """``So, so the``: a sentence begins; elsewhere ``so, so`` is emphasis."""
    after = view.words[j + 2].key if j + 2 < len(view.words) else ""
    return view.starts_sentence(j) and after in ARTICLES | SUBJECTS | CONTRACTIONS


def _is_one_of_them(view: View, j: int) -> bool:
    """``one one computer``: no number is read out."""
    around = view.keys(range(max(j - 1, 0), min(j + 3, len(view.words))))
    numbers = [key for key in around if key in view.context.language.doubled or key.isdigit()]
    parted = view.words[j].tail or view.breaks[j + 1] or j + 2 >= len(view.words)
    return numbers == ["one", "one"] and not parted


def _is_name(view: View, j: int) -> bool:
    """Both copies have a capital, and not because a sentence begins."""
    first, second = view.words[j], view.words[j + 1]
    if not (first.core[:1].isupper() and second.core[:1].isupper()) or first.key == "i":
        return False
    if first.key in view.context.language.closed:
        return False
    return not first.tail or not first.stops


def _is_existence(view: View, j: int) -> bool:
    """``There there was no proof``; elsewhere ``there there`` comforts."""
    after = view.words[j + 2].key if j + 2 < len(view.words) else ""
    return not view.words[j].tail and after in BE | {"has", "have", "had"}


_SPECIAL = {"so": _begins_anew, "one": _is_one_of_them, "there": _is_existence}
