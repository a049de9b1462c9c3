"""A word that is said twice in a row is shown once.

Speakers stutter on small words, and on a word after which they search for the next one. The last
copy is shown, because speech goes on from there. Words that may be said twice on purpose stay:
emphasis ("very, very"), answers, numbers, names, and words that grammar doubles ("had had", "said
that that is").

With a comma between the copies, only a function word that cannot end the clause in front is a
stutter ("with, with", but not "if you want it, it is yours"). With a period between them ("trust
me on. On this one."), the second sentence must lack a verb, or the first one must be cut off. In
languages other than English only function words are stutters, and with a comma or period between
the copies only function words that cannot end a sentence.

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

from subalign.cleaning.base import Edit, Level, View, define_rule
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
from subalign.cleaning.english_usage import USAGE


@define_rule("doubled-words", Level.TIDY, needs_lists=True)
def rule(view: View) -> Iterator[Edit]:
    """Show a word once that is said twice."""
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
    """Return True if word ``j`` is surely a stutter, False if maybe, None if it is said twice on
    purpose."""
    first, language = view.words[j], view.context.language
    if _is_meant(view, j):
        return None
    closed = first.key in language.closed
    if language.code != "en":
        sure = _is_stutter_elsewhere(view, j)
    elif first.key in ("so", "one", "there"):
        sure = _is_special_stutter(view, j) or None
    elif first.tail:
        sure = _is_stutter_across_mark(view, j, closed)
    else:
        sure = not _is_grammar(view, j) and (closed or not _is_pattern(view, j))
    plain = closed and not first.tail and first.key not in language.either
    return sure if plain else view.confident(sure)


def _is_stutter_elsewhere(view: View, j: int) -> bool | None:
    """Judge a stutter in a language other than English: only function words are one, and with
    punctuation between the copies only those that end no sentence."""
    first, second, language = view.words[j], view.words[j + 1], view.context.language
    if not first.tail:
        return first.key not in language.either if first.key in language.closed else None
    goes_on = not second.tail and j + 2 < len(view.words) and not view.breaks[j + 1]
    hangs = first.key in language.unfinished and first.tail in (",", ".") and goes_on
    listed = first.key in view.keys(range(max(j - 1, 0), j))  # "und, und, und"
    return True if hangs and not listed else None


def _is_contracted(view: View, j: int) -> bool | None:
    """Judge ``We we've``, where the pronoun is said again with its verb."""
    first, second = view.words[j], view.words[j + 1]
    if first.key not in SUBJECTS or first.tail not in ("", ",") or first.lead or second.lead:
        return None
    opens = view.starts_sentence(j) or view.words[j - 1].key in COORDINATORS | {"because", "that"}
    if first.key in ("you", "her", "it", "he") or first.tail:
        return view.confident(True) if opens else None  # "I told you you're late", "says he, he's"
    return view.confident(True)


def _is_meant(view: View, j: int) -> bool:
    """Return True for quotes, names, numbers, letters, and words that are often doubled."""
    first, second = view.words[j], view.words[j + 1]
    language = view.context.language
    if first.lead or second.lead or _is_name(view, j) or any(c.isdigit() for c in first.key):
        return True
    if first.key in ("so", "one", "there") and language.code == "en":
        return False
    letter = len(first.key) == 1 and first.key not in language.closed
    return letter or first.key in language.doubled


def _is_special_stutter(view: View, j: int) -> bool:
    """Judge "so", "one" and "there", which are said twice on purpose more often than not."""
    key, after = view.words[j].key, view.key(j + 2)
    if key == "one":
        return _is_no_number(view, j)
    if key == "there":  # "There there was no proof"; elsewhere "there there" comforts
        return not view.words[j].tail and after in BE | {"has", "have", "had"}
    # "So, so the": a sentence begins; elsewhere "so, so" is emphasis
    return view.starts_sentence(j) and after in ARTICLES | SUBJECTS | CONTRACTIONS


def _is_no_number(view: View, j: int) -> bool:
    """Return True for ``one one computer``, where no number is read out."""
    around = view.keys(range(max(j - 1, 0), min(j + 3, len(view.words))))
    numbers = [key for key in around if key in view.context.language.doubled or key.isdigit()]
    parted = view.words[j].tail or view.breaks[j + 1] or j + 2 >= len(view.words)
    return numbers == ["one", "one"] and not parted


def _is_stutter_across_mark(view: View, j: int, closed: bool) -> bool | None:
    """Judge two copies with punctuation between them; ``closed`` for a function word."""
    first, second = view.words[j], view.words[j + 1]
    goes_on = not second.tail and j + 2 < len(view.words) and not view.breaks[j + 1]
    if first.tail == ",":
        if first.key in ADVERBS and goes_on:
            return False if view.words[j + 2].key != "not" else None
        open_ended = second.tail == "," and first.key in view.context.language.unfinished
        return closed and (goes_on or open_ended) and _is_stutter_across_comma(view, j)
    if first.key in COORDINATORS and view.starts_sentence(j) and second.stops:
        return True if first.tail == second.tail == "." else None  # "And. And."
    if first.tail == "." and closed:
        return goes_on and _is_stutter_across_period(view, j)
    content = first.tail == "." and goes_on and j and view.words[j - 1].key == "to"
    return True if content else None


