"""Where sentences end.

A sentence ends after ``. ? ! …`` and their like in other scripts, with the quotes and
brackets that close there. A period may also belong to an abbreviation, an initial, an ordinal
or a list number; a small letter after it says that the sentence goes on, unless the whole
text is written small.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from subalign.model import Break
from subalign.transcript.abbreviations import (
    Abbreviations,
    abbreviations,
    asks_by_semicolon,
    has_ordinals,
)
from subalign.transcript.words import DraftToken

_CLOSING = "\"'”’“‘»›«‹)]}」』）】》〉＂\xa0"  # „German“ and »Danish« close the other way round
_OPENING = "([{\"'“‘„«»¿¡-–—"
_FULL = frozenset("。｡！？।॥؟۔։።፧។៕‽⁇⁈⁉")
_LOUD = frozenset("?!")
_WEAK = frozenset(".…．")
_STOPS = _FULL | _LOUD | _WEAK
_LAST = _STOPS | frozenset(_CLOSING) | {";"}
_ROMAN = re.compile(r"[IVXLC]{1,5}")
_LETTERS = re.compile(r"[^\W\d_](?:\.[^\W\d_])*")
_FIRST_WORD = re.compile(r"[^\W_]+")
_INITIAL = re.compile(r"\W*[^\W\d_]\.")

_MOST_SMALL = 0.8
"""Share of sentences that begin with a small letter up to which one is taken for a sign that
the sentence goes on. Speech recognisers that write no capitals write none at all."""

_MOST_WORDS = 100
"""Spoken words of a sentence, some 40 s. A longer one is hardly a sentence: speech recognisers
write hours without a period, and an engine needs drafts that it can hold."""
_CUT_AFTER = range(20, 61)
"""Spoken words in a draft of such a text; best in the middle."""


def mark_sentences(drafts: Sequence[DraftToken], language: str) -> None:
    """Set ``ends`` of the last draft of each sentence, where the layout has not set it.

    No sentence is left with more than ``_MOST_WORDS``, and none without a spoken word unless
    it is a paragraph of its own.
    """
    following = _following(drafts)
    loud = _LOUD | set(";" if asks_by_semicolon(language) else "")
    cased = _is_cased(drafts, following)
    rules = _Rules(abbreviations(language), has_ordinals(language), loud, cased)
    begun = False
    for i, draft in enumerate(drafts):
        after = following[i]
        if after and (begun or draft.spoken) and draft.shown[-1:] in _LAST:
            before = drafts[i - 1].shown if i else ""
            if rules.end(draft.shown, before, after.shown, first=not begun):
                drafts[_closed(drafts, i)].ends = Break.SENTENCE
        begun = draft.ends is Break.NONE and (begun or draft.spoken != "")
    _join_silent(drafts)
    _cut_long(drafts)


@dataclass(frozen=True, slots=True)
class _Rules:
    """How sentences end in a text.

    Args:
        known: the abbreviations of its language.
        ordinals: it writes them as digits with a period.
        loud: what ends a sentence before a capital, and belongs to no abbreviation.
        cased: its sentences begin with capitals.
    """

    known: Abbreviations
    ordinals: bool
    loud: frozenset[str]
    cased: bool

    def end(self, shown: str, before: str, after: str, first: bool) -> bool:
        """Whether a sentence ends with the token ``shown``.

        Args:
            shown: ends with a stop or with what closes.
            before: the token before it.
            after: the next spoken one.
            first: no word of the sentence stands before.
        """
        core = shown.rstrip(_CLOSING)
        stop = core[-1:]
        if stop in _FULL:
            return True
        if stop not in self.loud | _WEAK or (self.cased and _is_small(after)):
            return False
        if stop in self.loud:
            return True
        if stop == "…" or core.endswith(".."):
            return self.cased and _initial(after).isupper() and _first_word(after) != "i"
        return not self._is_abbreviated(core.rstrip("."), before, after, first)

    def _is_abbreviated(self, stem: str, before: str, after: str, first: bool) -> bool:
        """Whether the period after ``stem`` ends no sentence."""
        word = stem.lstrip(_OPENING)
        starts = _first_word(after) in self.known.starts and not _INITIAL.fullmatch(after)
        if word.isdecimal() or _ROMAN.fullmatch(word):
            ordinal = self.ordinals and not starts and not (word.isdecimal() and len(word) > 2)
            if first or ordinal:
                return True
        key = word.lower().replace("’", "'").rpartition("'")[2]
        if len(key) == 1 and _INITIAL.fullmatch(before):
            key = before.lstrip(_OPENING).lower() + key
        if key in self.known.inner:
            return True
        if key in self.known.number and _initial(after).isdecimal():
            return True
        # "it's." and "of a." are words, "d'A." is an initial
        small = len(key) == 1 and word[-1].islower()
        known = small and (len(word) > 1 or (word in self.known.words and not first))
        letters = _LETTERS.fullmatch(key) and key.upper() != key and not known
        return not starts and (bool(letters) or key in self.known.either)


def _following(drafts: Sequence[DraftToken]) -> list[DraftToken | None]:
    """For each draft the next spoken one that no break parts from it."""
    following: list[DraftToken | None] = [None] * len(drafts)
    after: DraftToken | None = None
    for i in range(len(drafts) - 1, -1, -1):
        after = after if drafts[i].ends is Break.NONE else None
        following[i] = after
        after = drafts[i] if drafts[i].spoken else after
    return following


def _is_cased(drafts: Sequence[DraftToken], following: Sequence[DraftToken | None]) -> bool:
    """Whether sentences begin with capitals, as far as the script has any."""
    begun = [next((p.shown for p in drafts if p.spoken), "")]
    begun += [
        after.shown
        for draft, after in zip(drafts, following, strict=True)
        if after and draft.shown[-1:] in _LAST
    ]
    return sum(map(_is_small, begun)) <= len(begun) * _MOST_SMALL


def _is_small(shown: str) -> bool:
    """It begins with a small letter and has no capital, as ``iPhone`` has."""
    return _initial(shown).islower() and shown.islower()


def _first_word(shown: str) -> str:
    """The letters or digits that it begins with, written small."""
    found = _FIRST_WORD.search(shown)
    return found.group().lower() if found else ""


def _initial(shown: str) -> str:
    return next((c for c in shown if c.isalnum()), "")


def _closed(drafts: Sequence[DraftToken], i: int) -> int:
    """The last draft after ``i`` that belongs to its sentence though no stop is on it.

    That is what closes a quotation or bracket, and a sound label on the same line: applause
    and laughter answer what was said. (Among 272 sentences of TED subtitles seven labels stand
    by themselves and one ends a sentence; none begins one.)
    """
    while i + 1 < len(drafts) and drafts[i].ends is Break.NONE and _hangs_on(*drafts[i : i + 2]):
        i += 1
    return i


def _hangs_on(above: DraftToken, draft: DraftToken) -> bool:
    if draft.why == "sound-label":
        return draft.line == above.line
    return bool(draft.shown) and not draft.shown.strip(_CLOSING)


def _join_silent(drafts: Sequence[DraftToken]) -> None:
    """Give a sentence in which nothing is said to its neighbour in the paragraph."""
    last: DraftToken | None = None
    for run in _sentences(drafts):
        end = drafts[run[-1]]
        if not any(drafts[i].spoken for i in run):
            if end.ends is Break.SENTENCE:
                end.ends = Break.NONE
                continue
            if last and last.ends is Break.SENTENCE:
                last.ends = Break.NONE
        last = end


def _cut_long(drafts: Sequence[DraftToken]) -> None:
    middle = len(_CUT_AFTER) // 2
    for run in _sentences(drafts):
        said = [i for i in run if drafts[i].spoken]
        done = 0
        while len(said) - done > _MOST_WORDS:
            fits = [
                _fitness(drafts[said[done + n - 1]], drafts[said[done + n]]) for n in _CUT_AFTER
            ]
            best = max(fits)
            good = (n for n, fit in enumerate(fits) if fit == best)
            done += _CUT_AFTER[min(good, key=lambda n: abs(n - middle))]
            drafts[said[done] - 1].ends = Break.SENTENCE


def _fitness(above: DraftToken, below: DraftToken) -> int:
    """How well a text without periods is cut between two words."""
    stop = above.shown.rstrip(_CLOSING)[-1:]
    if stop in _STOPS or stop in ";:—–；：":
        return 3
    return 2 if stop in ",،、，" else int(above.line != below.line)


def _sentences(drafts: Sequence[DraftToken]) -> Iterator[range]:
    first = 0
    for i, draft in enumerate(drafts):
        if draft.ends is not Break.NONE:
            yield range(first, i + 1)
            first = i + 1
