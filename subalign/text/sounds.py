"""Sound labels: sounds that are written down, such as ``[music]`` or ``(laughs)``.

Square brackets hold sounds by custom (Netflix, DCMP and YouTube guides). Round ones, stars
and braces hold ordinary speech as well, so there the words decide; a doubtful one is speech,
because a word too many disturbs less than a lost one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from subalign.languages import find_language, list_languages
from subalign.languages.base import words
from subalign.text.punctuation import LINE_ENDS

NOTES = "♩♪♫♬🎵🎶"
"""Musical notes, which stand around sung words and alone where only music is heard."""


@dataclass(frozen=True, slots=True)
class _KnownWords:
    """Words of sound labels in all languages together; see `SoundWords` for each field."""

    acts: frozenset[str]
    things: frozenset[str]
    company: frozenset[str]
    speech: frozenset[str]
    articles: frozenset[str]

    def has(self, word: str) -> bool:
        """Return True if a label may be made of ``word``."""
        return word in self.acts or word in self.things or word in self.company


@cache
def _known_words() -> _KnownWords:
    lists = [find_language(code).sounds for code in list_languages()]
    return _KnownWords(
        acts=words(" ".join(own.acts for own in lists)),
        things=words(" ".join(own.things for own in lists)),
        company=words(" ".join(own.company for own in lists)),
        speech=words(" ".join(own.speech for own in lists)),
        articles=words(" ".join(own.articles for own in lists)),
    )


@dataclass(frozen=True, slots=True)
class _Patterns:
    """Regular expressions of labels.

    Args:
        bracketed: Anything that may be a label, by its brackets, stars or notes. Lengths are
            bounded, so that a stray bracket does not make the search quadratic.
        tail: Punctuation that hangs on a label.
        word: A word inside a label.
        blank_line: Two line ends with nothing between.
        line_end: One line end.
    """

    bracketed: re.Pattern[str]
    tail: re.Pattern[str]
    word: re.Pattern[str]
    blank_line: re.Pattern[str]
    line_end: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    return _Patterns(
        bracketed=re.compile(
            r"\[[^\[\]]{1,80}\]|【[^【】]{1,40}】|［[^［］]{1,40}］"
            r"|\([^()\[\]]{1,60}\)|（[^（）]{1,30}）|\{[^{}]{1,60}\}"
            rf"|\*[^*{LINE_ENDS}]{{1,40}}\*"
            rf"|<[A-Za-z][A-Za-z _-]{{0,30}}>|[♪♫♬] ?[^♩♪♫♬{LINE_ENDS}]{{1,40}}[♪♫♬]"
        ),
        tail=re.compile(r"[.,!?…:;]*(?!\S)"),
        word=re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*"),
        blank_line=re.compile(r"(?:\r\n|\n|\r(?!\n))[ \t]*[\r\n]"),
        line_end=re.compile(f"[{LINE_ENDS}]"),
    )


def is_sound(words: str, alone: bool = False) -> bool:
    """Return True if ``words``, which stand in brackets, name a sound.

    Args:
        words: The text between the brackets.
        alone: Nothing else stands on their line.

    >>> is_sound("laughs"), is_sound("upbeat music"), is_sound("soft piano melody plays", True)
    (True, True, True)
    >>> is_sound("which is true"), is_sound("I love music"), is_sound("the music")
    (False, False, False)
    """
    said, lists = _words(words), _known_words()
    if not 1 <= len(said) <= 6 or not lists.speech.isdisjoint(said):
        return False
    known = [word for word in said if lists.has(word)]
    if alone and known:
        return True
    if len(said) <= 3 and not lists.acts.isdisjoint((said[0], said[-1])):
        return True
    if not lists.articles.isdisjoint(said):
        return False
    return (len(said) <= 2 and said[-1] in lists.things) or 2 <= len(known) == len(said)


def is_label(text: str) -> bool:
    """Return True if ``text``, one token or caption, is a sound label and nothing else.

    >>> [is_label(text) for text in ("[anything]", "(laughs)", "*sighs*", "{applause}", "【拍手】")]
    [True, True, True, True, True]
    >>> is_label("（笑）"), is_label("♪ music ♪"), is_label("(really)"), is_label("need[ed]")
    (True, True, False, False)
    """
    found = _patterns().bracketed.match(text)
    return found is not None and _names_sound(found, alone=False) and _ends_at(found) == len(text)


def find_sounds(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end offset of each sound label, with the punctuation that hangs on it.

    >>> [text[a:b] for text in ("So (laughs), yes (really).",) for a, b in find_sounds(text)]
    ['(laughs),']
    """
    search = _patterns().bracketed.search
    found = search(text)
    while found:
        end = found.start() + 1
        if _names_sound(found, _stands_alone(found)):
            end = _ends_at(found)
            yield found.start(), end
        found = search(text, end)


def _words(text: str) -> list[str]:
    return [word.lower() for word in _patterns().word.findall(text)]


def _names_sound(found: re.Match[str], alone: bool) -> bool:
    mark, words = found.group()[0], found.group()[1:-1].replace("_", " ")
    if _patterns().blank_line.search(words) or not any(c.isalnum() for c in words):
        return False
    if mark in NOTES:
        return all(map(_known_words().has, _words(words)))
    if is_sound(words, alone):
        return True
    # Square brackets hold sounds whatever they say; the others hold speech as well.
    return mark in "[［【<" and not _hangs_on_word(found)


def _ends_at(found: re.Match[str]) -> int:
    tail = _patterns().tail.match(found.string, found.end())
    return tail.end() if tail else found.end()


def _hangs_on_word(found: re.Match[str]) -> bool:
    """Return True if a letter touches the label: an insertion as in ``need[ed]`` or ``[W]e``."""
    text, start, end = found.string, *found.span()
    around = text[max(start - 1, 0) : start] + text[end : end + 1]
    return any(c.isalnum() for c in around)


def _stands_alone(found: re.Match[str]) -> bool:
    text, start, end = found.string, *found.span()
    line_end = _patterns().line_end
    before = line_end.split(text[max(start - 80, 0) : start])[-1]
    after = line_end.split(text[end : end + 80])[0]
    return not (before + after).strip("\0 \t-–—>♪♫♬.")
