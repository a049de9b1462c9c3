"""A phrase that is begun again is shown once.

Two to eight words that stand twice in a row are a restart, and the last copy is shown.

- Without punctuation between the copies they always are one, apart from set phrases ("more and
  more and more", "day after day after day").
- With a comma between the copies, the sentence must go on directly after the second copy;
  otherwise they are emphasis ("I know, I know.").
- With a period between them, the first copy must also be cut off: its last word cannot end a
  sentence, or the object of its verb only comes after the second copy.

PASS::

    I know, I know. More and more and more came, day after day after day. It was cold. It was dark.

PASS::

    It was cold. It was cold and dark. Come in, come in!

FAIL::

    We are so pleased that we that we have you. So when do you, so when do you think it comes?
    => We are so pleased that we have you. So when do you think it comes?

FAIL::

    To get to a million, a million tons, you manage a lot of. Geniuses in your. In your companies.
    => To get to a million tons, you manage a lot of geniuses in your companies.

FAIL::

    I challenge. I challenge him to it. I don't think. I don't think they came.
    => I challenge him to it. I don't think they came.

FAIL::

    We know how to, how to. Yeah, and that was the, that was the, well, end.
    => We know how to. Yeah, and that was the, well, end.

OFFER::

    It was cold. It was cold and dark outside.
    => It was cold and dark outside.
"""

from __future__ import annotations

from collections.abc import Iterator

from subalign.cleaning.base import Edit, Level, View, define_rule
from subalign.cleaning.english import (
    ADVERBS,
    ARTICLES,
    ASKING,
    AUXILIARIES,
    CONTRACTIONS,
    POSSESSIVES,
    PREPOSITIONS,
    QUESTION_WORDS,
    SUBJECTS,
)
from subalign.cleaning.english_usage import USAGE