def _is_pattern(view: View, j: int) -> bool:
    """Return True if a word that is not a function word is said twice on purpose.

    That is so for three and more copies (``words words words``), and where the second one is
    explained and a comma was not heard: ``a sign of life, life that we know``.
    """
    keys = view.keys(range(max(j - 1, 0), min(j + 3, len(view.words))))
    explained = view.key(j + 2) in ("that", "which", "who", "whom", "whose", "where")
    verb = view.words[j].key.endswith(("ing", "ed"))
    return keys.count(view.words[j].key) > 2 or (explained and not verb)


def _is_stutter_across_comma(view: View, j: int) -> bool:
    """Return True if a function word cannot end the clause before its comma."""
    key, unfinished = view.words[j].key, view.context.language.unfinished
    before = view.words[j - 1].key if j else ""
    if key in SUBJECTS and before in USAGE.saying:
        return False  # "thought I, I cannot"
    if key in unfinished | COORDINATORS | {"any", "each", "some", "with"}:
        return True
    opens = view.starts_sentence(j) or before in COORDINATORS
    if key in ("is", "was"):  # not "what it is, is a fungus"
        clause = view.keys(range(max(j - 8, 0), j))
        return opens or (before in SUBJECTS and not (USAGE.cleft_openers | {"that"}) & set(clause))
    if key in ("of", "from", "into", "between", "during", "against"):
        return view.words[j + 2].key not in QUESTION_WORDS | {"course"}
    if key in DEMONSTRATIVES:
        return opens or view.words[j + 2].key not in ASKING | CONTRACTIONS | SUBJECTS
    return opens or (key == "like" and before in PREPOSITIONS)


def _is_stutter_across_period(view: View, j: int) -> bool:
    """Return True if a function word cannot end the sentence before its period."""
    key, unfinished = view.words[j].key, view.context.language.unfinished
    before = "" if view.starts_sentence(j) else view.words[j - 1].key
    if key in SUBJECTS:  # not "that is I. I am"
        links = QUESTION_WORDS | COORDINATORS | {"that", "if", "because", "than"}
        return not before or before in links
    if key in unfinished | COORDINATORS:
        return True
    if key in QUESTION_WORDS | ADVERBS:
        return before in PREPOSITIONS | COORDINATORS
    if key in ("that", "this", "there"):
        return before in QUESTION_WORDS | unfinished
    after = view.words[j + 2].key
    if after in COORDINATORS:
        return False  # "It is over. Over and done with"
    return (key in ("any", "each", "some") and after not in ASKING | {"of"}) or (
        key in PREPOSITIONS and _lacks_verb(view, j + 1)
    )


def _lacks_verb(view: View, j: int) -> bool:
    """Return True if the sentence of word ``j`` has at most four words more and no auxiliary.

    A longer one without a verb that is known here probably has another.
    """
    rest = []
    for k in range(j, min(j + 5, len(view.words))):
        rest.append(view.words[k].key)
        if view.breaks[k]:
            return len(rest) <= 4 and not set(rest) & AUXILIARIES
    return False


def _is_grammar(view: View, j: int) -> bool:
    """Return True if each copy has its own clause: ``said that that is``, ``all there is is``."""
    key = view.words[j].key
    if view.starts_sentence(j):
        return False
    before = view.keys(range(max(j - 5, 0), j))
    after = view.words[j + 2].key if j + 2 < len(view.words) and not view.breaks[j + 1] else ""
    if key == "that":
        return _is_that_clause(before, after)
    if key in BE:  # "the question is is it legal"
        return after in SUBJECTS or bool(set(before) & USAGE.cleft_openers)
    # "I told you you would", "gave her her hat", "when I saw it it was"
    person = key in ("you", "her", "it") and before[-1] not in view.context.language.closed
    # "it was like like a comet": a filler, and a word of comparison
    compared = key == "like" and after in ARTICLES | POSSESSIVES
    # "took it in in the end": the first belongs to the verb, the second to what follows
    particle = key in ("in", "on", "over", "through", "by", "about", "around", "under")
    moving = particle and after not in PREPOSITIONS
    moving = moving and _has_stem(before, USAGE.particle_verb_stems)
    return person or compared or moving or key in ("do", "does", "did")


def _is_that_clause(before: list[str], after: str) -> bool:
    """Return True for ``I think that that helps``, where the second copy may be a pronoun."""
    if before[-1] in (PREPOSITIONS - {"in", "for"}) | COORDINATORS | QUESTION_WORDS:
        return False
    if after in SUBJECTS | ARTICLES | POSSESSIVES | CONTRACTIONS | DEMONSTRATIVES | {"there"}:
        return False
    return after not in ASKING or _has_stem(before, USAGE.clause_stems)


def _has_stem(words: list[str], stems: frozenset[str]) -> bool:
    """Return True if one of some words is one of the stems, with an ending or without."""
    return any(_stem(word) in stems or _stem(word)[:-1] in stems for word in words)


def _stem(word: str) -> str:
    """Return ``thinks``, ``claimed``, ``moving`` without their endings."""
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)]
    return word


def _is_name(view: View, j: int) -> bool:
    """Return True if both copies have a capital, and not because a sentence begins."""
    first, second = view.words[j], view.words[j + 1]
    if not (first.core[:1].isupper() and second.core[:1].isupper()) or first.key == "i":
        return False
    if first.key in view.context.language.closed:
        return False
    return not first.tail or not first.stops
