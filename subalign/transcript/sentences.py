"""Sentence boundaries.

A sentence ends after ``. ? ! …`` and their like in other scripts, with the quotes and
brackets that close there. A period may also belong to an abbreviation, an initial, an ordinal
or a list number; a lower-case letter after it tells that the sentence goes on, unless the
whole text is in lower case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from subalign.languages import find_language
from subalign.model import Break
from subalign.text.punctuation import (
    CLAUSE_FINAL,
    CLOSING,
    COMMAS,
    DASHES,
    ELLIPSES,
    HYPHENS,
    OPENING,
    PERIODS,
    SENTENCE_FINAL,
)
from subalign.transcript.abbreviations import AbbreviationSets, abbreviations
from subalign.transcript.options import ParsingOptions
from subalign.transcript.words import DraftToken

_WEAK = frozenset(PERIODS + ELLIPSES)
"""Marks that may belong to an abbreviation, or to a sentence that goes on."""

_LOUD = frozenset(("?", "!"))
"""Marks that belong to no abbreviation; a lower-case letter after one continues the sentence."""

_FULL = frozenset(SENTENCE_FINAL) - _WEAK - _LOUD
"""Marks that end a sentence whatever follows: most of their scripts have no capitals."""

_LAST = frozenset(SENTENCE_FINAL + CLOSING + ";")
"""Characters at the end of a token after which a sentence may end."""


def mark_sentences(drafts: Sequence[DraftToken], language: str, options: ParsingOptions) -> None:
    """Set ``ends`` of the last token of each sentence, where the layout has not set it.

    Afterwards no sentence has more than ``options.max_sentence_words``, and none is without a
    spoken word unless it is a paragraph of its own.

    Args:
        drafts: All tokens of the text, changed in place.
        language: BCP 47 tag; it chooses the abbreviations.
        options: Thresholds for lower-case text and for sentences that are too long.
    """
    following = _following(drafts)
    own = find_language(language)
    question_marks = _LOUD | set(";" if own.asks_by_semicolon else "")
    cased = _is_cased(drafts, following, options)
    rules = _Rules(abbreviations(language), own.ordinal_periods, question_marks, cased)
    begun = False
    for i, draft in enumerate(drafts):
        after = following[i]
        if after and (begun or draft.spoken) and draft.shown[-1:] in _LAST:
            before = drafts[i - 1].shown if i else ""
            if rules.end(draft.shown, before, after.shown, first=not begun):
                drafts[_last_of_sentence(drafts, i)].ends = Break.SENTENCE
        begun = draft.ends is Break.NONE and (begun or draft.spoken != "")
    _join_silent(drafts)
    _cut_long(drafts, options)


@dataclass(frozen=True, slots=True)
class _Rules:
    """Rules for the ends of sentences in one text.

    Args:
        known: Abbreviations of the language.
        ordinals: The language writes ordinals as digits with a period.
        certain: Marks that belong to no abbreviation, so that only a lower-case letter after
            them can keep the sentence open.
        cased: Sentences of the text begin with capitals.
    """

    known: AbbreviationSets
    ordinals: bool
    certain: frozenset[str]
    cased: bool

    def end(self, shown: str, before: str, after: str, first: bool) -> bool:
        """Return True if a sentence ends with a token.

        Args:
            shown: The token, which ends with a stop or with closing punctuation.
            before: The token before it.
            after: The next spoken token.
            first: The token is the first of its sentence that is spoken.
        """
        core = shown.rstrip(CLOSING)
        stop = core[-1:]
        if stop in _FULL:
            return True
        if stop not in self.certain | _WEAK or (self.cased and _is_lowercase(after)):
            return False
        if stop in self.certain:
            return True
        if stop in ELLIPSES or core.endswith(".."):
            # An ellipsis is a pause more often than an end; "I" has a capital everywhere.
            return self.cased and _initial(after).isupper() and _first_word(after) != "i"
        return not self._is_abbreviated(core.rstrip("."), before, after, first)

    def _is_abbreviated(self, stem: str, before: str, after: str, first: bool) -> bool:
        """Return True if the period after ``stem`` ends no sentence."""
        word = stem.lstrip(OPENING + HYPHENS + DASHES)
        starts = _first_word(after) in self.known.starts and not _is_initial(after)
        if word.isdecimal() or re.fullmatch("[IVXLC]{1,5}", word):
            # "1." at the start numbers a list; "3. Mai" is an ordinal, "1984." is not.
            ordinal = self.ordinals and not starts and not (word.isdecimal() and len(word) > 2)
            if first or ordinal:
                return True
        key = word.lower().replace("’", "'").rpartition("'")[2]
        # Initials with a space between are looked up as one: "z. B." as "z.b".
        if len(key) == 1 and _is_initial(before):
            key = before.lstrip(OPENING + HYPHENS + DASHES).lower() + key
        if key in self.known.inner:
            return True
        if key in self.known.number and _initial(after).isdecimal():
            return True
        # "it's." and "of a." end with words, "d'A." with an initial.
        lowercase = len(key) == 1 and word[-1].islower()
        is_word = lowercase and (len(word) > 1 or (word in self.known.words and not first))
        dotted_letters = re.fullmatch(r"[^\W\d_](?:\.[^\W\d_])*", key)
        letters = dotted_letters and key.upper() != key and not is_word
        return not starts and (bool(letters) or key in self.known.either)


def _following(drafts: Sequence[DraftToken]) -> list[DraftToken | None]:
    """Return for each token the next spoken one before a break; None if there is none."""
    following: list[DraftToken | None] = [None] * len(drafts)
    after: DraftToken | None = None
    for i in range(len(drafts) - 1, -1, -1):
        after = after if drafts[i].ends is Break.NONE else None
        following[i] = after
        after = drafts[i] if drafts[i].spoken else after
    return following


def _is_cased(
    drafts: Sequence[DraftToken],
    following: Sequence[DraftToken | None],
    options: ParsingOptions,
) -> bool:
    """Return True if sentences begin with capitals, as far as the script has any."""
    begun = [next((p.shown for p in drafts if p.spoken), "")]
    begun += [
        after.shown
        for draft, after in zip(drafts, following, strict=True)
        if after and draft.shown[-1:] in _LAST
    ]
    return sum(map(_is_lowercase, begun)) <= len(begun) * options.max_lowercase_share


def _is_lowercase(shown: str) -> bool:
    """Return True if a token begins in lower case and has no capital, as ``iPhone`` has."""
    return _initial(shown).islower() and shown.islower()


def _is_initial(shown: str) -> bool:
    """Return True if a token is one letter and a period: ``J.``"""
    return re.fullmatch(r"\W*[^\W\d_]\.", shown) is not None


def _first_word(shown: str) -> str:
    """Return the first run of letters and digits of a token, in lower case."""
    found = re.search(r"[^\W_]+", shown)
    return found.group().lower() if found else ""


def _initial(shown: str) -> str:
    """Return the first letter or digit of a token; empty if it has none."""
    return next((c for c in shown if c.isalnum()), "")


def _last_of_sentence(drafts: Sequence[DraftToken], i: int) -> int:
    """Return the index of the last token of the sentence whose stop is on token ``i``.

    After the stop may follow what closes a quotation or bracket, and a sound label on the
    same line: applause and laughter answer what was said. (Among 272 sentences of TED
    subtitles seven labels stand by themselves and one ends a sentence; none begins one.)
    """
    while i + 1 < len(drafts) and drafts[i].ends is Break.NONE and _hangs_on(*drafts[i : i + 2]):
        i += 1
    return i


def _hangs_on(above: DraftToken, draft: DraftToken) -> bool:
    """Return True if ``draft`` belongs to the sentence that ``above`` ends."""
    if draft.why == "sound-label":
        return draft.line == above.line
    return bool(draft.shown) and not draft.shown.strip(CLOSING)


def _join_silent(drafts: Sequence[DraftToken]) -> None:
    """Join a sentence without a spoken word to its neighbour in the paragraph."""
    last: DraftToken | None = None
    for run in _sentences(drafts):
        end = drafts[run[-1]]
        if not any(drafts[i].spoken for i in run):
            if end.ends is Break.SENTENCE:
                # Something follows in the paragraph: the silent tokens begin that sentence.
                end.ends = Break.NONE
                continue
            if last and last.ends is Break.SENTENCE:
                last.ends = Break.NONE
        last = end


def _cut_long(drafts: Sequence[DraftToken], options: ParsingOptions) -> None:
    """Cut sentences that are too long, best after punctuation and in the middle of a piece."""
    sizes = range(options.min_cut_words, options.max_cut_words + 1)
    middle = len(sizes) // 2
    for run in _sentences(drafts):
        said = [i for i in run if drafts[i].spoken]
        done = 0
        while len(said) - done > options.max_sentence_words:
            scores = [
                _cut_score(drafts[said[done + size - 1]], drafts[said[done + size]])
                for size in sizes
            ]
            best = max(scores)
            ties = (n for n, score in enumerate(scores) if score == best)
            done += sizes[min(ties, key=lambda n: abs(n - middle))]
            drafts[said[done] - 1].ends = Break.SENTENCE


def _cut_score(above: DraftToken, below: DraftToken) -> int:
    """Return how well a text without periods is cut between two words, from 0 to 3."""
    mark = above.shown.rstrip(CLOSING)[-1:]
    if mark and mark in SENTENCE_FINAL + CLAUSE_FINAL + DASHES:
        return 3
    return 2 if mark and mark in COMMAS else int(above.line != below.line)


def _sentences(drafts: Sequence[DraftToken]) -> Iterator[range]:
    """Yield the indices of the tokens of each sentence."""
    first = 0
    for i, draft in enumerate(drafts):
        if draft.ends is not Break.NONE:
            yield range(first, i + 1)
            first = i + 1