@define_rule("repeated-phrases", Level.TIDY, needs_lists=True)
def rule(view: View) -> Iterator[Edit]:
    """Show a phrase once that is begun again."""
    keys, longest = view.word_keys, view.context.options.max_repeated_words
    done = 0
    for j in range(len(keys) - 3):
        if j < done or not keys[j] or keys[j] not in keys[j + 2 : j + longest + 1]:
            continue
        for n in range(min(longest, (len(keys) - j) // 2), 1, -1):
            if keys[j] == keys[j + n] and keys[j : j + n] == keys[j + n : j + 2 * n]:
                sure = _is_restart(view, keys, j, n)
                if sure is not None:
                    yield view.hide(range(j, j + n), sure)
                    done = j + n
                    break


def _is_restart(view: View, keys: list[str], j: int, n: int) -> bool | None:
    """Return True if the ``n`` words from ``j`` on are surely given up, False if maybe, None if
    they are said twice on purpose."""
    both = view.words[j : j + 2 * n]
    if not _looks_alike(view, keys, j, n):
        return None
    plain = not any(w.lead for w in both) and not any(w.tail for w in (*both[: n - 1], *both[n:-1]))
    # "New York, New York"
    named = all(w.core[:1].isupper() for w in both) and both[n - 1].tail == ","
    if not plain or named or _exclaims(view, j + 2 * n - 1):
        return False
    between = both[n - 1].tail
    goes_on = not both[-1].tail and j + 2 * n < len(keys) and not view.breaks[j + 2 * n - 1]
    closed = set(keys[j : j + n]) <= view.context.language.closed
    if not between and closed:
        return True
    if between and not closed and view.context.language.code != "en":
        return False
    if between in (",", "-", "–", "—", "...", "…", ""):
        cut = between == "," and _is_open(view, j, n)
        whole = _is_whole(view, keys, j, n) or not (goes_on or not between)
        return view.confident(cut or not whole)
    return view.confident(_is_cut_off(view, j, n)) if between == "." and goes_on else None


def _is_open(view: View, j: int, n: int) -> bool:
    """Return True for ``and how to,``: no clause ends there, so the words were not said twice on
    purpose."""
    last = view.words[j + n - 1].key
    return last in view.context.language.unfinished - SUBJECTS or (
        last == "to" and view.words[j + n - 2].key in QUESTION_WORDS
    )


def _looks_alike(view: View, keys: list[str], j: int, n: int) -> bool:
    """Return True for two copies by one speaker that are not a set phrase."""
    both, phrase = view.words[j : j + 2 * n], keys[j : j + n]
    language = view.context.language
    if not all(phrase) or len(set(phrase)) == 1 or all(map(_is_number_or_letter, phrase)):
        return False
    if any(w.tail not in ("", ",") for w in (*both[: n - 1], *both[n:-1])):
        return False
    if any(view.breaks[j : j + n - 1]) or (view.breaks[j + n - 1] and not both[n - 1].tail):
        return False
    if n == 2 and both[0].tail and not language.doubled.isdisjoint(phrase):
        return False
    return not _is_set_phrase(keys, j, n, language.closed) and view.same_speaker(j, j + 2 * n - 1)


def _is_set_phrase(keys: list[str], j: int, n: int, closed: frozenset[str]) -> bool:
    """Return True for ``more and more and more``, of which the third copy is not whole."""
    if keys[j] == "thank":
        return True
    if n != 2 or not (_links(keys[j]) or _links(keys[j + 1])):
        return False
    before = keys[j - 1] if j else ""
    after = keys[j + 4 : j + 6]
    whole = after[:1] == [keys[j]] and after[1:] != [keys[j + 1]]
    listed = keys[j + 1] in ("and", "or") and keys[j] not in closed
    return whole or before == keys[j + 1] or listed


def _links(key: str) -> bool:
    return key in PREPOSITIONS or key in ("and", "or", "after")


def _is_whole(view: View, keys: list[str], j: int, n: int) -> bool:
    """Return True if the first copy may end a clause: ``Such as they are, they are of use``."""
    language = view.context.language
    before = "" if view.starts_sentence(j) else keys[j - 1]
    if _opens_clause(before) and keys[j] in SUBJECTS and keys[j + n - 1] in AUXILIARIES:
        return True
    listed = keys[j] in ("and", "or", "nor") and keys[j + 1] not in SUBJECTS | CONTRACTIONS
    if listed and not view.starts_sentence(j) and not view.words[j - 1].tail:
        return True  # "last night and the night before and the night before that"
    # "from time to time to see", "poco a poco a las casas"; but "want to want to"
    second = keys[j + 1]
    links = _links(second) if language.code == "en" else second in language.closed
    needs_it = keys[j] in language.closed or keys[j] in USAGE.bare_to
    return n == 2 and links and not needs_it and not keys[j].endswith(("ing", "ed"))


def _opens_clause(key: str) -> bool:
    return key in QUESTION_WORDS or key in ("as", "that", "than")


def _exclaims(view: View, j: int) -> bool:
    """Return True if the sentence of word ``j`` ends in an exclamation mark, so that its words are
    repeated for effect."""
    while j + 1 < len(view.words) and not view.breaks[j]:
        j += 1
    return "!" in view.words[j].tail


def _is_number_or_letter(key: str) -> bool:
    return any(c.isdigit() for c in key) or len(key) == 1


def _is_cut_off(view: View, j: int, n: int) -> bool:
    """Return True if the first copy, with a period after it, is not a sentence yet."""
    language = view.context.language
    last = next((k for k in reversed(view.keys(range(j, j + n))) if k not in ADVERBS), "")
    if not view.starts_sentence(j):
        before = view.words[j - 1].key
        everything = ("all", "everything", "anything", "something", "nothing", "whatever")
        if _opens_clause(before) or before in everything:
            return False  # "guess what it was. It was my coat", "all there is. There is"
    hanging = language.closed & (AUXILIARIES | PREPOSITIONS | POSSESSIVES)
    inverted = n == 2 and view.words[j].key in ASKING and last in SUBJECTS
    compared = last == "like" and not QUESTION_WORDS & set(view.keys(range(j, j + n)))
    if last in language.unfinished | language.definite | hanging or inverted or compared:
        return True
    following = view.words[j + 2 * n].key
    noun = n > 2 and view.words[j + n - 2].key in ARTICLES  # "It's a small. It's a small island"
    if noun and following not in language.closed | language.openers | {"or", "once"}:
        return view.starts_sentence(j)
    takes_object = _may_be_object(following) or (
        last in USAGE.thinking and following in SUBJECTS | CONTRACTIONS
    )
    asks = view.words[j].key in SUBJECTS and takes_object
    return asks and view.starts_sentence(j) and last not in language.closed


def _may_be_object(key: str) -> bool:
    """Return True if an object may begin with a word: ``I challenge. I challenge him``."""
    pronouns = ("him", "them", "me", "us", "it", "her", "this", "that", "these", "those")
    return key in ARTICLES or key in POSSESSIVES or key in pronouns or key in ("i", "it's")
