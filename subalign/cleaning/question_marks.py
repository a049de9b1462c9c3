"""A sentence with the word order of a question ends in a question mark.

These are questions:

- a question word and an auxiliary before the subject ("Why is it"), also with "how" and an
  adjective, or after an adverb ("Just what is it");
- an auxiliary before a pronoun at the start of the sentence ("Do you think");
- "how", "why", "what" or "where" with "do you" and the like inside a sentence;
- a tag at the end (", isn't it.", ", right.").

Other sentences that look like questions may be statements: "What is important is", "So do I", "Had
I known". A request ("Would you please wait.") may end in a period.

In edited text (500 or more words with hardly a repeated word, such as prompts and minutes) people
set question marks on purpose. If it has none, they are only offered. If it has some, a question
needs an auxiliary before a pronoun, because "How bright were the stars." may exclaim.

PASS::

    What we need is time. So do I. Had I known it. Which is a pity. When it is cold, we stay.

PASS::

    Right, right, right. Do it like him. What happened then was odd. I like what you did.

PASS::

    I know what it is. Do the math. Where there is hope. Would you please wait. Don't you
    dare do it.

FAIL::

    Why is it so important for you. Just what is it. How important is research.
    => Why is it so important for you? Just what is it? How important is research?

FAIL::

    A big one how do you look at that. Do you think it helps. It's fun, isn't it.
    => A big one how do you look at that? Do you think it helps? It's fun, isn't it?

FAIL::

    What kind of tools we need before we can start. We are done.
    => What kind of tools we need before we can start? We are done.

FAIL::

    What happened to the dog. How come you left. It's like what truck would he drive.
    => What happened to the dog? How come you left? It's like what truck would he drive?

PASS (de)::

    Wie schnell das geht. Wo er wohnt, ist es still. Kann ich nicht sagen.

FAIL (de)::

    Warum hast du das gemacht. Und wie lange dauert das.
    => Warum hast du das gemacht? Und wie lange dauert das?

OFFER (de)::

    Hast du das selbst gebaut.
    => Hast du das selbst gebaut?

FAIL (fr)::

    Est-ce que vous aimez cela. Pourquoi avez-vous choisi Lyon.
    => Est-ce que vous aimez cela? Pourquoi avez-vous choisi Lyon?

FAIL (es)::

    ¿Cuándo llega.
    => ¿Cuándo llega?

OFFER::

    Such as which one.
    => Such as which one?
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from subalign.cleaning.base import Edit, Level, View, define_rule
from subalign.cleaning.english import (
    ARTICLES,
    ASKING,
    BE,
    CONTRACTIONS,
    DEMONSTRATIVES,
    POSSESSIVES,
    QUESTION_WORDS,
    SUBJECTS,
)
from subalign.cleaning.english_usage import USAGE
from subalign.cleaning.tokens import WordParts
from subalign.cleaning.word_sets import WordSets
from subalign.text.punctuation import CLAUSE_FINAL, DOUBLE_QUOTES, QUESTION_MARKS

_QUOTING = frozenset(QUESTION_MARKS + CLAUSE_FINAL + DOUBLE_QUOTES)
"""Marks of a question or quotation inside a sentence, which then ends as it does on purpose."""


@define_rule("question-marks", Level.TIDY)
def rule(view: View) -> Iterator[Edit]:
    """End a question in a question mark."""
    english = view.context.language.code == "en"
    for sentence in view.sentences:
        last = view.words[sentence.stop - 1]
        if last.tail not in (".", '."', ".”"):
            continue
        sure = _asks(view, sentence) if english else _asks_elsewhere(view, sentence)
        if view.words[sentence.start].lead[:1] == "¿":
            sure = True
        if sure is not None:
            shown = last.lead + last.core + last.tail.replace(".", "?")
            yield view.show(sentence.stop - 1, shown, sure)


def _asks(view: View, sentence: range) -> bool | None:
    """Return True if an English sentence surely asks, False if maybe, None if not."""
    words, keys = view.words[sentence.start : sentence.stop], view.keys(sentence)
    if not _QUOTING.isdisjoint("".join([w.lead + w.tail for w in words])):
        return None  # "Is it?" said I.
    evidence = view.context.evidence
    start = 0
    while start < min(4, len(keys) - 2) and keys[start] in USAGE.question_leads:
        start += 1
    if keys[start : start + 2] == ["tell", "me"] and words[start + 1].tail == ",":
        start += 2
    rest = keys[start:]
    whole = not any(w.tail for w in words[start:-1])
    # Between these and a verb stands no subject: "And just does a great job", "So do I".
    after_so = bool({"so", "just", "also", "always"} & set(keys[:start]))
    said = rest[:3] == ["do", "you", "know"] and words[start + 2].tail
    parted = said or any(w.tail for w in words[start : start + 2])
    sure = (
        _has_tag(words, keys)
        or (len(rest) > 2 and not parted and _opens(rest, after_so))
        or (whole and _is_reported(rest))
        or (len(rest) > 2 and _was_it_so(rest, whole))
        or (not parted and _asks_a_name(view, sentence.start + start, rest))
        or any(_inverts(words, keys, i) for i in range(1, len(keys) - 2))
        or ("like" in keys and any(_is_quoted(words, keys, i) for i in range(1, len(keys) - 3)))
    )
    if sure and keys[-1] in view.context.language.unfinished - SUBJECTS:
        return None  # "Is it a."
    if sure and (evidence.edited or "please" in keys):
        return evidence.has_question_marks and _has_pronoun(rest) and "please" not in keys
    doubtful = len(keys) <= 6 and set(keys[-3:]) & {"which", "who", "whose"}
    return True if sure else (False if doubtful else None)


def _asks_elsewhere(view: View, sentence: range) -> bool | None:
    """Return True if a sentence in another language surely asks, False if maybe, None if not.

    Sure are ``Warum hast du``, ``Wie lange dauert das``, ``Pourquoi avez-vous``, ``Est-ce que``.
    """
    words, language = view.words[sentence.start : sentence.stop], view.context.language
    keys = view.keys(sentence)
    opens = keys[0] in language.openers - language.asking and "-" not in keys[0]
    start = 1 if opens and len(keys) > 3 and keys[0] not in language.auxiliaries else 0
    rest = keys[start:]
    whole = not any(w.lead or w.tail for w in words[:-1])
    if len(rest) < 2 or not whole or view.context.evidence.edited:
        return None
    if language.code == "fr" and _asks_in_french(rest, language):
        return True
    verb = 1 if len(rest) < 3 or rest[1] in language.auxiliaries else 2
    inverted = rest[verb] in language.auxiliaries and set(rest[verb + 1 :][:1]) & language.asked
    # "Wie schnell", "hoe lang": the word between belongs to the question word
    graded = verb == 1 or rest[0] in ("wie", "hoe", "was", "wat")
    if rest[0] in language.asking and inverted and graded:
        return True
    # "Kannst du kommen", but also "Kann ich nicht sagen"
    return False if rest[0] in language.auxiliaries and rest[1] in language.asked else None


def _asks_in_french(keys: list[str], language: WordSets) -> bool:
    """Return True for an auxiliary with its pronoun (``avez-vous``), or for any verb with one
    after a question word."""
    if keys[0] in ("est-ce", "qu'est-ce"):
        return True
    near = keys[:1] if keys[0] not in language.asking else keys[1:3]
    for key in near:
        verb, *_, pronoun = key.split("-") if "-" in key else (key, "")
        if pronoun in language.asked and (near != keys[:1] or verb in language.auxiliaries):
            return True
    return False


def _has_pronoun(keys: list[str]) -> bool:
    """Return True if the subject is a small word: then it is not an exclamation ("How different
    were the two")."""
    verb = keys[1:3] if keys[0] in QUESTION_WORDS else keys[:2]
    return len(verb) == 2 and verb[0] in ASKING and verb[1] in USAGE.there_subjects


def _opens(keys: list[str], after_so: bool) -> bool:
    """Return True if the first words have the order of a question.

    Args:
        keys: three or more words.
        after_so: a word such as "so" or "just" stands before them.
    """
    return _opens_with_word(keys) or (keys[0] in ASKING and _opens_with_verb(keys, after_so))


def _opens_with_word(keys: list[str]) -> bool:
    """Return True for three or more words that ask with a question word: ``Why is it``."""
    first, second, third = keys[:3]
    long = len(keys) > 3
    if keys[:2] == ["how", "come"]:
        return long and third in SUBJECTS | CONTRACTIONS | USAGE.determiners
    if first in ("what", "who") and (second in USAGE.happening or _pays(keys)):
        later = (ASKING | BE | CONTRACTIONS | {second}) & set(keys[2:])
        return not later and not any(key.endswith("ed") for key in keys[3:])
    if first in ("what's", "who's", "where's"):
        return (long and second in USAGE.determiners | SUBJECTS) or second in (
            "next",
            "new",
            "wrong",
        )
    if first not in QUESTION_WORDS:
        return False
    if second in ASKING and first != "which":
        named = third in USAGE.determiners | USAGE.anyone
        direct = third in ("your", "that", "this") and (len(keys) == 3 or third == "your")
        named = named and (
            first not in ("who", "when") or (first == "when" and second in ("do", "does", "did"))
        )
        return third in USAGE.there_subjects or direct or named
    how = (
        first == "how"
        and third in ASKING
        and second not in USAGE.there_subjects | USAGE.determiners
    )
    about = f"{first} {second}" in ("what about", "what if", "why not", "how about") or (
        first == "what" and _lacks_do(keys)
    )
    many = first == "how" and second in ("many", "much") and not _exist(keys[2:6])
    chosen = first == "which" and second == "of" and bool(ASKING & set(keys[3:]))
    owned = first == "whose" and third in ASKING and keys[3] in SUBJECTS | DEMONSTRATIVES
    return (
        about
        or chosen
        or (long and (many or owned))
        or (how and long)
        or (first in ("what", "which", "how", "whose") and _counted(keys))
    )


def _exist(keys: list[str]) -> bool:
    """Return True for ``how many (people there are)``, which is no question by itself."""
    there = "there" in keys and keys[keys.index("there") + 1 :][:1] != []
    return bool(SUBJECTS & set(keys)) or (there and bool(BE & set(keys)))


def _opens_with_verb(keys: list[str], after_so: bool) -> bool:
    """Return True for three or more words that ask with a verb in front: ``Do you think``."""
    first, second = keys[:2]
    if first in ("do", "have", "are", "were") and second in ("he", "she", "it"):
        return False  # "Do it like him."
    if first in USAGE.not_only_asking - {"do", "have"} or (
        first == "don't" and keys[2] in USAGE.forbidden
    ):
        return False
    if second in USAGE.there_subjects | DEMONSTRATIVES:
        # "So do I.", "So is this one.", "Do that again."
        imperative = first == "do" and second in DEMONSTRATIVES
        least = 5 if after_so and second not in ("it", "there") else 3
        return len(keys) >= least and not imperative
    if second in USAGE.anyone and not after_so and first not in ("should", "might"):
        return len(keys) > 2
    if second in ARTICLES and first in ("did", "does") and not after_so:
        return len(keys) > 3
    owned = second in POSSESSIVES and len(keys) > 3
    named = owned or (second in ARTICLES and len(keys) > 4)
    return first not in USAGE.not_only_asking and named and not after_so


def _pays(keys: list[str]) -> bool:
    """Return True for ``Who pays for all this``, but not for ``Who knows``, which wonders."""
    verb = keys[1]
    return (
        keys[0] == "who"
        and verb[-1:] == "s"
        and len(verb) > 3
        and verb not in {"knows", "cares", "needs", "else's"}
    )


def _was_it_so(keys: list[str], whole: bool) -> bool:
    """Return True for ``Were you nervous``, ``Should we worry``; not for ``Were you to ask``."""
    were = keys[0] == "were" and keys[1] in ("you", "they", "we", "there")
    should = keys[0] == "should" and keys[1] in ("we", "i", "they")
    once = not (SUBJECTS | CONTRACTIONS) & set(keys[2:])
    return (were or (should and once)) and whole and keys[2] not in ("to", "not")


def _asks_a_name(view: View, j: int, keys: list[str]) -> bool:
    """Return True for ``Was Caesar a good general``; ``Will`` and ``May`` are names themselves."""
    name = view.words[j + 1].core if len(keys) > 3 else ""
    modal = keys[0] in USAGE.not_only_asking | {"will", "would", "can", "could", "do"}
    asks = keys[0] in ASKING and not modal
    return asks and name[:1].isupper() and keys[1] not in USAGE.there_subjects and keys[1] != "not"


def _is_reported(keys: list[str]) -> bool:
    """Return True for ``When you think we'll be there``, where the "do" was not heard."""
    if len(keys) < 5 or keys[0] not in QUESTION_WORDS - {"which"} or keys[1:3] != ["you", "think"]:
        return False
    return keys[3] in CONTRACTIONS or (keys[3] in USAGE.there_subjects and keys[4] in ASKING)


def _counted(keys: list[str]) -> bool:
    """Return True for ``How many times do you`` and ``What kind of technology do we``."""
    return any(
        keys[i] in USAGE.inverting
        and keys[i + 1] in USAGE.there_subjects
        and not set(keys[1:i]) & USAGE.there_subjects
        for i in range(2, min(6, len(keys) - 1))
    )


def _lacks_do(keys: list[str]) -> bool:
    """Return True for ``What kind of technology we need before we go``, without its "do"."""
    kind = keys[1] in ("kind", "sort", "type") and keys[2] == "of" and len(keys) > 5
    if not kind:
        return False
    clause = takewhile(lambda key: key not in USAGE.subordinating, keys)
    return not any(key in ASKING | CONTRACTIONS for key in clause) and bool(
        set(keys[3:7]) & SUBJECTS
    )


def _inverts(words: Sequence[WordParts], keys: list[str], i: int) -> bool:
    """Return True if a question begins at word ``i`` and goes on to the end of the sentence."""
    if keys[i] not in ("how", "why", "what", "where") or keys[i + 1] not in ("do", "did", "does"):
        return False
    whole = not any(w.tail for w in words[i:-1])
    return whole and keys[i + 2] in SUBJECTS and USAGE.asked_about.isdisjoint(keys[:i])


def _is_quoted(words: Sequence[WordParts], keys: list[str], i: int) -> bool:
    """Return True for ``It's like what truck would he drive``, where a question is quoted."""
    said = keys[i - 1] == "like" and (keys[i - 2] in CONTRACTIONS | BE or i == 1)
    if not said or keys[i] not in QUESTION_WORDS or any(w.tail for w in words[i:-1]):
        return False
    asked = (
        keys[i] in ("what", "which") and keys[i + 2] in USAGE.inverting - BE and len(keys) > i + 4
    )
    return _opens(keys[i:], False) or (asked and not ASKING & set(keys[i + 3 :]))


def _has_tag(words: Sequence[WordParts], keys: list[str]) -> bool:
    """Return True for ``, right.`` or ``, isn't it.`` at the end."""
    if len(keys) > 2 and keys[-1] == "right" and words[-2].tail == ",":
        return keys[-2] not in {"right", "yes", "yeah", "no", "okay", "sure"}
    if len(keys) < 4 or words[-3].tail != ",":
        return False
    asked = "n't" in keys[-2] or (keys[-1] == "you" and len(keys) > 5)
    return keys[-2] in ASKING and keys[-1] in SUBJECTS and asked
